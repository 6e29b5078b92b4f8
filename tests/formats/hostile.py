# SPDX-License-Identifier: Apache-2.0
"""A small ruleset, and a strategy whose text would do harm in any format."""

from datetime import date
from typing import Any

from rule_text import rule_text

DAY = date(2026, 11, 23)
HOSTILE = "=1+1|<script>alert(1)</script>[x](javascript:x)`@octocat` #12 https://evil.example"

STRATEGY = """
title: A plan
organisation: {name: Acme, sectors: [bank]}
markets: [US, GB]
author: Head of social
recommendation: {decision: "Approve 100 dollars | now", by: 2026-12-01, pilot_offered: One branch}
timing: {meeting_on: 2026-12-01}
business_case:
  {currency: USD, cost_per_year: 100, benefit_per_year: 250, benefit_low: 90, benefit_high: 400, payback_months: 5}
channels:
  - {name: "HOSTILE", platform: instagram, archive: {enabled: false}}
  - {name: Second, platform: tiktok, archive: {enabled: false}, approval: {recorded: true}}
  - {platform: youtube, archive: {enabled: false}}
  - {platform: linkedin, archive: {enabled: false}}
objections: [{who: Counsel, belief: Nothing may be archived, belief_as_of: 2015-01-01, about_rules: [us-archive]}]
history:
  - {submitted_on: 2025-01-01, forum: Board, outcome: rejected, what_changed: An archive,
     reasons: [{reason: No archive, answer: There is one now}, {reason: Too dear}]}
""".replace("HOSTILE", HOSTILE)


def rule(id_: str, require: dict[str, Any], source: dict[str, Any] | None = None, **otherwise: Any) -> dict[str, Any]:
    """A rule for everybody about each channel; anything can be said otherwise."""
    confirmed = {"citation": f"Code {id_}", "confidence": "primary-verified"} | (source or {})
    about = {"subject": "channels", "finding": "{name}: falls short."}
    return rule_text(id_, require, source=confirmed, **about | otherwise)


ARCHIVE = rule(
    "us-archive",
    {"archive.enabled": True},
    jurisdiction="US",
    source={"url": "https://law.example/a?b=1&c=<2>", "in_force": "2020-01-01"},
    outdated_view="Nothing may be archived.",
    current_position="Everything is archived.",
)
APPROVAL = rule("zz-approval", {"approval.recorded": True}, severity="minor")
COMING = rule("gb-coming", {"archive.enabled": True}, jurisdiction="GB", source={"in_force": "2027-06-01"})
RULES = (ARCHIVE, APPROVAL, COMING)
