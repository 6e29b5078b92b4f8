# SPDX-License-Identifier: Apache-2.0
"""Rules of the United States are spelled in American English, all others but Canada's in British English.

The dictionary is codespell's, which also finds plain misspellings.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import codespell_lib
import pytest

from govrules.ruleset.model import RuleText
from govrules.taxonomy import jurisdictions
from tests.bundled import bundled

pytestmark = pytest.mark.long  # it spells all rules twice

DICTIONARY = Path(codespell_lib.__file__).parent / "data" / "dictionary_en-GB_to_en-US.txt"
EITHER = {
    "check",  # a bank's, and any
    "inquire",
    "inquiries",
    "inquiry",
    "judgment",  # of a court
    "judgments",
    "license",  # the verb in British English too
    "licensed",
    "licenses",
    "licensing",
    "meter",
    "practice",  # the noun in British English too
    "practices",
    "program",  # of a computer
    "programs",
    "story",
    "stories",
    "tire",
    "toward",
}
"""American spellings that are also words of British English."""


def prose(text: RuleText) -> Iterator[str]:
    """All that a rule says to a reader in words of its own; citations and official names are left out."""
    yield text.title
    yield text.finding
    yield text.remedy.do
    yield from filter(None, (text.praise, text.outdated_view, text.current_position, text.note))
    if text.status:
        yield text.status.note
    yield from (parameter.unit for parameter in text.parameters.values())


def misspelled(lines: list[str], *options: str) -> list[str]:
    """The lines in which codespell finds something, each followed by what it found."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(lines))
        file.flush()
        command = [sys.executable, "-m", "codespell_lib", "--ignore-words-list", ",".join(sorted(EITHER)), *options]
        done = subprocess.run([*command, file.name], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 65), done.stderr
    found = [line.removeprefix(f"{file.name}:").split(": ", 1) for line in done.stdout.splitlines()]
    return [f"{lines[int(number) - 1]} [{words}]" for number, words in found]


def of(*, american: bool) -> list[str]:
    """The prose of the bundled rules, each line beginning with the id of its rule."""
    places = jurisdictions()
    return [
        f"{rule.id}: {' '.join(words.split())}"
        for rule in bundled().rules.values()
        if places.covers("US", rule.text.jurisdiction) is american and not places.covers("CA", rule.text.jurisdiction)
        for words in prose(rule.text)
    ]


@pytest.fixture(scope="module")
def american_to_british(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """codespell's dictionary the other way round."""
    pairs = [line.split("->") for line in DICTIONARY.read_text(encoding="utf-8").splitlines() if "," not in line]
    turned = {american.strip(): british for british, american in pairs}
    file = tmp_path_factory.mktemp("spelling") / "en-US_to_en-GB.txt"
    file.write_text("".join(f"{american}->{british}\n" for american, british in turned.items()), encoding="utf-8")
    return file


def test_rules_of_the_united_states_are_in_american_english() -> None:
    assert misspelled(of(american=True), "--builtin", "en-GB_to_en-US") == []


def test_all_others_are_in_british_english(american_to_british: Path) -> None:
    assert misspelled(of(american=False), "--dictionary", str(american_to_british)) == []


def test_nothing_is_misspelled() -> None:
    assert misspelled([*of(american=True), *of(american=False)]) == []


def test_no_check_is_blind(american_to_british: Path) -> None:
    british, american, wrong = "the organisation", "the organization", "teh organisation"
    assert misspelled([british], "--builtin", "en-GB_to_en-US") == [f"{british} [organisation ==> organization]"]
    assert misspelled([american], "--dictionary", str(american_to_british)) == [
        f"{american} [organization ==> organisation]"
    ]
    assert misspelled([wrong]) == [f"{wrong} [teh ==> the]"]
