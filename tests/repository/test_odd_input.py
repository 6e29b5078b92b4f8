# SPDX-License-Identifier: Apache-2.0
"""Odd files, names and configurations: one clear message and exit code 2, nothing half written, nothing replaced."""

import json
import os
import shutil
import stat
import subprocess
import sys

import pytest

from govrules.today import today

LONG = "x" * 5000


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("govrules.yaml", "strategies: [plans]\nexclude: ['!']\n"),
        ("govrules.yaml", "strategies: [plans]\noverrides: [{files: ['!'], fail_on: never}]\n"),
        ("govrules.yaml", f"strategies: [{LONG}]\n"),
        ("govrules.yaml", f"strategies: [plans]\nwaivers: [{LONG}]\n"),
        ("govrules.yaml", f"strategies: [plans]\nbaseline: {LONG}\n"),
        ("govrules.yaml", f"strategies: [plans]\noutput: {{json: {LONG}}}\n"),
        ("govrules.yaml", 'strategies: ["a\\0b"]\n'),
        ("govrules.yaml", 'strategies: [plans]\nwaivers: ["a\\0b"]\n'),
        ("govrules.yaml", 'strategies: [plans]\noutput: {json: "a\\0b"}\n'),
        ("pyproject.toml", f"[tool.govrules]\njobs = {'9' * 5000}\n"),
        ("pyproject.toml", f"[tool.govrules]\nx = {'[' * 5000}{']' * 5000}\n"),
    ],
    ids=lambda text: text[:60],
)
def test_an_odd_configuration_is_one_message(govrules, strategy, write, git, file, text):
    git("init")
    strategy("plans/s.yaml")
    write(file, text)
    done = govrules("check", *(["plans"] if file.endswith("toml") else []), "--no-bundled", "-r", "rules.yaml")
    assert done.code == 2
    assert done.err.startswith("error: ")
    assert "Traceback" not in done.err


@pytest.mark.parametrize("text", ['waivers: [{strategy: "s.yaml\\0"}]', f"waivers: [{{strategy: {LONG}}}]"])
def test_an_odd_path_in_a_waiver_is_one_message(check, strategy, write, text):
    strategy()
    write("w.yaml", text)
    done = check("s.yaml", "--waivers", "w.yaml")
    assert done.code in (1, 2)
    assert done.err.startswith("error: ")


@pytest.mark.parametrize("link", ["nowhere.md", "loop.md"])
def test_a_link_that_leads_nowhere_is_one_message(check, strategy, folder, link):
    strategy("plans/s.yaml")
    (folder / "plans/loop.md").symlink_to(link)
    done = check("plans")
    assert (done.code, done.out) == (2, "")
    assert "plans/loop.md" in done.err


def test_a_name_that_is_no_unicode_is_shown_in_every_format(folder, strategy):
    path = strategy()
    os.rename(path, os.fsencode(folder) + b"/caf\xe9.yaml")
    for format_ in ("text", "json", "sarif", "junit", "github", "gitlab", "azure", "tap", "jsonl", "markdown", "oscal"):
        command = [sys.executable, "-m", "govrules", "check", b"caf\xe9.yaml", "--format", format_]
        options = ["--no-bundled", "-r", "rules.yaml"]
        done = subprocess.run([*command, *options], cwd=folder, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b""), format_
        done.stdout.decode("utf-8")


@pytest.mark.parametrize("options", [(), ("--format", "json")])
def test_a_full_disk_is_told(folder, strategy, options):
    strategy()
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "govrules", "check", "s.yaml", "--no-bundled", "-r", "rules.yaml", *options]
        done = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
    assert "No space left" in done.stderr


def test_all_files_are_written_or_none_whatever_stands_in_the_way(check, strategy, folder):
    strategy("a.yaml")
    strategy("b.yaml")
    (folder / "build/j.xml").mkdir(parents=True)
    done = check("a.yaml", "-q", "-o", "sarif=build/a.sarif", "-o", "junit=build/j.xml")
    assert done.code == 2
    done = check("a.yaml", "b.yaml", "--format", "html", "-o", "sarif=build/a.sarif")
    assert done.code == 2
    assert [path.name for path in (folder / "build").iterdir()] == ["j.xml"]


