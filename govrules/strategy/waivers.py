# SPDX-License-Identifier: Apache-2.0
"""Waivers: gaps that somebody with the authority to do so accepts for a time. A waiver cures nothing."""

from pydantic import Field

from govrules.strategy.base import Day, Many, Part, PathText, ask


class Waiver(Part):
    """The acceptance of one gap, for a time, by somebody who answers for it.

    It counts only while it is complete, owned and not expired, and never for an outright prohibition.
    """

    rule: str | None = ask("Which rule is not met? Give its id, as reports show it.")
    subject: str | None = ask(
        "Which channel, campaign or other part is it about? Its name, as reports show it; left out, the strategy "
        "as a whole."
    )
    reason: str | None = ask("Why is the gap accepted for now?")
    accepted_by: str | None = ask("Who accepted it, by name or job title?")
    accepted_on: Day | None = ask("On which day was it accepted?")
    expires: Day | None = ask("What is the last day on which it is accepted?")
    ticket: str | None = ask("What is its number in the risk register?")


class FiledWaiver(Waiver):
    """A waiver in a file of its own, which says of which strategy it is."""

    strategy: PathText = Field(description="Of which strategy? The path from this file to the strategy's.")


class WaiverFile(Part):
    """A file of waivers, beside the strategies that they are about."""

    waivers: Many[FiledWaiver] = Field(description="Which gaps are accepted for a time, and by whom?")
