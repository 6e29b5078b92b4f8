# SPDX-License-Identifier: Apache-2.0
"""How social media is governed: owners, policy, access, crisis, training, records, risk, audit and exit."""

from typing import Literal

from pydantic import computed_field

from govrules.strategy.base import Day, Many, Part, amount, ask, percent

TrainingAudience = Literal[
    "account-users", "approvers", "executives", "board", "advocates", "agencies", "customer-service", "all-staff"
]


class Board(Part):
    """What the governing body has to do with it."""

    sponsor: str | None = ask("Who on the board sponsors the strategy?")
    tabled_on: Day | None = ask("At which meeting is the strategy tabled?")
    next_review_on: Day | None = ask("When does the board look at it again?")
    risks_shown_beside_benefits: bool | None = ask("Does the paper show the principal risks beside the benefits?")
    reporting_interval_months: float | None = amount("How often is the board reported to?", "months")
    executive_reporting_interval_months: float | None = amount("How often is the executive reported to?", "months")
    report_content: (
        Many[
            Literal[
                "outcomes", "spend", "incidents", "complaints", "rule-changes", "decisions-wanted", "activity-counts"
            ]
        ]
        | None
    ) = ask("What is in the report?")
    material_controls_judged: bool | None = ask("Is it judged in writing whether social media controls are material?")
    governance_statement_covers_it: bool | None = ask(
        "Does the yearly governance statement say how data and technology, social channels included, are governed?"
    )


class Policy(Part):
    """The social media policy."""

    exists: bool | None = ask("Is there a written social media policy?")
    owner: str | None = ask("Who owns it, by name or post?")
    version: str | None = ask("Which version is in force?")
    last_reviewed: Day | None = ask("When was it last reviewed?")
    covers: (
        Many[
            Literal[
                "official-use",
                "personal-use",
                "ai-tools",
                "confidential-data",
                "complaints",
                "directors",
                "contractors-and-agencies",
                "political-activity",
            ]
        ]
        | None
    ) = ask("What does it cover?")
    acknowledged_percent: float | None = percent("What share of the staff in scope has acknowledged it?")
    approved_by_board: bool | None = ask("Has the board or another governing body approved the policy direction?")
    whistleblower_notice: bool | None = ask(
        "Do confidentiality terms carry the notice that whistleblowers are immune (United States)?"
    )


class ContentClassApproval(Part):
    """One line of the approval matrix."""

    content_class: str | None = ask("Which class of content?")
    risk: Literal["low", "medium", "high"] | None = ask("How risky is this class of content?")
    drafter: str | None = ask("Who drafts content of this class?")
    approver: str | None = ask("Who approves content of this class?")
    publisher: str | None = ask("Who publishes content of this class?")
    two_people: bool | None = ask("Do at least two people see it before it is published?")
    turnaround_hours: float | None = amount("Within how many hours is it decided?", "hours")


class AccountRegister(Part):
    """The register of official accounts."""

    exists: bool | None = ask("Is there one register of all official accounts?")
    fields: (
        Many[
            Literal[
                "platform",
                "handle",
                "business-owner",
                "technical-owner",
                "recovery-route",
                "agency-access",
                "last-checked",
            ]
        ]
        | None
    ) = ask("What does it hold for each account?")
    reviewed_every_days: float | None = amount("How often is it reviewed?", "days")
    last_reviewed: Day | None = ask("When was it last reviewed?")
    public_list: bool | None = ask("Is there a public page that lists the official accounts?")
    ownership_settled_in_contracts: bool | None = ask(
        "Do contracts with staff and agencies settle who owns accounts, and their handover?"
    )


class Security(Part):
    """Access to accounts in general; a channel may state its own."""

    mfa_coverage_percent: float | None = percent(
        "What share of accounts and their users has multi-factor authentication?"
    )
    shared_credentials: bool | None = ask("Are passwords shared anywhere?")
    leaver_removal_hours: float | None = amount("Within how many hours of leaving is access removed?", "hours")
    mover_removal_hours: float | None = amount("Within how many hours of changing role is access changed?", "hours")
    hr_triggers_removal: bool | None = ask("Does HR tell the account owner before the exit meeting?")
    access_review_interval_days: float | None = amount("How often is administrators' access reviewed?", "days")
    last_access_review: Day | None = ask("When was it last reviewed?")
    dormant_logins_disabled_days: float | None = amount("After how many idle days is a login disabled?", "days")
    impersonation_monitored: bool | None = ask("Are false accounts and deepfakes watched for?")
    takedown_owner: str | None = ask("Who has false accounts taken down, by name or post?")


