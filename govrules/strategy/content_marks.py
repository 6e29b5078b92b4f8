# SPDX-License-Identifier: Apache-2.0
"""What stands behind a line of content beside its claims: rights, synthetic media, political advertising, targeting."""

from typing import Literal

from govrules.strategy.base import Many, Part, amount, ask


class Rights(Part):
    """Rights in music, pictures, user content and people's likeness."""

    music: (
        Literal[
            "commercial-library",
            "direct-licence",
            "own-or-public-domain",
            "open-licence",
            "fair-use-assessed",
            "fair-dealing-assessed",
            "platform-consumer-library",
            "licence-lapsed",
            "none-used",
        ]
        | None
    ) = ask("Where does the music come from?")
    user_content_permission: (
        Literal[
            "written",
            "reply-in-thread",
            "campaign-terms-accepted",
            "native-share-only",
            "fair-use-assessed",
            "fair-dealing-assessed",
            "hashtag-only",
            "none",
            "none-used",
        ]
        | None
    ) = ask("What permission is there for content made by users?")
    permission_covers_use: bool | None = ask(
        "Does each licence or permission cover the use that is made (paid posts, edits, channels, time)?"
    )
    moral_rights_respected: bool | None = ask(
        "Are authors named where they asked for it and their works left undistorted, or are these rights waived?"
    )
    user_claims_checked: bool | None = ask(
        "Are claims in posts of customers checked like your own before you quote, pin, boost or pay for them?"
    )
    identifiable_people: bool | None = ask("Can people be recognised in it (face, name, voice)?")
    private_setting: bool | None = ask(
        "Does it show people, or tell of them, in what they may expect to be private (home, illness, hidden camera)?"
    )
    people_only_in_news_or_by_chance: bool | None = ask(
        "Are they shown only in news or comment, or by chance as in a crowd?"
    )
    appear_without_consent: (
        Literal["nobody", "by-contract", "interests-weighed", "made-public-by-themselves", "no-ground"] | None
    ) = ask(
        "If recognisable people appear without their consent: on which footing (contract, interests weighed on record)?"
    )
    rights_register: bool | None = ask("Is there a register of rights with licence, territory, term and paid use?")
    model_releases: bool | None = ask("Have recognisable people given written consent, guardians for minors?")
    release_withdrawable: bool | None = ask("Can people withdraw their consent, and is the content then removed?")


class SyntheticMedia(Part):
    """Content that machines made."""

    uses: (
        Many[Literal["text", "images", "video", "voice", "synthetic-performer", "virtual-influencer", "replies"]] | None
    ) = ask("What is made with AI?")
    realistic: bool | None = ask("Could people mistake the AI-made content for real?")
    human_review: bool | None = ask("Does a named person review AI-made content before publication?")
    other_check: Literal["automated-with-samples", "by-vendor-under-contract", "none"] | None = ask(
        "If no person reviews each item: does a machine check it and a person read samples, or does a vendor check it "
        "under its contract?"
    )
    labelled: bool | None = ask("Is AI-made content labelled in the content itself?")
    platform_label: bool | None = ask("Is the platform's label for AI-made content switched on?")
    likeness_consent: bool | None = ask("Have people whose face or voice is copied agreed separately?")
    copies_real_person: bool | None = ask(
        "Does it copy the voice or face of a real person, living or dead (parody, news and scholarship aside)?"
    )
    copied_person: Literal["speaks-for-us", "fair-reference", "by-chance", "no-longer-alive"] | None = ask(
        "In the United Kingdom: does the copied person speak or act for you, or is it a fair reference to a public "
        "figure in line with that person's public views, somebody by chance as in a crowd, or somebody no longer alive?"
    )
    performer_exception: (
        Literal["audio-only", "expressive-work", "translation-only", "not-human-looking", "none"] | None
    ) = ask("Where a performer is made by a machine: is one of these all that there is?")
    expected_in_market: bool | None = ask("Would people be misled if the AI-made content had no label?")
    unattainable_results: bool | None = ask(
        "Does it show product results that ordinary users cannot get? Leave out plain fantasy that nobody takes for "
        "real."
    )
    creative_notice: bool | None = ask(
        "Is it evidently art, satire or fiction, and is it said somewhere fitting (credits, caption) that AI was used?"
    )
    editor_responsible: bool | None = ask("Does a named person answer for AI-made text as its editor?")
    informs_public: bool | None = ask("Does text made with AI inform the public on matters of public interest?")
    machine_marks_kept: bool | None = ask(
        "Does the tool mark what it makes in machine-readable form, and does the mark survive your workflow?"
    )


class PoliticalAdvertising(Part):
    """Paid content that touches elections, laws or public issues."""

    tested: bool | None = ask("Is it tested in writing before booking whether it is political advertising?")
    advertising: bool | None = ask(
        "Is it both meant and likely to influence a vote, a law or a rule, or made by or for a political actor?"
    )
    official_information: bool | None = ask(
        "Is it official information of a public authority (how to vote), admitted by the platform where it must be?"
    )
    own_role: Many[Literal["sponsor", "publisher", "service-provider"]] | None = ask(
        "What are you in it: the sponsor for whom it is made, the publisher that shows it (a paid creator too), or a "
        "paid agency?"
    )
    declared: bool | None = ask("Is it declared as political to the publisher, with true data on sponsor and money?")
    labelled_with_notice: bool | None = ask(
        "Does it carry the label of political advertising, with a link to the notice (sponsor, money, targeting)?"
    )
    targeting_data: (
        Literal["none", "from-the-person-with-separate-consent", "own-members-and-subscribers", "other"] | None
    ) = ask("Which personal data steer who sees it?")
    records_years: float | None = amount("For how many years are its records kept?", "years")
    third_country_sponsor_before_vote: bool | None = ask(
        "Does a sponsor from outside the European Union run it in the three months before a vote?"
    )
    paid_on: Many[Literal["meta", "google", "other"]] | None = ask(
        "Where is it paid for: with Meta (Facebook, Instagram), with Google (YouTube, search, ad network), elsewhere?"
    )


class Targeting(Part):
    """How paid content finds its audience."""

    special_ad_category: Many[Literal["housing", "employment", "credit", "none"]] | None = ask(
        "Which special ad category is declared?"
    )
    by: (
        Many[
            Literal[
                "context",
                "interest",
                "location",
                "age",
                "gender",
                "ethnic-affinity",
                "religion",
                "sexual-orientation",
                "postcode",
                "lookalike",
                "customer-list",
                "retargeting",
                "credit-data",
                "health-data",
                "political-opinion",
            ]
        ]
        | None
    ) = ask("Which criteria select or exclude the audience?")
    excludes_protected_groups: bool | None = ask("Is a protected group excluded or preferred, directly or by proxy?")
    age_limit_needed: bool | None = ask("Is a choice by age needed by law, or by an age limit of the product itself?")
