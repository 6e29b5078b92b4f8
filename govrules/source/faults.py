# SPDX-License-Identifier: Apache-2.0
"""The kinds of fault that a ruleset can have. Their names, codes and meanings stand here alone."""

from enum import StrEnum
from typing import Self


class FaultKind(StrEnum):
    """A kind of fault: its name, its code, which is never used again, and what it means."""

    code: str
    meaning: str

    def __new__(cls, name: str, code: str, meaning: str) -> Self:
        """Make the name the value, so that JSON holds it."""
        kind = str.__new__(cls, name)
        kind._value_ = name
        kind.code = code
        kind.meaning = meaning
        return kind

    UNREADABLE = ("unreadable", "GR001", "The file cannot be read as YAML or JSON.")
    MALFORMED = ("malformed", "GR002", "A field is missing, unknown, or has a value of the wrong kind.")
    DUPLICATE_ID = ("duplicate-id", "GR003", "Two rules, concepts or rulesets have the same id.")
    UNKNOWN_FIELD = ("unknown-field", "GR004", "A condition names a field that the strategy does not have.")
    UNKNOWN_VALUE = ("unknown-value", "GR005", "A condition compares a field with a value that it cannot have.")
    UNFIT_OPERATOR = ("unfit-operator", "GR006", "An operator does not exist, or does not fit the type of the field.")
    MALFORMED_CONDITION = ("malformed-condition", "GR007", "A condition is not written as conditions are.")
    UNKNOWN_CONCEPT = ("unknown-concept", "GR008", "A condition names a concept that no loaded ruleset defines.")
    OTHER_SUBJECT = ("other-subject", "GR009", "A concept is used on a subject that it is not about.")
    CONCEPT_CYCLE = ("concept-cycle", "GR010", "Concepts are defined by each other in a circle.")
    UNKNOWN_SUBJECT = ("unknown-subject", "GR011", "The subject is neither the strategy nor a list in it.")
    PARAMETER = ("parameter", "GR012", "A parameter is used but not defined, or defined but not used.")
    PLACEHOLDER = ("placeholder", "GR013", "A message has a placeholder that the subject does not have.")
    CHANGE = ("change", "GR014", "A change is about a rule or parameter that does not exist, or may not be made.")
    EXAMPLE_NO_STRATEGY = ("example-no-strategy", "GR015", "An example is not a fragment of a strategy.")
    UNKNOWN_RULE = ("unknown-rule", "GR016", "A rule yields to one that no loaded ruleset has.")
    YIELD_CYCLE = ("yield-cycle", "GR017", "Rules yield to each other in a circle.")
    YIELD_SUBJECT = (
        "yield-subject",
        "GR018",
        "A rule yields to one that is about neither the same subjects nor the strategy.",
    )
    UNKNOWN_SOURCE = ("unknown-source", "GR019", "A rule names a source that its ruleset does not list.")
    EXCESSIVE = ("excessive", "GR020", "A rule or concept asks so much that it would take too long on any document.")
    NEVER_APPLIES = ("never-applies", "GR101", "The trigger can never be true.")
    NEVER_MET = ("never-met", "GR102", "The requirement can never be met.")
    NEVER_A_GAP = ("never-a-gap", "GR103", "The requirement can never fail.")
    SHADOWED = ("shadowed", "GR104", "Another rule requires the same of the same subjects.")
    CONTRADICTION = (
        "contradiction",
        "GR105",
        "Another rule with the same citation requires the opposite of the same subjects.",
    )
    UNUSED_CONCEPT = ("unused-concept", "GR106", "No rule and no other concept uses the concept.")
    MISSING_EXAMPLE = (
        "missing-example",
        "GR107",
        "An example of met, gap or (where there is a trigger) not-applicable is missing.",
    )
    NO_PROHIBITION = ("no-prohibition", "GR108", "A showstopper's source is not an outright prohibition.")
    SOURCE_WITHOUT_DATE = (
        "source-without-date",
        "GR109",
        "The source states neither since when it is in force nor that this is unknown.",
    )
    OUTDATED_VIEW_ALONE = ("outdated-view-alone", "GR110", "An outdated view is stated without the current position.")
    REVIEW_TOO_OLD = (
        "review-too-old",
        "GR111",
        "The ruleset was last checked against its sources more than 12 months ago.",
    )
    EMPTY_IN_FORCE = ("empty-in-force", "GR112", "The rule ends before it begins.")
    ID_WITHOUT_JURISDICTION = ("id-without-jurisdiction", "GR113", "The id does not start with the jurisdiction.")
    SILENCE_AS_GAP = (
        "silence-as-gap",
        "GR114",
        "The requirement tests `stated`, so that silence becomes a gap and not a question.",
    )
    UNUSED_SOURCE = ("unused-source", "GR116", "No rule names the source.")
    SEVERITY_BEYOND_BASIS = (
        "severity-beyond-basis",
        "GR117",
        "The rule weighs more than its basis carries.",
    )
    SILENCE_AS_MET = (
        "silence-as-met",
        "GR118",
        "A part of the requirement is satisfied by a field that is not stated, so that silence counts as an answer.",
    )
    LIGHTER_SPECIAL = ("lighter-special", "GR119", "A rule yields to a special rule that weighs less.")
    EMPTY_COVERS = ("empty-covers", "GR120", "The ruleset covers a sector or topic that no rule of it reads.")
    HOUSE_BY_OTHERS = (
        "house-by-others",
        "GR121",
        "The rule is house practice, but its source is somebody else's and nothing says why it does not bind.",
    )
    NO_SUCH_CHOICE = ("no-such-choice", "GR122", "A choice is called undecided that the requirement cannot read.")
    BLANK = ("blank", "GR115", "A blank that `govrules new` left is not filled in.")
