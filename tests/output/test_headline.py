# SPDX-License-Identifier: Apache-2.0
"""The verdict in one line: whether it may go ahead, what stands in the way and who asks for it, in things to do."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from rule_text import rule_text, ruleset_text

from govrules import check, load_rulesets, parse_strategy
from govrules.output.formats import format_named
from govrules.output.presentation.answer import go_ahead, verdict_line
from govrules.output.text import render

DAY = date(2026, 11, 23)
STRATEGY = """
title: T
organisation: {name: O, sectors: [bank]}
markets: [US]
governance: {crisis: {plan: false, stop_all_step: false, holding_statements: false}, records: {archive_enabled: true}}
"""
PLAN = {"governance.crisis.plan": True}
STOP = {"governance.crisis.stop_all_step": True}
HELD = {"governance.crisis.holding_statements": True}
OPEN = {"governance.crisis.out_of_hours_contact": True}
KEPT = {"governance.records.archive_enabled": True}
FOR_US = {"jurisdiction": "US", "sectors": ["bank"]}


def judged(tmp_path: Path, *rules):
    path = tmp_path / "small.rules.yaml"
    path.write_text(
        yaml.safe_dump(
            ruleset_text(rule_text("us-kept", KEPT, **FOR_US), *rules, covers={"sectors": ["bank"]}), sort_keys=False
        )
    )
    return check(parse_strategy(STRATEGY, file="s.yaml"), load_rulesets([path]), as_of=DAY)


@pytest.mark.parametrize(
    ("rules", "state", "line"),
    [
        ([], "yes", "Yes. Nothing blocks the launch."),
        (
            [rule_text("zz-halt", STOP, severity="minor", basis="house")],
            "yes",
            "Yes. Nothing blocks the launch. 1 thing to do after launch.",
        ),
        (
            [rule_text("zz-plan", PLAN)],
            "not-yet",
            "Yes, once one thing is done (days). It is required by law or a binding rule. It is no showstopper.",
        ),
        (
            [
                rule_text("zz-plan", PLAN, basis="standard"),
                rule_text("zz-halt", STOP, remedy={"do": "Halt.", "owner": "legal", "effort": "weeks"}),
                rule_text("zz-also-halt", STOP, basis="expected"),
                rule_text("zz-open", OPEN, severity="minor"),
            ],
            "not-yet",
            "Yes, once two things are done (weeks). One is required by law or a binding rule and one asked for by a "
            "standard. None of them is a showstopper. 1 question open.",
        ),
        (
            [rule_text("zz-plan", PLAN), rule_text("zz-open", OPEN)],
            "open",
            "Not decided: 1 open question could block the launch. One thing is to be done before launch (days): it is "
            "required by law or a binding rule.",
        ),
        (
            [rule_text("zz-open", OPEN, severity="showstopper")],
            "open",
            "Not decided: 1 open question could block the launch. Nothing that is stated blocks the launch.",
        ),
        (
            [
                rule_text("zz-plan", PLAN, severity="showstopper"),
                rule_text("zz-halt", STOP),
                rule_text("zz-open", OPEN),
            ],
            "no",
            "No: 1 showstopper. What is prohibited outright must go; the rest may stay. 1 open question could block "
            "the launch as well. One more thing is to be done before launch (days): it is required by law or a "
            "binding rule.",
        ),
    ],
    ids=["clean", "minor", "one", "two", "open", "doubt", "showstopper"],
)
def test_the_headline_says_what_helps(tmp_path, rules, state, line):
    report = judged(tmp_path, *rules)
    assert verdict_line(report) == line
    assert go_ahead(report).state == state
    assert render([report]).startswith(line + "\n")


def test_the_heading_of_a_gap_says_the_gap_and_what_is_asked_stands_below(tmp_path):
    shown = render([judged(tmp_path, rule_text("zz-plan", PLAN, finding="Nobody wrote a crisis plan."))])
    assert "\n  1. Nobody wrote a crisis plan.\n" in shown
    assert "\n    Required: Title of zz-plan\n" in shown


def test_what_one_act_cures_is_one_thing_to_do(tmp_path):
    shown = render([judged(tmp_path, rule_text("zz-a", PLAN), rule_text("zz-b", PLAN, severity="minor"))])
    assert shown.startswith("Yes, once one thing is done (days).")
    _, _, rest = shown.partition("\n  1. ")
    assert "zz-a" in rest and "zz-b" in rest and "\n  2. " not in rest


def test_doubt_about_showstoppers_is_not_denied(tmp_path):
    report = judged(tmp_path, rule_text("zz-open", OPEN, severity="showstopper"))
    said = " ".join(render([report]).split())
    assert "1 of the 2 rules that apply could ever stop a launch: 1 waits for an answer" in said
    assert "none does so" not in said and "is a showstopper" not in said


def test_a_policy_is_adopted_and_not_launched(tmp_path):
    path = tmp_path / "small.rules.yaml"
    rules = [rule_text("zz-plan", PLAN), rule_text("zz-halt", STOP, severity="minor")]
    kinds = {"documents": ["policy", "strategy"]}
    path.write_text(yaml.safe_dump(ruleset_text(*(rule | kinds for rule in rules))))
    report = check(parse_strategy(STRATEGY + "document: policy\n"), load_rulesets([path]), as_of=DAY)
    for name in ("text", "markdown", "html"):
        head, _, body = str(format_named(name).write([report])).partition("</style>")
        assert "launch" not in (body or head).lower(), name
    assert "1 thing to do after adoption" in verdict_line(report)
