# SPDX-License-Identifier: Apache-2.0
"""Personal data: what is collected, shared and targeted."""

from typing import Literal

from govrules.strategy.base import Day, Jurisdiction, Many, Scoped, amount, ask
from govrules.strategy.platforms import Platform

DataKind = Literal[
    "pixel",
    "conversion-api",
    "sdk",
    "customer-list-audience",
    "lookalike-audience",
    "retargeting",
    "lead-form",
    "page-insights",
    "social-listening",
    "social-login",
    "social-plugin",
    "chatbot",
    "inbox-and-care",
    "face-or-voice-filter",
    "session-replay",
    "contest-data",
    "applicant-screening",
]
SensitiveKind = Literal[
    "health",
    "financial-account",
    "credit-report",
    "sexual-life",
    "religion",
    "ethnicity",
    "political",
    "precise-location",
    "biometric",
    "children",
    "substance-use",
    "trade-union",
    "genetic",
    "viewing-history",
    "government-id",
]
PageKind = Literal[
    "public-content",
    "health-content",
    "video",
    "booking-or-forms",
    "portal-or-login",
    "checkout",
    "credit-application",
    "app",
]


class DataUse(Scoped):
    """One use of personal data: a pixel, an audience, a lead form, listening, a chatbot."""

    kind: DataKind | None = ask("What kind of use is it?")
    vendor: str | None = ask('Which vendor or platform receives the data? An empty text ("") if none.')
    platforms: Many[Platform] | None = ask("Which social media platforms receive the data? An empty list if none.")
    pages: Many[PageKind] | None = ask("Which kinds of pages does it run on?")
    sensitive: Many[SensitiveKind] | None = ask("Which sensitive data can it contain? An empty list if none.")
    anonymous: bool | None = ask(
        "Are only aggregated or anonymous data used, so that nobody, not even the vendor, can tell who a person is?"
    )
    vendor_decides_alone: bool | None = ask(
        "Does the vendor alone decide whose data are gathered and why, so that you get nothing but figures?"
    )
    addresses_stripped: bool | None = ask(
        "Are addresses, events and parameters that reveal sensitive facts taken out before data go to the platform?"
    )
    includes_patients: bool | None = ask("Are patients or plan members among the people, or can patient data reach it?")
    lawful_basis: (
        Literal[
            "consent",
            "legitimate-interests",
            "contract",
            "legal-obligation",
            "public-task",
            "vital-interests",
            "recognised-legitimate-interests",
            "none-determined",
        ]
        | None
    ) = ask("Which lawful basis applies to this use?")
    consent: Literal["opt-in-before", "opt-out", "bundled", "cookie-banner-only", "none"] | None = ask(
        "How do people consent or object?"
    )
    device_exception: (
        Literal[
            "no-device-access",
            "transmission-or-strictly-necessary",
            "own-statistics-only",
            "appearance",
            "emergency-location",
            "none",
        ]
        | None
    ) = ask(
        "In the United Kingdom: does it store or read anything on people's devices, and if so, is that excepted from "
        "consent?"
    )
    consent_exception: Literal["none", "legal-exception", "no-personal-data"] | None = ask(
        "Is consent not needed, because a statute excepts this use or because it holds no personal data?"
    )
    balance_of_interests_written: bool | None = ask(
        "Where it rests on legitimate interests: is the balance with people's interests written down?"
    )
    serves_public_task: bool | None = ask("In a public body: does this use serve one of the body's public tasks?")
    purpose_reuse: Literal["none", "compatible", "agreed", "incompatible"] | None = ask(
        "Were the data collected for another purpose, and if so, does the new one fit the old one, or did people agree?"
    )
    objection_route: bool | None = ask(
        "Can people object to marketing with their data, and are they told so at first contact, apart from other text?"
    )
    opt_out_in_each_message: bool | None = ask(
        "Where consent cannot be had: does each ad or message say how to opt out, and can people do it?"
    )
    stop_and_source_on_request: bool | None = ask(
        "Can people have the use of their data for ads stopped, and learn where the data came from, free of charge?"
    )
    objection_days: float | None = amount(
        "Within how many days do objections and deletion requests reach the platform's audiences?", "days"
    )
    large_scale: bool | None = ask("Does it follow or profile people on a large scale?")
    advanced_matching: Literal["off", "hashed-with-consent", "on"] | None = ask(
        "Is the tag's advanced matching (sending e-mail, phone or names) off, hashed with consent, or on?"
    )
    opt_out_signal_honoured: bool | None = ask(
        "Are browser opt-out signals (Global Privacy Control) honoured, for known users in their accounts too?"
    )
    opt_out_status_shown: bool | None = ask("Can people see that their opt-out signal was honoured?")
    limit_sensitive_use_offered: bool | None = ask(
        "Can people limit the use of sensitive data, or are these used for what the service needs only?"
    )
    under_hipaa_or_glba: bool | None = ask(
        "Are all data in it covered by US federal law on health (HIPAA) or finance (GLBA)?"
    )
    opted_out_suppressed: bool | None = ask("Are people who opted out removed before each upload?")
    notice_names_it: bool | None = ask("Does the privacy notice name this use and its recipients?")
    notice_in_context: bool | None = ask(
        "Are people told of this use and its consequences where their data are collected, not only in a policy?"
    )
    indirect_collection: Literal["none", "notice-given", "exception-recorded", "untold"] | None = ask(
        "Where data come from somebody other than the person: is the person told, or a legal exception recorded? "
        "Write none where all data come from the person."
    )
    device_access: Literal["none", "strictly-needed", "exempt-measurement", "other"] | None = ask(
        "In the European Union: does it store on or read from people's devices, and if so, only what they asked for "
        "needs, or only limited audience measurement that national law exempts?"
    )
    refusal_as_easy: bool | None = ask("Can people refuse it on the first screen as easily as accept it?")
    contacts_platform_on_load: bool | None = ask(
        "Does a plugin send visitors' data to the platform, or read their device, as soon as the page loads?"
    )
    tag_controlled: bool | None = ask(
        "Is it controlled what the tag sends (inventory, review of each change, a filter on your own servers)?"
    )
    withdrawal_as_easy: bool | None = ask("Can people withdraw consent as easily as they gave it?")
    withdrawal_honoured: bool | None = ask(
        "Can people withdraw consent at all, and does the use of their data then stop?"
    )
    privacy_promises_true: bool | None = ask(
        "Is every promise of privacy made to these people (never shared, HIPAA compliant) true of this use?"
    )
    minors_behavioural: bool | None = ask("Are people known to be minors tracked or targeted by behaviour?")
    about_medicare_plans: bool | None = ask("Are these leads of people who ask about Medicare plans?")
    passed_on_to: Literal["nobody", "each-named-with-written-consent", "unnamed-partners"] | None = ask(
        "Are leads passed on to other sellers, and has the person agreed in writing to each of them by name?"
    )
    parental_consent: bool | None = ask("Is there verifiable parental consent where children's data are collected?")
    consent_age_checked: bool | None = ask(
        "Is it checked for each EU member state from which age (13 to 16) people consent alone, and are younger ones "
        "kept out or covered by their parents?"
    )
    minors_opt_in: bool | None = ask("Have known under-16s (for under-13s: their parents) opted in beforehand?")
    youngest_known_age: int | None = amount("How old are the youngest people who are known to be in it?", "years")
    children_data_ground: Literal["listed-exception", "under-13s-screened-out", "given-by-parents", "none"] | None = (
        ask("If data of children under 13 are collected without consent of the parents: on which footing?")
    )
    children_purpose_exempt: bool | None = ask(
        "Is it a use of minors' data that the law exempts for its purpose or for your kind of body (safety, schools)?"
    )
    children_third_party_consent: bool | None = ask(
        "Where children's data go to third parties (ads, AI): is there a separate consent, not a condition of use?"
    )
    children_retention_published: bool | None = ask(
        "Does the online notice hold a written policy on why children's data are kept and when they are deleted?"
    )
    children_security_programme: bool | None = ask("Does a written security programme cover children's data?")
    authorisation_on_file: bool | None = ask("Has each person signed an authorisation for this use?")
    contract: Literal["processor-agreement", "business-associate-agreement", "joint-controller", "none"] | None = ask(
        "Which agreement with the vendor covers this use?"
    )
    used_for_you_alone: bool | None = ask(
        "Does a contract bar the recipient from any use of the data but yours (a service provider under US privacy "
        "law)?"
    )
    impact_assessment_on: Day | None = ask("When was the privacy impact of this use assessed?")
    low_risk_noted: bool | None = ask("Is it noted, with reasons, why the risk of this use for people is not high?")
    unchanged_and_stays: bool | None = ask(
        "Is it a tool that is in use already and not rebuilt, whose data do not leave the province or country?"
    )
    impact_assessed: bool | None = ask("Is its privacy impact, transfers abroad included, assessed in writing?")
    special_category_condition: Literal["explicit-consent", "other-condition", "none"] | None = ask(
        "If health or other special data can be in it: which extra condition of the GDPR (article 9) is met?"
    )
    transfers_to: Many[Jurisdiction] | None = ask("Which countries does the data go to?")
    transfer_ground: (
        Literal[
            "adequacy",
            "standard-clauses",
            "binding-corporate-rules",
            "approved-code-or-certification",
            "consent",
            "occasional-derogation",
            "none",
            "not-needed",
        ]
        | None
    ) = ask("Which legal ground covers the transfers?")
    transfer_certified: bool | None = ask(
        "Is each recipient in the United States on the public list of certified companies, for this kind of data?"
    )
    notice_names_transfers: bool | None = ask(
        "Does the privacy notice name transfers abroad, their ground, and how to get a copy of the safeguards?"
    )
    transfer_certification_checked_on: Day | None = ask(
        "When was it last checked that a vendor in the United States is certified under the adequacy decision?"
    )
    transfer_fallback_clauses: bool | None = ask(
        "Are standard contractual clauses signed in case an adequacy decision falls?"
    )
    transfer_assessed: bool | None = ask("Is an assessment of the other country on file?")
    inventory_refreshed_days: float | None = amount(
        "How many days pass between updates of the inventory of tags and uploads?", "days"
    )
    credit_report_instruction: bool | None = ask(
        "Where credit report data select people: did each of them instruct that in writing?"
    )
    prescreen_notices_carried: bool | None = ask(
        "Does a written firm offer of credit or insurance carry the short and the long notice on how to opt out?"
    )
    mortgage_trigger_leads: Literal["not-bought", "consumer-authorization", "existing-tie", "neither"] | None = ask(
        "Are leads bought that stem from people's mortgage inquiries, and if so, with their authorization or a tie?"
    )
    firm_offer_made: bool | None = ask(
        "Where credit report data select people, does a firm offer with opt-out go with it?"
    )
    geofence_feet: float | None = amount("If places are fenced, with which radius around care sites?", "feet")
    geofence_places: Many[Literal["mental-or-sexual-health-care", "other-care", "own-site"]] | None = ask(
        "Which places of care lie within a fence: mental, reproductive or sexual health, other care, or your own site?"
    )
    geofence_purpose: Many[Literal["follow-people", "health-data-or-messages", "other-ads"]] | None = ask(
        "What is the fence for: to identify, follow or profile people who go there, to gather data or send messages "
        "and ads on health or care, or only other ads to whoever is near?"
    )
    geofence_exception: bool | None = ask(
        "Does a legal exception cover the fence (research under federal rules, a labour organisation with consent)?"
    )
    biometric_release: bool | None = ask("Is a written release signed before face or voice is read?")
    biometric_policy_public: bool | None = ask(
        "Is there a public policy that says when data of faces and voices are destroyed?"
    )
    biometric_data_passed_on: (
        Literal["no", "with-consent", "to-complete-request", "sold-or-traded", "without-consent"] | None
    ) = ask(
        "Are data of faces or voices passed on, and if so, with consent, to complete what the person asked for, or not?"
    )
    biometric_data_reachable: bool | None = ask(
        "Can you or your vendors get at the data of faces or voices, or do they stay with the platform or the device?"
    )
    video_titles_sent: bool | None = ask(
        "On pages with video: does the tag send titles or addresses of what is watched?"
    )
    candidate_reports: Literal["none", "with-all-notices", "notices-missing"] | None = ask(
        "Does a vendor report on candidates, and if so, do they get a disclosure of its own, sign an authorisation, "
        "and get notice before (with a copy) and after an adverse decision?"
    )
    neutral_reviewer: bool | None = ask(
        "Are candidates' profiles seen only by somebody who does not decide, after a first selection, with a record?"
    )
    recipient_ownership: (
        Literal["us-owned", "foreign-with-onward-ban", "foreign-without-ban", "country-of-concern"] | None
    ) = ask(
        "Who owns the recipient of the data: US persons, foreign persons (with or without a contract that bars passing "
        "on), or persons of a country that US law names as of concern?"
    )
    in_risk_analysis: bool | None = ask("Is this use part of the security risk analysis?")
    named_users: bool | None = ask(
        "Does everybody who uses the tool have a login of their own, with a record of what is done?"
    )
    leavers_lose_access: bool | None = ask(
        "Is there a procedure that ends the access of people who leave, or a written reason for another measure?"
    )
    implies_licensed_clinician: bool | None = ask(
        "Does a title, name or phrase of the bot (doctor, nurse, therapist) suggest that a licensed person answers?"
    )
    licensed_clinician_answers: bool | None = ask(
        "Does a licensed person in fact give the answers, or read and approve each of them?"
    )
    writes_clinical_messages: bool | None = ask(
        "Does generative AI write to patients about clinical matters (not only about appointments and bills)?"
    )
    clinical_ai_notice: bool | None = ask("Do such messages say that AI made them, and how to reach a human being?")
    could_pass_for_person: bool | None = ask("Could a reasonable person take the bot for a human being?")
    meant_to_pass_for_person: bool | None = ask("Is the bot meant to be taken for a human being?")
    sells_or_sways_votes: bool | None = ask("Does the bot try to sell something or to sway a vote?")
    bot_under_vendor_name: bool | None = ask("Does the bot run under its vendor's name or mark, and not under yours?")
    admits_when_asked: bool | None = ask("Does the bot say that it is AI when it is asked?")
    identifies_as_automated: bool | None = ask("Does a bot say at once that it is automated?")
    significant_automated_decision: bool | None = ask(
        "Does software use these data to make, or largely make, decisions that can significantly affect people?"
    )
    automated_decisions_in_policy: bool | None = ask(
        "Does the privacy policy name the kinds of data used and of decisions made by automation?"
    )
