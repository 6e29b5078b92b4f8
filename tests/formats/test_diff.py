# SPDX-License-Identifier: Apache-2.0
"""``govrules diff``: what was cured, what is new, what still stands, and what brought it."""

import json
import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from command_line import Run
from hostile import APPROVAL, ARCHIVE, COMING, DAY, STRATEGY

from govrules import Report
from govrules.assessment.diff import FindingChangeKind, diff, worse

Judge = Callable[..., Report]
NO_ARCHIVE = "tiktok, archive: {enabled: false}"
CURED = STRATEGY.replace(NO_ARCHIVE, "tiktok, archive: {enabled: true}")
SILENT = STRATEGY.replace(NO_ARCHIVE, "tiktok")
GONE = "\n".join(line for line in STRATEGY.split("\n") if "name: Second" not in line)
LATER = date(2027, 7, 1)


def told(
    old: Report, new: Report, kind: FindingChangeKind, between: Report | None = None
) -> list[tuple[str, str, str, str]]:
    return [(one.rule, one.subject, one.was, one.now) for one in diff(old, new, between=between).of(kind)]


def test_the_same_report_changes_nothing(judge: Judge) -> None:
    found = diff(judge(STRATEGY), judge("\n\n" + STRATEGY))
    assert {one.kind for one in found.findings} == {"stands"}
    assert not (found.questions or found.rules or found.rulesets)


def test_a_gap_that_is_met_now_is_cured(judge: Judge) -> None:
    assert told(judge(STRATEGY), judge(CURED), "cured") == [
        ("gb-coming", "Second", "upcoming", "met"),
        ("us-archive", "Second", "gap", "met"),
    ]
    assert len(told(judge(STRATEGY), judge(CURED), "stands")) == 3


def test_what_the_strategy_no_longer_does_is_cured_too(judge: Judge) -> None:
    assert ("us-archive", "Second", "gap", "not-applicable") in told(judge(STRATEGY), judge(GONE), "cured")


def test_silence_cures_nothing(judge: Judge) -> None:
    old, new = judge(STRATEGY), judge(SILENT)
    assert told(old, new, "cured") == []
    assert ("us-archive", "Second", "gap", "unanswered") in told(old, new, "silenced")


def test_a_gap_that_is_waived_now_is_accepted_and_it_is_told_by_whom(folder: Path, govrules: Run) -> None:
    waiver = {"rule": "us-archive", "subject": "Second", "reason": "It moves.", "accepted_by": "CRO", "ticket": "R-1"}
    days = {"accepted_on": "2026-11-01", "expires": "2026-12-31"}
    (folder / "new.yaml").write_text(f"{STRATEGY}\nwaivers: {json.dumps([waiver | days])}\n", encoding="utf-8")
    done = govrules("diff", "plan.yaml", "new.yaml", "--as-of", DAY)
    assert "Accepted under a waiver (1)" in done.stdout
    told_words = "Waived until 2026-12-31: accepted by CRO on 2026-11-01, ticket R-1. Reason: It moves."
    assert told_words in " ".join(done.stdout.split())
    listed = json.loads(govrules("diff", "plan.yaml", "new.yaml", "--as-of", DAY, "--format", "json").stdout)[
        "findings"
    ]
    assert [one["waiver"]["accepted_by"] for one in listed if one["kind"] == "accepted"] == ["CRO"]


def test_a_gap_that_was_not_there_is_new(judge: Judge) -> None:
    old, new = judge(CURED), judge(STRATEGY)
    assert told(old, new, "new") == [("us-archive", "Second", "met", "gap")]
    assert [one.because for one in diff(old, new).of("new")] == ["document"]


def test_a_rule_that_can_no_longer_be_decided_is_told(judge: Judge) -> None:
    assert ("us-archive", "Second", "met", "unanswered") in told(judge(CURED), judge(SILENT), "opened")


def test_the_law_brings_a_gap_when_it_begins_to_bind(judge: Judge) -> None:
    found = diff(judge(STRATEGY), judge(STRATEGY, as_of=LATER))
    assert {(one.rule, one.was, one.because) for one in found.of("new")} == {("gb-coming", "upcoming", "law")}
    assert [(change.kind, change.rule, change.day) for change in found.rules] == [
        ("begins", "gb-coming", date(2027, 6, 1))
    ]


def test_time_is_told_from_law(judge: Judge) -> None:
    fresh = COMING | {"id": "zz-fresh", "source": COMING["source"] | {"in_force": "2020-01-01"}}
    fresh |= {"jurisdiction": "ZZ", "subject": "strategy", "require": {"written_on": {"within_days": 31}}}
    fresh["finding"] = "{label} has aged."
    text = STRATEGY + "written_on: 2026-11-20\n"
    found = diff(judge(text, fresh), judge(text, fresh, as_of=LATER))
    assert [(one.rule, one.because) for one in found.of("new")] == [("zz-fresh", "time")]


