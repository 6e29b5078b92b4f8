# SPDX-License-Identifier: Apache-2.0
"""How social media is governed: owners, crisis, training, records, risk, audit and exit.

What a policy settles (who may speak, accounts and access, house rules) stands in :mod:`govrules.strategy.policy`.
"""

from typing import Literal

from govrules.strategy.base import Day, Many, Part, amount, ask, derived, percent
from govrules.strategy.policy import AccountRegister, HouseRules, Policy, Security
from govrules.strategy.releases import AccidentInvestigation, DefenceContracts

TrainingAudience = Literal[
    "account-users", "approvers", "executives", "board", "advocates", "agencies", "customer-service", "all-staff"
]


class Board(Part):
    """What the governing body has to do with it."""

    sponsor: str | None = ask("Who on the board sponsors the strategy?")
    tabled_on: Day | None = ask("At which meeting is the strategy tabled?")
    approved_under_delegation: bool | None = ask(
        "Is it approved under authority that the board has delegated (a committee, a spending limit, the yearly plan)?"
    )
    goes_ahead_unapproved: bool | None = ask("Does it go ahead although nobody with the board's authority approved it?")
    next_review_on: Day | None = ask("When will the board look at it again?")
    risks_shown_beside_benefits: bool | None = ask("Does the paper show the principal risks beside the benefits?")
    reporting_interval_months: float | None = amount("How many months pass between reports to the board?", "months")
    executive_reporting_interval_months: float | None = amount(
        "How many months pass between reports to the executive team?", "months"
    )
    report_content: (
        Many[
            Literal[
                "outcomes", "spend", "incidents", "complaints", "rule-changes", "decisions-wanted", "activity-counts"
            ]
        ]
        | None
    ) = ask("What do the reports to the board contain?")
    material_controls_judged: bool | None = ask("Is it judged in writing whether social media controls are material?")
    governance_statement_covers_it: bool | None = ask(
        "Does the yearly governance statement say how data and technology, social channels included, are governed?"
    )


class ContentClassApproval(Part):
    """One line of the approval matrix."""

    content_class: str | None = ask("Which class of content is this approval rule for?")
    risk: Literal["low", "medium", "high"] | None = ask("How risky is this class of content?")
    drafter: str | None = ask("Who drafts content of this class?")
    approver: str | None = ask("Who approves content of this class?")
    publisher: str | None = ask("Who publishes content of this class?")
    two_people: bool | None = ask("Do at least two people see content of this class before it is published?")
    compensating_review: bool | None = ask(
        "Where one person alone does the work: does somebody else review what was published of this class soon after?"
    )
    turnaround_hours: float | None = amount(
        "Within how many hours is content of this class approved or refused?", "hours"
    )


class Crisis(Part):
    """Crisis and escalation."""

    plan: bool | None = ask(
        "Is there a written crisis plan for account takeover, mistaken posts, backlash and false news?"
    )
    team_roles: (
        Many[Literal["social", "programme", "press", "legal", "it-security", "senior-leader", "privacy", "safety"]]
        | None
    ) = ask("Which roles are in the crisis team?")
    alert_minutes: float | None = amount("Within how many minutes is the crisis team alerted?", "minutes")
    first_statement_minutes: float | None = amount(
        "Within how many minutes of an incident do you make a first public statement?", "minutes"
    )
    platform_contacts: bool | None = ask("Are the platforms' escalation contacts and proof of ownership at hand?")
    stop_all_step: bool | None = ask("Can all scheduled and paid posts be stopped in one step?")
    holding_statements: bool | None = ask("Are holding statements approved beforehand?")
    drill_interval_months: float | None = amount("How many months pass between exercises of the crisis plan?", "months")
    last_drill: Day | None = ask("When was the crisis plan last exercised?")
    incident_reviewed_on: Day | None = ask("When was the handling of a real incident last reviewed?")
    adopted_on: Day | None = ask("When was the crisis plan adopted?")
    never_exercised: bool | None = ask("Has the crisis plan never been exercised?")
    drill_actions_tracked: bool | None = ask("Do actions from the drill have an owner and a date?")
    out_of_hours_contact: bool | None = ask("Can the crisis team be reached at night and at weekends?")
    scam_reports_taken_in: bool | None = ask(
        "Are reports of scams that use your name or services taken in on social media, and passed on at once?"
    )
    directions_carried_out: bool | None = ask(
        "Is it settled who reads orders of authorities to remove content, and carries them out in the time they give?"
    )
    recall_plan: bool | None = ask(
        "Does a recall plan hold a post to be agreed with the authority, and stop ads, creators' posts and giveaways?"
    )
    recall: Literal["none", "voluntary", "ordered"] | None = ask("Is a product recall under way, and is it ordered?")
    recall_text_agreed: bool | None = ask(
        "Do posts on a recall use the wording ordered by, or agreed with, the authority?"
    )
    data_breach_report_hours: float | None = amount(
        "Within how many hours is a breach of personal data reported to the authority?", "hours"
    )


