# SPDX-License-Identifier: Apache-2.0
"""The README of the sample of a policy repository: its commands, run as they are written, one after another in a fresh
clone, and what it says of them."""

import hashlib
import json
import re

import pytest
from google.protobuf.json_format import ParseDict
from in_toto_attestation.v1.statement import Statement
from in_toto_attestation.v1.statement_pb2 import Statement as Message
from policy_clone import (
    ARCHIVE,
    BANK,
    BROKER,
    DAY,
    DRAFT,
    GAP,
    LATER,
    NO_ARCHIVE,
    README,
    SAMPLE,
    STRATEGIES,
    TITLES,
    Clone,
    cloned,
)

CHECK = f"govrules check --as-of {DAY}"
CHANGE = "govrules check --diff-base main --format github"
WATCH = "govrules check --watch"
HOUSE_RULES = "govrules lint && govrules test"
LOCK = "govrules lock"
WAIVE = f'govrules waive {BROKER} RULE SUBJECT --reason "Why." --accepted-by "Who" --expires 2027-03-31'
PRUNE = "govrules baseline --prune"
REPORT = f"govrules check --format json --output report.json --as-of {DAY}"
VERIFY = "govrules verify report.json"
ATTEST = f"govrules attest {BANK} --output retail-bank.intoto.json"
COMMANDS = [CHECK, CHANGE, WATCH, HOUSE_RULES, LOCK, WAIVE, PRUNE, REPORT, VERIFY, ATTEST]
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def followed(origin, commands, tmp_path_factory):
    """What each command of the README came to, and the clone after all of them."""
    clone = cloned(origin, commands, tmp_path_factory.mktemp("followed"))
    done = {}
    for written in COMMANDS:
        # What runs until it is stopped is held in tests/repository.
        if written == WATCH:
            continue
        if written == CHANGE:
            clone.edit(BANK, ARCHIVE, NO_ARCHIVE)
        command = written.replace("RULE SUBJECT", f"{GAP[0]} '{GAP[1]}'")
        done[written] = clone.run(command)
        if written == CHANGE:
            clone.git("checkout", "--quiet", BANK)
    return done, clone


@pytest.fixture
def said(followed):
    """What a command came to."""
    return followed[0].__getitem__


@pytest.fixture
def after(followed) -> Clone:
    """The clone after all commands."""
    return followed[1]


def test_the_commands_of_the_readme_are_those_that_are_run_here():
    lines = [line.split("  #")[0].rstrip() for block in BLOCKS for line in block.splitlines()]
    assert lines == COMMANDS


@pytest.mark.parametrize("command", [one for one in COMMANDS if one != WATCH])
def test_a_command_ends_as_the_readme_says(said, command):
    done = said(command)
    assert (done.code, done.err) == (1 if command == CHANGE else 0, ""), done.out + done.err


def test_the_table_names_files_that_are_there():
    named = re.findall(r"\]\(([^)]+)\)", README)
    assert len(named) >= 9
    assert [name for name in named if not (SAMPLE / name).exists()] == []


def test_nothing_fails_and_the_readme_counts_what_is_waived_and_known(said):
    printed = said(CHECK).out
    lists = printed.split("Known before: in the baseline, not counted\n")[1:]
    known = [line for part in lists for line in part.partition("\n\n")[0].splitlines() if line.startswith("  - ")]
    questions = sum(line.startswith(("  - minor, unanswered: ", "  - advice, unanswered: ")) for line in known)
    waived = " ".join(printed.split()).count("Waived until ")
    claim = (
        f"Nothing fails: {NUMBERS[waived]} gaps are waived, {NUMBERS[len(known) - questions]} gaps and "
        f"{NUMBERS[questions]} open questions were there when the check was introduced"
    )
    assert claim in " ".join(README.split())
    assert "none fails" in printed


def test_the_draft_may_have_gaps_and_questions_and_the_readme_says_which_line_lets_it(clone, said):
    done = clone.run(f"govrules config show {DRAFT}")
    assert f"`govrules config show {DRAFT}`" in README
    rows = {row.split()[0]: row.split()[1:] for row in done.out.splitlines()[2:]}
    line = clone.line("govrules.yaml", "    fail_on: showstopper")
    assert rows["fail_on"] == ["showstopper", f"govrules.yaml:{line}:5"]
    assert rows["allow_unanswered"] == ["true", f"govrules.yaml:{line + 1}:5"]
    draft = said(CHECK).out.partition(f"{DRAFT}\n")[2]
    assert "Major: cure before launch" in draft
    strict = clone.run(f"{CHECK} --quiet {DRAFT} --fail-on major")
    assert strict.code == 1, strict.out


