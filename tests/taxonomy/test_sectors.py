# SPDX-License-Identifier: Apache-2.0
"""The sectors: which there are, which covers which, and the words that stand for them."""

import re
from itertools import product
from pathlib import Path

import pytest
import yaml

from govrules import taxonomy
from govrules.taxonomy import not_sectors, sector_alias, sectors

SOURCE = Path(taxonomy.__file__).with_name("sectors.yaml").read_text(encoding="utf-8")
ALIASES: dict[str, str] = yaml.safe_load(SOURCE)["aliases"]

# Every word the law dossier holds under `sectors`, sorted.
RAW_SLUGS = [
    "academic",
    "addiction-treatment",
    "adviser",
    "aerospace",
    "aesthetics",
    "alcohol",
    "all",
    "app",
    "assisted-living",
    "automotive",
    "aviation",
    "bank",
    "beauty",
    "behavioral-health",
    "biotech",
    "broker",
    "broker-dealer",
    "business-associate",
    "cannabis",
    "charity",
    "children",
    "chiropractic",
    "clinic",
    "clinical-research",
    "clinical-treatment-facility",
    "commodities",
    "compounding-pharmacy",
    "consumer-credit",
    "consumer-goods",
    "consumer-products",
    "cosmetic",
    "counseling",
    "creator",
    "credit",
    "credit-union",
    "crowdfunding",
    "crypto",
    "defence",
    "dental",
    "digital-health",
    "distributor",
    "dme-supplier",
    "dual-use",
    "education",
    "energy",
    "exchange",
    "financial-services",
    "fintech",
    "fitness",
    "food",
    "food-and-drink",
    "fund",
    "fund-manager",
    "funds",
    "gambling",
    "gaming",
    "government-contractor",
    "health",
    "health-app",
    "health-plan",
    "hospital",
    "hospitality",
    "influencer",
    "insurance-broker",
    "insurer",
    "investment-adviser",
    "investment-dealer",
    "investment-firm",
    "ivd",
    "kiwisaver",
    "laboratory",
    "lead-generation",
    "legal-services",
    "lender",
    "lending",
    "listed-company",
    "long-term-care",
    "media",
    "medical-device",
    "medspa",
    "mental-health",
    "mortgage-lender",
    "mutual-fund-dealer",
    "nursing",
    "nursing-home",
    "pharma",
    "pharmacy",
    "political",
    "provider",
    "public-company",
    "public-sector",
    "real-estate",
    "recovery-home",
    "recruitment",
    "research-analyst",
    "restaurant",
    "retail",
    "social-platform",
    "sport",
    "startup",
    "superannuation",
    "supplement",
    "technology",
    "telecom",
    "telehealth",
    "therapeutic-goods",
    "tobacco",
    "toys",
    "transport",
    "travel",
    "utilities",
    "vaping",
    "wearable",
    "wellness",
]

TOP = [
    "financial-services",
    "healthcare",
    "life-sciences",
    "wellness",
    "consumer",
    "food-and-drink",
    "alcohol",
    "tobacco-and-vaping",
    "cannabis",
    "gambling",
    "media-and-creators",
    "technology",
    "telecommunications",
    "energy-and-utilities",
    "transport-and-travel",
    "automotive",
    "real-estate",
    "education",
    "public-sector",
    "charity",
    "political",
    "legal-services",
    "defence",
    "recruitment",
]


def test_a_bank_is_under_financial_services() -> None:
    assert sectors().covers("financial-services", "bank")
    assert not sectors().covers("bank", "financial-services")


def test_a_medical_spa_is_a_provider_in_healthcare() -> None:
    assert sectors().ancestors("medspa") == {"aesthetics", "provider", "healthcare"}


def test_a_rule_for_investment_firms_covers_broker_dealers_and_investment_advisers() -> None:
    assert sectors().covers("investment-firm", "broker-dealer")
    assert sectors().covers("investment-firm", "investment-adviser")


def test_a_rule_for_broker_dealers_does_not_cover_investment_advisers() -> None:
    assert not sectors().related("broker-dealer", "investment-adviser")


def test_a_rule_for_therapeutic_goods_covers_medicines_and_devices() -> None:
    assert sectors().covers("therapeutic-goods", "pharma")
    assert sectors().covers("therapeutic-goods", "wearable")
    assert not sectors().covers("therapeutic-goods", "supplement")


def test_a_lender_has_its_kinds() -> None:
    assert sectors().children("lender") == ("mortgage-lender", "consumer-lender")


@pytest.mark.parametrize("sector", TOP)
def test_a_main_sector_is_at_the_top(sector: str) -> None:
    assert sectors().knows(sector)
    assert sectors().ancestors(sector) == frozenset()


@pytest.mark.parametrize("slug", RAW_SLUGS)
def test_every_sector_word_of_the_law_is_understood(slug: str) -> None:
    assert (sector_alias(slug) is not None) != (slug in not_sectors())


def test_the_sector_words_of_the_law_are_sorted_and_occur_once() -> None:
    assert sorted(set(RAW_SLUGS)) == RAW_SLUGS


@pytest.mark.parametrize(
    ("word", "sector"),
    [
        ("public-body", "public-sector"),
        ("creator", "creator"),
        ("influencer", "creator"),
        ("funds", "fund"),
        ("fund-manager", "fund"),
        ("insurance", "insurer"),
        ("pharmaceutical", "pharma"),
        ("consumer-credit", "consumer-lender"),
        ("Law firm", "legal-services"),
        ("Broker_Dealer", "broker-dealer"),
        ("  buy - now  pay later ", "consumer-lender"),
    ],
)
def test_a_word_stands_for_its_sector(word: str, sector: str) -> None:
    assert sector_alias(word) == sector


@pytest.mark.parametrize(
    "word", ["listed-company", "startup", "children", "all", "any page owner", "employer", "", "xyz"]
)
def test_a_word_that_names_no_sector_stands_for_none(word: str) -> None:
    assert sector_alias(word) is None


def test_a_listed_company_is_no_sector() -> None:
    assert {"listed-company", "public-company"} <= not_sectors()


def test_every_alias_leads_to_a_sector() -> None:
    assert [alias for alias, sector in ALIASES.items() if not sectors().knows(sector)] == []


def test_every_id_alias_and_dropped_word_occurs_once_in_the_file() -> None:
    keys = re.findall(r"^ +([^\s:]+):", SOURCE, re.MULTILINE)
    words = [key for key in keys if key not in {"title", "children"}]
    assert len(words) == len(set(words)) == len(sectors().names) + len(ALIASES)
    assert not_sectors().isdisjoint(words)


def test_every_id_and_alias_is_kebab_case() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", word) for word in [*sectors().names, *ALIASES])


def test_the_aliases_are_sorted() -> None:
    assert list(ALIASES) == sorted(ALIASES)


def test_every_sector_covers_itself() -> None:
    assert all(sectors().covers(code, code) for code in sectors().names)


def test_two_sectors_are_never_above_each_other() -> None:
    tree = sectors()
    assert [
        (a, b) for a, b in product(tree.names, repeat=2) if a != b and tree.covers(a, b) and tree.covers(b, a)
    ] == []


def test_what_covers_a_covering_sector_covers_what_is_under_it() -> None:
    tree = sectors()
    pairs = [(a, b) for a, b in product(tree.names, repeat=2) if tree.covers(a, b)]
    assert all(tree.covers(wider, narrow) for wide, narrow in pairs for wider in tree.ancestors(wide))
