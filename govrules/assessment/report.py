# SPDX-License-Identifier: Apache-2.0
"""The report: everything that any output shows, and nothing about how it is shown, but that a notebook may ask it.

The same document, rulesets and as-of date give the same report, byte for byte.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from govrules.assessment.coverage_record import Coverage
from govrules.assessment.location import Location
from govrules.assessment.rule_record import RuleRecord
from govrules.assessment.terms import Terms
from govrules.ruleset.model import Effort, Owner, Severity
from govrules.ruleset.rule import SwitchedOff
from govrules.strategy.document import DocumentKind
from govrules.verdict import Verdict

if TYPE_CHECKING:
    from govrules.assessment.rows import Row

KnownFrom = Literal["baseline", "merge-base"]
ChangeKind = Literal["begins", "ends", "look-again", "waiver-ends"]
DISCLAIMER = "This is not legal advice. It shows what the loaded rules say of the document as it is written."


@dataclass(frozen=True)
class PassageRecord:
    """A passage of another document that stands behind an answer, word for word; ``where`` is page, heading or line."""

    quote: str
    document: str
    where: str | None


@dataclass(frozen=True)
class Evidence:
    """A field that decided a verdict.

    ``field`` is written as people do, ``pointer`` as a JSON pointer (RFC 6901). ``value`` is what the document says,
    None where it says nothing. ``passages`` of other documents stand behind it.
    """

    field: str
    pointer: str
    question: str
    unit: str | None
    value: Any
    stated: bool
    location: Location | None
    passages: tuple[PassageRecord, ...] = ()


@dataclass(frozen=True)
class WaiverRecord:
    """A waiver that concerns the strategy.

    ``faults`` are the ids of the rules about waivers that it breaks, ``refused_because`` tells in words why it does not
    count on the day of the report (None: it counts). ``location`` is where it is written.
    """

    rule: str | None
    subject: str
    reason: str | None
    accepted_by: str | None
    accepted_on: date | None
    expires: date | None
    ticket: str | None
    faults: tuple[str, ...]
    refused_because: str | None
    location: Location | None


@dataclass(frozen=True)
class Wanted:
    """A field, as people write it, and what it would have to be, as a ruleset writes it."""

    field: str
    wanted: str


@dataclass(frozen=True)
class Finding:
    """A rule about one subject that wants action. ``rule`` is a key of the report's ``rules``.

    ``waiver`` is the waiver that is about it, whether it counts (the verdict is then ``waived``) or not. ``known_from``
    tells that it was there before, so that it fails no check: in the baseline, or where a change began. ``stands_for``
    are general rules whose place the rule takes on the subject: one control, asked for by each of them. ``ways`` are
    those that would cure a gap where there are several, each with all that it takes: one of them is enough.
    """

    rule: str
    verdict: Verdict
    severity: Severity
    subject: str
    pointer: str
    message: str
    evidence: tuple[Evidence, ...]
    waiver: WaiverRecord | None = None
    known_from: KnownFrom | None = None
    stands_for: tuple[str, ...] = ()
    ways: tuple[tuple[Wanted, ...], ...] = ()


@dataclass(frozen=True)
class Met:
    """A rule that is met by a subject, with the evidence for it; ``stands_for`` as in a finding."""

    rule: str
    subject: str
    pointer: str
    praise: str | None
    evidence: tuple[Evidence, ...]
    stands_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class AskedField:
    """A field that answers a question in one of several ways."""

    field: str
    text: str
    unit: str | None
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """Something that the document leaves open and a rule needs to know.

    The same field of several elements of a list is one question; ``asked_of`` names the elements. Where one of several
    answers is enough, they are one question too: ``ways`` has the fields of each way, ``field`` names all of them, and
    ``unit`` and ``choices`` are left to the ways. ``rules`` are those
    that wait for the answer, ``severity`` the weight of the heaviest of them. ``screening`` tells that the answer only
    decides whether rules apply.
    """

    section: str
    field: str
    text: str
    unit: str | None
    choices: tuple[str, ...]
    severity: Severity
    rules: tuple[str, ...]
    asked_of: tuple[str, ...]
    location: Location | None
    screening: bool
    ways: tuple[tuple[AskedField, ...], ...] = ()


@dataclass(frozen=True)
class UnreadAnswer:
    """Something that the document states and that nobody reads: no rule that can bind here, nor the report itself.

    ``field`` and ``pointer`` lead to it as in evidence; ``question`` is what it answers.
    """

    field: str
    pointer: str
    question: str
    value: Any
    location: Location | None


@dataclass(frozen=True)
class Remaining:
    """How many steps of the path still stand before the launch in a market."""

    market: str
    name: str
    blocking: int


@dataclass(frozen=True)
class PathStep:
    """One step of the path to yes: what to do, what it cures, and how many steps remain before the launch after it.

    ``owner`` and ``effort`` are what is usual, an estimate. ``findings`` counts what the step cures; ``also`` are
    remedies of other rules that it cures, where other fields decide them.
    """

    number: int
    do: str
    also: tuple[str, ...]
    owner: Owner
    effort: Effort
    severity: Severity
    rules: tuple[str, ...]
    findings: int
    subjects: tuple[str, ...]
    citations: tuple[str, ...]
    remaining: tuple[Remaining, ...]


@dataclass(frozen=True)
class ObjectionAnswer:
    """An objection with the answer of the rules that it is about.

    ``state`` is right where such a rule does stop the strategy, answered where its current position answers it, open
    where no rule does. ``by_words`` tells that the rule was found by the words of the objection, not named by it.
    """

    who: str | None
    belief: str | None
    belief_as_of: date | None
    rules: tuple[str, ...]
    unknown_rules: tuple[str, ...]
    by_words: bool
    state: Literal["right", "answered", "open"]
    answers: tuple[str, ...]
    citations: tuple[str, ...]


@dataclass(frozen=True)
class AnsweredQuestion:
    """One of the ten questions: the answer that the strategy gives, in figures, and what it still lacks."""

    number: int
    id: str
    to: Literal["manager", "board"]
    question: str
    state: Literal["answered", "in-part", "silent"]
    answer: str | None
    missing: tuple[str, ...]


@dataclass(frozen=True)
class ComingChange:
    """A day on which a rule begins to bind, ends, or is to be looked at again, or which is the last of a waiver of it;
    ``today`` is what it says now."""

    day: date
    kind: ChangeKind
    rule: str
    text: str
    today: Verdict


@dataclass(frozen=True)
class RulesetRecord:
    """A ruleset that was loaded: with its digest, the version is pinned."""

    id: str
    title: str
    version: str
    reviewed: date
    digest: str
    rules: int
    selected: int


@dataclass(frozen=True)
class FileRecord:
    """A file beside the strategy that the report rests on, with its digest."""

    file: str
    digest: str


@dataclass(frozen=True)
class FixedFinding:
    """A finding of the baseline that is there no more."""

    fingerprint: str
    rule: str
    subject: str


@dataclass(frozen=True)
class ByBasis:
    """How many rules have gaps that block the launch, by who asks for them."""

    required: int
    expected: int
    standard: int
    house: int


@dataclass(frozen=True)
class Counts:
    """The numbers on which a verdict rests, counted in rules: a rule with a gap in three channels is one.

    ``applicable`` is the sum of ``met`` and of the findings' numbers but ``may_apply``, for nobody can say yet whether
    those rules apply. ``questions`` counts what is to be answered for rules that apply, ``not_checked`` what no loaded
    rule speaks about. ``could_be_showstoppers`` counts the applicable rules that could ever stop a launch.
    """

    applicable: int
    met: int
    showstoppers: int
    major: int
    minor: int
    advice: int
    unanswered: int
    may_apply: int
    upcoming: int
    waived: int
    questions: int
    not_checked: int
    could_be_showstoppers: int
    blocking: ByBasis


@dataclass(frozen=True)
class Summary(Counts):
    """The numbers of a report. ``screening`` counts the questions that only decide whether rules apply."""

    screening: int


@dataclass(frozen=True)
class Report:
    """What the loaded rules say of one strategy, as of a day.

    ``rules`` are those that apply or may apply; ``yielded`` those whose place special rules took on each subject, so
    that they are only cited. ``assumptions`` says in sentences what was taken for granted where the document is silent.
    ``fixed`` are findings of the baseline that are gone.
    """

    govrules: str
    engines: tuple[str, ...]
    as_of: date
    document: DocumentKind
    title: str
    organisation: str
    file: str | None
    digest: str | None
    rulesets: tuple[RulesetRecord, ...]
    switched_off: tuple[SwitchedOff, ...]
    summary: Summary
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    unread: tuple[UnreadAnswer, ...]
    assumptions: tuple[str, ...]
    met: tuple[Met, ...]
    rules: dict[str, RuleRecord]
    yielded: dict[str, RuleRecord]
    coverage: Coverage
    path: tuple[PathStep, ...]
    ten_questions: tuple[AnsweredQuestion, ...]
    objections: tuple[ObjectionAnswer, ...]
    upcoming: tuple[ComingChange, ...]
    waivers: tuple[WaiverRecord, ...]
    waiver_files: tuple[FileRecord, ...]
    terms: Terms
    decision: str | None
    baseline: FileRecord | None = None
    fixed: tuple[FixedFinding, ...] = ()
    disclaimer: str = DISCLAIMER

    def rule(self, name: str) -> RuleRecord:
        """A rule that the report names."""
        return self.rules.get(name) or self.yielded[name]

    def asks_about(self, rules: Set[str]) -> bool:
        """Whether a question waits for an answer about any of these rules."""
        return any(not rules.isdisjoint(question.rules) for question in self.questions)

    def rows(self) -> "list[Row]":
        """What each rule says of each part of the strategy, as rows of single values that data frames take."""
        from govrules.assessment.rows import rows

        return list(rows(self))

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from govrules.output.notebook import shown

        return shown(self)

    def to_json(self, *, indent: int | None = 2) -> str:
        """The report as JSON, in the form of :func:`report_schema`."""
        text: bytes = _adapter().dump_json(self, indent=indent)
        return text.decode()


@cache
def _adapter() -> Any:
    # Imported and built only when asked for, and once: building the schema costs more than checking a strategy.
    from pydantic import TypeAdapter

    return TypeAdapter(Report)


def report_schema() -> dict[str, Any]:
    """The JSON Schema (draft-07) of a report, and of the file of them that ``govrules check --format json`` writes."""
    from govrules.strategy.schema import headed

    # What a report uses of JSON Schema is the same in all drafts, but for the name of the definitions.
    schema: dict[str, Any] = _adapter().json_schema(mode="serialization", ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs")
    one = {"$ref": "#/definitions/Report"}
    several = {"type": "object", "required": ["reports"], "properties": {"reports": {"type": "array", "items": one}}}
    described = {"description": "A report, or the reports that `govrules check --format json` writes."}
    return headed("report", {**described, "anyOf": [one, several]}, {**definitions, "Report": schema})
