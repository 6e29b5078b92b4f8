# SPDX-License-Identifier: Apache-2.0
"""What breaks durable-rules 2.0.28: each fault of docs/decisions/006-the-durable-engine.md, made to happen.

Run: python benchmarks/durable_faults.py [NAME]... Each experiment is a process of its own with a time-out, for some die
and some never end. A line is printed for each: what was tried, what was seen, and whether that is what the decision
tells. Exits with 1 if one is not. The first column of the decision's table has the same names.
"""

import argparse
import os
import subprocess
import sys
from dataclasses import dataclass

# New memory is filled with a pattern (glibc), as that of a process that has run for a while is with what was there.
# Otherwise it depends on chance whether what was never initialised does harm. The last: memory as it comes.
_FILLINGS: tuple[dict[str, str], ...] = (
    {"MALLOC_PERTURB_": "165", "PYTHONMALLOC": "malloc"},
    {"MALLOC_PERTURB_": "1", "PYTHONMALLOC": "malloc"},
    {},
)

_START = """
import json, os, sys, threading, time, warnings
import durable_rules_engine as extension
from durable.engine import Host, MessageNotHandledException

def megabytes():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 / 1e6

def host_of(rules, kind=Host):
    host = kind()
    host.register_rulesets({"r": rules})
    return host

class Quiet(Host):
    def _run(self):
        pass

hits = []
def hit(context):
    hits.append(threading.current_thread() is threading.main_thread())

def rule(condition):
    return {"all": [{"m": condition}], "run": hit}
"""


@dataclass(frozen=True)
class Fault:
    """What is tried, and what must be seen: in the output, or (``dies``, ``never_ends``) instead of one."""

    name: str
    tried: str
    program: str
    seen: str = ""
    seconds: int = 20
    dies: bool = False
    never_ends: bool = False


