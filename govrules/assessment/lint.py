# SPDX-License-Identifier: Apache-2.0
"""Lint: what is wrong with rulesets beyond what loading refuses. Each fault has a place, a kind and a way out.

It looks at rules as a whole. It runs no rule but one that it would call impossible: an example that passes refutes it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from govrules.assessment.basis import heaviest_severity
from govrules.assessment.examples import example_faults, run_examples
from govrules.assessment.lint_silence import met_by_silence
from govrules.assessment.ruletest import choices_read
from govrules.engines.compiled import CompiledEngine
from govrules.logic.condition import All, Compare, Condition, Is, Not, Quantified, children
from govrules.logic.operators import OPERATORS
from govrules.logic.satisfy import can_be
from govrules.ruleset.applicability import concerns_sector
from govrules.ruleset.bundled import bundled_paths, installed_paths
from govrules.ruleset.covers import reads_topic
from govrules.ruleset.model import SEVERITIES
from govrules.ruleset.rule import Rule, Ruleset, Rulesets
from govrules.ruleset.typing import concepts_in
from govrules.source.document import Pointer
from govrules.source.errors import InputError, Problem
from govrules.source.faults import FaultKind
from govrules.verdict import Verdict


def lint(rulesets: Rulesets, files: Iterable[str], *, as_of: date) -> list[Problem]:
    """All faults of the rulesets that stand in these files; the others are loaded with them, not judged.

    ``as_of`` is the day against which the age of a review is held.
    """
    wanted = set(files)
    concepts = {name: concept.when for name, concept in rulesets.concepts.items()}
    shipped = {str(path) for path in (*bundled_paths(), *installed_paths())}
    alike = _alike(rule for rule in rulesets.rules.values() if _whole([rule.trigger, rule.require], concepts))
    problems: list[Problem] = []
    for ruleset in rulesets:
        if ruleset.source.file in wanted:
            problems += _ruleset_faults(ruleset, as_of)
            problems += _empty_covers(ruleset, rulesets)
            problems += _blanks(ruleset, ruleset.source.data, ())
            problems += _unused_concepts(ruleset, rulesets)
            problems += _unused_sources(ruleset)
            for rule in ruleset.rules:
                problems += _rule_faults(ruleset, rule, as_of, own=_own(ruleset, shipped))
                problems += example_faults(ruleset, rule)
                problems += _no_such_choices(ruleset, rule)
                if _whole([rule.trigger, rule.require], concepts):
                    problems += _unsatisfiable(ruleset, rule, rulesets, concepts)
                    problems += _twins(ruleset, rule, alike, concepts)
                    problems += _silence_meets(ruleset, rule, concepts)
                problems += _lighter_specials(ruleset, rule, rulesets)
    return sorted(problems, key=lambda problem: (problem.place.file, problem.place.line) if problem.place else ("", 0))


def _fault(ruleset: Ruleset, at: Pointer, kind: FaultKind, message: str, hint: str) -> Problem:
    source = ruleset.source
    place = source.key_place(at) if source.has(at) and isinstance(at[-1], str) else source.place(at)
    return Problem(message, place, hint, kind)


def _ruleset_faults(ruleset: Ruleset, as_of: date) -> Iterator[Problem]:
    reviewed = ruleset.text.reviewed
    if as_of > ruleset.review_due:
        yield _fault(
            ruleset,
            ("reviewed",),
            FaultKind.REVIEW_TOO_OLD,
            f"the ruleset was last held against its sources on {reviewed}",
            "hold each rule against its source, then set `reviewed` to that day",
        )


def _empty_covers(ruleset: Ruleset, rulesets: Rulesets) -> Iterator[Problem]:
    """Tell what a ruleset says it was made for, and no rule of it reads."""
    tree, covers = rulesets.shapes.sectors, ruleset.text.covers
    hint = "write a rule for it, or remove it from `covers`"
    for index, sector in enumerate(covers.sectors):
        related = tree.related_to((sector,))
        if not any(rule.text.sectors and concerns_sector(rule.text.sectors, related) for rule in ruleset.rules):
            message = f"no rule of the ruleset is for the sector '{sector}' that it covers"
            yield _fault(ruleset, ("covers", "sectors", index), FaultKind.EMPTY_COVERS, message, hint)
    for index, topic in enumerate(covers.topics):
        if not any(reads_topic(rule, topic, rulesets) for rule in ruleset.rules):
            message = f"no rule of the ruleset reads the topic '{topic}' that it covers"
            yield _fault(ruleset, ("covers", "topics", index), FaultKind.EMPTY_COVERS, message, hint)


def _silence_meets(ruleset: Ruleset, rule: Rule, concepts: dict[str, Condition]) -> Iterator[Problem]:
    for part in met_by_silence(rule.require, concepts):
        yield _fault(
            ruleset,
            part.at or (*rule.at, "require"),
            FaultKind.SILENCE_AS_MET,
            f"{rule.id}: silence satisfies a part of the requirement",
            "leave `known` and `stated: false` out, so that silence is a question; an exemption belongs to `unless`",
        )


def _no_such_choices(ruleset: Ruleset, rule: Rule) -> Iterator[Problem]:
    """Tell of choices that are called undecided, and that no document could state."""
    read = {(field, choice) for field, choices in choices_read(rule.require) for choice in choices}
    for index, undecided in enumerate(rule.text.undecided):
        missing = [f"'{choice}'" for choice in undecided.choices if (undecided.field, choice) not in read]
        if missing:
            yield _fault(
                ruleset,
                (*rule.at, "undecided", index, "choices"),
                FaultKind.NO_SUCH_CHOICE,
                f"{rule.id}: the requirement reads no choice {', '.join(missing)} of '{undecided.field}'",
                "take away what it does not read, or correct the field",
            )


def _lighter_specials(ruleset: Ruleset, rule: Rule, rulesets: Rulesets) -> Iterator[Problem]:
    """Tell of special rules for which a gap of this rule would weigh less than on its own."""
    for index, name in enumerate(rule.text.yields_to):
        special = rulesets.rules.get(name)
        if special is not None and SEVERITIES.index(special.severity) > SEVERITIES.index(rule.severity):
            yield _fault(
                ruleset,
                (*rule.at, "yields_to", index),
                FaultKind.LIGHTER_SPECIAL,
                f"{rule.id}: {rule.severity}, yet it yields to '{name}', which is {special.severity}",
                "let it stand beside that rule, or hold the severity of both against their sources",
            )


def _blanks(ruleset: Ruleset, data: Any, at: Pointer) -> Iterator[Problem]:
    """Tell of each text that still says TODO, as `govrules new` writes it."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _blanks(ruleset, value, (*at, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _blanks(ruleset, value, (*at, index))
    elif isinstance(data, str) and data.startswith("TODO"):
        yield Problem(
            f"a blank is not filled in: {data}", ruleset.source.place(at), "write what it asks for", FaultKind.BLANK
        )


