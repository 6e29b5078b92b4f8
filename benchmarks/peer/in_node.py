# SPDX-License-Identifier: Apache-2.0
"""Rule engines in Node: one process that stays, so that its start-up is not measured. Needs `npm ci` in benchmarks/."""

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from peer import spectral
from peer.contender import Broken, Contender, Judge, Prepare
from peer.rules import Rule

SCRIPT = Path(__file__).with_suffix(".mjs")


class Node:
    """The process, with the CPU time that it took to judge so far."""

    def __init__(self) -> None:
        """Start it; raises ImportError where there is no Node."""
        if not shutil.which("node"):
            raise ImportError("there is no Node on this machine")
        self._process = subprocess.Popen(
            ["node", str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self.seconds = 0.0

    def ask(self, **request: Any) -> Any:
        """Send a request and return the answer; raises ImportError where a package is not installed."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "error" in answer:
            kind = ImportError if "Cannot find module" in answer["error"] else RuntimeError
            raise kind(answer["error"].splitlines()[0])
        return answer["result"]


node = cache(Node)


def version(package: str) -> str:
    """The version of an npm package; raises ImportError where it is not installed."""
    return str(node().ask(version=package))


Translate = Callable[[Sequence[Rule]], Any]


def _as_data(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    return [rule.as_data() for rule in rules]


def _judging_by(package: str, translate: Translate) -> Callable[[Sequence[Rule]], Prepare]:
    def make(rules: Sequence[Rule]) -> Prepare:
        name = f"{package} {len(rules)}"
        node().ask(prepare=package, rules=translate(rules), judge=name)

        def prepare(data: Mapping[str, Any]) -> Judge:
            about = str(id(data))
            node().ask(strategy=data, about=about)

            def judge() -> Broken:
                result = node().ask(judge=name, about=about)
                node().seconds += result["seconds"]
                return {(rule, place) for rule, place in result["broken"]}

            return judge

        return prepare

    return make


CONTENDERS = tuple(
    Contender(f"{name} (Node)", package, gives, _judging_by(package, translate), clock=lambda: node().seconds)
    for name, package, translate, gives in (
        ("json-rules-engine", "json-rules-engine", _as_data, "the events of rules that match, the result of each test"),
        ("Spectral core", "@stoplight/spectral-core", spectral.ruleset, "results with path; what is missing passes"),
    )
)
