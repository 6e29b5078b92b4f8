# SPDX-License-Identifier: Apache-2.0
"""What every part of a strategy document shares: strictness, questions, and the types of single values.

A field that is not stated is ``None`` and means *unknown*, never "no". A list that is stated is complete,
unless the document names it as incomplete: ``topics: [price]`` says that nothing else is a topic, and an empty list
says that there is none.

Nothing in here knows a section of the document.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated, Any, Generic, Self, TypeVar, overload

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from govrules import taxonomy
from govrules.day import read_day
from govrules.source.annotations import Code
from govrules.source.errors import cut
from govrules.source.model_errors import TERSE
from govrules.source.suggest import did_you_mean

T = TypeVar("T")


class Derived(Generic[T]):
    """A value that follows from fields of its part: rules may read it, no document states it, and no dump holds it."""

    def __init__(self, value: Callable[[Any], T], question: str, rests_on: tuple[str, ...], unit: str | None) -> None:
        """``value`` takes the part; ``question`` is what the value answers, from the sibling fields ``rests_on``."""
        self.value = value
        self.question = question
        self.rests_on = rests_on
        self.unit = unit

    @overload
    def __get__(self, part: None, owner: type) -> Self: ...
    @overload
    def __get__(self, part: object, owner: type) -> T: ...
    def __get__(self, part: object | None, owner: type) -> Self | T:
        """The value of a part; the description itself, asked of the class."""
        return self if part is None else self.value(part)


def derived(
    question: str, *, rests_on: tuple[str, ...], unit: str | None = None
) -> Callable[[Callable[[Any], T]], Derived[T]]:
    """Declare a value that follows from fields, by the question that it answers."""
    return lambda value: Derived(value, question, rests_on, unit)


class Part(BaseModel):
    """A part of the document: frozen, typed strictly, and closed to keys that it does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        defer_build=True,
        ignored_types=(Derived,),
        protected_namespaces=(),  # its lowest version takes model_... for names of its own
    )


def ask(question: str, *, unit: str | None = None, at_least: float | None = None, at_most: float | None = None) -> Any:
    """Declare an optional field by the question that its author answers.

    ``unit`` names what a number counts (hours, days, percent, ...); ``at_least`` and ``at_most`` bound it.
    """
    return Field(
        default=None, description=question, json_schema_extra={"unit": unit} if unit else None, ge=at_least, le=at_most
    )


def percent(question: str) -> Any:
    """Declare a share as a number from 0 to 100."""
    return ask(question, unit="percent", at_least=0, at_most=100)


def amount(question: str, unit: str) -> Any:
    """Declare a number that cannot be negative."""
    return ask(question, unit=unit, at_least=0)


def _read_day(value: object) -> object:
    day = value if isinstance(value, date) else read_day(value)
    if day is None:
        raise PydanticCustomError("day", "is not a date; write it as YYYY-MM-DD, for example 2026-11-23")
    return day


def _suggested(word: str, names: Iterable[str], info: ValidationInfo) -> str | None:
    return None if (info.context or {}).get(TERSE) else did_you_mean(word, names)


def _read_jurisdiction(value: object, info: ValidationInfo) -> object:
    tree = taxonomy.jurisdictions()
    if not isinstance(value, str):
        raise PydanticCustomError("jurisdiction", "is not a jurisdiction; write its code, for example US, US-CA, EU")
    if not tree.knows(value):
        hint = "write GB" if value.upper() == "UK" else _suggested(value, tree.names, info)
        raise PydanticCustomError(
            "jurisdiction",
            "'{value}' is not a jurisdiction; use an ISO 3166 code (US, GB, NO), a listed subdivision (US-CA), "
            "EU, or ZZ for worldwide{hint}",
            {"value": cut(value), "hint": f"; {hint}" if hint else ""},
        )
    return value


def _read_sector(value: object, info: ValidationInfo) -> object:
    tree = (info.context or {}).get("sectors") or taxonomy.sectors()
    if not isinstance(value, str):
        raise PydanticCustomError("sector", "is not a sector; write one by its name, for example bank")
    if not tree.knows(value):
        alias = taxonomy.sector_alias(value)
        hint = f"write {alias}" if alias else _suggested(value, tree.names, info)
        raise PydanticCustomError(
            "sector",
            "'{value}' is not a sector; `govrules rules --sectors` lists them{hint}",
            {"value": cut(value), "hint": f"; {hint}" if hint else ""},
        )
    return value


def _read_path(value: object) -> object:
    if isinstance(value, str) and (not value.strip() or "\0" in value):
        raise PydanticCustomError("path", "is not a path; name a file or folder")
    return value


Many = Annotated[tuple[T, ...], Strict(False)]
Day = Annotated[date, Strict(False), BeforeValidator(_read_day), WithJsonSchema({"type": "string", "format": "date"})]
PathText = Annotated[str, BeforeValidator(_read_path), StringConstraints(min_length=1)]
Jurisdiction = Annotated[str, BeforeValidator(_read_jurisdiction), Code("jurisdiction")]
Market = Annotated[str, BeforeValidator(_read_jurisdiction), Code("market")]
Sector = Annotated[str, BeforeValidator(_read_sector), Code("sector")]


class Scoped(Part):
    """A part that can narrow the strategy's markets and sectors to its own."""

    name: str | None = ask("What is it called?")
    markets: Many[Market] | None = ask("Which markets does it reach, where these are not all of the strategy's?")
    sectors: Many[Sector] | None = ask(
        "Which of the organisation's sectors does it speak for, where it is not all of them (for example only the "
        "broker-dealer affiliate)?"
    )
