# SPDX-License-Identifier: Apache-2.0
"""What content claims, by the kind of claim that law regulates, and how a claim is proved and qualified."""

from typing import Literal

from govrules.strategy.base import Many, Part, amount, ask

Placement = Literal[
    "in-the-post", "in-the-frame", "spoken", "caption-before-fold", "caption-after-fold", "link", "none"
]


class Substantiation(Part):
    """The proof behind claims."""

    before_publication: bool | None = ask(
        "Is proof that fits the claim and the product on file for each objective claim before it is published?"
    )
    objective_claims: bool | None = ask(
        "Does it make claims that could be tested (what a product does, contains, costs or achieves)?"
    )
    performance_claims: bool | None = ask(
        "Does it say how well a product works, what it achieves or how long it lasts?"
    )
    provable_on_request: bool | None = ask(
        "Are there good grounds, when a fact is stated, to believe that it can be proved if an authority asks?"
    )
    true_for_most: bool | None = ask(
        "With the limits that the claim itself states: does a substantial share of the people whom it reaches really "
        "get the amount, speed, savings or approval?"
    )
    needs_qualifier: bool | None = ask(
        "Would a claim, price or offer in it mislead without a further fact (a condition, fee or limit)?"
    )
    outdated_claims_removed: bool | None = ask(
        "Are claims that prove wrong or go out of date corrected or removed, in pinned posts too?"
    )
    claims_register: bool | None = ask("Is there a register that links each claim to its evidence?")
    approver: str | None = ask("Who can stop a claim, by name or post?")
    kind: (
        Literal["clinical-trials", "tests", "surveys", "records", "expert-opinion", "customer-stories", "none"] | None
    ) = ask("What kind of evidence supports the claims?")
    untrue_claims: bool | None = ask(
        "Does it say or hint anything untrue of what is sold (quality, price, origin, approval, refunds, guarantees)?"
    )
    forecasts_rest_on: (
        Literal["plan-or-data", "expert-view", "stated-conditions", "grounds-fallen-away", "no-grounds", "no-forecasts"]
        | None
    ) = ask("On what do promises and forecasts in it (delivery, savings, targets) rest when they are made?")
    rechecked_months: float | None = amount(
        "How many months pass between checks of evergreen and pinned claims?", "months"
    )
    qualifiers_beside_claim: bool | None = ask(
        "Do the facts that qualify a claim stand beside it, with no more than detail behind a clearly named link?"
    )
    results_shown: bool | None = ask(
        "Does it show what people got from the product or service (stories, figures, before and after)?"
    )
    typical_results_shown: bool | None = ask(
        "Are results in stories and before-and-after pictures typical, or does the typical result stand beside them?"
    )


class Performance(Part):
    """Figures of past or future return."""

    net_with_gross: bool | None = ask("Does net performance stand beside gross, as prominently?")
    periods_years: Many[int] | None = ask("Over which periods is performance shown?", unit="years")
    hypothetical: bool | None = ask("Are model, backtested or target figures shown?")
    hypothetical_audience_gated: bool | None = ask(
        "Are model, backtested or target figures shown only to an audience for which they are relevant?"
    )
    hypothetical_assumptions_given: bool | None = ask(
        "Do criteria, assumptions, risks and limits stand with model, backtested or target figures?"
    )
    hypothetical_exception: Literal["interactive-analysis-tool", "one-to-one-reply", "none"] | None = ask(
        "Are model or target figures shown only in an interactive analysis tool, or in reply to one person who asked?"
    )
    projects_returns: bool | None = ask("Is a return predicted, projected or promised?")
    gross_shown: bool | None = ask("Is performance shown before fees are taken off (gross)?")
    gross_extract_beside_whole: bool | None = ask(
        "Where only part of a portfolio is shown gross: is it marked so, beside gross and net figures of the whole?"
    )
    picks_chosen_by: Literal["full-list", "objective-rule", "by-result", "none-shown"] | None = ask(
        "How are past picks or cases chosen: all of them, by an objective rule, or by how well they did (or is none "
        "shown)?"
    )
    selected_extracts: bool | None = ask(
        "Are the results of single picks or of a part shown without those of the whole portfolio?"
    )
    projection_exception: (
        Literal[
            "mathematical-illustration",
            "analysis-tool-rule-2214",
            "research-price-target",
            "options-after-disclosure-document",
            "adviser-off-member-channels",
            "none",
        ]
        | None
    ) = ask("If a return is projected: under which exception of FINRA Rule 2210?")
    whole_portfolio_offered: bool | None = ask(
        "Where only part of a portfolio is shown: are the results of the whole offered, and sent promptly on request?"
    )
    past_return_shown: bool | None = ask(
        "Does it show a past return of a product, portfolio or strategy (a market in general is not meant)?"
    )
    period_stated: bool | None = ask("Does the period stand with each past return?")
    fee_basis_stated: bool | None = ask("Does it say whether past returns are before or after fees and costs?")
    past_is_no_guide_said: bool | None = ask("Does it warn, with past returns, that they do not predict future ones?")
    period_chosen_by: Literal["standard-set", "whole-life", "by-result"] | None = ask(
        "Which periods of past return are shown: a standard set, the whole life of the product, or one that looks good?"
    )
    simulated_shown_as_real: bool | None = ask("Is a simulated return shown as if it had been earned?")
    like_compared_with_like: bool | None = ask(
        "Are returns or products that are compared alike in kind, period and costs? Answer yes, too, if none are."
    )
    private_fund: bool | None = ask("Is the performance that of a private fund?")
    portfolio_years: float | None = amount("How old is the portfolio whose performance is shown?", "years")


