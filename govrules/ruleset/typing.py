# SPDX-License-Identifier: Apache-2.0
"""From rulesets as written to typed rules. Gathers every fault of every file, each with place, code and way out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from graphlib import CycleError, TopologicalSorter
from itertools import islice
from typing import Any

from govrules.logic.condition import Condition, Is, walk
from govrules.logic.parse import Parser
from govrules.ruleset.applicability import applicability, applicability_unlisted
from govrules.ruleset.bundled import bundled_rule_ids
from govrules.ruleset.cost import excesses
from govrules.ruleset.extend import gather_changes
from govrules.ruleset.message import fill_parameters, parameter_faults, placeholder_faults
from govrules.ruleset.model import ConceptText, RuleText
from govrules.ruleset.own_fields import unknown_subject
from govrules.ruleset.rule import Change, Concept, Rule, Ruleset, Rulesets
from govrules.ruleset.written import Written
from govrules.source.document import Pointer, Source
from govrules.source.errors import MOST_FAULTS, Place, Problem, cut
from govrules.source.faults import FaultKind
from govrules.source.suggest import did_you_mean
from govrules.strategy.fields import ModelShape, StrategyShapes


def type_rulesets(
    written: Sequence[Written], shapes: StrategyShapes, *, sound: bool = False
) -> tuple[Rulesets, list[Problem]]:
    """Type rulesets together, so that one can rest on the concepts of another.

    ``shapes`` are those of the document that they are about. What is faulty is left out of the result and named in the
    problems. With ``sound`` the rulesets are known to be without fault: concepts on which no rule rests are left out.
    """
    typing = _Typing(written, shapes, sound)
    return typing.rulesets(), typing.problems


@dataclass(slots=True)
class _Typing:
    written: Sequence[Written]
    shapes: StrategyShapes
    sound: bool
    problems: list[Problem] = field(default_factory=list)

    def rulesets(self) -> Rulesets:
        self._refuse_second_uses()
        subjects = self._concept_subjects()
        changes = gather_changes(self.written)
        self.problems += changes.problems
        off = changes.switched_off(rule for written in self.written for rule in written.text.rules)
        silent = {switched.rule for switched in off}
        typed: list[Ruleset] = []
        needed = self._needed_concepts() if self.sound else subjects.keys()
        for written in self.written:
            text, source = written.text, written.source
            concepts = [
                self._concept(concept, source, subjects, at)
                for at, concept in written.concepts()
                if concept.id in needed
            ]
            rules = []
            for at, rule in written.rules():
                changed, made = changes.apply(rule)
                found = self._rule(changed, text.ruleset, source, subjects, at, made)
                if found is not None and rule.id not in silent:
                    rules.append(found)
            typed.append(
                Ruleset(
                    text,
                    tuple(rules),
                    tuple(concept for concept in concepts if concept is not None),
                    source,
                    tuple(written.rule_ids()),
                )
            )
        if not self.sound:
            typed = self._affordable(typed)
        self._refuse_cycles(typed)
        self._refuse_yields()
        return Rulesets(tuple(_without_broken_concepts(typed)), self.shapes, off)

    def _problem(self, kind: FaultKind, message: str, place: Place, hint: str | None) -> None:
        self.problems.append(Problem(message, place, hint, kind))

    def _refuse_second_uses(self) -> None:
        seen: dict[tuple[str, str], tuple[Source, Pointer]] = {}
        for written in self.written:
            named: list[tuple[str, str, Pointer]] = [("ruleset", written.text.ruleset, ("ruleset",))]
            named += [("concept", concept.id, (*at, "id")) for at, concept in written.concepts()]
            named += [("rule", rule.id, (*at, "id")) for at, rule in written.rules()]
            for kind, name, pointer in named:
                if (kind, name) in seen:
                    source, first = seen[kind, name]
                    message = f"the {kind} id '{name}' is already used at {source.place(first)}"
                    place = written.source.place(pointer)
                    self._problem(FaultKind.DUPLICATE_ID, message, place, "give one of them another id")
                seen.setdefault((kind, name), (written.source, pointer))

    def _concept_subjects(self) -> dict[str, ModelShape]:
        subjects = {}
        for written in self.written:
            for at, concept in written.concepts():
                shape = self._subject(concept.subject, written.source, (*at, "subject"))
                if shape is not None:
                    subjects[concept.id] = shape
        return subjects

    def _needed_concepts(self) -> set[str]:
        """The concepts on which rules rest, by the words of their conditions: it may be some more."""
        whens = {concept.id: concept.when for written in self.written for _, concept in written.concepts()}
        rules = (rule for written in self.written for _, rule in written.rules())
        waiting: list[Any] = [part for rule in rules for part in (rule.when, rule.unless, rule.require)]
        needed: set[str] = set()
        while waiting:
            part = waiting.pop()
            if isinstance(part, dict):
                waiting += part.values()
            elif isinstance(part, list):
                waiting += part
            elif isinstance(part, str) and part in whens and part not in needed:
                needed.add(part)
                waiting.append(whens[part])
        return needed

    def _subject(self, name: str, source: Source, pointer: Pointer) -> ModelShape | None:
        shape = self.shapes.subject(name)
        if shape is None:
            self.problems.append(unknown_subject(name, self.shapes, source.place(pointer)))
        return shape

    def _concept(
        self, text: ConceptText, source: Source, subjects: dict[str, ModelShape], pointer: Pointer
    ) -> Concept | None:
        shape = subjects.get(text.id)
        if shape is None:
            return None
        parser = Parser(self.shapes.root, subjects, told=len(self.problems))
        when = parser.condition(text.when, shape, (*pointer, "when"))
        self._gather(parser, source)
        return Concept(text, shape, when, frozenset(concepts_in(when)), pointer) if when else None

    def _rule(
        self,
        text: RuleText,
        ruleset: str,
        source: Source,
        subjects: dict[str, ModelShape],
        pointer: Pointer,
        changes: tuple[Change, ...],
    ) -> Rule | None:
        shape = self._subject(text.subject, source, (*pointer, "subject"))
        if shape is None:
            return None
        parameters: dict[str, Any] = {name: parameter.value for name, parameter in text.parameters.items()}
        parser = Parser(self.shapes.root, subjects, parameters, told=len(self.problems))
        # A `when` without anything behind it is a trigger that somebody forgot, not a rule for everybody.
        triggered = "when" in text.model_fields_set
        when = parser.condition(text.when, shape, (*pointer, "when")) if triggered else None
        exempted = "unless" in text.model_fields_set
        unless = parser.condition(text.unless, shape, (*pointer, "unless")) if exempted else None
        require = parser.condition(text.require, shape, (*pointer, "require"))
        for message, hint in islice(placeholder_faults(text.finding, shape, parameters), MOST_FAULTS):
            self._problem(FaultKind.PLACEHOLDER, message, source.place((*pointer, "finding")), hint)
        do, misnamed = text.remedy.do, False
        for message, hint in islice(parameter_faults(do, parameters), MOST_FAULTS):
            misnamed = True
            self._problem(FaultKind.PLACEHOLDER, message, source.place((*pointer, "remedy", "do")), hint)
        if "{" in do and not misnamed:
            remedy = text.remedy.model_copy(update={"do": fill_parameters(do, parameters)})
            text = text.model_copy(update={"remedy": remedy})
        for name in sorted(set(parameters) - parser.used_parameters):
            if not parser.faults:
                place = source.key_place((*pointer, "parameters", name))
                message = f"no condition uses the parameter '{name}'"
                self._problem(FaultKind.PARAMETER, message, place, f"write ${name}, or remove it")
        self._gather(parser, source)
        if require is None or (when is None and triggered) or (unless is None and exempted):
            return None
        root = self.shapes.root
        applies, general = applicability(text, root, shape), applicability_unlisted(text, root)
        return Rule(text, ruleset, shape, applies, general, when, unless, require, pointer, changes)

    def _gather(self, parser: Parser, source: Source) -> None:
        for fault in parser.faults:
            place = source.key_place(fault.at) if isinstance(fault.at[-1], str) else source.place(fault.at)
            self._problem(fault.kind, fault.message, place, fault.hint)

    def _affordable(self, typed: Sequence[Ruleset]) -> list[Ruleset]:
        """The rulesets without the rules and concepts that would take too long on any document."""
        excessive: set[int] = set()
        for ruleset, one, excess in excesses(typed):
            excessive.add(id(one))
            hint = "ask less, or split it"
            self._problem(FaultKind.EXCESSIVE, excess, ruleset.source.place((*one.at, "id")), hint)
        return [
            replace(
                ruleset,
                rules=tuple(rule for rule in ruleset.rules if id(rule) not in excessive),
                concepts=tuple(concept for concept in ruleset.concepts if id(concept) not in excessive),
            )
            for ruleset in typed
        ]

    def _refuse_cycles(self, typed: Sequence[Ruleset]) -> None:
        places = {text.id: (written.source, at) for written in self.written for at, text in written.concepts()}
        edges = {concept.text.id: concept.rests_on for ruleset in typed for concept in ruleset.concepts}
        for circle in islice(_circles(edges), MOST_FAULTS):
            source, at = places[circle[0]]
            message = f"concepts rest on each other in a circle: {_around(circle)}"
            hint = "define one of them by fields of the document"
            self._problem(FaultKind.CONCEPT_CYCLE, message, source.place((*at, "id")), hint)

    def _refuse_yields(self) -> None:
        """Tell of rules that yield to what is not there, is about something else, or yields back to them."""
        # What is not text is reported where the rule is validated.
        names = {name for written in self.written for name in written.rule_ids() if isinstance(name, str)}
        rules = {rule.id: rule for written in self.written for _, rule in written.rules()}
        edges = {name: frozenset(rule.yields_to) for name, rule in rules.items()}
        for written in self.written:
            for at, rule in written.rules():
                for index, special in enumerate(rule.yields_to):
                    # A place is looked up only for a fault: for that, what was read before is parsed again.
                    pointer = (*at, "yields_to", index)
                    if special not in names and special not in bundled_rule_ids():
                        near = did_you_mean(special, names) if len(self.problems) < MOST_FAULTS else None
                        hint = near or "extend the ruleset that has it"
                        place = written.source.place(pointer)
                        self._problem(FaultKind.UNKNOWN_RULE, f"there is no rule '{special}' to yield to", place, hint)
                    elif special in rules and rules[special].subject not in (rule.subject, "strategy"):
                        message = f"'{special}' is about {rules[special].subject}, not about {rule.subject}"
                        hint = "a special rule has the same subject, or is about the strategy as a whole"
                        place = written.source.place(pointer)
                        self._problem(FaultKind.YIELD_SUBJECT, message, place, hint)
        places = {rule.id: (written.source, at) for written in self.written for at, rule in written.rules()}
        for circle in islice(_circles(edges), MOST_FAULTS):
            source, at = places[circle[0]]
            message = f"rules yield to each other in a circle: {_around(circle)}"
            hint = "decide which of them is the special one"
            self._problem(FaultKind.YIELD_CYCLE, message, source.place((*at, "yields_to")), hint)


def _without_broken_concepts(rulesets: Sequence[Ruleset]) -> list[Ruleset]:
    """Leave out each concept that rests on one that could not be typed, or in the end on itself."""
    waiting = {concept.text.id: concept for ruleset in rulesets for concept in ruleset.concepts}
    sound: set[str] = set()
    while ready := [name for name, concept in waiting.items() if concept.rests_on <= sound]:
        sound.update(ready)
        for name in ready:
            del waiting[name]
    if not waiting:
        return list(rulesets)
    return [
        replace(ruleset, concepts=tuple(concept for concept in ruleset.concepts if concept.text.id in sound))
        for ruleset in rulesets
    ]


def _circles(edges: Mapping[str, frozenset[str]]) -> Iterator[list[str]]:
    """The ways along the edges that lead back to where they began, each from the name that comes first; a name is on
    one of them at most."""
    left = dict(edges)
    while circle := _circle(left):
        first = circle.index(min(circle))
        yield [*circle[first:], *circle[:first]]
        left = {name: others for name, others in left.items() if name not in circle}


def _circle(edges: Mapping[str, frozenset[str]]) -> list[str]:
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        names: list[str] = error.args[1]  # the first one comes again at the end
        return names[:0:-1]
    return []


def _around(circle: Sequence[str]) -> str:
    return cut(" -> ".join([*circle, circle[0]]))


def concepts_in(condition: Condition | None) -> Iterator[str]:
    """The ids of the concepts that a condition speaks of itself."""
    if condition is not None:
        for part in walk(condition):
            if isinstance(part, Is):
                yield part.concept