def _own(ruleset: Ruleset, shipped: set[str]) -> bool:
    """Whether it is an organisation's own ruleset, which may weigh more than the law does."""
    return bool(ruleset.text.extends) or str(Path(ruleset.source.file).resolve()) not in shipped


def _unused_sources(ruleset: Ruleset) -> Iterator[Problem]:
    # Of the faulty rules, too: what they name is used.
    rules = [rule for rule in ruleset.source.data.get("rules") or () if isinstance(rule, dict)]
    used = {rule.get("source") for rule in rules if isinstance(rule.get("source"), str)}
    for name in ruleset.text.sources:
        if name not in used:
            message = f"no rule names the source '{name}'"
            yield _fault(ruleset, ("sources", name), FaultKind.UNUSED_SOURCE, message, "use it in a rule, or remove it")


def _unused_concepts(ruleset: Ruleset, rulesets: Rulesets) -> Iterator[Problem]:
    used: set[str] = set()
    for rule in rulesets.rules.values():
        used.update(concepts_in(rule.trigger), concepts_in(rule.require))
    for concept in rulesets.concepts.values():
        used |= concept.rests_on
    for index, written in enumerate(ruleset.text.concepts):
        if written.id not in used:
            at: Pointer = ("concepts", index, "id")
            hint = "use it in a rule, or remove it"
            yield _fault(ruleset, at, FaultKind.UNUSED_CONCEPT, f"nothing uses the concept '{written.id}'", hint)


