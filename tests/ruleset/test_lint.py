# SPDX-License-Identifier: Apache-2.0
"""Each kind of fault that a ruleset can have is caught at its place, with a message that says the fix."""

import copy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from command_line import called

from govrules.assessment.lint import lint
from govrules.ruleset.load import open_rulesets
from govrules.source import Problem
from govrules.source.faults import FaultKind

Ruleset = dict[str, Any]
AS_OF = date(2026, 11, 23)

SOUND: Ruleset = {
    "ruleset": "acme/social",
    "title": "Acme: social media",
    "version": "2026.11.0",
    "reviewed": "2026-11-01",
    "concepts": [
        {
            "id": "us-open-page",
            "title": "The public can comment",
            "subject": "channels",
            "when": {"visibility": "public"},
        }
    ],
    "rules": [
        {
            "id": "us-answered-in-time",
            "title": "Comments are answered in time",
            "severity": "major",
            "basis": "required",
            "jurisdiction": "US",
            "source": {
                "citation": "Acme Standard 1",
                "authority": "Acme",
                "kind": "house-practice",
                "in_force": "2020-01-01",
                "confidence": "primary-verified",
            },
            "parameters": {"hours": {"value": 24, "unit": "hours", "source": "Acme"}},
            "subject": "channels",
            "when": {"is": "us-open-page"},
            "require": {"moderation.response_hours": {"at_most": "$hours"}},
            "finding": "{name}: comments are not answered within {hours} hours.",
            "remedy": {"do": "Staff the inbox.", "owner": "social-team", "effort": "days"},
            "examples": {
                "met": {"channels": [{"visibility": "public", "moderation": {"response_hours": 4}}]},
                "gap": {"channels": [{"visibility": "public", "moderation": {"response_hours": 48}}]},
                "not-applicable": {"channels": [{"visibility": "private"}]},
            },
        }
    ],
}


def rule(ruleset: Ruleset) -> dict[str, Any]:
    found: dict[str, Any] = ruleset["rules"][0]
    return found


def set_rule(**changes: Any) -> Callable[[Ruleset], None]:
    return lambda ruleset: rule(ruleset).update(changes)


def set_source(**changes: Any) -> Callable[[Ruleset], None]:
    return lambda ruleset: rule(ruleset)["source"].update(changes)


def require(condition: Any) -> Callable[[Ruleset], None]:
    def seed(ruleset: Ruleset) -> None:
        rule(ruleset).update(require=condition, finding="It falls short.")
        del rule(ruleset)["parameters"]

    return seed


def second_rule(**changes: Any) -> Callable[[Ruleset], None]:
    def seed(ruleset: Ruleset) -> None:
        ruleset["rules"].append({**copy.deepcopy(rule(ruleset)), "id": "us-second", **changes})

    return seed


def add_concept(**concept: Any) -> Callable[[Ruleset], None]:
    return lambda ruleset: ruleset["concepts"].append({"title": "A notion", "subject": "channels", **concept})


def yields_to_another_subject(ruleset: Ruleset) -> None:
    second_rule(subject="content", when={"topics": {"includes": "price"}}, require={"claims.substantiated": True})(
        ruleset
    )
    rule(ruleset).update(yields_to=["us-second"])


def yields_to_a_lighter_rule(ruleset: Ruleset) -> None:
    second_rule(severity="minor", require={"archive.enabled": True}, finding="It falls short.", parameters={})(ruleset)
    ruleset["rules"][1]["examples"] = {
        "met": {"channels": [{"visibility": "public", "archive": {"enabled": True}}]},
        "gap": {"channels": [{"visibility": "public", "archive": {"enabled": False}}]},
        "not-applicable": {"channels": [{"visibility": "private"}]},
    }
    rule(ruleset).update(yields_to=["us-second"])


def other_source_of_the_house(**otherwise: Any) -> Callable[[Ruleset], None]:
    def seed(ruleset: Ruleset) -> None:
        set_rule(basis="house", severity="minor", **otherwise)(ruleset)
        set_source(kind="industry-code")(ruleset)

    return seed


def lists_in_lists(ruleset: Ruleset) -> None:
    condition: dict[str, Any] = {"visibility": "public"}
    for _ in range(5):
        condition = {"strategy.channels": {"every": condition}}
    require(condition)(ruleset)


