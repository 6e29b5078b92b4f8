# SPDX-License-Identifier: Apache-2.0
"""From a strategy and rules to a report."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from govrules.assessment.alternatives import Alternatives, answerable
from govrules.assessment.coverage import coverage
from govrules.assessment.coverage_record import Coverage
from govrules.assessment.evidence import EvidenceOf, subject_label
from govrules.assessment.evidence import json_pointer as write_pointer
from govrules.assessment.objections import answer_objections
from govrules.assessment.path import BLOCKING, path_to_yes
from govrules.assessment.questions import questions_of
from govrules.assessment.report import ByBasis, FileRecord, Finding, Met, Question, Report, RulesetRecord, Summary
from govrules.assessment.rule_record import RuleRecord, rule_record
from govrules.assessment.selection import Selection, select_rules
from govrules.assessment.ten_questions import answer_ten_questions
from govrules.assessment.terms import TERMS, Terms
from govrules.assessment.unread import unread_answers
from govrules.assessment.upcoming import coming_changes
from govrules.assessment.waivers import WAIVER_RULES, Judged, PlacedWaiver, hold_waivers, own_waivers, waiver_rule
from govrules.assessment.yielding import Special, waived_specials, without_specials
from govrules.engines.compiled import CompiledEngine
from govrules.engines.decided import value_at
from govrules.engines.interface import Engine, Judgement
from govrules.logic.condition import Pointer
from govrules.ruleset.applicability import PLANS, assumed_away, left_to_plans, told_by_plans
from govrules.ruleset.message import fill
from govrules.ruleset.model import BASES, SEVERITIES, Basis, Nexus, Severity
from govrules.ruleset.relevance import Reach, reach_of
from govrules.ruleset.rule import Rule, Rulesets
from govrules.strategy.document import Strategy
from govrules.strategy.load import Document
from govrules.verdict import Verdict
from govrules.version import VERSION

_OPEN = {
    Verdict.UNANSWERED: "the document does not say enough to tell",
    Verdict.MAY_APPLY: "the document does not say whether this applies",
}
_UNSAID: Mapping[Nexus, str] = {
    "establishment": "has its seat",
    "staff": "employs people",
    "listing": "is listed",
}
_PLANNED: Mapping[tuple[str, ...], str] = {
    ("audiences",): "audiences",
    ("channels",): "channels",
    ("content",): "campaigns or lines of content",
    ("endorsements",): "programmes of people who are rewarded",
    ("promotions",): "giveaways and contests",
    ("data_uses",): "uses of personal data",
    ("reviews",): "reviews",
    ("outreach",): "marketing by e-mail, text or phone",
    ("governance", "approval_matrix"): "who approves which class of content",
    ("governance", "obligations"): "the laws and codes that bind the channels",
    ("governance", "vendors"): "agencies and tools",
}
_StandsFor = Mapping[tuple[str, Pointer], tuple[str, ...]]
_WEIGHT = {severity: index for index, severity in enumerate(SEVERITIES)}


def assess(
    document: Document,
    rulesets: Rulesets,
    *,
    as_of: date,
    terms: Terms = TERMS,
    engine: Engine | None = None,
    waivers: Sequence[PlacedWaiver] = (),
    waiver_files: Sequence[FileRecord] = (),
) -> Report:
    """Judge a strategy by the selected rules as of a day, and report.

    ``waivers`` are those about this strategy that stand in files of their own, ``waiver_files`` all files in which
    they were looked for. Raises :class:`~govrules.source.errors.InputError` where the selection leaves no rule.
    """
    selection = select_rules(rulesets, terms)
    rules = selection.rules
    judge = engine or CompiledEngine(rulesets.concepts)
    judged = judge.judge(rules, document.strategy, as_of)
    everything = _told_here(judged, document.strategy)
    shapes = rulesets.shapes
    alternatives = Alternatives(rulesets, document.strategy, as_of)
    evidence = EvidenceOf(document, shapes)

    def held_against_waivers() -> Judged:
        return hold_waivers(
            [
                _finding(judgement, document.strategy, evidence, as_of, stands_for, alternatives)
                for judgement in everything
                if judgement.verdict.is_finding
            ],
            (*own_waivers(document), *waivers) if terms.waivers else (),
            shapes,
            as_of=as_of,
            longest=terms.waiver_days,
            asked=selection.asked,
            left_out=selection.left_out,
        )

    stands_for = _stands_for(everything, rulesets)
    held = held_against_waivers()
    accepted: frozenset[Special] = frozenset()
    while waived := waived_specials(held.findings):
        # Whoever accepts a gap in a special rule has not accepted it in the general one.
        accepted |= waived
        judged = without_specials(judged, accepted, judge, document.strategy, as_of, rulesets)
        everything = _told_here(judged, document.strategy)
        stands_for = _stands_for(everything, rulesets)
        held = held_against_waivers()
    judgements = [judgement for judgement in everything if judgement.verdict is not Verdict.NOT_APPLICABLE]

    def place(rule: str) -> int:
        places = selection.places
        return places[rule] if rule in places else len(places) + WAIVER_RULES.index(rule)

    findings = sorted(
        (*held.findings, *held.about_waivers),
        key=lambda finding: (_WEIGHT[finding.severity], finding.verdict.rank, place(finding.rule)),
    )
    questions = questions_of(judgements, document, shapes, alternatives)
    met = (
        *(
            _met(judgement, document.strategy, evidence, stands_for)
            for judgement in judgements
            if not judgement.verdict.is_finding
        ),
        *held.met,
    )
    source, strategy = document.source, document.strategy
    covered = coverage(document, selection, rulesets)
    reach = reach_of([strategy], shapes.sectors)
    records = {rule.id: rule_record(rule) for rule in _rules_of(judgements)}
    cited = dict.fromkeys(name for names in stands_for.values() for name in names)
    yielded = {name: rule_record(rulesets.rules[name]) for name in cited if name not in records}
    if held.records:
        records |= {name: waiver_rule(name) for name in WAIVER_RULES}
    return Report(
        govrules=VERSION,
        engines=judge.names,
        as_of=as_of,
        document=strategy.document,
        title=strategy.title,
        organisation=strategy.organisation.name,
        file=source.file if source else None,
        digest=source.digest if source else None,
        rulesets=_ruleset_records(rulesets, selection.counted),
        switched_off=rulesets.switched_off,
        summary=_summary(records, findings, questions, covered),
        findings=tuple(findings),
        questions=questions,
        unread=unread_answers(document, judged, selection.left_out, rulesets, reach),
        assumptions=(*_left_to_plans(strategy, judged, rules), *_elsewhere(strategy, selection, reach)),
        met=met,
        rules=records,
        yielded=yielded,
        coverage=covered,
        path=path_to_yes(findings, records | yielded, strategy.markets or ()),
        ten_questions=answer_ten_questions(strategy, findings, met, as_of),
        objections=answer_objections(strategy.objections or (), rulesets.rules, records, findings),
        upcoming=coming_changes(records.values(), findings, held.records, as_of),
        waivers=held.records,
        waiver_files=tuple(waiver_files),
        terms=terms,
        decision=strategy.recommendation.decision if strategy.recommendation else None,
    )


def _finding(
    judgement: Judgement,
    strategy: Strategy,
    evidence: EvidenceOf,
    as_of: date,
    stands_for: _StandsFor,
    alternatives: Alternatives,
) -> Finding:
    rule, verdict = judgement.rule, judgement.verdict
    name = subject_label(judgement.subject, strategy)
    if verdict is Verdict.GAP:
        verdict = Verdict.GAP if rule.in_force(as_of) else Verdict.UPCOMING
        parameters = {key: parameter.value for key, parameter in rule.text.parameters.items()}
        message = fill(rule.text.finding, name, value_at(strategy, judgement.subject), parameters)
    else:
        message = f"{rule.text.title}: {_OPEN[verdict]}."
    return Finding(
        rule=rule.id,
        verdict=verdict,
        severity=rule.severity,
        subject=name,
        pointer=write_pointer(judgement.subject),
        message=message,
        evidence=evidence(judgement),
        stands_for=stands_for.get((judgement.rule.id, judgement.subject), ()),
        ways=alternatives.left(judgement),
    )


def _met(judgement: Judgement, strategy: Strategy, evidence: EvidenceOf, stands_for: _StandsFor) -> Met:
    return Met(
        rule=judgement.rule.id,
        subject=subject_label(judgement.subject, strategy),
        pointer=write_pointer(judgement.subject),
        praise=judgement.rule.text.praise,
        evidence=evidence(judgement),
        stands_for=stands_for.get((judgement.rule.id, judgement.subject), ()),
    )


def _stands_for(judgements: Sequence[Judgement], rulesets: Rulesets) -> _StandsFor:
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


def _summary(
    rules: Mapping[str, RuleRecord], findings: Sequence[Finding], questions: Sequence[Question], covered: Coverage
) -> Summary:
    """Count each rule once, by the worst that it says of any subject."""
    worst: dict[str, Verdict] = {}
    for finding in findings:
        before = worst.get(finding.rule)
        if before is None or finding.verdict.rank < before.rank:
            worst[finding.rule] = finding.verdict

    def gaps(severity: Severity) -> int:
        return sum(worst.get(name) is Verdict.GAP and rule.severity == severity for name, rule in rules.items())

    def blocking(basis: Basis) -> int:
        return sum(
            worst.get(name) is Verdict.GAP and rule.basis == basis and rule.severity in BLOCKING
            for name, rule in rules.items()
        )

    said = list(worst.values())
    applying = [rule for name, rule in rules.items() if worst.get(name) is not Verdict.MAY_APPLY]
    return Summary(
        applicable=len(applying),
        met=len(rules) - len(worst),
        showstoppers=gaps("showstopper"),
        major=gaps("major"),
        minor=gaps("minor"),
        advice=gaps("advice"),
        unanswered=said.count(Verdict.UNANSWERED),
        may_apply=said.count(Verdict.MAY_APPLY),
        upcoming=said.count(Verdict.UPCOMING),
        waived=said.count(Verdict.WAIVED),
        questions=sum(not question.screening for question in questions),
        screening=sum(question.screening for question in questions),
        not_checked=len(covered.not_checked),
        could_be_showstoppers=sum(rule.severity == "showstopper" for rule in applying),
        blocking=ByBasis(**{basis: blocking(basis) for basis in BASES}),
    )


def _told_here(judged: Sequence[Judgement], strategy: Strategy) -> Sequence[Judgement]:
    """The judgements without those of which only plans can tell whether the rule applies."""
    return [
        one for one in judged if one.verdict is not Verdict.MAY_APPLY or answerable(one, strategy) or not one.deciding
    ]


def _left_to_plans(strategy: Strategy, judged: Iterable[Judgement], rules: Iterable[Rule]) -> tuple[str, ...]:
    if strategy.document in PLANS:
        return ()
    left: set[tuple[str, ...] | None] = {(rule.text.subject,) for rule in rules if left_to_plans(rule.text, strategy)}
    for one in judged:
        if one.verdict is Verdict.MAY_APPLY:
            left |= {told_by_plans(deciding.pointer, strategy) for deciding in one.deciding}
    named = [words for part, words in _PLANNED.items() if part in left]
    if not named:
        return ()
    *most, last = named
    said = f"{', '.join(most)} or {last}" if most else last
    return (
        f"Assumed: this policy says nothing about {said}, so the rules on these were left to strategies, campaigns and "
        "channel plans. State them here if the policy is about them.",
    )


def _elsewhere(strategy: Strategy, selection: Selection, reach: Reach) -> tuple[str, ...]:
    ties = assumed_away((binding for _, binding in selection.grouped if reach.holds(binding)), strategy)
    if not ties:
        return ()
    *most, last = (words for tie, words in _UNSAID.items() if tie in ties)
    unsaid = f"{', '.join(most)} or {last}" if most else last
    return (
        f"Assumed: the document does not say where the organisation {unsaid}, so rules about this of places that it "
        "does not name were left out. Name them if there are any.",
    )


def _ruleset_records(rulesets: Rulesets, selected: Mapping[str, int]) -> tuple[RulesetRecord, ...]:
    return tuple(
        RulesetRecord(
            id=ruleset.id,
            title=ruleset.text.title,
            version=ruleset.text.version,
            reviewed=ruleset.text.reviewed,
            digest=ruleset.source.digest,
            rules=len(rulesets.rule_ids(ruleset)),
            selected=selected.get(ruleset.id, 0),
        )
        for ruleset in rulesets
    )


def _rules_of(judgements: Iterable[Judgement]) -> list[Rule]:
    return list({judgement.rule.id: judgement.rule for judgement in judgements}.values())