def test_document_and_law_are_told_apart_where_both_changed(judge: Judge) -> None:
    between = judge(CURED, as_of=LATER)
    found = diff(judge(CURED), judge(STRATEGY, as_of=LATER), between=between)
    because = {(one.rule, one.subject): one.because for one in found.of("new")}
    assert because["us-archive", "Second"] == "document"
    assert because["gb-coming", "channels[3]"] == "law"


def test_where_document_and_day_changed_and_nothing_was_judged_in_between_it_may_be_several(judge: Judge) -> None:
    found = diff(judge(CURED), judge(STRATEGY, as_of=LATER))
    assert {one.because for one in found.of("new")} == {"several"}


def test_where_day_and_rules_changed_it_may_be_several(judge: Judge) -> None:
    found = diff(judge(STRATEGY), judge(STRATEGY, ARCHIVE, COMING, version="2.0", as_of=LATER))
    assert {one.because for one in found.of("new")} == {"several"}


def test_a_change_of_a_ruleset_is_told_with_its_versions(judge: Judge) -> None:
    heavier = APPROVAL | {"severity": "major", "require": {"approval.before_first_use": True}}
    found = diff(judge(STRATEGY), judge(STRATEGY, ARCHIVE, heavier, COMING, version="2.0"))
    assert [(one.id, one.was, one.now) for one in found.rulesets] == [("test/small", "1.0", "2.0")]
    assert [(one.kind, one.rule, one.what) for one in found.rules] == [("changed", "zz-approval", ("severity",))]
    assert {one.because for one in found.findings if one.kind == "opened"} == {"ruleset"}


def test_a_ruleset_that_changed_under_its_version_is_told(judge: Judge) -> None:
    found = diff(judge(STRATEGY), judge(STRATEGY, ARCHIVE, COMING))
    assert [(one.was, one.now) for one in found.rulesets] == [("1.0", "1.0")]


def test_a_finding_has_the_words_of_the_rule_that_found_it_last(judge: Judge) -> None:
    retitled = judge(STRATEGY, ARCHIVE | {"title": "Posts are kept"}, COMING)
    found = diff(judge(STRATEGY), retitled)
    assert {one.title for one in found.of("stands")} == {"Posts are kept"}
    # The older ruleset alone has the rule on approvals.
    back = diff(retitled, judge(STRATEGY)).of("opened")
    assert {(one.title, one.was) for one in back} == {("Title of zz-approval", "not-applicable")}
    assert [one.rule for one in found.of("cured")] == []


def test_questions_are_answered_and_opened(judge: Judge) -> None:
    named = STRATEGY.replace("{platform: youtube,", "{name: Videos, platform: youtube,")
    answered = named.replace("name: Videos,", "name: Videos, approval: {recorded: true},")
    found = diff(judge(named), judge(answered))
    assert [(one.kind, one.field, one.asked_of) for one in found.questions] == [
        ("answered", "channels.approval.recorded", ("Videos",))
    ]
    assert [one.kind for one in diff(judge(answered), judge(named)).questions] == ["opened"]


def test_only_what_is_new_and_heavy_enough_fails(judge: Judge) -> None:
    found = diff(judge(CURED), judge(STRATEGY))
    assert [one.rule for one in worse(found, "major")] == ["us-archive"]
    assert worse(found, "showstopper") == []
    opened = diff(judge(CURED), judge(SILENT))
    assert {one.rule for one in worse(opened, "major")} == {"us-archive", "gb-coming"}
    assert worse(opened, "major", allow_unanswered=True) == []


# As its user runs it.


