# SPDX-License-Identifier: Apache-2.0
"""Silence is never praised: no bundled rule is met without the fields that its requirement reads."""

from dataclasses import replace
from typing import Any

import pytest
from bundled import bundled
from pydantic import BaseModel

from govrules.assessment.examples import run_examples
from govrules.engines.compiled import CompiledEngine
from govrules.ruleset import Rule, Ruleset
from govrules.ruleset.asks import FieldsRead, fields_of
from govrules.verdict import Verdict

RULESETS = bundled()
RULES = [pytest.param(ruleset, rule, id=rule.id) for ruleset in RULESETS for rule in ruleset.rules]
ENGINE = CompiledEngine(RULESETS.concepts)


def without(part: Any, names: tuple[str, ...], keep_lists: bool) -> Any:
    """A part of a document in which a field is not stated, nor in any element of a list on the way to it.

    With ``keep_lists``, a list of parts stays, and only what stands in it goes.
    """
    name, *rest = names
    value = getattr(part, name)
    if value is None or (not rest and is_required(part, name)):
        return part
    if isinstance(value, tuple) and any(isinstance(one, BaseModel) for one in value) and (rest or keep_lists):
        left: Any = type(value)(without(one, tuple(rest), keep_lists) if rest else one for one in value)
    else:
        left = without(value, tuple(rest), keep_lists) if rest else None
    return part.model_copy(update={name: left})


def is_required(part: BaseModel, name: str) -> bool:
    """Whether a field must be stated: it is how parts are called, and nobody can be silent about it."""
    return type(part).model_fields[name].is_required()


@pytest.mark.parametrize(("ruleset", "rule"), RULES)
def test_no_rule_is_met_where_nothing_is_stated_that_it_requires(ruleset: Ruleset, rule: Rule) -> None:
    required = fields_of(replace(rule, when=None, unless=None), RULESETS.concepts)
    # That a list has elements is something stated.
    of_length = any(looked.counted for looked in FieldsRead(RULESETS.concepts).by(rule))
    for result in run_examples(ruleset, rule, ENGINE):
        for keep_lists in (False, True) if result.expected is Verdict.MET else ():
            silent = result.strategy
            for names in required:
                silent = without(silent, names, keep_lists)
            verdicts = {judgement.verdict for judgement in ENGINE.judge([rule], silent, result.as_of)}
            assert (keep_lists and of_length) or Verdict.MET not in verdicts, result.place
