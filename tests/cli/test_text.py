# SPDX-License-Identifier: Apache-2.0
"""What ``govrules check`` prints: places, code frames, questions; and nothing that a terminal would act upon."""

import json
import os
import pty
import subprocess
import sys
from unicodedata import east_asian_width

import pytest

GOOD = "title: T\norganisation: {name: O}\n"


@pytest.fixture
def printed(govrules, write, ruleset, rule):
    """Check a strategy's text by one rule, and return what is printed."""

    def check(content, require=None, name="s.yaml", options=(), settings=None, **otherwise):
        rules = ruleset(rule("one", require or {"governance.crisis.plan": True}, **otherwise))
        strategy = write(name, content)
        result = govrules("check", strategy, "--no-bundled", "-r", rules, *options, **(settings or {}))
        assert result.returncode in (0, 1), result.stderr
        return result.stdout

    return check


def frame(out, place):
    """The place's own line, the line shown, and what the caret points at, by the columns of a terminal."""
    lines = out.splitlines()
    index = next(index for index, line in enumerate(lines) if line.strip().startswith(place))
    shown, marks = lines[index + 1 : index + 3]
    assert set(marks) <= set(" |^")
    start, end = marks.index("^"), marks.rindex("^") + 1
    cells = []
    for character in shown:
        cells += [character] + [""] * (east_asian_width(character) in "WF")
    return lines[index].strip(), shown.partition(" | ")[2], "".join(cells[start:end])


@pytest.mark.parametrize(
    ("content", "require", "place", "said", "marked"),
    [
        (
            "governance:\n  crisis:\n    plan: false  # not yet\n",
            {"governance.crisis.plan": True},
            "s.yaml:5:11",
            "governance.crisis.plan: no",
            "false",
        ),
        ("markets: [US, GB]\n", {"markets": {"includes": "AU"}}, "s.yaml:3:10", "markets: US, GB", "[US, GB]"),
        ('author: "A B"\n', {"author": {"mentions": ["C"]}}, "s.yaml:3:9", "author: A B", '"A B"'),
        ('author: "日本 A"\n', {"author": {"mentions": ["C"]}}, "s.yaml:3:9", "author: 日本 A", '"日本 A"'),
        (
            "governance: {deputy: 日本, committee: A}\n",
            {"governance.committee": {"mentions": ["C"]}},
            "s.yaml:3:37",
            "governance.committee: A",
            "A",
        ),
        ("markets:\n  - US\n  - GB\n", {"markets": {"includes": "AU"}}, "s.yaml:3:1", "markets: US, GB", "markets"),
        (
            "author: >\n  A\n  B\n",
            {"author": {"mentions": ["C"]}},
            "s.yaml:3:1",
            "author: A B",
            "author",
        ),
        (
            "governance:\n  crisis: {stop_all_step: true}\n",
            {"governance.crisis.plan": {"stated": True}},
            "s.yaml:4:3",
            "governance.crisis.plan: not stated",
            "crisis",
        ),
        (
            "author: &a A\ngovernance: {deputy: *a}\n",
            {"governance.deputy": {"mentions": ["C"]}},
            "s.yaml:4:22",
            "governance.deputy: A",
            "*a",
        ),
        (
            "business_case: {benefit_per_year: 5, cost_per_year: 7.5}\n",
            {"business_case.net_benefit_per_year": {"at_least": 0}},
            "s.yaml:3:1",
            "business_case.net_benefit_per_year: -2.5",
            "business_case",
        ),
    ],
    ids=["value", "list", "text", "wide", "after-wide", "block-list", "folded", "unstated", "alias", "computed"],
)
def test_the_caret_stands_under_what_is_meant(printed, content, require, place, said, marked):
    line, shown, found = frame(printed(GOOD + content, require), place)
    number = int(place.split(":")[1])
    assert line == f"{place}  {said}"
    assert shown.rstrip() == (GOOD + content).splitlines()[number - 1]
    assert found == marked


def test_the_caret_counts_what_is_shown_not_what_is_stored(printed):
    content = 'governance: {deputy: "a\u202eb\u2066", committee: A}\n'
    _, shown, found = frame(printed(GOOD + content, {"governance.committee": {"mentions": ["C"]}}), "s.yaml:3:41")
    assert shown.rstrip() == 'governance: {deputy: "a\\u202eb\\u2066", committee: A}'
    assert found == "A"


