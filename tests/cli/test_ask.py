# SPDX-License-Identifier: Apache-2.0
"""``govrules ask``: from nothing to a document, one question at a time, on a terminal and without."""

import json
import shutil
import sys

import pexpect
import pytest
from clean_shell import clean_environment
from command_line import called

import govrules

NAME = "organisation.name=Harbour Bank"


@pytest.fixture
def ask(tmp_path):
    return lambda *arguments: called("ask", *arguments, cwd=tmp_path)


def test_the_first_question_is_the_name_and_the_next_one_a_gate(ask, tmp_path):
    first = json.loads(ask("--next", "--format", "json").stdout)
    assert first["question"]["field"] == "organisation.name"
    assert (first["remaining"], first["verdict"]) == (None, None)
    assert list(tmp_path.iterdir()) == []
    then = json.loads(ask("--answer", NAME, "--format", "json").stdout)
    assert then["question"]["field"] == "markets"
    assert then["question"]["gate"] is True
    assert then["document"] == "strategy.yaml"
    assert then["remaining"]["at_least"] >= 1


def test_answers_are_a_strategy_that_loads_and_checks(ask, tmp_path):
    ask("plan.yaml", "--answer", NAME, "--answer", "markets=USA", "--answer", "organisation.sectors=bank")
    done = ask("plan.yaml", "--answer", "channels=Page, Feed", "--answer", "channels[].platform=LinkedIn")
    assert done.returncode == 0
    text = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    assert text.startswith("# What is the strategy called?\ntitle: Social media strategy of Harbour Bank\n")
    strategy = govrules.load_strategy(tmp_path / "plan.yaml").strategy
    assert [(one.name, one.platform) for one in strategy.channels] == [("Page", "linkedin"), ("Feed", "linkedin")]
    checked = called("check", "plan.yaml", "--fail-on", "never", cwd=tmp_path)
    assert checked.returncode == 0


def test_the_next_question_says_why_and_how_to_answer_it(ask):
    ask("--answer", NAME, "--answer", "markets=US", "--answer", "organisation.sectors=bank")
    said = ask("--next").stdout
    assert said.startswith("How is personal data used, for example for targeting, tracking or listening?\n")
    assert "Answer: their names, with commas; none, if there is none" in said
    assert " rules wait for it; the weightiest: " in said
    assert "To answer: govrules ask strategy.yaml --answer data_uses=...\n" in said
    assert "questions left" in said
    assert "An empty list" not in said


def test_what_nobody_at_hand_knows_is_kept_for_others(ask, tmp_path):
    ask("--answer", NAME)
    done = ask("--not-known", "markets", "--format", "json")
    state = json.loads(done.stdout)
    assert state["question"]["field"] != "markets"
    assert state["remaining"]["waiting_for_others"] == 1
    assert "not_known: [markets]" in (tmp_path / "strategy.yaml").read_text(encoding="utf-8")


