# SPDX-License-Identifier: Apache-2.0
"""Whoever denies each activity that rules are about has broken no law, whatever else the answers say."""

from pathlib import Path

import pytest
import yaml
from bundled import bundled

from govrules import check, parse_strategy

TEXT = yaml.safe_load(Path(__file__).with_name("deals_in_nothing.yaml").read_text(encoding="utf-8"))
SECTORS = ("retail", "bank", "broker-dealer", "hospital", "pharma", "insurer", "software")


@pytest.mark.parametrize("market", ["US", "GB", "EU", "AU", "CA", "NZ", "SG", "IN"])
def test_no_law_is_broken_where_nothing_is_done(market):
    found = set()
    for sector in SECTORS:
        seat = {"sectors": [sector], "established_in": [market], "staff_in": [market]}
        text = {**TEXT, "markets": [market], "organisation": {**TEXT["organisation"], **seat}}
        report = check(parse_strategy(yaml.safe_dump(text)), bundled())
        found |= {
            one.rule for one in report.findings if one.verdict == "gap" and one.severity in ("showstopper", "major")
        }
    assert found == set()