SEEDED: list[tuple[str, Callable[[Ruleset], None], str]] = [
    ("malformed", set_rule(severty="major"), "did you mean 'severity'?"),
    ("duplicate-id", second_rule(id="us-answered-in-time"), "another id"),
    ("unknown-field", require({"moderation.respose_hours": 4}), "did you mean 'response_hours'?"),
    ("unknown-value", require({"visibility": "pubic"}), "did you mean 'public'?"),
    ("unfit-operator", require({"visibility": {"at_least": 4}}), "these fit: equals, one_of"),
    ("house-by-others", other_source_of_the_house(), "or add a `status`"),
    ("malformed-condition", require([]), "field: value"),
    ("unknown-concept", set_rule(when={"is": "us-open-pge"}), "did you mean 'us-open-page'?"),
    (
        "concept-cycle",
        lambda ruleset: ruleset["concepts"][0].update(when={"is": "us-open-page"}),
        "define one of them by fields",
    ),
    ("excessive", lists_in_lists, "ask less"),
    ("unknown-subject", set_rule(subject="chanels"), "did you mean 'channels'?"),
    ("parameter", set_rule(require={"moderation.response_hours": {"at_most": 24}}), "write $hours, or remove it"),
    ("placeholder", set_rule(finding="{nam}: too late."), "did you mean 'name'?"),
    (
        "change",
        lambda ruleset: ruleset.update(
            changes=[{"rule": "us-answered-in-tim", "severity": "minor", "reason": "Small"}]
        ),
        "did you mean 'us-answered-in-time'?",
    ),
    (
        "example-no-strategy",
        lambda ruleset: rule(ruleset)["examples"].update(met={"channels": [{"visibilty": "public"}]}),
        "did you mean 'visibility'?",
    ),
    (
        "silence-as-met",
        require({"moderation.response_hours": {"at_most": 4}, "not": {"handle": {"known": "x"}}}),
        "`unless`",
    ),
    (
        "no-such-choice",
        set_rule(undecided=[{"field": "visibility", "choices": ["public"], "reason": "The trigger settles it."}]),
        "take away what it does not read",
    ),
    ("lighter-special", yields_to_a_lighter_rule, "stand beside that rule"),
    ("empty-covers", lambda ruleset: ruleset.update(covers={"sectors": ["bank"]}), "write a rule for it"),
    (
        "never-applies",
        set_rule(when={"all": [{"is": "us-open-page"}, {"visibility": "private"}]}),
        "exclude each other",
    ),
    (
        "never-met",
        require({"moderation.response_hours": {"at_most": 4, "at_least": 8}}),
        "correct a value",
    ),
    (
        "never-a-gap",
        require({"any": [{"moderation.complaint_route": True}, {"visibility": "public"}]}),
        "ask for something",
    ),
    ("shadowed", second_rule(), "remove one"),
    (
        "contradiction",
        second_rule(
            require={"moderation.response_hours": {"more_than": "$hours"}},
            examples={
                "met": rule(SOUND)["examples"]["gap"],
                "gap": rule(SOUND)["examples"]["met"],
                "not-applicable": rule(SOUND)["examples"]["not-applicable"],
            },
        ),
        "hold both against the source",
    ),
    ("unused-concept", add_concept(id="us-unused", when={"visibility": "private"}), "use it in a rule, or remove it"),
    ("missing-example", lambda ruleset: rule(ruleset)["examples"].pop("gap"), "under examples: gap"),
    ("no-prohibition", set_rule(severity="showstopper"), "prohibition: true"),
    ("source-without-date", lambda ruleset: rule(ruleset)["source"].pop("in_force"), "`in_force: null`"),
    ("outdated-view-alone", set_rule(outdated_view="Nobody may answer."), "`current_position`"),
    ("review-too-old", lambda ruleset: ruleset.update(reviewed="2025-11-01"), "set `reviewed` to that day"),
    ("empty-in-force", set_source(until="2019-01-01"), "correct one of the days"),
    ("id-without-jurisdiction", set_rule(id="answered-in-time"), "name it us-answered-in-time"),
    ("blank", set_rule(title="TODO: what must hold"), "write what it asks for"),
    ("unknown-source", set_rule(source="acme-standrad"), "list it under `sources`"),
    ("unused-source", lambda ruleset: ruleset.update(sources={"acme": rule(SOUND)["source"]}), "use it in a rule"),
    ("unknown-rule", set_rule(yields_to=["us-answered-on-time"]), "did you mean 'us-answered-in-time'?"),
    ("yield-cycle", set_rule(yields_to=["us-answered-in-time"]), "decide which of them is the special one"),
    ("yield-subject", yields_to_another_subject, "about the strategy as a whole"),
    (
        "silence-as-gap",
        require({"moderation.response_hours": {"stated": True}}),
        "`given: true`",
    ),
    (
        "silence-as-gap",
        require({"moderation.response_hours": {"known": {"at_most": 4}}}),
        "leave `known` out",
    ),
]


