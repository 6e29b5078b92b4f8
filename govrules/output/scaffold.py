# SPDX-License-Identifier: Apache-2.0
"""A ruleset or a rule to fill in, as YAML: what it writes passes lint once its blanks, marked TODO, are filled."""

from datetime import date

_RULESET = """\
# TODO: say in a line what this ruleset is for.
ruleset: {id}
title: "TODO: what it is about"
version: "{version}"
reviewed: {reviewed}
extends: [{extends}]
"""

_RULE = """\
  - id: {id}
    title: "TODO: what must hold, as a plain statement"
    severity: minor # showstopper | major | minor | advice
    basis: house # required | expected | standard | house: who asks for it
    jurisdiction: {jurisdiction}{sectors}
    source:
      citation: "TODO: the exact citation"
      authority: "TODO: who made it"
      kind: house-practice # statute | regulation | regulator-guidance | standard | ...
      in_force: null # the first day on which it binds; null: not known
      confidence: primary-verified # secondary-verified | unverified
    parameters:
      hours: {{value: 24, unit: hours, source: "TODO: where the figure comes from"}}
    subject: channels # strategy, or a list of the document: channels, content, endorsements, ...
    when: {{moderation.open_to_comments: true}}
    require: {{moderation.response_hours: {{at_most: $hours}}}}
    finding: "{{name}}: comments are not answered within {{hours}} hours."
    remedy:
      do: "TODO: what cures it, as an instruction"
      owner: social-team
      effort: days
    examples:
      met: {{channels: [{{name: Page, moderation: {{open_to_comments: true, response_hours: 4}}}}]}}
      gap: {{channels: [{{name: Page, moderation: {{open_to_comments: true, response_hours: 48}}}}]}}
      unanswered: {{channels: [{{name: Page, moderation: {{open_to_comments: true}}}}]}}
      not-applicable: {{channels: [{{name: Page, moderation: {{open_to_comments: false}}}}]}}
"""


def new_ruleset(ruleset_id: str, *, jurisdiction: str, sectors: tuple[str, ...], extends: str, today: date) -> str:
    """A ruleset with one rule. ``extends`` names the ruleset that it rests on."""
    head = _RULESET.format(
        id=ruleset_id, version=f"{today.year}.{today.month}.0", reviewed=today.isoformat(), extends=extends
    )
    name = ruleset_id.rpartition("/")[2]
    rule_id = f"{jurisdiction.lower()}-{name}-first-rule"
    return f"{head}rules:\n{new_rule(rule_id, jurisdiction=jurisdiction, sectors=sectors)}"


def new_rule(rule_id: str, *, jurisdiction: str, sectors: tuple[str, ...]) -> str:
    """A rule, indented to stand under ``rules:``."""
    bound = f"\n    sectors: [{', '.join(sectors)}]" if sectors else ""
    return _RULE.format(id=rule_id, jurisdiction=jurisdiction, sectors=bound)
