# SPDX-License-Identifier: Apache-2.0
"""Tells whether tests notice faults: changes one expression of the code at a time and runs the tests that cover it.

    python -m pytest -n0 --dist no --cov=govrules.logic --cov=govrules.engines --cov=govrules.assessment \\
        --cov-context=test --cov-report= TESTS
    python scripts/mutants.py --seed 25 --count 120 [--only 3 --only 7] TESTS

TESTS are tests/logic tests/engines tests/assessment tests/ruleset tests/formats tests/schema tests/repository, say.
The first command notes in .coverage which of them take which line. The second draws so many mutants from logic,
engines and assessment. One that no test notices wants a test, or a reason why it means the same.

Tests are collected once. Each mutant gets a copy of that process (so this needs Linux or macOS), in which the functions
that it changes are replaced. Those of its tests that cover the least else run first, for at most a minute of processor
time.
"""

import argparse
import ast
import functools
import gc
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from coverage import CoverageData

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("logic", "engines", "assessment")
_SECONDS = 60  # of processor time, for the tests of a mutant
_OUTCOMES = {0: "survived", 1: "killed", 2: "survived so far"}
_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """Another text in the place of an expression: bytes ``start`` to ``end`` of a file."""

    path: Path
    lines: range
    start: int
    end: int
    text: str

    def applied(self, raw: bytes) -> bytes:
        """The file with the change."""
        lines = raw.count(b"\n", self.start, self.end)  # what comes after keeps its place
        return raw[: self.start] + f"({self.text}".encode() + b"\n" * lines + b")" + raw[self.end :]

    def shown(self, raw: bytes) -> str:
        """Where it is, and what becomes of what."""
        before = " ".join(raw[self.start : self.end].decode().split())
        return f"{self.path}:{self.lines.start}\n  - {before}\n  + {self.text}"


def mutants_of(path: Path) -> Iterator[Mutant]:
    """All mutants of what functions of a file do; annotations, assertions and texts of people are left alone."""
    raw = (ROOT / path).read_bytes()
    begins = [0]
    for line in raw.split(b"\n"):
        begins.append(begins[-1] + len(line) + 1)
    for node, changed in _changes(ast.parse(raw), inside=False):
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start, end = begins[node.lineno - 1] + node.col_offset, begins[node.end_lineno - 1] + node.end_col_offset
        yield Mutant(path, range(node.lineno, node.end_lineno + 1), start, end, ast.unparse(changed))


