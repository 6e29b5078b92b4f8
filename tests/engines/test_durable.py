# SPDX-License-Identifier: Apache-2.0
"""The durable engine inside: the limits of durable-rules are never met, and what it cannot do is said in one line."""

import gc
import subprocess
import sys
from importlib.util import find_spec

import pytest
from judging import AS_OF, decided_by, rulesets, strategy

from govrules import check
from govrules.engines import rete
from govrules.engines.compiled import CompiledEngine
from govrules.engines.durable import DurableEngine
from govrules.engines.interface import EngineError
from govrules.engines.named import engine_named
from govrules.engines.network import Network
from govrules.logic.condition import All

installed = pytest.mark.skipif(
    find_spec("durable_rules_engine") is None, reason="the extra govrules[durable] is not installed"
)


def judge(loaded, text):
    return DurableEngine(loaded.concepts).judge(list(loaded.rules.values()), strategy(text), AS_OF)


@installed
def test_the_report_says_which_engine_answered(tmp_path):
    loaded = rulesets(tmp_path / "r.yaml", "{jurisdiction: ZZ}")
    about = strategy("channels: [{}]")
    reports = [check(about, loaded, as_of=AS_OF, engine=name) for name in ("compiled", "durable", "both")]
    assert [report.engines for report in reports] == [("compiled",), ("durable",), ("compiled", "durable")]
    assert len({report.summary for report in reports}) == 1


@installed
@pytest.mark.parametrize("form", ["any", "all"])
def test_a_condition_of_hundreds_of_parts_keeps_within_the_limits(tmp_path, form):
    parts = ", ".join(f"{{owner: {{mentions: [word{number}]}}}}" for number in range(500))
    loaded = rulesets(tmp_path / "r.yaml", f"{{jurisdiction: ZZ, require: {{{form}: [{parts}]}}}}")
    everything = " ".join(f"word{number}" for number in range(500))
    owners = {"word499": "met" if form == "any" else "gap", everything: "met", "nobody": "gap"}
    for owner, judgement in owners.items():
        (verdict,) = judge(loaded, f"channels: [{{owner: {owner}}}]")
        assert verdict.verdict == judgement
        assert decided_by(verdict) == ["channels[1].owner"]
    (verdict,) = judge(loaded, "channels: [{}]")
    assert verdict.verdict == "unanswered"


@installed
def test_hundreds_of_rules_that_rest_on_one_concept_keep_within_the_limits(tmp_path):
    rule = "{{jurisdiction: ZZ, require: {{is: known, name: {{mentions: [word{}]}}}}}}"
    loaded = rulesets(
        tmp_path / "r.yaml",
        *(rule.format(number) for number in range(400)),
        concepts="[{id: known, title: K, subject: channels, when: {owner: {given: true}, visibility: public}}]",
    )
    about = strategy("channels: [{name: word7, owner: Ada, visibility: public}, {owner: '', name: word7}]")
    rules = list(loaded.rules.values())
    found = DurableEngine(loaded.concepts).judge(rules, about, AS_OF)
    assert found == CompiledEngine(loaded.concepts).judge(rules, about, AS_OF)
    assert [verdict.verdict for verdict in found].count("met") == 1


@installed
def test_no_ruleset_has_more_patterns_than_the_matcher_can_hold(tmp_path):
    parts = ", ".join(f"{{any: [{{owner: x{number}}}, {{name: y{number}}}]}}" for number in range(200))
    loaded = rulesets(tmp_path / "r.yaml", f"{{jurisdiction: ZZ, require: {{all: [{parts}]}}}}")
    network = Network(loaded.concepts)
    (rule,) = loaded.rules.values()
    node = network.add(rule.require, network.root, "test/one")
    chunks = network.needed([node])
    assert len(chunks) > 10
    assert max(len(chunk.patterns) for chunk in chunks) <= rete.MOST_PATTERNS
    # As many patterns as the condition has edges, and one for each node: nothing is multiplied out.
    assert sum(len(chunk.patterns) for chunk in chunks) < 2 * (200 * 3 + 201)


