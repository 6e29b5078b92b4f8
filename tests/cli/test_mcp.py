# SPDX-License-Identifier: Apache-2.0
"""An assistant reads, govrules judges: the server over standard input and output, with the protocol's own client."""

import asyncio

import pytest
from command_line import COMMAND, called
from mcp import Client, StdioServerParameters

from govrules import load_strategy

ARCHIVE = "governance.records.archive_enabled"
WORDS = "We keep every post, edit and comment for six years in the archive."
STRATEGY = """\
title: Plan
organisation: {name: Harbour Bank, sectors: [bank], established_in: [US], staff_in: [US]}
markets: [US]
"""
PROPOSED = {"strategy": "s.yaml", "field": ARCHIVE, "value": "yes", "document": "policy.md"}


@pytest.fixture
def folder(tmp_path):
    """A folder with a strategy and a policy, and a file outside of it."""
    place = tmp_path / "folder"
    place.mkdir()
    (place / "s.yaml").write_text(STRATEGY)
    (place / "policy.md").write_text(f"# Policy\n\n## Records\n\n{WORDS}\n")
    (tmp_path / "secret.md").write_text(f"{WORDS}\n")
    (place / "link.md").symlink_to(tmp_path / "secret.md")
    return place


@pytest.fixture
def talk(folder):
    """Call tools of one server, one after another; the results."""

    async def spoken(calls):
        command, *arguments = COMMAND
        server = StdioServerParameters(command=command, args=[*arguments, "mcp", "--folder", str(folder)])
        async with Client(server) as client:
            tools = [tool.name for tool in (await client.list_tools()).tools]
            return tools, [await client.call_tool(name, said) for name, said in calls]

    return lambda *calls: asyncio.run(spoken(calls))


def words(result):
    """What a tool says, as text."""
    return " ".join(one.text for one in result.content)


def test_an_assistant_fills_in_a_strategy_and_has_it_checked(talk, folder):
    tools, (asked, taken, checked, explained, listed) = talk(
        ("next_questions", {"strategy": "s.yaml", "documents": ["policy.md"]}),
        ("propose_answer", PROPOSED | {"quote": WORDS, "where": "Records"}),
        ("check", {"strategy": "s.yaml"}),
        ("explain", {"rule": "zz-records-archive", "strategy": "s.yaml"}),
        ("rules", {"words": "archive", "market": "US"}),
    )
    assert tools == ["next_questions", "propose_answer", "check", "explain", "rules"]
    question = asked.structured_content["question"]
    assert question["field"] == "data_uses"
    assert question["weightiest"]
    assert taken.structured_content["taken"] == [ARCHIVE]
    strategy = load_strategy(folder / "s.yaml").strategy
    assert strategy.governance.records.archive_enabled is True
    (passage,) = strategy.passages
    assert (passage.quote, passage.document, passage.where) == (WORDS, "policy.md", "line 5 under “Records”")
    assert checked.structured_content["verdict"].startswith("Not decided: ")
    assert checked.structured_content["disclaimer"].startswith("This is not legal advice.")
    assert ARCHIVE in words(explained)
    assert all(one["severity"] for one in listed.structured_content["rules"])


REFUSED = [
    ({"quote": "We keep every post for ten years in the archive."}, "does not stand in policy.md, word for word"),
    ({"quote": "archive"}, "does not stand in policy.md, word for word"),
    ({"where": "Approvals"}, "it stands here: line 5 under “Records”"),
    ({"value": "perhaps"}, "yes or no"),
    ({"field": "governance.recods"}, "did you mean 'records'?"),
    ({"document": "../secret.md"}, "is outside of the folder"),
    ({"document": "link.md"}, "is outside of the folder"),
    ({"strategy": "none.yaml"}, "there is no strategy none.yaml"),
]


def test_what_does_not_hold_is_refused_and_nothing_is_written(talk, folder):
    right = PROPOSED | {"quote": WORDS, "where": "Records"}
    _, results = talk(*(("propose_answer", right | changed) for changed, _ in REFUSED))
    for refused, (_, said) in zip(results, REFUSED, strict=True):
        assert refused.is_error
        assert said in words(refused)
    assert (folder / "s.yaml").read_text() == STRATEGY
    assert sorted(path.name for path in folder.iterdir()) == ["link.md", "policy.md", "s.yaml"]


def test_a_folder_that_is_none_is_refused(tmp_path):
    done = called("mcp", "--folder", "nowhere", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere is not a folder" in done.stderr
