# SPDX-License-Identifier: Apache-2.0
"""What was known before fails no check: by a baseline, or because the change did not bring it."""

import json
import re
from pathlib import Path

import pytest
from repository_lines import said_by_rule

from govrules.source.git import lay_out


@pytest.fixture
def baseline(govrules):
    """Record or prune a baseline by the rules of the folder."""

    def call(*arguments):
        return govrules("baseline", *arguments, "--no-bundled", "-r", "rules.yaml")

    return call


def known(findings):
    return {(one["rule"], one["subject"]): one["known_from"] for one in findings}


def test_a_check_fails_only_on_what_the_baseline_has_not(check, found, baseline, strategy):
    strategy(plan=False, Blog=False)
    done = baseline("s.yaml", "-o", "b.json")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Recorded in b.json: 2 findings, 2 new, 0 removed.")
    assert check("s.yaml", "--fail-on", "minor").code == 1
    assert check("s.yaml", "--fail-on", "minor", "--baseline", "b.json").code == 0
    strategy(plan=False, Blog=False, Forum=False)
    assert check("s.yaml", "--fail-on", "minor", "--baseline", "b.json").code == 1
    assert known(found("s.yaml", "--baseline", "b.json")) == {
        ("zz-plan", "The strategy"): "baseline",
        ("zz-archive", "Blog"): "baseline",
        ("zz-archive", "Forum"): None,
    }


def test_what_is_known_is_known_wherever_it_moves_to(check, baseline, strategy, folder):
    strategy(plan=False, Blog=False)
    baseline("s.yaml", "-o", "b.json")
    path = folder / "s.yaml"
    data = json.loads(path.read_text())
    data["channels"].insert(0, {"name": "New", "archive": {"enabled": True}})
    path.write_text("# A comment\n\n" + json.dumps(dict(reversed(data.items())), indent=4))
    assert check("s.yaml", "--fail-on", "minor", "--baseline", "b.json").code == 0


def test_a_question_that_becomes_a_gap_is_new_and_so_is_a_gap_that_becomes_a_question(check, baseline, strategy):
    strategy("open.yaml", plan=None)
    strategy("gap.yaml", plan=False)
    baseline("open.yaml", "gap.yaml", "-o", "b.json")
    strategy("open.yaml", plan=False)
    strategy("gap.yaml", plan=None)
    assert check("open.yaml", "--baseline", "b.json").code == 1
    assert check("gap.yaml", "--baseline", "b.json").code == 1
    assert check("gap.yaml", "--baseline", "b.json", "--allow-unanswered").code == 0


def test_a_finding_that_weighs_more_is_new(check, baseline, strategy, folder):
    strategy(Blog=False)
    baseline("s.yaml", "-o", "b.json")
    rules = folder / "rules.yaml"
    rules.write_text(rules.read_text().replace('"severity": "minor"', '"severity": "major"'))
    assert check("s.yaml", "--baseline", "b.json").code == 1


def test_a_showstopper_is_never_in_a_baseline(check, baseline, strategy):
    strategy(stop=False)
    done = baseline("s.yaml", "-o", "b.json")
    assert "Not recorded: 1 finding about outright prohibitions" in done.out
    assert check("s.yaml", "--baseline", "b.json").code == 1


def test_what_is_fixed_is_told_and_pruned(check, baseline, strategy, folder):
    strategy(plan=False, Blog=False)
    baseline("s.yaml", "-o", "b.json")
    strategy(plan=True, Blog=False, Forum=False)
    report = json.loads(check("s.yaml", "--baseline", "b.json", "--format", "json").out)["reports"][0]
    assert [(one["rule"], one["subject"]) for one in report["fixed"]] == [("zz-plan", "The strategy")]
    assert "Fixed since the baseline" in check("s.yaml", "--baseline", "b.json").out
    done = baseline("s.yaml", "-o", "b.json", "--prune")
    assert done.out.startswith("Recorded in b.json: 1 finding, 0 new, 1 removed.")
    entries = json.loads((folder / "b.json").read_text())["findings"]["s.yaml"]
    assert [(one["rule"], one["subject"]) for one in entries] == [("zz-archive", "Blog")]


def test_what_a_selection_left_out_is_not_called_fixed(check, baseline, strategy):
    strategy(plan=False, Blog=False)
    baseline("s.yaml", "-o", "b.json")
    done = check("s.yaml", "--baseline", "b.json", "--ignore", "zz-plan", "--format", "json")
    assert json.loads(done.out)["reports"][0]["fixed"] == []


