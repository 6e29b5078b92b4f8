# SPDX-License-Identifier: Apache-2.0
"""The planner: from a document in any state to the next question, with why it is asked and what each answer would do.

Markets and sectors come first. Then the question with the largest goal value, the summed weight of the rules that wait
for it. Among those that come near it, a gate goes first (``gates.yaml``: where the organisation is, and which kinds of
act are planned at all); without one, the question whose answer settles the most on average, found by trying each
answer. Beside it stand the other open questions of the same part of the same things: a page, as a form has it, of what
one person answers in one go. The interview ends by itself when no open rule at the threshold is left: nothing that is
still open can change the verdict there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from itertools import islice
from typing import Any, Literal

import yaml

from govrules.assessment.evidence import attribute_at, element_of, stated_fields, subject_label
from govrules.assessment.terms import Threshold
from govrules.engines.again import FieldIndex, Judged
from govrules.engines.compiled import CompiledEngine
from govrules.engines.decided import value_at
from govrules.engines.interface import Engine, Judgement
from govrules.logic.condition import Pointer
from govrules.logic.incomplete import IncompleteList
from govrules.logic.shape import Attribute
from govrules.ruleset.model import SEVERITIES, WEIGHTS, Owner, Severity
from govrules.ruleset.rule import Rule, Rulesets
from govrules.source.model_errors import label
from govrules.strategy.answers import answered, data_of, document_from, fields_named, postponed, strategy_with
from govrules.strategy.document import Strategy
from govrules.strategy.load import Document
from govrules.verdict import Verdict

FIRST: tuple[tuple[str, ...], ...] = (("markets",), ("organisation", "sectors"))
"""What is asked whether a rule waits for it or not: without it nobody can say what was not checked."""
_FOREMOST = 8  # questions whose answers are tried before one is chosen
_PAGE = 10  # questions on a page, the first included
_MOST_ANSWERS = 8  # a question with more answers is not tried: each costs a judgement

AnswerKind = Literal[
    "yes-no", "choice", "choices", "places", "sectors", "names", "number", "day", "text", "texts", "more"
]
"""What answers a question: ``names`` lists things of a kind, ``more`` asks whether a list is complete."""
_ALONE: tuple[AnswerKind, ...] = ("names", "more")  # what they answer decides which other questions there are


@dataclass(frozen=True)
class Effect:
    """What one answer would do to the open rules at the threshold.

    ``met`` rules are satisfied by it, ``fall_away`` do not apply any more, ``gaps`` counts the gaps it brings by
    severity; ``questions`` is how many more questions (or, below zero, fewer) would be open.
    """

    answer: str
    met: int
    fall_away: int
    gaps: Mapping[Severity, int]
    questions: int


@dataclass(frozen=True)
class NextQuestion:
    """A question: the field that it fills, or the same field of several things of one kind.

    ``field`` names it as an answer does: ``markets``, ``channels[2].topics``, or ``channels[].platform`` for each
    channel that does not state it; ``asked_of`` names those and ``each`` the field of each. ``rules`` wait for it,
    ``weightiest`` is the title of the one that matters most, ``could_block`` counts those whose gap would block a
    launch. ``owner`` usually knows the answer. ``gate`` tells that kinds of rules depend on it. ``effects`` are what
    each answer would do, as far as there are few. ``beside`` are open questions of the same part of the same things,
    to be answered with it.
    """

    field: str
    text: str
    kind: AnswerKind
    unit: str | None
    choices: tuple[str, ...]
    asked_of: tuple[str, ...]
    each: tuple[str, ...]
    gate: bool
    severity: Severity
    rules: tuple[str, ...]
    weightiest: str
    could_block: int
    owner: Owner
    effects: tuple[Effect, ...] = ()
    beside: tuple["NextQuestion", ...] = ()

    @property
    def page(self) -> tuple["NextQuestion", ...]:
        """The question and those beside it."""
        return (self, *self.beside)


@dataclass(frozen=True)
class Remaining:
    """How many questions are left at the threshold: at least and, for what the document lists so far, at most.

    ``waiting_for_others`` counts questions that nobody at hand can answer.
    """

    at_least: int
    at_most: int
    waiting_for_others: int


@dataclass(frozen=True)
class _Open:
    """A field that open rules wait for: where it is not stated, and which rules wait."""

    names: tuple[str, ...]
    pointers: tuple[Pointer, ...]
    rules: tuple[Rule, ...]

    @property
    def value(self) -> int:
        """The goal value: the summed weight of the rules that wait."""
        return sum(WEIGHTS[rule.severity] for rule in self.rules)

    @property
    def parts(self) -> tuple[Pointer, ...]:
        """The parts that the field belongs to."""
        return tuple(pointer[:-1] for pointer in self.pointers)


@dataclass(frozen=True)
class Interview:
    """A document in any state, with what the rules say of it. Every answer makes a new interview."""

    document: Document
    rulesets: Rulesets
    judged: Judged
    threshold: Threshold = "major"

    @classmethod
    def of(
        cls,
        document: Document,
        rulesets: Rulesets,
        *,
        as_of: date,
        threshold: Threshold = "major",
        engine: Engine | None = None,
    ) -> "Interview":
        """Begin or take up an interview. ``threshold`` is the severity from which on open rules are asked about."""
        judge = engine or CompiledEngine(rulesets.concepts)
        index = FieldIndex(tuple(rulesets.rules.values()), rulesets.concepts, as_of)
        return cls(document, rulesets, Judged.of(judge, index, document.strategy), threshold)

    def answered(self, field: str, value: Any) -> "Interview":
        """The interview after an answer, as :func:`govrules.strategy.answers.answered` takes it."""
        return self._with(answered(self.data, field, value, self.rulesets.shapes))

    def not_known(self, field: str) -> "Interview":
        """The interview after "don't know": the question is kept for its owner, and not asked again."""
        return self._with(postponed(self.data, field, self.rulesets.shapes))

    def about(self, document: Document) -> "Interview":
        """The interview about the document as it is now: only rules that read what has changed are judged again."""
        return replace(self, document=document, judged=self.judged.after(document.strategy))

    @property
    def data(self) -> dict[str, Any]:
        """What the document says, as plain data."""
        return data_of(self.document)

    def _with(self, data: Mapping[str, Any]) -> "Interview":
        return self.about(document_from(data, self.rulesets.shapes))

    def next(self) -> NextQuestion | None:
        """The question to ask next, with those beside it; None where no answer can change the verdict any more."""
        asked = self._next()
        return asked and replace(asked, beside=self._beside(asked))

    def _next(self) -> NextQuestion | None:
        for names in FIRST:
            if value_at(self.document.strategy, names) is None and label(names) not in self._postponed:
                waiting = next((one for one in self._asked if one.names == names), _Open(names, (names,), ()))
                return self._question(waiting, gate=True)
        if not self._asked:
            return None
        # What could be a showstopper is settled before all else.
        heavy = [one for one in self._asked if any(rule.severity == "showstopper" for rule in one.rules)]
        ranked = sorted(heavy or self._asked, key=lambda one: -one.value)
        foremost = [one for one in ranked if 2 * one.value >= ranked[0].value]
        for one in foremost:
            if one.names in gates():
                return self._question(one, gate=True)
        foremost = foremost[:_FOREMOST]
        return self._question(max(foremost, key=self._settles) if len(foremost) > 1 else foremost[0])

    def _beside(self, asked: NextQuestion) -> tuple[NextQuestion, ...]:
        """The open questions of the same part of the same things, which a page has room for."""
        own = next((one for one in self._asked if label(one.pointers[0]) == asked.each[0]), None)
        if own is None or asked.kind in _ALONE or not all(own.parts):
            return ()
        same = (self._question(one, effects=False) for one in self._asked if one is not own and one.parts == own.parts)
        return tuple(islice((one for one in same if one.kind not in _ALONE), _PAGE - 1))

    def questions(self) -> list[NextQuestion]:
        """All questions that are open now, without what each answer would do, in the order of the rules."""
        return [self._question(asked, effects=False) for asked in self._asked]

    def question_about(self, field: str) -> NextQuestion:
        """The question that a field answers, whether it is open or not. Raises InputError where there is none."""
        pointers, _ = fields_named(field, self.data, self.rulesets.shapes)
        names = tuple(step for step in pointers[0] if isinstance(step, str))
        waiting = next((one for one in self._asked if pointers[0] in one.pointers), None)
        return self._question(_Open(names, tuple(pointers), waiting.rules if waiting else ()))

    def remaining(self) -> Remaining:
        """How much is left to ask."""
        others = self._postponed
        return Remaining(self._at_least(), self._at_most(), len(others))

    @cached_property
    def _postponed(self) -> frozenset[str]:
        """The fields that nobody at hand knows, as paths."""
        return frozenset(self.document.strategy.not_known or ())

    @cached_property
    def _waiting(self) -> list[Judgement]:
        """The judgements at the threshold that are open."""
        return self._open(self.judged)

    def _open(self, judged: Judged) -> list[Judgement]:
        return [one for one in judged.judgements if _is_open(one) and self._counts(one.rule)]

    def _counts(self, rule: Rule) -> bool:
        if self.threshold == "never":
            return True
        return SEVERITIES.index(rule.severity) <= SEVERITIES.index(self.threshold)

    @cached_property
    def _asked(self) -> list[_Open]:
        return self._open_fields(self._waiting, self.document.strategy)

    def _open_fields(self, waiting: Iterable[Judgement], strategy: Strategy) -> list[_Open]:
        """The fields that open rules wait for, but those that nobody at hand knows, in the order of the rules."""
        shapes = self.rulesets.shapes
        found: dict[tuple[str, ...], tuple[dict[Pointer, None], dict[str, Rule]]] = {}
        for judgement in waiting:
            for deciding in judgement.deciding:
                for pointer in stated_fields(deciding.pointer, shapes):
                    stated = value_at(strategy, pointer)
                    if label(pointer) in self._postponed or not (stated is None or isinstance(stated, IncompleteList)):
                        continue
                    names = tuple(step for step in pointer if isinstance(step, str))
                    pointers, rules = found.setdefault(names, ({}, {}))
                    pointers[pointer] = None
                    rules[judgement.rule.id] = judgement.rule
        return [_Open(names, tuple(pointers), tuple(rules.values())) for names, (pointers, rules) in found.items()]

    def _question(self, asked: _Open, *, gate: bool = False, effects: bool = True) -> NextQuestion:
        strategy, shapes = self.document.strategy, self.rulesets.shapes
        attribute = attribute_at(asked.names, shapes)
        first, several = asked.pointers[0], len(asked.pointers) > 1
        kind = _kind(attribute)
        if isinstance(value_at(strategy, first), IncompleteList):
            kind = "more"
        owners: dict[Owner, int] = {}
        for rule in asked.rules:
            owners[rule.text.remedy.owner] = owners.get(rule.text.remedy.owner, 0) + WEIGHTS[rule.severity]
        elements = [element_of(pointer) for pointer in asked.pointers]
        weightiest = min(asked.rules, key=lambda rule: SEVERITIES.index(rule.severity), default=None)
        return NextQuestion(
            field=_for_each(asked.pointers) if several else label(first),
            text=attribute.question,
            kind=kind,
            unit=attribute.unit,
            choices=attribute.type.choices,
            asked_of=tuple(subject_label(element, strategy) for element in elements if element),
            each=tuple(map(label, asked.pointers)),
            gate=gate,
            severity=weightiest.severity if weightiest else "showstopper",
            rules=tuple(rule.id for rule in asked.rules),
            weightiest=weightiest.text.title if weightiest else "",
            could_block=sum(rule.severity in ("showstopper", "major") for rule in asked.rules),
            owner=max(owners, key=lambda name: owners[name], default="social-team"),
            effects=tuple(self._effect(answer, asked, after) for answer, after in self._tried(asked))
            if effects
            else (),
        )

    def _tried(self, asked: _Open) -> list[tuple[str, Judged]]:
        """What the rules would say after each answer, where the answers are few."""
        tried: list[tuple[str, Judged]] = []
        for answer, value in _answers(attribute_at(asked.names, self.rulesets.shapes)):
            strategy = self.document.strategy
            for pointer in asked.pointers:
                if value_at(strategy, pointer) is None:
                    strategy = strategy_with(strategy, pointer, value)
            tried.append((answer, self.judged.after(strategy)))
        return tried

    def _settles(self, asked: _Open) -> float:
        """The weight of the open rules that an answer settles: on average where answers were tried, else at least."""
        tried = self._tried(asked)
        if not tried:
            alone = {one.rule.id for one in self._waiting if len(one.deciding) == 1}
            return float(sum(WEIGHTS[rule.severity] for rule in asked.rules if rule.id in alone))
        before = self._open_weight(self.judged)
        return sum(before - self._open_weight(after) for _, after in tried) / len(tried)

    def _open_weight(self, judged: Judged) -> int:
        return sum(WEIGHTS[rule.severity] for rule in self._open_rules(judged).values())

    def _open_rules(self, judged: Judged) -> dict[str, Rule]:
        return {one.rule.id: one.rule for one in self._open(judged)}

    def _effect(self, answer: str, asked: _Open, after: Judged) -> Effect:
        settled = self._open_rules(self.judged).keys() - self._open_rules(after).keys()
        verdicts = {name: {one.verdict for one in after.by_rule[name]} for name in settled}
        short = [name for name, said in verdicts.items() if Verdict.GAP in said]
        met = [name for name, said in verdicts.items() if name not in short and Verdict.MET in said]
        gaps: dict[Severity, int] = {}
        for name in short:
            severity = self.rulesets.rules[name].severity
            gaps[severity] = gaps.get(severity, 0) + 1
        questions = len(self._open_fields(self._open(after), after.strategy)) - len(self._asked)
        return Effect(answer, len(met), len(settled) - len(short) - len(met), gaps, questions)

    def _at_least(self) -> int:
        """Each open rule needs one of its fields: rules that have none in common need as many answers as there are."""
        taken: set[tuple[str, ...]] = set()
        count = 0
        fields: dict[str, set[tuple[str, ...]]] = {}
        for asked in self._asked:
            for rule in asked.rules:
                fields.setdefault(rule.id, set()).add(asked.names)
        for names in sorted(fields.values(), key=len):
            if taken.isdisjoint(names):
                taken |= names
                count += 1
        return count

    def _at_most(self) -> int:
        """All fields that open rules could still ask for, those among them that are not stated everywhere."""
        if not self._asked:
            return 0
        strategy, found = self.document.strategy, set[tuple[str, ...]]()
        for rule in self._open_rules(self.judged).values():
            for names in self.judged.index.reads[rule.id]:
                if not _stated_everywhere(strategy, names):
                    found.add(names)
        return max(len(found), len(self._asked))


def _is_open(judgement: Judgement) -> bool:
    """Whether answers can change it; what was listed and is not described yet is a gap by silence, and asked about."""
    if judgement.verdict is Verdict.GAP:
        return all(deciding.value is None for deciding in judgement.deciding)
    return judgement.verdict.is_open


@cache
def gates() -> frozenset[tuple[str, ...]]:
    """The fields of the gates."""
    text = (files("govrules.assessment.interview") / "gates.yaml").read_text(encoding="utf-8")
    return frozenset(tuple(path.split(".")) for path in yaml.safe_load(text))


def _kind(attribute: Attribute) -> AnswerKind:
    many = attribute.type.many
    match attribute.type.kind:
        case "boolean":
            return "yes-no"
        case "choice":
            return "choices" if many else "choice"
        case "market" | "jurisdiction":
            return "places"
        case "sector":
            return "sectors"
        case "part":
            return "names"
        case "integer" | "number":
            return "number"
        case "day":
            return "day"
        case _:
            return "texts" if many else "text"


def _answers(attribute: Attribute) -> list[tuple[str, Any]]:
    """The answers that can be tried: each as it is called, and as the document holds it."""
    type_ = attribute.type
    if type_.kind == "boolean" and not type_.many:
        return [("yes", True), ("no", False)]
    if type_.kind == "part" and type_.many:
        return [("none", ())]
    if type_.kind == "choice" and len(type_.choices) <= _MOST_ANSWERS:
        return [(choice, (choice,) if type_.many else choice) for choice in type_.choices]
    return []


def _for_each(pointers: Sequence[Pointer]) -> str:
    """The path that names the same field of several elements: ``channels[].platform``."""
    return "".join(
        "[]" if isinstance(step, int) else f"{'.' if index else ''}{step}" for index, step in enumerate(pointers[0])
    )


def _stated_everywhere(value: Any, names: tuple[str, ...]) -> bool:
    if value is None:
        return False
    if isinstance(value, tuple) and names:
        return not isinstance(value, IncompleteList) and all(_stated_everywhere(one, names) for one in value)
    return not names or _stated_everywhere(getattr(value, names[0], None), names[1:])
