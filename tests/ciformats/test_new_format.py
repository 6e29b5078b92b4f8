# SPDX-License-Identifier: Apache-2.0
"""A new format is one module and one line: nothing else needs to know of it to use it from the command line."""

import subprocess
import sys

import pytest

MODULE = """
from govrules.output.format import OPTIONS, Format, Options

def render(reports, options: Options = OPTIONS):
    return "".join(f"{report.title}\\n" for report in reports)

FORMAT = Format("titles", "titles", render{more})
"""
RUN = """
from govrules.output.formats import MODULES
MODULES["titles"] = "made_up"
from govrules.cli.main import main
main()
"""
OPTIONS = ("--no-bundled", "--no-config", "--fail-on", "never")


@pytest.fixture
def run(tmp_path, rules_file):
    """Run the command with a format of the test's own."""

    def made_up(*arguments, more=""):
        (tmp_path / "made_up.py").write_text(MODULE.replace("{more}", more))
        for name in ("one", "two"):
            (tmp_path / f"{name}.yaml").write_text(f"title: {name}\norganisation: {{name: O}}\n")
        command = [sys.executable, "-c", RUN, "check", *OPTIONS, "-r", rules_file, *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    return made_up


def test_it_is_printed_and_named_among_the_formats(run):
    assert run("one.yaml", "two.yaml", "--format", "titles").stdout == "one\ntwo\n"
    assert "titles" in run("--help").stdout


def test_it_is_written_to_files(run, tmp_path):
    assert run("one.yaml", "two.yaml", "-q", "-o", "titles={name}.txt").returncode == 0
    assert (tmp_path / "two.txt").read_text() == "two\n"


@pytest.mark.parametrize(
    ("more", "arguments", "said"),
    [
        (', kind="binary"', (), "--format titles is not for a terminal; name a file with --output"),
        (', reports="one"', ("two.yaml",), "titles is written for one strategy at a time"),
        (', extra="own", packages=("absent_package",)', (), "needs the package absent_package"),
        (', extra="own", packages=("absent_package",)', (), "pip install 'govrules[own]'"),
    ],
)
def test_what_it_states_of_itself_holds(run, more, arguments, said):
    done = run("one.yaml", *arguments, "--format", "titles", more=more)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())
