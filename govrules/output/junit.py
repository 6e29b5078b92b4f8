# SPDX-License-Identifier: Apache-2.0
"""Reports as JUnit XML: a document is a suite, each applicable rule about each subject a test case.

A gap is a failure, what is not answered an error; that for which the check does not fail (waived, known before, below
the threshold, not yet in force) is skipped.
"""

from collections import Counter
from collections.abc import Sequence
from xml.etree import ElementTree

from govrules.assessment.report import Report
from govrules.output.flags import Case, Flag, cases, repository_path
from govrules.output.safe import safe


def render(reports: Sequence[Report]) -> str:
    """Write all reports as one file; no time is measured, so that the same reports give the same bytes."""
    root = ElementTree.Element("testsuites", name="govrules")
    total: Counter[str] = Counter()
    for report in reports:
        listed = cases(report)
        count = Counter(_element(case.flag) for case in listed if case.flag)
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


def _element(flag: Flag) -> str:
    if flag.excuse is not None:
        return "skipped"
    return "error" if flag.finding.verdict.is_open else "failure"


def _add_case(suite: ElementTree.Element, case: Case, suite_path: str) -> None:
    element = ElementTree.SubElement(
        suite,
        "testcase",
        name=safe(case.name),
        classname=safe(suite_path),
        file=safe(case.path),
        line=str(case.line),
        time="0",
    )
    if case.flag is None:
        return
    kind, why, message = _element(case.flag), case.flag.excuse, case.flag.message
    # Why a case is skipped is all that most services show of it.
    told = ElementTree.SubElement(element, kind, {"message": safe(why or message)})
    if kind != "skipped":
        told.set("type", case.flag.finding.severity)
    told.text = safe(f"{why}\n{message}" if why else message)