def test_later_the_sample_fails_for_what_has_grown_old(clone):
    done = clone.run("govrules check --quiet", today=LATER)
    assert done.code == 1
    assert "2 fail." in " ".join(done.out.split())


def test_what_a_change_brings_stands_in_the_log_and_what_was_there_is_counted(said):
    lines = said(CHANGE).out.splitlines()
    annotated = [line.partition("title=")[2] for line in lines if line.startswith("::")]
    assert [title.partition("::")[0] for title in annotated] == [
        title.replace(",", "%2C").replace(":", "%3A") for title in TITLES
    ]
    assert sum(int(number) for line in lines for number in re.findall(r"(\d+) findings? known before", line)) > 100


def test_the_house_rules_have_no_fault_and_prove_themselves(said):
    faults, proved = said(HOUSE_RULES).out.splitlines()
    assert faults == "0 faults in 1 ruleset."
    assert re.fullmatch(r"7 rules, \d+ examples, 0 failed; coverage 100.0%\.", proved)


def test_the_committed_lock_is_current(after):
    told = "a ruleset has changed: run `govrules lock` in examples/policy-repo, and read what changes in govrules.lock"
    assert after.read("govrules.lock") == (SAMPLE / "govrules.lock").read_text(encoding="utf-8"), told


def test_a_waiver_is_added_and_all_that_was_there_stays(said, after):
    removed, added = diff_of(after, "waivers.yaml")
    assert removed == []
    assert added == [
        f"  - strategy: {BROKER}",
        f"    rule: {GAP[0]}",
        f"    subject: {GAP[1]}",
        "    reason: Why.",
        "    accepted_by: Who",
        f"    accepted_on: {DAY}",
        "    expires: 2027-03-31",
    ]
    assert said(WAIVE).out == f"waivers.yaml: minor gap in {GAP[0]} about {GAP[1]} is waived until 2027-03-31.\n"


def test_nothing_is_to_be_pruned_from_the_committed_baseline(said, after):
    # Of the eight, the README's own command has waived one: it counts as waived.
    assert said(PRUNE).out.startswith("Recorded in govrules-baseline.json: 7 findings, 0 new, 0 removed.\n")
    assert diff_of(after, "govrules-baseline.json") == ([], [])


def test_the_committed_baseline_is_what_the_two_strategies_of_the_board_have(clone):
    assert set(json.loads(clone.read("govrules-baseline.json"))["findings"]) == {BROKER, BANK}
    done = clone.run(f"govrules baseline {BROKER} {BANK} --as-of {DAY}")
    assert done.code == 0, done.err
    told = f"run `govrules baseline {BROKER} {BANK} --as-of {DAY}` in examples/policy-repo, and read what changes"
    assert clone.git("diff", "govrules-baseline.json") == "", told


def test_the_report_holds_until_something_changes(said, clone):
    unsaid = " What it says about earlier findings was not verified."
    assert said(VERIFY).out == "".join(
        f"{name}: the report holds, as of {DAY}.{unsaid if name in (BROKER, BANK) else ''}\n" for name in STRATEGIES
    )
    assert clone.run(REPORT).code == 0
    clone.edit(BANK, ARCHIVE, NO_ARCHIVE)
    done = clone.run(VERIFY)
    assert done.code == 1
    broken = [line for line in done.out.splitlines() if "no longer holds" in line]
    assert broken == [f"{BANK}: the report no longer holds."]


def test_the_statement_is_one_of_in_toto_about_the_bytes_of_the_strategy(after):
    written = json.loads(after.read("retail-bank.intoto.json"))
    message = ParseDict(written, Message())
    Statement.copy_from_pb(message).validate()
    (subject,) = message.subject
    assert subject.name == BANK
    assert subject.digest["sha256"] == hashlib.sha256((SAMPLE / BANK).read_bytes()).hexdigest()
    predicate = written["predicate"]
    # What is waived or known warns.
    assert (predicate["result"], predicate["failedTests"]) == ("WARNED", [])
    assert {"zz-crisis-drill", "us-meridian-customer-messages-captured"} < set(predicate["warnedTests"])
    (bank,) = [one for one in json.loads(after.read("report.json"))["reports"] if one["file"] == BANK]
    assert len(predicate["passedTests"]) == bank["summary"]["met"] > 100


def test_the_clone_holds_nothing_else_in_the_end(after):
    changed = {line[3:] for line in after.git("status", "--porcelain").splitlines()}
    assert changed == {"waivers.yaml", "report.json", "retail-bank.intoto.json"}


def diff_of(clone: Clone, name: str) -> tuple[list[str], list[str]]:
    """The lines that were taken from a file, and those that were added to it."""
    lines = clone.git("diff", "-U0", name).splitlines()[4:]
    return [one[1:] for one in lines if one[0] == "-"], [one[1:] for one in lines if one[0] == "+"]
