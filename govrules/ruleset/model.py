# SPDX-License-Identifier: Apache-2.0
"""Rulesets as they are written: the models of the YAML. Conditions are still plain data here; typing comes after."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from govrules.strategy.base import Day, Jurisdiction, Many, Part, Sector

Severity = Literal["showstopper", "major", "minor", "advice"]
SEVERITIES: tuple[Severity, ...] = ("showstopper", "major", "minor", "advice")
Nexus = Literal["audience", "establishment", "staff", "listing"]
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
RulesetId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)+$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Citation(Part):
    """Where a rule comes from.

    ``in_force`` and ``until`` bound the time in which it holds; a day that is not known is left out, and the rule is
    then taken to hold. ``prohibition`` tells that the source bans the activity outright, so that no control cures it.
    ``confidence`` says how far the source was confirmed.
    """

    citation: Text = Field(description="The exact citation")
    authority: Text = Field(description="The body that made or applies it")
    kind: SourceKind = Field(description="What kind of source it is")
    url: Text | None = Field(default=None, description="Its official page")
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
    """Fragments of a strategy that show each verdict of the rule; each is one fragment or a list of them."""

    met: Any = None
    gap: Any = None
    unanswered: Any = None
    not_applicable: Any = Field(default=None, alias="not-applicable")


class RuleText(Part):
    """One obligation, as a ruleset writes it."""

    id: Identifier
    title: Text
    severity: Severity
    jurisdiction: Jurisdiction
    sectors: Many[Sector] = ()
    nexus: Many[Nexus] = ("audience",)
    source: Citation
    status: Status | None = None
    entries: Many[Identifier] = Field(default=(), description="Keys of the entries in the register of law behind it")
    parameters: dict[Identifier, Parameter] = Field(default={})
    subject: Text
    when: Any = None
    require: Any
    finding: Text
    remedy: Remedy
    praise: Text | None = None
    outdated_view: Text | None = None
    current_position: Text | None = None
    note: Text | None = None
    examples: Examples = Examples()


class ConceptText(Part):
    """A named, derived fact, as a ruleset writes it."""

    id: Identifier
    title: Text
    subject: Text
    when: Any


class SectorText(Part):
    """A sector that an organisation adds to the tree."""

    id: Identifier
    title: Text
    parent: Identifier


class SectorsText(BaseModel):
    """The sectors that a ruleset adds, read before the rest of it, which may already name them."""

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True)
    sectors: Many[SectorText]


class ChangeText(Part):
    """What an organisation changes about a rule of another ruleset, and why."""

    rule: Identifier
    severity: Severity | None = None
    parameters: dict[Identifier, int | float | str] = Field(default={})
    owner: Owner | None = None
    effort: Effort | None = None
    off: Literal[True] | None = None
    reason: Text


class RulesetText(Part):
    """One YAML file: an industry in a jurisdiction, or what an organisation adds to and changes about others."""

    ruleset: RulesetId
    title: Text
    version: Text
    reviewed: Day
    extends: Many[Text] = ()
    sectors: Many[SectorText] = ()
    changes: Many[ChangeText] = ()
    concepts: Many[ConceptText] = ()
    rules: Many[RuleText] = ()
