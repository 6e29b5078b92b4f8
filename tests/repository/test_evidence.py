# SPDX-License-Identifier: Apache-2.0
"""Evidence of a check that outlives it: reports that are verified later, and statements that are signed."""

import json

import pytest


@pytest.fixture
def stored(check, strategy, write):
    """A stored report of a strategy with a waived gap."""
    strategy(plan=False, Blog=False)
    waiver = {"strategy": "s.yaml", "rule": "zz-plan", "reason": "r", "accepted_by": "CRO"}
    write("w.yaml", {"waivers": [waiver | {"accepted_on": "2026-01-01", "expires": "2026-12-31"}]})
    write("govrules.yaml", "waivers: [w.yaml]")
    done = check("s.yaml", "--as-of", "2026-06-01", "--ignore", "zz-stop", "--output", "json=r.json", "-q")
    assert done.code == 0
    return "r.json"


@pytest.fixture
def verify(govrules):
    """Verify a report by the rules of the folder."""

    def call(*arguments):
        return govrules("verify", *arguments, "--no-bundled", "-r", "rules.yaml")

    return call


def test_a_report_holds_while_nothing_changes(verify, stored):
    done = verify(stored)
    assert (done.code, done.out, done.err) == (0, "s.yaml: the report holds, as of 2026-06-01.\n", "")


def test_a_report_holds_wherever_it_is_verified(govrules, stored, folder):
    (folder / "deep").mkdir()
    done = govrules("verify", "../r.json", "--no-bundled", "-r", "../rules.yaml", cwd=folder / "deep")
    assert done.code == 0, done.out + done.err


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("s.yaml", '"Blog"', '"Weblog"', "The strategy has changed: s.yaml had the digest sha256:"),
        ("rules.yaml", "Title of zz-plan", "Another", "The ruleset house/rules has changed: it was 1.0 and is 1.0."),
        ("w.yaml", "CRO", "CEO", "The waiver files have changed."),
        ("r.json", '"message": "', '"message": "Not so: ', "The result is different: the findings differ."),
        ("r.json", '"title": "House rules"', '"title": "Other rules"', "The result is different"),
        ("r.json", '"waiver_days": 365', '"waiver_days": 30', "The result is different: findings were"),
        ("r.json", '"govrules": "', '"govrules": "0.0.', "The report was made by govrules 0.0."),
    ],
)
def test_whatever_changed_is_told(verify, stored, folder, file, old, new, told):
    path = folder / file
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    done = verify(stored)
    assert done.code == 1
    assert done.out.startswith("s.yaml: the report no longer holds.\n")
    assert told in done.out


def test_what_cannot_be_verified_is_told(verify, stored, folder, write):
    (folder / "s.yaml").rename(folder / "moved.yaml")
    done = verify(stored)
    assert done.code == 2
    assert "s.yaml: there is no such file" in done.err
    write("not.json", "{}")
    assert "not.json holds no report" in verify("not.json").err
    write("old.json", '{"reports": [{"title": "T"}]}')
    assert "old.json is not a report of this version" in verify("old.json").err
    assert "the file cannot be read" in verify("nowhere.json").err
    write("empty.json", '{"reports": []}')
    assert "holds no report" in verify("empty.json").err


def test_what_was_known_before_is_no_part_of_the_answer(check, verify, strategy, govrules, folder):
    strategy(plan=False)
    govrules("baseline", "s.yaml", "-o", "b.json", "--no-bundled", "-r", "rules.yaml")
    check("s.yaml", "--baseline", "b.json", "--output", "json=r.json", "-q")
    assert '"known_from": "baseline"' in (folder / "r.json").read_text()
    done = verify("r.json")
    assert done.code == 0
    assert done.out.endswith("What it says about earlier findings was not verified.\n")


def test_a_report_of_two_engines_is_verified_by_both(check, verify, strategy, folder):
    strategy(plan=False)
    check("s.yaml", "--engine", "both", "--output", "json=r.json", "-q")
    assert verify("r.json").code == 0
    path = folder / "r.json"
    engines = json.loads(path.read_text())["reports"][0]["engines"]
    assert len(engines) == 2
    path.write_text(path.read_text().replace(engines[1], "oracle"))
    assert verify("r.json").code == 1


