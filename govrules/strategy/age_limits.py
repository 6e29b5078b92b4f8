# SPDX-License-Identifier: Apache-2.0
"""Words that rules on alcohol, gambling, vaping and cannabis share: who is shown, whom it appeals to, what keeps minors
out."""

from typing import Literal

PeopleShown = Literal["nobody", "background-only", "in-significant-role"]
AppealToMinors = Literal["none", "some", "strong", "more-than-to-adults"]
AgeStep = Literal[
    "age-restricted-account",
    "age-restricted-post",
    "paid-targeting-to-adults",
    "interest-exclusions",
    "verified-log-in",
    "addressed-to-named-adults",
    "adult-only-place",
    "self-declared-age",
]
