# SPDX-License-Identifier: Apache-2.0
"""A waiver of a special rule accepts that rule's gap alone: the general rules that it stands for are judged again."""

import pytest

PAGE = "markets: [US]\nchannels: [{name: Page, visibility: public, archive: {enabled: false}}]\n"
ENABLED = {"archive.enabled": True}


def waiver(rule):
    return (
        f"{{rule: {rule}, subject: Page, reason: We migrate, accepted_by: CRO, accepted_on: 2026-11-01, "
        "expires: 2026-12-31}"
    )


@pytest.fixture
def told(judge, rule):
    """The verdicts of a general rule that yields to two special ones, with waivers of these rules."""

    def ask(*waived, first="public"):
        rules = (
            rule("general", ENABLED, subject="channels", yields_to=["first", "second"]),
            rule("first", ENABLED, subject="channels", when={"visibility": first}),
            rule("second", ENABLED, subject="channels", when={"visibility": "public"}),
        )
        listed = ", ".join(map(waiver, waived))
        report = judge(f"{PAGE}waivers: [{listed}]\n", *rules)
        found = [one for one in report.findings if not one.rule.startswith("zz-waiver")]
        return {one.rule: (str(one.verdict), one.stands_for) for one in found}

    return ask


def test_without_a_waiver_the_special_rules_stand_for_the_general_one(told):
    assert told() == {"first": ("gap", ("general",)), "second": ("gap", ("general",))}


def test_while_another_special_rule_has_its_gap_the_general_one_still_yields_to_it(told):
    assert told("first") == {"first": ("waived", ()), "second": ("gap", ("general",))}


def test_where_each_special_rule_is_waived_the_general_one_has_its_own_gap(told):
    assert told("first", "second") == {"first": ("waived", ()), "second": ("waived", ()), "general": ("gap", ())}


def test_the_general_rule_is_waived_on_its_own(told):
    waived = ("waived", ())
    assert told("first", "second", "general") == {"first": waived, "second": waived, "general": waived}
    assert told("second", "general", first="private") == {"second": waived, "general": waived}


def test_a_waiver_of_the_strategy_is_told_with_where_it_is_written(judge, rule):
    report = judge(f"{PAGE}waivers:\n- {waiver('archived')}\n", rule("archived", ENABLED, subject="channels"))
    (told,) = report.waivers
    assert (told.rule, told.refused_because, told.location.line, told.location.column) == ("archived", None, 6, 3)
