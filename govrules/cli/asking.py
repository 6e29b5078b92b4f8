# SPDX-License-Identifier: Apache-2.0
"""The interview on a terminal: one question a screen, with what is in the way at the moment below it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import click
import questionary
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from govrules.assessment.interview import NextQuestion
from govrules.cli.main import tell
from govrules.documents import Found, Library
from govrules.output.interview import asked_of, how, passage_words, remaining, spoken, why
from govrules.output.presentation.answer import verdict_line
from govrules.output.presentation.escaping import safe_line
from govrules.repository.asking import Asking
from govrules.source.errors import InputError
from govrules.strategy.choices import in_words

_KEYS = "? why   b back   d don't know   q keep and stop"
_EACH_KEY = "   e one by one, where answers differ"
_WHY, _BACK, _UNKNOWN, _STOP, _EACH = "?", "b", "d", "q", "e"
_COMMANDS = (_WHY, _BACK, _UNKNOWN, _STOP)


def talk(asking: Asking, keep: Callable[[Asking], None], library: Library) -> None:
    """Ask until nothing that is left can change the verdict, or until the person stops. Each answer is kept at once.

    What the documents of the library say of a question stands below it, and the person says which of it, if any, stands
    behind the answer.
    """
    before: list[Asking] = []
    explained = False
    while (question := asking.question) is not None:
        passages = library.about(spoken(question.text))
        _show(asking, question, passages, explained=explained)
        said = _ask(question)
        explained = said == _WHY
        if said == _STOP:
            break
        if said == _BACK and before:
            asking = before.pop()
            keep(asking)
        elif said not in (_WHY, _BACK):
            try:
                after = _backed(_after(asking, question, said), asking.fields(question.field), said, passages)
            except InputError as error:
                tell(error)
                click.pause()
                continue
            before.append(asking)
            asking = after
            keep(asking)
    _end(asking)


def _after(asking: Asking, question: NextQuestion, said: Any) -> Asking:
    """The interview after what the person said."""
    if said == _UNKNOWN:
        return asking.not_known(question.field)
    if said != _EACH or len(question.each) == 1:
        return asking.answered(question.field, said)
    values: dict[str, Any] = {}
    for field, name in zip(question.each, question.asked_of, strict=True):
        one = replace(question, field=field, each=(field,), asked_of=(name,))
        click.echo(safe_line(asked_of(one) or field))
        answer = _ask(one)
        if answer == _BACK:
            return asking
        if answer not in _COMMANDS:
            values[field] = answer
    return asking.answered_each(values) if values else asking


def _backed(after: Asking, fields: Sequence[str], said: Any, passages: Sequence[Found]) -> Asking:
    """The interview with the passage of which the person says that it stands behind the answer."""
    if not passages or said in _COMMANDS:
        return after
    choices = [questionary.Choice("none of these", None)]
    choices += [questionary.Choice(passage_words(one), one) for one in passages]
    chosen = questionary.select("Which passage stands behind this answer?", choices=choices, qmark="").ask()
    return after.backed(fields, chosen) if chosen is not None else after


def _show(asking: Asking, question: NextQuestion, passages: Sequence[Found], *, explained: bool) -> None:
    click.clear()
    left, report = asking.remaining, asking.report
    if report is not None:
        click.secho(safe_line(verdict_line(report)), bold=True)
    if left is not None:
        click.secho(remaining(left), dim=True)
    click.secho(_KEYS + (_EACH_KEY if len(question.each) > 1 else ""), dim=True)
    click.echo()
    if words := asked_of(question):
        click.echo(safe_line(words))
    for line in why(question) if explained else ():
        click.secho(f"  {safe_line(line)}", fg="cyan")
    for passage in passages:
        click.secho(f"  {safe_line(passage_words(passage))}", fg="green")


def _end(asking: Asking) -> None:
    report = asking.report
    if report is None:
        return
    click.echo()
    if asking.question is None and (left := asking.remaining):
        click.echo(remaining(left))
    click.secho(safe_line(verdict_line(report)), bold=True)
    click.echo(f"Kept in {asking.path}. The whole answer: govrules check {asking.path}")


def _ask(question: NextQuestion) -> Any:
    """What the person says: an answer as text or data, or one of the keys."""
    if question.kind == "yes-no":
        return _choose(question, ["yes", "no"])
    if question.kind == "choice":
        return _choose(question, list(question.choices))
    if question.kind == "choices":
        return _choose_several(question)
    return _write(question)


def _keys(question: NextQuestion) -> tuple[str, ...]:
    return (*_COMMANDS, _EACH) if len(question.each) > 1 else _COMMANDS


def _choose(question: NextQuestion, choices: list[str]) -> Any:
    asked = questionary.select(spoken(question.text), choices=_in_words(choices), qmark="", instruction=" ")
    return _answer(asked, _keys(question))


def _in_words(choices: Iterable[str]) -> list[questionary.Choice]:
    return [questionary.Choice(in_words(choice), choice) for choice in choices]


def _choose_several(question: NextQuestion) -> Any:
    hint = "(space marks, enter goes on; nothing marked: none of these)"
    asked = questionary.checkbox(spoken(question.text), choices=_in_words(question.choices), qmark="", instruction=hint)
    return _answer(asked, _keys(question))


def _write(question: NextQuestion) -> str:
    while True:
        said = _answer(questionary.text(spoken(question.text), qmark="", instruction=f"({how(question)}) "))
        if said.strip():
            return str(said).strip()


def _answer(asked: questionary.Question, keys: Sequence[str] = ()) -> Any:
    """The answer to a prompt. ``keys`` are commands at once, where letters are not typed."""
    bindings = asked.application.key_bindings
    for key in keys:
        assert isinstance(bindings, KeyBindings), "a list of choices has key bindings of its own"
        bindings.add(key, eager=True)(_leave_with(key))
    said = asked.ask()
    if said is None:
        raise click.Abort
    return said


def _leave_with(key: str) -> Callable[[KeyPressEvent], None]:
    def leave(event: KeyPressEvent) -> None:
        event.app.exit(result=key)

    return leave