def test_a_link_stays_a_link_and_a_mode_a_mode(check, govrules, strategy, folder):
    strategy(plan=False)
    real = folder / "real.json"
    real.write_text("")
    real.chmod(0o600)
    (folder / "link.json").symlink_to(real)
    assert check("s.yaml", "-o", "json=link.json").code == 1
    assert (folder / "link.json").is_symlink()
    assert "reports" in json.loads(real.read_text())
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert check("s.yaml", "-o", "json=/dev/null").code == 1
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@pytest.fixture
def waive(govrules, strategy):
    """Waive a gap of s.yaml."""
    strategy(plan=False)

    def call(*arguments, strategy="s.yaml", reason="r", by="CRO"):
        options = ("--reason", reason, "--accepted-by", by, "--expires", str(today()))
        return govrules("waive", strategy, "zz-plan", *arguments, *options, "--no-bundled", "-r", "rules.yaml")

    return call


@pytest.mark.parametrize(
    ("options", "said", "message"),
    [
        (("--file", "w.yaml"), {"by": " "}, "the waiver would not count: it does not say who accepted it"),
        (("--file", "w.yaml"), {"reason": ""}, "the waiver would not count: it does not state its reason"),
        (("--file", "w.json"), {}, "w.json would not be a YAML file"),
        (("--file", "other.yaml"), {}, "'waivers' is missing"),
        (("--file", "w.yaml"), {"strategy": "-"}, "standard input is not one"),
    ],
)
def test_waive_writes_nothing_that_would_not_count(waive, folder, write, options, said, message):
    write("other.yaml", "title: Other\norganisation: {name: O}\n")
    before = (folder / "other.yaml").read_text()
    done = waive(*options, **said)
    assert done.code == 2
    assert message in done.err or "has no field" in done.err
    assert (folder / "other.yaml").read_text() == before
    assert not (folder / "w.yaml").exists()
    assert not (folder / "-").exists()


@pytest.mark.parametrize("ticket", ["00918", "0x1F", "1e5", "+1", "true", "null", "2026-01-01", "NO", "~"])
def test_waive_writes_text_as_text(waive, check, ticket):
    assert waive("--file", "w.yaml", "--ticket", ticket).code == 0
    report = json.loads(check("s.yaml", "--waivers", "w.yaml", "--format", "json").out)["reports"][0]
    assert (report["waivers"][0]["ticket"], report["summary"]["waived"]) == (ticket, 1)


def test_a_baseline_is_written_only_if_it_can_be_read_again(govrules, check, strategy, folder):
    strategy(plan=False)
    govrules("baseline", "s.yaml", "-o", "b.json", "--no-bundled", "-r", "rules.yaml")
    data = json.loads((folder / "b.json").read_text())
    (entry,) = data["findings"]["s.yaml"]
    data["findings"]["other.yaml"] = [entry | {"fingerprint": f"{number:016x}"} for number in range(19_999)]
    (folder / "b.json").write_text(json.dumps(data))
    (folder / "other.yaml").touch()
    assert check("s.yaml", "--baseline", "b.json").code == 0
    strategy(plan=False, stop=False, Blog=False)
    done = govrules("baseline", "s.yaml", "-o", "b.json", "--no-bundled", "-r", "rules.yaml")
    assert (done.code, json.loads((folder / "b.json").read_text())) == (2, data)
    assert "the baseline would hold 20,001 findings, and 20,000 are the most" in done.err


def test_a_baseline_that_is_not_there_is_not_pruned(govrules, strategy, folder):
    strategy()
    done = govrules("baseline", "s.yaml", "-o", "b.json", "--prune", "--no-bundled", "-r", "rules.yaml")
    assert done.code == 2
    assert not (folder / "b.json").exists()


def test_a_call_that_is_wrong_for_every_strategy_is_told_once(check, strategy):
    for number in range(20):
        strategy(f"plans/{number}.yaml")
    done = check("plans", "--ignore", "nix", "--jobs", 2)
    assert done.code == 2
    assert done.err.count("error: ") == 1


def test_a_folder_with_a_bracket_in_its_name_is_no_glob(govrules, write, strategy, folder):
    write("[x]/govrules.yaml", "strategies: ['plans/*.yaml']\nrulesets: [rules.yaml]\nbundled: false\n")
    shutil.copy("rules.yaml", "[x]")
    strategy("[x]/plans/s.yaml")
    strategy("x/plans/bad.yaml", stop=False)
    (folder / "[x]/sub").mkdir()
    assert govrules("check", "-q", cwd=folder / "[x]/sub").code == 0


def test_a_lock_with_an_unknown_key_is_told_with_its_place(check, write, strategy):
    strategy()
    write("l.lock", '{"rulesets": {"house/rules": {"vversion": "1", "digest": "sha256:0"}}}')
    done = check("s.yaml", "--lock", "l.lock")
    assert done.code == 2
    assert "l.lock:1:31: 'rulesets.house/rules' has no field 'vversion'" in done.err