def test_it_ends_by_itself_and_says_so(ask, tmp_path):
    shutil.copy("examples/showstopper.yaml", tmp_path / "strategy.yaml")
    said = ask("--next", "--until", "showstopper")
    assert said.stdout.startswith("Nothing that is left open can change the verdict.\n")
    state = json.loads(ask("--next", "--until", "showstopper", "--format", "json").stdout)
    assert state["question"] is None
    assert "showstopper" in state["verdict"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--answer", "markets=US"), "there is no document yet, so 'markets' cannot be answered"),
        (("--answer", "organisation.name="), "there is no document yet"),
        (("--answer", NAME, "--answer", "markets=Atlantis"), "'Atlantis' is not an answer"),
        (("--answer", NAME, "--answer", "market=US"), "did you mean 'markets'?"),
        (("--answer", NAME, "--answer", "organisation.employees=-3"), "'-3' is not an answer"),
        (("--answer", NAME, "--answer", "markets"), "write it as FIELD=VALUE"),
        (("--not-known", "markets"), "cannot do without the organisation's name"),
        ((), "there is no terminal to ask in; --next shows a question"),
    ],
)
def test_what_is_no_answer_is_refused_and_nothing_is_written(ask, tmp_path, arguments, message):
    done = ask(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_strategy_stays_as_it_is(ask, tmp_path):
    (tmp_path / "strategy.yaml").write_text("title: [\n", encoding="utf-8")
    done = ask("--answer", "markets=US")
    assert done.returncode == 2
    assert "strategy.yaml:2:1" in done.stderr
    assert (tmp_path / "strategy.yaml").read_text(encoding="utf-8") == "title: [\n"


@pytest.fixture
def on_terminal(tmp_path):
    children = []

    def begin():
        settings = {**clean_environment(), "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"}
        command = [sys.executable, "-m", "govrules", "ask"]
        child = pexpect.spawn(
            command[0], command[1:], cwd=tmp_path, env=settings, dimensions=(50, 120), encoding="utf-8", timeout=60
        )
        children.append(child)

        def answer(question, said):
            child.expect_exact(question)
            child.expect_exact("\x1b[?25h")  # the cursor is shown once the prompt is drawn
            child.send(said)

        return child, answer

    yield begin
    for child in children:
        child.close(force=True)


def test_on_a_terminal(on_terminal, tmp_path):
    terminal, answer = on_terminal()
    answer("legal name", "Harbour Bank\r")
    answer("Which markets", "Atlantis\r")
    terminal.expect_exact("'Atlantis' is not an answer")
    terminal.send("\r")
    answer("Which markets", "USA\r")
    answer("sectors is it active in", "d\r")
    answer("regular kinds of content", "b\r")
    answer("sectors is it active in", "?\r")
    terminal.expect_exact("knows.")
    answer("sectors is it active in", "bank\r")
    answer("personal data used", "q\r")
    terminal.expect_exact("Kept in strategy.yaml. The whole answer: govrules check strategy.yaml")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    strategy = govrules.load_strategy(tmp_path / "strategy.yaml").strategy
    assert (strategy.markets, strategy.organisation.sectors) == (("US",), ("bank",))
    assert not strategy.not_known


def test_choices_are_taken_by_arrow_keys_and_letters_are_commands(on_terminal, tmp_path):
    begun = ["organisation.name=Acme", "markets=GB, US", "organisation.sectors=bank", "channels=Page"]
    others = [
        f"{field}=none" for field in ("data_uses", "content", "endorsements", "organisation.listed_in", "promotions")
    ]
    others += ["reviews.sources=none", "outreach.texts_or_calls=no"]
    called("ask", *(part for one in (*begun, *others) for part in ("--answer", one)), cwd=tmp_path)
    terminal, answer = on_terminal()
    for said in ("?", "\x1b[B\r"):
        terminal.expect_exact("Which platform")
        terminal.expect_exact("other")
        terminal.send(said)
    answer("employ people", "q\r")
    terminal.expect(pexpect.EOF)
    assert govrules.load_strategy(tmp_path / "strategy.yaml").strategy.channels[0].platform == "instagram"


@pytest.mark.long
def test_several_things_of_a_kind_are_answered_one_by_one_where_they_differ(on_terminal, tmp_path):
    begun = ["organisation.name=Acme", "markets=GB, US", "organisation.sectors=bank", "channels=Page, Feed"]
    others = [
        f"{field}=none" for field in ("data_uses", "content", "endorsements", "organisation.listed_in", "promotions")
    ]
    others += ["reviews.sources=none", "outreach.texts_or_calls=no"]
    called("ask", *(part for one in (*begun, *others) for part in ("--answer", one)), cwd=tmp_path)
    terminal, answer = on_terminal()
    terminal.expect_exact("e one by one")
    terminal.expect_exact("For each of Page, Feed")
    for about, said in ((None, "e"), ("About Page.", "\r"), ("About Feed.", "\x1b[B\r")):
        if about:
            terminal.expect_exact(about)
        terminal.expect_exact("Which platform")
        terminal.expect_exact("other")
        terminal.send(said)
    answer("employ people", "q\r")
    terminal.expect(pexpect.EOF)
    channels = govrules.load_strategy(tmp_path / "strategy.yaml").strategy.channels
    assert [(one.name, one.platform) for one in channels] == [("Page", "facebook"), ("Feed", "instagram")]
