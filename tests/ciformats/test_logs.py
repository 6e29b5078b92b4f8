# SPDX-License-Identifier: Apache-2.0
"""What GitHub and Azure find in the log of a check, by decoders that are written from their documentation."""

from collections import Counter

import pytest
from consumers import azure_commands, github_commands, message

from govrules.output import azure, github
from govrules.output.formats import MODULES, format_named
from govrules.output.presentation.escaping import safe

HARMLESS = [name for name in MODULES if name not in ("github", "azure", "xlsx", "pdf", "oscal", "html", "markdown")]


def found(reports):
    return [finding for report in reports for finding in report.findings if finding.verdict != "waived"]


def test_github_annotates_the_worst_of_each_kind(reports):
    commands = github_commands(github.render(reports))
    kinds = {"error": ("showstopper", "major"), "warning": ("minor",)}
    for kind, severities in kinds.items():
        of_kind = [one for one in found(reports) if one.verdict == "gap" and one.severity in severities]
        assert sum(name == kind for name, *_ in commands) == min(10, len(of_kind))
    assert max(Counter(name for name, *_ in commands).values()) <= 10
    ranks = [("error", "warning", "notice").index(name) for name, *_ in commands]
    assert ranks == sorted(ranks)
    assert commands[0][1]["title"].startswith("showstopper, required: ")


def test_github_reads_back_exactly_what_was_meant(reports):
    for report in reports[:2]:
        commands = github_commands(github.render([report]))
        errors = [one for one in found([report]) if one.verdict == "gap" and one.severity in ("showstopper", "major")]
        assert [said for name, _, said in commands if name == "error"] == [safe(message(it)) for it in errors]
        for _, properties, _ in commands:
            assert set(properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
            assert properties["file"] == safe(report.file)
            assert properties["line"] == properties["endLine"]
            assert int(properties["endColumn"]) >= int(properties["col"]) >= 1


def test_github_is_told_how_many_are_not_annotated(named):
    said = github.render([named(*(f"Channel {number}" for number in range(9)))])
    assert "not annotated: 8 errors, " in said.splitlines()[-2]
    assert "not annotated" not in github.render([named("A")])


def test_azure_reads_back_exactly_what_was_meant(reports):
    for report in reports[:2]:
        commands = azure_commands(azure.render([report]))
        gaps = [one for one in found([report]) if one.verdict == "gap"]
        assert len(commands) == len(found([report]))
        assert [said for *_, said in commands[: len(gaps)]] == [
            safe(f"{message(it)} ({report.rules[it.rule].basis})") for it in gaps
        ]
        for name, properties, _ in commands:
            assert name == "task.logissue"
            assert set(properties) == {"type", "sourcepath", "linenumber", "columnnumber", "code"}
            assert properties["sourcepath"] == safe(report.file)
            assert properties["type"] in ("error", "warning")


def test_a_document_gives_github_and_azure_no_command_of_its_own(reports):
    assert {name for name, *_ in github_commands(github.render(reports))} == {"error", "warning", "notice"}
    assert azure_commands(github.render(reports)) == []
    assert {name for name, *_ in azure_commands(azure.render(reports))} == {"task.logissue"}
    assert github_commands(azure.render(reports)) == []


@pytest.mark.parametrize("name", HARMLESS)
def test_no_other_format_holds_a_command_or_a_control(reports, name):
    written = format_named(name).write(reports)
    assert isinstance(written, str)
    assert github_commands(written) == []
    assert azure_commands(written) == []
    assert not [c for c in written if (ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160 or c in "\u202e\u2028"]


def test_the_job_summary_is_the_report_in_markdown(reports):
    assert github.summary(reports, 1024 * 1024) == format_named("markdown").write(reports)


@pytest.mark.parametrize("room", [-5, 0, 60, 1000, 5000])
def test_the_job_summary_never_takes_more_than_its_room(reports, room):
    summary = github.summary(reports, room)
    assert len(summary.encode()) <= max(0, room)
    assert not summary or summary.endswith("`govrules check` shows it.*\n")
    assert bool(summary) == (room >= 1000)