class RiskInformation(Part):
    """How risks stand beside benefits."""

    benefits_claimed: bool | None = ask("Does it speak of a benefit of an investment, product or service?")
    with_benefits: bool | None = ask("Is risk information in the same post as the benefit?")
    as_prominent: bool | None = ask("Are risks as prominent and readable as benefits?")
    before_dealing: bool | None = ask(
        "Does a warning of the risks stand in the journey (landing page, sign-up), so that people see it before they "
        "deal?"
    )
    promissory_wording: bool | None = ask(
        "Is any wording promissory or exaggerated (guaranteed, no risk, cannot lose)?"
    )
    guarantee_true_and_explained: bool | None = ask(
        "Where it says guaranteed, protected or secure: is that true, and is it explained?"
    )
    free_claimed: bool | None = ask("Is a trade, product or service called free, zero-commission or no cost?")
    fees_qualified: bool | None = ask(
        "Where 'free' or 'no cost' is said, do the fees that remain stand beside it? Answer yes, too, if none remain."
    )


class CreditTerms(Part):
    """Terms of credit, deposits and insured status in advertising."""

    trigger_terms_used: bool | None = ask(
        "Does a post quote a rate, payment, down payment, term, fee or finance charge (for cards and credit lines: "
        "also that there is none)?"
    )
    rate_quoted: bool | None = ask("Does a post quote a rate for credit?")
    home_loan_misuse: bool | None = ask(
        "Does a home loan ad call an adjustable rate fixed, hint at a government tie that does not exist, use another "
        "lender's name, or promise to wipe out debt?"
    )
    mortgage_misstated: bool | None = ask(
        "Is any term of a mortgage, or who stands behind it, misstated (guaranteed approval, payment without taxes)?"
    )
    home_improvement: bool | None = ask("Is it credit to improve, repair or maintain a dwelling, secured on it or not?")
    equal_housing_mark: bool | None = ask("Do home loan ads carry the Equal Housing Lender logo and legend?")
    plan: Literal["closed-end", "open-end", "home-equity-line"] | None = ask(
        "Which kind of credit is it: a loan with a fixed end, a card or other open credit line, or a home equity line?"
    )
    cost_beside_rate: bool | None = ask(
        "Where a bank's ad in Canada shows a rate for credit: do the annual percentage rate and the term (for cards "
        "and credit lines: the annual rate and the other charges) stand in the ad itself, as prominent?"
    )
    apr_alone: bool | None = ask("Is the annual percentage rate (APR) the only figure that is quoted?")
    full_terms: Literal["in-the-post", "one-click", "several-clicks", "absent"] | None = ask(
        "Where are the full terms given when a rate, payment or other trigger term is used?"
    )
    promotion: Literal["none", "close-by", "elsewhere-or-absent"] | None = ask(
        "Is a promotional rate or deferred interest advertised, and if so, do the period and the later rate (or 'if "
        "paid in full' and the conditions) stand close to it?"
    )
    comparison_rate: (
        Literal["beside-and-as-prominent", "less-prominent-or-a-click-away", "in-another-medium", "absent"] | None
    ) = ask(
        "For Australia: where does the comparison rate stand when a rate for a fixed-term loan is stated: beside it, "
        "as prominent, smaller or behind a click, in another medium (rate spoken, comparison rate in text), or nowhere?"
    )
    comparison_warning: Literal["with-the-rate", "behind-a-click", "absent"] | None = ask(
        "For Australia: where does the prescribed warning on comparison rates stand (spoken or in text)?"
    )
    apr_named: bool | None = ask("Is the rate named as APR, with no simple rate more prominent?")
    terms_actually_available: bool | None = ask("Are only terms advertised that are really available?")
    apy_stated: bool | None = ask("Is a yield or rate on deposits quoted?")
    bonus_stated: bool | None = ask("Is a bonus for opening or keeping a deposit account named?")
    apy_named: bool | None = ask("Is the yield named as annual percentage yield (APY)?")
    called_free: bool | None = ask("Is an account called free or no cost?")
    maintenance_fees: bool | None = ask(
        "Can a maintenance or activity fee be charged on an account that is called free?"
    )
    free_period_stated: bool | None = ask("If an account is free for a time only: is that time stated?")
    insured_statement: bool | None = ask("Does each deposit or brand ad carry the insured-status statement?")
    insured_statement_exception: bool | None = ask(
        "Is it within an exception of the rules on the insured-status statement (loans only, spots up to 30 seconds)?"
    )
    insured_statement_on_uninsured: bool | None = ask(
        "Does the insured-status statement also appear on uninsured products?"
    )
    copies_kept_years: float | None = amount(
        "For how many years are copies of advertisements, or samples with the procedures behind them, kept?", "years"
    )


