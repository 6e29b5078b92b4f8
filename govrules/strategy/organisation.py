# SPDX-License-Identifier: Apache-2.0
"""Who proposes the strategy, and whom it is for: the organisation and its audiences."""

from typing import Literal

from pydantic import Field

from govrules.strategy.base import Day, Jurisdiction, Many, Part, Scoped, Sector, amount, ask, percent
from govrules.strategy.public_interest import SolicitorFirm

AudienceKind = Literal[
    "consumers",
    "retail-investors",
    "institutional-investors",
    "professional-clients",
    "shareholders-and-analysts",
    "patients",
    "health-care-professionals",
    "medicare-beneficiaries",
    "job-seekers",
    "employees",
    "students-and-pupils",
    "citizens",
    "businesses",
    "media",
    "donors",
    "children",
    "teens",
]

AgeMeasure = Literal[
    "platform-audience-data",
    "logged-in-age-data",
    "independent-panel",
    "survey",
    "self-declared",
    "census",
    "not-measured",
]


class Registration(Part):
    """A licence or registration that brings its own duties."""

    authority: str | None = ask("Which authority granted it (for example SEC, FINRA, New York DFS)?")
    kind: str | None = ask("What kind of licence or registration is it?")
    member_since: Day | None = ask("Since when has it been held?")


