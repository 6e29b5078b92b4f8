# SPDX-License-Identifier: Apache-2.0
"""``within_days`` and ``in_next_days``: a day lies so near to the day as of which a strategy is judged."""

from datetime import timedelta

from govrules.logic.operators.operator import DAYS, Operator, Words

WITHIN_DAYS = Operator(
    name="within_days",
    kinds=DAYS,
    many=False,
    operand="days",
    meaning="lies at most so many days before the as-of date, and not after it",
    predicate=lambda days, _: lambda value, as_of: 0 <= (as_of - value).days <= days,
    words=Words("at most {} days ago", "a day within the last {} days", "anything but a day within the last {} days"),
    witnesses=lambda days: (timedelta(0), timedelta(-days)),
)
IN_NEXT_DAYS = Operator(
    name="in_next_days",
    kinds=DAYS,
    many=False,
    operand="days",
    meaning="lies at most so many days after the as-of date, and not before it",
    predicate=lambda days, _: lambda value, as_of: 0 <= (value - as_of).days <= days,
    words=Words(
        "within the next {} days", "a day within the next {} days", "anything but a day within the next {} days"
    ),
    witnesses=lambda days: (timedelta(0), timedelta(days)),
)
