# SPDX-License-Identifier: Apache-2.0
"""The image, as far as it can be told without an engine: what it copies is there and is enough, what it installs works,
and what it starts is govrules."""

import json
import shutil
import subprocess

import pytest
from clean_shell import ONLY_ACME, ROOT, clean_environment
from dockerfile_parse import DockerfileParser

with (ROOT / "Containerfile").open("rb") as _file:
    STEPS = [(step["instruction"], step["value"]) for step in DockerfileParser(fileobj=_file).structure]
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()


def all_of(instruction):
    return [value for name, value in STEPS if name == instruction]


def copied():
    """What is copied from the checkout: source and place."""
    for value in all_of("COPY"):
        *sources, place = value.split()
        if not sources[0].startswith("--from="):
            yield from ((source, place) for source in sources)


@pytest.fixture(scope="session")
def image(tmp_path_factory):
    """A folder that is laid out as the image is, in which the command that installs has been run."""
    root = tmp_path_factory.mktemp("image")
    for source, place in copied():
        target = root / place.strip("/")
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.mkdir(exist_ok=True)
            shutil.copy(ROOT / source, target)
    (root / "opt").mkdir()
    (install,) = (value for value in all_of("RUN") if "pip install" in value)
    placed = install.replace("/src", f"{root}/src").replace("/opt/", f"{root}/opt/")
    assert placed.count(str(root)) == 3
    subprocess.run(["sh", "-eu", "-c", placed], check=True, cwd=root, env=clean_environment())
    return root


def test_nothing_is_copied_that_is_not_sent_and_nothing_else_is_sent():
    sources = [source for source, _ in copied()]
    assert len(sources) > 4
    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert "*" in IGNORED
    assert sorted(line.removeprefix("!") for line in IGNORED if line.startswith("!")) == sorted(sources)


def test_what_is_built_is_what_is_shipped():
    (built,) = (value.split() for value in all_of("COPY") if value.startswith("--from=build"))
    assert built[1] == built[2] == "/opt/govrules"
    assert len(set(value.split()[0] for value in all_of("FROM"))) == 1
    assert "PATH=/opt/govrules/bin:$PATH" in all_of("ENV")


def test_it_runs_as_nobody_in_particular():
    (user,) = all_of("USER")
    assert user.isdecimal() and int(user) > 1000
    assert f"useradd --uid {user} " in " ".join(all_of("RUN"))
    assert STEPS.index(("USER", user)) < STEPS.index(("WORKDIR", "/policies"))


@pytest.mark.long
def test_it_checks_a_strategy_and_writes_its_reports(image, policies):
    """The entry point, in the folder that is mounted."""
    (command,) = map(json.loads, all_of("ENTRYPOINT"))
    arguments = [*command, "check", *ONLY_ACME, "--output=html=r.html", "--output=xlsx=r.xlsx"]
    for strategy, code in (("good", 0), ("bad", 1)):
        result = subprocess.run(
            [*arguments, f"strategies/{strategy}.yaml"],
            cwd=policies,
            # What is not in the folder cannot be found.
            env=clean_environment(image / "opt" / "govrules" / "bin"),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert result.returncode == code, result.stdout + result.stderr
    assert "There is no crisis plan." in (policies / "r.html").read_text(encoding="utf-8")
    assert (policies / "r.xlsx").stat().st_size > 1000


def test_git_trusts_the_folder_in_which_it_works():
    (folder,) = all_of("WORKDIR")
    assert f"git config --system --add safe.directory {folder} " in " ".join(all_of("RUN"))