class Training(Part):
    """Training of one group of people."""

    audience: TrainingAudience | None = ask("Who is trained?")
    before_access: bool | None = ask("Are these people trained before they get access?")
    interval_months: float | None = amount("How many months pass between trainings of these people?", "months")
    last_held: Day | None = ask("When was the training last held?")
    completion_percent: float | None = percent("What share of these people has completed the training?")


class Monitoring(Part):
    """Listening to what is said of the organisation."""

    hours_covered: Literal["business-hours", "extended", "around-the-clock"] | None = ask(
        "During which hours are mentions monitored?"
    )
    keywords_include: Many[Literal["brand", "executives", "product-safety", "competitors", "impersonation"]] | None = (
        ask("What do you listen for?")
    )
    escalation_threshold: str | None = ask("Which threshold triggers escalation?")
    receivers: Many[str] | None = ask("Who receives what the monitoring finds?")
    injury_reports_routed: bool | None = ask("Do comments that speak of injuries or dangers reach product safety?")
    injury_comments_hidden: bool | None = ask(
        "Are comments about injuries hidden without being passed to product safety?"
    )
    injury_report_hours: float | None = amount(
        "Within how many hours do comments and messages that speak of injuries reach product safety?", "hours"
    )


class RetentionClass(Part):
    """One class of records with the years that it is kept and the years that it must be kept."""

    records: str | None = ask("Which records does this retention period apply to?")
    years: float | None = amount("For how many years are these records kept?", "years")
    required_years: float | None = amount(
        "For how many years does the law or your retention schedule require these records to be kept?", "years"
    )
    legal_basis: str | None = ask("Which law or retention schedule requires it?")
    kept_for_ever: bool | None = ask("Are these records, with the personal data in them, kept without any end?")

    @derived(
        "By how many years does the time kept fall short of the time required?",
        rests_on=("years", "required_years"),
        unit="years",
    )
    def shortfall_years(self) -> float | None:
        """The years that are missing; 0 if none are."""
        if self.years is None or self.required_years is None:
            return None
        return max(0.0, self.required_years - self.years)


class Records(Part):
    """Records and legal hold."""

    archive_enabled: bool | None = ask("Are posts, edits, replies, approvals and ads archived?")
    retention: Many[RetentionClass] | None = ask("Which records are kept for how long?")
    legal_hold_procedure: bool | None = ask("Is there a legal hold procedure that names social accounts and messages?")
    export_tested_on: Day | None = ask("When was an export of the records last tested?")
    disposal_authorised: bool | None = ask(
        "In a public body: are posts, comments and messages that are official records deleted only as a records "
        "authority or a law allows?"
    )
    deleted_in_dispute: bool | None = ask(
        "May posts or messages be deleted without a copy once a dispute is to be expected?"
    )
    personal_account_forward_days: float | None = amount(
        "In a public body: within how many days are official messages on personal accounts passed to the archive?",
        "days",
    )
    auto_delete_messages: bool | None = ask("Are business messages deleted automatically?")


class RiskEntry(Part):
    """An entry of the risk register."""

    risk: str | None = ask("What could happen, from what cause and with what effect?")
    likelihood: Literal["rare", "unlikely", "possible", "likely", "almost-certain"] | None = ask(
        "How likely is this risk?"
    )
    impact: Literal["negligible", "minor", "moderate", "major", "severe"] | None = ask(
        "How severe would the impact be?"
    )
    owner: str | None = ask("Who owns this risk, by name or job title?")
    control: str | None = ask("Which control addresses this risk?")


class Risk(Part):
    """Risk register and appetite."""

    register_entries: Many[RiskEntry] | None = ask("Which risks are in the register?")
    appetite: str | None = ask("What is the board's stated risk appetite for social media?")
    risk_of_absence_rated: bool | None = ask("Is the risk of staying off social media rated too?")
    review_interval_months: float | None = amount(
        "How many months pass between reviews of the risk register?", "months"
    )
    fraud_assessment_covers_marketing: bool | None = ask(
        "Does a fraud risk assessment name marketing, sustainability and investor claims?"
    )
    last_reviewed: Day | None = ask("When was the risk register last reviewed?")


