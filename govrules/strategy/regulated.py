# SPDX-License-Identifier: Apache-2.0
"""Duties of regulated organisations that no single channel shows: disclosure to markets, supervision of finance
professionals, patient privacy, and safety of medical products."""

from typing import Literal

from govrules.strategy.base import Day, Many, Part, amount, ask
from govrules.strategy.investing import AdvertisingOversight
from govrules.strategy.platforms import Platform


class MarketDisclosure(Part):
    """How a listed company keeps inside information and social channels apart."""

    posts_material_news: bool | None = ask(
        "May results, guidance, deals or other material news be posted on social channels, by anyone?"
    )
    recognised_channels: Many[Platform] | None = ask(
        "Which platforms were named to investors beforehand as channels for material news? An empty list if none."
    )
    news_on_unnamed_accounts: bool | None = ask(
        "May material news go out first on an account that was not itself named to investors (a leader's own account)?"
    )
    channels_announced_on: Day | None = ask("When were investors told which channels to follow?")
    simultaneous_filing: bool | None = ask(
        "Does a filing, release or announced webcast go out at the same time as the post?"
    )
    leak_response: bool | None = ask("Is there a holding statement and a fast announcement procedure for a leak?")
    investor_forums_watched: bool | None = ask(
        "Are forums and feeds known to discuss the company watched while a sensitive matter is pending?"
    )
    holding_announcement_ready: bool | None = ask(
        "Are a request for a trading halt and an announcement drafted while a sensitive matter is pending?"
    )
    filed_before_post: bool | None = ask("Do the news release and the filing always go out before the post?")
    exchange_release_awaited: bool | None = ask(
        "Does all on material news (teasers, media kits under embargo, leaders' posts) wait until the exchange has "
        "released it, and not only received it?"
    )
    leak_answer: Literal["announcement", "trading-halt", "still-confidential", "post-only", "silence"] | None = ask(
        "If material news leaks or is rumoured on social media: how does the company answer?"
    )
    balanced_with_filings: bool | None = ask(
        "Are posts on results, deals and forecasts balanced (good and bad news alike) and consistent with the filings?"
    )
    rumour_rule_binds: bool | None = ask(
        "Is it among the listed companies that must verify rumours (in India the top 250)?"
    )
    rumour_reply_hours: float | None = amount(
        "Within how many hours of a material price move is a rumour in mainstream media confirmed or denied?",
        "hours",
    )
    release_without_marketing: bool | None = ask("Are releases of inside information kept free of marketing?")
    contrary_posts_during_delay: Literal["barred", "possible", "no-delays"] | None = ask(
        "While an announcement is delayed: can posts of the company or its leaders be at odds with it?"
    )
    released_when_secrecy_fails: bool | None = ask("Is delayed news announced at once when it is no longer secret?")
    hints_to_some: bool | None = ask(
        "May news that is not yet public, or a hint of it, go to some people first (closed groups, replies, messages)?"
    )
    insider_list_covers_social_team: bool | None = ask(
        "Do insider lists take in everybody in the social team and its agencies who sees inside information? Answer "
        "yes, too, if nobody there sees any."
    )
    quiet_period: bool | None = ask("Is there a quiet period, and does it bind agencies and scheduled posts?")
    agency_posts_for_executives: bool | None = ask("Does an agency post from leaders' accounts?")
    cure_plan_hours: float | None = amount("After a slip, within how many hours is the public told?", "hours")
    cure_by_next_opening: bool | None = ask(
        "After a slip: is the public told within 24 hours or by the next opening of the exchange, whichever is later?"
    )
    authorised_posters_listed: bool | None = ask("Is there a list of authorised posters, agencies included?")
    forward_looking_language: bool | None = ask(
        "Is forward-looking statement language used where projections are made?"
    )
    paid_promotion_of_own_securities: bool | None = ask("Is anybody paid to describe the organisation's securities?")
    paid_promotion_states_amount: bool | None = ask(
        "Does each paid description of its securities say who paid, in what form, and exactly how much?"
    )
    foreign_private_issuer: bool | None = ask("Is it a foreign private issuer in the United States?")
    offering_planned: bool | None = ask("Is an offering, merger or proxy contest under way or planned?")
    offering_posts: (
        Many[
            Literal[
                "factual-business",
                "limited-notice",
                "filed-with-legend",
                "well-known-issuer",
                "other-posts-on-the-deal",
            ]
        ]
        | None
    ) = ask(
        "Which posts may go out while an offering, merger or proxy contest is planned or open (factual business news, "
        "short notices within a rule, what is filed with its legend)?"
    )
    cyber_scenario_8k: bool | None = ask(
        "Does the incident plan treat an account takeover as a possible Form 8-K event?"
    )
    filing_business_days: float | None = amount(
        "Within how many business days of finding it material is an incident filed?", "business days"
    )


