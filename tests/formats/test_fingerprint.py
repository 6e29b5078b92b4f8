# SPDX-License-Identifier: Apache-2.0
"""The fingerprint by which a finding is known from one report to the next."""

from collections.abc import Callable

from hostile import STRATEGY

from govrules import Report
from govrules.assessment.fingerprint import fingerprints

Judge = Callable[..., Report]


def marks(report: Report) -> set[str]:
    return set(fingerprints(report.findings))


def test_it_stays_when_lines_move(judge: Judge) -> None:
    assert marks(judge(STRATEGY)) == marks(judge("# a comment\n\n" + STRATEGY))


def test_it_stays_when_elements_of_a_list_change_places(judge: Judge) -> None:
    lines = STRATEGY.split("\n")
    first = next(index for index, line in enumerate(lines) if "platform: instagram" in line)
    lines[first], lines[first + 1] = lines[first + 1], lines[first]
    assert marks(judge("\n".join(lines))) == marks(judge(STRATEGY))


def test_it_stays_when_another_element_is_added_before(judge: Judge) -> None:
    more = STRATEGY.replace("channels:\n", "channels:\n  - {name: First, platform: x, archive: {enabled: false}}\n")
    assert marks(judge(STRATEGY)) < marks(judge(more))


def test_it_stays_for_a_subject_without_a_name_when_one_is_taken_out(judge: Judge) -> None:
    less = STRATEGY.replace("  - {platform: youtube, archive: {enabled: false}}\n", "")
    assert marks(judge(less)) < marks(judge(STRATEGY))


def test_it_is_another_for_another_rule_or_subject(judge: Judge) -> None:
    report = judge(STRATEGY)
    assert len(marks(report)) == len(report.findings)
    renamed = judge(STRATEGY.replace("name: Second", "name: Other"))
    assert len(marks(report) - marks(renamed)) == 2


def test_a_name_that_looks_like_an_index_is_a_name(judge: Judge) -> None:
    one, two = (judge(STRATEGY.replace("Second", f"'Wave [{number}]'")) for number in (1, 2))
    assert marks(one) != marks(two)


def test_it_is_sixteen_hexadecimal_digits(judge: Judge) -> None:
    assert all(len(mark) == 16 and int(mark, 16) >= 0 for mark in marks(judge(STRATEGY)))
