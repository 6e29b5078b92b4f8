# SPDX-License-Identifier: Apache-2.0
"""The reference of the language, from the models, the operators and the codes themselves, so that it cannot differ."""

from collections.abc import Iterator, Mapping
from inspect import cleandoc

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from govrules.logic.operators import OPERATORS, Operand, Operator
from govrules.logic.parse import FORMS, KNOWN, QUANTIFIERS
from govrules.logic.shape import Attribute, Shape, TypeKind
from govrules.output.presentation.markdown import block, code, heading, link, page, plain, table
from govrules.ruleset.model import (
    ChangeText,
    Citation,
    ConceptText,
    CoversText,
    DefaultsText,
    Examples,
    OwnFieldText,
    OwnPartText,
    Parameter,
    Remedy,
    RulesetText,
    RuleText,
    SectorText,
    Status,
    Undecided,
)
from govrules.source.annotations import Value, fields_of, value_of
from govrules.source.faults import FaultKind
from govrules.strategy.fields import StrategyShapes
from govrules.strategy.platforms import TOPIC_GROUPS
from govrules.taxonomy import Tree, jurisdictions
from govrules.verdict import Verdict

# The parts of a ruleset in the order in which an author meets them, and what each is called.
_PARTS: Mapping[type[BaseModel], str] = {
    RulesetText: "Ruleset",
    CoversText: "Coverage",
    DefaultsText: "Defaults",
    RuleText: "Rule",
    Citation: "Source",
    Status: "Status",
    Parameter: "Parameter",
    Remedy: "Remedy",
    Examples: "Examples",
    Undecided: "Omission",
    ConceptText: "Concept",
    ChangeText: "Change",
    SectorText: "Sector",
    OwnPartText: "Part",
    OwnFieldText: "Field",
}
_KINDS: Mapping[TypeKind, str] = {
    "boolean": "true-or-false",
    "integer": "whole number",
    "number": "number",
    "text": "text",
    "day": "date",
    "choice": "choice",
    "market": "market",
    "jurisdiction": "jurisdiction",
    "sector": "sector",
    "part": "group of fields",
}
_PLAIN = {
    "text": "text",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "day": "a date, YYYY-MM-DD",
}
_OPERANDS: Mapping[Operand, str] = {
    "value": "a value of the field",
    "values": "a list of values of the field",
    "number": "a number",
    "days": "a whole number of days",
    "flag": "true or false",
    "words": "a list of words or phrases",
    "day": "a date, YYYY-MM-DD",
}
KNOWN_EXAMPLE = """\
all:
  - archive.enabled: {known: true}                           # false where it is left out, and not unknown
  - archive.years: {known: {at_least: 3}}
  - strategy.channels: {known: {some: {visibility: public}}} # false where no channels are listed
"""
CONDITIONS_EXAMPLE = """\
all:
  - visibility: public                          # a field and the value that it must have
  - audience: {includes: retail-investors}      # a field and an operator
  - archive.years: {at_least: 3}                # a field inside a group of fields
  - any: [{content_classes: {includes: live}}, {content_classes: {includes: paid}}]
  - not: {status: {one_of: [planned, dormant]}}
  - strategy.research: {some: {published_on: {within_days: 31}}} # a list of the document
"""


def reference(shapes: StrategyShapes) -> dict[str, str]:
    """The pages of the reference by path, in a fixed order. ``shapes`` are those of the strategy document."""
    pages = {
        "index.md": _front_page(),
        "ruleset.md": _ruleset_page(),
        "conditions.md": _conditions_page(),
        "faults.md": _faults_page(),
        "sectors.md": _sectors_page(shapes.sectors),
        "jurisdictions.md": _jurisdictions_page(),
        **dict(_field_pages(shapes)),
    }
    return dict(sorted(pages.items()))


def _front_page() -> str:
    pages = {
        "ruleset.md": "every key of a ruleset",
        "conditions.md": "triggers, requirements and concepts: operators, and how true, false and unknown come about",
        "fields.md": "every field of a strategy, with its question, its values and its unit",
        "faults.md": "every fault that `govrules lint` reports, by code",
        "sectors.md": "the industries that a rule or a strategy may name",
        "jurisdictions.md": "the jurisdictions that a rule or a strategy may name",
    }
    text = "\n".join(f"- {link(name.removesuffix('.md').capitalize(), name)}: {what}" for name, what in pages.items())
    return page([heading(1, "Reference"), "Generated from the product itself.", text])


def _ruleset_page() -> str:
    parts = [heading(1, "Keys of a ruleset"), "A ruleset is one YAML file. A key that is not listed here is an error."]
    for model, name in _PARTS.items():
        parts += [heading(2, name, name.lower()), _ours(cleandoc(model.__doc__ or ""))]
        parts.append(table(["Key", "What it says", "Value"], _keys(model)))
    return page(parts)