@installed
def test_what_is_always_true_needs_no_pattern(tmp_path):
    loaded = rulesets(tmp_path / "r.yaml", "{jurisdiction: ZZ, require: {topics: {count: {at_least: 1}}}}")
    network = Network(loaded.concepts)
    assert network.needed([network.add(All(()), network.root, "test/one")]) == set()
    said = [judge(loaded, f"channels: [{{topics: {topics}}}]")[0].verdict for topics in ("[price]", "[]")]
    assert said == ["met", "gap"]


@installed
def test_the_same_rules_loaded_again_are_not_compiled_again(tmp_path):
    def durable_rulesets():
        loaded = rulesets(tmp_path / "r.yaml", "{jurisdiction: ZZ, require: {owner: Ada, visibility: public}}")
        engine = DurableEngine(loaded.concepts)
        engine.judge(list(loaded.rules.values()), strategy("channels: [{}]"), AS_OF)
        return engine, set(rete._compiled)

    one, first = durable_rulesets()
    two, second = durable_rulesets()
    assert first == second
    assert one is not two


@installed
def test_rulesets_are_freed_with_the_last_engine_that_needs_them(tmp_path):
    gc.collect()
    before = set(rete._compiled)
    loaded = rulesets(tmp_path / "r.yaml", "{jurisdiction: ZZ, require: {owner: Ada, name: Page, visibility: public}}")
    engine = DurableEngine(loaded.concepts)
    engine.judge(list(loaded.rules.values()), strategy("channels: [{}]"), AS_OF)
    assert set(rete._compiled) > before
    del engine
    gc.collect()
    assert set(rete._compiled) <= before


@installed
def test_an_error_code_names_the_ruleset(tmp_path, monkeypatch):
    class Broken:
        def create_ruleset(self, name, definition):
            raise RuntimeError("Could not create ruleset, error code: 108")

    monkeypatch.setattr(rete, "extension", Broken)
    monkeypatch.setattr(rete, "_compiled", {})
    loaded = rulesets(tmp_path / "r.yaml", "{jurisdiction: ZZ, require: {owner: Ada, name: Feed, visibility: public}}")
    with pytest.raises(EngineError, match=r"the ruleset 'test/one: channels, level 1': .* error code: 108"):
        judge(loaded, "channels: [{}]")


@installed
def test_a_fact_that_is_not_received_is_an_error_and_not_a_verdict():
    ruleset = rete.rete_ruleset([((0, 1),)], "one")
    assert ruleset.matching([1], "one") == {"0"}
    assert ruleset.matching([0], "one") == set()
    with pytest.raises(EngineError, match="the ruleset 'one'"):
        ruleset.matching(["no number"], "one")  # type: ignore[list-item]
    assert ruleset.matching([1], "one") == {"0"}


@pytest.mark.parametrize(
    ("version", "way_out"),
    [
        ((3, 11), "pip install 'govrules[durable]'"),
        ((3, 13), "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install"),
    ],
)
def test_where_it_cannot_be_imported_one_line_tells_the_way_out(tmp_path, monkeypatch, version, way_out):
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    monkeypatch.setattr(sys, "version_info", version)
    loaded = rulesets(tmp_path / "r.yaml", "{}")
    for name in ("durable", "both"):
        with pytest.raises(EngineError) as error:
            engine_named(name, loaded.concepts)
        assert way_out in str(error.value)
        assert "or use the compiled engine" in str(error.value)
        assert "\n" not in str(error.value)


def test_nothing_else_minds_that_it_cannot_be_imported(tmp_path):
    (tmp_path / "s.yaml").write_text("title: T\norganisation: {name: Acme}\n")
    program = "import sys; sys.modules['durable_rules_engine'] = None; from govrules.cli.main import main; main()"

    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-c", program, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )

    assert run("check", "s.yaml").stdout
    refused = run("check", "--engine", "durable", "s.yaml")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("error: the durable engine needs durable-rules")
    assert refused.stderr.count("\n") == 1
