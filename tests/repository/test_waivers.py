# SPDX-License-Identifier: Apache-2.0
"""Waivers: which count, what is said of those that do not, and how one is written."""

import json
from datetime import timedelta

import pytest
import yaml

from govrules.assessment.waivers import WAIVER_RULES
from govrules.repository.waivers import waivers_schema
from govrules.today import today

TODAY = today()
WAIVER = {
    "rule": "zz-archive",
    "subject": "Blog",
    "reason": "The archive moves in March.",
    "accepted_by": "Chief Risk Officer",
    "accepted_on": str(TODAY),
    "expires": str(TODAY + timedelta(days=90)),
    "ticket": "RISK-7",
}


def waiver(**otherwise):
    return {name: value for name, value in (WAIVER | otherwise).items() if value is not None}


@pytest.fixture
def waived(strategy, write, found):
    """The findings of a strategy with a gap in the archive of its blog, under these waivers: rule, verdict, message."""

    def check(*waivers, plan=True, stop=True, options=()):
        strategy("plans/s.yaml", plan=plan, stop=stop, Blog=False, Forum=True)
        write("risk/waivers.yaml", {"waivers": [{"strategy": "../plans/s.yaml"} | one for one in waivers]})
        lines = found("plans/s.yaml", "--waivers", "risk/waivers.yaml", *options)
        return [(line["rule"], line["verdict"], line["message"]) for line in lines]

    return check


def said(findings):
    return [(rule, message.partition(": ")[2]) for rule, _, message in findings if rule.startswith("zz-waiver-")]


def test_a_gap_under_a_live_and_owned_waiver_is_waived(waived):
    assert [one[:2] for one in waived(waiver())] == [("zz-archive", "waived")]


def test_a_waiver_counts_to_the_end_of_its_last_day(waived):
    last = str(TODAY)
    assert [one[:2] for one in waived(waiver(expires=last))] == [("zz-archive", "waived")]
    tomorrow = ("--as-of", str(TODAY + timedelta(days=1)))
    assert said(waived(waiver(expires=last), options=tomorrow)) == [("zz-waiver-expired", f"it expired on {TODAY}.")]


def test_what_is_waived_fails_no_check(check, strategy, write):
    strategy(plan=False)
    write("waivers.yaml", {"waivers": [{"strategy": "s.yaml"} | waiver(rule="zz-plan", subject=None)]})
    assert check("s.yaml").code == 1
    assert check("s.yaml", "--waivers", "waivers.yaml").code == 0
    assert check("s.yaml", "--waivers", "waivers.yaml", "--no-waivers").code == 1


@pytest.mark.parametrize(
    ("otherwise", "fault", "message"),
    [
        ({"expires": "2020-01-31", "accepted_on": "2020-01-01"}, "zz-waiver-expired", "it expired on 2020-01-31."),
        ({"accepted_by": None}, "zz-waiver-owner", "it does not say who accepted it."),
        ({"accepted_by": "  "}, "zz-waiver-owner", "it does not say who accepted it."),
        (
            {"expires": str(TODAY + timedelta(days=366))},
            "zz-waiver-too-long",
            "it runs 366 days, and 365 are allowed.",
        ),
        (
            {"reason": None, "expires": None},
            "zz-waiver-complete",
            "it does not state its reason or the day on which it ends.",
        ),
        ({"accepted_on": None}, "zz-waiver-complete", "it does not state the day on which it was accepted."),
    ],
)
def test_a_waiver_with_a_fault_waives_nothing_and_is_a_finding(waived, otherwise, fault, message):
    findings = waived(waiver(**otherwise))
    assert ("zz-archive", "gap") in [one[:2] for one in findings]
    assert said(findings) == [(fault, message)]


@pytest.mark.parametrize(
    ("otherwise", "message"),
    [
        ({"subject": "Forum"}, "the rule has no gap about Forum; there is one about Blog."),
        ({"subject": None}, "it names no subject; there is one about Blog."),
        ({"rule": "zz-plan", "subject": None}, "the rule has no gap here."),
        ({"rule": "zz-archiv"}, "there is no rule of that name; did you mean 'zz-archive'."),
    ],
)
def test_a_waiver_of_no_gap_is_orphaned(waived, otherwise, message):
    findings = waived(waiver(**otherwise))
    assert said(findings) == [("zz-waiver-orphaned", message)]


def test_a_waiver_of_a_rule_that_is_not_asked_is_not_called_orphaned(waived):
    assert waived(waiver(), options=("--ignore", "zz-archive")) == []


def test_a_showstopper_cannot_be_waived(waived, check):
    findings = waived(waiver(rule="zz-stop", subject=None), stop=False)
    assert ("zz-stop", "gap") in [one[:2] for one in findings]
    assert said(findings) == [("zz-waiver-of-showstopper", "an outright prohibition cannot be waived.")]
    assert check("plans/s.yaml", "--waivers", "risk/waivers.yaml", "--fail-on", "showstopper").code == 1


def test_a_question_cannot_be_waived(waived):
    found = waived(waiver(rule="zz-plan", subject=None), plan=None)
    assert ("zz-plan", "unanswered") in [one[:2] for one in found]


