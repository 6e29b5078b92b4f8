# SPDX-License-Identifier: Apache-2.0
"""Reads a report back from the JSON that ``govrules check --format json`` wrote."""

import re
from functools import cache
from typing import Any

from govrules.assessment.report import Report
from govrules.source.errors import InputError

_BEGINNING = re.compile(rb'\s*\{\s*"reports"\s*:')
_ENOUGH = 200
_MAX_BYTES = 32_000_000
_MAX_VALUES = 500_000
_MOST_FAULTS = 1_000


def is_report(path: str) -> bool:
    """Tell by how a file begins whether it holds reports; a file that cannot be read holds none."""
    if not path.lower().endswith(".json"):
        return False
    try:
        with open(path, "rb") as stream:
            return _BEGINNING.match(stream.read(_ENOUGH)) is not None
    except (OSError, ValueError):
        return False


def read_report(path: str) -> Report:
    """Read the one report of a file. Raises InputError where it holds several, or is of another version's form."""
    reports = read_reports(path)
    if len(reports) != 1:
        raise InputError.of(f"{path} holds {len(reports)} reports", "write one report for each strategy")
    return reports[0]


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(dict[str, tuple[Report, ...]])


def read_reports(path: str) -> tuple[Report, ...]:
    """Read the reports of a file. Raises InputError where it holds none, or is of another version's form."""
    from pydantic import ValidationError

    try:
        with open(path, "rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
    except OSError as error:
        message = f"{path}: the file cannot be read: {error.strerror}"
        raise InputError.of(message, "check the path") from None
    if len(raw) > _MAX_BYTES:
        raise InputError.of(f"{path}: the file is larger than {_MAX_BYTES:,} bytes", "compare the strategies")
    # Each value stands behind one of these; those in texts count too, of which reports have few.
    if sum(map(raw.count, (b",", b"[", b"{"))) > _MAX_VALUES:
        raise InputError.of(f"{path}: the file has more than {_MAX_VALUES:,} values", "compare the strategies")
    try:
        reports: tuple[Report, ...] = _adapter().validate_json(raw).get("reports", ())
    except ValidationError as error:
        fault = "hardly anything in it is what a report has"
        if error.error_count() <= _MOST_FAULTS:
            first = error.errors(include_url=False, include_input=False)[0]
            fault = f"{'.'.join(str(step) for step in first['loc']) or 'the file'}: {first['msg']}"
        raise InputError.of(
            f"{path} is not a report of this version: {fault}", "write it again with `govrules check --format json`"
        ) from None
    found = ((report, one.rule) for report in reports for one in report.findings)
    met = ((report, one.rule) for report in reports for one in report.met)
    if any(rule not in report.rules for report, rule in (*found, *met)):
        hint = "write it again with `govrules check --format json`"
        raise InputError.of(f"{path} mentions rules that it does not contain", hint)
    if not reports:
        raise InputError.of(f"{path} holds no report", "write one with `govrules check --format json`")
    return reports
