# SPDX-License-Identifier: Apache-2.0
"""An example with a waiver that counts, one that expired, one elsewhere that is about nothing, and a baseline."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from govrules import Rulesets, parse_strategy
from govrules.assessment.check import assess
from govrules.assessment.report import FileRecord, FixedFinding, Report
from govrules.assessment.waivers import PlacedWaiver
from govrules.strategy.waivers import Waiver

WAIVED = "waived"
DAY = date(2026, 11, 23)
KNOWN = ("us-ftc-reviews-incentive-disclosed", "zz-executives-trained")
_STRATEGY = Path(__file__).resolve().parents[2] / "examples" / "consumer-brand-us-gb.yaml"
_WAIVERS = """
waivers:
  - rule: us-ca-ccpa-upload-suppression
    subject: Lookalikes of loyalty members
    reason: The vendor delivers the suppression list in March.
    accepted_by: Chief Risk Officer
    accepted_on: 2026-11-20
    expires: 2027-03-31
    ticket: RISK-412
  - rule: gb-failure-to-prevent-fraud-agencies
    subject: Thornbury and Wray
    reason: The contract is being renewed.
    accepted_by: General Counsel
    accepted_on: 2026-06-01
    expires: 2026-10-01
"""


def waived(rulesets: Rulesets) -> Report:
    """The report."""
    document = parse_strategy(_STRATEGY.read_text(encoding="utf-8") + _WAIVERS, file="brand.yaml")
    orphan = Waiver(
        rule="us-no-such-rule",
        reason="Nobody knows.",
        accepted_by="Head of IT",
        accepted_on=date(2026, 11, 1),
        expires=date(2027, 1, 31),
    )
    report = assess(
        document,
        rulesets,
        as_of=DAY,
        # The same pointer as the first of the strategy's own.
        waivers=[PlacedWaiver(orphan, ("waivers", 0), None)],
        waiver_files=[FileRecord("waivers.yaml", f"sha256:{'5' * 64}")],
    )
    findings = (replace(one, known_from="baseline") if one.rule in KNOWN else one for one in report.findings)
    return replace(report, findings=tuple(findings), fixed=(FixedFinding("0" * 16, "zz-two-hands", "The strategy"),))
