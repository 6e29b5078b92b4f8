# SPDX-License-Identifier: Apache-2.0
"""Staff and leaders who speak on their own accounts."""

from typing import Literal

from govrules.strategy.base import Day, Many, Part, amount, ask
from govrules.strategy.endorsements import Disclosure


class Advocacy(Part):
    """Staff who speak about the employer's products on their own accounts."""

    programme: bool | None = ask(
        "Are staff asked, rewarded or equipped to post about the organisation or its products?"
    )
    owner: str | None = ask("Who runs the staff advocacy programme, by name or job title?")
    voluntary: bool | None = ask("Is taking part voluntary, with no penalty for refusing?")
    disclosure: Disclosure | None = ask("How do staff disclose that they work for you?")
    about_products: bool | None = ask(
        "Do these posts speak about products or services, and not only about jobs, the firm or working life?"
    )
    instructed: bool | None = ask(
        "Are staff told how to name their employer when they speak about products (rules, examples or fixed words)?"
    )
    training_before_first_post: bool | None = ask("Are advocates trained before their first post?")
    training_interval_months: float | None = amount(
        "How many months pass between trainings of staff advocates?", "months"
    )
    claims_list: bool | None = ask("Is there a list of claims that staff may and may not make?")
    monitored: bool | None = ask("Are posts sampled, and lapses corrected?")
    reviews_requested_from_staff: bool | None = ask("Are staff or relatives asked for reviews?")
    tool_shows_individuals: bool | None = ask("Does the advocacy tool show figures on single members of staff?")
    tool_accesses_private_content: bool | None = ask("Can the advocacy tool read private content?")


class PersonalUse(Part):
    """The policy on private accounts of staff."""

    policy: bool | None = ask("Is there a policy on personal use of social media by staff?")
    restrictions_narrow: bool | None = ask(
        "Are the policy's restrictions narrow and defined by example, each with its purpose?"
    )
    bans_negative_comments: bool | None = ask(
        "Does the policy ban negative comments, or talk about pay and conditions?"
    )
    restrictions_justified: bool | None = ask(
        "For each wide restriction: is a weighty interest written down that no narrower rule could serve?"
    )
    group_talk_disciplined: bool | None = ask(
        "Can staff be disciplined or watched for talk with colleagues on pay or conditions?"
    )
    off_duty_discipline: Literal["never", "after-state-law-check", "possible"] | None = ask(
        "Can staff be disciplined for lawful posts on politics or leisure off duty?"
    )
    protected_speech_stated: bool | None = ask("Does the policy say that protected talk about work is respected?")
    credentials_demanded: bool | None = ask(
        "Are staff or applicants asked for passwords or access to private accounts, other than by a court order or, "
        "where the law allows it, in an investigation of misconduct?"
    )
    monitoring: Literal["none", "public-posts-with-notice", "public-posts", "private-accounts"] | None = ask(
        "Are private accounts of staff or applicants monitored? Leave out what they, or a colleague unasked, show you."
    )
    discipline_for_opinions: Literal["never", "for-manner-only", "inherent-requirement", "possible"] | None = ask(
        "Can staff be disciplined because of a political opinion, religion or another protected ground that posts show?"
    )
    work_use_monitored: Literal["no", "with-notice", "without-notice"] | None = ask(
        "Is the use of social media on the employer's devices and networks monitored, and are staff told beforehand?"
    )
    own_views_stated: bool | None = ask(
        "Does the policy say when staff who name their employer must say that the views are their own?"
    )
    guidance_for_public_roles: bool | None = ask("Is there guidance for senior and public-facing roles?")
    harmful_posts_handled: bool | None = ask(
        "Is it settled what happens when a private post that harms the organisation comes to notice?"
    )
    beliefs_weighed: bool | None = ask(
        "Before anyone is sanctioned for a post that voices a belief: are its tone, its link to you, proven harm and "
        "milder steps weighed?"
    )
    process_before_discipline: bool | None = ask("Is there a fair process before anyone is disciplined for a post?")


class ExecutiveAccounts(Part):
    """Accounts of the chief executive, directors and other leaders."""

    used: bool | None = ask("Do leaders post about the organisation?")
    in_register: bool | None = ask("Are leaders' accounts in a register?")
    rules: bool | None = ask(
        "Are there written rules on who writes leaders' posts, who approves them and what is off limits?"
    )
    pre_clearance: bool | None = ask(
        "Are leaders' posts on results, deals, litigation, people and politics cleared beforehand?"
    )
    cleared_by: (
        Literal["securities-counsel", "legal", "disclosure-committee", "investor-relations", "communications", "nobody"]
        | None
    ) = ask("Who clears leaders' posts?")
    posts_watched_and_escalated: bool | None = ask(
        "Are leaders' posts about the company watched, and material ones passed up at once?"
    )
    company_topics_barred: bool | None = ask("Are leaders barred from posting about the company's business?")
    sensitive_topics_left_out: bool | None = ask(
        "Do leaders leave out results, deals, litigation, people and politics, or repeat only what the organisation "
        "has published on them?"
    )
    written_by: Many[Literal["the-executive", "internal-writer", "agency", "ai"]] | None = ask(
        "Who writes leaders' posts?"
    )
    leader_agrees_to_each_post: bool | None = ask(
        "Where others write for a leader: does the leader agree to what goes out?"
    )
    mfa: bool | None = ask("Are leaders' accounts protected by multi-factor authentication?")
    last_training: Day | None = ask("When were leaders last trained on social media?")
    handover_clause: bool | None = ask("Does a clause settle who owns a leader's account, and its handover?")
    closed_periods: bool | None = ask("Do closed periods apply to leaders' posts?")
    officials_block_on_mixed_accounts: (
        Literal["never", "by-neutral-rules-only", "personal-posts-only", "at-will"] | None
    ) = ask(
        "In a public body: how do officials block people or delete comments on accounts on which they also do official "
        "business: not at all, by neutral rules only (threats, spam), by deleting under purely personal posts only, or "
        "at will?"
    )
    personal_labelled: bool | None = ask(
        "In a public body: are private accounts of officials labelled as private and kept free of official business?"
    )
