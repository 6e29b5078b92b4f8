# SPDX-License-Identifier: Apache-2.0
"""From what a ruleset says to a typed condition, or to faults that each say where and what to do.

The form: a mapping is "all of its entries". An entry is ``all``, ``any``, ``not``, ``is``, or a field with a value
(it equals the value) or with operators (all of them hold). ``known`` before the value or the operators makes a field
that is not stated fail them, where they would be unknown. ``$name`` stands for a parameter, and in a list for a group
of values::

    {visibility: public, audience: {includes: retail-investors}}
    {any: [{archive.format: write-once}, {archive.format: audit-trail}]}
    {strategy.research: {some: {published_on: {within_days: 31}}}}
    {governance.security.leaver_removal_hours: {at_most: $hours}}
    {topics: {only: [credit, $any-business]}}
    {archive.enabled: {known: true}, strategy.channels: {known: {some: {visibility: public}}}}
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from govrules.day import read_day
from govrules.logic.condition import All, AnyOf, Compare, Condition, Is, Not, Path, Pointer, Quantified
from govrules.logic.operators import OPERATORS, Operator, answers_silence, fitting
from govrules.logic.shape import Attribute, FieldType, Shape
from govrules.source.errors import MOST_FAULTS
from govrules.source.faults import FaultKind
from govrules.source.suggest import did_you_mean

# What each means, for the language reference.
QUANTIFIERS = {
    "some": "at least one element of the list meets this condition; false of an empty list",
    "every": "all elements of the list meet this condition; true of an empty list",
    "count": "the list has `at_least` or `at_most` so many elements; with `where`, only those that meet it count",
}
KNOWN = "is known to meet this value or these operators; a field that is not stated does not, and is not unknown"
FORMS = {
    "all": "takes a list of conditions, each of which must hold",
    "any": "takes a list of conditions, one of which must hold",
    "not": "takes a condition that must not hold",
    "is": "takes the id of a concept, or a list of them, which must hold",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a condition that is not well-formed or not well-typed, and what to do about it."""

    at: Pointer
    message: str
    hint: str | None
    kind: FaultKind


