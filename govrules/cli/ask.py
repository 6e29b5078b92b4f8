# SPDX-License-Identifier: Apache-2.0
"""``govrules ask``."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from govrules.assessment.terms import Threshold
from govrules.assessment.threshold import THRESHOLDS
from govrules.cli.options import Chosen, Day, FilePath, ruleset_options
from govrules.cli.writing import write_file
from govrules.documents import Library, read_document
from govrules.output.interview import (
    NOTHING_LEFT,
    asked_of,
    how,
    interview_data,
    passage_words,
    remaining,
    spoken,
    why,
)
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
@click.option(
    "--from",
    "documents",
    multiple=True,
    metavar="DOCUMENT",
    type=FilePath(path_type=Path, dir_okay=False),
    help="Show at each question what this document (.docx, .pptx, .pdf, .md, .txt) says of it. May be repeated.",
)
@click.option(
    "--quote",
    "quotes",
    multiple=True,
    metavar="FIELD=WORDS",
    help="Keep these words of a document beside the answer, as its evidence; they must stand there as they are.",
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
    documents: tuple[Path, ...],
    quotes: tuple[str, ...],
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
    library = Library(map(read_document, documents))
    asking = Asking.of(file, chosen.load([str(file)]), as_of=as_of or today(), threshold=threshold)
    # Before the answers, which settle what `channels[]` means and where the words of a quote are to go.
    backed = [(asking.fields(field), library.quoted(words)) for field, words in _pairs("--quote", quotes)]
    for field, value in _pairs("--answer", answers):
        asking = asking.answered(field, value)
    for fields, passage in backed:
        asking = asking.backed(fields, passage)
    for field in unknown:
        asking = asking.not_known(field)
    if answers or unknown or quotes:
        keep(asking)
    if only_next or answers or unknown or quotes:
        said = as_json_of(asking, library) if format_ == "json" else safe(as_text(asking, library))
        click.echo(said, nl=False)
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("there is no terminal to ask in; --next shows a question, --answer answers it")
    from govrules.cli.asking import talk  # draws on a terminal, which few commands do

    talk(asking, keep, library)


def _pairs(option: str, written: Iterable[str]) -> Iterator[tuple[str, str]]:
    for one in written:
        field, found, value = one.partition("=")
        if not found:
            raise click.UsageError(f"{option} {one} names no value; write it as FIELD=VALUE")
        yield field.strip(), value


def keep(asking: Asking) -> None:
    """Write the answers to the file."""
    write_file(asking.path, asking.text, overwrite=True)


def as_json_of(asking: Asking, library: Library) -> str:
    """The state of the interview as JSON."""
    report, question = asking.report, asking.question
    found = library.about(spoken(question.text)) if question else ()
    verdict = verdict_line(report) if report else None
    state = interview_data(question, asking.remaining, verdict, str(asking.path), found)
    return json.dumps(state, indent=2, ensure_ascii=False) + "\n"


def as_text(asking: Asking, library: Library) -> str:
    """The next question, what documents say of it, how to answer it from a script, and the verdict of the moment."""
    question, left, report = asking.question, asking.remaining, asking.report
    lines = []
    if question is None:
        lines.append(NOTHING_LEFT)
    else:
        lines += [spoken(question.text), *filter(None, [asked_of(question)]), f"Answer: {how(question)}."]
        if question.choices:
            lines.append(f"Choices: {to_type(question.choices)}.")
        lines += map(passage_words, library.about(spoken(question.text)))
        lines += [*why(question), f"To answer: govrules ask {asking.path} --answer {question.field}=..."]
    if left is not None and question is not None:
        lines.append(remaining(left))
    if report is not None:
        lines.append(safe_line(verdict_line(report)))
    return "\n".join(lines) + "\n"