class Organisation(Part):
    """The organisation that the strategy is for."""

    name: str = Field(description="What is the organisation's legal name?", min_length=1)
    sectors: Many[Sector] | None = ask("Which sectors is it active in?")
    established_in: Many[Jurisdiction] | None = ask("Where is it established (seat, branches, subsidiaries)?")
    staff_in: Many[Jurisdiction] | None = ask("Where does it employ people?")
    listed_in: Many[Jurisdiction] | None = ask("Where are its securities listed? An empty list if nowhere.")
    employees: int | None = amount("How many people does it employ, group companies included?", "people")
    employees_in_ontario: int | None = amount("If it has staff in Ontario: how many people work there?", "people")
    annual_revenue: float | None = amount("What is its yearly revenue?", "currency of the business case")
    public_body: bool | None = ask("Is it a public body (a government, an agency, a publicly run school or hospital)?")
    carries_on_business: bool | None = ask(
        "If it is a public body: does it carry on a business, that is sell goods or services as a business would?"
    )
    uk_large_organisation: bool | None = ask(
        "Does it exceed at least two of these: 250 employees, GBP 36 million turnover, GBP 18 million assets?"
    )
    follows_uk_governance_code: bool | None = ask(
        "If its shares are listed in the United Kingdom: does it follow the UK Corporate Governance Code?"
    )
    charity: bool | None = ask("Is it a charity or not-for-profit?")
    charity_of_england_and_wales: bool | None = ask(
        "If it is not-for-profit: is it a charity under the law of England and Wales (registered or exempt)?"
    )
    charity_income_over_gbp_10000: bool | None = ask(
        "If it is a registered charity of England and Wales: is its gross income above GBP 10,000 a year?"
    )
    sra: SolicitorFirm | None = ask("If it is a law firm in England and Wales: how is it regulated?")
    commercial_activity: bool | None = ask(
        "If it is not-for-profit: does it carry on commercial activity too, such as a shop or trade in lists of donors?"
    )
    serves_members_profit: bool | None = ask(
        "If it is not-for-profit: is it a trade or professional association that serves its members' profit?"
    )
    half_revenue_from_data: bool | None = ask(
        "Does it earn half of its revenue or more from selling or sharing personal data?"
    )
    trades_in_personal_data: bool | None = ask(
        "Does it get or give a benefit for passing on people's data without their consent?"
    )
    electoral_disclosure_entity: bool | None = ask(
        "In Australia: is it a disclosure entity in elections (party, candidate, donor, significant third party)?"
    )
    religious_body_or_private_club: bool | None = ask("Is it a religious body or a private club?")
    federally_financed_staff: bool | None = ask(
        "In a US state or local body: is the work of staff who post mainly paid for with federal money?"
    )
    population_served: int | None = amount("If it is a public body: how many people live in its area?", "people")
    bound_by_alcohol_code: bool | None = ask(
        "Is it a member of the drinks trade body whose advertising code is meant, or bound by that code otherwise?"
    )
    alcohol_supplier: bool | None = ask(
        "Does it make, import or wholesale drinks (and not only sell them to the public, as shops and bars do)?"
    )
    advertising_codes: Many[Literal["aga-sports-wagering", "cfbai"]] | None = ask(
        "Which of these advertising codes bind it by membership or pledge? An empty list if none."
    )
    cannabis_licensed_in: Many[Jurisdiction] | None = ask(
        "In which states or countries does it hold a licence for cannabis? An empty list if in none."
    )
    vehicle_dealer: bool | None = ask("Does it sell or lease vehicles to the public itself, as a dealer?")
    vehicle_dealer_licensed_in: Many[Jurisdiction] | None = ask(
        "If it is a dealer of vehicles: in which states or countries does it hold a dealer's license? An empty list if "
        "in none."
    )
    cfbai_line_at_25: bool | None = ask(
        "If the children's food advertising pledge (CFBAI) binds it: does its own pledge set the line at 25 percent?"
    )
    us_501c3: Literal["public-charity", "church", "private-foundation", "none"] | None = ask(
        "Is it exempt from US tax under section 501(c)(3) (schools and hospitals are public charities), and as what?"
    )
    federal_political_committee: bool | None = ask("Is it a political committee under US federal election law?")
    receives_education_funds: bool | None = ask(
        "Does it get funds under programs of the US Department of Education, or act for a school that does?"
    )
    under_railway_labor_act: bool | None = ask(
        "In the United States: is its staff under the Railway Labor Act, the labor law of airlines and railways?"
    )
    has_governing_body: bool | None = ask("Does it have a board or another governing body?")
    has_works_council: bool | None = ask("Does it have a works council?")
    micro_enterprise: bool | None = ask("Is it a micro-enterprise as the European Union defines it?")
    receives_federal_health_funds: bool | None = ask(
        "Does it take money from the US Department of Health and Human Services (Medicare, Medicaid, grants)?"
    )
    hipaa_status: Literal["covered-entity", "business-associate", "both", "neither"] | None = ask(
        "Is it a covered entity or a business associate under HIPAA (the US health privacy law), both or neither?"
    )
    singapore_healthcare_licence: bool | None = ask(
        "In Singapore: does it hold a licence under the Healthcare Services Act, or advertise for somebody who does?"
    )
    adviser_registration: Literal["sec", "state", "exempt-reporting", "none"] | None = ask(
        "With whom is it registered as an investment adviser, if it is one?"
    )
    uk_financial_status: (
        Literal[
            "authorised",
            "temporary-permission",
            "appointed-representative",
            "cryptoasset-registration",
            "payments-or-e-money",
            "not-authorised",
        ]
        | None
    ) = ask(
        "What is it in the United Kingdom: authorised by the FCA or PRA, under a temporary permission, an appointed "
        "representative, only registered for cryptoassets or as a payment or e-money firm, or not authorised?"
    )
    deals_in_instruments_uk: bool | None = ask(
        "In the United Kingdom: does it receive, execute or arrange orders in financial instruments, deal in them or "
        "manage portfolios?"
    )
    uk_status_claim: Literal["none", "true-status", "false-status"] | None = ask(
        "What do profiles and posts say of its being authorised or regulated in the United Kingdom: nothing, what is "
        "true, or more than is true (such as that a registration is an authorisation)?"
    )
    uk_regulator_claim: (
        Literal["none", "plain-status-line", "unregulated-marked", "suggests-approval", "covers-unregulated"] | None
    ) = ask(
        "How is the UK regulator's name used: not at all, in the plain line on status, with a note of what is not "
        "regulated, as if it approved a product, or for what it does not regulate?"
    )
    insured_deposits: Literal["fdic", "ncua", "none"] | None = ask(
        "Who insures customers' deposits or share accounts with it, if anyone?"
    )
    bank_charter: (
        Literal[
            "national-bank",
            "state-member-bank",
            "state-nonmember-bank",
            "federal-savings-association",
            "federal-credit-union",
            "state-credit-union",
            "none",
        ]
        | None
    ) = ask("Which charter does it hold as a US bank or credit union, if any?")
    australian_licence: Literal["afs-licensee", "authorised-representative", "credit-licensee-only", "none"] | None = (
        ask(
            "In Australia: does it hold an Australian financial services (AFS) licence, act as a licensee's "
            "representative, hold a credit licence only, or none?"
        )
    )
    apra_regulated: bool | None = ask(
        "Is it regulated by Australia's prudential authority, APRA (as a bank, insurer or superannuation licensee)?"
    )
    insurance_lines: Many[Literal["life-or-annuity", "accident-or-sickness", "property-or-casualty"]] | None = ask(
        "Which lines of insurance does it write, if it is an insurer?"
    )
    cra_bank: bool | None = ask("Is it a bank that the US Community Reinvestment Act covers?")
    consumers_data_count: int | None = amount(
        "How many consumers' personal data does it buy, sell, share or process in a year?", "people"
    )
    eu_crypto_authorisation: (
        Literal["authorised", "third-country-without", "eu-firm-without", "no-crypto-services"] | None
    ) = ask(
        "If it offers crypto-asset services: is it authorised for them in a member state of the European Union, or "
        "has it given notice as a bank; is it a firm of another country without that, or of the Union without that?"
    )
    registrations: Many[Registration] | None = ask("Which licences and registrations does it hold?")


class Audience(Scoped):
    """People whom the strategy wants to reach."""

    kinds: Many[AudienceKind] | None = ask("Who are the people in this audience?")
    minimum_age: int | None = amount("What minimum age are placements set to?", "years")
    share_under_16: float | None = percent("What share of the audience is under 16?")
    share_21_plus: float | None = percent("What share of the audience is 21 or older?")
    age_measured_by: AgeMeasure | None = ask("How are the ages of this audience measured?")
    measured_before_placement: bool | None = ask(
        "Was the age of this audience known from data before content was placed?"
    )
    age_measured_on: Day | None = ask("When were the ages of this audience last measured?")
    age_gated: bool | None = ask("Is an age gate, or the platform's age restriction, switched on for this audience?")
    child_directed: bool | None = ask("Is any content, site or form for this audience aimed at children under 13?")
    state_limits_checked_on: Day | None = ask(
        "When was it last noted which US states limit minors' accounts and apps, and what the courts have stayed?"
    )
