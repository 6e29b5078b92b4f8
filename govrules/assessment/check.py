# SPDX-License-Identifier: Apache-2.0
"""From a strategy and rules to a report: what was weighed, described."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from govrules.assessment.alternatives import Alternatives
from govrules.assessment.collector import collector_paused
from govrules.assessment.evidence import EvidenceOf, subject_label
from govrules.assessment.evidence import json_pointer as write_pointer
from govrules.assessment.objections import answer_objections
from govrules.assessment.path import path_to_yes
from govrules.assessment.report import FileRecord, Finding, Met, Report, Summary
from govrules.assessment.rule_record import rule_record
from govrules.assessment.selection import Selection
from govrules.assessment.ten_questions import answer_ten_questions
from govrules.assessment.terms import TERMS, Terms
from govrules.assessment.unread import unread_answers
from govrules.assessment.upcoming import coming_changes
from govrules.assessment.verdicts import Said
from govrules.assessment.waivers import WAIVER_RULES, PlacedWaiver, waiver_rule
from govrules.assessment.weighing import StandsFor, Weighed, weigh
from govrules.engines.compiled import CompiledEngine
from govrules.engines.decided import value_at
from govrules.engines.interface import Engine, Judgement
from govrules.ruleset.applicability import PLANS, assumed_away, left_to_plans, told_by_plans
from govrules.ruleset.message import fill
from govrules.ruleset.model import Nexus
from govrules.ruleset.relevance import Reach, reach_of
from govrules.ruleset.rule import Rule, Rulesets
from govrules.strategy.document import Strategy
from govrules.strategy.load import Document
from govrules.verdict import Verdict

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
    judge = engine or CompiledEngine(rulesets.concepts)
    weighed = weigh(document, rulesets, as_of=as_of, terms=terms, engine=judge, waivers=waivers)
    return described(weighed, waiver_files=waiver_files)


@collector_paused()
def described(weighed: Weighed, *, waiver_files: Sequence[FileRecord] = ()) -> Report:
    """The report on a strategy that was judged: what its rules say, where, by which evidence, and what to do."""
    document, rulesets, as_of = weighed.document, weighed.loaded, weighed.as_of
    strategy, selection, held = document.strategy, weighed.selection, weighed.held
    evidence = EvidenceOf(document, rulesets.shapes)
    # Those about waivers are findings already.
    findings = tuple(
        _finding(one, strategy, evidence, weighed.alternatives) if isinstance(one, Said) else one
        for one in weighed.findings
    )
    questions = tuple(asked.described(document, rulesets.shapes) for asked in weighed.questions)
    met = (
        *(
            _met(judgement, strategy, evidence, weighed.stands_for)
            for judgement in weighed.judgements
            if not judgement.verdict.is_finding
        ),
        *held.met,
    )
    reach = reach_of([strategy], rulesets.shapes.sectors)
    records = {rule.id: rule_record(rule) for rule in _rules_of(weighed.judgements)}
    cited = dict.fromkeys(name for names in weighed.stands_for.values() for name in names)
    yielded = {name: rule_record(rulesets.rules[name]) for name in cited if name not in records}
    if held.records:
        records |= {name: waiver_rule(name) for name in WAIVER_RULES}
    return Report(
        govrules=weighed.govrules,
        engines=weighed.engines,
        as_of=as_of,
        document=strategy.document,
        title=weighed.title,
        organisation=weighed.organisation,
        file=weighed.file,
        digest=weighed.digest,
        rulesets=weighed.rulesets,
        switched_off=rulesets.switched_off,
        summary=Summary(**vars(weighed.summary), screening=sum(one.screening for one in questions)),
        findings=findings,
        questions=questions,
        unread=unread_answers(document, weighed.judged, selection.left_out, rulesets, reach),
        assumptions=(
            *_left_to_plans(strategy, weighed.judged, selection.rules),
            *_elsewhere(strategy, selection, reach),
        ),
        met=met,
        rules=records,
        yielded=yielded,
        coverage=weighed.coverage,
        path=path_to_yes(findings, records | yielded, strategy.markets or ()),
        ten_questions=answer_ten_questions(strategy, findings, met, as_of),
        objections=answer_objections(strategy.objections or (), rulesets.rules, records, findings),
        upcoming=coming_changes(records.values(), findings, held.records, as_of),
        waivers=held.records,
        waiver_files=tuple(waiver_files),
        terms=weighed.terms,
        decision=strategy.recommendation.decision if strategy.recommendation else None,
    )


def _finding(said: Said, strategy: Strategy, evidence: EvidenceOf, alternatives: Alternatives) -> Finding:
    judgement = said.judgement
    rule = judgement.rule
    if judgement.verdict is Verdict.GAP:
        parameters = {key: parameter.value for key, parameter in rule.text.parameters.items()}
        message = fill(rule.text.finding, said.subject, value_at(strategy, judgement.subject), parameters)
    else:
        message = f"{rule.text.title}: {_OPEN[judgement.verdict]}."
    return Finding(
        rule=said.rule,
        verdict=said.verdict,
        severity=said.severity,
        subject=said.subject,
        pointer=said.pointer,
        message=message,
        evidence=evidence(judgement),
        waiver=said.waiver,
        stands_for=said.stands_for,
        ways=alternatives.left(judgement),
    )


def _met(judgement: Judgement, strategy: Strategy, evidence: EvidenceOf, stands_for: StandsFor) -> Met:
    return Met(
        rule=judgement.rule.id,
        subject=subject_label(judgement.subject, strategy),
        pointer=write_pointer(judgement.subject),
        praise=judgement.rule.text.praise,
        evidence=evidence(judgement),
        stands_for=stands_for.get((judgement.rule.id, judgement.subject), ()),
    )


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


def _rules_of(judgements: Iterable[Judgement]) -> list[Rule]:
    return list({judgement.rule.id: judgement.rule for judgement in judgements}.values())
