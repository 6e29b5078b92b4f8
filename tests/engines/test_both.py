# SPDX-License-Identifier: Apache-2.0
"""Where two engines differ there is no report, but an error that names rule, subject and both answers."""

from dataclasses import replace

import pytest
from command_line import called
from judging import AS_OF, rulesets, strategy

from govrules import InputError, check
from govrules.engines import CompiledEngine
from govrules.engines.both import BothEngines
from govrules.engines.interface import Deciding, EngineError
from govrules.engines.named import engine_named
from govrules.source.errors import Problem

RULE = "{jurisdiction: ZZ, require: {owner: Ada}}"
ABOUT = "channels: [{name: Page, owner: Ada}, {name: Feed, owner: Bob}, {}]"


class Other:
    """An engine that changes what the compiled one says."""

    names = ("other",)

    def __init__(self, concepts, change):
        self.engine, self.change = CompiledEngine(concepts), change

    def judge(self, rules, strategy, as_of):
        return self.change(self.engine.judge(rules, strategy, as_of))


@pytest.fixture
def loaded(tmp_path):
    return rulesets(tmp_path / "r.yaml", RULE)


@pytest.fixture
def judge(loaded):
    def ask(change):
        both = BothEngines(CompiledEngine(loaded.concepts), Other(loaded.concepts, change))
        return both.judge(list(loaded.rules.values()), strategy(ABOUT), AS_OF)

    return ask


def test_one_answer_is_given_once(judge, loaded):
    alone = CompiledEngine(loaded.concepts).judge(list(loaded.rules.values()), strategy(ABOUT), AS_OF)
    assert judge(list) == alone


def test_another_judgement_names_rule_subject_and_both_answers(judge):
    with pytest.raises(EngineError) as error:
        judge(lambda said: [said[0], replace(said[1], verdict="met"), said[2]])
    (problem,) = error.value.problems
    assert problem.message == (
        "the engines compiled and other differ on the rule 'rule-1' about channels[2]: "
        "compiled says gap, decided by channels[2].owner = 'Bob'; other says met, decided by channels[2].owner = 'Bob'"
    )


def test_another_deciding_field_is_a_difference(judge):
    with pytest.raises(EngineError, match=r"other says unanswered, decided by channels\[3\]\.name = None"):
        judge(lambda said: [*said[:2], replace(said[2], decided_by=lambda: (Deciding(("channels", 2, "name"), None),))])


def test_a_verdict_that_only_one_gives_is_a_difference(judge):
    with pytest.raises(EngineError, match=r"about channels\[3\]: .*; other says nothing"):
        judge(lambda said: said[:2])


def test_each_difference_is_told(judge):
    with pytest.raises(EngineError) as error:
        judge(lambda said: [replace(one, verdict="not-applicable") for one in said])
    assert len(error.value.problems) == 3


def test_another_order_is_a_difference(judge):
    with pytest.raises(EngineError, match="different orders"):
        judge(lambda said: said[::-1])


def test_the_library_gives_no_report(loaded):
    other = Other(loaded.concepts, lambda said: said[:1])
    with pytest.raises(InputError):
        check(strategy(ABOUT), loaded, as_of=AS_OF, engine=BothEngines(CompiledEngine(loaded.concepts), other))


def test_the_command_exits_with_2_and_prints_no_report(tmp_path, monkeypatch, loaded):
    monkeypatch.setattr(
        "govrules.repository.run.engine_named",
        lambda name, concepts: BothEngines(CompiledEngine(concepts), Other(concepts, lambda said: said[:1])),
    )
    (tmp_path / "s.yaml").write_text(f"title: T\norganisation: {{name: Acme}}\n{ABOUT}\n")
    done = called("check", "--no-bundled", "-r", "r.yaml", "--engine", "both", "s.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "rule-1" in done.stderr


def test_an_engine_that_is_not_there_is_told_with_the_others(loaded):
    with pytest.raises(EngineError) as error:
        engine_named("compield", loaded.concepts)
    assert error.value.problems == (Problem("there is no engine 'compield'", None, "did you mean 'compiled'?"),)