def test_two_files_as_text(govrules: Run, folder: Path) -> None:
    (folder / "new.yaml").write_text(CURED, encoding="utf-8")
    done = govrules("diff", "plan.yaml", "new.yaml", "--as-of", DAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("0 new, 1 still standing, 1 cured.\n")
    assert "Cured (1)" in done.stdout
    assert "<script>" in done.stdout, "as it stands: a terminal knows no HTML"


def test_a_rejection_is_shown_with_each_reason_and_answer(govrules: Run, folder: Path) -> None:
    (folder / "new.yaml").write_text(CURED, encoding="utf-8")
    shown = govrules("diff", "plan.yaml", "new.yaml").stdout
    assert "Rejected before by Board on 2025-01-01: 1 of 2 reasons answered" in shown
    assert "There is one now" in shown
    assert "No answer yet." in shown


def test_two_days(govrules: Run) -> None:
    done = govrules("diff", "plan.yaml", "--as-of", DAY, "--as-of-new", LATER)
    assert "Was upcoming; the law changed." in done.stdout
    assert "Title of gb-coming (gb-coming) comes into force on 2027-06-01." in done.stdout


def test_two_reports(govrules: Run, folder: Path) -> None:
    (folder / "new.yaml").write_text(CURED, encoding="utf-8")
    for name in ("plan", "new"):
        govrules("check", f"{name}.yaml", "--format", "json", "--output", f"{name}.json", "--as-of", DAY)
    done = govrules("diff", "plan.json", "new.json", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert [one["kind"] for one in found["findings"]].count("cured") == 2
    assert govrules("diff", "plan.json", "new.yaml", "--as-of-new", DAY).returncode == 0


def test_a_new_gap_fails_the_check_that_asks_for_it(govrules: Run, folder: Path) -> None:
    (folder / "old.yaml").write_text(CURED, encoding="utf-8")
    assert govrules("diff", "old.yaml", "plan.yaml").returncode == 0
    assert govrules("diff", "old.yaml", "plan.yaml", "--fail-on-new", "major").returncode == 1
    assert govrules("diff", "old.yaml", "plan.yaml", "--fail-on-new", "showstopper").returncode == 0


@pytest.fixture
def repository(folder: Path) -> Path:
    """The folder as a repository in which the strategy was committed with an archive, and then lost it."""
    (folder / "plan.yaml").write_text(CURED, encoding="utf-8")
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q", "-b", "main"), ("add", "plan.yaml"), (*who, "commit", "-q", "-m", "Plan")):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    (folder / "plan.yaml").write_text(STRATEGY, encoding="utf-8")
    return folder


def test_a_file_against_a_git_revision(repository: Path, govrules: Run) -> None:
    done = govrules("diff", "plan.yaml", "--base", "main", "--fail-on-new", "major")
    assert done.returncode == 1
    assert done.stdout.startswith("1 new, 1 still standing, 0 cured, 1 upcoming.")
    assert "plan.yaml@main" in done.stdout
    assert govrules("diff", repository / "plan.yaml", "--base", "HEAD").returncode == 0


def test_a_file_in_a_folder_of_the_repository(repository: Path, govrules: Run) -> None:
    (repository / "sub").mkdir()
    os.rename(repository / "plan.yaml", repository / "sub" / "plan.yaml")
    done = govrules("diff", "sub/plan.yaml", "--base", "main")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'main' has no file sub/plan.yaml" in done.stderr


@pytest.mark.parametrize(
    ("revision", "told_"),
    [
        ("--output=/tmp/x", "cannot be the name of a revision"),
        ("-main", "cannot be the name of a revision"),
        ("main:rules.yaml", "cannot be the name of a revision"),
        ("", "cannot be the name of a revision"),
        ("nowhere", "there is no revision 'nowhere'"),
        ("main..main", "there is no revision"),
        ("a\nb", "cannot be the name of a revision"),
    ],
)
def test_a_bad_revision_is_one_clear_line(repository: Path, govrules: Run, revision: str, told_: str) -> None:
    done = govrules("diff", "plan.yaml", f"--base={revision}")
    assert (done.returncode, done.stdout) == (2, "")
    assert told_ in done.stderr
    assert "Traceback" not in done.stderr


def test_no_converter_of_the_repository_is_run(repository: Path, govrules: Run) -> None:
    (repository / ".gitattributes").write_text("*.yaml diff=evil\n", encoding="utf-8")
    subprocess.run(["git", "config", "diff.evil.textconv", "touch ran;"], cwd=repository, check=True)
    assert govrules("diff", "plan.yaml", "--base", "main").returncode == 0
    assert not (repository / "ran").exists()


def test_outside_a_repository(govrules: Run, folder: Path) -> None:
    done = govrules("diff", "plan.yaml", "--base", "main", GIT_CEILING_DIRECTORIES=str(folder.parent))
    assert done.returncode == 2
    assert "is not in a git repository" in done.stderr


def test_without_git(repository: Path, govrules: Run) -> None:
    done = govrules("diff", "plan.yaml", "--base", "main", PATH="/nowhere")
    assert done.returncode == 2
    assert "git is not installed" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("plan.yaml",),
        ("plan.yaml", "plan.yaml", "--base", "main"),
        ("plan.yaml", "nowhere.yaml"),
        ("plan.yaml", "--base", "main", "--as-of", "yesterday"),
    ],
)
def test_a_wrong_call_exits_with_2(repository: Path, govrules: Run, arguments: tuple[str, ...]) -> None:
    done = govrules("diff", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_a_report_of_another_form_is_one_clear_line(govrules: Run, folder: Path) -> None:
    (folder / "old.json").write_text('{"reports": [{"title": "T"}]}', encoding="utf-8")
    done = govrules("diff", "old.json", "plan.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "old.json is not a report of this version" in done.stderr