class Crisis(Part):
    """Crisis and escalation."""

    plan: bool | None = ask("Is there a written plan for hijack, mispost, backlash and false news?")
    last_reviewed: Day | None = ask("When was it last reviewed?")
    team_roles: (
        Many[Literal["social", "programme", "press", "legal", "it-security", "senior-leader", "privacy", "safety"]]
        | None
    ) = ask("Which roles are in the team?")
    alert_minutes: float | None = amount("Within how many minutes is the team alerted?", "minutes")
    first_statement_minutes: float | None = amount("Within how many minutes does the public hear from you?", "minutes")
    platform_contacts: bool | None = ask("Are the platforms' escalation contacts and proof of ownership at hand?")
    stop_all_step: bool | None = ask("Can all scheduled and paid posts be stopped in one step?")
    holding_statements: bool | None = ask("Are holding statements approved beforehand?")
    drill_interval_months: float | None = amount("How often is the plan exercised?", "months")
    last_drill: Day | None = ask("When was it last exercised?")
    drill_scenario: str | None = ask("What was exercised?")
    drill_actions_tracked: bool | None = ask("Do actions from the drill have an owner and a date?")
    out_of_hours_contact: bool | None = ask("Does it work at night and at weekends?")
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
    before_access: bool | None = ask("Are they trained before they get access?")
    interval_months: float | None = amount("How often is the training repeated?", "months")
    last_held: Day | None = ask("When was the training last held?")
    completion_percent: float | None = percent("What share of them has completed the training?")
    topics: Many[str] | None = ask("On what are they trained?")


class Monitoring(Part):
    """Listening to what is said of the organisation."""

    tool: str | None = ask("With which tool are mentions of the organisation watched?")
    hours_covered: Literal["business-hours", "extended", "around-the-clock"] | None = ask(
        "During which hours are mentions watched?"
    )
    keywords_include: Many[Literal["brand", "executives", "product-safety", "competitors", "impersonation"]] | None = (
        ask("What is listened for?")
    )
    escalation_threshold: str | None = ask("Which threshold triggers escalation?")
    receivers: Many[str] | None = ask("Who receives what matters?")
    injury_reports_routed: bool | None = ask("Do comments that speak of injuries or dangers reach product safety?")
    injury_comments_hidden: bool | None = ask("Are comments that speak of injuries hidden without that?")
    injury_report_hours: float | None = amount(
        "Within how many hours do comments and messages that speak of injuries reach product safety?", "hours"
    )


class RetentionClass(Part):
    """One class of records with the years that it is kept and the years that it must be kept."""

    records: str | None = ask("Which records?")
    years: float | None = amount("For how many years are they kept?", "years")
    required_years: float | None = amount("For how many years does the law or your schedule require it?", "years")
    legal_basis: str | None = ask("Which law or schedule says so?")

    @computed_field(  # type: ignore[prop-decorator]
        description="By how many years does the time kept fall short of the time required?",
        json_schema_extra={"rests_on": ["years", "required_years"], "unit": "years"},
    )
    @property
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
    export_tested_on: Day | None = ask("When was an export last tested?")
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

    risk: str | None = ask("What could happen, from which cause, with which effect?")
    likelihood: Literal["rare", "unlikely", "possible", "likely", "almost-certain"] | None = ask("How likely is it?")
    impact: Literal["negligible", "minor", "moderate", "major", "severe"] | None = ask("How bad would it be?")
    owner: str | None = ask("Who owns it, by name or post?")
    control: str | None = ask("Which control treats it?")
    residual: Literal["low", "medium", "high"] | None = ask("What remains after the control?")
    reviewed_on: Day | None = ask("When was it last reviewed?")


class Risk(Part):
    """Risk register and appetite."""

    register_entries: Many[RiskEntry] | None = ask("Which risks are in the register?")
    appetite: str | None = ask("What appetite does the board state for social media risk?")
    risk_of_absence_rated: bool | None = ask("Is the risk of not taking part rated too?")
    review_interval_months: float | None = amount("How often is the register reviewed?", "months")
    fraud_assessment_covers_marketing: bool | None = ask(
        "Does a fraud risk assessment name marketing, sustainability and investor claims?"
    )
    last_reviewed: Day | None = ask("When was it last reviewed?")


class Obligation(Part):
    """A law or code in the register of obligations."""

    rule: str | None = ask("Which law or code?")
    trigger: str | None = ask("What brings you under it?")
    control: str | None = ask("Which control answers it?")
    owner: str | None = ask("Who owns it, by name or post?")
    checked_on: Day | None = ask("When was it last checked?")


class Audit(Part):
    """Internal audit."""

    function: bool | None = ask("Is there an internal audit function, own or bought?")
    in_audit_universe: bool | None = ask("Is social media in the audit universe?")
    last_audit: Day | None = ask("When was it last audited?")
    next_audit: Day | None = ask("When is the next audit?")
    findings_tracked: bool | None = ask("Are findings tracked to closure?")


