# SPDX-License-Identifier: Apache-2.0
"""Settings with where each comes from, as a table or as data. Each is its name, its value and its origin."""

import json
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from govrules.output.presentation.escaping import safe_line

_Setting = tuple[str, Any, str]


def print_settings(settings: Iterable[_Setting], source: str | None, strategy: str | None, console: Console) -> None:
    """Print settings; ``source`` is the file of the configuration, ``strategy`` the one for which they are."""
    found = f"Configuration: {source}" if source else "Configuration: none"
    about = f", as it is for {strategy}" if strategy else ""
    console.print(Text(safe_line(f"{found}{about}"), style="bold"), soft_wrap=True)
    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("Setting", "Value", "From"):
        table.add_column(heading, overflow="fold")
    for name, value, origin in settings:
        style = "" if source is None or origin != "default" else "dim"
        table.add_row(*(Text(safe_line(cell), style=style) for cell in (name, _written(value), origin)))
    console.print(table)


def settings_as_data(settings: Iterable[_Setting], source: str | None, strategy: str | None) -> dict[str, Any]:
    """Settings as plain data, for JSON."""
    listed = {name: {"value": value, "from": origin} for name, value, origin in settings}
    return {"configuration": source, "strategy": strategy, "settings": listed}


def _written(value: Any) -> str:
    if value is None or value == "":
        return "none"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
