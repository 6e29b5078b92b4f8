# SPDX-License-Identifier: Apache-2.0
"""What a channel is run with: approval, review, archive, access, moderation, accessibility."""

from typing import Literal

from govrules.strategy.base import Day, Many, Part, amount, ask

RecordKind = Literal[
    "posts",
    "edits",
    "deletions",
    "comments",
    "direct-messages",
    "live-and-ephemeral",
    "ads",
    "approvals",
    "influencer-posts",
]
ApproverRole = Literal[
    "registered-principal",
    "registered-options-principal",
    "supervisory-analyst",
    "compliance-officer",
    "legal",
    "medical-legal-regulatory",
    "privacy-officer",
    "disclosure-committee",
    "executive",
    "marketing-lead",
    "second-editor",
    "none",
]


class Approval(Part):
    """Who looks at content before it is first used."""

    before_first_use: bool | None = ask("Is static content approved before its first use?")
    approver: ApproverRole | None = ask("In what capacity does the approver act?")
    approver_qualified_for_product: bool | None = ask("Is the approver licensed or qualified for the product shown?")
    recorded: bool | None = ask("Is each approval recorded with name and date?")
    filed_item_reused: bool | None = ask(
        "Is it an unaltered reuse of what was filed with the authority before (of another FINRA member's item: with "
        "FINRA's letter at hand)?"
    )


class ChannelApproval(Approval):
    """Who looks at a channel's content before it is first used, and what may go out without that."""

    library_of_cleared_content: bool | None = ask("Is there a library of cleared content that staff may post from?")
    static_and_interactive_told_apart: bool | None = ask(
        "Do written rules distinguish static content (profiles, planned posts, video, ads) from interactive content?"
    )
    author_approves_alone: bool | None = ask(
        "Does the author alone approve it, although somebody else is qualified to?"
    )
    replies_approved_first: bool | None = ask("Is each reply and live post approved before it goes out too?")


class AfterReview(Part):
    """How content that was not approved beforehand is reviewed after the event."""

    reviewed: bool | None = ask("Is interactive content reviewed after it is posted?")
    risk_based: bool | None = ask("Is the review after posting risk-based, with a lexicon or a sampling rate?")
    evidence_kept: bool | None = ask("Is evidence of each review kept?")


class Archive(Part):
    """How what was published is kept."""

    enabled: bool | None = ask("Is what is published and received on the channel archived?")
    captures: Many[RecordKind] | None = ask("What does the archive capture?")
    years: float | None = amount("For how many years are archived records kept?", "years")
    easily_accessible_years: float | None = amount(
        "For how many of these years are archived records easily accessible?", "years"
    )
    format: Literal["write-once", "audit-trail", "editable", "screenshots", "platform-only", "paper"] | None = ask(
        "In what form are records archived: write-once, with a complete time-stamped audit trail, or another?"
    )
    approver_and_dates_kept: bool | None = ask(
        "Does the archive show who approved each item (or prepared it, where nobody has to approve it), and the dates "
        "of its first and last use?"
    )
    chart_sources_kept: bool | None = ask("Is the source of each statistic and chart kept with the item?")
    access_undertaking: bool | None = ask(
        "Has a designated executive officer or third party undertaken to give regulators access?"
    )
    retrieval_tested_on: Day | None = ask("When was retrieval from the archive last tested?")


class Access(Part):
    """Who can get into the account."""

    mfa: bool | None = ask("Is multi-factor authentication on for everyone who can publish or administer?")
    mfa_method: Literal["passkey", "authenticator-app", "hardware-key", "sms", "sms-nothing-else-offered"] | None = ask(
        "Which method of multi-factor authentication is used?"
    )
    recovery_protected: bool | None = ask(
        "Are the recovery e-mail address and phone number owned by the organisation and protected too?"
    )
    shared_passwords: bool | None = ask(
        "Do several people share a password (other than one checked out from a password manager)?"
    )
    administrators: int | None = amount("How many administrators does the account have?", "people")


