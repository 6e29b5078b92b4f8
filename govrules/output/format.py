# SPDX-License-Identifier: Apache-2.0
"""What a format is: how it is called, what it needs, and the function that writes reports in it. ``formats`` has all
that there are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol

from rich.console import Console

from govrules.assessment.report import Report
from govrules.source.errors import InputError


@dataclass(frozen=True)
class Options:
    """What somebody asked of an output. A format reads what concerns it.

    ``today`` is the day on which it is written; None: that of the report. ``quiet`` wants the verdicts alone,
    ``verbose`` also what is met, ``sarif_waived`` what is waived in SARIF as well. ``folder`` is that from which files
    are named, as seen from the top of the repository in which a CI service runs.
    """

    today: date | None = None
    quiet: bool = False
    verbose: bool = False
    sarif_waived: bool = False
    folder: str = ""


OPTIONS = Options()
"""What is asked of an output where nobody says otherwise."""


class Renderer(Protocol):
    """Writes reports; the same reports and options give the same text or bytes."""

    def __call__(self, reports: Sequence[Report], options: Options = ..., /) -> str | bytes:
        """Write the reports."""
        ...


@dataclass(frozen=True)
class Format:
    """A format in which reports are written.

    ``extension`` is that of its files, without a dot. ``kind`` is what it makes: binary is for no terminal. ``reports``
    says whether several go into one file. ``extra`` is the extra of govrules that it needs, ``packages`` are the
    packages of that extra which are imported, ``system`` says what the system needs beside them.

    ``show`` prints reports where they are shown, if that differs from the written text; ``appends`` gives what a CI
    service wants at the end of files that its environment names.
    """

    name: str
    extension: str
    render: Renderer
    kind: Literal["text", "binary"] = "text"
    reports: Literal["one", "several"] = "several"
    extra: str | None = None
    packages: tuple[str, ...] = ()
    system: str | None = None
    show: Callable[[Sequence[Report], Options, Console], None] | None = None
    appends: Callable[[Sequence[Report], Mapping[str, str]], Mapping[Path, str]] | None = None

    def write(self, reports: Sequence[Report], options: Options = OPTIONS) -> str | bytes:
        """Write reports. Raises InputError for several where one is written, or where a package is not installed."""
        if self.reports == "one" and len(reports) != 1:
            raise InputError.of(
                f"{self.name} is written for one strategy at a time",
                f"write a file for each, with {{name}} in its name: --output '{self.name}={{name}}.{self.extension}'",
            )
        self.require()
        return self.render(reports, options)

    def require(self) -> None:
        """Raise InputError where a package that the format needs is not installed."""
        for package in self.packages:
            try:
                import_module(package)
            except (ImportError, OSError):  # OSError: it is there, but the libraries of the system it needs are not.
                hint = f"pip install 'govrules[{self.extra}]'" + (f"; {self.system}" if self.system else "")
                raise InputError.of(f"the format {self.name} needs the package {package}", hint) from None