@dataclass(slots=True)
class Parser:
    """Reads the conditions of one rule or concept.

    ``root`` is the shape of the document, ``concepts`` the shape of the subject of each known concept by its id,
    ``parameters`` the values behind ``$names``. Faults gather in ``faults``; a condition with a fault reads as None.
    ``told`` is how many faults were found before: beyond the most that are told, no suggestion is looked for.
    """

    root: Shape
    concepts: Mapping[str, Shape]
    parameters: Mapping[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    used_parameters: set[str] = field(default_factory=set)
    told: int = 0

    def condition(self, raw: Any, shape: Shape, at: Pointer) -> Condition | None:
        """Read a condition about a thing of this shape."""
        if not isinstance(raw, dict):
            self._fault(at, "a condition is a mapping of fields to what must hold", "write `field: value`")
            return None
        if not raw:
            self._fault(at, "a condition cannot be empty", "leave it out, or say what must hold")
            return None
        parts = [self._entry(key, value, shape, (*at, key)) for key, value in raw.items()]
        stated = tuple(part for part in parts if part is not None)
        if len(stated) < len(parts):
            return None
        return stated[0] if len(stated) == 1 else All(stated, at)

    def _fault(
        self, at: Pointer, message: str, hint: str | None = None, kind: FaultKind = FaultKind.MALFORMED_CONDITION
    ) -> None:
        self.faults.append(Fault(at, message, hint, kind))

    def _near(self, word: str, choices: Iterable[str]) -> str | None:
        return did_you_mean(word, choices) if self.told + len(self.faults) < MOST_FAULTS else None

    def _entry(self, key: str, value: Any, shape: Shape, at: Pointer) -> Condition | None:
        if key in ("all", "any"):
            if not isinstance(value, list) or not value:
                self._fault(at, f"`{key}` takes a list of conditions")
                return None
            parts = [self.condition(part, shape, (*at, index)) for index, part in enumerate(value)]
            stated = tuple(part for part in parts if part is not None)
            if len(stated) < len(parts):
                return None
            return All(stated, at) if key == "all" else AnyOf(stated, at)
        if key == "not":
            part = self.condition(value, shape, at)
            return Not(part, at) if part else None
        if key == "is":
            return self._is(value, shape, at)
        path = self.path(key, shape, at)
        return self._field(path, value, at) if path else None

    def _is(self, value: Any, shape: Shape, at: Pointer) -> Condition | None:
        if isinstance(value, list) and value:
            parts = [self._is(item, shape, (*at, index)) for index, item in enumerate(value)]
            stated = tuple(part for part in parts if part is not None)
            return All(stated, at) if len(stated) == len(parts) else None
        if not isinstance(value, str):
            self._fault(at, "`is` takes the id of a concept, or a list of them")
            return None
        subject = self.concepts.get(value)
        if subject is None:
            self._fault(
                at, f"there is no concept '{value}'", self._near(value, self.concepts), kind=FaultKind.UNKNOWN_CONCEPT
            )
            return None
        if subject.name != shape.name and subject.name != self.root.name:
            self._fault(
                at,
                f"the concept '{value}' is about {subject.name}, and this condition is about {shape.name}",
                kind=FaultKind.OTHER_SUBJECT,
            )
            return None
        return Is(value, of_root=subject.name != shape.name, at=at)

    def path(self, text: Any, shape: Shape, at: Pointer) -> Path | None:
        """Read a field path such as ``approval.approver`` or ``strategy.markets``."""
        if not isinstance(text, str) or not text:
            self._fault(at, "a field is written as text")
            return None
        names = text.split(".")
        from_root = names[0] == self.root.name and len(names) > 1
        if from_root:
            names = names[1:]
        current: Shape = self.root if from_root else shape
        attribute: Attribute | None = None
        for index, name in enumerate(names):
            if attribute is not None:
                if attribute.type.many:
                    way, rest = text.removesuffix("." + ".".join(names[index:])), ".".join(names[index:])
                    self._fault(
                        at,
                        f"'{attribute.name}' is a list, so '{text}' does not name one value",
                        f"write `{way}: {{some: {{{rest}: ...}}}}`, or `every`"
                        if attribute.type.part
                        else f"on '{way}' write one of: {', '.join(fitting(attribute.type))}",
                        kind=FaultKind.UNFIT_OPERATOR,
                    )
                    return None
                if attribute.type.part is None:
                    self._fault(
                        at,
                        f"'{attribute.name}' is {attribute.type} and has no field '{name}'",
                        kind=FaultKind.UNKNOWN_FIELD,
                    )
                    return None
                current = attribute.type.part
            attribute = current.attributes.get(name)
            if attribute is None:
                self._fault(
                    at,
                    f"{current.name} has no field '{name}'",
                    self._suggest(name, current, shape, index),
                    kind=FaultKind.UNKNOWN_FIELD,
                )
                return None
        assert attribute is not None, "a split text has at least one name"
        return Path(tuple(names), from_root, attribute)

    def _suggest(self, name: str, current: Shape, subject: Shape, index: int) -> str | None:
        near = self._near(name, (*current.attributes, *(FORMS if index == 0 else ())))
        if near is None and index == 0 and name in self.root.attributes:
            return f"did you mean 'strategy.{name}'?"
        return near

    def _field(self, path: Path, value: Any, at: Pointer, *, known: bool = False) -> Condition | None:
        type_ = path.attribute.type
        if not isinstance(value, dict):
            if type_.many:
                self._fault(
                    at,
                    f"'{path}' is a list and cannot equal one value",
                    f"write one of: {', '.join(fitting(type_))}",
                    kind=FaultKind.UNFIT_OPERATOR,
                )
                return None
            return self._compare(path, "equals", value, at, known=known)
        if not value:
            self._fault(at, f"'{path}' has no operator", f"write one of: {', '.join(fitting(type_))}")
            return None
        parts = [self._operation(path, name, operand, (*at, name), known=known) for name, operand in value.items()]
        stated = tuple(part for part in parts if part is not None)
        if len(stated) < len(parts):
            return None
        return stated[0] if len(stated) == 1 else All(stated, at)

    def _operation(self, path: Path, name: str, operand: Any, at: Pointer, *, known: bool) -> Condition | None:
        if known and (name == "known" or answers_silence(name)):
            self._fault(at, f"`{name}` adds nothing inside `known`", "leave one of the two out")
            return None
        if name == "known":
            return self._field(path, operand, at, known=True)
        if name in QUANTIFIERS:
            return self._quantified(path, name, operand, at, known=known)
        return self._compare(path, name, operand, at, known=known)

    def _quantified(self, path: Path, name: str, operand: Any, at: Pointer, *, known: bool) -> Condition | None:
        type_ = path.attribute.type
        if name not in fitting(type_):
            self._unfit(path, name, at)
            return None
        element = type_.part
        if name in ("some", "every"):
            assert element is not None, "fitting() offers them for lists of parts only"
            where = self.condition(operand, element, at)
            quantifier: Literal["some", "every"] = "some" if name == "some" else "every"
            return Quantified(path, quantifier, where, at=at, known=known) if where else None
        return self._count(path, element, operand, at, known=known)

    def _count(self, path: Path, element: Shape | None, operand: Any, at: Pointer, *, known: bool) -> Condition | None:
        if not isinstance(operand, dict):
            self._fault(at, "`count` takes `at_least` or `at_most`, and perhaps `where`")
            return None
        for key in operand:
            if key not in ("where", "at_least", "at_most"):
                self._fault(
                    (*at, key),
                    f"`count` has no '{key}'",
                    "it takes where, at_least and at_most",
                    kind=FaultKind.UNFIT_OPERATOR,
                )
                return None
        bounds = {
            key: self._operand(OPERATORS[key], FieldType("integer"), operand[key], (*at, key))
            for key in ("at_least", "at_most")
            if key in operand
        }
        if not bounds:
            self._fault(at, "`count` needs `at_least` or `at_most`")
            return None
        where: Condition | None = All(())
        if "where" in operand:
            if element is None:
                self._fault((*at, "where"), f"the elements of '{path}' have no fields", kind=FaultKind.UNFIT_OPERATOR)
                return None
            where = self.condition(operand["where"], element, (*at, "where"))
        if where is None or None in bounds.values():
            return None
        return Quantified(path, "count", where, bounds.get("at_least"), bounds.get("at_most"), at, known)

    def _unfit(self, path: Path, name: str, at: Pointer) -> None:
        known = (*OPERATORS, *QUANTIFIERS, "known")
        if name not in known:
            self._fault(
                at,
                f"there is no operator '{name}'",
                self._near(name, known) or f"known: {', '.join(known)}",
                kind=FaultKind.UNFIT_OPERATOR,
            )
            return
        fits = ", ".join(fitting(path.attribute.type))
        self._fault(
            at,
            f"`{name}` does not fit '{path}', which is {path.attribute.type}",
            f"these fit: {fits}",
            kind=FaultKind.UNFIT_OPERATOR,
        )

    def _compare(self, path: Path, name: str, operand: Any, at: Pointer, *, known: bool) -> Condition | None:
        operator = OPERATORS.get(name)
        type_ = path.attribute.type
        if operator is None or not operator.fits(type_):
            self._unfit(path, name, at)
            return None
        value = self._operand(operator, type_, operand, at)
        return None if value is None else Compare(path, name, value, at, known)

    def _operand(self, operator: Operator, type_: FieldType, raw: Any, at: Pointer) -> Any:
        if isinstance(raw, str) and raw.startswith("$"):
            name = raw[1:]
            if name not in self.parameters:
                self._fault(
                    at,
                    f"the rule has no parameter '{name}'",
                    self._near(name, self.parameters),
                    kind=FaultKind.PARAMETER,
                )
                return None
            self.used_parameters.add(name)
            raw = self.parameters[name]
        match operator.operand:
            case "flag":
                if isinstance(raw, bool):
                    return raw
                self._fault(at, f"`{operator.name}` takes true or false", kind=FaultKind.UNKNOWN_VALUE)
                return None
            case "days":
                if isinstance(raw, int) and not isinstance(raw, bool) and raw >= 0:
                    return raw
                self._fault(at, f"`{operator.name}` takes a whole number of days", kind=FaultKind.UNKNOWN_VALUE)
                return None
            case "words":
                if isinstance(raw, list) and raw and all(isinstance(word, str) and word.strip() for word in raw):
                    return tuple(raw)
                self._fault(at, f"`{operator.name}` takes a list of words or phrases", kind=FaultKind.UNKNOWN_VALUE)
                return None
            case "values":
                if not isinstance(raw, list) or not raw:
                    self._fault(at, f"`{operator.name}` takes a list of values", kind=FaultKind.UNKNOWN_VALUE)
                    return None
                values = [value for index, item in enumerate(raw) for value in self._values(item, type_, (*at, index))]
                return None if None in values else tuple(dict.fromkeys(values))
            case _:
                return self._value(raw, type_, at)

    def _values(self, raw: Any, type_: FieldType, at: Pointer) -> Iterable[Any]:
        """Read an item of a list of values: one value, or ``$name`` for the group of that name."""
        if not (isinstance(raw, str) and raw.startswith("$")):
            return (self._value(raw, type_, at),)
        group = type_.groups.get(raw[1:])
        if group is None:
            near = self._near(raw, [f"${name}" for name in type_.groups])
            groups = f"choose from: {', '.join(f'${name}' for name in type_.groups)}"
            self._fault(
                at,
                f"there is no group '{raw}' of values of this field",
                (near or groups) if type_.groups else "list the values themselves; this field has no groups",
                kind=FaultKind.UNKNOWN_VALUE,
            )
            return (None,)
        return group

    def _value(self, raw: Any, type_: FieldType, at: Pointer) -> Any:
        """Read one value of a field's type; None after a fault, for no operand may be null."""
        is_number = isinstance(raw, (int, float)) and not isinstance(raw, bool)
        match type_.kind:
            case "boolean":
                fine = isinstance(raw, bool)
            case "integer":
                fine = is_number and isinstance(raw, int)
            case "number":
                fine = is_number
            case "text":
                fine = isinstance(raw, str)
            case "day":
                day = read_day(raw)
                if day:
                    return day
                self._fault(
                    at, f"{_as_written(raw)} is not a date", "write it as YYYY-MM-DD", kind=FaultKind.UNKNOWN_VALUE
                )
                return None
            case "choice":
                return self._listed(raw, type_.choices, "a value of this field", at)
            case "market" | "jurisdiction" | "sector":
                assert type_.tree is not None
                return self._listed(raw, type_.tree.names, f"a {type_.kind}", at)
            case "part":
                fine = False
        if fine:
            return raw
        self._fault(at, f"{_as_written(raw)} is not {type_}", kind=FaultKind.UNKNOWN_VALUE)
        return None

    def _listed(self, raw: Any, known: Iterable[str], what: str, at: Pointer) -> Any:
        if isinstance(raw, str) and raw in known:
            return raw
        listed = list(known)
        choices = f"choose from: {', '.join(listed)}" if len(listed) <= 30 else None
        self._fault(
            at,
            f"{_as_written(raw)} is not {what}",
            self._near(str(raw), listed) or choices,
            kind=FaultKind.UNKNOWN_VALUE,
        )
        return None


def _as_written(raw: Any) -> str:
    """Write an operand as its author did, and not as Python would."""
    return "nothing" if raw is None else str(raw).lower() if isinstance(raw, bool) else repr(raw)