FAULTS = (
    Fault(
        "no-wheel",
        "asking the package index for a wheel, as on a machine without a compiler",
        """
import subprocess, tempfile
command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "durable-rules==2.0.28"]
done = subprocess.run(command, cwd=tempfile.mkdtemp(), capture_output=True, text=True)
print("no wheel" if done.returncode else "a wheel")
""",
        "no wheel",
    ),
    Fault(
        "symbol",
        "building it anew with this Python and importing it, without and with the flag for 3.13",
        """
import subprocess, tempfile
for flag in ({}, {"CPPFLAGS": "-DPyEval_CallObject=PyObject_CallObject"}):
    folder = tempfile.mkdtemp()
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-cache-dir", "--no-deps", "--target", folder]
    subprocess.run([*command, "durable-rules==2.0.28"], env=os.environ | flag, capture_output=True, check=True)
    beside = os.environ | {"PYTHONPATH": folder}
    command = [sys.executable, "-c", "import durable_rules_engine"]
    done = subprocess.run(command, env=beside, capture_output=True, text=True)
    good = done.returncode == 0
    told = good if flag or sys.version_info < (3, 13) else "undefined symbol: PyEval_CallObject" in done.stderr
    print("as told:" if told else "not so:", "imports" if good else done.stderr.split()[-1])
""",
        "as told",
        seconds=120,
    ),
    Fault(
        "two-joins",
        "two rules that each join two facts on a field (jruizgit/rules#381), and two events",
        """
from durable.lang import c, m, post, ruleset, when_all
with ruleset("joins"):
    @when_all(c.one << (m.metric == "a") & (m.amount > 10), c.two << (m.metric == "b") & (m.amount > c.one.amount))
    def more(context): hit(context)
    @when_all(c.one << (m.metric == "a") & (m.amount > 50), c.two << (m.metric == "b") & (m.amount < c.one.amount))
    def less(context): hit(context)
post("joins", {"metric": "a", "amount": 100})
post("joins", {"metric": "b", "amount": 200})
print("alive", len(hits))
""",
        dies=True,
    ),
    Fault(
        "only-nex",
        "a rule whose only condition is that a field is absent, and one fact",
        """
host = host_of({"one": rule({"$nex": {"x": 1}})}, Quiet)
host.assert_fact("r", {"y": 1, "sid": 1, "id": 1})
print("returned", len(hits))
""",
        never_ends=True,
    ),
    Fault(
        "small-number",
        "a fact with the number 1e-7, then one with 1e22",
        """
host = host_of({"one": rule({"x": 1})}, Quiet)
for number in (1e-7, 1e22):
    try:
        host.assert_fact("r", {"x": number, "id": 1})
        print("accepted")
    except Exception as error:
        print(error)
""",
        "error code: 204",
    ),
    Fault(
        "string-order",
        'the text "5" against {"$gt": {"x": 1}}',
        """
host_of({"one": rule({"$gt": {"x": 1}})}, Quiet).assert_fact("r", {"x": "5", "sid": 1, "id": 1})
print("matches", len(hits))
""",
        "matches 1",
    ),
    Fault(
        "true-is-one",
        'the flag true against {"x": 1}',
        """
host_of({"one": rule({"x": 1})}, Quiet).assert_fact("r", {"x": True, "sid": 1, "id": 1})
print("matches", len(hits))
""",
        "matches 1",
    ),
    Fault(
        "or-twice",
        "a disjunction of which both branches are true",
        """
host_of({"one": rule({"$or": [{"x": 1}, {"y": 1}]})}, Quiet).assert_fact("r", {"x": 1, "y": 1, "sid": 1, "id": 1})
print("fires", len(hits))
""",
        "fires 2",
    ),
    Fault(
        "same-pattern",
        "400 rules on one pattern",
        """
try:
    host_of({f"rule{number}": rule({"x": 1}) for number in range(400)}, Quiet)
    print("accepted")
except Exception as error:
    print(error)
""",
        "error code: 108",
    ),
    Fault(
        "many-matches",
        "500 similar rules, of which one fact matches a hundred",
        """
rules = {f"rule{number}": rule({f"p{number % 100}": 1}) for number in range(500)}
host = host_of(rules, Quiet)
try:
    host.assert_fact("r", {"sid": 1, "id": 1} | {f"p{number}": 1 for number in range(100)})
    print("accepted")
except Exception as error:
    print(error)
""",
        "error code: 303",
    ),
    Fault(
        "many-fields",
        "a fact of 260 fields",
        """
host = host_of({"one": rule({"p0": 1})}, Quiet)
try:
    host.assert_fact("r", {"sid": 1, "id": 1} | {f"p{number}": 1 for number in range(260)})
    print("accepted")
except Exception as error:
    print(error)
""",
        "error code: 302",
    ),
    Fault(
        "nothing-matches",
        "a fact that matches nothing",
        """
try:
    host_of({"one": rule({"x": 1})}, Quiet).assert_fact("r", {"x": 0, "sid": 1, "id": 1})
    print("accepted")
except MessageNotHandledException as error:
    print(type(error).__name__)
""",
        "MessageNotHandledException",
    ),
    Fault(
        "deleting-an-idle-session",
        "deleting the session of a fact that matched nothing",
        """
junk = [os.urandom(300) for _ in range(200_000)]
del junk[::2]
for number in range(300):
    host = Quiet()
    host.register_rulesets({f"r{number}": {f"rule{one}": rule({f"p{one}": 1}) for one in range(30)}})
    for session in range(5):
        try:
            host.assert_fact(f"r{number}", {"sid": session, "id": 1, "p1": 0})
        except MessageNotHandledException:
            pass
        host.delete_state(f"r{number}", session)
print("alive")
""",
        dies=True,
    ),
    Fault(
        "half-a-batch",
        "two facts in one call, of which the second matches nothing: the first one's action",
        """
host = host_of({"one": rule({"x": 1})}, Quiet)
try:
    host.assert_facts("r", [{"x": 1, "sid": 1, "id": 1}, {"x": 0, "sid": 1, "id": 2}])
except MessageNotHandledException:
    print("refused, actions run:", len(hits))
""",
        "refused, actions run: 0",
    ),
    Fault(
        "timer-threads",
        "the same with the Host as it is: the action comes later, from a thread of the Host's own",
        """
host = host_of({"one": rule({"x": 1})})
try:
    host.assert_facts("r", [{"x": 1, "sid": 1, "id": 1}, {"x": 0, "sid": 1, "id": 2}])
except MessageNotHandledException:
    time.sleep(2)
    print("in the caller's thread:", hits)
""",
        "in the caller's thread: [False]",
    ),
    Fault(
        "swallowed-error",
        "an action that raises: what the caller of assert_fact gets",
        """
def broken(context):
    raise ValueError("broken")
host = host_of({"one": {"all": [{"m": {"x": 1}}], "run": broken}}, Quiet)
host.assert_fact("r", {"x": 1, "sid": 1, "id": 1})
print("no error")
""",
        "no error",
    ),
    Fault(
        "never-freed",
        "a new Host with 100 rules, 300 times in one process: megabytes lost each time",
        """
import gc
def once(number):
    host = Quiet()
    host.register_rulesets({f"r{number}": {f"rule{one}": rule({f"p{one % 10}": one % 2}) for one in range(100)}})
    host.assert_fact(f"r{number}", {"sid": 1, "id": 1} | {f"p{one}": 1 for one in range(10)})
    host.delete_state(f"r{number}", 1)
once(0)
before = megabytes()
for number in range(1, 301):
    once(number)
gc.collect()
each = (megabytes() - before) / 300
print("lost" if each > 0.3 else "kept", round(each, 2), "MB each")
""",
        "lost",
        seconds=180,
    ),
    Fault(
        "freed-by-hand",
        "the same with the extension's delete_ruleset, of which the Host makes no use: megabytes lost each time",
        """
text = json.dumps({f"rule{one}": {"all": [{"m": {f"p{one % 10}": one % 2}}]} for one in range(100)})
def once():
    handle = extension.create_ruleset("r", text)
    _, state = extension.assert_fact(handle, '{"sid":1,"id":1,"p1":1,"p2":0}')
    message = extension.start_action_for_state(handle, state)[1]
    while message:
        message = extension.complete_and_start_action(handle, state)
    extension.delete_state(handle, "1")
    extension.delete_ruleset(handle)
once()
before = megabytes()
for _ in range(3_000):
    once()
each = (megabytes() - before) / 3_000
print("kept" if each < 0.001 else "lost", round(each, 4), "MB each")
""",
        "kept",
        seconds=180,
    ),
    Fault(
        "sound-use",
        "250 rules, facts of 60 integers, 20,000 sessions each deleted after use: growth, and time a session",
        """
both = lambda n: {"$and": [{f"p{n % 60}": n % 3 - 1}, {f"p{(n + 7) % 60}": 1}]}
rules = {f"rule{n}": {"all": [{"m": both(n)}]} for n in range(249)}
handle = extension.create_ruleset("r", json.dumps(rules | {"received": {"all": [{"m": {"seen": 1}}]}}))
def session(number):
    fact = {"sid": number, "id": 1, "seen": 1} | {f"p{n}": (number * n) % 3 - 1 for n in range(30)}
    _, state = extension.assert_fact(handle, json.dumps(fact))
    message = extension.start_action_for_state(handle, state)[1]
    while message:
        message = extension.complete_and_start_action(handle, state)
    extension.delete_state(handle, str(number))
for number in range(1_000):
    session(number)
before, start = megabytes(), time.perf_counter()
for number in range(1_000, 21_000):
    session(number)
grown = megabytes() - before
print("sound" if grown < 5 else "grows", f"{grown:.1f} MB", f"{(time.perf_counter() - start) / 20:.2f} ms")
""",
        "sound",
        seconds=180,
    ),
)


