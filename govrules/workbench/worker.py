# SPDX-License-Identifier: Apache-2.0
"""What the page's worker calls: one step of a session at a time, as JSON in and out. It keeps the session."""

import json
import tempfile
from base64 import b64decode
from collections.abc import Callable, Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any

from govrules.ruleset.load import OpenRulesets, open_rulesets
from govrules.source.errors import InputError
from govrules.today import today
from govrules.workbench.session import NOT_KNOWN, Session
from govrules.workbench.views import fragments, written

Values = Mapping[str, Any]
_STEPS: Mapping[str, Callable[[Session, Values], Session]] = {
    "begin": lambda session, said: session.begun(said["name"], said["markets"], said["sectors"]),
    "open": lambda session, said: session.opened_text(said["text"], said["name"]),
    "answer": lambda session, said: session.answered(*answers_of(said)),
    "not-known": lambda session, said: session.not_known(said["field"].split()),
    "ask": lambda session, said: session.ask(said["field"]),
    "back": lambda session, said: session.back(),
    "rewrite": lambda session, said: session.rewritten(said["text"]),
    "merge": lambda session, said: session.merged(said["text"], said["name"]),
    "settle": lambda session, said: session.settled(said["field"], theirs=said["take"] == "theirs"),
    "until": lambda session, said: session.until(said["threshold"]),
}
_OF_FORMS: Mapping[str, Callable[[Session, Path], Session]] = {
    "open": Session.opened_form,
    "merge": Session.merged_form,
}


class Worker:
    """The session of a page. A step that cannot be taken leaves it as it was."""

    def __init__(self, opened: OpenRulesets | None = None) -> None:
        """Begin with these rulesets, or the bundled ones; what is typed of them depends on the document."""
        self._session = Session(opened or open_rulesets(), today())

    def take(self, message: str) -> str:
        """Take a step: ``{"do": ..., ...}`` in; the page's fragments and the document's text out, or what is wrong."""
        said = json.loads(message)
        try:
            if said["do"] == "report":
                return json.dumps({"written": written(self._session, said["format"])})
            if "form_file" in said:
                self._session = _with_form(self._session, said)
            else:
                self._session = _STEPS[said["do"]](self._session, said)
            kept = {"name": self._session.name, "text": self._session.text}
            return json.dumps({"fragments": dict(fragments(self._session)), "kept": kept})
        except InputError as error:
            return json.dumps({"problems": [str(problem) for problem in error.problems]})


def _with_form(session: Session, said: Values) -> Session:
    """The session after a questionnaire, whose bytes come as base64: its readers take a file."""
    # Messages name the file as the person knows it, without the folder.
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        path = Path(Path(said["name"]).name)
        path.write_bytes(b64decode(said["form_file"]))
        return _OF_FORMS[said["do"]](session, path)


def answers_of(said: Values) -> tuple[dict[str, Any], list[str]]:
    """The answers in what a form holds, a list of names and values; and the fields that are kept for others.

    ``value`` answers the question of which the form is, ``of:FIELD`` one beside it. Where a question is about several
    things, its answer is for each that has none of its own as ``each:FIELD``.
    """
    held: dict[str, list[str]] = {}
    for name, value in said["form"]:
        if value.strip():
            held.setdefault(name, []).append(value.strip())
    [field] = held.pop("field")
    if "none" in held:
        return {field: "none"}, []
    each = {name.removeprefix("each:"): values for name, values in held.items() if name.startswith("each:")}
    # Last, so that they answer only for those that are left: `channels[].x` is about each that says nothing yet.
    of = {name.removeprefix("of:"): values for name, values in held.items() if name.startswith("of:")}
    if "value" in held:
        of[field] = held["value"]
    given = each | of
    if not given:
        raise InputError.of("nothing is answered yet", "answer, or keep the question for others")
    unknown = [field for field, values in given.items() if values == [NOT_KNOWN]]
    return {field: ", ".join(values) for field, values in given.items() if field not in unknown}, unknown
