# SPDX-License-Identifier: Apache-2.0
"""What rulesets were made for, beyond what concerns everybody: whether one names a sector or topic, and a rule of it
reads that.

A ruleset may have a rule or two that bind a sector in passing; that does not make it a ruleset about that sector.
"""

from collections.abc import Iterator, Mapping

from govrules.logic.condition import Compare, Condition, Is, walk
from govrules.ruleset.model import CoversText
from govrules.ruleset.rule import Concept, Rule, Rulesets
from govrules.taxonomy import Tree

TOPICS = "topics"
"""The name of the fields in which parts of a document state what they are about."""


def names_sector(covers: CoversText, sector: str, tree: Tree) -> bool:
    """Whether a ruleset was made for a sector: it names that, or a wider one."""
    return any(tree.covers(named, sector) for named in covers.sectors)


def reads_topic(rule: Rule, topic: str, rulesets: Rulesets) -> bool:
    """Whether a rule asks of a part of the document if it is about a topic."""
    known = rulesets.topics
    if rule.id not in known:
        conditions = (condition for condition in (rule.trigger, rule.require) if condition is not None)
        tests = (test for condition in conditions for test in _topic_tests(condition, rulesets.concepts))
        known[rule.id] = frozenset(operand for test in tests for operand in _operands(test))
    return topic in known[rule.id]


def _topic_tests(condition: Condition, concepts: Mapping[str, Concept]) -> Iterator[Compare]:
    for part in walk(condition):
        if isinstance(part, Is):
            # One that is missing, or rests on one that is, is a fault of its own.
            if concept := concepts.get(part.concept):
                yield from _topic_tests(concept.when, concepts)
        elif isinstance(part, Compare) and part.path.names[-1] == TOPICS:
            yield part


def _operands(test: Compare) -> tuple[object, ...]:
    return test.operand if isinstance(test.operand, tuple) else (test.operand,)
