# SPDX-License-Identifier: Apache-2.0
"""What an editor shows while strategies and rulesets are written, asked as an editor asks it."""

import pytest
import pytest_lsp
from command_line import COMMAND
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

STRATEGY = """\
title: Plan
organisation: {name: Harbour Bank, sectors: [bank], established_in: [US], staff_in: [US]}
markets: [US]
channels:
  - name: Page
    platform: linkedin
    archive:
      enabled: false
    visibility: 
"""
RULESET = """\
ruleset: acme/social
title: Rules of the house
version: 1.0.0
reviewed: 2026-11-01
extends: [general/governance]
sources:
  house: {citation: Handbook 4, authority: Acme, kind: house-practice, confidence: primary-verified}
concepts:
  - id: acme-public
    title: Channels that the public sees
    subject: channels
    when: {visibility: public}
rules:
  - id: zz-acme-owner
    title: Each public channel has an owner
    severity: minor
    basis: house
    jurisdiction: ZZ
    source: house
    subject: channels
    when: {is: acme-public}
    require: {owner: {stated: true}}
    finding: "{name} has no owner."
    remedy: {do: Name one., owner: social-team, effort: hours}
    examples:
      met: {channels: [{name: Page, visibility: public, owner: Ann}]}
      gap: {channels: [{name: Page, visibility: public, owner: ""}]}
"""


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[*COMMAND, "lsp"]))
async def client(lsp_client: LanguageClient):
    await lsp_client.initialize_session(
        types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri="file:///tmp")
    )
    yield
    await lsp_client.shutdown_session()


async def shown(client, uri, text):
    """Open a text; what the server marks in it."""
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri=uri, language_id="yaml", version=1, text=text))
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return client.diagnostics[uri]


def at(text, word):
    """The line and column of a word of a text."""
    before = text[: text.index(word)]
    return types.Position(before.count("\n"), len(before) - before.rfind("\n"))


@pytest.mark.long
@pytest.mark.asyncio
async def test_a_strategy_is_marked_told_of_and_completed(client, tmp_path):
    uri = (tmp_path / "plan.yaml").as_uri()
    document = types.TextDocumentIdentifier(uri)
    found = await shown(client, uri, STRATEGY)
    (archive,) = [one for one in found if one.code == "zz-channel-archive"]
    assert archive.range.start == types.Position(7, 15)
    assert archive.severity == types.DiagnosticSeverity.Information
    assert "ISO 15489-1:2016" in archive.message

    hover = await client.text_document_hover_async(types.HoverParams(document, at(STRATEGY, "visibility")))
    assert hover.contents.value.startswith("Who can see what is posted on the channel?")
    assert "- `closed-group`: closed group" in hover.contents.value
    end = types.Position(8, len("    visibility: "))
    offered = await client.text_document_completion_async(types.CompletionParams(document, end))
    assert {"public", "private"} <= {one.label for one in offered}

    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version=2, uri=uri),
            [types.TextDocumentContentChangeWholeDocument(STRATEGY.replace("visibility: ", "visibility: publik"))],
        )
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    (wrong,) = client.diagnostics[uri]
    assert wrong.range.start == types.Position(8, 16)
    assert "did you mean 'public'?" in wrong.message


@pytest.mark.long
@pytest.mark.asyncio
async def test_a_ruleset_is_marked_led_through_and_tried(client, tmp_path):
    uri = (tmp_path / "acme.yaml").as_uri()
    document = types.TextDocumentIdentifier(uri)
    found = await shown(client, uri, RULESET)
    assert not [one for one in found if one.severity == types.DiagnosticSeverity.Error and one.code == "malformed"]

    spot = await client.text_document_definition_async(
        types.DefinitionParams(document, types.Position(20, RULESET.splitlines()[20].index("acme-public") + 2))
    )
    assert (spot.uri, spot.range.start.line) == (uri, 8)
    extended = await client.text_document_definition_async(types.DefinitionParams(document, at(RULESET, "general/gov")))
    assert extended.uri.endswith("general/governance.yaml")
    hover = await client.text_document_hover_async(types.HoverParams(document, at(RULESET, "owner: {stated")))
    assert hover.contents.value.startswith("Who in the organisation is responsible for the channel")

    (lens,) = await client.text_document_code_lens_async(types.CodeLensParams(document))
    assert list(lens.command.arguments) == [uri, "zz-acme-owner"]
    said = await client.workspace_execute_command_async(
        types.ExecuteCommandParams(command=lens.command.command, arguments=list(lens.command.arguments))
    )
    assert "1 rule, 2 examples" in said

    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version=2, uri=uri),
            [types.TextDocumentContentChangeWholeDocument(RULESET.replace("{owner: {stated", "{ownr: {stated"))],
        )
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert any("owner" in one.message and one.range.start.line == 21 for one in client.diagnostics[uri])
