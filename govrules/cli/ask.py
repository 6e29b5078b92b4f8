# SPDX-License-Identifier: Apache-2.0
"""``govrules ask``."""

import sys
from datetime import date
from pathlib import Path

import click

from govrules.assessment.terms import Threshold
from govrules.assessment.threshold import THRESHOLDS
from govrules.cli.options import Chosen, Day, FilePath, ruleset_options, write_file
from govrules.output.interview import NOTHING_LEFT, as_json, asked_of, how, remaining, spoken, why
from govrules.output.presentation.answer import verdict_line
from govrules.output.presentation.escaping import safe, safe_line
from govrules.repository.asking import Asking
from govrules.strategy.choices import to_type
from govrules.today import today

STRATEGY = Path("strategy.yaml")


@click.command("ask")
@click.argument("file", metavar="[STRATEGY]", default=STRATEGY, type=FilePath(path_type=Path, dir_okay=False))
@click.option("--answer", "answers", multiple=True, metavar="FIELD=VALUE", help="Take this answer. May be repeated.")
@click.option(
    "--not-known", "unknown", multiple=True, metavar="FIELD", help="Leave this question to whoever knows the answer."
)
@click.option("--next", "only_next", is_flag=True, help="Print the next question and end; nobody is asked.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
@click.option(
    "--until",
    "threshold",
    type=click.Choice([name for name in THRESHOLDS if name != "never"]),
    default="major",
    help="End when nothing of this severity or above is open. Default: major.",
)
@click.option("--as-of", type=Day(), metavar="YYYY-MM-DD", help="Judge as of this day. Default: today, by UTC.")
@ruleset_options
def command(
    file: Path,
    answers: tuple[str, ...],
    unknown: tuple[str, ...],
    only_next: bool,
    format_: str,
    threshold: Threshold,
    as_of: date | None,
    chosen: Chosen,
) -> None:
    """Fill in a strategy by interview, the question that matters most first; the answers are written into STRATEGY.

    Begins STRATEGY (strategy.yaml if left out) or takes it up where it is; `govrules check` can read it at any moment.
    Ends by itself when no answer that is left can change the verdict. Without a terminal, --next shows the next
    question and --answer takes one.
    """
    asking = Asking.of(file, chosen.load([str(file)]), as_of=as_of or today(), threshold=threshold)
    for answer in answers:
        field, found, value = answer.partition("=")
        if not found:
            raise click.UsageError(f"--answer {answer} names no value; write it as FIELD=VALUE")
        asking = asking.answered(field.strip(), value)
    for field in unknown:
        asking = asking.not_known(field)
    if answers or unknown:
        keep(asking)
    if only_next or answers or unknown:
        click.echo(as_json_of(asking) if format_ == "json" else safe(as_text(asking)), nl=False)
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("there is no terminal to ask in; --next shows a question, --answer answers it")
    from govrules.cli.asking import talk  # draws on a terminal, which few commands do

    talk(asking, keep)


def keep(asking: Asking) -> None:
    """Write the answers to the file."""
    write_file(asking.path, asking.text, overwrite=True)


def as_json_of(asking: Asking) -> str:
    """The state of the interview as JSON."""
    report = asking.report
    return as_json(asking.question, asking.remaining, verdict_line(report) if report else None, str(asking.path))


def as_text(asking: Asking) -> str:
    """The next question, how to answer it from a script, and the verdict of the moment."""
    question, left, report = asking.question, asking.remaining, asking.report
    lines = []
    if question is None:
        lines.append(NOTHING_LEFT)
    else:
        lines += [spoken(question), *filter(None, [asked_of(question)]), f"Answer: {how(question)}."]
        if question.choices:
            lines.append(f"Choices: {to_type(question.choices)}.")
        lines += [*why(question), f"To answer: govrules ask {asking.path} --answer {question.field}=..."]
    if left is not None and question is not None:
        lines.append(remaining(left))
    if report is not None:
        lines.append(safe_line(verdict_line(report)))
    return "\n".join(lines) + "\n"