class Supervision(Part):
    """Supervision in broker-dealers, advisers, banks, insurers and lenders."""

    advertising: AdvertisingOversight | None = ask("How does the firm keep watch over its advertising and messages?")
    written_procedures: bool | None = ask("Are there written supervisory procedures for social media?")
    procedures_last_reviewed: Day | None = ask("When were the written supervisory procedures last reviewed?")
    procedures_cover: (
        Many[
            Literal[
                "firm-accounts",
                "representatives",
                "personal-accounts",
                "influencers",
                "third-party-content",
                "messaging",
            ]
        ]
        | None
    ) = ask("What do they cover?")
    off_channel_banned: bool | None = ask("Is business talk on channels that are not captured banned?")
    approved_messaging_channel: bool | None = ask(
        "Is there an approved, captured messaging channel for client-facing staff?"
    )
    private_devices_captured: bool | None = ask(
        "Are business messages on private phones and accounts of staff recorded?"
    )
    customer_outcomes_watched: bool | None = ask(
        "Beside reach, is it watched how customers fare with what is published (complaints, misunderstandings, "
        "drop-outs)?"
    )
    surveillance: bool | None = ask("Are communications monitored for the use of unapproved channels?")
    outside_activity_notice: bool | None = ask("Must representatives give notice of their own paid finance channels?")
    outside_notices_reviewed: bool | None = ask(
        "Is each such notice reviewed, and the channel limited or barred where that is needed?"
    )
    education_vs_recommendation_rule: bool | None = ask(
        "Does a rule tell education from a call to act on a named security, strategy or account?"
    )
    account_list_matches_form_adv: bool | None = ask("Does the list of accounts match Form ADV?")
    form_crs_delivered: bool | None = ask(
        "Is Form CRS given to retail investors before an account is opened from a social link, and on the website?"
    )
    nmls_number_given: bool | None = ask("Do loan originators give their NMLS number at first contact?")
    state_asks_no_nmls_in_ads: bool | None = ask(
        "For a state-licensed mortgage firm: does its state ask for no NMLS number in ads and profiles?"
    )
    producer_ads_controlled: bool | None = ask("Does the insurer control what its producers and agents advertise?")
    form_adv_marketing_item_true: bool | None = ask(
        "Does Form ADV (Item 5.L) say what the adviser's marketing really uses (performance, testimonials, ratings)?"
    )
    significant_dealing_business_days: float | None = amount(
        "For Australia: within how many business days is a significant dealing outside a product's target market "
        "reported (to the issuer; by the issuer to ASIC)?",
        "business days",
    )
    campaign_data_reaches_compliance: bool | None = ask(
        "Do figures of campaigns (who signed up, who complained) reach compliance, against a set threshold?"
    )
    prudential_notice_hours: float | None = amount(
        "Within how many hours of becoming aware is a material security incident (an account taken over, a breach at a "
        "vendor) reported to the prudential authority?",
        "hours",
    )
    security_incidents_triaged: bool | None = ask(
        "Do incidents on social accounts and tools reach security, which judges whether they are material?"
    )
    operational_notice_hours: float | None = amount(
        "Within how many hours is a material operational incident reported to the prudential authority?",
        "hours",
    )
    critical_disruption_notice_hours: float | None = amount(
        "Within how many hours does the prudential authority learn that a critical operation is down for longer than "
        "tolerated?",
        "hours",
    )
    risk_programme: bool | None = ask("Is there a social media risk programme sized to its use?")
    risk_programme_covers: (
        Many[
            Literal[
                "governance",
                "policies",
                "vendor-management",
                "training",
                "monitoring",
                "audit",
                "reporting",
                "complaints",
            ]
        ]
        | None
    ) = ask("What does the programme cover?")
    complaint_intake: bool | None = ask("Are complaints on social media taken in and routed?")
    complaint_notice_given: bool | None = ask(
        "Does a notice on your pages say that they are not for complaints and disputes, and say where those go?"
    )
    deposit_insurance_policy: bool | None = ask(
        "Do written policies cover the use of the FDIC's statement and the partners that offer your deposits?"
    )
    customer_breach_notice_days: float | None = amount(
        "Within how many days is a breach of customers' financial information notified as the law asks?", "days"
    )
    community_reinvestment_comments_filed: bool | None = ask(
        "Do comments on community lending reach the public file of the Community Reinvestment Act?"
    )
    replies_confirm_customer: bool | None = ask("May a public reply confirm that somebody is a customer?")
    replies_confirm_only_with_consent: bool | None = ask(
        "Is a customer confirmed in public only with that customer's consent?"
    )
    customer_data_in_messages_banned: bool | None = ask("Are account data banned from platform messages?")
    suspicious_activity_secrecy: bool | None = ask("Are staff barred from any hint of a suspicious activity report?")
    must_report_suspicious_activity: bool | None = ask(
        "In the United States: must it file suspicious activity reports (as banks and broker-dealers must)?"
    )


