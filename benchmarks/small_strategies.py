# SPDX-License-Identifier: Apache-2.0
"""Writes small strategies as lines of JSON, the same ones for the same seed, for runs of ``govrules check --jsonl``.

Run: python benchmarks/small_strategies.py 1000000 > plans.jsonl. Each is the plan of one adviser, branch, shop or
practice with one or two accounts, about 700 bytes; its answers are drawn, and a third of them is left out. One line in
a thousand is cut off in the middle.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from typing import Any

SEED = 2026
BAD_ONE_IN = 1000
# Who has many of them, its sector, its markets, and whom it addresses.
KINDS = (
    ("Adviser", "broker-dealer", ("US",), ("consumers", "retail-investors")),
    ("Agent", "insurance-intermediary", ("US",), ("consumers", "businesses")),
    ("Branch", "bank", ("US",), ("consumers", "businesses")),
    ("Practice", "dental", ("GB",), ("patients", "consumers")),
    ("Restaurant", "restaurant", ("US",), ("consumers", "teens")),
    ("Shop", "retail", ("GB", "IE"), ("consumers",)),
    ("Dealer", "automotive", ("AU",), ("consumers", "businesses")),
)
PLATFORMS = ("facebook", "instagram", "linkedin", "tiktok", "youtube")
TOPICS = ("brand", "product", "offer", "testimonials", "prizes")


def main() -> None:
    """Write them to standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    for line in lines(parser.parse_args().count):
        sys.stdout.write(line + "\n")


def lines(count: int) -> Iterator[str]:
    """So many strategies, each a line without its line break."""
    draw = random.Random(SEED)
    for number in range(1, count + 1):
        line = json.dumps(strategy(number, draw))
        yield line[: len(line) // 2] if number % BAD_ONE_IN == 0 else line


def strategy(number: int, draw: random.Random) -> dict[str, Any]:
    """One of them; its title has the number of its line."""
    kind, sector, markets, audiences = draw.choice(KINDS)
    return {
        "title": f"{kind} {number}",
        "organisation": {
            "name": f"{kind}s United",
            "sectors": [sector],
            "established_in": list(markets[:1]),
            "staff_in": list(markets[:1]),
            "listed_in": [],
        },
        "markets": list(markets),
        "channels": [channel(audiences, draw) for _ in range(draw.randint(1, 2))],
        "governance": stated(draw, crisis={"plan": draw.random() < 0.7, "stop_all_step": draw.random() < 0.7}),
    }


def channel(audiences: tuple[str, ...], draw: random.Random) -> dict[str, Any]:
    """An account and how it is run."""
    platform = draw.choice(PLATFORMS)
    return {"name": platform, "platform": platform} | stated(
        draw,
        owner="The person in charge",
        audience=draw.sample(audiences, draw.randint(1, len(audiences))),
        content_classes=draw.sample(("static", "interactive", "paid"), draw.randint(1, 3)),
        topics=draw.sample(TOPICS, draw.randint(1, 3)),
        archive={"enabled": draw.random() < 0.8},
        access={"mfa": draw.random() < 0.8, "shared_passwords": draw.random() < 0.2},
        moderation={"open_to_comments": True, "house_rules_published": draw.random() < 0.6},
        accessibility={
            "captions": draw.choice(("human-checked", "none")),
            "alt_text": draw.choice(("always", "never")),
        },
    )


def stated(draw: random.Random, **answers: Any) -> dict[str, Any]:
    """About two thirds of these answers."""
    return {name: answer for name, answer in answers.items() if draw.random() < 2 / 3}


if __name__ == "__main__":
    main()
