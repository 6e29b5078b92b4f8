# SPDX-License-Identifier: Apache-2.0
"""Messages and calls to people: email, texts, calls, direct messages."""

from typing import Literal

from govrules.strategy.base import Many, Part, amount, ask
from govrules.strategy.gambling import GamblingMessages


class Outreach(Part):
    """Texts, calls, e-mail and direct messages that start from social leads."""

    marketing_calls_recorded: bool | None = ask(
        "Are calls on Medicare plans recorded in full, web calls included, and kept for six years?"
    )
    scope_of_appointment: bool | None = ask(
        "Is a scope of appointment agreed before each personal appointment on Medicare plans? Answer yes, too, if "
        "there are none."
    )
    cold_medicare_contact: bool | None = ask(
        "On Medicare plans: are people called, texted or visited who did not ask for it?"
    )
    gambling: GamblingMessages | None = ask("If gambling is promoted in messages: how do people agree to them?")
    age_of_recipients_checked: bool | None = ask(
        "For a drinks brand: is the age of people checked before they get marketing messages?"
    )
    sent_after_opt_out: bool | None = ask("Can marketing messages still go to people who opted out?")
    solicitor_approaches: (
        Many[
            Literal[
                "broad-ads-and-posts",
                "answers-to-people-who-wrote-first",
                "clients-and-former-clients",
                "business-contacts",
                "messages-or-calls-to-strangers",
                "ads-at-identified-people",
                "introducers-cold-contact",
            ]
        ]
        | None
    ) = ask("In a law firm of England and Wales: in which of these ways does it approach people for business?")
    texts_or_calls: bool | None = ask(
        "Are people texted or called for marketing (chat apps that go by phone number included)?"
    )
    texts: bool | None = ask("Are people sent texts or chat messages for marketing?")
    calls: bool | None = ask("Are people called by phone for marketing?")
    call_consent: (
        Literal[
            "named-caller-for-a-period",
            "named-caller-within-three-months",
            "relationship",
            "older-without-period",
            "passed-on-by-others",
            "number-given-for-something-else",
            "none",
        ]
        | None
    ) = ask("On which consent of the person are marketing calls made?")
    real_time_product_offers: (
        Literal[
            "none",
            "in-chat-customer-opened",
            "consent-within-six-weeks",
            "exempt-product",
            "consent-older-or-vague",
            "beyond-subject",
            "unsolicited",
        ]
        | None
    ) = ask(
        "Are financial products offered to private people in calls, chats, instant messages or by a bot, and if so: in "
        "a chat that the customer opened, with consent to that product and channel within six weeks, as an exempt "
        "product, or without any of these (for example on another subject than the one asked about)?"
    )
    do_not_call_check_days: float | None = amount(
        "How many days before a call, at most, was the number checked against the do-not-call list?", "days"
    )
    call_agency_bound: Literal["no-agency", "bound", "not-bound"] | None = ask(
        "If an agency calls for you: does the contract bind it to the do-not-call rules?"
    )
    written_consent_to_advertising: bool | None = ask(
        "Has each person agreed in writing beforehand to get advertising messages?"
    )
    exempt_messages: (
        Literal[
            "none",
            "factual-only",
            "public-body",
            "registered-charity",
            "registered-party",
            "education-to-own-students",
            "agreed-otherwise",
        ]
        | None
    ) = ask("Do the messages fall under an exemption of Australian or New Zealand spam law, and under which?")
    addresses_harvested: bool | None = ask(
        "Are addresses for messages gathered from profiles or sites by software, or lists of such addresses used?"
    )
    sender_and_contact_named: bool | None = ask(
        "Does each marketing message (e-mail, text, chat) name who sent it and how to reach them?"
    )
    prior_express_written_consent: bool | None = ask("Is there prior express written consent that names the seller?")
    message_consent: Literal["opt-in", "implied", "none"] | None = ask(
        "On which consent do marketing messages rest: express opt-in, consent that the law implies (for example from a "
        "purchase or inquiry), or none?"
    )
    soft_opt_in_terms: bool | None = ask(
        "Where consent is implied by a purchase: is it only for your own similar products, with a free way out when "
        "the address is taken and in each message?"
    )
    charity_soft_opt_in_terms: bool | None = ask(
        "Where a charity writes to supporters without their consent: did it take their details since 5 February 2026, "
        "does it write for its own purposes only, and can people refuse free of charge then and each time?"
    )
    autodialled: bool | None = ask(
        "Are texts or calls sent by a dialler of random or sequential numbers, or with an artificial or AI voice?"
    )
    text_consent_form: (
        Literal["clear-form", "keyword-opt-in", "pre-ticked", "condition-of-purchase", "bought-leads"] | None
    ) = ask("How is consent to texts and calls given?")
    stop_by_any_means: bool | None = ask("Is a stop honoured in whatever reasonable way people say it?")
    consent_record: bool | None = ask("Is a record kept of each consent, with wording, time and source?")
    revocation_business_days: float | None = amount(
        "Within how many business days is an opt-out honoured?", "business days"
    )
    do_not_call_scrub: bool | None = ask("Are numbers checked against do-not-call lists?")
    customers_only_with_opt_out: bool | None = ask(
        "Do texts go to existing customers only, about what they have with you, with a way out in each?"
    )
    numbers_harvested: bool | None = ask("Are numbers used that software generated, or gathered from the web?")
    sending_window: bool | None = ask("Are messages sent from 8 am to 9 pm at the recipient's place only?")
    email: bool | None = ask("Is marketing e-mail sent to people gained through social media?")
    email_opt_out_business_days: float | None = amount(
        "Within how many business days is an e-mail opt-out honoured?", "business days"
    )
    sender_identified: bool | None = ask("Do e-mails carry a true sender, subject and postal address?")
    sender_particulars: Literal["in-the-message", "linked-where-no-room", "shown-by-platform", "absent"] | None = ask(
        "For Canada: where do marketing messages give the sender's name, mailing address and a contact: in the "
        "message, behind a clear link where there is no room, on the platform to people who agreed, or nowhere?"
    )
    ad_marked_or_opted_in: bool | None = ask(
        "Is marketing e-mail marked as advertising, or sent only to people who agreed beforehand?"
    )
    email_opt_out_hurdles: bool | None = ask("Does an e-mail opt-out need a log-in, a fee or more than one step?")
    sender_and_subject_true: bool | None = ask("Are sender and subject line of every message true?")
    exempt_in_canada: bool | None = ask(
        "Are they only messages that Canada's spam law leaves out, such as answers to inquiries or a closed account?"
    )
    unsolicited_direct_messages: bool | None = ask("Are promotional direct messages sent to people who did not ask?")
    to_companies_only: bool | None = ask(
        "Do marketing messages go to companies only (no private people, sole traders or partnerships)?"
    )
    opt_out_in_each_message: bool | None = ask(
        "Does each marketing message, like the first contact, offer a simple way to refuse further ones that works, is "
        "free and needs no log-in?"
    )
    first_answer_on_vehicle: Literal["total-price", "payment-only", "no-total-price", "none-in-writing"] | None = ask(
        "If it sells or leases vehicles: does the first answer in writing on one, direct messages included, give the "
        "total price?"
    )
    first_answers_exempt_only: bool | None = ask(
        "For California: are answers in writing only on vehicles of 10,000 pounds or more, on sales to the trade or to "
        "fleets, or on auctions of used vehicles?"
    )
    committee_emails: Literal["none", "with-disclaimer", "without-disclaimer"] | None = ask(
        "If a US political committee sends more than 500 like e-mails: does each say who paid and who authorized it?"
    )
    legal_solicitation: (
        Many[Literal["live-to-strangers-in-need", "live-to-people-excepted", "written-messages", "none"]] | None
    ) = ask(
        "In a law firm: how are people approached for business who are known to need a lawyer: live (call, video, in "
        "person) to strangers, live to lawyers, family, clients or business users only, in writing, or not at all?"
    )
    presses_people: bool | None = ask(
        "May people be messaged again after they refused, or pressed while in distress (debt, illness, bereavement)?"
    )
    auto_renewal: bool | None = ask("Do posts lead to subscriptions or trials that renew by themselves?")
    renewal_terms_before_payment: bool | None = ask("Are all renewal terms shown before payment data are taken?")
    renewal_express_consent: bool | None = ask("Do customers give express consent to automatic renewal?")
    cancellation_online: bool | None = ask("Can people cancel online without detours?")
    cancellation_same_way: bool | None = ask(
        "Can people cancel as simply as they signed up, and in the same medium (by phone where they bought by phone)?"
    )
    renewal_consent_kept_years: float | None = amount("For how many years is consent to a renewal kept?", "years")
    price_rise_consent: bool | None = ask(
        "Does a price rise of a subscription need consent, or come with notice and a way out?"
    )
    renewal_reminders: bool | None = ask(
        "Do subscribers get a yearly reminder, and notice 7 to 30 days before a change of price?"
    )