def _changes(node: ast.AST, *, inside: bool) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each expression that is changed within a node, and what it becomes."""
    match node:
        case ast.FunctionDef():
            for statement in node.body[ast.get_docstring(node) is not None :]:
                yield from _changes(statement, inside=True)
            return
        case ast.AnnAssign():
            if node.value is not None:
                yield from _changes(node.value, inside=inside)
            return
        case ast.Assert() | ast.JoinedStr():
            return
    if inside:
        yield from _changes_at(node)
    for child in ast.iter_child_nodes(node):
        yield from _changes(child, inside=inside)


def _changes_at(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    match node:
        case ast.Compare(ops=[op, *others]):
            yield node, ast.Compare(node.left, [_OTHER[type(op)](), *others], node.comparators)  # type: ignore[list-item]
        case ast.BoolOp():
            yield node, ast.BoolOp(_OTHER[type(node.op)](), node.values)  # type: ignore[arg-type]
        case ast.UnaryOp(op=ast.Not()):
            yield node, node.operand
        case ast.BinOp() if type(node.op) in _OTHER:
            yield node, ast.BinOp(node.left, _OTHER[type(node.op)](), node.right)  # type: ignore[arg-type]
        case ast.Constant(value=bool(value)):
            yield node, ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield node, ast.Constant(value + 1)
        case ast.Constant(value=str(value)) if value and " " not in value:
            yield node, ast.Constant(f"{value}x")
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield value, ast.Constant(None)
        case ast.If() | ast.While() | ast.IfExp():
            yield node.test, ast.UnaryOp(ast.Not(), node.test)
        case ast.comprehension():
            for condition in node.ifs:
                yield condition, ast.Constant(True)


class Covering:
    """Which tests take which lines, by what pytest-cov noted."""

    def __init__(self, file: Path) -> None:
        """Read the notes."""
        data = CoverageData(str(file))
        data.read()
        self.by_line = {
            Path(path).resolve().relative_to(ROOT): {
                line: {test.partition("|")[0] for test in tests} - {""}
                for line, tests in data.contexts_by_lineno(path).items()
            }
            for path in data.measured_files()
        }
        self.lines = Counter(test for lines in self.by_line.values() for tests in lines.values() for test in tests)

    def of(self, mutant: Mutant) -> list[str]:
        """The tests that take the lines of a mutant; first those that take the fewest others."""
        lines = self.by_line.get(mutant.path, {})
        found = {test for line in mutant.lines for test in lines.get(line, ())}
        return sorted(found, key=lambda test: (self.lines[test], test))


def _codes(code: CodeType) -> dict[tuple[str, int], CodeType]:
    """The functions in a code, by name and line; those that share a line with another of the same name are left out."""
    found: dict[tuple[str, int], list[CodeType]] = {}
    left = [code]
    while left:
        one = left.pop()
        found.setdefault((one.co_qualname, one.co_firstlineno), []).append(one)
        left.extend(inner for inner in one.co_consts if isinstance(inner, CodeType))
    return {key: codes[0] for key, codes in found.items() if len(codes) == 1}


class Functions:
    """The functions of this process that files of ours define, and those that remember what they have answered."""

    def __init__(self) -> None:
        """Look for them, once: there are millions of objects."""
        self.made: dict[str, list[FunctionType]] = {}
        self.cached: dict[str, list[Any]] = {}
        for found in gc.get_objects():
            if isinstance(found, FunctionType):
                self.made.setdefault(found.__code__.co_filename, []).append(found)
            elif isinstance(found, functools._lru_cache_wrapper):
                code = getattr(found.__wrapped__, "__code__", None)
                self.cached.setdefault(code.co_filename if code else "", []).append(found)
        # Copies of this process share what is not looked at.
        gc.freeze()

    def replace(self, mutant: Mutant) -> None:
        """Replace the functions that a mutant changes, and forget what those of its file have answered."""
        place = str(ROOT / mutant.path)
        raw = Path(place).read_bytes()
        changed = _codes(compile(mutant.applied(raw), place, "exec"))
        after = {code: changed.get(key, code) for key, code in _codes(compile(raw, place, "exec")).items()}
        for found in self.made.get(place, ()):
            code = after.get(found.__code__, found.__code__)
            # One that would take other variables from around it is made anew by what is around it.
            if code.co_freevars == found.__code__.co_freevars:
                found.__code__ = code
        for one in self.cached.get(place, ()):
            one.cache_clear()


def outcome(mutant: Mutant, tests: Sequence[pytest.Item], functions: Functions) -> str:
    """What becomes of a mutant when these tests are run in a copy of this process."""
    if not tests:
        return "not covered"
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        signal.setitimer(signal.ITIMER_PROF, 2 * _SECONDS)
        functions.replace(mutant)
        for test in tests:
            if any(report.failed for report in runtestprotocol(test, log=False)):
                os._exit(1)
            if sum(os.times()[:2]) > _SECONDS:
                os._exit(2)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    # One that goes round for ever is ended by the signal, or breaks the process in another way.
    return _OUTCOMES[os.WEXITSTATUS(status)] if os.WIFEXITED(status) else "killed"


class Mutation:
    """In the place of running the tests that pytest collected, draw mutants and run the tests of each."""

    def __init__(self, options: argparse.Namespace) -> None:
        """Keep what the command line said."""
        self.options = options

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Draw, run and count."""
        if session.testsfailed:
            raise session.Interrupted("not all tests can be collected")
        options = self.options
        tests = {item.nodeid: item for item in session.items}
        files = sorted(path.relative_to(ROOT) for name in FOLDERS for path in (ROOT / "govrules" / name).rglob("*.py"))
        every = [mutant for path in files for mutant in mutants_of(path)]
        drawn = random.Random(options.seed).sample(every, options.count)
        print(f"seed {options.seed}: {options.count} of {len(every)} mutants of {len(files)} files", flush=True)
        covering, functions, counted = Covering(options.coverage), Functions(), Counter[str]()
        for number, mutant in enumerate(drawn):
            if options.only and number not in options.only:
                continue
            taking = [tests[name] for name in covering.of(mutant) if name in tests]
            became = outcome(mutant, taking, functions)
            counted[became] += 1
            text = mutant.shown((ROOT / mutant.path).read_bytes())
            print(f"{number} {became}, {len(taking)} tests: {text}", flush=True)
        print(", ".join(f"{count} {became}" for became, count in counted.items()))
        return True


def main() -> None:
    """Hand the tests to pytest, and the rest to the mutants."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tests", nargs="+", help="files and folders of tests, as pytest takes them")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--count", type=int, default=120)
    parser.add_argument("--only", type=int, action="append", help="run these of the drawn mutants alone")
    parser.add_argument("--coverage", type=Path, default=ROOT / ".coverage")
    options = parser.parse_args()
    arguments = ["-q", "-n0", "-s", "-p", "no:cacheprovider", *options.tests]
    sys.exit(pytest.main(arguments, plugins=[Mutation(options)]))


if __name__ == "__main__":
    main()
