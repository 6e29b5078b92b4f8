# SPDX-License-Identifier: Apache-2.0
"""Whether a stored report still holds: its inputs are the same by their digests, and they still give what it says."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from govrules.assessment.report import Report
from govrules.engines.named import ENGINES, EngineName
from govrules.repository.files import Target
from govrules.repository.run import judge, make_criteria, open_for, read_target
from govrules.repository.settings import Settings
from govrules.source.errors import InputError
from govrules.version import VERSION


def differences(stored: Report, path: str, settings: Settings, *, root: Path | None) -> tuple[str, ...]:
    """What differs between a stored report and the same check made now, in sentences; empty if the report holds.

    ``path`` is where the strategy is. The check is made as of the day of the report and on its terms; what was known
    before is no part of it. Raises InputError where it cannot be made.
    """
    if stored.digest is None:
        raise InputError.of("the report has no digest of its strategy", "write it with `govrules check`")
    given = replace(settings.given, engine=_engine_of(stored))
    again = replace(settings, given=given, without_waivers=not stored.terms.waivers)
    opened, target = open_for(again), Target(path, stored.file or path)
    document = read_target(target, opened)
    assert document is not None, "only what was found in a folder can be something else"
    criteria = make_criteria(again, opened, [document.strategy], as_of=stored.as_of, root=root)
    made = judge(target, document, criteria, stored.terms).report
    return tuple(_differences(stored, made))


def _engine_of(stored: Report) -> EngineName:
    """The name under which what judged the report is called."""
    named = "both" if len(stored.engines) > 1 else next(iter(stored.engines), "")
    found = next((name for name in ENGINES if name == named), None)
    if found is None:
        raise InputError.of("the report names no engine of this version", "write it with `govrules check`")
    return found


def _differences(stored: Report, made: Report) -> Iterator[str]:
    if made.govrules != stored.govrules:
        yield f"The report was made by govrules {stored.govrules}; this is {VERSION}."
    if made.digest != stored.digest:
        yield f"The strategy has changed: {stored.file} had the digest {stored.digest} and now has {made.digest}."
    then = {ruleset.id: ruleset for ruleset in stored.rulesets}
    now = {ruleset.id: ruleset for ruleset in made.rulesets}
    for name in sorted(then.keys() | now.keys()):
        if name not in now:
            yield f"The ruleset {name} {then[name].version} was loaded then and is not loaded now."
        elif name not in then:
            yield f"The ruleset {name} {now[name].version} was not loaded then and is loaded now."
        elif then[name].digest != now[name].digest:
            yield f"The ruleset {name} has changed: it was {then[name].version} and is {now[name].version}."
    if made.waiver_files != stored.waiver_files:
        yield "The waiver files have changed."
    if not _same(stored, made):
        yield f"The result is different: {', '.join(_parts(stored, made)) or 'the findings differ'}."


def _same(stored: Report, made: Report) -> bool:
    return _answer(stored).to_json() == _answer(made).to_json()


def _answer(report: Report) -> Report:
    """A report without what has a sentence of its own, and without what was known before, which is not verified."""
    findings = tuple(replace(finding, known_from=None) for finding in report.findings)
    return replace(report, govrules="", digest=None, waiver_files=(), findings=findings, fixed=(), baseline=None)


def _parts(stored: Report, made: Report) -> Iterator[str]:
    for name in ("findings", "questions", "met"):
        was, now = len(getattr(stored, name)), len(getattr(made, name))
        if was != now:
            yield f"{name} were {was} and are {now}"
