# SPDX-License-Identifier: Apache-2.0
"""A change of the sample of a policy repository under review: it fails for what it brings, there where it brings it,
and for nothing that was there before."""

import json
import re
from collections import Counter

import pytest
from consumers import github_commands
from policy_clone import BANK, BROKER, BROUGHT, DAY, DRAFT, LATER, NO_ARCHIVE, RULES, STRATEGIES, TITLES, new, objects

# The whole sample, checked in clones; what its README shows is checked in the usual run.
pytestmark = pytest.mark.long

CHECK = "govrules check --diff-base main"
# The retrieval from the archive of the podcast, known before, is a minor gap by a rule of the house.
WEIGHED = """\
  - id: us-meridian-retrieval-tested
    title: Retrieval from the archive was tested in the last half-year
    severity: minor
    basis: house
"""
DRILL = """\
  - strategy: strategies/retail-bank.yaml
    rule: zz-crisis-drill
    reason: Last drill 2025-10-21; October 2026 fell into the core system move. The next drill is on 27 January
      2027.
    accepted_by: Chief Risk Officer
    accepted_on: 2026-11-24
    expires: 2027-02-15
    ticket: RISK-2614
"""
DRILL_GAP = ("zz-crisis-drill", "major, standard", BANK, "last_drill: ")


@pytest.fixture(scope="module")
def reviewed(proposed, tmp_path_factory):
    """What the change came to in review: the command, its findings and its SARIF."""
    place = tmp_path_factory.mktemp("reviewed")
    written = {name: place / f"review.{name}" for name in ("jsonl", "sarif")}
    outputs = " ".join(f"--output {name}={file}" for name, file in written.items())
    done = proposed.run(f"{CHECK} --format github {outputs}")
    log = json.loads(written["sarif"].read_text(encoding="utf-8"))
    return done, objects(written["jsonl"].read_text(encoding="utf-8")), log["runs"][0]["results"]


def test_a_channel_without_its_archive_fails_the_check(reviewed):
    done, findings, _ = reviewed
    assert (done.code, done.err) == (1, ""), done.out + done.err
    assert {one["rule"]: one["severity"] for one in new(findings)} == BROUGHT
    assert [one["rule"] for one in new(findings)[0]["rules"]] == RULES
    assert {one["strategy"] for one in new(findings)} == {BANK}


def test_annotations_stand_on_changed_lines_and_nowhere_else(reviewed, proposed):
    commands = github_commands(reviewed[0].out)
    changed = proposed.changed_lines()
    assert changed == {(BANK, proposed.line(BANK, NO_ARCHIVE.strip()))}
    assert {(told["file"], int(told["line"])) for _, told, _ in commands} == changed
    assert [name for name, *_ in commands] == ["error"]
    assert [told["title"] for _, told, _ in commands] == TITLES


def test_nothing_that_was_there_before_is_annotated_though_its_line_has_moved(reviewed, proposed):
    done, findings, _ = reviewed
    removed = proposed.line(BANK, NO_ARCHIVE.strip())
    moved = [one for one in findings if one["file"] == BANK and one["known"] and one["line"] > removed]
    assert moved, "what was known lies below the change too"
    last = {line.partition(":")[0]: line for line in done.out.splitlines() if not line.startswith("::")}
    assert list(last) == STRATEGIES
    counted = Counter()
    for line in last.values():
        counted += Counter(
            {what: int(how_many) for how_many, what in re.findall(r"(\d+) findings? (waived|known)", line)}
        )
    waived = sum(one["verdict"] == "waived" for one in findings)
    assert counted == {"waived": waived, "known": len(findings) - waived - len(BROUGHT)}


def test_sarif_has_new_results_on_changed_lines_and_nowhere_else(reviewed, proposed):
    _, findings, results = reviewed
    places = [one["locations"][0]["physicalLocation"] for one in results if one["baselineState"] == "new"]
    lines = {(place["artifactLocation"]["uri"], place["region"]["startLine"]) for place in places}
    assert len(places) == len(BROUGHT)
    assert lines == proposed.changed_lines()
    states = Counter(one["baselineState"] for one in results)
    known = sum(one["known"] for one in findings)
    assert states == {"new": len(BROUGHT), "unchanged": known}


@pytest.mark.long
def test_a_change_is_not_blamed_for_what_has_grown_old_meanwhile(proposed):
    done = proposed.run(f"{CHECK} --format jsonl", today=LATER)
    assert done.code == 1, done.err
    assert {one["rule"] for one in new(objects(done.out))} == set(BROUGHT)
    assert len(objects(proposed.run("govrules check --format jsonl", today=LATER).out)) > 20


def test_without_a_change_nothing_is_new(clone):
    done = clone.run(f"{CHECK} --format github", today=LATER)
    assert (done.code, github_commands(done.out)) == (0, []), done.out + done.err