def main() -> None:
    """Run the experiments and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="Only these.")
    names = parser.parse_args().names
    chosen = [fault for fault in FAULTS if not names or fault.name in names]
    good = [as_told(fault) for fault in chosen]
    print(f"{sum(good)} of {len(good)} as the decision tells")
    sys.exit(0 if all(good) else 1)


def as_told(fault: Fault) -> bool:
    """Run one experiment in a process of its own; where it must die, up to once with each filling of memory."""
    for filling in _FILLINGS if fault.dies else _FILLINGS[:1]:
        good, seen = attempt(fault, os.environ | filling)
        if good:
            break
    print(f"{'as told ' if good else 'NOT SO  '} {fault.name:26} {fault.tried}\n{'':36}-> {seen}", flush=True)
    return good


def attempt(fault: Fault, environment: dict[str, str]) -> tuple[bool, str]:
    """Whether it went as the decision tells, and what was seen."""
    command = [sys.executable, "-W", "ignore", "-c", _START + fault.program]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=fault.seconds, check=False, env=environment
        )
    except subprocess.TimeoutExpired:
        return fault.never_ends, f"never ended (stopped after {fault.seconds} s)"
    if done.returncode < 0:
        return fault.dies, f"the process died of signal {-done.returncode}"
    seen = (done.stdout.strip() or done.stderr.strip()[-300:]).replace("\n", " | ")
    return not (fault.dies or fault.never_ends) and fault.seen in seen and "not so" not in seen, seen


if __name__ == "__main__":
    main()