def faults_of(ruleset: Ruleset, path: Path) -> list[Problem]:
    path.write_text(yaml.safe_dump(ruleset, sort_keys=False), encoding="utf-8")
    rulesets, problems = open_rulesets([path]).examine()
    return [*problems, *lint(rulesets, [str(path)], as_of=AS_OF)]


def test_a_sound_ruleset_has_no_fault(tmp_path: Path) -> None:
    assert faults_of(copy.deepcopy(SOUND), tmp_path / "sound.yaml") == []


@pytest.mark.parametrize(("kind", "seed", "fix"), [pytest.param(*seeded, id=seeded[0]) for seeded in SEEDED])
def test_a_seeded_fault_is_caught_and_its_fix_is_said(
    kind: str, seed: Callable[[Ruleset], None], fix: str, tmp_path: Path
) -> None:
    ruleset = copy.deepcopy(SOUND)
    seed(ruleset)
    faults = [problem for problem in faults_of(ruleset, tmp_path / "seeded.yaml") if problem.kind == kind]
    assert len(faults) >= 1
    assert all(fault.place is not None and fault.place.file.endswith("seeded.yaml") for fault in faults)
    assert fix in f"{faults[0].message} {faults[0].hint}"


def test_a_fault_of_a_field_is_shown_at_its_name(tmp_path: Path) -> None:
    (fault,) = faults_of(copy.deepcopy(SOUND) | {"reviewed": "2020-01-01"}, tmp_path / "old.yaml")
    assert fault.place is not None
    line = (tmp_path / "old.yaml").read_text(encoding="utf-8").splitlines()[fault.place.line - 1]
    assert line[fault.place.column - 1 :].startswith("reviewed:")


def test_an_example_that_passes_refutes_that_its_verdict_is_impossible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govrules.assessment.lint.can_be", lambda *_: False)
    assert faults_of(copy.deepcopy(SOUND), tmp_path / "sound.yaml") == []
    without = copy.deepcopy(SOUND)
    del rule(without)["examples"]["gap"]
    kinds = {problem.kind for problem in faults_of(without, tmp_path / "without.yaml")}
    assert kinds == {FaultKind.MISSING_EXAMPLE, FaultKind.NEVER_A_GAP}


def test_a_rule_of_the_house_may_cite_a_text_of_others_that_does_not_bind(tmp_path: Path) -> None:
    ruleset = copy.deepcopy(SOUND)
    other_source_of_the_house(status={"kind": "draft", "note": "Not final."})(ruleset)
    assert faults_of(ruleset, tmp_path / "house.yaml") == []


def test_every_kind_of_fault_is_seeded_here() -> None:
    # A file that is no YAML stops the command (tests/cli), a concept about another subject is in
    # test_condition_faults, and what a basis carries is below.
    assert set(FaultKind) - {kind for kind, _, _ in SEEDED} == {
        FaultKind.UNREADABLE,
        FaultKind.OTHER_SUBJECT,
        FaultKind.SEVERITY_BEYOND_BASIS,
    }


STATED = {"moderation.complaint_route": True}
HOURS = {"moderation.response_hours": {"at_most": 24}}


