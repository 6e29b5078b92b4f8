# SPDX-License-Identifier: Apache-2.0
"""Writes a ruleset of one rule, so that a test shows only what it is about."""

from pathlib import Path
from textwrap import dedent, indent

import pytest

from govrules.ruleset import load_rulesets
from govrules.source import InputError, Problem

HEAD = """\
ruleset: {id}
title: Test
version: "1"
reviewed: 2026-11-23
"""
# The rule's own text begins at line FIRST and stands COLUMN - 1 characters from the left.
RULE = """\
rules:
  - id: test-rule
    title: A rule
    severity: major
    basis: required
    jurisdiction: US
    source: {citation: Test 1, authority: Tester, kind: statute, confidence: unverified}
    finding: Something is missing.
    remedy: {do: Do it, owner: legal, effort: days}
    subject: channels
"""
FIRST = HEAD.count("\n") + RULE.count("\n") + 1


def rule_text(text: str) -> str:
    return HEAD.replace("{id}", "test/one") + RULE + indent(dedent(text), "    ")


def load(path: Path, text: str):
    path.write_text(text)
    return load_rulesets([path])


def problems(path: Path, text: str) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        load(path, text)
    return caught.value.problems


def problem(path: Path, text: str) -> Problem:
    (only,) = problems(path, text)
    return only
