# SPDX-License-Identifier: Apache-2.0
"""The guides on configuration and waivers say what is so: their files are read, their commands give what they show."""

import re
from pathlib import Path

import pytest
from command_line import called

from govrules.assessment.waivers import WAIVER_RULES
from govrules.repository.config import Config, read_config
from govrules.repository.waivers import read_waivers

DOCS = Path(__file__).parents[2] / "docs"


def block(page, title):
    """The text of a titled block of code."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.search(rf'```\w+ title="{re.escape(title)}"\n(.*?)```', text, re.DOTALL)[1]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with the configuration of the guide."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "govrules.yaml").write_text(block("configuration.md", "govrules.yaml"))
    (tmp_path / "strategies" / "drafts").mkdir(parents=True)
    return tmp_path


def test_the_configuration_can_be_read_and_every_setting_is_told(folder):
    config = read_config(folder / "govrules.yaml").config
    assert config.waiver_days == 180
    text = (DOCS / "configuration.md").read_text(encoding="utf-8")
    table = text[text.index("| Setting |") : text.index("Paths and patterns are relative")]
    assert set(
        re.findall(r"`(\w+)`", " ".join(line.split("|")[1] for line in table.splitlines() if "|" in line))
    ) == set(Config.model_fields)


def test_config_show_gives_what_the_guide_shows(folder):
    (folder / "strategies/drafts/new.yaml").write_text("title: T\norganisation: {name: O}\n")
    done = called("config", "show", "strategies/drafts/new.yaml", cwd=folder)
    said = [line.split() for line in done.stdout.splitlines()]
    text = (DOCS / "configuration.md").read_text(encoding="utf-8")
    shown = re.search(r"```text\n(Setting .*?)```", text, re.DOTALL)[1]
    for line in shown.splitlines():
        assert line.split() in said, line


def test_the_waivers_can_be_read(folder):
    (folder / "strategies/brokerage.yaml").write_text("title: T\norganisation: {name: O}\n")
    path = folder / "waivers.yaml"
    path.write_text(block("waivers.md", "waivers.yaml"))
    (waiver,) = read_waivers([path], folder).about(str(folder / "strategies/brokerage.yaml"))
    assert waiver.waiver.subject == "Podcast"


def test_every_rule_about_waivers_is_told():
    text = (DOCS / "waivers.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`(zz-waiver-[a-z-]+)`", text)) == set(WAIVER_RULES)
