# SPDX-License-Identifier: Apache-2.0
"""Fields and rules belong together: whatever a document can state is read by a bundled rule, or shown by the report.

A rule reads a field in its trigger, its requirement or its applicability, by itself or through a concept or a computed
field. Nothing else counts but what stands in SHOWN: what a part is called, what a report or a waiver is made of, and
the figures of the ten questions.
"""

from collections.abc import Iterator

from bundled import bundled

from govrules.logic.shape import Shape
from govrules.ruleset.asks import Asked, asked_fields
from govrules.strategy.fields import StrategyShapes

RULESETS = bundled()

# The names of things, in findings and headings.
NAMES = {
    "audiences.name",
    "business_case.objectives.metrics.name",
    "business_case.objectives.name",
    "board_questions.question",
    "channels.name",
    "competitors.name",
    "content.name",
    "data_uses.name",
    "disruptors.name",
    "endorsements.name",
    "governance.approval_matrix.content_class",
    "governance.records.retention.records",
    "governance.vendors.name",
    "history.forum",
    "organisation.name",
    "promotions.name",
    "title",
}
# What the assessment reads without a rule: whom rules bind, waivers, objections, the ten questions, what became of
# earlier proposals.
ASSESSED = {
    "business_case.payback_months",
    "education.hours",
    "history.submitted_on",
    "incomplete",
    "not_known",
    "objections.about_rules",
    "passages.document",
    "passages.field",
    "passages.quote",
    "passages.where",
    "waivers.accepted_by",
    "waivers.accepted_on",
    "waivers.expires",
    "waivers.reason",
    "waivers.rule",
    "waivers.subject",
    "waivers.ticket",
}
SHOWN = NAMES | ASSESSED


def unread() -> Iterator[str]:
    """The fields that can be stated and that no rule reads."""
    yield from _unread(StrategyShapes().root, asked_fields(RULESETS.rules.values(), RULESETS.concepts), "")


def _unread(shape: Shape, asked: Asked, before: str) -> Iterator[str]:
    for name, attribute in shape.attributes.items():
        read, part = asked.fields.get(name), attribute.type.part
        if attribute.rests_on or (read is not None and not (part and read.fields)):
            continue
        if part is not None:
            yield from _unread(part, read or Asked(), f"{before}{name}.")
        else:
            yield before + name


def test_each_field_is_read_by_a_rule_or_shown_by_the_report() -> None:
    assert not set(unread()) - SHOWN, "give it a rule, or take it out of the model"


def test_no_field_is_excepted_that_a_rule_reads() -> None:
    assert not SHOWN - set(unread()), "take it out of the lists above"
