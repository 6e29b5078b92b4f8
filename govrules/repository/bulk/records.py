# SPDX-License-Identifier: Apache-2.0
"""A file of JSON lines, read record by record. It does not look into them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from govrules.source.document import LIMITS

# A chunk goes to one process at once: few small records cost more to hand over than to judge, many large ones memory.
_MOST_RECORDS = 16
_MOST_BYTES = 500_000


@dataclass(frozen=True)
class Record:
    """A record: the number of its line, its bytes without the line break, and where the line ends in the file.

    One that is longer than a document may be is cut one byte after that.
    """

    line: int
    raw: bytes
    end: int


def records(stream: BinaryIO) -> Iterator[Record]:
    """The records of a stream; lines that are blank are passed over, and count."""
    longest, line, end = LIMITS.bytes + 2, 0, 0  # two for the line break
    while raw := stream.readline(longest):
        line, end = line + 1, end + len(raw)
        rest = raw
        while not rest.endswith(b"\n") and (rest := stream.readline(longest)):
            end += len(rest)
        record = raw.rstrip(b"\r\n")
        if record.strip():
            yield Record(line, record[: LIMITS.bytes + 1], end)


def in_chunks(records: Iterator[Record]) -> Iterator[list[Record]]:
    """The records in chunks for processes."""
    chunk: list[Record] = []
    size = 0
    for record in records:
        chunk.append(record)
        size += len(record.raw)
        if len(chunk) == _MOST_RECORDS or size > _MOST_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