def _keys(model: type[BaseModel]) -> Iterator[tuple[str, str, str]]:
    for key, info in fields_of(model).items():
        need = "" if not info.is_required() else " **Required.**"
        yield code(key), _ours(f"{info.description}.{need}"), _value(key, info)


def _value(key: str, info: FieldInfo) -> str:
    value = value_of(info)
    if value.kind == "anything":
        return (
            link("a condition", "conditions.md")
            if key in ("when", "unless", "require")
            else "a fragment of a strategy, or a list"
        )
    words = _words(value)
    default = info.default
    if info.is_required() or default in (None, (), {}) or isinstance(default, BaseModel):
        return words
    shown = ", ".join(default) if isinstance(default, tuple) else str(default).lower()
    return f"{words}. Left out: {code(shown)}"


def _words(value: Value) -> str:
    """What a field of the models may hold, in words."""
    match value:
        case Value(kind="jurisdiction" | "market"):
            return link("a jurisdiction", "jurisdictions.md")
        case Value(kind="sector"):
            return link("a sector", "sectors.md")
        case Value(kind="either"):
            return " or ".join(map(_words, value.alternatives))
        case Value(kind="choice"):
            return _choices(tuple(str(choice).lower() for choice in value.choices))
        case Value(kind="list", elements=Value() as elements):
            return f"a list, each {_words(elements)}"
        case Value(kind="mapping", elements=Value() as elements):
            return f"a mapping, each value {_words(elements)}"
        case Value(kind="part", model=type() as model):
            name = _PARTS[model]
            article = "" if name.endswith("s") else "an " if name[0] in "AEIOU" else "a "
            return link(f"{article}{name.lower()}", f"#{name.lower()}")
        case _:
            return _PLAIN[value.kind]


def _choices(values: tuple[str, ...]) -> str:
    listed = ", ".join(code(value) for value in values)
    return listed if len(values) == 1 else f"one of {listed}"


def _conditions_page() -> str:
    operators = [
        (code(operator.name), plain(operator.meaning), _OPERANDS[operator.operand], _fits(operator))
        for operator in OPERATORS.values()
    ]
    return page(
        [
            heading(1, "Conditions"),
            "A condition is a mapping; all of its entries must hold. An entry is one of the words below, or a field "
            "with the value that it must have, or with operators that must all hold. Fields are those of the subject; "
            "`strategy.` before one reaches the document as a whole, and a dot leads into a group of fields.",
            block(CONDITIONS_EXAMPLE),
            table(["Word", "Meaning"], [(code(name), _ours(meaning)) for name, meaning in FORMS.items()]),
            heading(2, "Operators"),
            table(["Operator", "The field ...", "Takes", "Fits"], operators),
            heading(2, "Quantifiers"),
            "They are about a list. `some` and `every` fit a list of groups of fields, and the fields in their "
            "condition are those of the element; `count` fits every list.",
            table(["Quantifier", "Meaning"], [(code(name), _ours(meaning)) for name, meaning in QUANTIFIERS.items()]),
            heading(2, "Known to be"),
            f"`known` stands before the value or the operators of a field, and means that the field {KNOWN}. So "
            "`archive.enabled: {known: true}` is true where a strategy says that there is an archive, and false where "
            "it says that there is none or leaves it open.",
            block(KNOWN_EXAMPLE),
            heading(2, "True, false and unknown"),
            "What a strategy does not state is unknown, never “no”. A comparison with a field that is not stated is "
            "unknown, and so are `some`, `every` and `count` over a list that is not stated; with `known` they are "
            "false, and only `stated` is always decided. `all` is false as soon as one part is, and `any` true as soon "
            "as one part is, whatever is unknown; `not` of unknown is unknown.",
            "A document can say that a list is not complete. Then only that is decided which more elements cannot "
            "change: `some` and `includes` are true or unknown, `every` and `only` are false or unknown, and of a "
            "`count` only the lower bound is known.",
            table(
                ["Trigger", "Requirement", "Verdict"],
                [
                    ("false", "any", Verdict.NOT_APPLICABLE),
                    ("true", "true", Verdict.MET),
                    ("true", "false", Verdict.GAP),
                    ("true", "unknown", Verdict.UNANSWERED),
                    ("unknown", "true", Verdict.MET),
                    ("unknown", "false or unknown", Verdict.MAY_APPLY),
                ],
            ),
            table(["Verdict", "Meaning"], [(code(verdict), verdict.meaning) for verdict in Verdict]),
            heading(2, "Parameters and messages"),
            "`$name` in a condition stands for the rule's parameter of that name. `{name}` in a finding is what the "
            "subject is called, `{label}` the same; any other word in braces is a field of the subject or a parameter.",
            heading(2, "Groups of topics"),
            "In a list of topics `$name` stands for all topics of a group, so that no list forgets one: "
            "`{topics: {known: {only: [credit, mortgage, $any-business]}}}`.",
            table(
                ["Group", "Topics"],
                [(code(f"${name}"), ", ".join(map(code, topics))) for name, topics in TOPIC_GROUPS.items()],
            ),
        ]
    )


