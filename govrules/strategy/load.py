# SPDX-License-Identifier: Apache-2.0
"""From a file to a strategy that knows where each of its values stands."""

import os
from dataclasses import dataclass

from govrules.source.document import Source
from govrules.source.model_errors import validate
from govrules.source.read import Format, read, read_text
from govrules.strategy.document import Strategy
from govrules.taxonomy import Tree


@dataclass(frozen=True, slots=True)
class Document:
    """A strategy and, where it was read from a file or text, its source with the place of every value."""

    strategy: Strategy
    source: Source | None = None


def load_strategy(path: str | os.PathLike[str], *, sectors: Tree | None = None, file: str | None = None) -> Document:
    """Read a strategy from YAML, JSON or Markdown with YAML front matter; ``-`` is standard input.

    ``sectors`` extends the bundled tree of sectors by an organisation's own; ``file`` is what messages and reports
    call it, if not by its path. Raises :class:`~govrules.source.errors.InputError` with every problem, its place, and
    the way out.
    """
    return document_of(read(path, file=file), sectors)


def parse_strategy(
    text: str, *, file: str = "<text>", format: Format | None = None, sectors: Tree | None = None
) -> Document:
    """Read a strategy from a text; as :func:`load_strategy` otherwise."""
    return document_of(read_text(text, file=file, format=format), sectors)


def document_of(source: Source, sectors: Tree | None = None) -> Document:
    """The strategy of a source that was read; as :func:`load_strategy` otherwise."""
    return Document(validate(Strategy, source, {"sectors": sectors}), source)