class Obligation(Part):
    """A law or code in the register of obligations."""

    rule: str | None = ask("Which law, rule or code is it?")
    control: str | None = ask("Which control meets the obligation?")
    owner: str | None = ask("Who is responsible for the obligation, by name or job title?")
    checked_on: Day | None = ask("When was the obligation last checked?")
    undated: bool | None = ask("Is there no note of the day on which the obligation was last checked?")
    maximum_penalty: (
        Literal["not-quoted", "as-in-force", "as-of-earlier-conduct", "out-of-date", "of-another-section-or-person"]
        | None
    ) = ask("If a maximum penalty is quoted for the obligation: is it the one in force for that section and person?")


class Audit(Part):
    """Internal audit."""

    function: bool | None = ask("Is there an internal audit function, in-house or outsourced?")
    in_audit_universe: bool | None = ask("Is social media in the audit universe?")
    left_out_because: str | None = ask("If social media is left out of internal audit: for which reason?")
    last_audit: Day | None = ask("When was social media last audited?")
    next_audit: Day | None = ask("When is the next audit of social media?")
    findings_tracked: bool | None = ask("Are audit findings tracked to closure?")
    follows_iia_standards: bool | None = ask(
        "Does internal audit claim conformance with the IIA's Global Internal Audit Standards, or belong to the IIA?"
    )


class Vendor(Part):
    """An agency, creator network or tool."""

    name: str | None = ask("Which agency or tool is it?")
    kind: (
        Literal["agency", "publishing-tool", "listening-tool", "archive", "influencer-network", "ai-tool", "other"]
        | None
    ) = ask("What does the agency or tool do?")
    due_diligence_on: Day | None = ask("When was due diligence on the vendor done?")
    contract: bool | None = ask(
        "Is there a written contract with the vendor that covers security, approval, records and handover?"
    )
    standard_terms_reviewed: bool | None = ask(
        "Where the vendor's terms cannot be negotiated: have they been reviewed?"
    )
    named_users_and_mfa: bool | None = ask("Must the vendor use named users with multi-factor authentication?")
    incident_notice_hours: float | None = amount("Within how many hours must the vendor report an incident?", "hours")
    anti_fraud_terms: bool | None = ask("Does the contract carry anti-fraud terms and training?")
    organisation_owns_accounts: bool | None = ask(
        "Does the organisation own the business account, with the vendor as a guest?"
    )
    last_reviewed: Day | None = ask("When was the vendor relationship last reviewed?")
    exit_plan: bool | None = ask("Is there a plan for the end of the vendor relationship?")


class PaidMedia(Part):
    """Control of what is spent on ads and creators."""

    budget: float | None = amount("How much is spent on paid media in a year?", "currency of the business case")
    caps_set: bool | None = ask("Are daily and campaign caps set in the ad accounts?")
    duties_separated: bool | None = ask("Are the buyer, the approver and the payer of paid media different people?")
    reconciled_monthly: bool | None = ask("Are platform invoices reconciled to orders each month?")
    small_team_review: bool | None = ask(
        "Where the team is too small to separate duties: does the owner or somebody else approve the spending and "
        "check the statements?"
    )
    overspend_alert_percent: float | None = percent("At which share above plan is there an alert?")
    advertiser_and_payer_true: bool | None = ask("Does each ad account name the true advertiser and the true payer?")
    placement_agreed_with_rivals: bool | None = ask("Is it agreed with competitors where to advertise, and where not?")
    placement_misses_corrected: bool | None = ask(
        "Are past placements checked against the audience that they reached, and misses corrected?"
    )
    placement_audit_months: float | None = amount(
        "How often is the audience of past placements checked by sample?", "months"
    )
    placement_decided_alone: bool | None = ask(
        "Does the organisation decide on platforms and brand safety alone, for its own reasons?"
    )


class Continuity(Part):
    """Dependence, continuity and exit."""

    exit_plan: bool | None = ask("Is there a way to take audience, data and content away from each main platform?")
    owned_channel: bool | None = ask("Is there an owned channel (site, newsletter, app) with contact consent?")
    second_platform: bool | None = ask("Is there a second live platform that serves the same objectives?")
    dependence_accepted_because: str | None = ask(
        "If it is accepted that most of the results depend on one platform: for which reason?"
    )
    masters_kept_outside: bool | None = ask("Are master copies of content kept outside the platforms?")
    ban_scenario: bool | None = ask("Is there a plan for the ban, forced sale or age limit of a platform?")
    in_business_continuity: bool | None = ask("Are social channels part of business continuity?")


