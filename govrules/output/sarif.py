# SPDX-License-Identifier: Apache-2.0
"""Reports as SARIF 2.1.0, within what GitHub's code scanning takes.

Waived findings are left out, since GitHub would show them as open; where they are asked for, they are suppressed
results. Where any finding was known before, each result says whether it is new. What is not answered has the kind
``open`` and, as the standard then demands, the level ``none``. No rule has a ``security-severity``: these are not
vulnerabilities.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from govrules.assessment.report import Report
from govrules.assessment.rule_record import RuleRecord
from govrules.output.annotations import LEVELS, Annotation, in_repository, repository_path, rules_of, worst_first
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.presentation.escaping import safe, safe_json
from govrules.output.presentation.evidence import end_column, statement
from govrules.output.presentation.items import Item
from govrules.output.presentation.markdown import plain, web_link
from govrules.output.presentation.numbers import sentence
from govrules.output.presentation.rules import change, cure, cure_label, unsettled
from govrules.output.presentation.words import BASES, CURRENT_POSITION, OUTDATED_VIEW
from govrules.verdict import Verdict
from govrules.version import VERSION

# A name and no address, as in the schemas: the standard asks for a URI, and the project has no page of its own yet.
_HOME = "urn:govrules:tool"
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# Of GitHub's code scanning: it keeps no more results and related places, shows no more tags, and reads no more text.
_RESULTS = 5_000
_RELATED = 100
_TAGS = 10
_NAME = 255
_DESCRIPTION = 1_024
_PRECISION = {"primary-verified": "very-high", "secondary-verified": "high", "unverified": "medium"}
_PROBLEM = {"error": "error", "warning": "warning", "note": "recommendation"}
# What a reader of SARIF takes for a link in plain text.
_LINK = re.compile(r"\](?=\()")


def render(reports: Sequence[Report], options: Options = OPTIONS) -> str:
    """Write the reports as one run; the worst findings first, and no more than GitHub keeps.

    With ``options.sarif_waived``, the waived findings as well, as suppressed results.
    """
    waived = options.sarif_waived
    rules = rules_of(reports)
    index = {rule.id: number for number, rule in enumerate(rules)}
    found = worst_first(reports, options.folder, known=True, waived=waived)
    kept = found[:_RESULTS]
    # The standard wants that all results of a run have such a property, or none.
    compared = any(annotation.item.known for annotation in kept)
    results = [
        {
            **_result(annotation, index[annotation.rule.id], options.folder),
            **({"baselineState": "unchanged" if annotation.item.known else "new"} if compared else {}),
            **({"suppressions": _suppressions(annotation)} if waived else {}),
        }
        for annotation in kept
    ]
    run = {
        "tool": {
            "driver": {
                "name": "govrules",
                "version": VERSION,
                "semanticVersion": VERSION,
                "informationUri": _HOME,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "automationDetails": {"id": f"govrules/{'+'.join(sorted({str(report.as_of) for report in reports}))}"},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _left_out(found)}],
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The root of the repository."}}},
        "artifacts": _artifacts(reports, kept, options.folder),
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return safe_json(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule(rule: RuleRecord) -> dict[str, Any]:
    level, source = LEVELS[rule.severity], rule.source
    described = f"{sentence(rule.title)} {sentence(source.citation)} {sentence(rule.remedy.do)}"
    address = {"helpUri": _uri(source.url)} if source.url and source.url.startswith("https://") else {}
    tags = dict.fromkeys(("compliance", rule.ruleset, rule.jurisdiction, *rule.sectors))
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in re.findall("[A-Za-z0-9]+", rule.id))[:_NAME],
        "shortDescription": _text(sentence(rule.title)),
        "fullDescription": _text(described),
        "help": {
            "text": "\n".join(safe(f"{label}: {text}") for label, text in _help(rule)),
            "markdown": "\n\n".join(_markdown(label, text) for label, text in _help(rule)),
        },
        **address,
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": list(tags)[:_TAGS],
            "precision": _PRECISION[source.confidence],
            "problem.severity": _PROBLEM[level],
            "severity": rule.severity,
            "basis": rule.basis,
        },
    }


def _help(rule: RuleRecord) -> Iterator[tuple[str, str]]:
    source = rule.source
    yield "What must hold", rule.title
    yield "Source", f"{source.citation} ({source.authority})"
    yield "Basis", BASES[rule.basis]
    if source.url:
        yield "Official page", source.url
    yield cure_label(rule.severity), cure(rule.remedy)
    if rule.outdated_view:
        yield OUTDATED_VIEW, rule.outdated_view
    if rule.current_position:
        yield CURRENT_POSITION, rule.current_position
    if rule.status:
        yield unsettled(rule.status)
    if rule.note:
        yield "Note", rule.note
    for made in rule.changes:
        yield "Changed", change(made)


def _markdown(label: str, text: str) -> str:
    return f"**{plain(label)}:** {web_link(text) if label == 'Official page' else plain(text)}"


def _result(annotation: Annotation, rule_index: int, folder: str) -> dict[str, Any]:
    item = annotation.item
    unanswered = item.verdict.is_open
    return {
        "ruleId": annotation.rule.id,
        "ruleIndex": rule_index,
        "kind": "open" if unanswered else "fail",
        "level": "none" if unanswered else annotation.level,
        "message": _text(sentence(annotation.message), limit=None),
        "locations": [_location(annotation.path, annotation.line, annotation.column, annotation.end_column)],
        **({"relatedLocations": related} if (related := _related(item, folder)) else {}),
        "partialFingerprints": {"primaryLocationLineHash": f"{annotation.fingerprint}:1"},
        "properties": {
            "verdict": item.verdict,
            "severity": item.severity,
            "rules": list(item.rules),
            "subjects": [safe(subject) for subject in item.subjects],
            "pointers": list(dict.fromkeys(safe(finding.pointer) for finding in item.findings)),
        },
    }


def _related(item: Item, folder: str) -> list[dict[str, Any]]:
    """The further places that decide, but for that at which the result stands."""
    found = {one.location: one for finding in item.findings for one in finding.evidence if one.location}
    if item.place and not item.question:
        found.pop(item.place)
    return [
        {
            "id": number,
            "message": _text(statement(one)),
            **_location(in_repository(place.file, folder), place.line, place.column, end_column(place)),
        }
        for number, (place, one) in enumerate(list(found.items())[:_RELATED], start=1)
        if place
    ]


def _location(path: str, line: int, column: int, end_column: int) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(path), "uriBaseId": "SRCROOT"},
            "region": {"startLine": line, "startColumn": column, "endLine": line, "endColumn": end_column},
        }
    }


def _suppressions(annotation: Annotation) -> list[dict[str, str]]:
    if annotation.item.verdict is not Verdict.WAIVED:
        return []
    why = _text(annotation.excuse or "", limit=None)["text"]
    return [{"kind": "external", "status": "accepted", "justification": why}]


def _artifacts(reports: Sequence[Report], kept: Sequence[Annotation], folder: str) -> list[dict[str, Any]]:
    """The strategies, and the files of waivers in which results lie."""
    digests = {repository_path(report, folder): report.digest for report in reports}
    digests |= {
        path: waivers.digest
        for path in dict.fromkeys(annotation.path for annotation in kept)
        for report in reports
        for waivers in report.waiver_files
        if in_repository(waivers.file, folder) == path
    }
    return [_artifact(path, digest) for path, digest in digests.items()]


def _artifact(path: str, digest: str | None) -> dict[str, Any]:
    location = {"location": {"uri": quote(path), "uriBaseId": "SRCROOT"}}
    return {**location, "hashes": {"sha-256": digest.removeprefix("sha256:")}} if digest else location


def _left_out(found: Sequence[Annotation]) -> list[dict[str, Any]]:
    """Say what the results do not hold, since nothing is passed over in silence."""
    beyond = Counter(annotation.item.severity for annotation in found[_RESULTS:])
    if not beyond:
        return []
    counted = ", ".join(f"{count} {severity}" for severity, count in beyond.items())
    message = f"GitHub keeps {_RESULTS:,} results; the least weighty findings beyond them were left out: {counted}."
    return [{"level": "warning", "message": {"text": message}}]


def _text(text: str, *, limit: int | None = _DESCRIPTION) -> dict[str, str]:
    shown = _LINK.sub("] ", safe(text))
    return {"text": shown if limit is None or len(shown) <= limit else shown[: limit - 1] + "…"}


def _uri(address: str) -> str:
    return quote(address, safe=":/?#@!$&'()*+,;=%~")


FORMAT = Format("sarif", "sarif", render)
