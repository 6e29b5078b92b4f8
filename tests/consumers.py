# SPDX-License-Identifier: Apache-2.0
"""What CI services do with a log, and the shape of the list that GitLab takes, written from their documentation and not
from govrules; Microsoft's validator; and a text that tries to command them."""

import os
import platform
import re
import subprocess

from npm_packages import npm_package

HOSTILE = (
    "A\n::error file=x::owned\r\n##vso[task.complete result=Succeeded;]done ##[error]x ::add-mask::e 100% "
    "%0A::error::z ;],: # SKIP x # TODO y\n  ...\nok 1\nBail out! \x1b[31m\x07 \u202e \u2028::warning::w\ufffe "
    "<b>]]></b>&amp; [x](https://evil.example) | `y` @somebody {0}"
)
EXPIRED = "A waiver of this does not count: it expired on 2026-10-01."
TWICE = "A waiver of this does not count: 2 parts of the strategy are called {}."

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
GITLAB_SHAPE = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}

_GITHUB = re.compile(r"^\s*::(?P<name>[\w-]+)(?: (?P<properties>.*?))?::(?P<message>.*)$")
_OLD_GITHUB = re.compile(r"##\[(?P<name>[\w-]+)")
_AZURE = re.compile(r"##vso\[(?P<name>[\w.]+)(?: (?P<properties>[^\]]*))?\](?P<message>.*)$", re.IGNORECASE)


def message(finding):
    """What a format says of a gap: its message, and why a waiver of it does not count."""
    if not finding.waiver:
        return finding.message
    why = EXPIRED if "expired" in finding.waiver.refused_because else TWICE.format(finding.subject)
    return f"{finding.message} {why}"


def _lines(log):
    return re.split("[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", log)


def github_commands(log):
    """The commands that GitHub's runner finds: name, properties, message."""
    found = []
    for line in _lines(log):
        if command := _GITHUB.match(line):
            properties = {}
            for pair in (command["properties"] or "").split(","):
                key, _, value = pair.partition("=")
                for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
                    value = value.replace(written, meant)
                properties[key] = value
            message = command["message"]
            for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
                message = message.replace(written, meant)
            found.append((command["name"], properties, message))
        elif old := _OLD_GITHUB.search(line):
            found.append((old["name"], {}, line))
    return found


def azure_commands(log):
    """The commands that the agent of Azure Pipelines finds, wherever in a line they begin."""
    found = []
    for line in _lines(log):
        if command := _AZURE.search(line):
            properties = {}
            for pair in (command["properties"] or "").split(";"):
                key, _, value = pair.partition("=")
                for written, meant in (("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%")):
                    value = value.replace(written, meant)
                properties[key] = value
            message = command["message"]
            for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%AZP25", "%")):
                message = message.replace(written, meant)
            found.append((command["name"], properties, message))
    return found


def sarif_complaints(path):
    """What Microsoft's validator says, by the rules of SARIF and of GitHub; it exits with 0 whatever it finds."""
    system = {"Linux": "linux", "Darwin": "darwin", "Windows": "win32"}[platform.system()]
    tool = npm_package("@microsoft", f"sarif-multitool-{system}", "Sarif.Multitool")
    tool.chmod(tool.stat().st_mode | 0o100)
    command = [tool, "validate", path, "--rule-kind", "Sarif;Ghas"]
    # Globalisation of .NET needs a library that images of CI often lack.
    settings = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    said = subprocess.run(command, capture_output=True, text=True, check=False, env=settings).stdout
    assert "Analysis completed successfully" in said or re.search(r"(error|warning) [A-Z]+\d+", said), said
    return re.findall(r"(?:error|warning) ([A-Z]+\d+): (.*)", said)
