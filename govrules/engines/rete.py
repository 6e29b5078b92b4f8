# SPDX-License-Identifier: Apache-2.0
"""One durable ruleset: patterns over small integers in, which of them match a fact out. Knows no condition.

This is the only module that touches durable-rules, and it uses as little of it as can be: its Rete network, through the
extension module beneath ``durable.engine.Host``. The Host starts two timer threads that run actions behind the caller's
back, swallows what goes wrong in them, and is four times as slow. docs/decisions/006-the-durable-engine.md tells what
breaks the network; each of the rules kept here has its reason there:

- A fact holds nothing but integers, and a pattern is one conjunction of equalities about one fact.
- A ruleset has at most :data:`MOST_PATTERNS` patterns. The matcher keeps what it has still to follow on a stack of 64,
  and each entry leads to a pattern of its own, so it cannot overflow; every other limit lies further off.
- Each fact has a session to itself. A session in which nothing matched cannot be deleted (it kills the process), so one
  more pattern matches every fact; that it did not match is an error, for then nothing else can be believed either.
- A ruleset is compiled once in a process, is shared by all who need the same patterns, and is freed with the last.
- One thread at a time, see :data:`ALONE`.
"""

import itertools
import json
import sys
import threading
import weakref
from collections.abc import Sequence
from typing import Any, TypeAlias

from govrules.engines.interface import EngineError

MOST_PATTERNS = 60
"""How many patterns a ruleset can have."""

ALONE = threading.Lock()
"""Held by whoever compiles or asks a ruleset: the extension has one table of rulesets for the whole process."""

Pattern: TypeAlias = tuple[tuple[int, int], ...]
"""Pairs of a property, by its number, and the value that it must have. All of them must hold."""

# Never the same twice: one that an interruption left behind is in nobody's way.
_sessions = itertools.count(1)
_RECEIVED = "received"
_EXTRA = "pip install 'govrules[durable]'"
_REBUILT = (
    "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install --force-reinstall --no-cache-dir "
    "--no-binary durable-rules durable-rules==2.0.28"
)


def extension() -> Any:
    """The extension module of durable-rules; EngineError with the way out where it cannot be imported."""
    try:
        import durable_rules_engine
    except ImportError as error:
        missing = isinstance(error, ModuleNotFoundError)
        why = (
            "is not installed" if missing else f"cannot be loaded by Python {sys.version_info[0]}.{sys.version_info[1]}"
        )
        way_out = _EXTRA if sys.version_info < (3, 13) else _REBUILT
        message = f"the durable engine needs durable-rules, which {why}: run {way_out} - or use the compiled engine"
        raise EngineError.of(message) from None
    return durable_rules_engine


class ReteRuleset:
    """A compiled durable ruleset. Make one with :func:`rete_ruleset`, which shares it."""

    def __init__(self, definition: str, name: str) -> None:
        """``definition`` is what durable-rules compiles; ``name`` is what its errors are told about."""
        self._extension = extension()
        try:
            self._handle: int = self._extension.create_ruleset("govrules", definition)
        except Exception as error:
            raise _failure(name, error) from None
        # At the end of the process the system frees everything at once.
        weakref.finalize(self, self._extension.delete_ruleset, self._handle).atexit = False

    def matching(self, values: Sequence[int], name: str) -> set[str]:
        """Which patterns match the fact whose properties have these values; ``name`` is told in errors."""
        engine, handle, own = self._extension, self._handle, next(_sessions)
        fact = "".join(f',"p{number}":{value}' for number, value in enumerate(values))
        try:
            told, session = engine.assert_fact(handle, f'{{"sid":{own},"id":1,"{_RECEIVED}":1{fact}}}')
            started = engine.start_action_for_state(handle, session)
            matched = set()
            # One text for each match, which begins with the name of the rule: {"3":{"m":{...}}}
            message = started and started[1]
            while message:
                matched.add(message[2 : message.index('"', 2)])
                message = engine.complete_and_start_action(handle, session)
        except Exception as error:
            raise _failure(name, error) from None
        if told or _RECEIVED not in matched:
            raise _failure(name, f"a fact was not received (code {told})")
        engine.delete_state(handle, str(own))
        return matched - {_RECEIVED}


_compiled: "weakref.WeakValueDictionary[str, ReteRuleset]" = weakref.WeakValueDictionary()


def rete_ruleset(patterns: Sequence[Pattern], name: str) -> ReteRuleset:
    """The ruleset of these patterns, which are told apart by their place in the sequence ("0", "1", ...).

    Raises EngineError, which names the ruleset, where durable-rules refuses it.
    """
    rules = {str(number): _rule(pattern) for number, pattern in enumerate(patterns)}
    definition = json.dumps(rules | {_RECEIVED: {"all": [{"m": {_RECEIVED: 1}}]}})
    known = _compiled.get(definition)
    if known is None:
        known = _compiled[definition] = ReteRuleset(definition, name)
    return known


def _rule(pattern: Pattern) -> dict[str, Any]:
    equalities = [{f"p{number}": value} for number, value in pattern]
    return {"all": [{"m": equalities[0] if len(equalities) == 1 else {"$and": equalities}}]}


def _failure(name: str, what: object) -> EngineError:
    return EngineError.of(f"durable-rules failed on the ruleset '{name}': {what}", "use --engine compiled")
