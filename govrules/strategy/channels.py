# SPDX-License-Identifier: Apache-2.0
"""The channels: accounts on platforms, what runs on them, who approves, keeps and moderates it."""

from typing import Literal

from govrules.strategy.base import Day, Many, Part, Scoped, amount, ask, percent
from govrules.strategy.organisation import AudienceKind

Platform = Literal[
    "facebook",
    "instagram",
    "threads",
    "x",
    "linkedin",
    "tiktok",
    "youtube",
    "snapchat",
    "pinterest",
    "reddit",
    "bluesky",
    "mastodon",
    "discord",
    "telegram",
    "whatsapp",
    "messenger",
    "signal",
    "wechat",
    "twitch",
    "google-business",
    "yelp",
    "trustpilot",
    "glassdoor",
    "app-store",
    "nextdoor",
    "stocktwits",
    "podcast",
    "blog",
    "own-community",
    "own-website",
    "other",
]
ContentClass = Literal["static", "interactive", "live", "direct-message", "ephemeral", "paid"]
Topic = Literal[
    "brand",
    "product",
    "price",
    "offer",
    "comparative",
    "environmental",
    "origin",
    "health",
    "ai-capability",
    "testimonials",
    "ratings-and-awards",
    "prizes",
    "subscription",
    "recruitment",
    "third-parties-and-rivals",
    "politics-and-issues",
    "charity-appeal",
    "investment-performance",
    "projections",
    "investment-recommendation",
    "investment-education",
    "options",
    "futures-and-forex",
    "crypto",
    "funds",
    "deposits",
    "credit",
    "mortgage",
    "insurance",
    "securities-offering",
    "company-results",
    "material-news",
    "patient-stories",
    "clinical-images",
    "care-setting-filming",
    "disease-awareness",
    "prescription-medicine",
    "compounded-medicine",
    "unapproved-product",
    "off-label",
    "medical-device",
    "trial-recruitment",
    "supplement",
    "cosmetic",
    "medicare-plan",
    "less-healthy-food",
    "alcohol",
    "gambling",
    "tobacco-and-vaping",
    "cannabis",
    "housing",
    "travel-fares",
    "vehicles",
    "defence-technology",
    "children",
]
RegulatedTopic = Literal[
    "investment-performance",
    "projections",
    "investment-recommendation",
    "options",
    "futures-and-forex",
    "crypto",
    "funds",
    "deposits",
    "credit",
    "mortgage",
    "insurance",
    "securities-offering",
    "prescription-medicine",
    "compounded-medicine",
    "unapproved-product",
    "off-label",
    "medical-device",
    "trial-recruitment",
    "supplement",
    "medicare-plan",
    "less-healthy-food",
    "alcohol",
    "gambling",
    "tobacco-and-vaping",
    "cannabis",
    "defence-technology",
]
"""The topics with law of their own nearly everywhere: a report says where no loaded rule is about them."""
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
Language = Literal["english", "french", "other"]
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