class Vendor(Part):
    """An agency, creator network or tool."""

    name: str | None = ask("Which agency or tool is it?")
    kind: (
        Literal["agency", "publishing-tool", "listening-tool", "archive", "influencer-network", "ai-tool", "other"]
        | None
    ) = ask("What does the agency or tool do?")
    due_diligence_on: Day | None = ask("When was due diligence done?")
    contract: bool | None = ask("Is there a written contract with security, approval, records and handover?")
    named_users_and_mfa: bool | None = ask("Must they use named users with multi-factor authentication?")
    incident_notice_hours: float | None = amount("Within how many hours must they tell of an incident?", "hours")
    anti_fraud_terms: bool | None = ask("Does the contract carry anti-fraud terms and training?")
    organisation_owns_accounts: bool | None = ask(
        "Does the organisation own the business account, with them as guests?"
    )
    last_reviewed: Day | None = ask("When was the relation last reviewed?")
    exit_plan: bool | None = ask("Is there a plan for the end of the relation?")


class PaidMedia(Part):
    """Control of what is spent on ads and creators."""

    budget: float | None = amount("How much is spent a year?", "currency of the business case")
    caps_set: bool | None = ask("Are daily and campaign caps set in the ad accounts?")
    duties_separated: bool | None = ask("Are buyer, approver and payer different people?")
    reconciled_monthly: bool | None = ask("Are platform invoices reconciled to orders each month?")
    overspend_alert_percent: float | None = percent("At which share above plan is there an alert?")
    advertiser_and_payer_true: bool | None = ask("Does each ad account name the true advertiser and the true payer?")
    placement_agreed_with_rivals: bool | None = ask("Is it agreed with competitors where to advertise, and where not?")
    placement_audit_months: float | None = amount(
        "How often is the audience of past placements checked by sample, and misses corrected?", "months"
    )
    placement_decided_alone: bool | None = ask(
        "Does the organisation decide on platforms and brand safety alone, for its own reasons?"
    )


class Continuity(Part):
    """Dependence, continuity and exit."""

    exit_plan: bool | None = ask("Is there a way out for audience, data and content of each main platform?")
    owned_channel: bool | None = ask("Is there an owned channel (site, newsletter, app) with contact consent?")
    masters_kept_outside: bool | None = ask("Are master copies of content kept outside the platforms?")
    ban_scenario: bool | None = ask("Is there a plan for the ban, forced sale or age limit of a platform?")
    in_business_continuity: bool | None = ask("Are social channels part of business continuity?")
    people_who_can_publish: int | None = amount("How many people in different places can publish?", "people")


class Governance(Part):
    """The controls over social media as a whole."""

    accountable_executive: str | None = ask("Which one executive answers for social media, by name or post?")
    deputy: str | None = ask("Who stands in?")
    compliance_reports_to_board: bool | None = ask("Has the compliance function a direct line to the board?")
    committee: str | None = ask("Which committee steers it?")
    board: Board | None = ask("What does the board do?")
    policy: Policy | None = ask("What is the policy?")
    approval_matrix: Many[ContentClassApproval] | None = ask(
        "Who drafts, approves and publishes which class of content?"
    )
    account_register: AccountRegister | None = ask("Is there a register of accounts?")
    security: Security | None = ask("How is access secured?")
    crisis: Crisis | None = ask("What happens in a crisis?")
    training: Many[Training] | None = ask("Who is trained, and how often?")
    monitoring: Monitoring | None = ask("Who listens to what is said?")
    records: Records | None = ask("What is kept, and for how long?")
    risk: Risk | None = ask("Which risks are seen and accepted?")
    obligations: Many[Obligation] | None = ask("Which laws and codes bind the channels?")
    audit: Audit | None = ask("Is it audited?")
    vendors: Many[Vendor] | None = ask("Which agencies and tools are used?")
    paid_media: PaidMedia | None = ask("How is paid media controlled?")
    continuity: Continuity | None = ask("What if a platform fails or is left?")
    accessibility_standard: Literal["wcag-2.2-aa", "wcag-2.1-aa", "wcag-2.0-aa", "none"] | None = ask(
        "To which standard is content made accessible?"
    )
    ai_rules: bool | None = ask("Is there a rule on AI in content, replies and targeting, with a human answerable?")
    works_council_agreement: bool | None = ask(
        "Has the works council agreed to comment functions and tools that log what staff do?"
    )
    eu_dispute_platform_links_removed: bool | None = ask(
        "Are all links to the EU's closed platform for disputes (ODR) removed from profiles, shops and templates?"
    )
    legal_privilege_contact: str | None = ask("Whom do teams ask about law, by name or post?")
    official_accounts_nonpartisan: bool | None = ask(
        "In a public body: are official accounts free of party and campaign content, reposts and follows included?"
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
    privacy_complaint_form: bool | None = ask("Is there an electronic form for complaints about personal data?")
    privacy_complaint_acknowledged_days: float | None = amount(
        "Within how many days is a complaint about personal data acknowledged?", "days"
    )
