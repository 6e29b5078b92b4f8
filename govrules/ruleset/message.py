# SPDX-License-Identifier: Apache-2.0
"""Message templates: text with ``{field}`` in it. A placeholder names a field of the subject or a parameter, in
a remedy a parameter alone; nothing else can be reached, and nothing is ever run."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from govrules.logic.shape import Shape
from govrules.source.suggest import did_you_mean

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PARAMETER = re.compile(r"\{(\w+)\}")


def placeholder_faults(template: str, shape: Shape, parameters: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    """Yield message and hint for each placeholder that the subject does not have, and for braces without a partner."""
    rest = _PLACEHOLDER.sub("", template)
    if "{" in rest or "}" in rest:
        yield "a brace in the message has no partner", "write {field}, or leave the brace out"
    for name in _PLACEHOLDER.findall(template):
        if name in parameters or name == "label":
            continue
        current: Shape | None = shape
        for step in name.split("."):
            attribute = current.attributes.get(step) if current else None
            if attribute is None:
                known = (*(current.attributes if current else ()), *parameters, "label")
                yield f"the subject has no field '{name}' for the message", did_you_mean(step, known)
                break
            current = attribute.type.part if not attribute.type.many else None


def parameter_faults(template: str, parameters: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    """Yield message and hint for each ``{name}`` in a remedy that is no parameter. Other braces are plain text."""
    for name in _PARAMETER.findall(template):
        if name not in parameters:
            hint = did_you_mean(name, parameters) or "a remedy names parameters alone"
            yield f"'{name}' is not a parameter of the rule", hint


def fill(template: str, label: str, subject: Any, parameters: Mapping[str, Any]) -> str:
    """Fill a template that has been checked. ``{label}`` and ``{name}`` give what the subject is called."""

    def value_of(found: re.Match[str]) -> str:
        name = found[1]
        if name in ("label", "name"):
            return label
        if name in parameters:
            return shown(parameters[name])
        value = subject
        for step in name.split("."):
            value = getattr(value, step) if value is not None else None
        return shown(value)

    return _PLACEHOLDER.sub(value_of, template)


def fill_parameters(template: str, parameters: Mapping[str, Any]) -> str:
    """Fill a remedy that has been checked."""
    return _PARAMETER.sub(lambda found: shown(parameters[found[1]]), template)


def shown(value: Any) -> str:
    """Write a value of a strategy as a reader expects it."""
    if value is None:
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(shown(item) for item in value) or "none"
    return str(value)
