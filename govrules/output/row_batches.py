# SPDX-License-Identifier: Apache-2.0
"""Rows of verdicts as Arrow record batches. Needs pyarrow."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import pyarrow as pa

from govrules.output.verdicts import VerdictRow

_TYPES = {
    "line": pa.int64(),
    "as_of": pa.date32(),
    "fails": pa.bool_(),
    "gaps": pa.list_(pa.string()),
    "not_checked": pa.list_(pa.string()),
}
_TEXTS = ("file", "title", "organisation", "digest", "criteria", "verdict")


def _type(name: str) -> pa.DataType:
    return pa.string() if name in _TEXTS else _TYPES.get(name, pa.int32())


SCHEMA = pa.schema([(one.name, _type(one.name)) for one in fields(VerdictRow)])
"""The columns of rows."""


def row_batch(rows: Sequence[VerdictRow | None], schema: pa.Schema = SCHEMA) -> pa.RecordBatch:
    """These columns of the rows as a batch; None gives a row of nulls."""
    columns: dict[str, list[Any]] = {
        name: [None if row is None else getattr(row, name) for row in rows] for name in schema.names
    }
    return pa.record_batch(columns, schema=schema)
