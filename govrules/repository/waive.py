# SPDX-License-Identifier: Apache-2.0
"""Writes a waiver into a file of waivers or into a strategy: the lines that are there stay as they are, comments too.

The lines are put in as text, and what comes out is read again: if it does not say what was there and the waiver, and
nothing else, nothing is written.
"""

import codecs
import math
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from govrules.assessment.report import Finding, Report
from govrules.assessment.waivers import WAIVER_RULES, WaiverJudge, can_be_waived, waiver_rule
from govrules.source.document import Source
from govrules.source.errors import InputError
from govrules.source.model_errors import validate
from govrules.source.read import read, read_raw
from govrules.source.suggest import did_you_mean
from govrules.strategy.waivers import FiledWaiver, Waiver, WaiverFile
from govrules.verdict import Verdict

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_NUMBER_START = tuple("+-.0123456789")
_NEW_FILE = "# Gaps that are accepted for a time: by whom, why and until when. `govrules waive` adds one.\n"


def gap_to_waive(report: Report, rule: str, subject: str | None) -> Finding:
    """The gap that is meant by a rule and the name of a subject. Raises InputError where there is none to waive."""
    if rule in WAIVER_RULES:
        raise InputError.of(f"'{rule}' is about a waiver itself", "cure it")
    about = [finding for finding in report.findings if finding.rule == rule]
    if not about:
        if rule in report.rules:
            raise InputError.of(f"'{rule}' has no gap here: it is met", "there is nothing to waive")
        hint = did_you_mean(rule, (finding.rule for finding in report.findings))
        raise InputError.of(f"'{rule}' has no gap here", hint or "`govrules check` lists what falls short")
    # A rule about the strategy as a whole names no subject.
    meant = [finding for finding in about if subject == finding.subject] if subject else about
    if not meant or (len(meant) > 1 and not subject):
        names = ", ".join(finding.subject for finding in about)
        missed = f"'{rule}' has no gap about '{subject}'" if subject else f"'{rule}' has gaps about several subjects"
        raise InputError.of(missed, f"name one of: {names}")
    gap = meant[0]
    if gap.verdict is Verdict.WAIVED and gap.waiver:
        raise InputError.of(f"'{rule}' is waived already, until {gap.waiver.expires}", "there is nothing to waive")
    if not can_be_waived(gap):
        raise InputError.of(f"'{rule}' is {gap.verdict} here", "only a gap can be waived; answer the question")
    return gap


def refuse_what_would_not_count(waiver: Waiver, report: Report) -> None:
    """Raise InputError where a waiver would not count in the strategy that was checked, on its first day or today."""
    judge = WaiverJudge(
        report.findings,
        max(report.as_of, waiver.accepted_on or report.as_of),
        report.terms.waiver_days,
        asked=frozenset(report.rules),
        left_out=frozenset(),
    )
    refusal = judge.refusal(waiver)
    if refusal:
        broken = next(iter(judge.faults(waiver)))
        raise InputError.of(f"the waiver would not count: {refusal}", waiver_rule(broken).remedy.do)


def waived_text(path: Path, waiver: Waiver) -> str:
    """The text of a file with one more waiver: of a file of waivers for a FiledWaiver, or else of the strategy.

    Raises InputError where the file is not one of waivers, or cannot be added to.
    """
    name, filed = str(path), isinstance(waiver, FiledWaiver)
    if filed and path.suffix.lower() not in (".yaml", ".yml") and not path.is_file():
        raise InputError.of(f"{name} would not be a YAML file", "name a file that ends in .yaml")
    source = read(path) if path.is_file() else None
    mark = "\ufeff" if source and path.read_bytes().startswith(codecs.BOM_UTF8) else ""
    stated = waiver.model_dump(exclude_none=True)
    # Whose it is comes first.
    ordered = {"strategy": stated.pop("strategy"), **stated} if filed else stated
    written = with_waiver(source, ordered, file=name)
    again = read_raw(written.encode(), file=name)
    if filed:
        validate(WaiverFile, again)
    return mark + written


def with_waiver(source: Source | None, waiver: Mapping[str, Any], *, file: str) -> str:
    """The text of a file with one more waiver; of a new file, if there is none yet. ``file`` is what it is called.

    Raises InputError where it cannot be added to the text as it is written.
    """
    before: Mapping[str, Any] = source.data if source else {}
    listed = before.get("waivers") or []
    if source is None:
        written: str | None = f"{_NEW_FILE}waivers:\n{''.join(_block(waiver, 2, chr(10)))}"
    else:
        written = _inserted(source, waiver, listed) if isinstance(listed, list) else None
    if written is not None:
        try:
            data = read_raw(written.encode(), file=file).data
        except InputError:
            data = None
        plain = {key: str(value) if isinstance(value, date) else value for key, value in waiver.items()}
        if data == {**before, "waivers": [*listed, plain]}:
            return written
    element = _dumped(waiver, default_flow_style=True, width=math.inf)
    message, hint = f"{file}: the waiver cannot be added as the file is written", "add to its list of waivers: - "
    raise InputError.of(message, hint + element.strip())


def _inserted(source: Source, waiver: Mapping[str, Any], listed: list[Any]) -> str | None:
    """The text with the waiver after the last one, or at the end of the document; None if it has no blocks of YAML."""
    lines = _LINE.findall(source.text)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if listed:
        last = source.place(("waivers", len(listed) - 1))
        dash = lines[last.line - 1].rfind("-", 0, last.column - 1)
        if dash < 0 or lines[last.line - 1][:dash].strip():
            return None
        at, added = last.end_line, _block(waiver, dash, end)
    elif source.has(("waivers",)):
        key, value = source.key_place(("waivers",)), source.place(("waivers",))
        if key.line != value.line:
            return None
        # An empty list is written as [] or as nothing.
        line = lines[key.line - 1]
        head = line[: key.end_column - 1]
        lines[key.line - 1] = f"{head}:{line[value.end_column - 1 :] if '[' in line else line[len(head) + 1 :]}"
        at, added = key.line, _block(waiver, key.column + 1, end)
    else:
        root = source.place(())
        at, added = root.end_line, [f"{' ' * (root.column - 1)}waivers:{end}", *_block(waiver, root.column + 1, end)]
    if not lines[at - 1].endswith(("\n", "\r")):
        lines[at - 1] += end
    return "".join([*lines[:at], *added, *lines[at:]])


def _block(waiver: Mapping[str, Any], indent: int, end: str) -> list[str]:
    """The lines of a waiver as an element of a list, its dash indented so far."""
    lines = _dumped(waiver, width=100).splitlines()
    return [f"{' ' * indent}{'- ' if index == 0 else '  '}{line}{end}" for index, line in enumerate(lines)]


class _Dumper(yaml.SafeDumper):
    """Writes text so that YAML 1.2 reads it as text, too."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # What begins like a number may be one to the other version of YAML.
    style = "'" if text[:1] in _NUMBER_START else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def _dumped(waiver: Mapping[str, Any], **form: Any) -> str:
    text: str = yaml.dump(dict(waiver), Dumper=_Dumper, sort_keys=False, allow_unicode=True, **form)
    return text