def test_a_waiver_that_begins_later_does_not_count_yet(waived):
    later = TODAY + timedelta(days=2)
    findings = waived(waiver(accepted_on=str(later)))
    assert [one[:2] for one in findings] == [("zz-archive", "gap")]


def test_the_limit_is_the_configuration_s(waived, write):
    write("govrules.yaml", "waiver_days: 30")
    assert said(waived(waiver())) == [("zz-waiver-too-long", "it runs 90 days, and 30 are allowed.")]


def test_a_strategy_states_waivers_of_its_own(write, found):
    text = {
        "title": "T",
        "organisation": {"name": "O", "sectors": []},
        "markets": [],
        "waivers": [waiver(subject="A"), waiver(subject="B")],
    }
    text |= {"governance": {"crisis": {"plan": True, "stop_all_step": True}}}
    text |= {"channels": [{"name": name, "archive": {"enabled": False}} for name in ("A", "C")]}
    write("s.yaml", text)
    lines = {(line["rule"], line["subject"]): line["verdict"] for line in found("s.yaml")}
    assert lines == {
        ("zz-archive", "A"): "waived",
        ("zz-archive", "C"): "gap",
        ("zz-waiver-orphaned", "Waiver of zz-archive, B"): "gap",
    }


def test_a_fault_is_shown_where_the_waiver_is_written(waived, found, folder):
    waived(waiver(expires="2020-01-31", accepted_on="2020-01-01"))
    (line,) = [
        one for one in found("plans/s.yaml", "--waivers", "risk/waivers.yaml") if one["rule"] == "zz-waiver-expired"
    ]
    assert line["file"] == "risk/waivers.yaml"
    written = (folder / line["file"]).read_text().splitlines()[line["line"] - 1]
    assert '"expires": "2020-01-31"' in written


