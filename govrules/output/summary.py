# SPDX-License-Identifier: Apache-2.0
"""Several reports of one run at a glance: a row a document, and the totals. What was found is left to the reports."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govrules.assessment.report import Report
from govrules.assessment.threshold import fails
from govrules.output.presentation.escaping import safe_line
from govrules.output.presentation.numbers import agree, plural
from govrules.output.presentation.to_do import ToDo, counts
from govrules.output.presentation.waived_and_known import new_and_known

_ROOMY = 80
# In two lines where one would take the room of the file's name.
_NUMBERS = ("Not\nchecked", "Show-\nstoppers", "Before\nlaunch", "After", "Ques-\ntions", "Waived")


def print_summary(reports: Sequence[Report], console: Console) -> None:
    """Print the table."""
    failed = [fails(report) for report in reports]
    compared = any(known for _, known in map(new_and_known, reports))
    gap = 1 if console.width >= _ROOMY else 0
    table = Table(box=box.SIMPLE_HEAD, padding=(0, gap, 0, 0), show_edge=False, pad_edge=False, header_style="bold")
    table.add_column("File", overflow="fold", vertical="top")
    for heading in (*_NUMBERS, *(("New",) if compared else ())):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("Fails", no_wrap=True)
    for report, fell in zip(reports, failed, strict=True):
        table.add_row(*_row(report, compared), Text("yes", style="bold red") if fell else Text("no", style="green"))
    console.print(table)
    console.print(Text(_totals(reports, sum(failed)), style="bold"))


def _row(report: Report, compared: bool) -> list[Text]:
    to_do, (new, _) = ToDo(report), new_and_known(report)
    things = (report.summary.not_checked, len(to_do.stops), len(to_do.before), len(to_do.after))
    numbers = (*things, report.summary.questions, len(to_do.accepted))
    shown = [f"{number:,}" for number in (*numbers, *((new,) if compared else ()))]
    return [Text(safe_line(text)) for text in (report.file or report.title, *shown)]


def _totals(reports: Sequence[Report], fail: int) -> str:
    failed = f"{fail or 'none'} {agree(fail, 'fails', 'fail') if fail else 'fails'}"
    strategies = plural(len(reports), "strategy", "strategies")
    new = sum(new for new, _ in map(new_and_known, reports))
    known = sum(known for _, known in map(new_and_known, reports))
    compared = f" {plural(new, 'finding')} new, {known:,} known before." if known else ""
    unchecked = sum(bool(report.coverage.not_checked) for report in reports)
    limits = f" {unchecked:,} not checked in full." if unchecked else ""
    return f"{strategies}: {failed}.{limits} {', '.join(counts(reports))}.{compared}"