class Governance(Part):
    """The controls over social media as a whole."""

    accountable_executive: str | None = ask(
        "Who is accountable for social media, by name or job title (an executive, or several with a written split)?"
    )
    deputy: str | None = ask("Who stands in for the accountable executive?")
    compliance_reports_to_board: bool | None = ask("Does the compliance function report directly to the board?")
    committee: str | None = ask("Which committee oversees social media?")
    board: Board | None = ask("What does the board do about social media?")
    policy: Policy | None = ask("What does the social media policy say, and how is it kept up to date?")
    approval_matrix: Many[ContentClassApproval] | None = ask(
        "Who drafts, approves and publishes which class of content?"
    )
    account_register: AccountRegister | None = ask("Is there a register of accounts?")
    house_rules: HouseRules | None = ask("What are people told about comments on your accounts?")
    security: Security | None = ask("How is access to accounts secured?")
    crisis: Crisis | None = ask("How are social media crises handled?")
    investigation: AccidentInvestigation | None = ask("What is posted while an accident is investigated?")
    defence_contracts: DefenceContracts | None = ask("How are contracts with a clause on release handled?")
    training: Many[Training] | None = ask("Who is trained, and how often?")
    monitoring: Monitoring | None = ask("How are mentions of the organisation monitored?")
    records: Records | None = ask("Which records are kept, and for how long?")
    risk: Risk | None = ask("Which risks are recorded and accepted?")
    obligations: Many[Obligation] | None = ask("Which laws and codes bind the channels?")
    audit: Audit | None = ask("Is social media audited?")
    vendors: Many[Vendor] | None = ask("Which agencies and tools are used?")
    paid_media: PaidMedia | None = ask("How is paid media controlled?")
    continuity: Continuity | None = ask("What happens if a platform fails or is abandoned?")
    accessibility_standard: Literal["wcag-2.2-aa", "wcag-2.1-aa", "wcag-2.0-aa", "none"] | None = ask(
        "Which accessibility standard must content meet?"
    )
    accessible_formats_on_request: bool | None = ask(
        "Do people with disabilities get information in an accessible format when they ask, and are they told so?"
    )
    public_ai_tool: Literal["no-such-tool", "labels-and-marks", "without-label"] | None = ask(
        "Do you offer the public a filter or generator that makes realistic media, and does it label and mark them?"
    )
    accessibility_burden_documented: bool | None = ask(
        "Is it documented, by the head of the body, that meeting the standard would be an undue burden or alter its "
        "service fundamentally?"
    )
    ai_rules: bool | None = ask(
        "Is there a rule on AI in content, replies and targeting, with a named person accountable?"
    )
    works_council_agreement: bool | None = ask(
        "Has the works council agreed (or the conciliation board ruled) on comment functions and tools that log staff?"
    )
    staff_council_check: Literal["agreed", "noted-as-not-needed", "not-checked"] | None = ask(
        "In a public body: are comment functions agreed with the staff council, or noted as not monitoring staff?"
    )
    eu_dispute_platform_links_removed: bool | None = ask(
        "Are all links to the EU's closed platform for disputes (ODR) removed from profiles, shops and templates?"
    )
    official_accounts_nonpartisan: bool | None = ask(
        "In a public body: are official accounts free of party and campaign content, reposts and follows included?"
    )
    caretaker_rules: bool | None = ask(
        "In a public body: is it settled what official accounts may post in the time before an election?"
    )
    partisan_posts_on_duty: bool | None = ask(
        "In a US federal agency: may staff post for or against a party or candidate on duty or at the workplace?"
    )
    staff_solicit_political_money: bool | None = ask(
        "In a US federal agency: may staff ask for political contributions, likes and shares of appeals included?"
    )
    restricted_staff_share_campaigns: bool | None = ask(
        "In a US federal agency with further restricted staff: may these share campaign material?"
    )
    copyright_notices_reviewed: bool | None = ask(
        "Are copyright complaints about others' posts sent only after a review that considers fair use?"
    )
    harassment_risk_assessed: bool | None = ask(
        "Is the risk assessed that outsiders harass the social team and staff on camera?"
    )
    harassment_support: bool | None = ask(
        "Can staff report abuse by outsiders, get support, and step back from public posts?"
    )
    privacy_complaint_route: Literal["electronic-form", "other-easy-way", "none"] | None = ask(
        "How can people complain about the use of their personal data: by an electronic form, in another easy way, or "
        "not at all?"
    )
    privacy_complaint_acknowledged_days: float | None = amount(
        "Within how many days is a complaint about personal data acknowledged?", "days"
    )
