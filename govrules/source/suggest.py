# SPDX-License-Identifier: Apache-2.0
"""Guesses what a mistyped word was meant to be. It only proposes; it never corrects."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

# Nobody mistypes a word this long, and difflib is slow on long ones.
_LONGEST = 100

# What people write for a choice whose name is spelt otherwise: by the choice, in lower case and with _ for - and space.
USUAL_WORDS: Mapping[str, str] = {
    # platforms
    "facebook": "fb meta",
    "instagram": "ig insta instagram_reels reels",
    "x": "twitter x_twitter",
    "google-business": "google google_maps google_reviews google_my_business",
    "app-store": "app_stores google_play play_store apple_app_store",
    "messenger": "facebook_messenger",
    "own-website": "website web site landing_page",
    "own-community": "forum community",
    # topics
    "product": "products service services launch product_launch",
    "price": "prices pricing",
    "offer": "offers sale sales discount discounts deal deals promotion promotions coupon",
    "comparative": "comparison comparisons competitors",
    "environmental": "sustainability esg climate green carbon environment",
    "origin": "made_in country_of_origin",
    "health": "treatment treatments medical wellness healthcare",
    "clinical-images": "before_and_after before_after",
    "ai-capability": "ai artificial_intelligence",
    "testimonials": "testimonial reviews review case_studies case_study",
    "ratings-and-awards": "ratings rating awards award rankings",
    "prizes": "giveaway giveaways contest contests competition competitions sweepstakes raffle prize_draw",
    "subscription": "subscriptions free_trial membership",
    "recruitment": "jobs job careers hiring employer_branding talent",
    "politics-and-issues": "politics elections advocacy lobbying public_affairs",
    "charity-appeal": "fundraising donations donation charity csr",
    "investment-performance": "performance returns track_record",
    "investment-recommendation": "stock_tips stock_picks",
    "futures-and-forex": "forex fx cfd cfds futures",
    "crypto": "cryptocurrency bitcoin tokens nft",
    "funds": "etf etfs mutual_funds",
    "deposits": "savings accounts",
    "credit": "loans loan lending credit_cards bnpl",
    "mortgage": "mortgages home_loans",
    "company-results": "earnings results annual_report",
    "material-news": "news announcements press_release",
    "patient-stories": "patient_story patient_testimonials",
    "prescription-medicine": "prescription prescription_drugs drugs rx medicines",
    "over-the-counter-medicine": "otc",
    "medical-device": "medical_devices devices",
    "trial-recruitment": "clinical_trials clinical_trial",
    "supplement": "supplements vitamins",
    "cosmetic": "cosmetics beauty skincare aesthetics",
    "less-healthy-food": "hfss junk_food sweets fast_food",
    "alcohol": "beer wine spirits drinks",
    "gambling": "betting casino igaming lottery",
    "tobacco-and-vaping": "tobacco vaping vapes cigarettes nicotine",
    "housing": "real_estate property homes",
    "travel-fares": "flights fares airfares",
    "vehicles": "cars car automotive",
    "defence-technology": "defence defense weapons",
    # people
    "consumers": "consumer customers customer clients general_public public everyone b2c",
    "customers": "customer clients users fans",
    "retail-investors": "investors retail",
    "shareholders-and-analysts": "shareholders analysts",
    "health-care-professionals": "doctors doctor hcp hcps nurses pharmacists clinicians",
    "job-seekers": "candidates applicants job_seeker",
    "employees": "employee staff colleagues workforce",
    "executives": "ceo leaders leadership directors",
    "students-and-pupils": "students pupils alumni",
    "citizens": "residents voters taxpayers",
    "businesses": "business b2b companies",
    "media": "journalists press",
    "children": "kids child minors",
    "teens": "teenagers teen adolescents youth",
    "influencers": "influencer creators creator youtubers bloggers kols streamers",
    "celebrities": "celebrity stars actors",
    "affiliates": "affiliate",
    "athletes": "athlete sportspeople players",
    "virtual-persona": "avatar ai_influencer virtual_influencer",
    "relatives": "family friends",
    # rewards and classes of content
    "money": "fee fees cash payment salary",
    "gifted-product": "gift gifts free_product product",
    "event-or-trip": "trip trips press_trip travel event events",
    "static": "post posts feed organic image video",
    "live": "livestream live_stream webinar",
    "ephemeral": "story stories",
    "direct-message": "dm dms messages chat",
    "paid": "ads ad advertising paid_ads sponsored boosted",
    "interactive": "comments replies polls",
}
_MEANT: Mapping[str, list[str]] = {
    word: [choice for choice, words in USUAL_WORDS.items() if word in words.split()]
    for words in USUAL_WORDS.values()
    for word in words.split()
}


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """Return e.g. "did you mean 'visibility'?", or None if no choice is near. Case, - and _ make no difference.

    What people usually call a choice counts more than how the word is spelt: jobs are recruitment.
    """
    if len(word) > _LONGEST:
        return None
    choices = list(choices)
    meant = [choice for choice in _MEANT.get(_plain(word), ()) if choice in choices]
    if meant:
        return f"did you mean {' or '.join(map(repr, meant))}?"
    by_plain_form: dict[str, str] = {}
    for choice in choices:
        by_plain_form.setdefault(_plain(choice), choice)
    near = get_close_matches(_plain(word), by_plain_form, n=1)
    return f"did you mean {by_plain_form[near[0]]!r}?" if near else None


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