def test_a_tab_in_a_line_does_not_move_the_caret(printed):
    content = "governance: {deputy: D,\t\tcommittee: A}\n"
    _, _, found = frame(printed(GOOD + content, {"governance.committee": {"mentions": ["C"]}}), "s.yaml:3:37")
    assert found == "A"


@pytest.mark.parametrize("columns", ["60", "90"])
def test_a_long_line_is_cut_around_the_value(printed, columns):
    content = f"governance: {{deputy: {'x' * 300}, crisis: {{plan: false}}, committee: {'y' * 300}}}\n"
    out = printed(GOOD + content, settings={"COLUMNS": columns})
    _, shown, found = frame(out, "s.yaml:3:339")
    assert found == "false"
    assert ": false}" in shown
    assert max(map(len, out.splitlines())) <= int(columns)


def test_windows_line_ends_do_not_move_the_place(printed):
    out = printed((GOOD + "governance:\n  crisis:\n    plan: false\n").replace("\n", "\r\n"))
    assert frame(out, "s.yaml:5:11")[2] == "false"


def test_json_has_places_too(printed):
    content = '{"title": "T", "organisation": {"name": "O"},\n "governance": {"crisis": {"plan": false}}}'
    assert frame(printed(content, name="s.json"), "s.json:2:36")[2] == "false"


LONG = """\
title: A strategy with a long title that does not fit in a narrow terminal at all, however one may try
organisation: {name: An organisation with an equally long name and Averyveryveryveryveryveryveryverylongword}
markets: [US, FJ]
channels:
  - {name: The first channel with a long name, handle: Averyveryveryveryverylongname, archive: {enabled: false}}
  - {name: The second channel with a long name}
  - {name: 日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本}
"""


@pytest.mark.parametrize("columns", [60, 80])
def test_no_line_is_longer_than_the_terminal(printed, columns):
    rules = {
        "subject": "channels",
        "outdated_view": "People say " + "a lot of things " * 10,
        "current_position": "What is so is " + "another thing " * 10,
        "finding": "{label} keeps nothing of what is published, which it would have to, were it to be asked for it.",
        "status": {"kind": "contested", "note": "Contested " * 20, "look_again": "2030-01-01"},
    }
    out = printed(LONG, {"archive.enabled": True}, settings={"COLUMNS": str(columns)}, **rules)
    too_long = [line for line in out.splitlines() if cells(line) > columns]
    assert not too_long
    assert "Averyvery" in out
    assert "Fiji" in out


def cells(line):
    return sum(1 + (east_asian_width(character) in "WF") for character in line)


def test_the_bundled_rules_are_readable_at_60_columns(govrules, write):
    organisation = {"name": "O", "sectors": ["bank", "broker-dealer", "hospital"]}
    strategy = write("s.yaml", {"title": "T", "organisation": organisation, "markets": ["US", "GB"]})
    out = govrules("check", strategy, COLUMNS="60").stdout
    assert not [line for line in out.splitlines() if len(line) > 60]


@pytest.mark.parametrize("settings", [{}, {"NO_COLOR": "1"}, {"TERM": "xterm-256color"}, {"COLUMNS": "80"}])
def test_piped_text_is_plain(printed, settings):
    out = printed(GOOD + "governance: {crisis: {plan: false}}\n", settings=settings)
    assert "\x1b" not in out
    assert "Major: cure before launch" in out


def on_a_terminal(tmp_path, *arguments, **settings):
    """Run govrules on a pseudo-terminal, and return what it sends there."""
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "FORCE_COLOR")}
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "govrules", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=child,
        stderr=child,
        cwd=tmp_path,
        env=environment | {"TERM": "xterm-256color"} | settings,
    )
    os.close(child)
    sent = b""
    while True:
        try:
            part = os.read(parent, 65536)
        except OSError:
            break
        if not part:
            break
        sent += part
    os.close(parent)
    process.wait()
    return sent.decode()