def test_the_report_carries_the_waivers_and_the_digest_of_their_file(waived, check):
    waived(waiver())
    report = json.loads(check("plans/s.yaml", "--waivers", "risk/waivers.yaml", "--format", "json").out)["reports"][0]
    assert [file["file"] for file in report["waiver_files"]] == ["risk/waivers.yaml"]
    (record,) = report["waivers"]
    assert (record["refused_because"], record["faults"], record["ticket"]) == (None, [], "RISK-7")
    assert report["summary"]["waived"] == 1
    assert report["upcoming"][0]["kind"] == "waiver-ends"
    met = {one["rule"] for one in report["met"] if one["rule"].startswith("zz-waiver-")}
    assert met == set(WAIVER_RULES)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("waivers: [{rule: x}]", "w.yaml:1:11: 'waivers[1].strategy' is missing"),
        (
            "waivers: [{strategy: nowhere.yaml}]",
            "w.yaml:1:22: the strategy 'nowhere.yaml' does not exist",
        ),
        ("waivers: [{strategy: s.yaml, until: 2026-01-01}]", "w.yaml:1:30: 'waivers[1]' has no field 'until'"),
        ("waivers: [{strategy: s.yaml, expires: soon}]", "w.yaml:1:39: 'waivers[1].expires' is not a date"),
        ("waiver: []", "w.yaml:1:1: 'waivers' is missing"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(check, strategy, write, text, message):
    write("w.yaml", text)
    done = check(strategy().name, "--waivers", "w.yaml")
    assert (done.code, done.out) == (2, "")
    assert f"error: {message}" in done.err


def test_the_schema_judges_as_the_loader_does():
    import jsonschema

    judge = jsonschema.Draft7Validator(waivers_schema())
    good = {"strategy": "s.yaml", **waiver()}
    assert judge.is_valid({"waivers": [good]})
    assert judge.is_valid({"waivers": []})
    for wrong in ({"strategy": None}, {"expires": "soon"}, {"expires": "2026-02-30"}, {"until": "2026-01-01"}):
        assert not judge.is_valid({"waivers": [good | wrong]}), wrong
    for wrong in ({}, {"waivers": None}, {"waivers": [waiver()]}, {"waiver": []}):
        assert not judge.is_valid(wrong), wrong


COMMENTED = """\
# Kept by the risk office.
waivers:
    - strategy: s.yaml  # the first one
      rule: zz-plan
      reason: >
        Long story,
        in two lines.
      # Nobody signed this one.
      expires: 2026-12-31

# The end.
"""


@pytest.fixture
def waive(govrules):
    """Waive in s.yaml."""

    def call(*arguments, by="CRO", expires=str(TODAY + timedelta(days=30))):
        options = ("--reason", "Ends: soon # really", "--accepted-by", by, "--expires", expires)
        return govrules("waive", "s.yaml", *arguments, *options, "--no-bundled", "-r", "rules.yaml")

    return call


@pytest.mark.parametrize(
    "before",
    [
        COMMENTED,
        COMMENTED.replace("\n", "\r\n"),
        COMMENTED.rstrip("\n").removesuffix("\n\n# The end."),
        "waivers: []  # none yet\n",
        "waivers:\n# none yet\n",
        None,
    ],
)
def test_waive_adds_a_waiver_and_leaves_every_line_as_it_is(waive, check, strategy, write, folder, before):
    strategy(Blog=False)
    if before is not None:
        (folder / "w.yaml").write_bytes(before.encode())
    done = waive("zz-archive", "Blog", "--file", "w.yaml", "--ticket", "RISK-7")
    assert (done.code, done.err) == (0, ""), done.err
    after = (folder / "w.yaml").read_bytes().decode()
    if before is not None:
        kept = [line for line in before.splitlines() if "[]" not in line]
        lines = iter(after.splitlines())
        assert all(line in lines for line in kept), after
        assert ("\r\n" in after) == ("\r\n" in before)
    assert "# none yet" in after or "none yet" not in (before or "")
    added = yaml.safe_load(after)["waivers"][-1]
    assert added["strategy"] == "s.yaml"
    assert added["reason"] == "Ends: soon # really"
    assert added["expires"] == TODAY + timedelta(days=30)
    report = json.loads(check("s.yaml", "--waivers", "w.yaml", "--format", "json").out)["reports"][0]
    assert report["summary"]["waived"] == 1


def test_waive_writes_into_the_strategy_where_no_file_is_configured(waive, check, folder):
    (folder / "s.yaml").write_text(
        "title: T # what it is called\norganisation: {name: O}\nchannels:\n"
        "  - name: Blog\n    archive: {enabled: false} # moving\n\n# The end.\n"
    )
    assert waive("zz-archive").code == 0
    lines = (folder / "s.yaml").read_text().splitlines()
    assert lines[4:7] == ["    archive: {enabled: false} # moving", "waivers:", "  - rule: zz-archive"]
    assert lines[-1] == "# The end."
    assert check("s.yaml", "--fail-on", "minor", "--select", "zz-archive", "--allow-uncovered").code == 0


def test_waive_writes_into_the_front_matter_of_markdown(govrules, check, folder):
    (folder / "s.md").write_text(
        "---\ntitle: T\norganisation: {name: O}\ngovernance: {crisis: {plan: false}}\n---\nText\n"
    )
    options = ("--reason", "r", "--accepted-by", "CRO", "--expires", str(TODAY), "--no-bundled", "-r", "rules.yaml")
    assert govrules("waive", "s.md", "zz-plan", *options).code == 0
    assert check("s.md", "--select", "zz-plan", "--allow-uncovered").code == 0
    assert (folder / "s.md").read_text().endswith("---\nText\n")


def test_waive_writes_into_the_file_of_the_configuration(waive, strategy, write, folder):
    write("govrules.yaml", "waivers: [risk/w.yaml]\n")
    write("risk/w.yaml", "waivers: []\n")
    strategy(plan=False)
    assert waive("zz-plan").code == 0
    assert yaml.safe_load((folder / "risk/w.yaml").read_text())["waivers"][0]["strategy"] == "../s.yaml"


@pytest.mark.parametrize(
    ("arguments", "otherwise", "message"),
    [
        (("zz-plan",), {}, "'zz-plan' has no gap here: it is met"),
        (("zz-archiv",), {}, "'zz-archiv' has no gap here\n       did you mean 'zz-archive'?"),
        (("zz-archive",), {}, "'zz-archive' has gaps about several subjects\n       name one of: Blog, Forum"),
        (("zz-archive", "Wiki"), {}, "'zz-archive' has no gap about 'Wiki'\n       name one of: Blog, Forum"),
        (("zz-stop",), {}, "the waiver would not count: an outright prohibition cannot be waived"),
        (("zz-archive", "Blog"), {"expires": "2020-01-01"}, "the waiver would not count: it expired on 2020-01-01"),
        (("zz-archive", "Blog"), {"expires": "2099-01-01"}, "365 are allowed"),
    ],
)
def test_waive_refuses_what_would_not_count_and_writes_nothing(waive, strategy, folder, arguments, otherwise, message):
    strategy(stop=False, Blog=False, Forum=False)
    before = (folder / "s.yaml").read_bytes()
    done = waive(*arguments, **otherwise)
    assert done.code == 2
    assert message in done.err
    assert (folder / "s.yaml").read_bytes() == before


def test_waive_says_so_where_the_text_has_no_place_for_it(waive, strategy, folder):
    (folder / "s.yaml").write_text(
        '{"title": "T", "organisation": {"name": "O"}, "governance": {"crisis": {"plan": false}}}'
    )
    before = (folder / "s.yaml").read_bytes()
    done = waive("zz-plan")
    assert done.code == 2
    assert "the waiver cannot be added as the file is written" in done.err
    assert "- {rule: zz-plan, reason: 'Ends: soon # really', accepted_by: CRO, " in done.err
    assert (folder / "s.yaml").read_bytes() == before


def test_waive_refuses_what_is_waived_already(waive, strategy, write):
    strategy(plan=False)
    write("govrules.yaml", "waivers: [w.yaml]\n")
    write("w.yaml", "waivers: []\n")
    assert waive("zz-plan").code == 0
    done = waive("zz-plan")
    assert done.code == 2
    assert "'zz-plan' is waived already, until" in done.err
