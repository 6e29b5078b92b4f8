# SPDX-License-Identifier: Apache-2.0
"""What no loaded rule reads is listed; what a rule reads that the selection left out is not."""

import json


def unread(check, *options):
    done = check("s.yaml", "--format", "json", "--fail-on", "never", *options)
    return [one["field"] for one in json.loads(done.out)["reports"][0]["unread"]]


def test_an_answer_that_a_rule_left_out_reads_is_not_listed(check, strategy, folder):
    path = strategy(Blog=True)
    data = json.loads(path.read_text())
    data["governance"]["crisis"]["alert_minutes"] = 30
    path.write_text(json.dumps(data))
    assert unread(check) == ["governance.crisis.alert_minutes"]
    assert unread(check, "--ignore", "zz-archive") == ["governance.crisis.alert_minutes"]
    assert unread(check, "--select", "zz-archive") == ["governance.crisis.alert_minutes"]
