# SPDX-License-Identifier: Apache-2.0
"""Nothing of the register of law is lost silently: its keys, docs/coverage.md and the rules say the same."""

import re
from collections import Counter
from pathlib import Path

from bundled import bundled

ROOT = Path(__file__).resolve().parents[2]
RULES = list(bundled().rules.values())
# Each line is a file of the register and the key of an entry.
KEYS = [line.split() for line in Path(__file__).with_name("register_keys.txt").read_text(encoding="utf-8").splitlines()]
REGISTER = {key for _, key in KEYS}
PAGE = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([^`|/]+)` \| (.+) \|$", PAGE, re.MULTILINE)
# Provisions of an entry that have no rule, each with the reason.
WITHOUT_RULE = dict(re.findall(r"^\| `([^`|/]+/[^`|/]+)` \| (.+) \|$", PAGE, re.MULTILINE))
REASON = re.compile(
    r"(Sector ruleset, not written yet|Rule not written yet in `[a-z]+/[a-z]+`|No strategy document could show it): \S"
)


def named_in(text: str) -> set[str]:
    """The rules that a row names; none where it gives a reason."""
    return set() if REASON.match(text) else set(re.findall(r"`([^`]+)`", text))


def test_each_entry_is_on_the_page_exactly_once() -> None:
    assert [key for key, times in Counter(key for _, key in KEYS).items() if times > 1] == []
    assert [key for key, times in Counter(key for key, _ in ROWS).items() if times > 1] == []
    assert {key for key, _ in ROWS} == REGISTER


def test_a_row_names_rules_or_gives_a_reason() -> None:
    assert [key for key, text in ROWS if not named_in(text) and not REASON.match(text)] == []


def test_the_page_names_the_rules_that_cover_an_entry_and_no_others() -> None:
    covering: dict[str, set[str]] = {key: set() for key in REGISTER}
    for rule in RULES:
        for entry in rule.text.entries:
            covering.setdefault(entry, set()).add(rule.id)
    rows = dict(ROWS)
    wrong = [
        f"| `{key}` | {', '.join(f'`{rule}`' for rule in sorted(rules)) or 'a reason'} |"
        for key, rules in covering.items()
        if named_in(rows.get(key, "")) != rules
    ]
    assert not wrong, "write these rows into docs/coverage.md:\n" + "\n".join(wrong)


def test_each_rule_rests_on_entries_of_the_register() -> None:
    without = [rule.id for rule in RULES if not rule.text.entries and rule.text.source.kind != "house-practice"]
    unknown = [(rule.id, entry) for rule in RULES for entry in rule.text.entries if entry not in REGISTER]
    assert (without, unknown) == ([], [])


def test_what_binds_everybody_has_rules() -> None:
    """The entries on governance and on the general law of the United States are covered whole."""
    rows = dict(ROWS)
    general = [key for file, key in KEYS if file in ("general-governance", "us-general")]
    assert len(general) > 80
    assert [key for key in general if not named_in(rows[key])] == []


def test_a_provision_has_rules_or_a_reason_and_never_both() -> None:
    named = {provision for rule in RULES for provision in rule.text.provisions}
    assert sorted(named & WITHOUT_RULE.keys()) == []
    unknown = [name for name in (*named, *WITHOUT_RULE) if name.partition("/")[0] not in REGISTER]
    assert unknown == []


def test_a_rule_names_the_entries_of_its_provisions() -> None:
    wrong = [
        (rule.id, provision)
        for rule in RULES
        for provision in rule.text.provisions
        if provision.partition("/")[0] not in rule.text.entries
    ]
    assert wrong == []
