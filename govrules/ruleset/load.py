# SPDX-License-Identifier: Apache-2.0
"""From YAML files to typed rulesets. Every fault of every file is gathered, each with place and way out."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from govrules.logic.condition import All, AnyOf, Condition, Is, Not, Quantified
from govrules.logic.parse import Parser
from govrules.ruleset.applicability import applicability
from govrules.ruleset.bundled import bundled_paths
from govrules.ruleset.message import placeholder_faults
from govrules.ruleset.model import ConceptText, RulesetText, RuleText
from govrules.ruleset.rule import Concept, Rule, Ruleset, Rulesets
from govrules.source.document import Pointer, Source
from govrules.source.errors import InputError, Problem
from govrules.source.model_errors import validate
from govrules.source.read import read
from govrules.source.suggest import did_you_mean
from govrules.strategy.fields import ModelShape, StrategyShapes


def load_rulesets(paths: Iterable[str | os.PathLike[str]] | None = None) -> Rulesets:
    """Load rulesets from files; without paths, all bundled ones.

    Raises :class:`~govrules.source.errors.InputError` with every fault: unknown fields, values and operators that do
    not fit, ids that are used twice, concepts that are unknown or rest on each other in a circle.
    """
    chosen = bundled_paths() if paths is None else list(paths)
    if not chosen:
        raise InputError(
            Problem("no ruleset was named", None, "name a ruleset file, or leave it out for the bundled ones")
        )
    sources = [read(path) for path in chosen]
    return type_rulesets([(validate(RulesetText, source), source) for source in sources])


def type_rulesets(texts: Sequence[tuple[RulesetText, Source]]) -> Rulesets:
    """Type rulesets together, so that one can rest on the concepts of another."""
    return _Typing(texts).rulesets()


@dataclass(slots=True)
class _Typing:
    texts: Sequence[tuple[RulesetText, Source]]
    shapes: StrategyShapes = field(default_factory=StrategyShapes)
    problems: list[Problem] = field(default_factory=list)

    def rulesets(self) -> Rulesets:
        self._refuse_second_uses()
        subjects = self._concept_subjects()
        typed: list[Ruleset] = []
        for text, source in self.texts:
            concepts = [
                self._concept(concept, source, subjects, ("concepts", index))
                for index, concept in enumerate(text.concepts)
            ]
            rules = [
                self._rule(rule, text.ruleset, source, subjects, ("rules", index))
                for index, rule in enumerate(text.rules)
            ]
            typed.append(
                Ruleset(
                    text,
                    tuple(rule for rule in rules if rule is not None),
                    tuple(concept for concept in concepts if concept is not None),
                    source,
                )
            )
        self._refuse_cycles(typed)
        if self.problems:
            raise InputError(*self.problems)
        return Rulesets(tuple(typed), self.shapes)

    def _refuse_second_uses(self) -> None:
        seen: dict[tuple[str, str], str] = {}
        for text, source in self.texts:
            named: Iterator[tuple[str, str, Pointer]] = iter(
                [("ruleset", text.ruleset, ("ruleset",))]
                + [("concept", concept.id, ("concepts", i, "id")) for i, concept in enumerate(text.concepts)]
                + [("rule", rule.id, ("rules", i, "id")) for i, rule in enumerate(text.rules)]
            )
            for kind, name, pointer in named:
                place = source.place(pointer)
                first = seen.setdefault((kind, name), str(place))
                if first != str(place):
                    self.problems.append(
                        Problem(
                            f"the {kind} id '{name}' is already used at {first}", place, "give one of them another id"
                        )
                    )

    def _concept_subjects(self) -> dict[str, ModelShape]:
        subjects = {}
        for text, source in self.texts:
            for index, concept in enumerate(text.concepts):
                shape = self._subject(concept.subject, source, ("concepts", index, "subject"))
                if shape is not None:
                    subjects[concept.id] = shape
        return subjects

    def _subject(self, name: str, source: Source, pointer: Pointer) -> ModelShape | None:
        shape = self.shapes.subject(name)
        if shape is None:
            lists = [name for name, attribute in self.shapes.root.attributes.items() if attribute.type.many]
            subjects = ["strategy", *(name for name in lists if self.shapes.subject(name))]
            hint = did_you_mean(name, subjects) or f"use strategy, or a list: {', '.join(subjects[1:])}"
            self.problems.append(Problem(f"'{name}' cannot be a subject", source.place(pointer), hint))
        return shape

    def _concept(
        self, text: ConceptText, source: Source, subjects: dict[str, ModelShape], pointer: Pointer
    ) -> Concept | None:
        shape = subjects.get(text.id)
        if shape is None:
            return None
        parser = Parser(self.shapes.root, subjects)
        when = parser.condition(text.when, shape, (*pointer, "when"))
        self._gather(parser, source)
        return Concept(text, shape, when, frozenset(concepts_in(when))) if when else None

    def _rule(
        self, text: RuleText, ruleset: str, source: Source, subjects: dict[str, ModelShape], pointer: Pointer
    ) -> Rule | None:
        shape = self._subject(text.subject, source, (*pointer, "subject"))
        if shape is None:
            return None
        parameters: dict[str, Any] = {name: parameter.value for name, parameter in text.parameters.items()}
        parser = Parser(self.shapes.root, subjects, parameters)
        when = None if text.when is None else parser.condition(text.when, shape, (*pointer, "when"))
        require = parser.condition(text.require, shape, (*pointer, "require"))
        for message, hint in placeholder_faults(text.finding, shape, parameters):
            self.problems.append(Problem(message, source.place((*pointer, "finding")), hint))
        for name in sorted(set(parameters) - parser.used_parameters):
            if not parser.faults:
                place = source.key_place((*pointer, "parameters", name))
                self.problems.append(
                    Problem(f"no condition uses the parameter '{name}'", place, f"write ${name}, or remove it")
                )
        self._gather(parser, source)
        if require is None or (when is None and text.when is not None):
            return None
        root = self.shapes.root
        applies = applicability(text.jurisdiction, text.nexus, text.sectors, root, shape)
        general = applicability(text.jurisdiction, text.nexus, text.sectors, root, root)
        return Rule(text, ruleset, shape, applies, general, when, require, pointer)

    def _gather(self, parser: Parser, source: Source) -> None:
        for fault in parser.faults:
            place = source.key_place(fault.at) if isinstance(fault.at[-1], str) else source.place(fault.at)
            self.problems.append(Problem(fault.message, place, fault.hint))

    def _refuse_cycles(self, typed: list[Ruleset]) -> None:
        edges = {concept.text.id: concept.rests_on for ruleset in typed for concept in ruleset.concepts}
        for ruleset in typed:
            for index, concept in enumerate(ruleset.text.concepts):
                circle = _circle(concept.id, edges)
                # A circle is told once, at the concept that comes first by name.
                if circle and concept.id == min(circle):
                    way = " -> ".join([*circle, circle[0]])
                    self.problems.append(
                        Problem(
                            f"concepts rest on each other in a circle: {way}",
                            ruleset.source.place(("concepts", index, "id")),
                            "define one of them by fields of the document",
                        )
                    )


def _circle(start: str, edges: dict[str, frozenset[str]]) -> list[str] | None:
    """The way from a concept back to itself, or None."""

    def search(name: str, way: list[str], seen: set[str]) -> list[str] | None:
        for after in sorted(edges.get(name, ())):
            if after == start:
                return way
            if after not in seen:
                seen.add(after)
                found = search(after, [*way, after], seen)
                if found:
                    return found
        return None

    return search(start, [start], {start})


def concepts_in(condition: Condition | None) -> Iterator[str]:
    """The ids of the concepts that a condition speaks of itself."""
    match condition:
        case Is(concept):
            yield concept
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from concepts_in(part)
        case Not(part):
            yield from concepts_in(part)
        case Quantified(where=where):
            yield from concepts_in(where)