def test_a_terminal_gets_colour_unless_no_color_is_set(tmp_path, write, ruleset, rule):
    strategy = write("s.yaml", GOOD + "governance: {crisis: {plan: false}}\n")
    arguments = "check", strategy, "--no-bundled", "-r", ruleset(rule("one", {"governance.crisis.plan": True}))
    assert "\x1b[1;33m" in on_a_terminal(tmp_path, *arguments)
    plain = on_a_terminal(tmp_path, *arguments, NO_COLOR="1")
    assert not any(f"\x1b[{colour}m" in plain for colour in ("31", "1;31", "32", "33", "1;33", "35", "1;35"))


HOSTILE = r'"\e[31mred\e]0;title\a\x9b2J\u202eevil\u2066\u200f\r\b \x7f"'


@pytest.mark.parametrize("format_", ["text", "json"])
def test_nothing_in_a_document_reaches_the_terminal_as_a_control(govrules, write, ruleset, rule, format_):
    content = f"""\
title: {HOSTILE}
organisation: {{name: {HOSTILE}}}
channels:
  - name: {HOSTILE}
    owner: {HOSTILE}
    handle: {HOSTILE}
    archive: {{enabled: false}}
  - name: {HOSTILE}
    handle: "\u202eraw\u2066 bidi"
"""
    rules = ruleset(
        rule("keep", {"archive.enabled": True}, subject="channels"),
        rule("handle", {"handle": {"mentions": ["Archiver"]}}, subject="channels", finding="{name} {owner}"),
    )
    arguments = "--no-bundled", "-r", rules, "--format", format_
    result = govrules("check", write("s.yaml", content), *arguments)
    assert result.returncode == 1
    sent = set(result.stdout) - {"\n"}
    assert not [character for character in sent if not character.isprintable()]
    assert ("\\x1b[31mred" if format_ == "text" else "\\u001b[31mred") in result.stdout
    assert "\\u202eraw\\u2066 bidi" in result.stdout


def test_json_still_says_what_the_document_says(govrules, write, ruleset, rule):
    result = govrules(
        "check",
        write("s.yaml", f"title: {HOSTILE}\norganisation: {{name: O}}\n"),
        "--no-bundled",
        "-r",
        ruleset(rule("one", {"author": {"given": True}})),
        "--format",
        "json",
    )
    title = json.loads(result.stdout)["reports"][0]["title"]
    assert title == "\x1b[31mred\x1b]0;title\a\x9b2J\u202eevil\u2066\u200f\r\b \x7f"


def test_a_document_cannot_give_commands_to_a_ci_service(printed):
    command = "::error file=x::y ##[error]z ##vso[task.complete]"
    long = "x" * 94 + "::add-mask::x"
    content = f'title: "{command}"\norganisation: {{name: O}}\nauthor: "a\\n{command}\\n{long}"\n'
    out = printed(content, {"author": {"mentions": ["C"]}}, finding="{label} {author}")
    assert not [line for line in out.splitlines() if line.lstrip().startswith("::")]
    assert "##[" not in out
    assert "##vso" not in out


@pytest.mark.parametrize("value", ["[red]x[/red]", "[/]", ":warning:", "[link=https://e.org]x[/link]", "{0} %s {name}"])
def test_markup_in_a_value_is_printed_as_it_is(printed, value):
    content = f'title: "{value}"\norganisation: {{name: O}}\nauthor: "{value}"\n'
    out = printed(content, {"author": {"mentions": ["C"]}}, finding="{author} falls short.")
    assert f"\n{value} · O · s.yaml\n" in out
    assert f"{value} falls short." in out
    assert f"author: {value}" in out


def test_a_terminal_that_lacks_a_character_gets_its_escape(process, write, ruleset, rule):
    strategy = write("s.yaml", 'title: "日本"\norganisation: {name: O}\n')
    rules = ruleset(rule("one", {"governance.crisis.plan": True}))
    out = process("check", strategy, "--no-bundled", "-r", rules, PYTHONIOENCODING="ascii").stdout
    assert r"\u65e5\u672c \xb7 O" in out