class Moderation(Part):
    """What happens to what others write."""

    open_to_comments: bool | None = ask("Can the public comment, review or tag here?")
    house_rules_published: bool | None = ask("Are house rules for comments published?")
    neutral_criteria: bool | None = ask("Are comments removed by neutral rules only, never for being critical?")
    removal_selective: bool | None = ask("Are unfavourable comments hidden, or favourable ones pinned or reordered?")
    praise_taken_up: Literal["none", "reviewed-with-disclosures", "without-review-or-disclosures"] | None = ask(
        "Is praise by others liked, shared, quoted or pinned, and if so, is it reviewed like your own content, with "
        "the disclosures that a testimonial needs?"
    )
    monitored_every_hours: float | None = amount("How many hours pass between checks of comments?", "hours")
    response_hours: float | None = amount("Within how many hours are comments and questions answered?", "hours")
    known_issues_removed_hours: float | None = amount(
        "Within how many hours is a false, unlawful or defamatory comment removed once it is known?", "hours"
    )
    complaint_route: bool | None = ask("Is there an accessible way to complain about a comment?")
    notices_acted_on: bool | None = ask(
        "Is something done, and recorded, when somebody gives notice that content of others here harms people?"
    )
    ordered_removal_hours: float | None = amount(
        "On a service of your own: within how many hours is content removed when a court or authority orders it?",
        "hours",
    )
    known_false_claims_removed: bool | None = ask(
        "Are false claims about your products in comments and testimonials of others removed, hidden or plainly "
        "corrected once they are known?"
    )
    clinical_praise_removed: bool | None = ask(
        "On a page that promotes health care: is praise by others of treatment, outcome or a professional's skill "
        "removed or hidden?"
    )
    prescription_mentions_removed: bool | None = ask(
        "Where people could name medicines that need a prescription: are such comments and tags removed or hidden?"
    )
    health_product_claims_removed: bool | None = ask(
        "On a page about medicines, devices or supplements: are comments and tags with claims that you could not "
        "lawfully make yourself removed or hidden?"
    )
    removals_logged: bool | None = ask("Are removals of comments logged, with the reason and a copy?")
    escalation: bool | None = ask("Are threats, safety reports and complaints escalated to named people?")
    uk_operator_defence: Literal["steps-in-time", "posters-identifiable", "steps-missing"] | None = ask(
        "In England and Wales: when somebody complains of a defamatory comment, are the steps of the 2013 Regulations "
        "taken (the poster contacted within 48 hours), or can the complainant identify the posters?"
    )
    nz_safe_harbour: Literal["not-relied-on", "steps-in-place", "steps-missing"] | None = ask(
        "In New Zealand: do you rely on the safe harbour for hosts, and are its steps within 48 hours in place?"
    )
    user_content_reviewed: bool | None = ask(
        "Is what others post here looked at, and removed where it breaks the house rules?"
    )
    profanity_filter: bool | None = ask("Are filters set for abuse and risky posts?")
    answered_in_language_asked: bool | None = ask(
        "Are comments and questions answered in the language in which they are written?"
    )
    sensitive_data_screened: bool | None = ask(
        "On a service of your own: is user content that can hold sensitive personal data barred, or screened before "
        "it is published, with the poster's right to publish checked?"
    )
    copying_hindered: bool | None = ask("On a service of your own: is mass copying of user content hindered?")
    sharing_counts_as_adoption: bool | None = ask(
        "Does a written rule treat liking, sharing, pinning and linking as making the content one's own?"
    )
    linked_pages_checked: bool | None = ask(
        "Is each page of others looked at before it is linked, so that none that misleads is linked?"
    )
    filters_hide_views: bool | None = ask("Do word filters hide criticism or single opinions?")
    blocking: Literal["never", "by-neutral-rules", "time-limited-with-reasons-and-appeal", "at-will"] | None = ask(
        "How may people be blocked: never, by neutral rules, for a limited time with reasons and an appeal, or at will?"
    )


class Accessibility(Part):
    """Whether disabled people can use it."""

    captions: Literal["human-checked", "automatic", "none"] | None = ask(
        "Is video captioned, and does a person check the captions?"
    )
    alt_text: Literal["always", "sometimes", "never"] | None = ask(
        "Do images carry alternative text, or a description in the post (decorative images aside)?"
    )
    contrast_checked: bool | None = ask("Is the contrast of text in images checked?")
    flashes: bool | None = ask("Does anything on it flash more than three times a second?")
    camel_case_hashtags: bool | None = ask("Are hashtags of several words written with capital letters (#LikeThis)?")
    landing_pages_standard: Literal["wcag-2.2-aa", "wcag-2.1-aa", "wcag-2.0-aa", "none"] | None = ask(
        "Which accessibility standard are landing pages built and tested to?"
    )
    not_practicable_because: str | None = ask(
        "If accessible landing pages are not practicable, or hold old content that the law leaves out: why?"
    )
    statement_mentions_it: bool | None = ask(
        "Does the accessibility statement mention sales and support on this channel?"
    )
    same_information_on_page: bool | None = ask("Is the same information on an accessible web page too?")
    consumer_service: Literal["accessible", "burden-documented", "in-use-before-2025", "not-accessible"] | None = ask(
        "Is a shop, booking or support chat here usable by disabled people, is a disproportionate burden documented, "
        "or was it in use before 28 June 2025?"
    )
    other_way_in: bool | None = ask(
        "Do disabled people get the same offer in another way that works as well (staff, text version)?"
    )
    access_request_route: bool | None = ask(
        "Can people ask for an accessible version, and is a time for the answer stated?"
    )
    burden_assessed: bool | None = ask(
        "In a public body: is a disproportionate burden of accessibility assessed and explained in the statement?"
    )
    statement_published: bool | None = ask("Is an accessibility statement published for the site or app?")


class Trial(Part):
    """What is tried next on a channel."""

    hypothesis: str | None = ask("What do you expect the next trial on this channel to show?")
    metric: str | None = ask("Which measure will show whether the trial worked?")
    budget: float | None = amount("What does the trial cost?", "currency of the business case")
    ends_on: Day | None = ask("When does the trial end?")
