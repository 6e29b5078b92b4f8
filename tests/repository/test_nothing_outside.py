# SPDX-License-Identifier: Apache-2.0
"""What a stranger can commit names nothing outside the repository: a configuration, a ruleset that extends another, a
link. Whoever calls the check can name anything."""

import pytest

RULES = "bundled: false\nrulesets: [rules.yaml]\n"


@pytest.fixture
def away(tmp_path_factory, strategy, folder):
    """A folder outside, with a strategy, a ruleset and something that is nobody's business."""
    path = tmp_path_factory.mktemp("away")
    (path / "s.yaml").write_bytes(strategy("s.yaml").read_bytes())
    (path / "rules.yaml").write_bytes((folder / "rules.yaml").read_bytes())
    (path / "secret.yaml").write_text("token: t0ps3cret\n")
    return path


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        ("waivers: [{}]", 3),
        ("lock: {}", 3),
        ("baseline: {}", 3),
        ("output: {{json: {}}}", 3),
    ],
)
@pytest.mark.parametrize("by", ["name", "link"])
def test_a_setting(govrules, write, away, folder, setting, line, by):
    (folder / "link.yaml").symlink_to(away / "secret.yaml")
    named = away / "secret.yaml" if by == "name" else "link.yaml"
    write("govrules.yaml", RULES + setting.format(named) + "\n")
    done = govrules("check", "s.yaml")
    assert done.code == 2
    assert f"govrules.yaml:{line}:" in done.err
    assert "may name files inside its repository only" in done.err
    assert "t0ps3cret" not in done.err
    assert (away / "secret.yaml").read_text() == "token: t0ps3cret\n"


def test_rulesets(govrules, write, away):
    write("govrules.yaml", f"bundled: false\nrulesets: [{away / 'rules.yaml'}]\n")
    assert "may name files inside its repository only" in govrules("check", "s.yaml").err
    assert govrules("check", "s.yaml", "--no-config", "--no-bundled", "-r", away / "rules.yaml", "-q").code == 0


@pytest.mark.parametrize(
    ("setting", "command"),
    [
        ("baseline: {}", ["baseline", "s.yaml"]),
        ("lock: {}", ["lock"]),
        ("waivers: [{}]", ["waive", "s.yaml", "--rule", "zz-plan"]),
    ],
)
def test_what_other_commands_write(govrules, write, away, strategy, setting, command):
    write("govrules.yaml", f"{RULES}{setting.format(away / 'new.yaml')}\n")
    strategy(plan=False)
    assert govrules(*command).code == 2
    assert not (away / "new.yaml").exists()


@pytest.mark.parametrize(
    "named", ["{away}/s.yaml", "{away}", "{away}/*.yaml", "plans/link.yaml", "plans", "plans/*.yaml"]
)
def test_strategies_of_the_configuration(govrules, write, away, folder, named):
    (folder / "plans").mkdir()
    (folder / "plans/link.yaml").symlink_to(away / "secret.yaml")
    write("govrules.yaml", f"{RULES}strategies: ['{named.format(away=away)}']\n")
    done = govrules("check")
    assert done.code == 2
    assert "leads to a file outside of" in done.err
    assert "token" not in done.err


@pytest.mark.parametrize("named", [["plans"], ["plans/*.yaml"], ["--as-found", "plans/link.yaml"]])
def test_a_link_that_was_not_named_itself(check, away, folder, strategy, named):
    strategy("plans/s.yaml")
    (folder / "plans/link.yaml").symlink_to(away / "secret.yaml")
    done = check(*named)
    assert done.code == 2
    assert "plans/link.yaml leads to a file outside of" in done.err
    assert "token" not in done.err


def test_whoever_calls_can_name_a_link(check, away, folder):
    (folder / "link.yaml").symlink_to(away / "s.yaml")
    assert check("link.yaml", "-q").code == 0
    assert check(away / "s.yaml", "-q").code == 0


def test_a_link_within_the_repository_is_followed(check, folder, strategy):
    strategy("real/s.yaml")
    (folder / ".git").mkdir()
    (folder / "plans").mkdir()
    (folder / "plans/link.yaml").symlink_to("../real/s.yaml")
    assert check("plans", "-q").code == 0


def test_a_configuration_that_is_a_link(govrules, away, folder):
    (folder / "govrules.yaml").symlink_to(away / "secret.yaml")
    done = govrules("check", "s.yaml")
    assert done.code == 2
    assert "govrules.yaml is a link that leads elsewhere" in done.err
    assert "token" not in done.err


def test_a_ruleset_that_extends(govrules, write, away, folder):
    text = (folder / "rules.yaml").read_text().replace('"house/rules"', '"house/more"').replace("zz-", "zz-more-")
    write("more.yaml", text[:-1] + f', "extends": ["{away}/rules.yaml"]}}')
    done = govrules("check", "s.yaml", "--no-bundled", "-r", "more.yaml", "--no-config")
    assert done.code == 2
    assert "more.yaml:1:" in done.err
    assert "a ruleset may extend files inside its repository only" in done.err
