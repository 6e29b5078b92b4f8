# SPDX-License-Identifier: Apache-2.0
"""What content of law firms, schools and charities shows, and content on candidates and elections."""

from typing import Literal

from govrules.strategy.base import Many, Part, amount, ask


class LegalAdvertising(Part):
    """What a law firm says of its services, its results and its clients."""

    misleads_by: (
        Many[
            Literal[
                "results-without-context",
                "promise-of-a-result",
                "comparison-without-proof",
                "specialist-without-certifier",
                "altered-review",
            ]
        ]
        | None
    ) = ask("Which of these does it do? An empty list if none.")
    client_matters: Literal["none-told", "with-clients-consent", "without-consent"] | None = ask(
        "Does it tell of a client or a matter, in posts or replies, and did the client agree?"
    )


class StudentContent(Part):
    """What a school or university shows of its students."""

    from_records: (
        Many[Literal["pictures-of-single-students", "names-activities-and-awards", "grades-discipline-or-health"]]
        | None
    ) = ask(
        "What does it show of single students out of what the school keeps on them? An empty list if nothing (crowds, "
        "backgrounds, parents' own pictures, figures without names)."
    )
    consent: Literal["written-in-full", "written-in-part", "unwritten", "none"] | None = ask(
        "Did the students (or parents of those under 18 in school) consent in writing, signed and dated, with what is "
        "shown, why and to whom?"
    )
    directory_notice: (
        Literal["within-its-limits", "outside-its-limits", "no-public-notice", "not-directory-information"] | None
    ) = ask(
        "Where there is no such consent: did a public notice name this kind of information as directory information, "
        "and is this use within the limits that the notice sets?"
    )
    refusals_honoured: bool | None = ask(
        "Is each post checked against the list of those who refused, former students who refused while there included?"
    )


class CandidateContent(Part):
    """How content of a tax-exempt body deals with candidates for office and with bills."""

    candidates: (
        Literal[
            "not-mentioned",
            "unbiased-voter-information",
            "equal-forum",
            "issue-without-candidate-cues",
            "private-view-off-official-accounts",
            "separate-501c4",
            "support-or-opposition",
            "one-sided-link-or-repost",
            "candidates-fund-appeal",
        ]
        | None
    ) = ask("How does it deal with candidates for public office (statements, reposts, likes, links)?")
    lobbying: Literal["none", "nonpartisan-analysis", "call-to-act"] | None = ask(
        "Does it urge people to contact lawmakers, or take a stand on a bill with a call to act?"
    )
    lobbying_control: Literal["501h-election-tracked", "insubstantial-and-tracked", "untracked"] | None = ask(
        "How is lobbying kept within the limits: by the election of section 501(h) (not open to churches) with costs "
        "tracked, as an insubstantial part that is tracked, or not at all?"
    )


class FederalElection(Part):
    """Content on federal elections in the United States."""

    message: Literal["express-advocacy", "asks-for-contributions", "neither"] | None = ask(
        "Does it expressly call to elect or defeat a federal candidate, or ask for contributions to a candidate or "
        "committee?"
    )
    disclaimer: Literal["full-in-the-ad", "adapted-one-step", "adapted-more-steps", "profile-only", "absent"] | None = (
        ask(
            "Where does it say who paid: in full in the ad, in short with the full text one step away or more, or "
            "elsewhere?"
        )
    )
    disclaimer_says: (
        Many[
            Literal[
                "who-paid",
                "paid-by-the-candidates-own-committee",
                "authorized-by-candidate",
                "not-authorized",
                "payers-full-name-and-contact",
            ]
        ]
        | None
    ) = ask("What does the full text say?")
    readable_without_action: bool | None = ask("Can the text be read clearly without any action of the viewer?")
    is_video: bool | None = ask("Is it a video?")
    disclaimer_seconds: float | None = amount("For how many seconds is the text shown in a video?", "seconds")
    full_text_would_fit: bool | None = ask(
        "Would the full text fit (character limits allow it, and it would take a quarter of the ad or less)?"
    )
    adapted_says: Many[Literal["paid-by-name", "indicator", "way-to-the-full-text"]] | None = ask(
        "What does the short form show: that it is paid with the payer's name, a sign that there is more, a way to it?"
    )
    pac_appeal: Literal["none", "restricted-class-only", "others-too"] | None = ask(
        "Does it ask for money for the company's own political action committee, and whom does it reach?"
    )
