# SPDX-License-Identifier: Apache-2.0
"""Rulesets as they are written: the models of the YAML. Conditions are still plain data here; typing comes after."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from govrules.strategy.base import Day, Jurisdiction, Many, Part, Sector
from govrules.strategy.document import DocumentKind
from govrules.strategy.own_parts import FieldKind
from govrules.strategy.platforms import RegulatedTopic

Severity = Literal["showstopper", "major", "minor", "advice"]
SEVERITIES: tuple[Severity, ...] = ("showstopper", "major", "minor", "advice")
WEIGHTS: Mapping[Severity, int] = {"showstopper": 100, "major": 10, "minor": 2, "advice": 1}
"""How much a rule of each severity that waits for an answer counts when questions are ranked."""
Nexus = Literal["audience", "establishment", "staff", "listing"]
NEXUS: tuple[Nexus, ...] = ("audience", "establishment", "staff", "listing")
Basis = Literal["required", "expected", "standard", "house"]
BASES: tuple[Basis, ...] = ("required", "expected", "standard", "house")
"""Who asks for a rule, the most binding first: law, an authority's stated position, a named standard, nobody but us."""
SourceKind = Literal[
    "statute",
    "regulation",
    "case-law",
    "regulator-guidance",
    "standard",
    "industry-code",
    "platform-terms",
    "house-practice",
]
Confidence = Literal["primary-verified", "secondary-verified", "unverified"]
Owner = Literal[
    "board",
    "executive",
    "social-team",
    "marketing",
    "communications",
    "compliance",
    "legal",
    "privacy",
    "it-security",
    "hr",
    "finance",
    "investor-relations",
    "medical-affairs",
    "regulatory-affairs",
    "safety",
    "risk",
    "internal-audit",
    "customer-service",
]
Effort = Literal["hours", "days", "weeks", "months"]
StatusKind = Literal["unverified", "draft", "pending", "contested", "partly-vacated", "changing"]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
ProvisionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
RulesetId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)+$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_PART = r"^x-[a-z0-9]+(-[a-z0-9]+)*$"
_FIELD = r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"


def _read_part_name(value: object) -> object:
    if not isinstance(value, str) or not re.fullmatch(_PART, value):
        raise PydanticCustomError("own_part", "is not the name of a part; write x- and small letters, such as x-acme")
    return value


def _read_field_name(value: object) -> object:
    if not isinstance(value, str) or not re.fullmatch(_FIELD, value):
        raise PydanticCustomError(
            "own_field", "is not the name of a field; write small letters joined by _, such as brand_owner"
        )
    if hasattr(BaseModel, value) or value.startswith("model_"):
        raise PydanticCustomError("own_field", "cannot have this name; put another word before it, such as our_")
    return value


def _read_address(value: object) -> object:
    # What is no page of the web is shown and never linked; what cannot be taken apart is an oversight.
    try:
        if isinstance(value, str):
            _ = urlsplit(value).port
    except ValueError:
        message = "is not an address that can be read; write it in full, such as https://example.com/page"
        raise PydanticCustomError("address", message) from None
    return value


WebAddress = Annotated[Text, BeforeValidator(_read_address, json_schema_input_type=Text)]
OwnPartName = Annotated[str, BeforeValidator(_read_part_name), StringConstraints(pattern=_PART)]
OwnFieldName = Annotated[str, BeforeValidator(_read_field_name), StringConstraints(pattern=_FIELD)]


class Citation(Part):
    """Where a rule comes from.

    ``in_force`` and ``until`` bound the time in which it holds; a day that is not known is left out, and the rule is
    then taken to hold. ``prohibition`` tells that the source bans the activity outright, so that no control cures it.
    ``confidence`` says how far the source was confirmed.
    """

    citation: Text = Field(description="The exact citation")
    authority: Text = Field(description="The body that made or applies it")
    kind: SourceKind = Field(description="What kind of source it is")
    url: WebAddress | None = Field(default=None, description="Its official page")
    in_force: Day | None = Field(default=None, description="The first day on which it binds, if known")
    until: Day | None = Field(default=None, description="The last day on which it binds, if it ends")
    prohibition: bool = Field(default=False, description="Is it an outright prohibition that no control cures?")
    confidence: Confidence = Field(description="How far the source was confirmed")


class Status(Part):
    """What is not settled about a rule; shown wherever the rule is."""

    kind: StatusKind = Field(description="What is not settled")
    note: Text = Field(description="What precisely, in one or two sentences")
    look_again: Day | None = Field(default=None, description="The day on which to look at it again")


