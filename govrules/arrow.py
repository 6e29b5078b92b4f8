# SPDX-License-Identifier: Apache-2.0
"""Checks documents that come as Arrow record batches, as Spark, Ray, Daft and DuckDB hand them out: the verdicts come
as record batches. Needs ``govrules[arrow]``."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

try:
    import pyarrow as pa
except ImportError:
    raise ImportError("govrules.arrow needs pyarrow: pip install 'govrules[arrow]'") from None

from govrules.assessment.terms import Threshold
from govrules.output.row_batches import SCHEMA, row_batch
from govrules.output.verdicts import VerdictRow
from govrules.repository.bulk.judge import Bench, in_a_line, make_bench, row_of
from govrules.repository.settings import Given, Settings
from govrules.ruleset.model import Basis
from govrules.source.errors import InputError
from govrules.source.read import read_text
from govrules.today import today

# The columns that a check in files has, and a document in a column has not.
_OF_FILES = ("line", "file")
_ROW = pa.schema([field for field in SCHEMA if field.name not in _OF_FILES])
_ERROR = pa.field("error", pa.string())


def check_batches(
    batches: Iterable[Any],
    *,
    column: str = "document",
    rulesets: Sequence[str] = (),
    as_of: date | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    basis: Sequence[Basis] = (),
    fail_on: Threshold = "major",
) -> Iterator[Any]:
    """Check the documents of record batches; a batch of verdicts for each batch, a row for each document, in order.

    A process reads the rules once, whatever the number of its calls.

    Args:
        batches: pyarrow's record batches.
        column: The column of documents, each a text of JSON or YAML. All other columns are passed through.
        rulesets: Files of rulesets to check against beside the bundled ones.
        as_of: The day as of which law and documents are judged; today, by UTC, if left out. State it for a run that
            may last beyond midnight.
        select: Ids of rules, patterns with ``*``, or rulesets to which the check is confined.
        ignore: Ids, patterns or rulesets that are left out.
        basis: Who asks for the rules that are asked, such as ``required``; all, if it is empty.
        fail_on: From which severity on a document fails.

    Returns:
        Batches of :func:`verdict_schema`. Where a document is no strategy, ``error`` says why and the rest is null.

    Raises:
        InputError: A ruleset cannot be read, a pattern matches nothing, or the column is not there or holds no text.
    """
    given = Given(
        rulesets=tuple(map(Path, rulesets)),
        select=tuple(select),
        ignore=tuple(ignore),
        basis=tuple(basis),
        fail_on=fail_on,
    )
    bench = _bench(given, as_of or today())
    for batch in batches:
        yield _checked(batch, column, bench)


def verdict_schema(schema: Any, column: str = "document") -> Any:
    """The schema of verdicts on batches of a schema: its other columns, the columns of a row, and ``error``.

    Raises InputError where the column is not there or holds no text, or where another is called as one of a row.
    """
    if column not in schema.names:
        raise InputError.of(f"there is no column '{column}'", f"columns are: {', '.join(schema.names)}")
    type_ = schema.field(column).type
    if not (pa.types.is_string(type_) or pa.types.is_large_string(type_)):
        raise InputError.of(f"the column '{column}' holds {type_}, not text", "give documents as texts of JSON or YAML")
    kept = [field for field in schema if field.name != column]
    for field in kept:
        if field.name in (*_ROW.names, _ERROR.name):
            raise InputError.of(f"'{field.name}' is a column of the verdicts, too", "rename the one that is given")
    return pa.schema([*kept, *_ROW, _ERROR])


@lru_cache(maxsize=2)
def _bench(given: Given, as_of: date) -> Bench:
    return make_bench(Settings(given=given), "<text>", as_of)


def _checked(batch: Any, column: str, bench: Bench) -> Any:
    schema = verdict_schema(batch.schema, column)
    rows: list[VerdictRow | None] = []
    errors: list[str | None] = []
    for text in batch.column(column).to_pylist():
        row = row_of(partial(read_text, text or ""), bench)
        if isinstance(row, InputError):
            rows.append(None)
            errors.append(in_a_line(row.problems))
        else:
            rows.append(row)
            errors.append(None)
    kept = [batch.column(name) for name in batch.schema.names if name != column]
    return pa.RecordBatch.from_arrays(
        [*kept, *row_batch(rows, _ROW).columns, pa.array(errors, pa.string())], schema=schema
    )
