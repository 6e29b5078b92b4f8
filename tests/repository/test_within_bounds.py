# SPDX-License-Identifier: Apache-2.0
"""Inputs that once took minutes or gigabytes are refused at once, or checked, by what stands in docs/limits.md."""

import json
import tracemalloc

import pytest

from govrules.repository.patterns import is_pattern, patterns

START = '{"title": "T", "organisation": {"name": "O"}, '


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("s.json", f'{START}"markets": [{",".join(["1"] * 200_000)}]}}', "s.json:1:2059: the list has more than 1,000"),
        (
            "s.json",
            f'{START}"channels": [{{"content": [{",".join(["1"] * 200_000)}]}}]}}',
            "the list has more than 1,000 values",
        ),
        (
            "s.json",
            f"{START}{','.join(f'{chr(34)}{n}{chr(34)}:1' for n in range(100_000))}}}",
            "more than 50,000 values",
        ),
        ("s.json", f'{START}"channels": [{",".join(["{}"] * 10_000)}]}}', "the list has more than 1,000 values"),
        (
            "s.json",
            f'{START}"channels": [{",".join(["{}"] * 201)}]}}',
            "the document states more than 200 channels, campaigns and other parts",
        ),
        ("s.json", f'{START}"author": "{"x" * 4_000_000}"}}', "the file is larger than 4,000,000 bytes"),
    ],
    ids=["markets", "choices", "unknown keys", "10,000 channels", "channels", "bytes"],
)
def test_a_strategy_beyond_a_limit_is_refused(check, write, name, text, said):
    write(name, text)
    done = check(name)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("error: ") == 1
    assert said in done.err


def test_unknown_keys_within_the_limit_are_told_in_part_and_counted(check, write):
    write("s.json", START + ",".join(f'"markts{n}": 1' for n in range(20_000)) + "}")
    done = check("s.json")
    assert done.code == 2
    assert done.err.count("error: ") == 101
    assert "19,900 more faults from here on" in done.err


def test_a_finding_on_a_line_of_1_mb_quotes_little_of_it(check, write):
    channels = [{"name": f"Channel {n}", "purpose": "p" * 100_000, "archive": {"enabled": False}} for n in range(10)]
    text = {"title": "T", "organisation": {"name": "O", "sectors": []}, "markets": [], "channels": channels}
    write("s.json", json.dumps(text))
    tracemalloc.start()
    done = check("s.json", "--format", "json", "--fail-on", "minor")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert done.code == 1
    assert len(done.out) < 200_000
    assert peak < 100_000_000


@pytest.mark.parametrize("pattern", ["*a" * 40 + "b", "**/" + "*a" * 40 + "b/**", "?*" * 40 + "/b"])
def test_a_pattern_of_many_stars_is_soon_matched(pattern):
    assert not patterns([pattern]).match_file("a" * 200 + "/" + "a" * 200 + ".yaml")


@pytest.mark.parametrize(
    ("pattern", "matched", "not_matched"),
    [
        ("*a*b", ["ab", "xaxab", "d/aab", "ab/x"], ["ba", "a/b", "abc"]),
        ("plans/*-v*.old.*", ["plans/a-v1-v2.old.yaml"], ["plans/a-v1.yaml", "plans/d/a-v1.old.yaml"]),
        ("a*?[bc]*d", ["axbd", "aabcbd"], ["abd", "axb/d"]),
    ],
)
def test_several_stars_match_as_git_does(pattern, matched, not_matched):
    by = patterns([pattern])
    assert [path for path in [*matched, *not_matched] if by.match_file(path)] == matched


def test_a_pattern_of_many_double_stars_is_none(check, strategy, write):
    assert is_pattern("**/a/**")
    strategy("plans/s.yaml")
    write("govrules.yaml", "strategies: [plans]\nexclude: ['**/a/**/b/**']\n")
    done = check()
    assert done.code == 2
    assert "govrules.yaml:2:" in done.err
    assert "has more than two `**`\n       write it as several patterns" in done.err


def test_an_ignore_file_of_stars_outside_of_a_repository(check, strategy, write):
    strategy(f"plans/{'a' * 200}.yaml")
    write("plans/.gitignore", "*a" * 40 + "b\n")
    assert check("plans", "-q").code == 0