class Channel(Scoped):
    """An account or presence on a platform."""

    platform: Platform | None = ask("Which platform is the channel on?")
    handle: str | None = ask("What is the channel's handle or address?")
    owner: str | None = ask("Who in the organisation is responsible for the channel, by name or job title?")
    legal_owner: Literal["organisation", "employee", "executive", "agency", "creator"] | None = ask(
        "Who owns the account in law?"
    )
    status: Literal["planned", "pilot", "live", "paused", "closing", "dormant"] | None = ask(
        "Is the channel planned, live or on its way out?"
    )
    purpose: str | None = ask("What is the channel for?")
    audience: Many[AudienceKind] | None = ask("Who is addressed on the channel, or can see it?")
    visibility: Literal["public", "followers", "closed-group", "verified-professionals", "private"] | None = ask(
        "Who can see what is posted on the channel?"
    )
    content_classes: Many[ContentClass] | None = ask(
        "Which classes of content run here: static (profiles, planned posts, video), interactive (comments, replies), "
        "live, direct message, ephemeral (stories), paid?"
    )
    topics: Many[Topic] | None = ask("Which topics does the channel cover?")
    equal_languages: Many[Language] | None = ask(
        "In which languages is its content offered on equal terms (same time, as complete, as easy to find), here or "
        "on a parallel account?"
    )
    approval: ChannelApproval | None = ask("How is content approved before its first use?")
    after_review: AfterReview | None = ask("How is content reviewed after the event?")
    archive: Archive | None = ask("How is the channel archived?")
    access: Access | None = ask("Who has access to the channel, and how is access secured?")
    moderation: Moderation | None = ask("How are comments and reviews by others handled?")
    accessibility: Accessibility | None = ask("How is the channel made accessible to disabled people?")
    ephemeral_captured: bool | None = ask(
        "Are disappearing posts (stories, live streams) captured before they are gone?"
    )
    business_on_personal_devices: (
        Literal["captured", "forwarded-to-archive", "banned", "scheduling-only", "allowed"] | None
    ) = ask(
        "Are business messages on personal devices and apps captured, forwarded to the archive, banned, kept to "
        "appointments and the like, or simply allowed?"
    )
    closed_for_business: bool | None = ask(
        "Is the account kept free of the firm's business (a private account, or one closed to business talk)?"
    )
    identity_shown: (
        Many[
            Literal[
                "legal-name",
                "licence",
                "nmls-number",
                "contact",
                "imprint",
                "official-list-link",
                "bot-label",
                "editor-responsible",
            ]
        ]
        | None
    ) = ask("What does the profile show about who is behind it?")
    page_statistics: bool | None = ask("Do you use the platform's statistics on visitors of the page (insights)?")
    joint_controller_terms: bool | None = ask(
        "Do joint-controller terms for these statistics, the platform's or your own, apply, and are they filed?"
    )
    privacy_notice_linked: bool | None = ask(
        "Does the profile link a privacy notice that names the joint responsibility for statistics, where there is one?"
    )
    social_media_notice_linked: bool | None = ask(
        "In a Canadian federal institution: does the profile link its social media notice?"
    )
    same_information_elsewhere: bool | None = ask("Can people get the same information without the platform?")
    part_of_consumer_service: bool | None = ask(
        "Are services for consumers sold or rendered through it (shop, booking, banking, support chat for these)?"
    )
    editorial_content: bool | None = ask(
        "Does it carry journalistic content of your own (a magazine, news), and not only marketing?"
    )
    adverts_can_be_sensitive: bool | None = ask(
        "Can adverts of users reveal sensitive data (health, sex life, religion, politics, origin)?"
    )
    user_adverts: bool | None = ask(
        "On a service of your own: can users post adverts or offers of their own (a marketplace)?"
    )
    works: str | None = ask("What works on this channel, with a figure if there is one?")
    does_not_work: str | None = ask("What does not work on this channel?")
    next_trial: Trial | None = ask("What will be tried next on this channel?")
    share_of_outcome_percent: float | None = percent("What share of the strategy's results depends on this platform?")
    exit_plan: bool | None = ask("Is there a plan in case the platform is lost or abandoned?")
    minimum_age_law_assessed: bool | None = ask(
        "Is it assessed whether this community of your own is a platform with a minimum age by law?"
    )
    users_interact_otherwise: bool | None = ask(
        "On your own site or app: can users deal with each other in other ways than comments, reviews and reactions on "
        "your content?"
    )
    exemption_noted: bool | None = ask(
        "Is it noted in writing why the site is outside online safety duties, and is each new feature checked for it?"
    )
    illegal_content_risk_assessed: bool | None = ask(
        "Is the risk of illegal content on it assessed in writing, and the assessment kept up to date?"
    )
    children_access_assessed: bool | None = ask(
        "Is it assessed whether under-18s are likely to use it, and what that means for them?"
    )
    age_assurance: (
        Literal["verified", "estimated", "protection-for-all", "self-declared", "none", "not-needed"] | None
    ) = ask(
        "How is age established on your own site or app, where it matters, or does everybody get the protection of "
        "children?"
    )
    weaker_defaults_justified: bool | None = ask(
        "Is a compelling reason on file for each setting that protects under-18s less by default?"
    )
    age_check_alternative_to_id: bool | None = ask(
        "Where age is checked on your own site or app: is there a way without a government identity document?"
    )
    age_check_data: Literal["none-kept", "destroyed-after-check", "kept", "used-otherwise"] | None = ask(
        "What becomes of the data from checks of age on your own site or app?"
    )
    minors_protected_by_default: bool | None = ask(
        "Are profiling, location and data sharing off by default for under-18s?"
    )
    published_information_only: bool | None = ask(
        "Do those who answer investors here keep to a script of information that is already public?"
    )
    own_brand_disclosure: bool | None = ask(
        "On TikTok: is the content disclosure setting switched on for posts that promote your own brand?"
    )
    copyright_agent: bool | None = ask(
        "Where users can post on your own site or app: is an agent for copyright notices registered with the US "
        "Copyright Office, renewed within three years, and named on the site?"
    )
    copyright_takedown: bool | None = ask(
        "Is there a copyright takedown procedure with log, route for counter-notices and a rule on repeat infringers?"
    )
    user_posts_main_purpose: bool | None = ask(
        "Is your own site or app open to the public and mainly there for what users post?"
    )
    intimate_image_form: bool | None = ask(
        "Can anybody, without an account, report intimate images that were posted without consent, in a plain form?"
    )
    intimate_image_removal_hours: float | None = amount(
        "Within how many hours of a valid report are such images and known copies of them removed?", "hours"
    )
    poses_as_other: bool | None = ask(
        "Does the account pose as another business or a public body, or claim a tie to one that does not exist?"
    )
    age_gate: Literal["on", "not-offered", "off"] | None = ask(
        "Is an age restriction switched on for the account, where the platform offers one?"
    )
    age_asked_before_dialogue: bool | None = ask(
        "Are people asked for their age before the account talks with them directly?"
    )
    responsible_advertiser: Literal["on-the-profile", "named-direct-link", "in-each-post", "absent"] | None = ask(
        "For a US alcohol brand: where do the name of the responsible advertiser, and its city and state or a contact, "
        "stand?"
    )
    ownership_noted_on: Day | None = ask(
        "When was the decision for a foreign-controlled platform last noted, with who owns the platform?"
    )
    government_devices: (
        Literal["not-installed", "approved-separate-device", "posted-by-agency", "work-phones"] | None
    ) = ask("In a public body: on which of its devices is the app of this platform installed?")
    off_government_devices: bool | None = ask(
        "Is the app kept off systems of the US government and off devices that are used for federal contracts (written "
        "exceptions aside)?"
    )
    third_party_privacy_assessed: bool | None = ask(
        "For a US federal agency: is the privacy impact of this third-party site assessed, with a notice?"
    )
