# SPDX-License-Identifier: Apache-2.0
"""Days, spans, addresses and packages at the edge of what there is: linted, or refused with their place."""

import json
import sys
from datetime import date

import pytest
from command_line import called

from govrules.assessment.due import due_by
from govrules.assessment.lint import lint
from govrules.assessment.rule_record import rule_record
from govrules.output.due import due_calendar
from govrules.ruleset.bundled import installed_paths
from govrules.ruleset.load import load_rulesets, open_rulesets
from govrules.source.errors import InputError

HEAD = {"ruleset": "acme/social", "title": "T", "version": "1", "reviewed": "2026-11-01"}
TESTED = "archive.retrieval_tested_on"
AS_OF = date(2026, 11, 23)


@pytest.fixture
def written(tmp_path, rule):
    """Write a ruleset of one rule; the file."""

    def write(require=None, head=(), **fields):
        one = rule("us-a-x", require or {"archive.enabled": True}, subject="channels", **fields)
        path = tmp_path / "rules.yaml"
        path.write_text(json.dumps(HEAD | dict(head) | {"rules": [one]}))
        return path

    return write


@pytest.mark.parametrize(
    "bounds",
    [
        {"within_days": 4_000_000},
        {"in_next_days": 4_000_000},
        {"on_or_after": "9999-12-31"},
        {"on_or_before": "0001-01-01"},
        {"on_or_after": "0001-01-01", "on_or_before": "9999-12-31"},
    ],
    ids=str,
)
@pytest.mark.parametrize("as_of", [date.min, AS_OF, date.max])
def test_a_ruleset_with_extreme_days_is_linted(written, bounds, as_of):
    path = written({TESTED: bounds})
    rulesets, problems = open_rulesets([path]).examine()
    assert not [one for one in problems if "no operator" in one.message], problems
    assert lint(rulesets, {str(path)}, as_of=as_of)


def test_a_ruleset_that_was_reviewed_on_the_last_of_days_is_due_then(written):
    path = written(head={"reviewed": "9999-12-31"})
    rulesets = load_rulesets([path])
    lint(rulesets, {str(path)}, as_of=date.max)
    records = [rule_record(rule) for rule in rulesets.rules.values()]
    (due,) = due_by(records, rulesets, by=date.max, as_of=AS_OF)
    assert due.day == date.max
    assert b"DTSTART;VALUE=DATE:99991231" in due_calendar([due], AS_OF)


@pytest.mark.parametrize("url", ["https://[", "https://[::1", "https://a]b/"])
def test_an_address_that_cannot_be_read_is_refused_with_its_place(written, url):
    source = {"citation": "C", "authority": "A", "kind": "statute", "confidence": "unverified", "url": url}
    path = written(source=source)
    with pytest.raises(InputError) as caught:
        load_rulesets([path])
    (problem,) = caught.value.problems
    assert problem.place.file == str(path)
    assert "source.url' is not an address that can be read" in problem.message


@pytest.mark.parametrize("named", ["acme_rules", "acme:rules", "acme_rules.social", "json", ""])
def test_an_installed_package_whose_rulesets_are_not_there_is_named(tmp_path, monkeypatch, named):
    offered = tmp_path / "acme-1.dist-info"
    offered.mkdir()
    (offered / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1\n")
    (offered / "entry_points.txt").write_text(f"[govrules.rulesets]\nacme = {named}\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    with pytest.raises(InputError) as caught:
        installed_paths()
    assert "acme 1" in caught.value.problems[0].message


def test_a_ruleset_by_several_spellings_is_one(written, tmp_path, monkeypatch):
    path = written()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "linked.yaml").symlink_to(path)
    loaded = load_rulesets(["rules.yaml", "./rules.yaml", path, "linked.yaml"])
    assert [ruleset.source.file for ruleset in loaded] == ["rules.yaml"]
    assert called("lint", "rules.yaml", path, cwd=tmp_path).stdout.endswith(" in 1 ruleset.\n")