@pytest.mark.long
def test_a_rule_that_weighs_more_must_be_agreed_to_and_brings_a_finding(clone):
    clone.edit("rulesets/meridian-social.yaml", WEIGHED, WEIGHED.replace("minor", "major"))
    refused = clone.run(CHECK)
    assert (refused.code, refused.out) == (2, "")
    assert "'meridian/social' is not what was locked" in refused.err
    assert "govrules lock" in refused.err
    assert clone.run("govrules lock").code == 0
    done = clone.run(f"{CHECK} --format github")
    assert done.code == 1, done.out + done.err
    commands = github_commands(done.out)
    ((_, told, message),) = [command for command in commands if command[0] == "error"]
    assert told["title"] == "major, house: us-meridian-retrieval-tested"
    # In the draft it is a question, which weighs more too.
    others = [(at["file"], at["title"]) for name, at, _ in commands if name != "error"]
    assert others == [(DRAFT, "major, house: us-meridian-retrieval-tested")]
    assert (told["file"], int(told["line"])) == (BROKER, clone.line(BROKER, "retrieval_tested_on: 2026-04-14"))
    assert message.startswith("Slack Water podcast: retrieval from the archive was last tested on 2026-04-14")


@pytest.mark.parametrize(
    ("old", "change", "brought"),
    [
        (DRILL, "", [DRILL_GAP]),
        (
            "expires: 2027-02-15",
            "expires: 2026-11-27",
            [DRILL_GAP, ("zz-waiver-expired", "minor, house", "waivers.yaml", "expires: 2026-11-27")],
        ),
        (
            "    accepted_by: Chief Information Security Officer\n",
            "",
            [
                ("zz-multi-factor-authentication", "major, standard", BROKER, " mfa: false"),
                ("zz-waiver-owner", "minor, house", "waivers.yaml", "rule: zz-multi-factor-authentication"),
            ],
        ),
    ],
    ids=["taken out", "expired", "without owner"],
)
def test_a_waiver_that_goes_or_counts_no_longer_brings_its_gap_back(clone, old, change, brought):
    clone.edit("waivers.yaml", old, change)
    done = clone.run(f"{CHECK} --format github")
    assert done.code == 1, done.out + done.err
    found = [(told["title"], told["file"], int(told["line"])) for _, told, _ in github_commands(done.out)]
    # A waiver without something stands where it begins.
    first = 1 if old.startswith("    accepted_by") else 0
    wanted = [
        (f"{how}: {rule}", file, clone.line(file, text) - (first if file == "waivers.yaml" else 0))
        for rule, how, file, text in brought
    ]
    assert found == wanted


def test_a_gap_that_is_cured_leaves_a_waiver_of_nothing(clone):
    clone.edit(BANK, "captures: [approvals]", "captures: [direct-messages, approvals]")
    done = clone.run(f"{CHECK} --format github")
    assert done.code == 1, done.out + done.err
    ((name, told, message),) = github_commands(done.out)
    assert (name, told["title"]) == ("warning", "minor, house: zz-waiver-orphaned")
    rule = clone.line("waivers.yaml", "rule: us-meridian-customer-messages-captured")
    assert (told["file"], int(told["line"])) == ("waivers.yaml", rule)
    assert "Messenger service desk: the rule has no gap here." in message
    waiver = clone.read("waivers.yaml").partition("  # Decided by the Operational Risk Committee, 24")[0]
    clone.edit("waivers.yaml", "  - strategy" + waiver.partition("  - strategy")[2], "")
    assert clone.run(CHECK).code == 0


def test_all_waivers_end_in_time_each_on_the_line_that_says_when(clone):
    done = clone.run(f"govrules check --as-of {LATER} --format jsonl")
    assert done.code == 1, done.err
    expired = {one["line"] for line in objects(done.out) for one in line["rules"] if one["rule"] == "zz-waiver-expired"}
    lines = clone.read("waivers.yaml").splitlines()
    assert expired == {number for number, line in enumerate(lines, 1) if "expires: " in line}
    assert len(expired) == 4
    assert not [one for one in objects(done.out) if one["verdict"] == "waived"]


@pytest.mark.long
def test_what_is_cured_and_pruned_must_not_come_back(clone):
    clone.edit(BANK, "mfa_method: authenticator-app", "mfa_method: hardware-key")
    told = clone.run(f"govrules check --as-of {DAY}")
    assert told.code == 0, told.err
    assert "Fixed since the baseline" in told.out
    pruned = clone.run("govrules baseline --prune").out
    assert pruned.startswith("Recorded in govrules-baseline.json: 7 findings, 0 new, 1 removed.")
    clone.git("checkout", "--quiet", BANK)
    done = clone.run("govrules check --format jsonl")
    assert done.code == 1, done.err
    assert [one["rule"] for one in new(objects(done.out)) if one["file"] == BANK] == [
        "us-meridian-phishing-resistant-login"
    ]
