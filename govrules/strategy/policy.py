# SPDX-License-Identifier: Apache-2.0
"""What a social media policy settles: who may speak, official accounts and access to them, and rules for comments."""

from typing import Literal

from govrules.strategy.base import Day, Many, Part, amount, ask


class Policy(Part):
    """The social media policy."""

    exists: bool | None = ask("Is there a written social media policy?")
    owner: str | None = ask("Who owns the social media policy, by name or job title?")
    version: str | None = ask("Which version of the social media policy is in force?")
    last_reviewed: Day | None = ask("When was the social media policy last reviewed?")
    covers: (
        Many[
            Literal[
                "official-use",
                "personal-use",
                "ai-tools",
                "confidential-data",
                "complaints",
                "political-activity",
            ]
        ]
        | None
    ) = ask("What does the social media policy cover?")
    binds: (
        Many[
            Literal[
                "employees",
                "directors",
                "contractors-and-agencies",
                "volunteers",
                "students-and-trainees",
                "clinicians-not-employed",
            ]
        ]
        | None
    ) = ask("Whom does the social media policy bind?")
    clearance: Literal["all-posts", "by-risk", "after-posting", "none"] | None = ask(
        "Which official posts does a second person check before they go out: all, those of some risk, none but they "
        "are looked at afterwards, or none at all?"
    )
    acknowledged: bool | None = ask("Do those whom the social media policy binds acknowledge it (sign or confirm it)?")
    acknowledged_every_months: float | None = amount(
        "After how many months is the social media policy acknowledged again?", "months"
    )
    breach_consequences_stated: bool | None = ask("Does the policy say what follows when somebody breaches it?")
    media_enquiries_to: str | None = ask("Who answers enquiries from the media, by name or job title?")
    legal_enquiries_to: str | None = ask("Who answers legal enquiries and complaints, by name or job title?")
    local_law_prevails: bool | None = ask("Does the policy say that local law prevails where it differs?")
    followed: bool | None = ask("Is the policy followed in practice, as far as checks show?")
    approved_by_board: bool | None = ask(
        "Has the board or another governing body approved the direction that this follows (a policy for social media, "
        "or one for data and technology that takes it in)?"
    )
    whistleblower_notice: bool | None = ask(
        "Do confidentiality terms carry the notice that whistleblowers are immune (United States)?"
    )


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
    ) = ask("What does the register hold for each account?")
    reviewed_every_days: float | None = amount("How many days pass between reviews of the account register?", "days")
    opening_approved_by: str | None = ask("Who must agree before an account is opened or closed, by name or job title?")
    inactive_closed_after_days: float | None = amount(
        "After how many days without a post is an account closed or parked?", "days"
    )
    names_and_logos_ruled: bool | None = ask(
        "Is it ruled how accounts are named and how name and logo of the organisation are used?"
    )
    in_us_digital_registry: bool | None = ask(
        "For a US federal agency: is every official account in the U.S. Digital Registry?"
    )
    public_list: bool | None = ask("Is there a public page that lists the official accounts?")
    ownership_settled_in_contracts: bool | None = ask(
        "Is it settled in contracts with staff and agencies, or by a rule where an account stays personal, who owns "
        "accounts, and their handover?"
    )


class HouseRules(Part):
    """What the organisation tells the public about comments on all of its accounts."""

    published: bool | None = ask("Are house rules for comments published, your own or the platform's by a link?")
    say: (
        Many[
            Literal[
                "what-is-removed",
                "when-to-expect-an-answer",
                "how-to-object",
                "personal-data-removed",
                "no-under-13s",
                "account-data-never-asked",
                "no-medical-advice",
            ]
        ]
        | None
    ) = ask("What do the house rules say?")
    harmful_comments: Literal["removed", "hidden", "left"] | None = ask(
        "What is done with abusive or unlawful comments once they are known?"
    )


class Security(Part):
    """Access to accounts in general; a channel may state its own."""

    mfa_for_all: bool | None = ask(
        "Must everybody who can publish or administer use multi-factor authentication, on every account?"
    )
    shared_credentials: bool | None = ask(
        "Are passwords shared anywhere (other than ones checked out from a password manager)?"
    )
    everybody_administrator: bool | None = ask("Do all users have the rights of an administrator?")
    leaver_removal_hours: float | None = amount("Within how many hours of leaving is access removed?", "hours")
    shared_secrets_changed: bool | None = ask(
        "Are shared passwords and recovery codes changed when somebody leaves who knew them?"
    )
    mover_removal_hours: float | None = amount("Within how many hours of changing role is access changed?", "hours")
    hr_triggers_removal: bool | None = ask("Does HR tell the account owner before the exit meeting?")
    access_review_interval_days: float | None = amount(
        "How many days pass between reviews of administrators' access?", "days"
    )
    access_reviewed_on_change: bool | None = ask(
        "Is access also reviewed whenever somebody joins, moves or leaves, or continuously by a tool?"
    )
    administrators_per_account: int | None = amount(
        "How many administrators does each account have, at least?", "people"
    )
    last_access_review: Day | None = ask("When was administrators' access last reviewed?")
    dormant_logins_disabled_days: float | None = amount("After how many days without use is a login disabled?", "days")
    access_never_reviewed: bool | None = ask("Is access to the accounts never reviewed?")
    impersonation_monitored: bool | None = ask(
        "Are fake accounts and deepfakes looked for, by the platforms' tools, a watch service or a search at intervals?"
    )
    known_fakes_acted_on: bool | None = ask(
        "Once a fake account or a scam in your name is known: is it reported, and are customers warned?"
    )
    takedown_owner: str | None = ask("Who has fake accounts taken down, by name or job title?")