def test_the_statement_names_the_baseline(govrules, strategy, write, folder):
    import hashlib

    write("govrules.yaml", "rulesets: [rules.yaml]\nbundled: false\nbaseline: b.json\n")
    strategy(plan=False)
    govrules("baseline", "s.yaml")
    predicate = json.loads(govrules("attest", "s.yaml").out)["predicate"]
    digest = hashlib.sha256((folder / "b.json").read_bytes()).hexdigest()
    assert predicate["result"] == "WARNED"
    assert {"name": "b.json", "digest": {"sha256": digest}} in predicate["configuration"]


@pytest.fixture
def attested(govrules, strategy):
    """The statement about a strategy."""

    def attest(*options, **says):
        strategy(**says)
        done = govrules("attest", "s.yaml", *options, "--no-bundled", "-r", "rules.yaml")
        assert done.code == 0, done.err
        return json.loads(done.out)

    return attest


@pytest.mark.parametrize(
    ("says", "options", "result", "passed", "warned", "failed"),
    [
        ({"Blog": True}, (), "PASSED", ["zz-archive", "zz-plan", "zz-stop"], [], []),
        ({"Blog": False}, (), "WARNED", ["zz-plan", "zz-stop"], ["zz-archive"], []),
        ({"Blog": False, "plan": False}, (), "FAILED", ["zz-stop"], ["zz-archive"], ["zz-plan"]),
        ({"plan": None}, (), "FAILED", ["zz-stop"], [], ["zz-plan"]),
        ({"plan": None}, ("--allow-unanswered",), "WARNED", ["zz-stop"], ["zz-plan"], []),
        ({"Blog": False}, ("--fail-on", "minor"), "FAILED", ["zz-plan", "zz-stop"], [], ["zz-archive"]),
    ],
)
def test_each_rule_is_a_test_of_the_statement(attested, says, options, result, passed, warned, failed):
    predicate = attested(*options, **says)["predicate"]
    assert predicate["result"] == result
    assert [predicate[name] for name in ("passedTests", "warnedTests", "failedTests")] == [passed, warned, failed]


def test_the_statement_is_one_for_in_toto_and_is_about_the_strategy_s_bytes(attested, folder):
    import hashlib

    from google.protobuf.json_format import ParseDict
    from in_toto_attestation.v1.statement import Statement
    from in_toto_attestation.v1.statement_pb2 import Statement as Message

    written = attested(Blog=True)
    message = ParseDict(written, Message())
    Statement.copy_from_pb(message).validate()
    (subject,) = message.subject
    assert subject.name == "s.yaml"
    assert subject.digest["sha256"] == hashlib.sha256((folder / "s.yaml").read_bytes()).hexdigest()
    configuration = {one["name"]: one for one in written["predicate"]["configuration"]}
    rules = hashlib.sha256((folder / "rules.yaml").read_bytes()).hexdigest()
    assert configuration["house/rules"]["digest"] == {"sha256": rules}
    assert configuration["govrules"]["annotations"]["failOn"] == "major"


def test_the_statement_can_be_signed_and_the_signature_checked(attested):
    from securesystemslib.dsse import Envelope
    from securesystemslib.signer import CryptoSigner

    payload = json.dumps(attested()).encode()
    signer = CryptoSigner.generate_ed25519()
    envelope = Envelope(payload, "application/vnd.in-toto+json", {})
    envelope.sign(signer)
    again = Envelope.from_dict(json.loads(json.dumps(envelope.to_dict())))
    assert again.verify([signer.public_key], 1)
    assert json.loads(again.payload)["predicateType"] == "https://in-toto.io/attestation/test-result/v0.1"


def test_a_statement_is_about_one_strategy(govrules, strategy):
    strategy("plans/a.yaml")
    strategy("plans/b.yaml")
    done = govrules("attest", "plans", "--no-bundled", "-r", "rules.yaml")
    assert done.code == 2
    assert "a statement is about one strategy" in done.err


@pytest.mark.parametrize("engines", [[], ["oracle"]])
def test_a_report_whose_engine_is_unknown_cannot_be_verified(verify, stored, folder, engines):
    data = json.loads((folder / stored).read_text())
    data["reports"][0]["engines"] = engines
    (folder / stored).write_text(json.dumps(data))
    done = verify(stored)
    assert (done.code, done.out) == (2, "")
    assert "the report names no engine of this version" in done.err
