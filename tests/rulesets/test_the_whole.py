# SPDX-License-Identifier: Apache-2.0
"""What must hold of the bundled rules as a whole: how many there are, how few can stop a strategy, and that each shows
every verdict and says what is unsettled."""

import pytest
from bundled import bundled

from govrules.ruleset import Rule

RULESETS = bundled()
RULES = list(RULESETS.rules.values())
SHOWSTOPPERS = [rule for rule in RULES if rule.text.severity == "showstopper"]

# The entries of the register that ban an activity outright, so that no control cures it.
OUTRIGHT_PROHIBITIONS = {
    "us-501c3-campaign-ban",
    "us-airline-full-fare-ads",
    "au-ahpra-testimonial-ban",
    "au-electoral-authorisation",
    "au-financial-misleading-conduct",
    "au-finfluencer-licensing",
    "au-influencer-disclosure-acl",
    "au-gambling-reform-bill",
    "au-nsw-gambling-inducements",
    "au-reviews-and-testimonials",
    "au-securities-offer-publicity",
    "au-tga-prescription-ban",
    "au-tobacco-vaping-advertising",
    "ca-cannabis-promotion",
    "ca-qc-advertising-to-children",
    "de-hwg-before-after",
    "eu-2001-83-medicines",
    "eu-ecigarette-online-promotion",
    "eu-empco-green-claims",
    "eu-gambling-national",
    "eu-mar-17-disclosure",
    "eu-mar-20-recommendations",
    "eu-mica-reverse-solicitation",
    "eu-nhcr-1924-claims",
    "eu-platform-political-ads-stop",
    "eu-ucpd-hidden-ads",
    "eu-ucpd-reviews",
    "fr-influencer-bans",
    "gb-abpi-social-media",
    "gb-cap-12-health-claims",
    "gb-alcohol-claims-and-alternatives",
    "gb-direct-appeal-to-children",
    "gb-dmcc-fake-reviews",
    "gb-dmcc-unfair-practices",
    "gb-hmr-284-pom-public",
    "gb-hmr-otc-public",
    "gb-nutrition-health-claims",
    "gb-tobacco-vape-advertising",
    "gb-trpr-vaping-online",
    "gb-uk-mar-inside-information",
    "in-dpdp-children-targeting",
    "in-online-money-gaming-ads",
    "in-sebi-unregistered-association",
    # The licence duty alone, for views that nobody licensed or exempt gives.
    "sg-mas-finfluencer-licensing",
    "us-ca-ai-licensed-professional-claims",
    "us-cms-medicare-advantage-marketing",
    "us-cms-nursing-home-images",
    "us-cpsc-recall-posts",
    "us-fair-housing-ad-targeting",
    "us-fda-compounded-telehealth-ads",
    "us-fda-device-promotion",
    "us-fda-preapproval-promotion",
    "us-fdic-ncua-insured-status-statement",
    "us-finra-2210-content-standards",
    "us-ftc-health-data-advertising",
    "us-ftc-reviews-fake-indicators",
    "us-ftc-reviews-fake-or-bought",
    "us-glba-privacy-and-public-replies",
    "us-gov-hatch-act",
    "us-il-bipa-face-filters",
    "us-crypto-asset-promotion",
    "us-fdic-insurance-misrepresentation",
    "us-listed-executive-posts",
    "us-mental-health-testimonials-ethics",
    "us-ny-bitlicense-advertising",
    "us-reg-n-mortgage-advertising",
    "us-ny-physician-testimonials",
    "us-reg-b-discouragement",
    "us-reg-dd-deposit-advertising",
    "us-reg-z-credit-advertising",
    "us-state-consumer-health-data-other",
    "us-state-privacy-targeted-ads",
    "us-udaap-deceptive-claims",
    "us-wa-my-health-my-data",
    # The United Kingdom's ban on financial promotions by nobody entitled, and what else may not be offered with them.
    "gb-cobs-22-5-cfd",
    "gb-cobs-4-12a-high-risk-investments",
    "gb-crypto-financial-promotions",
    "gb-fca-status-claims",
    "gb-fsma-s21-restriction",
}

