# SPDX-License-Identifier: Apache-2.0
"""Reports as JUnit XML: a document is a suite, each applicable rule about each subject a test case.

A gap is a failure, what is not answered an error, what is waived or not yet in force is skipped.
"""

from collections import Counter
from collections.abc import Sequence
from xml.etree import ElementTree

from govrules.assessment.report import FindingVerdict, Report
from govrules.output.flags import Case, cases, repository_path
from govrules.output.safe import safe

_ELEMENTS: dict[FindingVerdict, str] = {
    "gap": "failure",
    "unanswered": "error",
    "waived": "skipped",
    "upcoming": "skipped",
}


def render(reports: Sequence[Report]) -> str:
    """Write all reports as one file; no time is measured, so that the same reports give the same bytes."""
    root = ElementTree.Element("testsuites", name="govrules")
    total: Counter[str] = Counter()
    for report in reports:
        listed = cases(report)
        count = Counter(_ELEMENTS[case.flag.finding.verdict] for case in listed if case.flag)
        count["tests"] = len(listed)
        suite = ElementTree.SubElement(root, "testsuite", {"name": safe(repository_path(report)), **_counted(count)})
        properties = ElementTree.SubElement(suite, "properties")
        for name, value in (("govrules", report.govrules), ("as_of", str(report.as_of)), ("digest", report.digest)):
            ElementTree.SubElement(properties, "property", name=name, value=value or "")
        for case in listed:
            _add_case(suite, case, repository_path(report))
        total.update(count)
    root.attrib.update(_counted(total))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _counted(count: Counter[str]) -> dict[str, str]:
    return {
        "tests": str(count["tests"]),
        "failures": str(count["failure"]),
        "errors": str(count["error"]),
        "skipped": str(count["skipped"]),
        "time": "0",
    }


def _add_case(suite: ElementTree.Element, case: Case, path: str) -> None:
    element = ElementTree.SubElement(
        suite, "testcase", name=safe(case.name), classname=safe(path), file=safe(path), line=str(case.line), time="0"
    )
    if case.flag:
        message, kind = safe(case.flag.message), _ELEMENTS[case.flag.finding.verdict]
        attributes = {"message": message}
        if kind != "skipped":
            attributes["type"] = case.flag.finding.severity
        told = ElementTree.SubElement(element, kind, attributes)
        told.text = message
