# SPDX-License-Identifier: Apache-2.0
"""The library: as its docstring shows it, quiet, typed, and the same whatever it is given."""

import dataclasses
import gc
import json
import weakref
from datetime import date
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from bundled import bundled

import govrules
from govrules import Document, InputError, Report, check, load_rulesets, load_strategy, parse_strategy, report_schema
from govrules.engines.compiled import CompiledEngine
from govrules.today import today

TEXT = """\
title: A strategy
organisation: {name: O, sectors: [bank]}
markets: [US]
channels: [{name: A, archive: {enabled: false}}, {name: B}]
"""


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "strategy.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def own(rulesets, rule):
    return rulesets(
        rule("keep", {"archive.enabled": True}, subject="channels"),
        rule("us", {"markets": {"includes": "US"}}, jurisdiction="US"),
    )


def test_as_the_docstring_shows_it(path, monkeypatch):
    monkeypatch.chdir(path.parent)
    report = check(load_strategy("strategy.yaml"))
    assert isinstance(report, Report)
    assert report.summary.showstoppers == 0
    assert report.as_of == today()
    assert [loaded.id for loaded in report.rulesets] == [loaded.id for loaded in bundled()]


def test_every_name_that_is_promised_is_there():
    for name in govrules.__all__:
        assert getattr(govrules, name) is not None
    assert govrules.__version__


def test_an_engine_is_made_once_for_the_same_rulesets_and_goes_with_them(path, rulesets, rule, monkeypatch):
    made = []

    class Counted(CompiledEngine):
        def __init__(self, concepts):
            super().__init__(concepts)
            made.append(weakref.ref(self))

    monkeypatch.setattr("govrules.engines.named.CompiledEngine", Counted)
    keep = rule("keep", {"archive.enabled": True}, subject="channels")
    first, second = rulesets(keep), rulesets(keep)
    assert check(path, first) == check(path, first) == check(path, second)
    assert len(made) == 2
    del first
    gc.collect()
    assert made[0]() is None and made[1]() is not None


@pytest.mark.parametrize("collects", [True, False])
def test_a_check_leaves_the_collector_as_it_was(path, rulesets, own, rule, collects):
    none_left = rulesets(rule("gb", {"markets": {"includes": "GB"}}))
    (gc.enable if collects else gc.disable)()
    try:
        check(path, own)
        assert gc.isenabled() is collects
        with pytest.raises(InputError):
            check(path, none_left, ignore=["gb"])
        assert gc.isenabled() is collects
    finally:
        gc.enable()


def test_it_prints_nothing(path, own, capfd):
    check(path, own)
    check(load_strategy(path))
    with pytest.raises(InputError):
        check("none.yaml", own)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("kind", [str, Path])
def test_a_path_and_a_document_give_the_same_report(path, own, kind):
    assert check(kind(path), own) == check(load_strategy(path), own)


def without_places(report):
    data = json.loads(report.to_json())

    def clean(value):
        if isinstance(value, dict):
            return {key: clean(item) for key, item in value.items() if key not in ("location", "file", "digest")}
        return [clean(item) for item in value] if isinstance(value, list) else value

    return clean(data)


def test_a_strategy_gives_the_same_report_but_for_places(path, own):
    document = load_strategy(path)
    with_places, without = check(document, own), check(document.strategy, own)
    assert without_places(with_places) == without_places(without)
    assert (without.file, without.digest) == (None, None)
    evidence = [item for found in without.findings for item in found.evidence]
    assert evidence and all(item.location is None for item in evidence)
    assert all(item.location for found in with_places.findings for item in found.evidence)
    assert check(Document(document.strategy), own) == without


def test_yaml_json_and_markdown_give_the_same_report_but_for_places(own):
    as_json = json.dumps(parse_strategy(TEXT).source.data)
    reports = [check(parse_strategy(text), own) for text in (TEXT, as_json, f"---\n{TEXT}---\n# Title\n")]
    assert without_places(reports[0]) == without_places(reports[1]) == without_places(reports[2])
    assert len({report.digest for report in reports}) == 3


def test_two_checks_give_the_same_bytes(path, own):
    day = date(2026, 1, 1)
    assert check(path, own, as_of=day).to_json() == check(path, own, as_of=day).to_json()
    assert check(path, bundled(), as_of=day).to_json() == check(path, load_rulesets(), as_of=day).to_json()


def test_a_report_has_the_form_of_its_schema(path, own):
    schema = report_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for report in (check(path, own), check(load_strategy(path).strategy, own), check(path)):
        jsonschema.validate(json.loads(report.to_json()), schema)
        assert json.loads(report.to_json(indent=None)) == json.loads(report.to_json())


def test_a_report_cannot_be_changed(path, own):
    report = check(path, own)
    with pytest.raises(dataclasses.FrozenInstanceError):
        report.title = "Another"


def test_a_check_is_confined(path, own):
    assert list(check(path, own, select=["us"]).rules) == ["us"]
    assert list(check(path, own, ignore=["us"]).rules) == ["keep"]
    assert check(path, own, as_of=date(2020, 2, 2)).as_of == date(2020, 2, 2)


def test_waivers_of_a_file_count(path, own):
    report = check(path, own, as_of=date(2026, 11, 23))
    gap = next(finding for finding in report.findings if finding.verdict == "gap")
    waiver = {"strategy": path.name, "rule": gap.rule, "reason": "r", "accepted_by": "CRO"}
    waiver |= {"accepted_on": "2026-11-01", "expires": "2026-12-31"} | ({"subject": gap.subject} if gap.pointer else {})
    filed = path.parent / "waivers.yaml"
    filed.write_text(json.dumps({"waivers": [waiver]}))
    for strategy, days, verdict in ((path, 365, "waived"), (load_strategy(path), 365, "waived"), (path, 7, "gap")):
        found = check(strategy, own, as_of=date(2026, 11, 23), waivers=[filed], waiver_days=days).findings
        assert [one.verdict for one in found if (one.rule, one.subject) == (gap.rule, gap.subject)] == [verdict]


def test_no_ruleset_is_an_error_not_a_green_report(path):
    with pytest.raises(InputError, match="no ruleset was named"):
        load_rulesets([])


def test_the_error_says_every_fault_with_its_place(path):
    path.write_text("titel: T\norganisation: {nam: O}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        check(path)
    assert [problem.place.line for problem in caught.value.problems] == [1, 1, 2, 2]
    assert f"{path}:1:1" in str(caught.value)


def test_the_package_says_that_it_is_typed():
    assert files("govrules").joinpath("py.typed").is_file()
