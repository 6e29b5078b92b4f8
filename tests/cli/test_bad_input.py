# SPDX-License-Identifier: Apache-2.0
"""Bad input: one clear error with the place and the way out, exit code 2, nothing on standard output."""

from pathlib import Path

import pytest

GOOD = "title: T\norganisation: {name: O}\n"


@pytest.fixture
def refused(govrules):
    """Run a command that must be refused, and return what it says."""

    def run(*arguments, **options):
        result = govrules(*arguments, **options)
        assert result.returncode == 2, result.stdout + result.stderr
        assert result.stdout == ""
        assert "Traceback" not in result.stderr
        assert result.stderr.casefold().count("error: ") == 1, result.stderr
        return result.stderr

    return run


@pytest.fixture
def small(ruleset, rule):
    return ruleset(rule("plan", {"governance.crisis.plan": True}))


@pytest.fixture
def refused_strategy(refused, write, small):
    """Check a strategy that must be refused."""

    def run(content, name="s.yaml"):
        return refused("check", write(name, content), "--no-bundled", "-r", small)

    return run


@pytest.mark.parametrize(
    ("content", "said", "way_out"),
    [
        pytest.param("", "s.yaml:1:1: the file is empty", "key: value", id="empty file"),
        pytest.param("# only a comment\n", "s.yaml:1:1: the file is empty", "key: value", id="comments only"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\xff", "s.yaml: this is not a text file", "UTF-8", id="binary"),
        pytest.param(
            GOOD.encode() + b"author: Jos\xe9\n", "s.yaml:3:12: the byte 0xE9", "save the file as UTF-8", id="latin-1"
        ),
        pytest.param(GOOD.encode("utf-16"), "s.yaml: the file is UTF-16", "save it as UTF-8", id="utf-16"),
        pytest.param(GOOD + "title: U\n", "s.yaml:3:1: the key 'title' is already used", "keep one", id="key twice"),
        pytest.param("title: T\norganisation:\n\tname: O\n", "s.yaml:3:1: a tab", "use spaces", id="tab"),
        pytest.param(GOOD + "markts: [US]\n", "s.yaml:3:1: ", "did you mean 'markets'?", id="unknown key"),
        pytest.param(
            GOOD + "channels:\n  - name: A\n    archive:\n      yaers: 3\n",
            "s.yaml:6:7: 'channels[1].archive' has no field 'yaers'",
            "did you mean 'years'?",
            id="unknown key deep inside",
        ),
        pytest.param(
            GOOD + "channels:\n  - name: A\n  - archive:\n      years: three\n",
            "s.yaml:6:14: 'channels[2].archive.years' takes a number",
            "without quotes or a unit",
            id="wrong type deep inside",
        ),
        pytest.param(
            GOOD + "governance:\n  crisis: {plan: perhaps}\n",
            "s.yaml:4:18: 'governance.crisis.plan' takes true or false",
            "write true or false",
            id="neither true nor false",
        ),
        pytest.param(
            GOOD + "channels:\n  - platform: instagran\n",
            "s.yaml:4:15: 'channels[1].platform' cannot be 'instagran'",
            "did you mean 'instagram'?",
            id="wrong choice",
        ),
        pytest.param(
            GOOD + "written_on: 2026-02-30\n", "s.yaml:3:13: 'written_on' is not a date", "YYYY-MM-DD", id="no such day"
        ),
        pytest.param(
            GOOD + "written_on: 31.11.2026\n", "s.yaml:3:13: 'written_on' is not a date", "YYYY-MM-DD", id="other date"
        ),
        pytest.param(GOOD + "markets: [us-ca]\n", "s.yaml:3:11: ", "did you mean 'US-CA'?", id="unknown market"),
        pytest.param(
            "title: T\norganisation: {name: O, sectors: [bnk]}\n",
            "s.yaml:2:35: ",
            "did you mean 'bank'?",
            id="unknown sector",
        ),
        pytest.param("organisation: {name: O}\n", "s.yaml:1:1: 'title' is missing", "title: ...", id="no title"),
        pytest.param("- a\n- b\n", "s.yaml:1:1: the document must be a mapping", "key: value", id="a list"),
        pytest.param(GOOD + "author: [a\n", "s.yaml:4:1: ", "close it", id="open bracket"),
        pytest.param(
            "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
            + "".join(
                f"{after}: &{after} [{', '.join([f'*{before}'] * 9)}]\n"
                for before, after in zip("abcdefgh", "bcdefghi", strict=True)
            ),
            "more than 50,000 values",
            "fewer aliases",
            id="billion laughs",
        ),
        pytest.param(GOOD + "author: " + "[" * 5000 + "]" * 5000, "levels deep", "flatter", id="nested deeply"),
        pytest.param(GOOD + "author: !!python/object/apply:os.system [ls]\n", "s.yaml:3:9: the tag", "", id="tag"),
    ],
)
def test_a_strategy_that_cannot_be_used(refused_strategy, content, said, way_out):
    error = refused_strategy(content)
    assert said in error
    assert way_out in error


def test_every_fault_of_a_strategy_is_told_in_the_order_of_the_document(govrules, write, small):
    strategy = write("s.yaml", GOOD + "markets: [XX]\nauther: A\nlaunch_on: soon\n")
    result = govrules("check", strategy, "--no-bundled", "-r", small)
    assert result.returncode == 2
    places = [line.split(" ")[1] for line in result.stderr.splitlines() if line.startswith("error: ")]
    assert places == ["s.yaml:3:11:", "s.yaml:4:1:", "s.yaml:5:12:"]


def test_a_100_mb_file_is_refused(refused, tmp_path, small):
    with (tmp_path / "big.yaml").open("wb") as stream:
        stream.truncate(100_000_000)
    error = refused("check", "big.yaml", "--no-bundled", "-r", small)
    assert "big.yaml: the file is larger than" in error
    assert "split it" in error


def test_a_directory_without_a_document(refused, small, write):
    write("empty/.keep", "")
    error = refused("check", "empty", "--no-bundled", "-r", small)
    assert "empty: there is no document in this folder" in error


def test_a_directory_where_a_ruleset_is_asked_for(refused, small, write):
    assert "this is a directory, not a file" in refused("check", write("s.yaml", GOOD), "--no-bundled", "-r", ".")


def test_a_missing_file(refused, small):
    error = refused("check", "none.yaml", "--no-bundled", "-r", small)
    assert "none.yaml: there is no such file" in error
    assert "check the path" in error


def test_an_empty_standard_input(refused, small):
    assert "<stdin>:1:1: the file is empty" in refused("check", "-", "--no-bundled", "-r", small)


def test_bad_json_and_bad_front_matter_have_their_places(refused_strategy):
    assert "s.json:1:14: there is a ',' before '}'" in refused_strategy('{"title": "T",\n}', "s.json")
    assert "s.md:1:1: the Markdown file has no YAML front matter" in refused_strategy("# Title\n", "s.md")
    assert "s.md:3:1: 'organisation' is missing" in refused_strategy("---\n\ntitle: T\n---\n# T\n", "s.md")


def test_one_bad_file_among_several_leaves_no_half_of_an_answer(refused, write, small):
    files = write("good.yaml", GOOD), write("bad.yaml", "")
    assert "bad.yaml:1:1" in refused("check", *files, "--no-bundled", "-r", small)


RULE = """\
ruleset: test/bad
title: Bad
version: "1"
reviewed: 2026-01-01
rules:
  - id: one
    title: One
    severity: major
    basis: required
    jurisdiction: ZZ
    source: {citation: C, authority: A, kind: statute, confidence: unverified}
    subject: channels
    require: {archive.enabled: true}
    finding: "{name} keeps nothing."
    remedy: {do: Archive., owner: legal, effort: days}
"""


@pytest.mark.parametrize(
    ("right", "wrong", "said", "way_out"),
    [
        ("archive.enabled", "archive.enabeld", "r.yaml:13:15: archive has no field 'enabeld'", "mean 'enabled'?"),
        ("archive.enabled: true", "archive.enabled: yes", "r.yaml:13:15: 'yes' is not true or false", ""),
        ("archive.enabled: true", "archive.years: {atleast: 3}", "r.yaml:13:31: there is no operator", "'at_least'?"),
        ("archive.enabled: true", "archive.enabled: {at_least: 3}", "r.yaml:13:33: `at_least` does not fit", "equals"),
        ("archive.enabled: true", "platform: instagran", "r.yaml:13:15: 'instagran'", "did you mean 'instagram'?"),
        ("archive.enabled: true", "last_seen: {within_days: 3}", "r.yaml:13:15: channel", ""),
        ("archive.enabled: true", "is: kept", "r.yaml:13:15: there is no concept 'kept'", ""),
        ("subject: channels", "subject: chanels", "r.yaml:12:14: 'chanels' cannot be a subject", "'channels'?"),
        ("severity: major", "severity: mayor", "r.yaml:8:15: ", "did you mean 'major'?"),
        ("    severity", "    severty", "r.yaml", "did you mean 'severity'?"),
        ("jurisdiction: ZZ", "jurisdiction: UK", "r.yaml:10:19: ", "write GB"),
        ("{name} keeps", "{nmae} keeps", "r.yaml:14:14: the subject has no field 'nmae'", "did you mean 'name'?"),
        ("{name} keeps", "{name.__class__} keeps", "r.yaml:14:14: the subject has no field 'name.__class__'", ""),
        ("reviewed: 2026-01-01", "reviewed: yesterday", "r.yaml:4:11: 'reviewed' is not a date", "YYYY-MM-DD"),
    ],
)
def test_a_ruleset_that_cannot_be_used(govrules, write, right, wrong, said, way_out):
    assert right in RULE
    bad = write("r.yaml", RULE.replace(right, wrong))
    result = govrules("check", write("s.yaml", GOOD), "--no-bundled", "-r", bad)
    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
    assert said in result.stderr
    assert way_out in result.stderr


def test_two_rules_with_one_id(refused, write):
    twice = RULE + RULE[RULE.index("  - id: one") :]
    error = refused("check", write("s.yaml", GOOD), "--no-bundled", "-r", write("r.yaml", twice))
    assert "r.yaml:16:9: the rule id 'one' is already used at r.yaml:6:9" in error
    assert "another id" in error


def test_two_rulesets_with_the_same_rule(govrules, write):
    files = write("a.yaml", RULE), write("b.yaml", RULE.replace("test/bad", "test/other"))
    result = govrules("rules", "--no-bundled", "-r", files[0], "-r", files[1])
    assert (result.returncode, result.stdout) == (2, "")
    assert "b.yaml:6:9: the rule id 'one' is already used at a.yaml:6:9" in result.stderr


def test_concepts_that_rest_on_each_other(refused, write):
    circle = """\
concepts:
  - {id: a, title: A, subject: channels, when: {is: b}}
  - {id: b, title: B, subject: channels, when: {any: [{is: c}, {visibility: public}]}}
  - {id: c, title: C, subject: channels, when: {not: {is: a}}}
"""
    error = refused("check", write("s.yaml", GOOD), "--no-bundled", "-r", write("r.yaml", RULE + circle))
    assert "r.yaml:17:10: concepts rest on each other in a circle: a -> b -> c -> a" in error
    assert "define one of them by fields" in error


def test_a_concept_that_rests_on_itself(refused, write):
    circle = "concepts:\n  - {id: a, title: A, subject: channels, when: {is: a}}\n"
    error = refused("check", write("s.yaml", GOOD), "--no-bundled", "-r", write("r.yaml", RULE + circle))
    assert "in a circle: a -> a" in error


def test_a_ruleset_that_is_missing(refused, write):
    error = refused("check", write("s.yaml", GOOD), "--no-bundled", "-r", "none.yaml")
    assert "none.yaml: there is no such file" in error


def test_no_ruleset_at_all(refused, write):
    error = refused("check", write("s.yaml", GOOD), "--no-bundled")
    assert "no ruleset was named" in error
    assert "name a ruleset file" in error


def test_a_ruleset_without_rules_checks_nothing(refused, write, ruleset):
    assert "no rule is left" in refused("check", write("s.yaml", GOOD), "--no-bundled", "-r", ruleset())


def test_no_file_to_check(refused):
    error = refused("check")
    assert "no strategy is named" in error
    assert "list them under `strategies` in govrules.yaml" in error


@pytest.mark.parametrize(
    "day", ["tomorrow", "2026-13-01", "2026-1-1", "20261123", "2026-W48-1", "2026-11-23T00:00", "", "२०२६-११-२३"]
)
def test_an_as_of_that_is_no_date(refused, write, small, day):
    error = refused("check", write("s.yaml", GOOD), "--no-bundled", "-r", small, "--as-of", day)
    assert "--as-of" in error
    assert "is not a date; write it as YYYY-MM-DD" in error


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_pattern_that_matches_nothing(refused, write, small, option):
    strategy = write("s.yaml", GOOD)
    error = refused("check", strategy, "--no-bundled", "-r", small, option, "plam")
    assert "'plam' matches no loaded rule or ruleset" in error
    assert "did you mean 'plan'?" in error
    error = refused("check", strategy, "--no-bundled", "-r", small, option, "zzz*")
    assert "`govrules rules` lists what is loaded" in error


def test_a_selection_that_leaves_nothing(refused, write, small):
    error = refused("check", write("s.yaml", GOOD), "--no-bundled", "-r", small, "--ignore", "test/small")
    assert "no rule is left to check" in error
    assert "ignore less" in error


def test_a_threshold_that_does_not_exist(refused, write, small):
    error = refused("check", write("s.yaml", GOOD), "--no-bundled", "-r", small, "--fail-on", "mayor")
    assert "'major'" in error


@pytest.mark.parametrize("command", ["init", "rules"])
@pytest.mark.parametrize(
    ("sector", "market", "said"),
    [
        ("bnk", "US", "'bnk' is not a sector; did you mean 'bank'?"),
        ("bank", "UK", "'UK' is not a jurisdiction; write GB"),
        ("bank", "US-CAL", "'US-CAL' is not a jurisdiction; did you mean 'US-CA'?"),
    ],
)
def test_an_unknown_sector_or_market(refused, small, command, sector, market, said):
    assert said in refused(command, "--sector", sector, "--market", market, "--no-bundled", "-r", small)


INIT = ("init", "--sector", "bank", "--market", "US", "--no-bundled", "-r")


def test_init_does_not_touch_an_existing_file(refused, write, tmp_path, small):
    mine = write("mine.yaml", "mine\n")
    error = refused(*INIT, small, "--output", mine)
    assert "mine.yaml already exists" in error
    assert "nothing was written" in error
    assert (tmp_path / mine).read_text() == "mine\n"


def test_init_follows_no_link_to_an_existing_file(refused, write, tmp_path, small):
    write("mine.yaml", "mine\n")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "mine.yaml")
    refused(*INIT, small, "--output", "link.yaml")
    assert (tmp_path / "mine.yaml").read_text() == "mine\n"


