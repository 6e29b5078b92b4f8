# SPDX-License-Identifier: Apache-2.0
"""Less healthy food and drink in content and creators' posts: which product, paid for or not, and children."""

from typing import Literal

from govrules.strategy.base import Many, Part, ask, percent


class LessHealthyByCreators(Part):
    """What creators show of less healthy food."""

    product_shown: (
        Literal["none-brand-only", "passing-product", "outside-the-13-categories", "failing-product"] | None
    ) = ask(
        "For the United Kingdom: which food can be recognised: none (brand only), one that passes the nutrient "
        "profile, one outside the 13 categories of less healthy food, or one in them that fails?"
    )
    exempt_form: Literal["none", "trade-only", "audio-or-radio-service", "not-meant-for-the-uk"] | None = ask(
        "Is content on food for the food trade only, in an audio or radio service, or not meant to be seen mainly in "
        "the United Kingdom?"
    )
    high_in_fat_salt_sugar: bool | None = ask("Is the food high in fat, salt or sugar by the UK nutrient profile?")
    share_under_16: float | None = percent(
        "What share of the audience of the medium or creator that carries content on food is under 16?"
    )
    within_canadian_thresholds: bool | None = ask(
        "For Canada: is the food within the nutrition thresholds of the code on advertising to children?"
    )


class LessHealthyFood(LessHealthyByCreators):
    """What content on less healthy food shows, and whom it reaches."""

    paid_for: bool | None = ask(
        "Is anything given (money, goods, sponsorship, boosting) so that content on food is shown online?"
    )
    directed_at_under_16: bool | None = ask(
        "Is content on food directed at people under 16, by its medium, design or context?"
    )
    age_exclusions: bool | None = ask(
        "Are people under 16 and their interests excluded from content on food with all reasonable steps?"
    )
    aimed_at_under_12: bool | None = ask("Is content on food aimed, by what it shows, at children under 12?")
    draws_children_by: (
        Many[Literal["none", "promotion", "licensed-character", "celebrity", "own-brand-character"]] | None
    ) = ask("By which of these does content on food draw children?")
