# SPDX-License-Identifier: Apache-2.0
"""Holds three judges against each other: the compiled engine, the durable engine, and the reference interpreter.

Rulesets and strategies are generated over the whole model: conditions of every operator, quantifier and nesting about
any field, concepts on concepts, jurisdictions, nexus, sectors and dates; strategies that state any field or none, with
empty lists, extreme numbers and days, and text in any script. Used by test_parity.py and benchmarks/durable_parity.py.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import hypothesis
from generated import AS_OF, lists_in
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from reference import NO, OPEN, UNLISTED, YES, Answers, Reference, binds, both, denied, either, judgement

from govrules.engines.interface import EngineError
from govrules.engines.named import engine_named
from govrules.logic import FieldType, Shape
from govrules.logic.incomplete import IncompleteList
from govrules.logic.operators import OPERATORS, fitting
from govrules.ruleset import Rule, Rulesets
from govrules.ruleset.load import open_rulesets
from govrules.strategy import Strategy, StrategyShapes
from govrules.taxonomy import jurisdictions, sectors

SHAPES = StrategyShapes()
DEEPEST = 4
CODES = ("US", "US-CA", "US-NY", "EU", "FR", "NO", "ZZ", "AU")
DAYS = [date.min, *(AS_OF + timedelta(days) for days in (-400, -31, -30, -1, 0, 1, 30, 31)), date.max]
TEXTS = (
    "",
    " ",
    "Ada",
    "no risk",
    "ask Ada.",
    "x_Ada",
    "Żółć",
    "STRASSE ß",
    "İstanbul",
    "\u202erisk",
    "政策 risk",
    "🙂",
)
POOLS: dict[str, tuple[Any, ...]] = {
    "boolean": (True, False),
    "integer": (0, 1, 2, 3, 60, 10**30),
    "number": (0, 0.5, 1, 2.5, 3, 60, 1e-7, 1e22, 10**30),
    "text": (*TEXTS, "a" * 5_000 + " risk"),
    "day": tuple(day.isoformat() for day in DAYS),
    "market": CODES,
    "jurisdiction": CODES,
    "sector": ("financial-services", "investment-firm", "broker-dealer", "bank", "healthcare"),
}
TYPES = {
    "market": FieldType("market", True, tree=jurisdictions()),
    "jurisdiction": FieldType("jurisdiction", True, tree=jurisdictions()),
    "sector": FieldType("sector", True, tree=sectors()),
}


def pool(type_: FieldType) -> tuple[Any, ...]:
    return type_.choices if type_.kind == "choice" else POOLS[type_.kind]


def paths(shape: Shape, before: tuple[str, ...] = ()) -> Iterator[tuple[str, FieldType]]:
    """All fields of a shape and of the parts in it that are no lists."""
    for name, attribute in shape.attributes.items():
        yield ".".join((*before, name)), attribute.type
        if attribute.type.part is not None and not attribute.type.many:
            yield from paths(attribute.type.part, (*before, name))


FIELDS = {shape.name: list(paths(shape)) for shape in [SHAPES.root]}
SUBJECTS = ["strategy", *(path for path, _ in FIELDS["strategy"] if SHAPES.subject(path))]


def fields(shape: Shape) -> list[tuple[str, FieldType]]:
    if shape.name not in FIELDS:
        FIELDS[shape.name] = list(paths(shape))
    return FIELDS[shape.name]


def operand(operator: str, type_: FieldType) -> st.SearchStrategy[Any]:
    match OPERATORS[operator].operand:
        case "flag":
            return st.booleans()
        case "values":
            return st.lists(st.sampled_from(pool(type_)), min_size=1, max_size=3)
        case "words":
            return st.lists(st.sampled_from(["Ada", "NO RISK", "risk", ".", "żółć", "政策"]), min_size=1, max_size=2)
        case "days":
            return st.sampled_from([0, 1, 30])
    return st.sampled_from(pool(type_))


def known(draw: st.DrawFn, test: Any) -> Any:
    """A test of a field, now and then behind `known`."""
    return {"known": test} if draw(st.integers(0, 3)) == 0 else test


bounds = st.dictionaries(st.sampled_from(["at_least", "at_most"]), st.integers(0, 3), min_size=1)


@st.composite
def quantified(draw: st.DrawFn, shape: Shape, concepts: dict[str, Shape], depth: int) -> dict[str, Any]:
    """A condition on the elements of a list of the shape, or of the document."""
    lists = [
        (written, type_.part)
        for home, before in ((shape, ""), (SHAPES.root, "strategy."))
        for path, type_ in fields(home)
        if type_.many and type_.part is not None and (written := f"{before}{path}")
    ]
    written, part = draw(st.sampled_from(lists))
    operator = draw(st.sampled_from(["some", "every", "count"]))
    where = draw(conditions(part, concepts, depth - 1))
    return {written: known(draw, {operator: where if operator != "count" else draw(bounds) | {"where": where}})}


@st.composite
def leaves(draw: st.DrawFn, shape: Shape) -> dict[str, Any]:
    """A condition on one field of the shape, or of the document."""
    own = shape is SHAPES.root or draw(st.integers(0, 3)) > 0
    found = fields(shape if own else SHAPES.root)
    # First the kind, for a handful of codes would be lost among hundreds of flags.
    kind = draw(st.sampled_from(sorted({type_.kind for _, type_ in found})))
    path, type_ = draw(st.sampled_from([one for one in found if one[1].kind == kind]))
    written = path if own else f"strategy.{path}"
    operators = [name for name in fitting(type_) if name not in ("some", "every")]
    if len(operators) > 1 and draw(st.integers(0, 3)) > 0:
        operators.remove("stated")  # It fits every field, and would crowd out what does not.
    operator = draw(st.sampled_from(operators))
    if operator == "count":
        return {written: known(draw, {"count": draw(bounds)})}
    value = draw(operand(operator, type_))
    if operator == "stated":
        return {written: {operator: value}}
    return {written: known(draw, value if operator == "equals" and draw(st.booleans()) else {operator: value})}


@st.composite
def conditions(draw: st.DrawFn, shape: Shape, concepts: dict[str, Shape], depth: int) -> dict[str, Any]:
    """A condition about a thing of this shape, as a ruleset writes it."""
    forms = ["leaf", "both", "all", "any", "not", "is", "list", "list"]
    form = draw(st.sampled_from(forms)) if depth > 0 else "leaf"
    about = [name for name, kind in concepts.items() if kind is shape or kind is SHAPES.root]
    if form == "is" and about:
        return {"is": draw(st.sampled_from(about))}
    if form in ("all", "any"):
        most = draw(st.sampled_from([2, 3, 20]))
        inner = conditions(shape, concepts, depth - 1) if most < 20 else leaves(shape)
        return {form: draw(st.lists(inner, min_size=1, max_size=most))}
    if form == "not":
        return {"not": draw(conditions(shape, concepts, depth - 1))}
    if form == "list":
        return draw(quantified(shape, concepts, depth))
    if form == "both":
        return draw(leaves(shape)) | draw(leaves(shape))
    return draw(leaves(shape))


@st.composite
def ruleset_texts(draw: st.DrawFn) -> dict[str, Any]:
    """A ruleset as plain data: concepts, each on those before it, and rules. What does not type is left out of it."""
    subjects = draw(st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=3))
    known: dict[str, Shape] = {}
    concepts = []
    for index in range(draw(st.integers(0, 5))):
        subject = draw(st.sampled_from(["strategy", *subjects]))
        shape = SHAPES.subject(subject)
        assert shape is not None
        when = draw(conditions(shape, known, 3))
        concepts.append({"id": f"concept-{index}", "title": "C", "subject": subject, "when": when})
        known[f"concept-{index}"] = shape
    rules = []
    for index in range(draw(st.integers(1, 6))):
        subject = draw(st.sampled_from(["strategy", *subjects]))
        shape = SHAPES.subject(subject)
        assert shape is not None
        source = {"citation": "1", "authority": "A", "kind": "statute", "confidence": "unverified"}
        if draw(st.integers(0, 7)) == 0:
            source["until"] = draw(st.sampled_from(POOLS["day"]))
        rule: dict[str, Any] = {
            "id": f"rule-{index}",
            "title": "A rule",
            "severity": "major",
            "basis": "required",
            "jurisdiction": draw(st.sampled_from(["ZZ", "ZZ", "ZZ", *CODES])),
            "nexus": draw(st.sampled_from([["audience"], ["establishment"], ["staff", "listing"], ["audience"]])),
            "sectors": draw(st.sampled_from([[], [], ["bank"], ["broker-dealer", "healthcare"]])),
            "source": source,
            "finding": "Something is missing.",
            "remedy": {"do": "Do it", "owner": "legal", "effort": "days"},
            "subject": subject,
            "require": draw(conditions(shape, known, DEEPEST)),
        }
        if draw(st.booleans()):
            rule["when"] = draw(conditions(shape, known, 3))
        if draw(st.integers(0, 2)) == 0:
            rule["unless"] = draw(conditions(shape, known, 2))
        if draw(st.integers(0, 5)) == 0:
            rule["documents"] = draw(st.sampled_from([["strategy"], ["policy", "campaign"]]))
        # Only to earlier rules, so that there is no circle.
        specials = [other["id"] for other in rules if other["subject"] in (subject, "strategy")]
        if specials and draw(st.booleans()):
            rule["yields_to"] = draw(st.lists(st.sampled_from(specials), min_size=1, max_size=2, unique=True))
        rules.append(rule)
    head = {"ruleset": "test/one", "title": "Test", "version": "1", "reviewed": "2026-11-23"}
    return head | {"concepts": concepts, "rules": rules}


documents = st.builds(lambda seed: document(Random(seed)), st.integers(0, 2**62))
"""Documents as plain data over the whole model; hypothesis chooses where the random generator starts."""


def document(random: Random) -> dict[str, Any]:
    stated = random.choice([0.1, 0.5, 0.8, 0.95, 1])
    longest = random.choice([1, 2, 3])
    whole = _part(SHAPES.root, random, stated, longest)
    whole["title"] = "T"
    whole["organisation"] = whole.get("organisation", {}) | {"name": "Acme"}
    lists = lists_in(whole)
    share = random.choice([0, 0, 0.3, 1])
    return whole | {"incomplete": [path for path in lists if random.random() < share]}


def _part(shape: Shape, random: Random, stated: float, longest: int) -> dict[str, Any]:
    return {
        name: _value(attribute.type, random, stated, longest)
        for name, attribute in shape.attributes.items()
        # Parts are stated more often than their fields, for nothing can be said of what is in one that is not.
        if not attribute.rests_on and random.random() < (stated if attribute.type.part is None else stated**0.3)
    }


def _value(type_: FieldType, random: Random, stated: float, longest: int) -> Any:
    if type_.part is not None:
        parts = [
            _part(type_.part, random, stated, longest) for _ in range(random.randint(0, longest) if type_.many else 1)
        ]
        return parts if type_.many else parts[0]
    values = pool(type_)
    return random.sample(values, random.randint(0, min(2, len(values)))) if type_.many else random.choice(values)


def strategy(raw: dict[str, Any]) -> Strategy:
    """The strategy of a document, without the values that its model refuses."""
    while True:
        try:
            return Strategy.model_validate(raw)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                _leave_out(raw, [step for step in details["loc"] if not str(step).startswith("function-")])


def _leave_out(raw: Any, steps: list[Any]) -> None:
    """Take out what stands at these steps, or the last part on the way that is there."""
    way = []
    for step in steps:
        if not (step in raw if isinstance(raw, dict) else isinstance(raw, list) and step < len(raw)):
            break
        way.append((raw, step))
        raw = raw[step]
    if not way:
        return  # it went with another one
    parent, step = way.pop()
    if isinstance(parent, list) and parent[step] == {}:
        # A part that may not state nothing: its list goes.
        parent, step = way.pop()
    # Elements stay, for the places of others would move: a part becomes one that states nothing.
    if isinstance(parent, list) and isinstance(parent[step], dict):
        parent[step] = {}
    else:
        del parent[step]


def drawn(values: st.SearchStrategy[Any], number: int, seed: int) -> list[Any]:
    """That many generated values; the same for the same seed."""
    found: list[Any] = []

    @hypothesis.seed(seed)
    @settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(values)
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    return found


PLANNED = {"audiences", "channels", "content", "endorsements", "promotions", "data_uses"}


def expected(loaded: Rulesets, about: Strategy, as_of: date) -> dict[tuple[str, tuple[Any, ...]], str]:
    """The verdicts that the design defines, by the reference interpreter."""
    meaning = Reference(about, as_of, {name: concept.when for name, concept in loaded.concepts.items()})
    found = {}
    in_force = {name: rule for name, rule in loaded.rules.items() if not _ended(rule, as_of)}

    def bound(rule: Rule, subject: Any) -> Answers:
        text = rule.text
        kinds = YES if not text.documents or about.document in text.documents else NO
        own = None if text.subject == "strategy" else subject
        return both([kinds, binds(text.jurisdiction, text.nexus, text.sectors, own, about, TYPES)])

    def triggered(rule: Rule, subject: Any) -> Answers:
        exempt = NO if rule.unless is None else meaning.answers(rule.unless, subject)
        return both([YES if rule.when is None else meaning.answers(rule.when, subject), denied(exempt)])

    def taken(rule: Rule, subject: Any) -> Answers:
        specials = [in_force[name] for name in rule.text.yields_to if name in in_force]
        started = [one for one in specials if one.text.source.in_force is None or one.text.source.in_force <= as_of]
        reaches = [reach(special, subject) for special in started]
        if subject is not None and meaning.required(rule.require, subject) == NO:
            # Whichever rule is for a subject that falls short of both, it falls short.
            reaches = [
                NO if reached == OPEN and short(special, subject) else reached
                for special, reached in zip(started, reaches, strict=True)
            ]
        return either(reaches)

    def reach(special: Rule, subject: Any) -> Answers:
        on = about if special.text.subject == "strategy" else subject
        # Of a list that is not stated nothing is known of its elements.
        return OPEN if on is None else both([bound(special, on), triggered(special, on)])

    def short(special: Rule, subject: Any) -> bool:
        on = about if special.text.subject == "strategy" else subject
        others = [in_force[name] for name in special.text.yields_to if name in in_force]
        return meaning.required(special.require, on) == NO and all(
            reach(other, subject) == NO or short(other, subject) for other in others if other.binds_on(as_of)
        )

    for rule in in_force.values():
        text = rule.text
        whole = text.subject == "strategy"
        elements: Any = about
        for name in () if whole else text.subject.split("."):
            elements = None if elements is None else getattr(elements, name)
        start = tuple(text.subject.split("."))
        # A policy lists no channels or campaigns: those that it leaves out are not its subject.
        left_out = elements is None and about.document == "policy" and text.subject in PLANNED
        more = (elements is None and not left_out) or isinstance(elements, IncompleteList)
        if more and True in both([bound(rule, None), triggered(rule, UNLISTED)]) and taken(rule, None) != YES:
            found[rule.id, start] = "may-apply"
        placed = [((*start, index), one) for index, one in enumerate(elements or ())]
        for pointer, subject in [((), about)] if whole else placed:
            verdict = judgement(
                bound(rule, subject),
                triggered(rule, subject),
                meaning.required(rule.require, subject),
                taken(rule, subject),
            )
            if verdict is not None:
                found[rule.id, pointer] = verdict
    return found


def _ended(rule: Rule, as_of: date) -> bool:
    return rule.text.source.until is not None and rule.text.source.until < as_of


@dataclass
class Tally:
    """What a run compared, and what differed: the ruleset, the document, and who said what."""

    pairs: int = 0
    rules: int = 0
    rulesets: int = 0
    strategies: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    differences: list[dict[str, Any]] = field(default_factory=list)


def hold(rulesets: int, strategies: int, seed: int, folder: Path) -> Tally:
    """Judge that many strategies by each of that many rulesets, with all three judges. Drawn anew for each seed."""
    tally = Tally()
    cases = [(raw, strategy(raw)) for raw in drawn(documents, strategies, seed)]
    tally.strategies = len(cases)
    for text in drawn(ruleset_texts(), rulesets, seed):
        path = folder / "generated.json"
        path.write_text(json.dumps(text), encoding="utf-8")
        loaded, _ = open_rulesets([path]).examine()
        if not loaded.rules:
            continue
        tally.rulesets += 1
        tally.rules += len(loaded.rules)
        for word in json.dumps([text["rules"], text["concepts"]]).split('"')[1::2]:
            tally.forms[word] += 1
        engine = engine_named("both", loaded.concepts)
        rules = list(loaded.rules.values())
        for raw, about in cases:
            tally.pairs += 1
            wanted = expected(loaded, about, AS_OF)
            tally.verdicts.update(wanted.values())
            try:
                found = {(it.rule.id, it.subject): it.verdict for it in engine.judge(rules, about, AS_OF)}
                said = None if found == wanted else f"engines {found}, reference {wanted}"
            except EngineError as error:
                said = str(error)
            if said is not None:
                tally.differences.append({"said": said, "ruleset": text, "document": raw})
    return tally
