# SPDX-License-Identifier: Apache-2.0
"""Reports that hold every kind of verdict, among them one of a document that means harm."""

import dataclasses
import json
from datetime import date

import pytest
from consumers import HOSTILE

from govrules import check, load_rulesets, parse_strategy

AS_OF = date(2026, 11, 23)


def _rule(id_, severity, require, **otherwise):
    source = {"citation": f"Code, {id_}", "authority": "Authority", "kind": "statute", "confidence": "unverified"}
    return {
        "id": id_,
        "title": f"Title of {id_}",
        "severity": severity,
        "jurisdiction": "ZZ",
        "source": source | otherwise.pop("source", {}),
        "subject": "channels",
        "require": require,
        "finding": "{name} falls short.",
        "remedy": {"do": f"Cure {id_}.", "owner": "legal", "effort": "days"},
        **otherwise,
    }


RULES = [
    _rule("zz-stop", "showstopper", {"archive.enabled": True}, source={"url": "https://example.org/a b?c=(d)&e"}),
    _rule("zz-major", "major", {"visibility": "private"}, source={"url": "http://example.org/plain"}),
    _rule("zz-minor", "minor", {"archive.enabled": True}, note="A note", outdated_view="Old", current_position="New"),
    _rule("zz-advice", "advice", {"archive.enabled": True}, title="T" * 2000, finding="{name}: " + "long " * 400),
    _rule("zz-open", "major", {"access.mfa": True}, status={"kind": "draft", "note": "Not final"}),
    _rule("zz-next", "major", {"archive.enabled": True}, source={"in_force": "2090-01-01"}),
    _rule("zz-met", "major", {"platform": "x"}),
    _rule("zz-waived", "major", {"archive.enabled": True}),
    _rule("zz-several", "minor", {"archive.enabled": True, "visibility": "private"}),
]


@pytest.fixture(scope="session")
def rules_file(tmp_path_factory):
    """The rules as a file."""
    path = tmp_path_factory.mktemp("rules") / "rules.yaml"
    head = {"ruleset": "test/small", "title": "Small", "version": "1.0", "reviewed": "2026-01-01"}
    path.write_text(json.dumps(head | {"rules": RULES}))
    return path


@pytest.fixture(scope="session")
def judged(rules_file):
    """Judge a document by the rules; findings of zz-waived are waived."""
    rulesets = load_rulesets([rules_file])

    def judge(text, file="plans/s.yaml", form=None):
        report = check(parse_strategy(text, file=file, format=form), rulesets, as_of=AS_OF)
        waived = [
            dataclasses.replace(finding, verdict="waived") if finding.rule == "zz-waived" else finding
            for finding in report.findings
        ]
        return dataclasses.replace(report, findings=tuple(waived))

    return judge


@pytest.fixture(scope="session")
def named(judged):
    """Judge a document with one channel for each of these names."""

    def judge(*names, file="plans/s.yaml"):
        channels = [
            {"name": name, "platform": "x", "visibility": "public", "archive": {"enabled": False}} for name in names
        ]
        text = json.dumps({"title": names[0], "organisation": {"name": names[0]}, "channels": channels}, indent=1)
        return judged(text, file, "json")

    return judge


@pytest.fixture(scope="session")
def reports(named):
    """A harmless document, a harmful one with a path that is no better, and one in which nothing was found."""
    harmful = named(HOSTILE, "B", "B", file="plans/größe,: %;]\n::error::f.json")
    clean = dataclasses.replace(named("C", file="clean.yaml"), findings=())
    return [named("Plain channel", "Another"), harmful, clean]
