# SPDX-License-Identifier: Apache-2.0
"""Two engines held against each other: one answer, or a loud error, never a report on which they differ."""

from collections.abc import Sequence
from datetime import date

from govrules.engines.interface import Engine, EngineError, Judgement
from govrules.logic.condition import Pointer
from govrules.ruleset.rule import Rule
from govrules.source.errors import Problem
from govrules.source.model_errors import label
from govrules.strategy.document import Strategy


class BothEngines:
    """Answers where two engines give the same verdicts, decided by the same fields, in the same order."""

    def __init__(self, first: Engine, second: Engine) -> None:
        """The first one's verdicts are returned, once the second one's are the same."""
        self._first, self._second = first, second
        self.names = (*first.names, *second.names)

    def judge(self, rules: Sequence[Rule], strategy: Strategy, as_of: date) -> list[Judgement]:
        """See :meth:`govrules.engines.interface.Engine.judge`; raises EngineError with every difference."""
        one = self._first.judge(rules, strategy, as_of)
        other = self._second.judge(rules, strategy, as_of)
        ours, theirs = _by_subject(one), _by_subject(other)
        problems = [
            self._difference(key, ours.get(key), theirs.get(key))
            for key in {**ours, **theirs}
            if _answer(ours.get(key)) != _answer(theirs.get(key))
        ]
        if not problems and list(ours) != list(theirs):
            problems.append(Problem(f"{self._title} give their verdicts in different orders", None, _REPORT_IT))
        if problems:
            raise EngineError(problems)
        return one

    @property
    def _title(self) -> str:
        return f"the engines {' and '.join(self.names)}"

    def _difference(self, key: tuple[str, Pointer], one: Judgement | None, other: Judgement | None) -> Problem:
        rule, subject = key
        answers = "; ".join(
            f"{'/'.join(engine.names)} says {_in_words(judgement)}"
            for engine, judgement in ((self._first, one), (self._second, other))
        )
        about = label(subject) if subject else "the strategy"
        return Problem(f"{self._title} differ on the rule '{rule}' about {about}: {answers}", None, _REPORT_IT)


_REPORT_IT = (
    "one of them is wrong, so there is no report; please report this to govrules with the rule and the document"
)


def _by_subject(judgements: Sequence[Judgement]) -> dict[tuple[str, Pointer], Judgement]:
    return {(judgement.rule.id, judgement.subject): judgement for judgement in judgements}


def _answer(judgement: Judgement | None) -> object:
    return judgement and (
        judgement.verdict,
        judgement.yielded_to,
        [(deciding.pointer, deciding.value) for deciding in judgement.deciding],
    )


def _in_words(judgement: Judgement | None) -> str:
    if judgement is None:
        return "nothing"
    fields = ", ".join(f"{label(deciding.pointer)} = {deciding.value!r}" for deciding in judgement.deciding)
    return f"{judgement.verdict}, decided by {fields}" if fields else judgement.verdict
