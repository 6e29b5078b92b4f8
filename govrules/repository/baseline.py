# SPDX-License-Identifier: Apache-2.0
"""The baseline: a file of the findings that are known already, by strategy, so that a check fails only on new ones.

An outright prohibition is never in it: it must go, however long it has been there.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import Field

from govrules.assessment.known import KnownFinding, fixed, mark_known, standing, still_there
from govrules.assessment.report import FileRecord, Report
from govrules.repository.files import name_of
from govrules.source.document import Limits
from govrules.source.errors import InputError
from govrules.source.model_errors import validate
from govrules.source.read import read
from govrules.strategy.base import Many, Part

_MOST_FINDINGS = 20_000
# What so many findings take, with room for the names of the strategies.
_LIMITS = Limits(bytes=16_000_000, nodes=200_000, items=_MOST_FINDINGS)
FILE = "govrules-baseline.json"
"""What the file is called where nobody says otherwise."""


class _File(Part):
    findings: dict[str, Many[KnownFinding]] = Field(description="What is known of each strategy")


@dataclass(frozen=True)
class Baseline:
    """The findings that are known, by the name of the strategy."""

    findings: Mapping[str, tuple[KnownFinding, ...]] = field(default_factory=dict)
    file: FileRecord | None = None

    def has(self, name: str) -> bool:
        """Whether it has findings of the strategy of that name."""
        return name in self.findings

    def mark(self, report: Report) -> Report:
        """The report with what is known marked, and what is fixed listed."""
        known = self.findings.get(report.file or "", ())
        marked = mark_known(report, known, "baseline")
        return replace(marked, fixed=fixed(report, known), baseline=self.file)

    def recorded(self, reports: Iterable[Report]) -> "Baseline":
        """The baseline with the findings of these reports in place of what it had about their strategies."""
        return self._with({report.file or "": _recordable(report) for report in reports})

    def pruned(self, reports: Iterable[Report]) -> "Baseline":
        """The baseline without what these reports no longer have."""
        named = {report.file or "": report for report in reports}
        return self._with({name: still_there(report, self.findings.get(name, ())) for name, report in named.items()})

    def without_lost(self, root: Path) -> "Baseline":
        """The baseline without strategies that are no longer there."""
        return Baseline({name: known for name, known in self.findings.items() if (root / name).is_file()})

    def count(self) -> int:
        """How many findings it has."""
        return sum(map(len, self.findings.values()))

    def fresh(self, before: "Baseline") -> int:
        """How many findings it has that another had not."""
        return sum(one not in before.findings.get(name, ()) for name, known in self.findings.items() for one in known)

    def to_json(self) -> str:
        """What the file holds, in a fixed order. Raises InputError where it could not be read again."""
        if self.count() > _MOST_FINDINGS:
            message = f"the baseline would hold {self.count():,} findings, and {_MOST_FINDINGS:,} are the most"
            raise InputError.of(message, "check some of the strategies with a configuration of their own")
        written = {name: [one.model_dump() for one in known] for name, known in sorted(self.findings.items())}
        return json.dumps({"findings": written}, indent=2, ensure_ascii=False) + "\n"

    def _with(self, found: Mapping[str, tuple[KnownFinding, ...]]) -> "Baseline":
        return Baseline({name: known for name, known in {**self.findings, **found}.items() if known})


def read_baseline(path: Path, root: Path | None) -> Baseline:
    """Read a baseline. Raises InputError where it cannot be used, or holds an outright prohibition."""
    source = read(path, file=name_of(str(path), root), limits=_LIMITS)
    findings = validate(_File, source).findings
    for name, known in findings.items():
        for index, one in enumerate(known):
            if one.severity == "showstopper":
                place = source.place(("findings", name, index, "severity"))
                raise InputError.of("a baseline cannot cover an outright prohibition", "take the entry out", place)
    return Baseline(findings, FileRecord(source.file, source.digest))


def _recordable(report: Report) -> tuple[KnownFinding, ...]:
    return tuple(one for one in standing(report) if one.severity != "showstopper")
