# SPDX-License-Identifier: Apache-2.0
"""Reports as JUnit XML: a document is a suite, each thing that falls short or is open a test case, and so is each rule
that is met wherever it applies.

A gap is a failure, an open question an error; that for which the check does not fail (waived, known before, below
the threshold, not yet in force) is skipped.
"""

from collections import Counter
from collections.abc import Sequence
from xml.etree import ElementTree

from govrules.assessment.report import Report
from govrules.output.annotations import Annotation, TestCase, repository_path, test_cases
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.presentation.escaping import safe


def render(reports: Sequence[Report], options: Options = OPTIONS) -> str:
    """Write all reports as one file; no time is measured, so that the same reports give the same bytes."""
    root = ElementTree.Element("testsuites", name="govrules")
    total: Counter[str] = Counter()
    for report in reports:
        listed, path = test_cases(report, options.folder), repository_path(report, options.folder)
        count = Counter(_element(case.annotation) for case in listed if case.annotation)
        count["tests"] = len(listed)
        suite = ElementTree.SubElement(root, "testsuite", {"name": safe(path), **_counted(count)})
        properties = ElementTree.SubElement(suite, "properties")
        for name, value in (("govrules", report.govrules), ("as_of", str(report.as_of)), ("digest", report.digest)):
            ElementTree.SubElement(properties, "property", name=name, value=value or "")
        for case in listed:
            _add_case(suite, case, path)
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


def _element(annotation: Annotation) -> str:
    if annotation.excuse is not None:
        return "skipped"
    return "error" if annotation.item.verdict.is_open else "failure"


def _add_case(suite: ElementTree.Element, case: TestCase, suite_path: str) -> None:
    element = ElementTree.SubElement(
        suite,
        "testcase",
        name=safe(case.name),
        classname=safe(suite_path),
        file=safe(case.path),
        line=str(case.line),
        time="0",
    )
    if case.annotation is None:
        return
    kind, why, message = _element(case.annotation), case.annotation.excuse, case.annotation.message
    # Why a case is skipped is all that most services show of it.
    outcome = ElementTree.SubElement(element, kind, {"message": safe(why or message)})
    if kind != "skipped":
        outcome.set("type", case.annotation.item.severity)
    outcome.text = safe(f"{why}\n{message}" if why else message) + f"\nRules: {', '.join(case.annotation.item.rules)}"


FORMAT = Format("junit", "xml", render)
