# SPDX-License-Identifier: Apache-2.0
"""Tells whether tests notice faults: changes one expression of the code at a time and runs the tests that cover it.

    python -m pytest -n0 --dist no --cov=govrules.logic --cov=govrules.engines --cov=govrules.assessment \\
        --cov-context=test --cov-report= tests/logic tests/engines tests/assessment tests/ruleset tests/formats
    python scripts/mutants.py --seed 25 --count 120 [--only 3 --only 7] [--tests 40]

The first command notes in .coverage which tests take which line. The second draws so many mutants from logic, engines
and assessment, each in a copy of the tree. One that no test notices wants a test, or a reason why it means the same.
Of the tests that cover a mutant, those run that cover the least else, at most ``--tests``; 0 runs them all.
"""

import argparse
import ast
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from coverage import CoverageData

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("logic", "engines", "assessment")
_NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", ".coverage*", "node_modules"
)
_SECONDS = 300  # for the tests of a mutant; what takes longer may go round for ever
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
        return raw[: self.start] + self.text.encode() + raw[self.end :]

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
        yield Mutant(path, range(node.lineno, node.end_lineno + 1), start, end, f"({ast.unparse(changed)})")


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


def outcome(mutant: Mutant, tests: Sequence[str], tree: Path) -> str:
    """What became of a mutant: killed, survived, or timed out."""
    if not tests:
        return "not covered"
    file = tree / mutant.path
    raw = file.read_bytes()
    file.write_bytes(mutant.applied(raw))
    try:
        command = [sys.executable, "-B", "-m", "pytest", "-q", "-x", "-n0", "-m", "", "-p", "no:cacheprovider", *tests]
        done = subprocess.run(command, cwd=tree, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return "timed out"
    finally:
        file.write_bytes(raw)
    return "survived" if done.returncode == 0 else "killed"


def main() -> None:
    """Draw, run and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--count", type=int, default=120)
    parser.add_argument("--only", type=int, action="append", help="run these of the drawn mutants alone")
    parser.add_argument("--tests", type=int, default=40)
    parser.add_argument("--coverage", type=Path, default=ROOT / ".coverage")
    options = parser.parse_args()
    files = sorted(path.relative_to(ROOT) for name in FOLDERS for path in (ROOT / "govrules" / name).rglob("*.py"))
    every = [mutant for path in files for mutant in mutants_of(path)]
    drawn = random.Random(options.seed).sample(every, options.count)
    print(f"seed {options.seed}: {options.count} of {len(every)} mutants of {len(files)} files", flush=True)
    covering, counted = Covering(options.coverage), Counter[str]()
    with TemporaryDirectory() as folder:
        tree = shutil.copytree(ROOT, Path(folder) / "tree", ignore=_NOT_COPIED)
        for number, mutant in enumerate(drawn):
            if options.only and number not in options.only:
                continue
            tests = covering.of(mutant)
            became = outcome(mutant, tests[: options.tests or None], tree)
            counted[became] += 1
            print(
                f"{number} {became}, {len(tests)} tests: {mutant.shown((ROOT / mutant.path).read_bytes())}", flush=True
            )
    print(", ".join(f"{count} {became}" for became, count in counted.items()))


if __name__ == "__main__":
    main()
