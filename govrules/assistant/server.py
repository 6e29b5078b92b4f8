# SPDX-License-Identifier: Apache-2.0
"""The desk as a server of the Model Context Protocol, on standard input and output. Needs ``govrules[mcp]``."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from govrules.assistant.desk import Desk
from govrules.source.errors import InputError
from govrules.version import VERSION

_INSTRUCTIONS = """\
govrules judges a social media strategy, a YAML file, by rules of law and good governance. You read the documents that
people have and propose answers; govrules checks that your quote stands in the document word for word and refuses what
is not there. Never answer from general knowledge or from silence: leave what the documents do not say to the person.
Say what was not checked, and that this is not legal advice, whenever you pass a verdict on."""

_Tool = TypeVar("_Tool", bound=Callable[..., Any])


def server_for(desk: Desk) -> MCPServer:
    """A server whose tools are those of the desk."""
    server = MCPServer("govrules", version=VERSION, instructions=_INSTRUCTIONS, log_level="ERROR")
    tools: tuple[Callable[..., Any], ...] = (
        desk.next_questions,
        desk.propose_answer,
        desk.check,
        desk.explain,
        desk.rules,
    )
    for tool in tools:
        server.add_tool(_told(tool), name=tool.__name__)
    return server


def _told(tool: _Tool) -> Any:
    """The tool, which tells the assistant what is wrong with its input, and the way out."""

    @wraps(tool)
    def told(*args: Any, **named: Any) -> Any:
        try:
            return tool(*args, **named)
        except InputError as error:
            raise ToolError("\n".join(map(str, error.problems))) from None

    return told
