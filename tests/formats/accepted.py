# SPDX-License-Identifier: Apache-2.0
"""The strategy with waivers whose texts would do harm, and a report of it in which one gap was known before."""

from collections.abc import Callable
from dataclasses import replace

from hostile import HOSTILE, STRATEGY

from govrules import Report
from govrules.assessment.report import FixedFinding, KnownFrom

BY, REASON, TICKET = f"Chief {HOSTILE}", f"The vendor delivers in March {HOSTILE}", f"RISK-412 {HOSTILE}"
EXPIRED = "A waiver of this does not count: it expired on 2026-10-01."
ACCEPTED = f"""{STRATEGY}
waivers:
  - {{rule: us-archive, subject: Second, reason: "{REASON}", accepted_by: "{BY}", accepted_on: 2026-11-20,
     expires: 2027-03-31, ticket: "{TICKET}"}}
  - {{rule: us-archive, subject: "channels[3]", reason: "{REASON}", accepted_by: "{BY}", accepted_on: 2026-06-01,
     expires: 2026-10-01}}
  - {{rule: gb-coming, subject: Second, reason: "{REASON}", accepted_by: "{BY}", accepted_on: 2026-11-20,
     expires: 2027-06-30}}
  - {{rule: us-no-such, reason: "{REASON}", accepted_by: "{BY}", accepted_on: 2026-11-20, expires: 2027-03-31}}
"""

Judge = Callable[..., Report]


def accepted(judge: Judge, known_from: KnownFrom | None = "baseline") -> Report:
    """One gap in us-archive is waived, the waiver of another has expired, one is known and one is neither."""
    report = judge(ACCEPTED)
    return replace(
        report,
        findings=tuple(
            replace(one, known_from=known_from) if (one.rule, one.subject) == ("us-archive", "channels[4]") else one
            for one in report.findings
        ),
        fixed=(FixedFinding("0" * 16, "us-archive", "Old"), FixedFinding("1" * 16, "us-gone", "A\nB")),
    )
