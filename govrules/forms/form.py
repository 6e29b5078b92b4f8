# SPDX-License-Identifier: Apache-2.0
"""A form, whatever program shows it: sections with questions, and what was filled in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from govrules.logic.shape import Attribute, Shape
from govrules.output.interview import spoken
from govrules.ruleset.asks import Asked, FieldsRead, Names
from govrules.ruleset.model import WEIGHTS, Owner
from govrules.ruleset.rule import Concept, Rule
from govrules.strategy.answers import key_of
from govrules.strategy.choices import in_words

ALL = "#all"
"""In the place of a field: whether all elements of the list are there."""


@dataclass(frozen=True)
class FormQuestion:
    """A question: the field from the root of the document, its words, and how it is answered."""

    names: Names
    text: str
    how: str
    choices: tuple[str, ...]
    many: bool
    owner: Owner | None


@dataclass(frozen=True)
class FormSection:
    """The questions of a part of the document. ``many`` tells that they are asked of each element of a list, whose
    first question is what it is called."""

    title: str
    names: Names
    many: bool
    questions: tuple[FormQuestion, ...]


@dataclass(frozen=True)
class Filled:
    """What was filled in: the field, of which element of the section's list (counting from 0), and where it stands.

    ``section`` are the names of the list; empty where the field is in no list. A report asks about things that the
    strategy has already: ``of`` are what they are called.
    """

    section: Names
    names: Names
    element: int | None
    value: object
    place: str
    of: tuple[str, ...] = ()


def sections(asked: Asked, root: Shape, owners: Mapping[Names, Owner]) -> list[FormSection]:
    """The sections of a form that asks for these fields, in the order of the model."""
    found = [FormSection("The document", (), False, tuple(_questions(asked, root, (), owners, whole=False)))]
    for names, part, below, many in _parts(asked, root, ()):
        key = key_of(part) if many else None
        if many and key is None:
            continue
        first = (_question(part.attributes[key], (*names, key), owners),) if key else ()
        others = tuple(_questions(below, part, names, owners, whole=not many))
        if first or others:
            found.append(
                FormSection(_title(names), names, many, (*first, *(one for one in others if one not in first)))
            )
    return [one for one in found if one.questions]


def are_these_all(section: FormSection) -> FormQuestion:
    """The last question about a list: whether all of its elements are there."""
    text = "Are these all? If not, or if you leave it blank, the list counts as not complete."
    return FormQuestion((*section.names, ALL), text, "yes or no", ("yes", "no"), False, None)


def owners_of(rules: Iterable[Rule], concepts: Mapping[str, Concept]) -> dict[Names, Owner]:
    """Who usually knows each field: whoever usually cures most of what rests on it, by weight."""
    weights: dict[Names, Counter[Owner]] = {}
    read = FieldsRead(concepts)
    for rule in rules:
        for names in {looked.names for looked in read.by(rule)}:
            weights.setdefault(names, Counter())[rule.text.remedy.owner] += WEIGHTS[rule.severity]
    return {names: counted.most_common(1)[0][0] for names, counted in weights.items()}


def split_by_owner(found: Iterable[FormSection]) -> dict[Owner, list[FormSection]]:
    """A form for each owner, with the questions that the owner usually answers; names of elements are in each."""
    divided: dict[Owner, list[FormSection]] = {}
    for section in found:
        names = section.questions[:1] if section.many else ()
        for owner in dict.fromkeys(one.owner or "social-team" for one in section.questions[len(names) :]):
            own = tuple(one for one in section.questions[len(names) :] if (one.owner or "social-team") == owner)
            divided.setdefault(owner, []).append(replace(section, questions=(*names, *own)))
    return divided


def _parts(asked: Asked, shape: Shape, at: Names) -> Iterator[tuple[Names, Shape, Asked, bool]]:
    """The parts that get a section: those below the root, and each list of parts that no other list holds."""
    for name, attribute in shape.attributes.items():
        below, part = asked.fields.get(name), attribute.type.part
        if below is None or part is None:
            continue
        if attribute.type.many:
            yield (*at, name), part, below, True
        else:
            if not at:
                yield (name,), part, below, False
            yield from _parts(below, part, (*at, name))


def _questions(
    asked: Asked, shape: Shape, at: Names, owners: Mapping[Names, Owner], *, whole: bool
) -> Iterator[FormQuestion]:
    """The questions of a part, with those of the parts inside it; lists of parts have sections of their own."""
    for name, attribute in shape.attributes.items():
        below, part = asked.fields.get(name), attribute.type.part
        if below is None or attribute.rests_on:
            continue
        if part is None:
            yield _question(attribute, (*at, name), owners)
        elif not attribute.type.many and (whole or at):
            yield from _questions(below, part, (*at, name), owners, whole=True)


def _question(attribute: Attribute, names: Names, owners: Mapping[Names, Owner]) -> FormQuestion:
    type_ = attribute.type
    choices = ("yes", "no") if type_.kind == "boolean" else type_.choices
    return FormQuestion(names, spoken(attribute.question), _how(attribute), choices, type_.many, owners.get(names))


def _how(attribute: Attribute) -> str:
    type_ = attribute.type
    several = "; several with commas; none, if it is none of them" if type_.many else ""
    match type_.kind:
        case "boolean":
            return "yes or no"
        case "choice":
            return f"{'any' if type_.many else 'one'} of: {', '.join(map(in_words, type_.choices))}{several}"
        case "day":
            return "a date"
        case "integer" | "number":
            return f"a number ({attribute.unit})" if attribute.unit else "a number"
        case "market" | "jurisdiction":
            return f"a country or state{several}"
        case "sector":
            return f"industries, for example bank or hospital{several}"
        case _:
            return f"a few words{several}"


def _title(names: Names) -> str:
    return ", ".join(name.replace("_", " ") for name in names).capitalize()