def _rule_faults(ruleset: Ruleset, rule: Rule, as_of: date, *, own: bool) -> Iterator[Problem]:
    text, source, at = rule.text, rule.text.source, rule.at

    def fault(where: str, kind: FaultKind, message: str, hint: str) -> Problem:
        key, *inside = where.split(".")
        named = ruleset.source.data["rules"][at[1]].get(key)
        pointer: Pointer = ("sources", named) if key == "source" and isinstance(named, str) else (*at, key)
        return _fault(ruleset, (*pointer, *inside), kind, f"{rule.id}: {message}", hint)

    start = f"{text.jurisdiction.lower()}-"
    if not text.id.startswith(start):
        yield fault(
            "id",
            FaultKind.ID_WITHOUT_JURISDICTION,
            f"the id does not start with '{start}'",
            f"name it {start}{text.id}",
        )
    if text.severity == "showstopper" and not source.prohibition:
        hint = "state `prohibition: true` if the source bans the activity outright, else lower the severity"
        yield fault(
            "severity", FaultKind.NO_PROHIBITION, "a showstopper, but its source is not an outright prohibition", hint
        )
    heaviest = heaviest_severity(rule, as_of)
    raised = own or any(change.what == "severity" for change in rule.changes)
    if SEVERITIES.index(text.severity) < SEVERITIES.index(heaviest) and not raised:
        message = f"{text.severity} is more than it can weigh by its basis ({text.basis})"
        yield fault("severity", FaultKind.SEVERITY_BEYOND_BASIS, message, f"make it {heaviest} at most")
    if text.basis == "house" and source.kind != "house-practice" and text.status is None:
        message = f"basis: house, but its source is of kind {source.kind} and no `status` says why it does not bind"
        hint = "state the basis that the source gives, cite a source of kind house-practice, or add a `status`"
        yield fault("basis", FaultKind.HOUSE_BY_OTHERS, message, hint)
    if "in_force" not in source.model_fields_set:
        hint = "state the day, or `in_force: null` if it is not known"
        yield fault("source", FaultKind.SOURCE_WITHOUT_DATE, "the source does not say since when it is in force", hint)
    if source.in_force and source.until and source.until < source.in_force:
        message = f"it ends on {source.until}, before it begins on {source.in_force}"
        yield fault("source.until", FaultKind.EMPTY_IN_FORCE, message, "correct one of the days")
    if text.outdated_view and not text.current_position:
        hint = "say what is so, since when, in `current_position`"
        yield fault(
            "outdated_view", FaultKind.OUTDATED_VIEW_ALONE, "an outdated view stands without the current position", hint
        )
    examples = text.examples
    missing = [verdict for verdict in (Verdict.MET, Verdict.GAP) if getattr(examples, verdict) is None]
    if rule.trigger is not None and examples.not_applicable is None:
        missing.append(Verdict.NOT_APPLICABLE)
    for name in missing:
        hint = f"add a fragment of a strategy under examples: {name}"
        yield fault("examples", FaultKind.MISSING_EXAMPLE, f"there is no example of {name}", hint)
    for condition in _silence_fails(rule.require):
        message = f"silence on '{condition.path}' would be a gap, not a question"
        yield Problem(
            f"{rule.id}: {message}",
            ruleset.source.key_place(condition.at),
            "leave `known` out: then it is unknown while the field is not stated"
            if condition.known
            else "write `given: true`, which is unknown while the field is not stated",
            FaultKind.SILENCE_AS_GAP,
        )


def _silence_fails(condition: Condition) -> Iterator[Compare | Quantified]:
    """The tests that decide alone whether a requirement holds, and are false of a field that is not stated."""
    match condition:
        case Compare(_, operator, operand, known=known):
            if OPERATORS[operator].unstated(operand, known=known) is False:
                yield condition
        case Quantified(known=True):
            yield condition
        case All():
            for part in children(condition):
                yield from _silence_fails(part)


