# SPDX-License-Identifier: Apache-2.0
"""Where the configuration is found, what beats what, and what is said of one that is wrong."""

import json
from pathlib import Path

import pytest

from govrules.repository.config import config_schema
from govrules.repository.settings import Given

RULES = "rulesets: [rules.yaml]\nbundled: false\n"


def shown(done):
    assert done.code == 0, done.err
    return json.loads(done.out)["settings"]


def test_it_is_found_upwards_from_the_checked_file(govrules, write, strategy):
    write("govrules.yaml", RULES)
    deep = strategy("strategies/eu/s.yaml", plan=False)
    done = govrules("check", deep.name, "-q", cwd=deep.parent)
    assert (done.code, done.err) == (1, "")
    assert done.out.startswith("Yes, once one thing is done")


def test_it_is_not_looked_for_beyond_the_repository(govrules, write, strategy, folder):
    write("govrules.yaml", "fail_on: never")
    strategy("inner/s.yaml")
    (folder / "inner" / ".git").mkdir()
    assert json.loads(govrules("config", "show", "inner/s.yaml", "--format", "json").out)["configuration"] is None


def test_without_a_file_the_strategies_of_the_configuration_are_checked(govrules, write, strategy):
    write("govrules.yaml", RULES + "strategies: [strategies]\n")
    strategy("strategies/a.yaml")
    strategy("strategies/b.yaml", plan=False)
    strategy("elsewhere.yaml", plan=False)
    done = govrules("check", "--format", "jsonl")
    assert done.code == 1
    assert [json.loads(line)["file"] for line in done.out.splitlines()] == ["strategies/b.yaml"]


def test_without_a_file_and_without_strategies_it_says_what_to_do(govrules, write):
    nothing = govrules("check")
    assert nothing.code == 2
    assert nothing.err.splitlines()[1].strip() == (
        "name a file or folder, or list them under `strategies` in govrules.yaml"
    )


def test_pyproject_configures_as_well(govrules, write, strategy):
    write(
        "pyproject.toml",
        '[project]\nname = "x"\n\n[tool.govrules]\nrulesets = ["rules.yaml"]\nbundled = false\n'
        'fail_on = "never"\n\n[[tool.govrules.overrides]]\nfiles = ["strict/"]\nfail_on = "minor"\n',
    )
    strategy("s.yaml", plan=False)
    strategy("strict/s.yaml", plan=False)
    assert govrules("check", "s.yaml", "-q").code == 0
    assert govrules("check", "strict/s.yaml", "-q").code == 1
    settings = shown(govrules("config", "show", "strict/s.yaml", "--format", "json"))
    assert settings["fail_on"] == {"value": "minor", "from": "pyproject.toml:11:1"}
    assert settings["bundled"] == {"value": False, "from": "pyproject.toml:6:1"}


def test_a_pyproject_that_says_nothing_of_govrules_is_none(govrules, write, strategy):
    write("pyproject.toml", "this is = no [toml")
    strategy()
    assert json.loads(govrules("config", "show", "s.yaml", "--format", "json").out)["configuration"] is None


def test_two_configurations_in_one_folder_are_an_error(govrules, write, strategy):
    write("govrules.yaml", "fail_on: never")
    write("pyproject.toml", "[tool.govrules]\nfail_on = 'major'\n")
    done = govrules("check", strategy())
    assert done.code == 2
    assert "two configurations: govrules.yaml and pyproject.toml" in done.err


def test_files_under_different_configurations_are_not_checked_in_one_call(govrules, write, strategy):
    for name in ("one", "two"):
        write(f"{name}/govrules.yaml", "fail_on: never")
        strategy(f"{name}/s.yaml")
    done = govrules("check", "one/s.yaml", "two/s.yaml")
    assert done.code == 2
    assert "one/s.yaml has one/govrules.yaml, two/s.yaml has two/govrules.yaml" in done.err
    assert "--config" in done.err


@pytest.mark.parametrize(("option", "code"), [((), 0), (("--fail-on", "minor"), 1), (("--no-config",), 1)])
def test_the_command_line_beats_the_file(govrules, write, strategy, option, code):
    write("govrules.yaml", "fail_on: never")
    strategy(plan=False)
    done = govrules("check", "s.yaml", "-q", "--no-bundled", "-r", "rules.yaml", *option)
    assert done.code == code


def test_of_several_overrides_the_last_that_fits_decides_and_the_command_line_beats_them(govrules, write, strategy):
    write(
        "govrules.yaml",
        RULES
        + """\
fail_on: major
overrides:
  - files: [drafts/]
    fail_on: never
    allow_unanswered: true
  - files: [drafts/final-*]
    fail_on: minor
""",
    )
    strategy("drafts/early.yaml", plan=False)
    strategy("drafts/final-1.yaml", plan=False)
    assert govrules("check", "drafts/early.yaml", "-q").code == 0
    assert govrules("check", "drafts/final-1.yaml", "-q").code == 1
    assert govrules("check", "drafts/early.yaml", "-q", "--fail-on", "major").code == 1
    settings = shown(govrules("config", "show", "drafts/final-1.yaml", "--format", "json"))
    assert settings["fail_on"] == {"value": "minor", "from": "govrules.yaml:9:5"}
    assert settings["allow_unanswered"] == {"value": True, "from": "govrules.yaml:7:5"}
    assert settings["waiver_days"] == {"value": 365, "from": "default"}