class Remedy(Part):
    """What cures a finding. Owner and effort are what is usual: an estimate, and labelled as one."""

    do: Text = Field(description="What to do, as an instruction")
    owner: Owner = Field(description="Who usually owns it")
    effort: Effort = Field(description="The usual effort: hours, days, weeks or months")


class Parameter(Part):
    """A number on which organisations differ, with the reference's figure as default."""

    value: int | float | str = Field(description="The default")
    unit: Text = Field(description="What it counts")
    source: Text = Field(description="Where the default comes from")


class Examples(Part):
    """Fragments of a strategy that show each verdict of the rule; each is one fragment or a list of them.

    In a fragment, ``shows`` says which lawful way, breach or trap it is, and ``as_of`` sets the day.
    """

    met: Any = Field(default=None, description="A strategy that meets the rule")
    gap: Any = Field(default=None, description="A strategy that falls short of it")
    unanswered: Any = Field(default=None, description="A strategy that does not say enough to tell")
    may_apply: Any = Field(
        default=None, alias="may-apply", description="A strategy that does not say whether the rule concerns it"
    )
    not_applicable: Any = Field(
        default=None, alias="not-applicable", description="A strategy that the rule does not concern"
    )


class Undecided(Part):
    """Choices of a field that the requirement reads and that no example decides, and why none can."""

    field: Text = Field(description="The field, as the requirement names it")
    choices: Many[Text] = Field(description="The choices that stay undecided")
    reason: Text = Field(description="Why no example decides them")


class RuleText(Part):
    """One obligation, as a ruleset writes it."""

    id: Identifier = Field(description="Its name among all rules, beginning with the jurisdiction: us-example-rule")
    title: Text = Field(description="What must hold, as a plain statement")
    severity: Severity = Field(description="How much a gap weighs")
    basis: Basis = Field(
        description="Who asks for it: required by law or binding rule, expected by an authority, a named standard, "
        "or house, nobody but us"
    )
    jurisdiction: Jurisdiction = Field(description="Whose rule it is; ZZ for a rule that holds everywhere")
    sectors: Many[Sector] = Field(
        default=(), description="Whom it binds, with the sectors under these; left out, every sector"
    )
    nexus: Many[Nexus] = Field(
        default=("audience",), description="What ties a strategy to the jurisdiction; one of these is enough"
    )
    documents: Many[DocumentKind] = Field(
        default=(), description="The kinds of document that it is about; left out, every kind"
    )
    source: Citation = Field(
        description="Where it comes from: an id of the ruleset's `sources`, or a source of its own"
    )
    status: Status | None = Field(default=None, description="What is not settled about it")
    entries: Many[Identifier] = Field(default=(), description="Keys of the entries in the register of law behind it")
    provisions: Many[ProvisionId] = Field(
        default=(), description="The provisions of these entries that it rests on, as entry/provision"
    )
    parameters: dict[Identifier, Parameter] = Field(
        default={}, description="Numbers on which organisations differ; a condition names one as $name"
    )
    subject: str = Field(
        description="What it looks at: strategy for the whole, or each element of a list such as channels"
    )
    when: Any = Field(default=None, description="The trigger: what brings a subject under it; left out, every subject")
    unless: Any = Field(
        default=None, description="The exemption: a condition under which the rule does not apply; left out, none"
    )
    yields_to: Many[Identifier] = Field(
        default=(), description="Special rules that take its place on a subject to which they apply"
    )
    require: Any = Field(description="The requirement: what must then hold")
    finding: Text = Field(description="What a report says of a gap; {name} is what the subject is called")
    remedy: Remedy = Field(description="What cures a gap")
    praise: Text | None = Field(default=None, description="What a report says where it is met")
    outdated_view: Text | None = Field(
        default=None, description="What people believe the rule to be, although it is no longer so or never was"
    )
    current_position: Text | None = Field(default=None, description="What is so, and since when")
    note: Text | None = Field(default=None, description="What else to mind")
    examples: Examples = Field(
        default=Examples(), description="Fragments of a strategy by which the rule proves itself"
    )
    undecided: Many[Undecided] = Field(
        default=(), description="Choices that the requirement reads and no example decides, each with the reason"
    )


class ConceptText(Part):
    """A named, derived fact, as a ruleset writes it."""

    id: Identifier = Field(description="Its name among all concepts; a condition asks for it with `is`")
    title: Text = Field(description="What it means, as a plain statement")
    subject: str = Field(description="What it is about: strategy, or each element of a list such as channels")
    when: Any = Field(description="The condition under which it holds")


class SectorText(Part):
    """A sector that an organisation adds to the tree."""

    id: Identifier = Field(description="Its name among all sectors")
    title: Text = Field(description="What people call it")
    parent: Identifier = Field(description="The sector under which it stands, and whose rules bind it too")


