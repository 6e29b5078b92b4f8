# SPDX-License-Identifier: Apache-2.0
"""Reports as OSCAL assessment results, for tools of governance, risk and compliance.

A rule is a control; each rule and subject is a finding, satisfied or not; what decided it is an observation with its
places; each gap is a risk with its remedy, and with its acceptance where it is waived. All uuids are made from names
(RFC 4122, version 5) and all times from the as-of date and the waivers, so that the same reports give the same bytes.
The form is that of OSCAL 1.2.1, as plain data.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from govrules.assessment.fingerprint import fingerprints, generic
from govrules.assessment.report import Evidence, Finding, Met, PathStep, Question, Report
from govrules.assessment.rule_record import RuleRecord
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.presentation.answer import go_ahead, not_checked
from govrules.output.presentation.escaping import one_line, safe_json
from govrules.output.presentation.evidence import statement
from govrules.output.presentation.rules import term
from govrules.output.presentation.waived_and_known import Acceptance, acceptance, waiver_words
from govrules.output.presentation.words import VERDICTS
from govrules.verdict import Verdict
from govrules.version import VERSION

OSCAL_VERSION = "1.2.1"
NAMESPACE = "urn:govrules:oscal"
"""The namespace of the properties that OSCAL has no name for."""
_ROOT = uuid5(NAMESPACE_URL, NAMESPACE)
_APPROVED = "deviation-approved"  # by OSCAL: a risk that somebody accepted
_NO_TOKEN = re.compile(r"[^A-Za-z0-9._-]+")


def render(reports: Sequence[Report], options: Options = OPTIONS) -> str:
    """Write the reports as one document of assessment results, with one result each."""
    return as_json({"assessment-results": _assessment_results(reports)})


def as_json(document: Mapping[str, Any]) -> str:
    """Write an OSCAL document."""
    return safe_json(json.dumps(document, indent=2, ensure_ascii=False)) + "\n"


def made_from(*names: object) -> str:
    """A uuid that is the same for the same names."""
    return str(uuid5(_ROOT, "\0".join(map(str, names))))


def moment(day: date) -> str:
    """The beginning of a day, in UTC."""
    return f"{day.isoformat()}T00:00:00+00:00"


def end_of(day: date) -> str:
    """The last second of a day, in UTC."""
    return f"{day.isoformat()}T23:59:59+00:00"


def token(name: str) -> str:
    """A name as OSCAL allows it for an id: of letters, digits and signs, beginning with a letter."""
    clean = _NO_TOKEN.sub("-", name)
    return clean if clean[:1].isalpha() else f"id-{clean}"


def line(text: str) -> str:
    """A text as OSCAL allows it on one line: no breaks, no blanks at its ends, never empty."""
    return one_line(text) or "none"


def prop(name: str, value: str) -> dict[str, str]:
    """A property of the namespace of govrules."""
    return {"name": token(name), "ns": NAMESPACE, "value": line(value)}


def metadata(title: str, day: date, version: str) -> dict[str, Any]:
    """What every OSCAL document begins with."""
    return {
        "title": line(title),
        "last-modified": moment(day),
        "version": version,
        "oscal-version": OSCAL_VERSION,
        "props": [prop("govrules-version", VERSION)],
    }


def _assessment_results(reports: Sequence[Report]) -> dict[str, Any]:
    titles = "; ".join(report.title for report in reports)
    return {
        "uuid": made_from("assessment-results", [_key(report) for report in reports]),
        "metadata": metadata(f"Checked: {titles}", max(report.as_of for report in reports), VERSION),
        # There is no assessment plan: the rulesets say what is checked.
        "import-ap": {"href": "#", "remarks": "No plan was written; the rulesets of each result are what is checked."},
        "results": [_result(report) for report in reports],
    }


def _key(report: Report) -> tuple[str, ...]:
    """What makes a result what it is: the same document and waivers on the same day by the same rules."""
    waivers = (file.digest for file in report.waiver_files)
    return (report.digest or report.title, report.as_of.isoformat(), *_rulesets(report), *waivers)


def _rulesets(report: Report) -> Iterator[str]:
    return (f"{ruleset.id} {ruleset.version} {ruleset.digest}" for ruleset in report.rulesets)


def _result(report: Report) -> dict[str, Any]:
    maker = _Maker(report)
    observations, findings, risks = maker.everything()
    verdict = go_ahead(report)
    controls = [{"control-id": token(rule)} for rule in report.rules]
    result: dict[str, Any] = {
        "uuid": maker.uuid("result"),
        "title": line(report.title),
        "description": " ".join(filter(None, (not_checked(report), f"{verdict.answer}.", verdict.because))),
        "start": moment(report.as_of),
        "end": moment(report.as_of),
        "props": [
            prop("organisation", report.organisation),
            *([prop("document-digest", report.digest)] if report.digest else []),
            *([prop("document", report.file)] if report.file else []),
            *(prop("waiver-file", f"{one.file} {one.digest}") for one in report.waiver_files),
            *(prop("ruleset", text) for text in _rulesets(report)),
            *(prop("not-checked", one.text) for one in report.coverage.not_checked),
        ],
        "reviewed-controls": {
            "description": "The rules that apply to the strategy.",
            "control-selections": [{"include-controls": controls} if controls else {"include-all": {}}],
        },
    }
    # OSCAL allows no empty list.
    result |= {
        name: items
        for name, items in (("observations", observations), ("risks", risks), ("findings", findings))
        if items
    }
    return result | {"remarks": report.disclaimer}


class _Maker:
    """Makes the parts of one result."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.key = _key(report)
        self.steps: dict[str, PathStep] = {rule: step for step in report.path for rule in step.rules}
        self.questions: dict[str, list[Question]] = {}
        for question in report.questions:
            for rule in question.rules:
                self.questions.setdefault(rule, []).append(question)

    def uuid(self, *names: object) -> str:
        """A uuid of this result."""
        return made_from(*self.key, *names)

    def everything(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
        """The observations, findings and risks, each in the order of the report."""
        observations: list[dict[str, Any]] = []
        findings: list[dict[str, Any]] = []
        risks: list[dict[str, Any]] = []
        for finding, mark in zip(self.report.findings, fingerprints(self.report.findings), strict=True):
            observations.append(self._observation(mark, finding, finding.message))
            findings.append(self._finding(mark, finding))
            if not finding.verdict.is_open:
                risks.append(self._risk(mark, finding))
        for index, met in enumerate(self.report.met):
            rule = self.report.rules[met.rule]
            mark = f"met-{index}"
            observations.append(self._observation(mark, met, rule.title))
            findings.append(self._met(mark, met, rule))
        return observations, findings, risks

    def _observation(self, mark: str, verdict: Finding | Met, description: str) -> dict[str, Any]:
        made: dict[str, Any] = {
            "uuid": self.uuid("observation", mark),
            "title": line(f"{verdict.subject}: {self.report.rules[verdict.rule].title}"),
            "description": line(description),
            "props": [prop("subject", verdict.subject), prop("pointer", verdict.pointer or "/")],
            "methods": ["EXAMINE"],
            "types": ["finding" if isinstance(verdict, Finding) else "control-objective"],
            "collected": moment(self.report.as_of),
        }
        evidence = [_evidence(item) for item in verdict.evidence]
        return made | ({"relevant-evidence": evidence} if evidence else {})

    def _finding(self, mark: str, finding: Finding) -> dict[str, Any]:
        rule = self.report.rules[finding.rule]
        status: dict[str, Any] = {"state": "not-satisfied", "reason": "fail"}
        if finding.verdict.is_open:
            asked = "; ".join(question.text for question in self.questions.get(finding.rule, ()))
            status = {
                "state": "not-satisfied",
                "reason": "other",
                "remarks": line(f"{VERDICTS[finding.verdict].title}: {asked}"),
            }
        elif finding.verdict is Verdict.UPCOMING:
            remarks = line(f"Not yet in force: {term(rule.source, self.report.as_of)}.")
            status = {"state": "not-satisfied", "reason": "other", "remarks": remarks}
        if words := waiver_words(finding):
            status["remarks"] = line(" ".join(part for part in (status.get("remarks"), words) if part))
        made: dict[str, Any] = {
            "uuid": self.uuid("finding", mark),
            "title": line(f"{finding.subject}: {rule.title}"),
            "description": line(finding.message),
            "props": [
                prop("fingerprint", mark),
                prop("verdict", finding.verdict),
                *([prop("known-from", finding.known_from)] if finding.known_from else []),
                *(prop("stands-for", name) for name in finding.stands_for),
                *rule_props(rule),
            ],
            "target": self._target(rule, status),
            "related-observations": [{"observation-uuid": self.uuid("observation", mark)}],
        }
        if not finding.verdict.is_open:
            made["related-risks"] = [{"risk-uuid": self.uuid("risk", mark)}]
        return made | rule_links(rule)

    def _met(self, mark: str, met: Met, rule: RuleRecord) -> dict[str, Any]:
        return {
            "uuid": self.uuid("finding", mark),
            "title": line(f"{met.subject}: {rule.title}"),
            "description": line(met.praise or rule.title),
            "props": [prop("verdict", Verdict.MET), *rule_props(rule)],
            "target": self._target(rule, {"state": "satisfied", "reason": "pass"}),
            "related-observations": [{"observation-uuid": self.uuid("observation", mark)}],
        } | rule_links(rule)

    def _target(self, rule: RuleRecord, status: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "objective-id",
            "target-id": token(f"{rule.id}_obj"),
            "title": line(rule.title),
            "status": status,
        }

    def _risk(self, mark: str, finding: Finding) -> dict[str, Any]:
        rule = self.report.rules[finding.rule]
        step = self.steps.get(finding.rule)
        props = [
            prop("owner", rule.remedy.owner),
            prop("effort-estimate", rule.remedy.effort),
            *([prop("step-of-the-path-to-yes", str(step.number))] if step else []),
        ]
        made: dict[str, Any] = {
            "uuid": self.uuid("risk", mark),
            "title": line(f"{finding.subject}: {rule.title}"),
            "description": line(finding.message),
            "statement": line(f"{finding.message} {rule.source.citation} ({rule.source.authority})."),
            "props": [prop("severity", finding.severity)],
            "status": _APPROVED if finding.verdict is Verdict.WAIVED else "open",
            "remediations": [
                {
                    "uuid": self.uuid("remedy", mark),
                    "lifecycle": "recommendation",
                    "title": line(rule.remedy.do if len(rule.remedy.do) <= 100 else rule.title),
                    "description": line(rule.remedy.do),
                    "props": props,
                    "remarks": "Owner and effort are what is usual: an estimate.",
                }
            ],
            "related-observations": [{"observation-uuid": self.uuid("observation", mark)}],
        }
        accepted = acceptance(finding)
        return made | self._accepted(mark, finding, accepted) if accepted else made

    def _accepted(self, mark: str, finding: Finding, accepted: Acceptance) -> dict[str, Any]:
        """What a risk says of its acceptance: the day by which it must be cured, and the entry in its log."""
        entry: dict[str, Any] = {
            "uuid": self.uuid("acceptance", mark),
            "title": line(f"Accepted for a time by {accepted.by}"),
            "description": line(accepted.reason),
            "start": moment(accepted.on),
            "end": end_of(accepted.until),
            "props": [
                prop("accepted-by", accepted.by),
                prop("accepted-on", accepted.on.isoformat()),
                prop("waived-until", accepted.until.isoformat()),
                *([prop("ticket", accepted.ticket)] if accepted.ticket else []),
            ],
            "status-change": _APPROVED,
            "remarks": line(waiver_words(finding) or ""),
        }
        return {"deadline": end_of(accepted.until), "risk-log": {"entries": [entry]}}


def _evidence(item: Evidence) -> dict[str, Any]:
    place = item.location
    props = [prop("field", generic(item.field)), prop("pointer", item.pointer or "/")]
    if place:
        props += [prop("file", place.file), prop("line", str(place.line)), prop("column", str(place.column))]
    return {"description": line(statement(item)), "props": props}


def rule_props(rule: RuleRecord) -> Iterable[dict[str, str]]:
    """What a rule is, as properties of a control or of a finding about it."""
    source = rule.source
    yield prop("severity", rule.severity)
    yield prop("basis", rule.basis)
    yield prop("jurisdiction", rule.jurisdiction)
    yield prop("citation", source.citation)
    yield prop("authority", source.authority)
    yield prop("confidence", source.confidence)
    if source.in_force:
        yield prop("in-force", source.in_force.isoformat())
    if source.until:
        yield prop("until", source.until.isoformat())


def rule_links(rule: RuleRecord) -> dict[str, Any]:
    """The page of a rule's source, as the links of a control or finding; nothing where there is none."""
    url = rule.source.url
    if not url or not url.startswith(("https://", "http://")):
        return {}
    return {"links": [{"href": url, "rel": "reference", "text": line(rule.source.citation)}]}


FORMAT = Format("oscal", "json", render)