class Environmental(Part):
    """Green claims."""

    unqualified: bool | None = ask("Are general benefits claimed without limits (green, eco, sustainable)?")
    about: Many[Literal["product", "business"]] | None = ask(
        "Are the claims about a product, or about the business and its activities?"
    )
    evidence_per_claim: bool | None = ask("Is there evidence with scope and date for each claim?")
    offsets: bool | None = ask("Do claims of carbon neutrality rest on offsets?")
    future_target_plan: bool | None = ask("Do future targets rest on a published plan with interim figures?")
    recognised_excellent_performance: bool | None = ask(
        "Does a general claim rest on excellent performance that is recognised (for example by an official ecolabel)?"
    )
    labels_used: bool | None = ask("Are sustainability labels, seals or badges shown?")
    future_targets: bool | None = ask("Are future environmental targets announced?")
    future_target_verified: bool | None = ask("Does an independent expert check the plan behind future targets?")
    old_posts_cleared: bool | None = ask("Are old, pinned and creators' posts with green claims checked and corrected?")
    labels_certified: bool | None = ask(
        "Does each label or seal rest on a scheme with independent monitoring, or come from a public authority?"
    )
    label_basis_disclosed: bool | None = ask(
        "Do posts say what a label or seal stands for, and disclose any tie to whoever awards it?"
    )
    offsets_accounted: bool | None = ask(
        "Are offsets real, counted once, not asked by law already, and is a delay of two years or more disclosed?"
    )
    neutrality_basis_published: bool | None = ask(
        "Where net zero, neutrality or a large cut is claimed: does the website tell basis, progress and verification?"
    )
    part_shown_as_whole: bool | None = ask(
        "Does a claim about the whole product or business hold only for a part of it (such as the packaging)?"
    )
    legal_minimum_praised: bool | None = ask("Does it praise as special what the law demands of every such product?")
    recyclability: (
        Literal["none", "state-criteria-met", "facilities-for-60-percent", "qualified", "unqualified"] | None
    ) = ask("Is something called recyclable, and if so, on which footing?")
    recyclable_goods_exempt: bool | None = ask(
        "For California: are all goods that are called recyclable exempt from the state's criteria, or made before 4 "
        "October 2026?"
    )
    bad_news_left_out: bool | None = ask("Is the high-carbon part of the business left out of the picture?")
