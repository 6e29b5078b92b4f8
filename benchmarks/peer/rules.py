# SPDX-License-Identifier: Apache-2.0
"""The neutral list of rules, and the strategies that all engines judge by it.

A rule is about each channel: where both tests of ``when`` hold, the test ``broken_if`` must not. The rules read only
fields that each channel of the strategies states, so that no engine needs to ask whether a field is there, and the
answer of an engine that knows only true and false is the same as one in three-valued logic.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import reduce
from operator import getitem
from pathlib import Path
from random import Random
from typing import Any, Literal

import yaml

BANK = Path(__file__).resolve().parent.parent.parent / "examples" / "regional-bank-us.yaml"

FLAGS = (
    "access.mfa",
    "access.recovery_protected",
    "access.shared_passwords",
    "accessibility.contrast_checked",
    "archive.enabled",
    "moderation.complaint_route",
    "moderation.escalation",
    "moderation.house_rules_published",
    "moderation.neutral_criteria",
    "moderation.open_to_comments",
    "moderation.removals_logged",
)
CHOICES = {
    "accessibility.alt_text": ("always", "sometimes", "never"),
    "accessibility.captions": ("human-checked", "automatic", "none"),
    "accessibility.landing_pages_standard": ("wcag-2.2-aa", "wcag-2.1-aa", "wcag-2.0-aa", "none"),
    "legal_owner": ("organisation", "employee", "executive", "agency"),
    "platform": ("facebook", "instagram", "linkedin", "tiktok", "x", "youtube"),
    "status": ("planned", "pilot", "live", "paused"),
}
LISTS = {
    "audience": ("businesses", "consumers", "employees", "shareholders-and-analysts"),
    "content_classes": ("direct-message", "ephemeral", "interactive", "paid", "static"),
    "topics": ("brand", "credit", "deposits", "mortgage", "offer", "prizes", "product", "testimonials"),
}
NUMBERS = {"moderation.response_hours": 72, "next_trial.budget": 20_000, "share_of_outcome_percent": 50}

Operator = Literal["is", "includes", "one_of", "more_than", "less_than"]


@dataclass(frozen=True)
class Comparison:
    """One comparison of a channel's field, by its dotted path, with a value (``one_of``: with values)."""

    field: str
    operator: Operator
    value: Any


@dataclass(frozen=True)
class Rule:
    """A rule about each channel. It is broken where both of ``when`` and ``broken_if`` hold."""

    id: str
    when: tuple[Comparison, Comparison]
    broken_if: Comparison

    @property
    def tests(self) -> tuple[Comparison, Comparison, Comparison]:
        """All that must hold where it is broken, in order."""
        return (*self.when, self.broken_if)

    def as_data(self) -> dict[str, Any]:
        """For engines in another process."""
        return {"id": self.id, "tests": [asdict(test) for test in self.tests]}


def rules(number: int) -> list[Rule]:
    """So many rules, each another, always the same ones."""
    random, made = Random(7), dict[tuple[Comparison, ...], Rule]()
    while len(made) < number:
        lists = [Comparison(field, "includes", random.choice(values)) for field, values in LISTS.items()]
        when = (random.choice(lists), _any_choice(random))
        broken_if = random.choice((_any_flag, _any_flag, _any_choice, _any_bound))(random)
        if broken_if.field != when[1].field:
            made.setdefault((*when, broken_if), Rule(f"rule-{len(made) + 1}", when, broken_if))
    return list(made.values())


def _any_flag(random: Random) -> Comparison:
    field = random.choice(FLAGS)
    return Comparison(field, "is", field == "access.shared_passwords")


def _any_choice(random: Random) -> Comparison:
    field, values = random.choice(list(CHOICES.items()))
    return Comparison(field, "one_of", tuple(sorted(random.sample(values, random.randint(1, len(values) - 1)))))


def _any_bound(random: Random) -> Comparison:
    field, most = random.choice(list(NUMBERS.items()))
    return Comparison(field, random.choice(("more_than", "less_than")), random.randint(1, most))


def strategies() -> dict[str, dict[str, Any]]:
    """The strategies as data, by name. The generated ones keep nine controls of ten."""
    bank = yaml.safe_load(BANK.read_text(encoding="utf-8"))
    return {"one channel": generated(1), "ten channels": generated(10), "bank example": _with_days_as_text(bank)}


def generated(channels: int) -> dict[str, Any]:
    """A strategy of so many channels, which state every field that a rule reads."""
    random = Random(channels)
    return {
        "title": "Generated",
        "organisation": {"name": "Acme", "sectors": ["bank"]},
        "markets": ["US"],
        "channels": [_channel(number, random) for number in range(1, channels + 1)],
    }


def _channel(number: int, random: Random) -> dict[str, Any]:
    channel: dict[str, Any] = {"name": f"Channel {number}"}
    for field in FLAGS:
        _put(channel, field, (random.random() < 0.9) is not (field == "access.shared_passwords"))
    for field, values in CHOICES.items():
        _put(channel, field, random.choice(values))
    for field, values in LISTS.items():
        _put(channel, field, random.sample(values, random.randint(1, len(values) - 1)))
    for field, most in NUMBERS.items():
        _put(channel, field, random.randint(1, most))
    return channel


def what_is_read(channel: Mapping[str, Any]) -> dict[str, Any]:
    """A channel with nothing but the fields that rules read."""
    read: dict[str, Any] = {}
    for field in (*FLAGS, *CHOICES, *LISTS, *NUMBERS):
        _put(read, field, reduce(getitem, field.split("."), channel))
    return read


def _put(channel: dict[str, Any], field: str, value: Any) -> None:
    *parts, last = field.split(".")
    for part in parts:
        channel = channel.setdefault(part, {})
    channel[last] = value


def _with_days_as_text(value: Any) -> Any:
    """The same as JSON has it."""
    if isinstance(value, dict):
        return {key: _with_days_as_text(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_with_days_as_text(each) for each in value]
    return value if isinstance(value, str | int | float | bool) else str(value)