@pytest.mark.parametrize(
    ("basis", "severity", "source", "status", "asked", "heaviest"),
    [
        ("required", "showstopper", {"prohibition": True}, None, STATED, None),
        ("required", "showstopper", {"prohibition": True}, "contested", STATED, "major"),
        ("required", "showstopper", {"prohibition": True}, "changing", STATED, None),
        ("required", "showstopper", {"prohibition": True, "confidence": "unverified"}, None, STATED, "major"),
        ("required", "showstopper", {"prohibition": True, "in_force": "2099-01-01"}, None, STATED, "major"),
        ("expected", "showstopper", {"prohibition": True}, None, STATED, "major"),
        ("expected", "major", {}, None, HOURS, None),
        ("standard", "major", {}, None, STATED, None),
        ("standard", "major", {}, None, HOURS, "minor"),
        ("house", "major", {}, None, STATED, "minor"),
        ("house", "minor", {}, None, STATED, None),
    ],
)
def test_a_shipped_rule_weighs_no_more_than_its_basis_carries(
    tmp_path, monkeypatch, basis, severity, source, status, asked, heaviest
):
    ruleset = copy.deepcopy(SOUND)
    require(asked)(ruleset)
    set_rule(basis=basis, severity=severity)(ruleset)
    set_source(**source)(ruleset)
    if status:
        set_rule(status={"kind": status, "note": "Before a court."})(ruleset)
    path = tmp_path / "shipped.yaml"

    def too_heavy():
        return [fault for fault in faults_of(ruleset, path) if fault.kind is FaultKind.SEVERITY_BEYOND_BASIS]

    # An organisation may weigh its own rules as it likes.
    assert too_heavy() == []
    monkeypatch.setattr("govrules.assessment.lint.bundled_paths", lambda: [path])
    assert [fault.hint for fault in too_heavy()] == ([f"make it {heaviest} at most"] if heaviest else [])


def test_codes_are_stable_and_used_once() -> None:
    assert FaultKind.UNKNOWN_FIELD.code == "GR004"
    assert FaultKind.NEVER_APPLIES.code == "GR101"
    assert len({kind.code for kind in FaultKind}) == len(FaultKind)


def test_all_faults_are_told_at_once_with_place_frame_and_code(tmp_path: Path) -> None:
    ruleset = copy.deepcopy(SOUND)
    ruleset["rules"].append({**copy.deepcopy(rule(SOUND)), "id": "us-broken", "severty": "x"})
    ruleset["rules"].append({**copy.deepcopy(rule(SOUND)), "id": "us-typo", "require": {"visibilty": "public"}})
    ruleset["rules"].append({**copy.deepcopy(rule(SOUND)), "id": "eu-elsewhere"})
    path = tmp_path / "many.yaml"
    path.write_text(yaml.safe_dump(ruleset, sort_keys=False), encoding="utf-8")
    ran = called("lint", path, cwd=tmp_path)
    assert ran.returncode == 1
    for code in ("GR002", "GR004", "GR104", "GR113"):
        assert code in ran.stdout
    line = next(number for number, text in enumerate(path.read_text().splitlines(), 1) if "visibilty" in text)
    assert f"{path}:{line}:5: GR004" in ran.stdout
    assert f"{line} |     visibilty: public" in ran.stdout


def test_the_bundled_rulesets_have_no_fault() -> None:
    from govrules.ruleset.bundled import bundled_paths

    rulesets, problems = open_rulesets(bundled_paths()).examine()
    faults = [*problems, *lint(rulesets, [ruleset.source.file for ruleset in rulesets], as_of=AS_OF)]
    assert [str(fault) for fault in faults] == []


def test_an_alternative_that_asks_for_more_than_silence_is_no_fault(tmp_path: Path) -> None:
    ruleset = copy.deepcopy(SOUND)
    general = {"handle": {"stated": False}, "moderation.response_hours": {"at_most": "$hours"}}
    rule(ruleset).update(require={"any": [{"exit_plan": True}, general]})
    assert [fault for fault in faults_of(ruleset, tmp_path / "r.yaml") if fault.kind is FaultKind.SILENCE_AS_MET] == []


def test_a_topic_that_no_rule_reads_covers_nothing(tmp_path: Path) -> None:
    ruleset = copy.deepcopy(SOUND) | {"covers": {"topics": ["alcohol"]}}
    [fault] = faults_of(ruleset, tmp_path / "r.yaml")
    assert (fault.kind, "'alcohol'" in fault.message) == (FaultKind.EMPTY_COVERS, True)


def test_a_concept_that_rests_on_an_unknown_one_is_told_where_topics_are_covered(tmp_path: Path) -> None:
    ruleset = copy.deepcopy(SOUND) | {"covers": {"topics": ["deposits"]}}
    ruleset["concepts"].append({**ruleset["concepts"][0], "id": "us-other", "when": {"is": "us-missing"}})
    ruleset["rules"][0]["when"] = {"is": "us-other"}
    path = tmp_path / "acme.yaml"
    path.write_text(yaml.safe_dump(ruleset, sort_keys=False), encoding="utf-8")
    done = called("lint", path.name, cwd=tmp_path)
    assert done.returncode == 1
    assert "us-missing" in done.stdout