def test_a_reader_that_goes_away_is_no_traceback(tmp_path, write, ruleset, rule):
    rules = [rule(f"rule-{number}", {"governance.crisis.plan": True}) for number in range(300)]
    strategy = write("s.yaml", GOOD + "governance: {crisis: {plan: false}}\n")
    command = [sys.executable, "-m", "govrules", "check", strategy, "--no-bundled", "-r", ruleset(*rules)]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() != 0, "a check that could not be told is not green"
    assert said == ""


WAIVED = """\
channels:
  - {name: A, archive: {enabled: false}}
  - {name: B, archive: {enabled: false}}
  - {name: C, archive: {enabled: false}}
waivers:
  - {rule: one, subject: A, reason: R, accepted_by: D, accepted_on: 2026-11-01, expires: 2027-03-31, ticket: T-1}
  - {rule: one, subject: B, reason: R, accepted_by: D, accepted_on: 2026-11-01, expires: 2026-11-10}
  - {rule: one, subject: Z, reason: R, accepted_by: D, accepted_on: 2026-11-01, expires: 2027-03-31}
"""


def waived(printed, content=WAIVED, options=(), **settings):
    return printed(
        GOOD + content,
        {"archive.enabled": True},
        options=("--as-of", "2026-11-23", *options),
        settings=settings,
        subject="channels",
        finding="{name} keeps nothing.",
    )


def test_a_waived_gap_is_told_apart_with_who_accepted_it_and_until_when(printed):
    out = waived(printed)
    short, _, accepted = out.partition("\nWaived: accepted for a time\n")
    told = "Waived until 2027-03-31: accepted by D on 2026-11-01, ticket T-1. Reason: R."
    assert f"  A keeps nothing.\n    {told}\n      s.yaml:4:" in accepted
    assert "A keeps nothing." not in short
    assert "B keeps nothing.\n    A waiver of this does not count: it expired on 2026-11-10.\n" in short
    assert "     C keeps nothing.\n      s.yaml:6:" in short


def test_what_is_wrong_with_a_waiver_is_a_finding_at_its_place(printed):
    out = waived(printed, options=("--verbose",))
    assert "Waiver of one, B: it expired on 2026-11-10." in out
    place, _, marked = frame(out, "s.yaml:9:")
    assert place.endswith("  waivers[2].expires: 2026-11-10")
    assert marked == "2026-11-10"
    assert "Waiver of one, Z: the rule has no gap about Z; there is one about A, B, C." in " ".join(out.split())


@pytest.mark.parametrize("columns", [60, 80])
def test_waivers_fit_the_terminal(printed, columns):
    long = WAIVED.replace("reason: R", "reason: Averyverylongreason" + " that goes on and on" * 9)
    out = waived(printed, long, COLUMNS=str(columns))
    assert max(map(cells, out.splitlines())) <= columns
    assert "that goes on and on." in " ".join(out.split())


def test_questions_are_grouped_by_section_with_choices_and_unit(printed):
    require = {
        "all": [
            {"governance.security.leaver_removal_hours": {"at_most": 24}},
            {"channels": {"some": {"platform": "x"}}},
        ]
    }
    out = printed(GOOD + "channels: [{name: A, visibility: public}]\n", require, options=("--verbose",))
    text = " ".join(out.split())
    assert "Questions that the document leaves open (2)" in text
    assert text.index("Channels Which platform is the channel on?") < text.index(
        "Governance Within how many hours of leaving"
    )
    assert "security.leaver_removal_hours; in hours major: one" in text
    assert "platform; asked of: A major: one" in text


def test_a_short_list_of_choices_is_shown(printed):
    out = printed(GOOD + "channels: [{name: A}]\n", {"visibility": "public"}, subject="channels")
    text = " ".join(out.split())
    assert "one of: public, followers, closed group (closed-group), verified professionals (verified-p" in text
    assert "private; asked of: A" in text


def test_a_market_and_a_sector_without_rules_are_told(printed):
    content = "title: T\norganisation: {name: O, sectors: [casino]}\nmarkets: [FJ]\n"
    out = printed(content, {"author": {"given": True}}, jurisdiction="GB", nexus=["staff"])
    assert "! Fiji (FJ, market): no loaded rule speaks about its law. Nothing was checked against it." in out
    assert "! Casino: no loaded rule is about this sector here." in out
