# SPDX-License-Identifier: Apache-2.0
"""Reports that hold every kind of verdict, among them one of a document that means harm; and reports of what is
accepted in a file of its own, or was known before."""

import dataclasses
import json

import pytest
from channels import AS_OF, strategy
from consumers import HOSTILE
from rule_text import rule_text, ruleset_text

from govrules import load_rulesets, parse_strategy
from govrules.assessment.check import assess
from govrules.assessment.report import FileRecord
from govrules.assessment.terms import Terms
from govrules.assessment.waivers import PlacedWaiver
from govrules.source.read import read
from govrules.strategy.waivers import Waiver

EVERYTHING = Terms(fail_on="advice")


def _rule(id_, severity, require, **otherwise):
    about = {"subject": "channels", "finding": "{name} falls short."}
    return rule_text(id_, require, severity=severity, **about | otherwise)


RULES = [
    _rule("zz-stop", "showstopper", {"archive.enabled": True}, source={"url": "https://example.org/a b?c=(d)&e"}),
    _rule("zz-major", "major", {"visibility": "private"}, source={"url": "http://example.org/plain"}),
    _rule("zz-minor", "minor", {"exit_plan": True}, note="A note", outdated_view="Old", current_position="New"),
    _rule("zz-advice", "advice", {"page_statistics": True}, title="T" * 2000, finding="{name}: " + "long " * 400),
    _rule("zz-open", "major", {"access.mfa": True}, status={"kind": "draft", "note": "Not final"}),
    _rule("zz-next", "major", {"archive.enabled": True}, source={"in_force": "2090-01-01"}),
    _rule("zz-met", "major", {"platform": "x"}),
    _rule("zz-waived", "major", {"archive.enabled": True}),
    _rule("zz-several", "minor", {"editorial_content": True, "user_adverts": True}),
    # The same control as zz-stop, and the same finding.
    _rule("zz-same", "major", {"archive.enabled": True}),
]


@pytest.fixture(scope="session")
def rules_file(tmp_path_factory):
    """The rules as a file."""
    path = tmp_path_factory.mktemp("rules") / "rules.yaml"
    path.write_text(json.dumps(ruleset_text(*RULES)))
    return path


def waiver(rule, subject, **otherwise):
    """A waiver whose texts mean harm."""
    told = {"reason": f"Because {HOSTILE}", "accepted_by": f"Chief {HOSTILE}", "ticket": f"RISK-412 {HOSTILE}"}
    days = {"accepted_on": "2026-11-20", "expires": "2027-03-31"}
    return {"rule": rule, "subject": subject, **told, **days, **otherwise}


@pytest.fixture(scope="session")
def rulesets(rules_file):
    """The rules, loaded."""
    return load_rulesets([rules_file])


@pytest.fixture(scope="session")
def judged(rulesets):
    """Judge a document by the rules; its check fails for everything that a check can fail for."""

    def judge(text, file="plans/s.yaml", form=None):
        return assess(parse_strategy(text, file=file, format=form), rulesets, as_of=AS_OF, terms=EVERYTHING)

    return judge


@pytest.fixture(scope="session")
def named(judged):
    """Judge a document with one channel for each of these names; gaps in zz-waived are waived, and a waiver of the
    first gap in zz-minor expired."""

    def judge(*names, file="plans/s.yaml"):
        waivers = [waiver("zz-waived", name) for name in dict.fromkeys(names)]
        waivers.append(waiver("zz-minor", names[0], accepted_on="2026-06-01", expires="2026-10-01"))
        return judged(strategy(*names, waivers=waivers), file, "json")

    return judge


@pytest.fixture
def filed(rulesets, tmp_path, monkeypatch):
    """A document whose waivers are in a file of their own: one that counts, and one of a rule that does not exist."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "waivers.json").write_text(
        json.dumps({"waivers": [waiver("zz-waived", "A"), waiver("zz-no-such", "A")]}, indent=1)
    )

    def judge(file="plans/s.yaml"):
        source = read("waivers.json")
        listed = json.loads((tmp_path / "waivers.json").read_text())["waivers"]
        placed = [PlacedWaiver(Waiver(**one), ("waivers", index), source) for index, one in enumerate(listed)]
        files = [FileRecord("waivers.json", source.digest)]
        document = parse_strategy(strategy("A"), file=file, format="json")
        return assess(document, rulesets, as_of=AS_OF, terms=EVERYTHING, waivers=placed, waiver_files=files)

    return judge


@pytest.fixture
def known(named):
    """A document in which gaps in zz-major were known before, and what is not answered as well."""
    report = named("A", "B")
    before = ("zz-major", "zz-open")
    findings = [
        dataclasses.replace(finding, known_from="baseline") if finding.rule in before else finding
        for finding in report.findings
    ]
    return dataclasses.replace(report, findings=tuple(findings))


@pytest.fixture(scope="session")
def reports(named):
    """A harmless document, a harmful one with a path that is no better, and one in which nothing was found."""
    harmful = named(HOSTILE, "B", "B", file="plans/größe,: %;]\n::error::f.json")
    clean = dataclasses.replace(named("C", file="clean.yaml"), findings=(), path=(), questions=())
    return [named("Plain channel", "Another"), harmful, clean]
