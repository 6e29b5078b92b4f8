# SPDX-License-Identifier: Apache-2.0
"""The faults that a ruleset can have: by name, a stable code and what it means. A code is never used again."""

from typing import NamedTuple


class Code(NamedTuple):
    """A kind of fault."""

    code: str
    meaning: str


CODES: dict[str, Code] = {
    "unreadable": Code("GR001", "The file is no YAML or JSON that can be read."),
    "malformed": Code("GR002", "A field is missing, unknown, or has a value of the wrong kind."),
    "duplicate-id": Code("GR003", "Two rules, concepts or rulesets have one id."),
    "unknown-field": Code("GR004", "A condition speaks of a field that the strategy does not have."),
    "unknown-value": Code("GR005", "A condition holds a field against a value that it cannot have."),
    "unfit-operator": Code("GR006", "An operator does not exist, or does not fit the type of the field."),
    "malformed-condition": Code("GR007", "A condition does not have the form of one."),
    "unknown-concept": Code("GR008", "A condition speaks of a concept that no loaded ruleset defines."),
    "other-subject": Code("GR009", "A concept is used of a thing that it is not about."),
    "concept-cycle": Code("GR010", "Concepts rest on each other in a circle."),
    "unknown-subject": Code("GR011", "The subject is neither the strategy nor a list in it."),
    "parameter": Code("GR012", "A parameter is used but not defined, or defined but not used."),
    "placeholder": Code("GR013", "A message has a placeholder that the subject does not have."),
    "change": Code("GR014", "A change is about a rule or parameter that does not exist, or may not be made."),
    "example-no-strategy": Code("GR015", "An example is no fragment of a strategy."),
    "never-applies": Code("GR101", "The trigger can never be true."),
    "never-met": Code("GR102", "The requirement can never be met."),
    "never-a-gap": Code("GR103", "The requirement can never fail."),
    "shadowed": Code("GR104", "Another rule asks the same of the same subjects."),
    "contradiction": Code("GR105", "Another rule of the same citation asks the opposite of the same subjects."),
    "unused-concept": Code("GR106", "No rule and no other concept uses the concept."),
    "missing-example": Code("GR107", "An example of met, gap or (where there is a trigger) not-applicable is missing."),
    "no-prohibition": Code("GR108", "A showstopper whose source is no outright prohibition."),
    "source-without-date": Code(
        "GR109", "The source does not say since when it is in force, nor that this is unknown."
    ),
    "outdated-view-alone": Code("GR110", "An outdated view stands without the current position."),
    "review-too-old": Code("GR111", "The ruleset was last held against its sources more than 12 months ago."),
    "empty-in-force": Code("GR112", "The rule ends before it begins."),
    "id-without-jurisdiction": Code("GR113", "The id does not start with the jurisdiction."),
    "blank": Code("GR115", "A blank that a scaffold left is not filled in."),
    "silence-as-gap": Code(
        "GR114", "The requirement tests `stated`, so that silence becomes a gap and not a question."
    ),
}
