# SPDX-License-Identifier: Apache-2.0
"""What an editor tells of the word under the cursor, offers to complete it, and where it leads."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from govrules.editor.marks import kind_of
from govrules.editor.text import Cursor, cursor
from govrules.logic.operators import OPERATORS
from govrules.logic.shape import Attribute, Shape
from govrules.ruleset.bundled import bundled_paths
from govrules.ruleset.model import RuleText
from govrules.ruleset.rule import Concept, Rule, Rulesets
from govrules.strategy.choices import in_words

_CONDITIONS = ("when", "unless", "require")
_SUBJECT = re.compile(r"^\s+subject:\s*([\w.]+)")
_RULE = re.compile(r"^\s*-\s+id:\s*(\S+)")


@dataclass(frozen=True)
class Offer:
    """Something to type: the text, and what it means."""

    text: str
    meaning: str


@dataclass(frozen=True)
class Spot:
    """A file and a line, counting from 0."""

    file: str
    line: int


@dataclass(frozen=True)
class Helper:
    """Help with one text. ``rulesets`` are those by which strategies are judged, and which a ruleset may extend."""

    text: str
    file: str
    rulesets: Rulesets

    def told(self, line: int, column: int) -> str | None:
        """What the word under the cursor means, as Markdown; None where there is nothing to tell."""
        at = self._cursor(line, column)
        if kind_of(self.text) == "strategy":
            attribute = self._attribute(at.keys if at.in_value else (*at.keys, at.word))
            return _meaning(attribute) if attribute else None
        if found := self.rulesets.concepts.get(at.word):
            return f"**Concept**: {found.text.title}"
        if rule := self.rulesets.rules.get(at.word):
            return _rule(rule)
        attribute = self._field(line, at.word)
        return _meaning(attribute) if attribute else None

    def offers(self, line: int, column: int) -> list[Offer]:
        """What can be typed here."""
        at = self._cursor(line, column)
        if kind_of(self.text) == "strategy":
            return list(self._in_strategy(at))
        return list(self._in_ruleset(at, line))

    def leads_to(self, line: int, column: int) -> Spot | None:
        """Where a concept, a rule or a ruleset that is named here is written; None where it is none."""
        word = self._cursor(line, column).word
        own = re.compile(rf"^\s*-\s+id:\s*{re.escape(word)}\s*$")
        for number, text in enumerate(self._lines):
            if word and own.match(text):
                return Spot(self.file, number)
        named = self.rulesets.concepts.get(word) or self.rulesets.rules.get(word)
        if named is not None:
            return self._written(named)
        for path in bundled_paths():
            if word == f"{path.parent.name}/{path.stem}":
                return Spot(str(path), 0)
        beside = Path(self.file).parent / word
        return Spot(str(beside), 0) if word.endswith((".yaml", ".yml", ".json")) and beside.is_file() else None

    def rules(self) -> Iterator[tuple[int, str]]:
        """The lines on which rules begin, with their ids."""
        within = False
        for number, text in enumerate(self._lines):
            within = text.startswith("rules:") or (within and (not text.strip() or text[0] in " #-"))
            if within and (found := _RULE.match(text)):
                yield number, found[1]

    @property
    def _lines(self) -> list[str]:
        return self.text.splitlines()

    def _cursor(self, line: int, column: int) -> Cursor:
        return cursor(self._lines, line, column)

    def _attribute(self, keys: Iterable[str | int]) -> Attribute | None:
        shape: Shape | None = self.rulesets.shapes.root
        attribute: Attribute | None = None
        for key in keys:
            if isinstance(key, int):
                continue
            attribute = shape.attributes.get(key) if shape else None
            if attribute is None:
                return None
            shape = attribute.type.part
        return attribute

    def _shape(self, keys: Iterable[str | int]) -> Shape | None:
        names = [key for key in keys if isinstance(key, str)]
        if not names:
            return self.rulesets.shapes.root
        attribute = self._attribute(names)
        return attribute.type.part if attribute else None

    def _in_strategy(self, at: Cursor) -> Iterator[Offer]:
        if at.in_value:
            attribute = self._attribute(at.keys)
            yield from _values(attribute) if attribute else ()
            return
        shape = self._shape(at.keys)
        for name, attribute in shape.attributes.items() if shape else ():
            if not attribute.rests_on:
                yield Offer(f"{name}: ", attribute.question)

    def _in_ruleset(self, at: Cursor, line: int) -> Iterator[Offer]:
        keys = [key for key in at.keys if isinstance(key, str)]
        if keys[:1] != ["rules"]:
            return
        if at.in_value and keys[-1] == "is":
            yield from (Offer(name, one.text.title) for name, one in self.rulesets.concepts.items())
        elif len(keys) == 1 and not at.in_value:
            yield from (Offer(f"{name}: ", info.description or "") for name, info in RuleText.model_fields.items())
        elif any(key in _CONDITIONS for key in keys):
            attribute = self._field(line, keys[-1])
            if attribute is not None:
                yield from _values(attribute)
                for name, values in attribute.type.groups.items():
                    yield Offer(f"${name}", ", ".join(map(in_words, values)))
                yield from (Offer(f"{name}: ", "") for name in OPERATORS)
                return
            shape = self._subject(line)
            yield from (Offer(f"{name}: ", one.question) for name, one in shape.attributes.items()) if shape else ()
            yield from (Offer(f"{word}: ", "") for word in ("all", "any", "not", "is"))

    def _subject(self, line: int) -> Shape | None:
        """The shape of the subject of the rule that a line belongs to."""
        starts = [number for number, _ in self.rules()]
        first = max((number for number in starts if number <= line), default=0)
        last = min((number for number in starts if number > line), default=len(self._lines))
        found = next(filter(None, map(_SUBJECT.match, self._lines[first:last])), None)
        return self.rulesets.shapes.subject(found[1]) if found else None

    def _field(self, line: int, path: str) -> Attribute | None:
        """The field that a path in a condition names."""
        names = path.split(".")
        from_root = names[0] == "strategy"
        shape: Shape | None = self.rulesets.shapes.root if from_root else self._subject(line)
        attribute: Attribute | None = None
        for name in names[1 if from_root else 0 :]:
            attribute = shape.attributes.get(name) if shape else None
            if attribute is None:
                return None
            shape = attribute.type.part
        return attribute

    def _written(self, named: Concept | Rule) -> Spot | None:
        name = named.text.id
        for ruleset in self.rulesets:
            for kind, listed in (("concepts", ruleset.concepts), ("rules", ruleset.rules)):
                if any(one.text.id == name for one in listed):
                    written = ruleset.source.data[kind]
                    index = next(index for index, one in enumerate(written) if one.get("id") == name)
                    return Spot(ruleset.source.file, ruleset.source.place((kind, index)).line - 1)
        return None


def _meaning(attribute: Attribute) -> str:
    unit = f" In {attribute.unit}." if attribute.unit else ""
    choices = "".join(f"\n- `{choice}`: {in_words(choice)}" for choice in attribute.type.choices)
    return f"{attribute.question}{unit}\n\n*{attribute.type}*{choices}"


def _rule(rule: Rule) -> str:
    text = rule.text
    source = text.source
    cited = f"[{source.citation}]({source.url})" if source.url else source.citation
    return f"**{text.severity.capitalize()}**: {text.title}\n\n{cited} · {source.authority}\n\n{text.remedy.do}"


def _values(attribute: Attribute) -> Iterator[Offer]:
    match attribute.type.kind:
        case "boolean":
            yield from (Offer("true", "yes"), Offer("false", "no"))
        case "choice":
            yield from (Offer(choice, in_words(choice)) for choice in attribute.type.choices)
        case "market" | "jurisdiction" | "sector":
            tree = attribute.type.tree
            yield from (Offer(name, title) for name, title in tree.names.items()) if tree else ()
