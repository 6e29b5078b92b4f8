# SPDX-License-Identifier: Apache-2.0
"""What GitHub and Azure find in the log of a check, by decoders that are written from their documentation."""

from collections import Counter

import pytest
from channels import things
from consumers import azure_commands, github_commands, message

from govrules.output import azure, github
from govrules.output.formats import MODULES, format_named
from govrules.output.presentation.escaping import safe

HARMLESS = [name for name in MODULES if name not in ("github", "azure", "xlsx", "pdf", "oscal", "html", "markdown")]


def test_github_annotates_the_worst_of_each_kind(reports):
    commands = github_commands(github.render(reports))
    kinds = {"error": ("showstopper", "major"), "warning": ("minor",)}
    for kind, severities in kinds.items():
        of_kind = [one for one in things(*reports) if one.verdict == "gap" and one.severity in severities]
        assert sum(name == kind for name, *_ in commands) == min(10, len(of_kind))
    assert max(Counter(name for name, *_ in commands).values()) <= 10
    ranks = [("error", "warning", "notice").index(name) for name, *_ in commands]
    assert ranks == sorted(ranks)
    assert commands[0][1]["title"].startswith("showstopper, required: ")


def test_github_reads_back_exactly_what_was_meant(reports):
    for report in reports[:2]:
        commands = github_commands(github.render([report]))
        errors = [it for it in things(report) if it.verdict == "gap" and it.severity in ("showstopper", "major")]
        said = [text for name, _, text in commands if name == "error"]
        assert all(text.startswith(safe(message(it.gaps[0]))) for text, it in zip(said, errors, strict=True))
        for _, properties, _ in commands:
            assert set(properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
            assert properties["file"] == safe(report.file)
            assert properties["line"] == properties["endLine"]
            assert int(properties["endColumn"]) >= int(properties["col"]) >= 1


def test_github_is_told_how_many_are_not_annotated(named):
    said = github.render([named(f"Channel {number}", file=f"{number}.yaml") for number in range(9)])
    assert "not annotated: 8 errors, " in said.splitlines()[-10]
    assert "not annotated" not in github.render([named("A")])


def test_azure_reads_back_exactly_what_was_meant(reports):
    for report in reports[:2]:
        commands = azure_commands(azure.render([report]))
        gaps = [it for it in things(report) if it.verdict == "gap"]
        assert len(commands) == len(things(report))
        for (*_, said), item in zip(commands, gaps, strict=False):
            assert said.startswith(safe(message(item.gaps[0])))
            assert all(f"Code, {name}" in said for name in item.rules if not name.startswith("zz-waiver"))
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