def test_other_strategies_keep_what_is_recorded_of_them_unless_they_are_gone(baseline, strategy, folder, git):
    git("init")
    for name in ("a.yaml", "b.yaml", "c.yaml"):
        strategy(name, plan=False)
    baseline("a.yaml", "b.yaml", "c.yaml", "-o", "x.json")
    (folder / "c.yaml").unlink()
    strategy("a.yaml", plan=True)
    assert baseline("a.yaml", "-o", "x.json").out.startswith("Recorded in x.json: 0 findings, 0 new, 2 removed.")
    assert list(json.loads((folder / "x.json").read_text())["findings"]) == ["b.yaml"]


def test_the_baseline_of_the_configuration_is_used_and_written(govrules, strategy, write, folder):
    write("govrules.yaml", "rulesets: [rules.yaml]\nbundled: false\nstrategies: [plans]\nbaseline: known.json\n")
    strategy("plans/s.yaml", plan=False)
    missing = govrules("check")
    assert missing.code == 2
    assert "there is no baseline known.json\n       record it with `govrules baseline`" in missing.err
    assert govrules("baseline", cwd=folder / "plans").code == 0
    assert (folder / "known.json").is_file()
    assert govrules("check", "-q").code == 0
    assert govrules("check", "-q", "--no-baseline").code == 1


def test_a_baseline_that_cannot_be_read_is_told(check, strategy, write):
    write("b.json", '{"findings": {"s.yaml": [{"rule": "x"}]}}')
    done = check(strategy().name, "--baseline", "b.json")
    assert done.code == 2
    assert "b.json:1:26: 'findings.s.yaml[1].fingerprint' is missing" in done.err


@pytest.fixture
def branch(git, strategy, write):
    """A repository whose main branch has a strategy without a plan; the working tree is on another branch."""
    git("init")
    write("govrules.yaml", "rulesets: [rules.yaml]\nbundled: false\nstrategies: [plans]\nfail_on: minor\n")
    strategy("plans/s.yaml", plan=False)
    git("add", ".")
    git("commit", "-m", "begin")
    git("checkout", "-b", "change")
    return git


def test_only_what_the_change_brings_fails(govrules, branch, strategy):
    assert govrules("check", "-q").code == 1
    assert govrules("check", "-q", "--diff-base", "main").code == 0
    strategy("plans/s.yaml", plan=False, Blog=False)
    done = govrules("check", "--diff-base", "main", "--format", "jsonl")
    assert done.code == 1
    assert known(said_by_rule(done.out)) == {
        ("zz-plan", "The strategy"): "merge-base",
        ("zz-archive", "Blog"): None,
    }


def test_it_is_held_against_where_the_branches_went_apart(govrules, branch, strategy, git):
    git("checkout", "main")
    strategy("plans/s.yaml", plan=True)
    git("commit", "-am", "main goes on, and cures it")
    git("checkout", "change")
    assert govrules("check", "-q", "--diff-base", "main").code == 0


def test_all_of_a_new_strategy_is_new(govrules, branch, strategy):
    strategy("plans/new.yaml", plan=False)
    done = govrules("check", "--diff-base", "main", "--format", "jsonl")
    assert {(one["file"], one["known_from"]) for one in said_by_rule(done.out)} == {
        ("plans/s.yaml", "merge-base"),
        ("plans/new.yaml", None),
    }


def test_a_changed_ruleset_waiver_or_configuration_brings_findings_too(govrules, branch, strategy, write, folder, git):
    rules = folder / "rules.yaml"
    text = rules.read_text()
    rules.write_text(text.replace("governance.crisis.stop_all_step", "governance.crisis.out_of_hours_contact"))
    assert govrules("check", "-q", "--diff-base", "main").code == 1
    rules.write_text(text)
    write(
        "w.yaml",
        {
            "waivers": [
                {
                    "strategy": "plans/s.yaml",
                    "rule": "zz-plan",
                    "reason": "r",
                    "accepted_by": "CRO",
                    "accepted_on": "2026-01-01",
                    "expires": "2026-12-31",
                }
            ]
        },
    )
    config = folder / "govrules.yaml"
    config.write_text(config.read_text() + "waivers: [w.yaml]\n")
    options = ("--as-of", "2026-06-01", "-q")
    assert govrules("check", *options).code == 0
    git("add", ".")
    git("commit", "-m", "waive")
    (folder / "w.yaml").write_text("waivers: []")
    assert govrules("check", *options, "--diff-base", "HEAD").code == 1


def test_where_what_was_there_cannot_be_checked_all_is_new_and_that_is_told(govrules, branch, strategy, git, write):
    write("plans/s.yaml", "title: [")
    git("commit", "-am", "broken")
    strategy("plans/s.yaml", plan=False)
    done = govrules("check", "-q", "--diff-base", "HEAD")
    assert done.code == 1
    before = "What was there before the change cannot be checked, so everything counts as new: plans/s.yaml:1:9: "
    assert done.err.startswith(before)


