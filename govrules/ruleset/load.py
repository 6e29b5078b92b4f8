# SPDX-License-Identifier: Apache-2.0
"""From YAML files to typed rulesets. Every fault of every file is gathered, each with place and way out."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from govrules.ruleset.bundled import bundled_paths, installed_paths, read_ruleset, whole
from govrules.ruleset.extend import extended_sectors
from govrules.ruleset.model import AddedText
from govrules.ruleset.own_fields import own_parts
from govrules.ruleset.relevance import reach_of
from govrules.ruleset.rule import Rulesets
from govrules.ruleset.typing import type_rulesets
from govrules.ruleset.written import Written, read_written
from govrules.source.document import Source
from govrules.source.errors import InputError, Problem, cut, first_faults
from govrules.source.faults import FaultKind
from govrules.source.git import root_of
from govrules.source.model_errors import validate
from govrules.source.read import distinct, read
from govrules.source.suggest import did_you_mean
from govrules.strategy.document import Strategy
from govrules.strategy.fields import StrategyShapes


def load_rulesets(paths: Iterable[str | os.PathLike[str]] | None = None) -> Rulesets:
    """Load rulesets from files, with those that they extend; without paths, all that are bundled or installed.

    Raises :class:`~govrules.source.errors.InputError` with every fault: unknown fields, values and operators that do
    not fit, ids that are used twice, concepts that are unknown or rest on each other in a circle.
    """
    return open_rulesets(paths).load()


def open_rulesets(paths: Iterable[str | os.PathLike[str]] | None = None) -> "OpenRulesets":
    """Read the files of rulesets as :func:`load_rulesets` does, without typing what is in them yet."""
    chosen = [*bundled_paths(), *installed_paths()] if paths is None else [Path(path) for path in paths]
    if not chosen:
        hint = "name a ruleset file, or leave it out for the bundled ones"
        raise InputError.of("no ruleset was named", hint)
    return open_sources([read_ruleset(path) for path in distinct(chosen)])


def open_sources(sources: Sequence[Source]) -> "OpenRulesets":
    """Take rulesets that were read, from files or as they are typed, with those that they extend."""
    everything = [*sources, *_extended(sources)]
    return OpenRulesets(tuple(everything), _shapes(everything))


@dataclass(frozen=True)
class OpenRulesets:
    """Rulesets that were read. ``shapes`` are those of a document, with the sectors and parts that they add."""

    sources: tuple[Source, ...]
    shapes: StrategyShapes

    def load(self, about: Sequence[Strategy] | None = None) -> Rulesets:
        """Type the rulesets; raise InputError with every fault, or the first ones of very many.

        With ``about``, bundled rules that cannot bind any of these strategies may be left out of the result: a check
        of them gives the same report.
        """
        rulesets, problems = self.examine(about)
        if problems:
            raise InputError(first_faults(problems))
        return rulesets

    def examine(self, about: Sequence[Strategy] | None = None) -> tuple[Rulesets, list[Problem]]:
        """Type what is sound, and tell what is not."""
        # An organisation's ruleset may change or rest on any rule, so that all are needed beside it.
        reach = (
            reach_of(about, self.shapes.sectors) if about is not None and all(s.known for s in self.sources) else None
        )
        written: list[Written] = []
        problems: list[Problem] = []
        # A check of strategies needs no examples.
        for source in self.sources if reach is not None else map(whole, self.sources):
            found, faults = read_written(source, self.shapes.sectors, reach)
            problems += [fault if fault.kind else replace(fault, kind=FaultKind.MALFORMED) for fault in faults]
            if found is not None:
                written.append(found)
        rulesets, faults = type_rulesets(written, self.shapes, sound=reach is not None)
        return rulesets, [*problems, *faults]


def _extended(sources: Sequence[Source]) -> list[Source]:
    """Read the rulesets that others extend and that are not among them: a path from the file, or an id."""
    found: list[Source] = []
    waiting = list(sources)
    # As text, for what is no id (a mapping) is refused only when the ruleset is validated.
    have = {str(source.data.get("ruleset")) for source in sources}
    shelf: dict[str, Path] | None = None
    while waiting:
        source = waiting.pop(0)
        named = source.data.get("extends")
        for index, name in enumerate(named if isinstance(named, list) else ()):
            if name in have or not isinstance(name, str):
                continue
            if shelf is None:
                shelf = {f"{path.parent.name}/{path.stem}": path for path in bundled_paths()}
                shelf |= {str(read(path).data.get("ruleset")): path for path in installed_paths()}
            path = Path(source.file).parent / name if name.endswith((".yaml", ".yml", ".json")) else shelf.get(name)
            if path is None or not path.is_file():
                hint = did_you_mean(name, shelf) or "name a bundled ruleset, or a file beside this one"
                raise InputError.of(f"there is no ruleset '{name}' to extend", hint, source.place(("extends", index)))
            if name not in shelf and not _within_reach(path, source):
                message = f"a ruleset may extend files inside its repository only, and {cut(name)} leads out of it"
                hint = "name a file in it, or load that one with --ruleset"
                raise InputError.of(message, hint, source.place(("extends", index)))
            extended = read_ruleset(path)
            have |= {name, str(extended.data.get("ruleset"))}
            found.append(extended)
            waiting.append(extended)
    return found


def _within_reach(path: Path, source: Source) -> bool:
    """Whether a file lies in the repository of a ruleset or, outside of one, in its folder or below."""
    folder = Path(source.file).resolve().parent
    return Path(os.path.realpath(path)).is_relative_to(root_of(folder) or folder)


def _shapes(sources: Sequence[Source]) -> StrategyShapes:
    """The shapes of a document before any rule is validated, for rules may name what their file adds."""
    adding = [source for source in sources if source.data.get("sectors") or source.data.get("fields")]
    if not adding:
        return StrategyShapes()
    added = [(validate(AddedText, source), source) for source in adding]
    tree, problems = extended_sectors((text.sectors, source) for text, source in added)
    parts, faults = own_parts((text.fields, source) for text, source in added)
    if problems or faults:
        raise InputError([*problems, *faults])
    return StrategyShapes(tree, parts)