class PatientPrivacy(Part):
    """How a health organisation protects patients on social media."""

    public_platform_policy: bool | None = ask("Is there a written policy on public platforms in the HIPAA policy set?")
    workforce_trained: bool | None = ask(
        "Is everyone who can post trained in patient privacy (new people within a reasonable time, all of them after a "
        "material change of policy), with records?"
    )
    sanctions_applied: bool | None = ask(
        "Are sanctions for privacy breaches, posts included, set, applied to everybody alike and recorded?"
    )
    records_kept_years: float | None = amount(
        "For how many years after they were made or last in effect, whichever is later, are HIPAA policies, training "
        "and sanction records kept?",
        "years",
    )
    photography_rule: bool | None = ask("Is photography in clinical areas barred without authorisation?")
    breach_playbook: bool | None = ask("Does a playbook treat a mistaken post as a presumed breach?")
    four_factor_assessment: bool | None = ask("Is a four-factor risk assessment documented for each mistaken post?")
    breach_always_notified: bool | None = ask(
        "Are the people concerned told of every mistaken post, without an assessment of the risk?"
    )
    breach_notice_days: float | None = amount(
        "Within how many days of discovering a breach are the people affected told (by a business associate: the "
        "covered entity; a delay that law enforcement asks for aside)?",
        "days",
    )
    breach_reported_to_hhs: bool | None = ask(
        "Is HHS told of breaches too (of 500 people or more with the notice, of fewer within 60 days after the year), "
        "and the media where more than 500 people of one state are hit?"
    )
    breach_notice_repeats_detail: bool | None = ask(
        "Does a public notice or reply on a breach repeat the detail that was exposed?"
    )
    breach_plan_covers_sharing: bool | None = ask(
        "Does the breach plan count data passed on without authorisation, for example to an ad platform, as a breach?"
    )
    breach_notice_names_recipients: bool | None = ask("Does a notice of breach name the third parties that got data?")
    substance_use_presence_shown: bool | None = ask(
        "May replies, check-ins, place tags or ad tags show, without that patient's Part 2 consent, that somebody is a "
        "patient of a substance use programme?"
    )
    agreements_with_tools_and_agencies: bool | None = ask(
        "Does each tool and agency that patient data can reach work under a signed business associate agreement or the "
        "patients' authorisation? Answer yes, too, if patient data can reach none."
    )
    direct_message_script: bool | None = ask("Does a scripted reply steer health details to a secure route?")
    breach_notification_rule_assessed: bool | None = ask(
        "If not under HIPAA, is it settled whether the FTC breach notification rule binds the product?"
    )
    ftc_breach_rule_binds: bool | None = ask(
        "If not under HIPAA, does the FTC Health Breach Notification Rule bind the product?"
    )
    care_before_content: bool | None = ask(
        "Do clinicians keep content apart from care (no streams while treating, no advice on a case in comments, no "
        "friend requests to patients)?"
    )
    health_titles_true: bool | None = ask(
        "Is each health title (doctor, nurse, therapist) true, with profession and licence named where a state asks?"
    )
    therapists: Many[Literal["psychologists", "social-workers", "counsellors"]] | None = ask(
        "If it offers therapy: in which professions are its therapists? An empty list if in none of these."
    )
    testimonials_asked_of: Many[Literal["current-clients", "former-clients", "nobody"]] | None = ask(
        "Which clients of therapy are asked for reviews, testimonials or the reuse of a statement?"
    )
    client_testimonials: Literal["none-used", "after-talk-and-permission", "without-either"] | None = ask(
        "If testimonials of therapy clients are used: was it first talked over with them, and did they permit it?"
    )
    clinical_questions: Literal["private-channel-or-signpost", "answered-in-public", "none-arise"] | None = ask(
        "If patients ask about their own health in comments: are they led to a private channel or to care, or answered "
        "there?"
    )
    physician_practice: bool | None = ask(
        "Is the advertiser a physician or a medical practice of physicians (no hospital, no dentist)?"
    )
    resident_images_in_abuse_policy: bool | None = ask(
        "Does the abuse policy of a nursing home cover images of residents?"
    )
    abuse_training_for_all: bool | None = ask(
        "In a nursing home: are employees, contractors and volunteers trained on the abuse policy?"
    )
    abuse_report_hours: float | None = amount(
        "In a nursing home: within how many hours are allegations of abuse, pictures included, reported to the "
        "administrator and the state agency?",
        "hours",
    )