@pytest.mark.parametrize(
    ("revision", "message"),
    [
        ("nowhere", "there is no revision 'nowhere'"),
        ("--upload-pack=x", "'--upload-pack=x' cannot be the name of a revision"),
    ],
)
def test_a_revision_that_is_none_is_told(govrules, branch, revision, message):
    done = govrules("check", f"--diff-base={revision}")
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_outside_a_repository_there_is_nothing_to_compare_with(check, strategy):
    done = check(strategy().name, "--diff-base", "main")
    assert done.code == 2
    assert "not in a git repository" in done.err


def test_branches_without_a_common_commit_are_told(govrules, branch, git):
    git("checkout", "--orphan", "other")
    git("commit", "-m", "apart")
    done = govrules("check", "--diff-base", "main")
    assert done.code == 2
    assert "have no common commit" in done.err
    assert "fetch-depth: 0" in done.err


def test_a_clone_made_with_a_filter_is_told_so(govrules, branch, git, strategy, folder):
    strategy("plans/s.yaml", plan=False, Blog=True)
    git("commit", "-am", "more")
    git("config", "uploadpack.allowFilter", "true")
    git("clone", "--filter=blob:none", "--no-local", f"file://{folder}", "partial")
    done = govrules("check", "-q", "--diff-base", "HEAD~1", cwd=folder / "partial")
    assert done.code == 2
    assert "this clone was made with a filter" in done.err


def test_a_link_in_the_repository_is_not_followed(govrules, branch, folder, git):
    (folder / "plans" / "evil.yaml").symlink_to("/etc/passwd")
    git("add", ".")
    git("commit", "-m", "link")
    (folder / "plans" / "evil.yaml").unlink()
    assert govrules("check", "-q", "--diff-base", "HEAD").code == 0


@pytest.mark.parametrize("where", ["s/plan.txt", "s/s.yaml --ruleset r/house.rules", "s/s.yaml --ruleset r/link.yaml"])
def test_what_a_check_reads_now_is_read_as_it_was(govrules, git, strategy, folder, where):
    git("init")
    rules = (folder / "rules.yaml").read_text()
    strategy("s/s.yaml", plan=False)
    strategy("s/plan.txt", plan=False)
    (folder / "r").mkdir()
    (folder / "r/house.rules").write_text(rules)
    (folder / "r/link.yaml").symlink_to("../rules.yaml")
    git("add", ".")
    git("commit", "-m", "begin")
    for name in ("s.yaml", "plan.txt"):
        with (folder / "s" / name).open("a") as file:
            file.write("\n# a comment")
    ruleset = () if "--ruleset" in where else ("--ruleset", "rules.yaml")
    done = govrules("check", *where.split(), *ruleset, "--no-bundled", "--no-config", "-q", "--diff-base", "HEAD")
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("target", ["/etc/passwd", "../../etc/passwd", "a/../../../etc/passwd"])
def test_a_link_that_leads_out_of_the_repository_is_left_out(git, folder, target, tmp_path_factory):
    git("init")
    (folder / "plans").mkdir()
    (folder / "plans/out.yaml").symlink_to(target)
    (folder / "plans/in.yaml").symlink_to("../rules.yaml")
    git("add", ".")
    git("commit", "-m", "links")
    into = tmp_path_factory.mktemp("commit")
    lay_out(folder, "HEAD", into, (".yaml",))
    assert sorted(path.name for path in (into / "plans").iterdir()) == ["in.yaml"]
    assert (into / "plans/in.yaml").read_text() == (folder / "rules.yaml").read_text()


@pytest.mark.parametrize("text", ["[" + "0," * 1_100_000 + "0]", "a: &a [x,x,x,x,x,x,x,x]\n"])
def test_a_baseline_that_is_a_bomb_is_refused(check, strategy, folder, text):
    strategy()
    if text.startswith("a"):
        for name, before in zip("bcdefgh", "abcdefg", strict=True):
            text += f"{name}: &{name} [{', '.join([f'*{before}'] * 8)}]\n"
    (folder / "b.yaml").write_text(f"findings: {text}" if text.startswith("[") else text)
    done = check("s.yaml", "--baseline", "b.yaml")
    assert done.code == 2
    assert "more than " in done.err and "values" in done.err


def test_a_baseline_counts_as_a_check_does(govrules):
    draft = str(Path(__file__).resolve().parents[2] / "examples" / "unfinished-draft.yaml")
    recorded = govrules("baseline", draft, "-o", "b.json").out
    counted = re.match(r"Recorded in b.json: (\d+) findings, \1 new, 0 removed\.", recorded)
    assert counted, recorded
    checked = govrules("check", draft, "--baseline", "b.json").out
    assert f"0 findings are new; {counted[1]} were known before and fail nothing." in checked