def _fits(operator: Operator) -> str:
    others = [name for kind, name in _KINDS.items() if kind not in operator.kinds]
    kinds = ", ".join(_KINDS[kind] for kind in operator.kinds)
    if len(others) < len(operator.kinds):
        kinds = f"every kind but {' and '.join(others)}" if others else "every kind"
    amount = {True: "a list", False: "a single value", None: "a single value or a list"}[operator.many]
    return f"{amount}: {kinds}"


def _faults_page() -> str:
    rows = [
        (code(kind.code), _ours(kind.meaning), code(kind)) for kind in sorted(FaultKind, key=lambda kind: kind.code)
    ]
    text = "`govrules lint` reports each fault with file, line, column and the way out. A code keeps its meaning."
    return page([heading(1, "Faults of a ruleset"), text, table(["Code", "Meaning", "Name in JSON"], rows)])


def _sectors_page(tree: Tree) -> str:
    def lines(names: tuple[str, ...], depth: int) -> Iterator[str]:
        for name in names:
            yield f"{'    ' * depth}- {plain(tree.name(name))}: {code(name)}"
            yield from lines(tree.children(name), depth + 1)

    roots = tuple(name for name in tree.names if not tree.ancestors(name))
    text = "What holds for an industry holds for all that stand under it."
    return page([heading(1, "Sectors"), text, "\n".join(lines(roots, 0))])


def _jurisdictions_page() -> str:
    tree = jurisdictions()
    rows = []
    for name in tree.names:
        above = ", ".join(code(other) for other in tree.names if other in tree.ancestors(name))
        rows.append((code(name), plain(tree.name(name)), above))
    text = "What holds for a jurisdiction holds for all that lie in it."
    return page([heading(1, "Jurisdictions"), text, table(["Code", "Name", "Lies in"], rows)])


def _field_pages(shapes: StrategyShapes) -> Iterator[tuple[str, str]]:
    root = shapes.root
    sections = {name: attribute for name, attribute in root.attributes.items() if attribute.type.part is not None}
    plain_fields = [attribute for attribute in root.attributes.values() if attribute.type.part is None]
    rows = [
        (link(code(name), f"fields/{name}.md"), plain(attribute.question), "yes" if attribute.type.many else "")
        for name, attribute in sections.items()
    ]
    yield (
        "fields.md",
        page(
            [
                heading(1, "Fields of a strategy"),
                "Only the title and the organisation's name must be stated; what is left out is unknown. A list that "
                "is stated is complete, and an empty list says that there is none. A list that is not complete yet "
                f"is named under {code('incomplete')}.",
                table(["Field", "Question and answer"], map(_field, plain_fields)),
                heading(2, "Sections"),
                table(["Section", "Question", "A list"], rows),
            ]
        ),
    )
    for name, attribute in sections.items():
        yield f"fields/{name}.md", page([heading(1, code(name)), *_groups(name, attribute)])


def _groups(path: str, attribute: Attribute) -> Iterator[str]:
    """A group of fields, and after it the groups inside it."""
    part = attribute.type.part
    assert part is not None, "only groups have fields"
    yield plain(attribute.question)
    if attribute.type.many:
        yield "A list; each element has these fields:"
    yield table(["Field", "Question and answer"], map(_field, part.attributes.values()))
    yield from _inner(path, part)


def _inner(path: str, shape: Shape) -> Iterator[str]:
    for name, attribute in shape.attributes.items():
        if attribute.type.part is not None:
            yield heading(2, code(f"{path}.{name}"), f"{path}.{name}")
            yield from _groups(f"{path}.{name}", attribute)


def _field(attribute: Attribute) -> tuple[str, str]:
    type_ = attribute.type
    if type_.choices:
        answer = f"{'any of' if type_.many else 'one of'} {', '.join(code(choice) for choice in type_.choices)}"
    else:
        answer = f"{type_}"
    if attribute.unit:
        answer += f", in {plain(attribute.unit)}"
    if attribute.rests_on:
        answer += f"; not written but worked out from {', '.join(code(name) for name in attribute.rests_on)}"
    return code(attribute.name), f"{plain(attribute.question)}<br>*{answer[0].upper()}{answer[1:]}.*"


def _ours(text: str) -> str:
    """A text of the product itself, which may have code in it, on one line."""
    return " ".join(text.replace("``", "`").split())