def _unsatisfiable(
    ruleset: Ruleset, rule: Rule, rulesets: Rulesets, concepts: dict[str, Condition]
) -> Iterator[Problem]:
    """Tell what no document can bring about, unless an example of the rule does."""
    when, require = rule.trigger, rule.require
    triggered = () if when is None else (when,)
    claims = (
        (
            All(triggered),
            {Verdict.MET, Verdict.GAP},
            ("when", FaultKind.NEVER_APPLIES, "the trigger can never be true"),
            "two of its parts exclude each other: use `any`, or drop one",
        ),
        (
            All((*triggered, require)),
            {Verdict.MET},
            ("require", FaultKind.NEVER_MET, "the requirement can never be met"),
            "it excludes itself or the trigger: correct a value, or use `any`",
        ),
        (
            All((*triggered, Not(require))),
            {Verdict.GAP},
            ("require", FaultKind.NEVER_A_GAP, "the requirement can never fail"),
            "whatever the trigger lets through meets it or leaves it open: ask for something that can be missing",
        ),
    )
    for condition, refuting, (key, kind, message), hint in claims:
        if not can_be(condition, True, concepts) and not refuting & _shown(ruleset, rule, rulesets):
            yield _fault(ruleset, (*rule.at, key), kind, f"{rule.id}: {message}", hint)


def _shown(ruleset: Ruleset, rule: Rule, rulesets: Rulesets) -> set[Verdict]:
    """The verdicts that examples of a rule claim and bring."""
    try:
        results = list(run_examples(ruleset, rule, CompiledEngine(rulesets.concepts)))
    except InputError:
        return set()
    return {result.expected for result in results if result.passed}


def _alike(rules: Iterable[Rule]) -> Mapping[str, Sequence[Rule]]:
    """By the id of each rule: the rules of the same subjects, itself among them, in the order in which they stand."""
    found: dict[Any, list[Rule]] = {}
    for rule in rules:
        found.setdefault((rule.text.subject, _form(rule.applies), _form(rule.trigger)), []).append(rule)
    return {rule.id: together for together in found.values() for rule in together}


def _twins(
    ruleset: Ruleset, rule: Rule, alike: Mapping[str, Sequence[Rule]], concepts: dict[str, Condition]
) -> Iterator[Problem]:
    """Tell of an earlier rule that asks the same or the opposite of the same subjects."""
    for other in alike[rule.id]:
        if other.id == rule.id:
            return
        if not _overlap(rule, other):
            continue
        if _form(other.require) == _form(rule.require):
            message = f"{rule.id}: '{other.id}' already asks the same of the same subjects"
            yield _fault(
                ruleset, (*rule.at, "id"), FaultKind.SHADOWED, message, "remove one, or cite both sources in one"
            )
        elif other.text.source.citation == rule.text.source.citation and not can_be(
            All((other.require, rule.require)), True, concepts
        ):
            message = f"{rule.id}: whoever meets it fails '{other.id}', by the same citation"
            yield _fault(
                ruleset, (*rule.at, "require"), FaultKind.CONTRADICTION, message, "hold both against the source"
            )


def _overlap(rule: Rule, other: Rule) -> bool:
    """Tell whether two rules bind at the same time; the old and the new text of a law do not."""
    one, two = rule.text.source, other.text.source
    return not (
        (one.until and two.in_force and one.until < two.in_force)
        or (two.until and one.in_force and two.until < one.in_force)
    )


def _form(condition: Condition | None) -> Any:
    """A condition without the places of its parts, in which the order of parts does not count."""
    if condition is None:
        return None
    own: tuple[Any, ...] = ()
    match condition:
        case Is(concept):
            own = (concept,)
        case Compare(path, operator, operand, known=known):
            own = (str(path), operator, operand, known)
        case Quantified(path, quantifier, known=known):
            own = (str(path), quantifier, condition.at_least, condition.at_most, known)
    return type(condition), own, frozenset(_form(part) for part in children(condition))


def _whole(conditions: Iterable[Condition | None], concepts: dict[str, Condition]) -> bool:
    """Tell whether all concepts behind conditions could be typed."""
    return all(
        name in concepts and _whole([concepts[name]], concepts)
        for condition in conditions
        for name in concepts_in(condition)
    )