class OwnFieldText(Part):
    """A field of a part that an organisation adds."""

    name: OwnFieldName = Field(description="Its name in the part; a condition names it as x-part.name")
    type: FieldKind = Field(description="What it holds")
    question: Text = Field(description="The question that it answers")
    unit: Text | None = Field(default=None, description="What a number counts")
    choices: Many[Text] = Field(default=(), description="The values of a choice, or those that a list may hold")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.type == "choice" and not self.choices:
            raise PydanticCustomError("own_field", "is a choice without choices; list its values under `choices`")
        if self.choices and self.type not in ("choice", "list"):
            raise PydanticCustomError(
                "own_field", "has choices, which only a choice or a list can have; change its type, or remove them"
            )
        if self.unit and self.type != "number":
            raise PydanticCustomError(
                "own_field", "has a unit, which only a number can have; change its type, or remove the unit"
            )
        if len(set(self.choices)) < len(self.choices):
            raise PydanticCustomError("own_field", "has the same choice twice; remove one of the two")
        return self


class OwnPartText(Part):
    """A group of fields that an organisation adds to documents, for its own rules to look at."""

    part: OwnPartName = Field(description="Its key in documents, beginning with x-: x-acme")
    subject: Text = Field(description="Where it stands: strategy, or each element of a list such as channels")
    fields: Many[OwnFieldText] = Field(min_length=1, description="Its fields")


class AddedText(BaseModel):
    """What a ruleset adds to documents, read before the rest of it, which may already name it."""

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True)
    sectors: Many[SectorText] = ()
    fields: Many[OwnPartText] = ()


class ChangeText(Part):
    """What an organisation changes about a rule of another ruleset, and why."""

    rule: Identifier = Field(description="The id of the rule")
    severity: Severity | None = Field(default=None, description="What a gap weighs instead")
    parameters: dict[Identifier, int | float | str] = Field(
        default={}, description="The values that these parameters have instead"
    )
    owner: Owner | None = Field(default=None, description="Who owns the remedy instead")
    effort: Effort | None = Field(default=None, description="What effort it takes instead")
    off: Literal[True] | None = Field(default=None, description="Switches the rule off")
    reason: Text = Field(description="Why; reports show it beside both values")


class DefaultsText(Part):
    """What all rules of a file have that do not say otherwise."""

    jurisdiction: Jurisdiction | None = Field(default=None, description="Whose rules they are")
    nexus: Many[Nexus] | None = Field(default=None, description="What ties a strategy to the jurisdiction")
    sectors: Many[Sector] | None = Field(default=None, description="Whom they bind")
    documents: Many[DocumentKind] | None = Field(default=None, description="The kinds of document that they are about")
    basis: Basis | None = Field(default=None, description="Who asks for them")


class CoversText(Part):
    """What a ruleset was made for beyond what concerns everybody.

    Only a sector or topic that is named here counts as checked by its rules, in the places whose law they are.
    """

    sectors: Many[Sector] = Field(default=(), description="Sectors, with those under them")
    topics: Many[RegulatedTopic] = Field(default=(), description="Topics for which there is law of their own")


class SharedText(BaseModel):
    """What the rules of a file share, read before them."""

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True)
    defaults: DefaultsText = DefaultsText()
    sources: dict[Identifier, Citation] = {}


class RulesetText(Part):
    """One YAML file: an industry in a jurisdiction, or what an organisation adds to and changes about others."""

    ruleset: RulesetId = Field(description="Its name among all rulesets, in two parts: finance/us")
    title: Text = Field(description="What it speaks about")
    version: Text = Field(description="Its version; a changed rule is a new version")
    reviewed: Day = Field(description="When a person last held it against its sources")
    extends: Many[Text] = Field(default=(), description="Rulesets that it rests on: an id, or a file beside this one")
    covers: CoversText = Field(
        default=CoversText(), description="The sectors and topics for which it was made, beyond what concerns everybody"
    )
    sectors: Many[SectorText] = Field(default=(), description="Sectors that it adds to the tree")
    fields: Many[OwnPartText] = Field(default=(), description="Parts with fields of its own that it adds to documents")
    defaults: DefaultsText = Field(
        default=DefaultsText(), description="What all of its rules have that do not say otherwise"
    )
    sources: dict[Identifier, Citation] = Field(
        default={}, description="Sources that its rules share; a rule names one by its id"
    )
    changes: Many[ChangeText] = Field(default=(), description="What it changes about rules of other rulesets")
    concepts: Many[ConceptText] = Field(default=(), description="Notions that its rules build on, each defined once")
    rules: Many[RuleText] = Field(default=(), description="Its rules")