def test_what_is_configured_for_nothing_is_told(govrules, write, strategy):
    write(
        "govrules.yaml",
        RULES
        + """\
strategies: [strategies]
waivers: [w.yaml]
overrides:
  - files: [strategies/]
    fail_on: minor
  - files: [strategy/]
    fail_on: never
""",
    )
    strategy("strategies/s.yaml")
    strategy("old/s.yaml")
    write("w.yaml", {"waivers": [{"strategy": "old/s.yaml", "rule": "zz-plan"}]})
    done = govrules("check", "-q")
    assert (done.code, done.err.splitlines()) == (
        0,
        [
            "govrules.yaml:8:5: this override matches no strategy.",
            "w.yaml:4:16: the strategy of this waiver is not checked.",
        ],
    )
    assert govrules("check", "strategies", "-q").err == ""


def test_config_show_reads_well(govrules, write, strategy):
    write("govrules.yaml", "fail_on: minor\noutput: {sarif: build/x.sarif}\n")
    done = govrules("config", "show", strategy())
    first, *rows = done.out.splitlines()
    assert first == "Configuration: govrules.yaml, as it is for s.yaml"
    assert [row.split() for row in rows if row.startswith(("fail_on", "output", "engine"))] == [
        ["fail_on", "minor", "govrules.yaml:1:1"],
        ["engine", "compiled", "default"],
        ["output", '{"sarif":', '"build/x.sarif"}', "govrules.yaml:2:1"],
    ]


def test_paths_of_the_file_are_relative_to_it_and_outputs_are_written_there(govrules, write, strategy, folder):
    write("govrules.yaml", RULES + "output: {junit: build/junit.xml, json: 'build/{name}.json'}\n")
    inner = strategy("strategies/s.yaml")
    assert govrules("check", "s.yaml", "-q", cwd=inner.parent).code == 0
    assert sorted(path.name for path in (folder / "build").iterdir()) == ["junit.xml", "strategies-s.json"]


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("fail-on: major", "1:1", "the document has no field 'fail-on'", "did you mean 'fail_on'?"),
        ("fail_on: high", "1:10", "'fail_on' cannot be 'high'", "choose from: showstopper, major, minor"),
        ("strategies: plans/", "1:13", "'strategies' takes a list", "write it as [value]"),
        ("jobs: 0", "1:7", "'jobs' must be at least 1", ""),
        ("output: {sarf: x}", "1:10", "'output' cannot have 'sarf'", "did you mean 'sarif'?"),
        ("overrides: [{fail_on: major}]", "1:13", "'overrides[1].files' is missing", "add a line"),
        ("overrides: [{files: []}]", "1:21", "'overrides[1].files' takes a list with something in it", ""),
        ("a: 1\na: 2", "2:1", "the key 'a' is already used at govrules.yaml:1:1", "keep one"),
    ],
)
def test_what_is_wrong_is_told_with_place_and_way_out(govrules, write, strategy, text, place, message, hint):
    write("govrules.yaml", text)
    done = govrules("check", strategy())
    assert (done.code, done.out) == (2, "")
    assert f"error: govrules.yaml:{place}: {message}" in done.err
    assert hint in done.err


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('[tool.govrules]\nfail_onn = "x"\n', "2:1", "the document has no field 'fail_onn'"),
        ('[tool.govrules]\nx = 1\nfail_on = "high"\n', "3:11", "'fail_on' cannot be 'high'"),
        ("[tool.govrules]\nfail_on = major\n", "2:11", "this is not valid TOML: invalid value"),
        (
            "[[tool.govrules.overrides]]\nfiles = ['a']\n[[tool.govrules.overrides]]\nfail_on = 'x'\n",
            "4:11",
            "'overrides[2].fail_on' cannot be 'x'",
        ),
    ],
)
def test_what_is_wrong_in_pyproject_is_told_with_its_place(govrules, write, strategy, text, place, message):
    write("pyproject.toml", text)
    done = govrules("check", strategy())
    assert done.code == 2
    assert f"error: pyproject.toml:{place}: {message}" in done.err


def test_a_configuration_that_is_named_must_be_there(govrules, strategy):
    done = govrules("check", strategy(), "--config", "nowhere.yaml")
    assert done.code == 2
    assert "nowhere.yaml: there is no such file" in done.err
    assert "contradict" in govrules("check", strategy(), "--config", "x.yaml", "--no-config").err


def test_the_schema_judges_as_the_loader_does():
    import jsonschema

    judge = jsonschema.Draft7Validator(config_schema())
    good = {
        "strategies": ["a"],
        "fail_on": "minor",
        "jobs": 2,
        "output": {"sarif": "x"},
        "overrides": [{"files": ["x"], "fail_on": "never"}],
    }
    assert judge.is_valid(good)
    for wrong in (
        {"fail-on": "major"},
        {"fail_on": "high"},
        {"jobs": 0},
        {"output": {"sarf": "x"}},
        {"overrides": [{"fail_on": "major"}]},
        {"overrides": [{"files": []}]},
        {"waiver_days": "long"},
    ):
        assert not judge.is_valid(wrong), wrong


def test_the_schema_in_the_repository_is_current(govrules):
    root = Path(__file__).parents[2]
    for kind in ("config", "waivers"):
        assert govrules("schema", kind).out == (root / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8")


def test_a_setting_that_does_not_exist_cannot_be_given():
    with pytest.raises(TypeError):
        Given(engin="both")  # type: ignore[call-arg]


@pytest.mark.parametrize("path", ["../outside.txt", "/tmp/outside.txt", "link/outside.txt"])
def test_a_configuration_writes_nothing_outside_of_the_repository(govrules, write, strategy, folder, path):
    (folder / "link").symlink_to("..")
    write("govrules.yaml", f"{RULES}output: {{markdown: {path}}}\n")
    done = govrules("check", strategy())
    assert done.code == 2
    assert "govrules.yaml:3:" in done.err
    assert "may name files inside its repository only" in done.err
    assert not (folder.parent / "outside.txt").exists()
