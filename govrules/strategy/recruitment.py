# SPDX-License-Identifier: Apache-2.0
"""Posts that look for staff: what they say of the job, and how long they are kept."""

from typing import Literal

from govrules.strategy.base import Part, amount, ask


class Recruitment(Part):
    """Content that looks for staff."""

    opening_named: bool | None = ask("Does it advertise a specific open position, and not only the employer?")
    wording_prefers_group: bool | None = ask(
        "Do its words or pictures prefer a group (men only, recent graduates, digital natives)?"
    )
    occupational_requirement: bool | None = ask(
        "Is that preference a genuine requirement of the job that the law allows (in the United States never for race)?"
    )
    citizenship: Literal["not-asked", "us-persons", "citizens-only-as-law-or-contract-asks", "citizens-only"] | None = (
        ask(
            "In a firm under US export control: does it ask for US persons (permanent residents and refugees too), or "
            "for citizens only, and does a law or contract demand that?"
        )
    )
    pay_range_good_faith: bool | None = ask(
        "Is the pay range shown one that is really meant, and not too wide to tell anything?"
    )
    posts_kept_years: float | None = amount("For how many years are job posts kept?", "years")
