"""Crash safety: full synchronizations that are killed and resumed, each compared with one that ran
undisturbed. crash.py MAPSYNC [--runs 20] [--fault-runs N] [--fault-rate 50] [--customers 2600]
[--seed N] [--keep FOLDER]

Every run is killed up to five times with SIGKILL, at a named point (after the intent, the write, the
coupling) or at a random moment. What is compared are the files of both systems and of the state, by
content: ids, versions and times are left out, lookups are compared by what they refer to.

In fault runs one in so many writes fails, a third of them after their effect; what still failed is
tried again by the next synchronization, and the end is that of as many without a failure.
"""

import argparse
import collections
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from contents import Contents, differences

POINTS = ["after-intent", "after-write", "after-coupling"]

arguments = argparse.ArgumentParser()
arguments.add_argument("mapsync", type=pathlib.Path)
arguments.add_argument("--runs", type=int, default=20)
arguments.add_argument("--fault-runs", type=int, help="a fifth of the runs unless said")
arguments.add_argument("--fault-rate", type=int, default=50, help="one in so many writes")
arguments.add_argument("--customers", type=int, default=2600)
arguments.add_argument("--seed", type=int, default=None)
arguments.add_argument("--keep", type=pathlib.Path, help="where what differs is left")
options = arguments.parse_args()
mapsync = options.mapsync.resolve()
seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 32)
chance = random.Random(seed)


def run(folder, *words, point=None, after=None, faults=None):
    """Runs a command; kills it after so many seconds if it still runs. Its status, -9 if killed."""
    environment = {
        name: text for name, text in os.environ.items()
        if name not in ("MAPSYNC_KILL_AT", "MAPSYNC_FAULTS")}
    if faults is not None:
        environment["MAPSYNC_FAULTS"] = f"{options.fault_rate}:{faults}"
    if point:
        environment["MAPSYNC_KILL_AT"] = point
    with open(folder / "output", "w") as output:
        process = subprocess.Popen(
            [mapsync, *words], cwd=folder, env=environment, stdout=output, stderr=output)
        try:
            return process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            return process.wait()


def must(folder, *words):
    if run(folder, *words) != 0:
        sys.exit(f"crash: '{' '.join(words)}' failed:\n{(folder / 'output').read_text()}")


def kill(kills, folder, words, seconds):
    """One try with a kill in it; returns the status."""
    if chance.random() < 0.5:
        point, turn = chance.choice(POINTS), chance.choice([1, 1, 1, 2, 2, 3, 4, 5, 7, 9])
        status = run(folder, *words, point=f"{point}:{turn}")
        kills[point if status == -9 else "not reached"] += 1
    else:
        status = run(folder, *words, after=chance.uniform(0.005, seconds))
        kills["random moment" if status == -9 else "not reached"] += 1
    return status


def disturbed(kills, folder, seconds):
    """A full synchronization with up to five kills; returns how many there were."""
    count = 0
    for _ in range(chance.randint(1, 5)):
        words = ["full", "--resume"] if begun(folder) else ["full"]
        # What is left takes less time with each kill.
        if kill(kills, folder, words, seconds * 0.8 / (1 + count / 2)) != -9:
            break
        count += 1
    if not begun(folder):
        must(folder, "full")
    elif unfinished(folder):
        must(folder, "full", "--resume")
    return count


def failing(folder):
    """Full synchronizations over systems that fail one in 50 writes, a third of them after their
    effect, until nothing is left that failed; returns how many."""
    for count in range(1, 10):
        if run(folder, "full", faults=chance.randrange(1 << 32)) == 0:
            return count
    return count


class References:
    """What is to be there after so many full synchronizations that nothing disturbs."""

    def __init__(self, folder, before):
        self.folder, self.before = folder, before
        self.statements = [Contents(folder, before).statement()]

    def after(self, count):
        while len(self.statements) < count:
            must(self.folder, "full")
            self.statements.append(Contents(self.folder, self.before).statement())
        return self.statements[count - 1]


def query(folder, text):
    with Contents.open(folder / "data" / "state.sqlite") as state:
        return state.execute(text).fetchone()[0]


def begun(folder):
    return query(folder, "SELECT count(*) FROM runs") > 0


def unfinished(folder):
    return query(folder, "SELECT count(*) FROM runs WHERE finished IS NULL") > 0


def differs(folder, before, wanted, title):
    """Whether a run ended otherwise, which is said; its folder goes."""
    found = differences(wanted, Contents(folder, before).statement())
    if found:
        print(f"crash: {title} ends otherwise:", *found[:10], f"  {len(found)} differences",
              sep="\n", flush=True)
        if options.keep:
            shutil.copytree(folder, options.keep / folder.name, dirs_exist_ok=True)
    shutil.rmtree(folder)
    return 1 if found else 0


def main():
    work = pathlib.Path(tempfile.mkdtemp(prefix="crash-"))
    kills, failed, total, broken = collections.Counter(), 0, 0, 0
    fault_runs = options.runs // 5 if options.fault_runs is None else options.fault_runs
    try:
        base = work / "base"
        base.mkdir()
        must(base, "init")
        must(base, "demo-data", "--customers", str(options.customers), "--items", "40")
        before = Contents(base)
        whole = work / "whole"
        shutil.copytree(base, whole)
        start = time.monotonic()
        must(whole, "full")
        seconds = time.monotonic() - start
        reference = Contents(whole, before)
        references = References(whole, before)
        wanted = references.after(1)
        waves = query(whole, "SELECT count(DISTINCT wave) FROM lines WHERE bc_count + sales_count > 0")
        records = len(reference.couplings)
        print(f"crash: {records} couplings in {waves} waves, {seconds:.1f} s undisturbed, "
              f"seed {seed}", flush=True)
        if waves < 3 or (records < 5000 and options.customers >= 2600):
            sys.exit("crash: the demo is too small for this test")
        for number in range(1, options.runs + 1):
            folder = work / f"run{number}"
            shutil.copytree(base, folder)
            count = disturbed(kills, folder, seconds)
            total += count
            failed += differs(
                folder, before, wanted, f"run {number}, killed {count} times,")
            if number % 20 == 0:
                print(f"crash: {number} runs, {total} kills, {failed} differ", flush=True)
        for number in range(1, fault_runs + 1):
            folder = work / f"faults{number}"
            shutil.copytree(base, folder)
            count = failing(folder)
            broken += differs(
                folder, before, references.after(count), f"fault run {number}, after {count} times,")
    finally:
        shutil.rmtree(work, ignore_errors=True)
    said = ", ".join(f"{name} {kills[name]}" for name in [*POINTS, "random moment", "not reached"])
    print(f"crash: {options.runs} runs of {records} records, {total} kills ({said}); {failed} differ")
    print(f"crash: {fault_runs} runs with 1 in {options.fault_rate} writes failing; {broken} differ")
    sys.exit(1 if failed or broken else 0)


main()
