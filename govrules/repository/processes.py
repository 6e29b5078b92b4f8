# SPDX-License-Identifier: Apache-2.0
"""The same work for many things in several processes; the results come in the order of the things.

Only so many things are on their way at once, so a run over a stream of any length takes the same memory.
"""

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from govrules.source.errors import InputError

if TYPE_CHECKING:
    from concurrent.futures import Future

Shared = TypeVar("Shared")
Thing = TypeVar("Thing")
Result = TypeVar("Result")

_AHEAD = 3  # chunks that wait for each process, so that none waits for the next


def processes_for(jobs: int | None) -> int:
    """How many processes to use where so many are asked for; None: one for each core."""
    # Only where a process is forked safely: elsewhere each would have to load all rules anew.
    if not sys.platform.startswith("linux"):
        return 1
    return jobs or os.cpu_count() or 1


def in_order(
    work: Callable[[Thing, Shared], Result], chunks: Iterable[Sequence[Thing]], shared: Shared, *, processes: int
) -> Iterator[Result]:
    """Do the work for each thing of each chunk, a chunk in one process, and give the results in order.

    ``shared`` is what all the work needs; it is not sent to a process but forked with it. Raises InputError where a
    process is ended from outside.
    """
    if processes == 1:
        for chunk in chunks:
            for thing in chunk:
                yield work(thing, shared)
        return
    # Imported only here: few checks are of so many strategies.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("fork")
    coming: deque[Future[list[Result]]] = deque()
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_start, initargs=(shared,)) as pool:
        try:
            for chunk in chunks:
                coming.append(pool.submit(_work, work, chunk))
                if len(coming) > processes * _AHEAD:
                    yield from coming.popleft().result()
            while coming:
                yield from coming.popleft().result()
        except BrokenProcessPool:
            hint = "memory may have run out: check fewer strategies at once, or give `--jobs 1`"
            raise InputError.of("a process that was checking strategies was ended from outside", hint) from None
        finally:
            for future in coming:
                future.cancel()


# What a forked process works with; it is sent only the things.
_shared: Any = None


def _start(shared: Any) -> None:
    global _shared
    _shared = shared
    # What all the work needs stays to the end: without it each collection of garbage is quick (15 percent of a run).
    gc.freeze()
    # Whoever interrupts the check interrupts each process: this one ends at once and says nothing.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # Whoever kills it kills only the first one: without it this one would wait for work for ever.
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(work: Callable[[Thing, Any], Result], chunk: Sequence[Thing]) -> list[Result]:
    return [work(thing, _shared) for thing in chunk]