class MedicalProductSafety(Part):
    """How a maker of medical products hears of side effects and answers questions on social media."""

    owned_channels_screened_hours: float | None = amount(
        "How often are owned channels screened for side effects?", "hours"
    )
    team_trained: bool | None = ask("Is the social team trained to see the four elements of a valid report?")
    forwarded_business_days: float | None = amount(
        "Within how many business days are reports forwarded to safety?", "business days"
    )
    reported_days: float | None = amount(
        "Within how many calendar days are serious unexpected events reported to FDA?", "calendar days"
    )
    reports_forwarded: Literal["all-cases", "serious-or-new-only", "none"] | None = ask(
        "Which reports of side effects or failures in comments, messages and creators' posts reach product safety?"
    )
    canadian_drug_authorisation: bool | None = ask(
        "In Canada: does it hold a drug identification number or another authorisation for a medicine?"
    )
    canada_reported_days: float | None = amount(
        "Within how many calendar days are serious reactions to a medicine reported to Health Canada?", "calendar days"
    )
    reported_business_days: float | None = amount(
        "For supplements, cosmetics and medicines without prescription: within how many business days are serious "
        "events reported to FDA?",
        "business days",
    )
    named_on_label: bool | None = ask(
        "Does it hold the US approval of a medicine, or stand on the label of a medicine, supplement or cosmetic as "
        "its maker, packer or distributor?"
    )
    monograph_medicines_only: bool | None = ask(
        "Are all its medicines sold in the United States without prescription and under a monograph, none under an "
        "approved application?"
    )
    devices_reportable: bool | None = ask(
        "Does it make or import medical devices whose incidents are reported to FDA (not only wellness products)?"
    )
    device_report_days: float | None = amount(
        "Within how many calendar days are deaths, serious injuries and malfunctions of a device reported to FDA?",
        "calendar days",
    )
    scripted_reply: bool | None = ask("Does a scripted reply lead to the safety line?")
    misinformation_replies: Literal["none", "tailored", "promotional"] | None = ask(
        "How are false posts of others about the product answered: not at all, by a dated correction of what is false, "
        "or with praise of the product?"
    )
    off_label_questions_private: bool | None = ask(
        "Do unsolicited off-label questions go to medical information in private?"
    )
    executive_and_staff_rule: bool | None = ask(
        "Does a rule bar likes, shares and captions on product news without review?"
    )
    branded_unbranded_separated: bool | None = ask("Are branded and disease awareness channels kept apart?")
    platform_certification: bool | None = ask(
        "Is the platform's permission held for paid ads for prescription medicines, online pharmacies or prescribers, "
        "or addiction treatment, and a certificate where it asks for one?"
    )
    federally_reimbursed: bool | None = ask(
        "Can Medicare, Medicaid or another US federal programme pay for the products?"
    )
    code_signatory: bool | None = ask("Has the company signed the PhRMA principles?")
    codes_followed: Many[Literal["abpi", "efpia-or-national-association", "none"]] | None = ask(
        "Which codes of the medicines industry bind the company, by membership or because it agreed to them (ABPI in "
        "the United Kingdom; EFPIA or its national associations)?"
    )
    marketing_authorisation_held: bool | None = ask(
        "Does the organisation hold a marketing authorisation for a medicine in the United Kingdom?"
    )
    own_comments_read: Literal["read-and-handed-over", "comments-closed", "nobody-reads"] | None = ask(
        "On channels that the company runs: are comments read and side effects handed to safety staff, are comments "
        "closed, or does nobody read them?"
    )
    serious_reaction_days: float | None = amount(
        "In the United Kingdom: within how many days of first awareness are serious suspected reactions reported?",
        "days",
    )
    other_reaction_days: float | None = amount(
        "In the United Kingdom: within how many days are suspected reactions that are not serious reported, where that "
        "is required?",
        "days",
    )
    staff_product_posts: Literal["corporate-and-career-only", "cleared-beforehand", "product-content-spread"] | None = (
        ask(
            "What may staff like, share or post of the company's content on open networks: company and career news, "
            "what is cleared beforehand, or product and trial content too (also where no rule keeps them from it)?"
        )
    )
    channel_owner_and_moderation: bool | None = ask(
        "Has each channel on medicines or diseases a named owner, moderation with removal criteria, and a stated "
        "country and audience?"
    )
    safety_route: bool | None = ask("Is there a written route for reports of side effects seen on social media?")
    digital_agreements_written: bool | None = ask(
        "Are there written agreements with creators, experts and patient organisations who work with the company "
        "online? Answer yes, too, if there are none."
    )
    staff_policy_and_training: bool | None = ask(
        "Do staff of the medicines company get rules and training on what they may post on its products and diseases?"
    )
    review_committee: bool | None = ask("Is there a medical, legal and regulatory review committee for social media?")
