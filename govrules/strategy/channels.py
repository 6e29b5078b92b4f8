# SPDX-License-Identifier: Apache-2.0
"""The channels: accounts on platforms and what runs on them."""

from typing import Literal

from govrules.strategy.base import Day, Many, Scoped, amount, ask, percent
from govrules.strategy.channel_controls import (
    Access,
    Accessibility,
    AfterReview,
    Archive,
    ChannelApproval,
    Moderation,
    Trial,
)
from govrules.strategy.health_promotion import TitlesUsed
from govrules.strategy.organisation import AudienceKind
from govrules.strategy.platforms import ContentClass, Language, Platform, Topic


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
    work_in_another_language: bool | None = ask(
        "In Quebec: is the channel itself a news medium in a language other than French, or does it carry cultural or "
        "educational works in that language (a play, a film, a course), rather than advertise something else?"
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
    client_orders: Literal["none", "closed-with-redirect", "taken"] | None = ask(
        "In a firm that deals for clients: can clients place orders, or talk of them, in messages here, or are they "
        "sent elsewhere?"
    )
    registrations_shown: Literal["name-and-number", "list-linked", "absent"] | None = ask(
        "In India: does the profile show the firm's registered name and number, or link the list of several?"
    )
    principal_shown: Literal["no-agent", "principal-and-own", "missing"] | None = ask(
        "Where an agent runs it: does the profile show the principal's details and the agent's own?"
    )
    misleading_titles: bool | None = ask(
        "Does a title or designation that the profile shows mislead clients (a title that rests on sales, one that was "
        "not earned)?"
    )
    closed_for_business: bool | None = ask(
        "Is the account kept free of the firm's business (a private account, or one closed to business talk)?"
    )
    order_talk: Literal["captured", "moved-to-recorded-channel", "none-by-rule", "uncaptured"] | None = ask(
        "If clients can talk here about orders or deals in financial instruments: is that talk captured, moved to a "
        "recorded channel, barred, or possible without a record?"
    )
    customer_help: Literal["answered-and-handed-over", "signpost", "none"] | None = ask(
        "Where customers ask for help or complain here: are they answered and handed over, told where help is, or "
        "neither?"
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
    health_titles: TitlesUsed | None = ask(
        "Which health titles do name and profile of the account use: those of a registration that is held, a plain "
        "field of interest, 'specialist' or 'surgeon' without that registration, another protected title without it? "
        "An empty list if none."
    )
    old_posts_rechecked: bool | None = ask(
        "On a page about medicines, devices or supplements: are old posts checked against today's rules on advertising?"
    )
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
    exempt_from_age_limit: bool | None = ask(
        "Is it a service that Australia's age limit for social media leaves out (messages, games, professional "
        "networking, reviews, learning or health)?"
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
    brand_advice_taken: bool | None = ask(
        "For a UK drinks brand: was the Portman Group's advisory service asked about names, figures and themes?"
    )
    youth_mascot: bool | None = ask(
        "For a drinks brand: does it have a character, mascot or name that appeals above all to people under 18?"
    )
    barred_drink_themes: bool | None = ask(
        "For a drinks brand: do name, pack or themes hint at excess, sexual success or bravado?"
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
