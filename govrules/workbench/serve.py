# SPDX-License-Identifier: Apache-2.0
"""Serves the workbench's folder on this machine alone, with the headers that keep it there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from govrules.source.errors import InputError
from govrules.workbench.folder import policy

ADDRESS = "127.0.0.1"


# Whatever the machine's own list of types says.
_TYPES = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".wasm": "application/wasm"}


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = _TYPES

    def send_head(self):  # type: ignore[no-untyped-def]
        # Another site's page may make a browser ask this address by a name of its own.
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        if host not in (ADDRESS, "localhost"):
            self.send_error(403, "the workbench answers to this machine alone")
            return None
        return super().send_head()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", policy())
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each file."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves in the middle of a file is nobody's fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[ThreadingHTTPServer]:
    """A server of the folder, which answers to this machine alone; port 0 is any that is free.

    Raises InputError where the port is taken.
    """
    try:
        server = _Server((ADDRESS, port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError.of(f"port {port} cannot be used: {reason}", "name another with --port") from None
    with server:
        yield server
