# SPDX-License-Identifier: Apache-2.0
"""A stand-in for GitHub's runner: it runs the steps of a composite action by bash, as they stand.

It knows only the expressions that the action uses, and fails at any other.
"""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from clean_shell import ROOT, clean_environment

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
_EXPRESSION = re.compile(r"\$\{\{ (inputs|steps)\.([\w.-]+) \}\}")
Outputs = dict[str, dict[str, str]]


@dataclass
class Run:
    """What came of a run: of each step its outputs, and what was printed; the outputs of the action; the summary."""

    exit_code: int = 0
    steps: Outputs = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    log: str = ""
    summary: str = ""


def run_action(
    workspace: Path,
    temp: Path,
    inputs: Mapping[str, str],
    *,
    done: Outputs | None = None,
    path: tuple[Path, ...] = (),
    **settings: str,
) -> Run:
    """Run the action in a workspace. Steps that are ``done`` already are not run again, and have these outputs."""
    unknown = inputs.keys() - ACTION["inputs"].keys()
    assert not unknown, unknown
    values = {name: inputs.get(name, declared["default"]) for name, declared in ACTION["inputs"].items()}
    run = Run(steps=dict(done or {}))
    temp.mkdir(parents=True, exist_ok=True)
    for step in ACTION["runs"]["steps"]:
        if step["id"] in run.steps:
            continue
        _run_step(step, run, values, workspace, temp, path, settings)
        if run.exit_code:
            break
    # As GitHub's runner does it, also after a step that failed.
    run.outputs = {name: _resolved(told["value"], values, run.steps) for name, told in ACTION["outputs"].items()}
    return run


def _run_step(
    step: dict[str, Any],
    run: Run,
    values: Mapping[str, str],
    workspace: Path,
    temp: Path,
    path: tuple[Path, ...],
    settings: Mapping[str, str],
) -> None:
    assert step["shell"] == "bash"
    assert "${{" not in step["run"], "what others wrote must not become part of a script"
    files = {name: temp / f"{step['id']}.{name}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.write_text("", encoding="utf-8")
    script = temp / f"{step['id']}.sh"
    script.write_text(step["run"], encoding="utf-8")
    given = {name: _resolved(value, values, run.steps) for name, value in step["env"].items()}
    runner = {"RUNNER_TEMP": temp, "GITHUB_ACTION_PATH": ROOT, "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": workspace}
    result = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=workspace,
        env=clean_environment(*path, **runner, **files, **settings) | given,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    run.exit_code = result.returncode
    run.log += result.stdout
    run.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
    run.steps[step["id"]] = _outputs(files["GITHUB_OUTPUT"].read_text(encoding="utf-8"))


def _resolved(text: str, values: Mapping[str, str], steps: Outputs) -> str:
    def value(found: re.Match[str]) -> str:
        context, name = found.groups()
        if context == "inputs":
            return values[name]
        step, outputs, output = name.split(".")
        assert outputs == "outputs"
        return steps.get(step, {}).get(output, "")

    resolved = _EXPRESSION.sub(value, text)
    assert "${{" not in _EXPRESSION.sub("", text), f"the stand-in does not know {text}"
    return resolved


def _outputs(text: str) -> dict[str, str]:
    """Read the file of outputs: ``name=value``, and ``name<<END`` with the lines up to END."""
    outputs: dict[str, str] = {}
    lines = iter(text.splitlines())
    for line in lines:
        if re.match(r"[\w-]+<<", line):
            name, _, end = line.partition("<<")
            value = []
            while (part := next(lines)) != end:
                value.append(part)
            outputs[name] = "\n".join(value)
        else:
            name, _, outputs_value = line.partition("=")
            outputs[name] = outputs_value
    return outputs
