# SPDX-License-Identifier: Apache-2.0
"""What defence firms and parties to accident investigations may release."""

from typing import Literal

from govrules.strategy.base import Many, Part, ask


class TechnicalRelease(Part):
    """Technical content that export control or a contract with the Department of Defense may hold back."""

    itar_data: (
        Literal[
            "none",
            "marketing-level",
            "government-released",
            "public-domain",
            "fundamental-research",
            "licensed",
            "found-online",
            "unreleased",
        ]
        | None
    ) = ask(
        "Can data on a defense article be read from it (dimensions, performance, tests, screens, drawings), and on "
        "which footing may they be shown?"
    )
    ear_technology: Literal["none", "publishable", "no-license-needed", "licensed", "restricted"] | None = ask(
        "Does it show dual-use technology: free to be published by you, without need of a license, licensed, or "
        "restricted by a customer, a government or its kind (some encryption and firearm files)?"
    )
    contract_information: (
        Literal["none", "approved", "already-public", "fundamental-research", "not-approved"] | None
    ) = ask(
        "Does it give information on a contract or program with a clause on release (award, site, people, results), "
        "and has the contracting officer approved that in writing?"
    )


class DefenceContracts(Part):
    """How contracts with the US Department of Defense that carry a clause on release are handled."""

    release_clause: bool | None = ask("Does one of its contracts carry the clause on disclosure of information?")
    request_business_days: float | None = ask(
        "How many business days before a release is approval asked for?", unit="business days", at_least=0
    )
    request_names: Many[Literal["information", "medium", "purpose"]] | None = ask("What does the request name?")
    subcontracts: Literal["clause-and-route", "no-clause", "no-subcontracts"] | None = ask(
        "Do subcontracts carry a like clause, with requests to go through you?"
    )


class AccidentInvestigation(Part):
    """What is posted while the National Transportation Safety Board investigates an accident."""

    could_be_party: bool | None = ask(
        "Is it, or would it be after an accident, a party to an investigation of the US National Transportation Safety "
        "Board?"
    )
    information_posted: (
        Literal["never", "after-the-boards-own-release", "with-the-investigators-approval", "without-approval"] | None
    ) = ask(
        "May information from such an investigation (recorders, wreckage, theories on the cause) be posted: never, "
        "only what the Board has released itself, with the investigator's approval, or without it?"
    )
