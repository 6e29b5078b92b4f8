# SPDX-License-Identifier: Apache-2.0
"""The editor's side of it: marks, help and examples by the Language Server Protocol. Needs ``govrules[lsp]``."""

from collections.abc import Callable
from datetime import date

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from govrules.assessment.location import Location
from govrules.editor.help import Helper, Spot
from govrules.editor.marks import Mark, Weight, kind_of, marks, tried
from govrules.ruleset.rule import Rulesets
from govrules.source.errors import InputError, Place
from govrules.version import VERSION

TRY = "govrules.try"
"""The command that runs the examples of a rule: takes the address of the document and the rule's id."""
_WEIGHTS: dict[Weight, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "information": types.DiagnosticSeverity.Information,
    "hint": types.DiagnosticSeverity.Hint,
}


def server_for(rulesets: Rulesets, today: Callable[[], date]) -> LanguageServer:
    """A server that judges strategies by these rulesets, as of the day on which it is asked."""
    server = LanguageServer("govrules", VERSION)

    def helper(uri: str) -> Helper:
        document = server.workspace.get_text_document(uri)
        return Helper(document.source, to_fs_path(uri) or uri, rulesets)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidOpenTextDocumentParams | types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        document = server.workspace.get_text_document(uri)
        file = to_fs_path(uri) or uri
        found = [_diagnostic(mark) for mark in marks(document.source, file, rulesets, today())]
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, document.version))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        told = helper(params.text_document.uri).told(params.position.line, params.position.character)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, told)) if told else None

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[":", " ", "."]))
    def completion(params: types.CompletionParams) -> list[types.CompletionItem]:
        offers = helper(params.text_document.uri).offers(params.position.line, params.position.character)
        return [types.CompletionItem(one.text.rstrip(": "), detail=one.meaning, insert_text=one.text) for one in offers]

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> types.Location | None:
        spot = helper(params.text_document.uri).leads_to(params.position.line, params.position.character)
        return _location(spot) if spot else None

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    def lenses(params: types.CodeLensParams) -> list[types.CodeLens]:
        uri = params.text_document.uri
        document = helper(uri)
        if kind_of(document.text) != "ruleset":
            return []
        return [
            types.CodeLens(_line(line), types.Command("Run its examples", TRY, arguments=[uri, rule]))
            for line, rule in document.rules()
        ]

    @server.command(TRY)
    def run(uri: str, rule: str) -> str:
        document = helper(uri)
        try:
            said = tried(document.text, document.file, rule)
        except InputError as error:
            said = str(error)
        server.window_log_message(types.LogMessageParams(types.MessageType.Info, said))
        return said

    return server


def _diagnostic(mark: Mark) -> types.Diagnostic:
    return types.Diagnostic(
        _range(mark.place),
        mark.message,
        _WEIGHTS[mark.weight],
        code=mark.code,
        code_description=types.CodeDescription(mark.url) if mark.url else None,
        source="govrules",
    )


def _range(place: Place | Location | None) -> types.Range:
    if place is None:
        return _line(0)
    start = types.Position(place.line - 1, place.column - 1)
    return types.Range(start, types.Position(place.end_line - 1, place.end_column - 1))


def _line(number: int) -> types.Range:
    return types.Range(types.Position(number, 0), types.Position(number + 1, 0))


def _location(spot: Spot) -> types.Location:
    return types.Location(from_fs_path(spot.file) or spot.file, _line(spot.line))