@pytest.mark.parametrize("path", ["file/s.yaml", "x" * 300])
def test_init_to_a_path_that_cannot_be_written(refused, write, small, path):
    write("file", "")
    error = refused(*INIT, small, "--output", path)
    assert "cannot be written" in error
    assert "check the path" in error


def test_init_to_a_directory(refused, tmp_path, small):
    assert "is a directory" in refused(*INIT, small, "--output", tmp_path)


def test_init_without_a_rule_to_ask(refused, ruleset, rule):
    other = ruleset(rule("one", {"author": {"given": True}}, jurisdiction="GB"))
    error = refused(*INIT, other)
    assert "no loaded rule is about these sectors and markets" in error


def test_terminal_escapes_in_an_error_are_shown_not_sent(refused_strategy):
    error = refused_strategy(GOOD + '"\\e[31m\\u202e\\n::error::x": 1\n')
    assert "\\x1b[31m\\u202e\\n" in error
    assert not {"\x1b", "\u202e"} & set(error)
    assert not any(line.lstrip().startswith("::") for line in error.splitlines())


def test_an_unknown_command(refused):
    assert "No such command 'chek'" in refused("chek")


def test_an_unreadable_file_is_named_not_traced(refused, small):
    assert "cannot be read" in refused("check", Path("x" * 5000), "--no-bundled", "-r", small)