# Entries that are bills, drafts, under appeal, partly vacated or enforced unevenly: their rules say so.
UNSETTLED = {
    "au-defamation-intermediary-defence",
    "au-unfair-trading-practices",
    "ca-bill-c34-digital-safety",
    "ca-bill-c36-privacy",
    "ca-pipeda-meaningful-consent",
    "eu-empco-green-claims",
    "eu-gdpr-joint-controllership",
    "eu-gdpr-transfers-dpf",
    "eu-gdpr-ugc-controller",
    "eu-platform-political-ads-stop",
    "gb-under16-access",
    "nz-fair-trading-act",
    "nz-under16-social-media",
    "us-ada-title-iii-content",
    "us-aks-influencer-and-marketer-payments",
    "us-cra-public-comments",
    "us-fda-compounded-telehealth-ads",
    "us-fda-space-limited-draft",
    "us-gov-tiktok-devices",
    "us-hipaa-online-tracking",
    "us-hipaa-security-accounts",
    "us-il-bipa-face-filters",
    "us-nlra-social-media-policy",
    "us-ny-physician-testimonials",
    "us-pixel-vppa-wiretap",
    "us-platform-health-ad-certification",
    "us-rosca-negative-option-state-renewal",
    "us-state-bot-ai-disclosure",
    "us-state-minors-audience-and-creators",
    "us-state-privacy-targeted-ads",
    "us-tcpa-text-marketing",
    "us-tcpa-text-outreach",
    "us-tiktok-status-pafaca-data-rule",
    "zz-platform-ban-scenario",
}

# The same of single rules, where the rest of their entry is settled.
UNSETTLED_RULES = {
    "au-privacy-tracking-pixels-inventory",
    "au-privacy-tracking-pixels-sensitive",
    "us-fcra-prescreen-audiences",
    "us-sec-offering-communications",
    "us-fda-rx-form-2253",
    "us-hhs-504-web-accessibility",
    "us-hhs-504-web-accessibility-small",
    "us-ncua-insured-status-statement",
    "us-reg-b-no-discouraging-statement",
}


def test_there_are_rules_enough_for_everybody() -> None:
    general = [rule for ruleset in RULESETS if ruleset.id.startswith("general/") for rule in ruleset.rules]
    assert len(general) >= 170


def test_hardly_any_rule_can_stop_a_strategy() -> None:
    assert 0 < len(SHOWSTOPPERS) < len(RULES) / 20


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in SHOWSTOPPERS])
def test_what_can_stop_a_strategy_is_banned_outright(rule: Rule) -> None:
    assert rule.text.source.prohibition
    assert rule.text.source.confidence != "unverified"
    assert OUTRIGHT_PROHIBITIONS & set(rule.text.entries)


def test_only_what_the_register_bans_is_called_a_prohibition() -> None:
    called = [
        rule.id for rule in RULES if rule.text.source.prohibition and not OUTRIGHT_PROHIBITIONS & set(rule.text.entries)
    ]
    assert called == []


def test_each_verdict_has_an_example() -> None:
    for rule in RULES:
        examples = rule.text.examples
        assert examples.met is not None and examples.gap is not None, rule.id
        assert rule.when is None or examples.not_applicable is not None, rule.id
    assert sum(rule.text.examples.unanswered is not None for rule in RULES) > 100


def test_a_rule_that_nobody_confirmed_says_so() -> None:
    silent = [rule.id for rule in RULES if rule.text.source.confidence == "unverified" and rule.text.status is None]
    assert silent == []


def test_a_rule_that_is_unsettled_says_so() -> None:
    unsettled = [rule for rule in RULES if UNSETTLED & set(rule.text.entries)]
    assert {entry for rule in unsettled for entry in rule.text.entries} >= UNSETTLED
    assert [rule.id for rule in unsettled if rule.text.status is None] == []
    assert [id_ for id_ in UNSETTLED_RULES if RULESETS.rules[id_].text.status is None] == []
