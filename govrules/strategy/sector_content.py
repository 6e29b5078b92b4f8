# SPDX-License-Identifier: Apache-2.0
"""What content and creators say on goods and services that have law of their own: drinks, gambling and the like."""

from typing import Literal

from govrules.strategy.air_fares import EuropeanAirFares
from govrules.strategy.alcohol import AlcoholByCreators, AlcoholMarketing
from govrules.strategy.base import Many, Scoped, ask
from govrules.strategy.cannabis import CannabisContent, CannabisPromotion
from govrules.strategy.civic import CandidateContent, FederalElection, LegalAdvertising, StudentContent
from govrules.strategy.gambling import GamblingByCreators, GamblingMarketing, GamblingPartners
from govrules.strategy.goods_and_travel import ChildAdvertising, FareOffer, VehicleOffer
from govrules.strategy.less_healthy_food import LessHealthyByCreators, LessHealthyFood
from govrules.strategy.medical_claims import MedicalByCreators
from govrules.strategy.nicotine import NicotineByCreators, NicotinePromotion
from govrules.strategy.public_interest import FundraisingAppeal, FundraisingPartners, PupilPictures, SolicitorPublicity
from govrules.strategy.releases import TechnicalRelease


class SectorContent(Scoped):
    """What a line of content says on such goods and services."""

    alcohol: AlcoholMarketing | None = ask("If it is about a drink: how is the drink promoted?")
    gambling: GamblingMarketing | None = ask("If it is about gambling: how is gambling promoted?")
    tobacco: NicotinePromotion | None = ask("If it is about tobacco or nicotine: what does it show?")
    cannabis_promotion: CannabisPromotion | None = ask("If it is about cannabis, in Canada: how is it promoted?")
    less_healthy: LessHealthyFood | None = ask("If it is about less healthy food: what does it show, and to whom?")
    air_fares: EuropeanAirFares | None = ask("If it states air fares from the European Union: how?")
    appeal: FundraisingAppeal | None = ask("If it asks for gifts, or sells for a good cause: how?")
    charity_politics: (
        Literal[
            "none", "issue-within-purposes", "issue-outside-purposes", "all-parties-alike", "for-a-party-or-candidate"
        ]
        | None
    ) = ask(
        "In a UK charity: does it speak on politics, and how: on an issue within or outside its purposes, of all "
        "parties alike, or for a party or candidate (reposts included)?"
    )
    pupils: PupilPictures | None = ask("In a UK school or club: how are pictures of pupils handled?")
    solicitor: SolicitorPublicity | None = ask("In a law firm of England and Wales: what does publicity say?")
    cannabis: CannabisContent | None = ask("If it is about cannabis, in the United States: what does it show?")
    vehicle: VehicleOffer | None = ask("If it offers vehicles: what does it show?")
    fares: FareOffer | None = ask("If it offers travel by air: how are fares shown?")
    child: ChildAdvertising | None = ask("If children see it, or it is made for them: how does it advertise?")
    technical: TechnicalRelease | None = ask("If it shows technology or contract work: may it be released?")
    legal: LegalAdvertising | None = ask("In a law firm: what does it say of services, results and clients?")
    students: StudentContent | None = ask("In a school or university: what does it show of students?")
    civic: CandidateContent | None = ask("In a charity: how does it deal with candidates and bills?")
    us_election: FederalElection | None = ask("If it touches federal elections in the United States: how is it marked?")


class SectorEndorsements(Scoped):
    """What people who are rewarded say on such goods and services."""

    alcohol: AlcoholByCreators | None = ask("If they promote a drink: how do they promote it?")
    gambling: GamblingByCreators | None = ask("If they promote gambling: how do they promote it?")
    gambling_partners: GamblingPartners | None = ask("If they promote gambling: how does the operator answer for them?")
    tobacco: NicotineByCreators | None = ask("If they speak of tobacco or nicotine: how?")
    cannabis_promotion_kind: Literal["trade-only", "unpaid-news-or-art", "no-promotion", "promotes"] | None = ask(
        "If they speak of cannabis in Canada: for licence holders only, as news or art without pay, or to promote it?"
    )
    less_healthy: LessHealthyByCreators | None = ask("If they show less healthy food: which?")
    medical: MedicalByCreators | None = ask(
        "In the United States: if they speak of care, medicines, devices, supplements, cosmetics, studies or Medicare "
        "plans, what do they say?"
    )
    food_claims: (
        Many[
            Literal[
                "authorised-within-conditions",
                "general-words-alone",
                "not-on-the-list",
                "harm-without-it",
                "amount-or-rate-of-weight-loss",
                "plant-under-transition",
            ]
        ]
        | None
    ) = ask(
        "If they speak of a food or supplement: which claims on health or nutrition do they make: authorised ones "
        "within their conditions, general words without an authorised claim beside them, claims that are not on the "
        "official list, that health suffers without it, how much or fast weight is lost, claims for plants that the "
        "European Union's transitional rule covers, with its conditions met? An empty list if they speak of taste, "
        "price or origin only."
    )
    promotes_infant_formula: bool | None = ask(
        "Do they show or recommend infant formula (from birth), or follow-on formula so that it passes for it?"
    )
    air_fares_shown: Literal["no-fare", "entire-price", "before-charges"] | None = ask(
        "If they show prices for air travel: is it the entire price, or the price before taxes and other charges?"
    )
    tie_told_to_children: (
        Literal["not-made-for-under-13", "in-a-childs-words", "in-words-for-adults", "not-told"] | None
    ) = ask("If their posts are made mainly for children under 13: is their reward told in words that a child follows?")
    fundraising: FundraisingPartners | None = ask("If they raise funds for a charity: how are they overseen?")
    political_advertising: Literal["none", "declared-and-labelled", "not-labelled", "not-declared"] | None = ask(
        "In the European Union: are they paid for messages that are meant and likely to influence a vote, a law or a "
        "rule, and if so, are these declared as political advertising and labelled, with the notice behind the label?"
    )
