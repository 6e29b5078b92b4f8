# SPDX-License-Identifier: Apache-2.0
"""What rules say of a strategy, before anything is described: which have gaps, wait or are met, and what is asked.

It is all that a verdict rests on. A report describes it; whoever only wants the verdict on each of a million documents
is spared that.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from govrules.assessment.alternatives import Alternatives, answerable
from govrules.assessment.collector import collector_paused
from govrules.assessment.coverage import coverage
from govrules.assessment.coverage_record import Coverage
from govrules.assessment.evidence import json_pointer as write_pointer
from govrules.assessment.evidence import subject_label
from govrules.assessment.path import BLOCKING
from govrules.assessment.questions import Asked, asked_by
from govrules.assessment.report import ByBasis, Counts, RulesetRecord
from govrules.assessment.selection import Selection, select_rules
from govrules.assessment.terms import Terms
from govrules.assessment.verdicts import Ruling, Said, Weight
from govrules.assessment.waivers import WAIVER_RULES, Held, PlacedWaiver, hold_waivers, own_waivers, waiver_rule
from govrules.assessment.yielding import Special, waived_specials, without_specials
from govrules.engines.interface import Engine, Judgement
from govrules.logic.condition import Pointer
from govrules.ruleset.applicability import PLANS
from govrules.ruleset.model import BASES, SEVERITIES
from govrules.ruleset.rule import Rulesets
from govrules.strategy.document import Strategy
from govrules.strategy.load import Document
from govrules.verdict import Verdict
from govrules.version import VERSION

StandsFor = Mapping[tuple[str, Pointer], tuple[str, ...]]
"""For each rule and subject, the general rules whose place it takes there."""
_WEIGHT = {severity: index for index, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True)
class Weighed:
    """What the loaded rules say of one strategy, as of a day; the parts that a report describes have its names.

    ``judged`` are all judgements, ``judgements`` those of rules that apply or may apply. ``findings`` are what
    rules say (:class:`~govrules.assessment.verdicts.Said`) and findings about waivers, in their order in the report.
    """

    document: Document
    loaded: Rulesets
    selection: Selection
    engines: tuple[str, ...]
    as_of: date
    terms: Terms
    judged: Sequence[Judgement]
    judgements: Sequence[Judgement]
    stands_for: StandsFor
    alternatives: Alternatives
    held: Held
    findings: Sequence[Ruling]
    coverage: Coverage
    rules: Mapping[str, Weight]
    summary: Counts

    @property
    def govrules(self) -> str:
        """The release that judged."""
        return VERSION

    @property
    def title(self) -> str:
        """The title of the document."""
        return self.document.strategy.title

    @property
    def organisation(self) -> str:
        """The name of the organisation."""
        return self.document.strategy.organisation.name

    @property
    def file(self) -> str | None:
        """The file of the document, if it has one."""
        return self.document.source.file if self.document.source else None

    @property
    def digest(self) -> str | None:
        """The digest of the file."""
        return self.document.source.digest if self.document.source else None

    @property
    def rulesets(self) -> tuple[RulesetRecord, ...]:
        """The rulesets that were loaded."""
        return self.selection.rulesets

    @cached_property
    def questions(self) -> Sequence[Asked]:
        """All that open rules wait for; a verdict needs the number of those on rules that apply alone."""
        return self._asked(self.judgements)

    def asks_about(self, rules: Set[str]) -> bool:
        """Whether any of these rules waits for an answer that a document can give."""
        waiting = (one for one in self.judgements if one.verdict.is_open and one.rule.id in rules)
        return any(self._asked([one]) for one in waiting)

    def _asked(self, judgements: Iterable[Judgement]) -> Sequence[Asked]:
        return asked_by(judgements, self.document, self.loaded.shapes, self.alternatives)


@collector_paused()
def weigh(
    document: Document,
    rulesets: Rulesets,
    *,
    as_of: date,
    terms: Terms,
    engine: Engine,
    waivers: Sequence[PlacedWaiver] = (),
) -> Weighed:
    """Judge a strategy by the selected rules as of a day, and hold waivers against what they say.

    ``waivers`` are those about this strategy that stand in files of their own. Raises
    :class:`~govrules.source.errors.InputError` where the selection leaves no rule.
    """
    selection = select_rules(rulesets, terms)
    strategy = document.strategy
    subjects = _Subjects(strategy)
    counted = (*own_waivers(document), *waivers) if terms.waivers else ()

    def held_against_waivers() -> Held:
        return hold_waivers(
            [_said(one, subjects, as_of, stands_for) for one in everything if one.verdict.is_finding],
            counted,
            rulesets.shapes,
            as_of=as_of,
            longest=terms.waiver_days,
            asked=selection.asked,
            left_out=selection.left_out,
        )

    judged: Sequence[Judgement] = engine.judge(selection.rules, strategy, as_of)
    everything = _told_here(judged, strategy)
    stands_for = _stands_for(everything, rulesets)
    held = held_against_waivers()
    accepted: frozenset[Special] = frozenset()
    while waived := waived_specials(held.findings):
        # Whoever accepts a gap in a special rule has not accepted it in the general one.
        accepted |= waived
        judged = without_specials(judged, accepted, engine, strategy, as_of, rulesets)
        everything = _told_here(judged, strategy)
        stands_for = _stands_for(everything, rulesets)
        held = held_against_waivers()
    judgements = [one for one in everything if one.verdict is not Verdict.NOT_APPLICABLE]

    def place(rule: str) -> int:
        places = selection.places
        return places[rule] if rule in places else len(places) + WAIVER_RULES.index(rule)

    findings: list[Ruling] = sorted(
        [*held.findings, *held.about_waivers],
        key=lambda finding: (_WEIGHT[finding.severity], finding.verdict.rank, place(finding.rule)),
    )
    alternatives = Alternatives(rulesets, strategy, as_of)
    unanswered = (one for one in judgements if one.verdict is Verdict.UNANSWERED)
    questions = asked_by(unanswered, document, rulesets.shapes, alternatives)
    covered = coverage(document, selection, rulesets)
    rules: dict[str, Weight] = {one.rule.id: one.rule for one in judgements}
    if held.records:
        rules |= {name: waiver_rule(name) for name in WAIVER_RULES}
    return Weighed(
        document=document,
        loaded=rulesets,
        selection=selection,
        engines=engine.names,
        as_of=as_of,
        terms=terms,
        judged=judged,
        judgements=judgements,
        stands_for=stands_for,
        alternatives=alternatives,
        held=held,
        findings=findings,
        coverage=covered,
        rules=rules,
        summary=_counts(rules, findings, len(questions), covered),
    )


class _Subjects(dict[Pointer, tuple[str, str]]):
    """What readers call each subject, and its pointer as it is written."""

    def __init__(self, strategy: Strategy) -> None:
        super().__init__()
        self._strategy = strategy

    def __missing__(self, pointer: Pointer) -> tuple[str, str]:
        found = self[pointer] = subject_label(pointer, self._strategy), write_pointer(pointer)
        return found


def _said(judgement: Judgement, subjects: _Subjects, as_of: date, stands_for: StandsFor) -> Said:
    rule, verdict = judgement.rule, judgement.verdict
    if verdict is Verdict.GAP and not rule.in_force(as_of):
        verdict = Verdict.UPCOMING
    return Said(judgement, verdict, *subjects[judgement.subject], stands_for.get((rule.id, judgement.subject), ()))


def _told_here(judged: Sequence[Judgement], strategy: Strategy) -> Sequence[Judgement]:
    """The judgements without those of which only plans can tell whether the rule applies."""
    if strategy.document in PLANS:
        return judged
    return [
        one for one in judged if one.verdict is not Verdict.MAY_APPLY or answerable(one, strategy) or not one.deciding
    ]


def _stands_for(judgements: Sequence[Judgement], rulesets: Rulesets) -> StandsFor:
    """For each rule and subject, the general rules whose place it takes there, at second hand too."""
    yielded = {(one.rule.id, one.subject): one.yielded_to for one in judgements if one.yielded_to}
    found: dict[tuple[str, Pointer], dict[str, None]] = {}

    def cite(general: str, specials: Iterable[str], subject: Pointer) -> None:
        for special in specials:
            at = () if rulesets.rules[special].about_strategy else subject
            further = yielded.get((special, at))
            if further:
                cite(general, further, at)
            else:
                found.setdefault((special, at), {})[general] = None

    for (general, subject), specials in yielded.items():
        cite(general, specials, subject)
    return {key: tuple(names) for key, names in found.items()}


def _counts(rules: Mapping[str, Weight], findings: Sequence[Ruling], questions: int, covered: Coverage) -> Counts:
    """Count each rule once, by the worst that it says of any subject."""
    worst: dict[str, Verdict] = {}
    for finding in findings:
        before = worst.get(finding.rule)
        if before is None or finding.verdict.rank < before.rank:
            worst[finding.rule] = finding.verdict
    gaps = [rules[name] for name, verdict in worst.items() if verdict is Verdict.GAP]
    weights = Counter(rule.severity for rule in gaps)
    blocking = Counter(rule.basis for rule in gaps if rule.severity in BLOCKING)
    said = Counter(worst.values())
    applying = [rule for name, rule in rules.items() if worst.get(name) is not Verdict.MAY_APPLY]
    return Counts(
        applicable=len(applying),
        met=len(rules) - len(worst),
        showstoppers=weights["showstopper"],
        major=weights["major"],
        minor=weights["minor"],
        advice=weights["advice"],
        unanswered=said[Verdict.UNANSWERED],
        may_apply=said[Verdict.MAY_APPLY],
        upcoming=said[Verdict.UPCOMING],
        waived=said[Verdict.WAIVED],
        questions=questions,
        not_checked=len(covered.not_checked),
        could_be_showstoppers=sum(rule.severity == "showstopper" for rule in applying),
        blocking=ByBasis(**{basis: blocking[basis] for basis in BASES}),
    )
