"""Two processes on the same files, people who edit both sides meanwhile, and kills:
crowd.py MAPSYNC [--kills 40] [--seed N] [--keep FOLDER] [--verbose]

Each round starts two commands at once. While they run, a person changes and creates records on either
side; a command is killed with SIGKILL at a named point or at a random moment, stopped for a while, or
left alone. After some rounds everything comes to rest, and must hold:

- no record is there twice, and nothing has two partners;
- every last edit is on both sides, or in an entry that names its record;
- an entry of a conflict names a record of which both sides were edited;
- what a command said that it did is done.

Who edits sees one side. An edit of the other side that had not arrived there by then is a rival of the
edit: the mapping's policy decides between rivals, and nothing else may take an edit away.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid

POINTS = ["after-intent", "after-write", "after-coupling"]
POLICIES = ["refuse", "bc-wins", "sales-wins"]
# Failed and skipped entries; the others wait for something.
CONFLICTS = (0, 3)
TABLES = {"bc": ("bc.sqlite", "Customer", "Name"), "sales": ("sales.sqlite", "account", "name")}
FIELDS = {"bc": {"phone": "Phone No.", "address": "Address 2"},
          "sales": {"phone": "telephone1", "address": "address1_line2"}}

arguments = argparse.ArgumentParser()
arguments.add_argument("mapsync", type=pathlib.Path)
arguments.add_argument("--kills", type=int, default=40)
arguments.add_argument("--seed", type=int, default=None)
arguments.add_argument("--keep", type=pathlib.Path, help="where a broken world is left")
arguments.add_argument("--verbose", action="store_true")
options = arguments.parse_args()
mapsync = options.mapsync.resolve()
seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 32)


class Edit:
    """A person's edit; what it could not see, and whether somebody who saw it has edited since."""

    def __init__(self, name, side, field, text):
        self.name, self.side, self.field, self.text = name, side, field, text
        self.rivals, self.delivered, self.superseded = [], False, False


class World:
    """A folder with three files, and what people have done in it since it was at rest last."""

    def __init__(self, folder, chance, number):
        self.folder, self.chance, self.number = folder, chance, number
        self.policy = chance.choice(POLICIES)
        # Where runs create by themselves nobody uncouples: it would be created again.
        self.creates = chance.random() < 0.6
        self.edits, self.claims, self.forced, self.log = [], {}, set(), []
        self.count = 0
        self.must("init")
        scope = "all" if self.creates else "coupled"
        with open(folder / "mapsync.yaml", "a") as setup:
            setup.write(
                f"\nmappings:\n  CUSTOMER: {{ scope: {scope}, conflict: {{ update: {self.policy} }} }}\n")
        self.must("demo-data", "--customers", "8", "--items", "1")
        self.must("full")
        self.rest()

    def say(self, text):
        self.log.append(text)
        if options.verbose:
            print(f"crowd: {text}", flush=True)

    def start(self, words, point=None):
        environment = {name: text for name, text in os.environ.items()
                       if name not in ("MAPSYNC_KILL_AT", "MAPSYNC_FAULTS")}
        if point:
            environment["MAPSYNC_KILL_AT"] = point
        return subprocess.Popen([mapsync, *words], cwd=self.folder, env=environment, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def run(self, *words):
        process = self.start(words)
        said = process.communicate(timeout=120)[0]
        return process.returncode, said

    def must(self, *words):
        code, said = self.run(*words)
        if code != 0:
            sys.exit(f"crowd: '{' '.join(words)}' failed:\n{said}")
        return said

    def read(self, file, query, *values):
        connection = sqlite3.connect(f"file:{self.folder / 'data' / file}?mode=ro", uri=True, timeout=10)
        try:
            return connection.execute(query, values).fetchall()
        finally:
            connection.close()

    def records(self, side):
        """By name, a list of (id, fields)."""
        file, table, name = TABLES[side]
        columns = ", ".join(f'"{column}"' for column in FIELDS[side].values())
        found = collections.defaultdict(list)
        for identity, called, *values in self.read(
                file, f'SELECT "$id", "{name}", {columns} FROM "{table}"'):
            found[called].append((identity, dict(zip(FIELDS[side], [value or "" for value in values]))))
        return found

    # People

    def edit(self, processes):
        """Edits while the processes stand still, so that what was seen is known."""
        side = self.chance.choice(list(TABLES))
        field = self.chance.choice(list(FIELDS[side]))
        self.count += 1
        text = f"{self.count}"
        if self.creates and self.chance.random() < (0.2 if processes else 0.4):
            name = f"New {self.number}-{self.count}"
            words = [f"{TABLES[side][2]}={name}", f"{FIELDS[side][field]}={text}"]
            if side == "sales":
                words.append("customertypecode=Customer")
            words = ["record", "create", "--side", side, TABLES[side][1], *words]
        else:
            name, words = None, None
            # What was edited is edited again.
            pick, again = self.chance.random(), self.chance.random() < 0.6
        for _ in range(50):
            for process in processes:
                if process.poll() is None:
                    process.send_signal(signal.SIGSTOP)
            try:
                records = self.records(side)
                if words is None:
                    names = sorted(name for name, found in records.items() if len(found) == 1)
                    if again:
                        last = [edit.name for edit in self.edits[-3:] if edit.name in names]
                        names = last or names
                    chosen = names[int(pick * len(names))]
                    identity, shown = records[chosen][0]
                    change = ["record", "change", "--side", side, TABLES[side][1],
                              str(uuid.UUID(bytes=identity)), f"{FIELDS[side][field]}={text}"]
                else:
                    chosen, shown, change = name, {}, words
                code, said = self.run(*change)
            except sqlite3.OperationalError as error:
                code, said = 1, str(error)
            finally:
                for process in processes:
                    if process.poll() is None:
                        process.send_signal(signal.SIGCONT)
            if code == 0:
                self.note(Edit(chosen, side, field, text), shown)
                return
            # One of the processes was stopped while it wrote.
            time.sleep(0.05)
        sys.exit(f"crowd: nobody can edit: {said}")

    @staticmethod
    def stall(process, seconds):
        """One of the two stands still, and the other goes on."""
        if process.poll() is None:
            process.send_signal(signal.SIGSTOP)
            time.sleep(seconds)
            process.send_signal(signal.SIGCONT)

    def note(self, edit, shown):
        for earlier in self.edits:
            if earlier.name != edit.name:
                continue
            if earlier.side != edit.side and shown.get(earlier.field) == earlier.text:
                earlier.delivered = True
            seen = earlier.side == edit.side or earlier.delivered
            if seen and earlier.field == edit.field:
                earlier.superseded = True
            if not seen and not earlier.superseded:
                earlier.rivals.append(edit)
                edit.rivals.append(earlier)
        self.edits.append(edit)
        self.say(f"somebody sets {edit.field} of '{edit.name}' in {edit.side} to {edit.text}")

    # Commands

    def command(self):
        """The words of a command, and the record that it is about."""
        kinds = [["run", "--now", "--only", "CUSTOMER"], ["sync", "CUSTOMER"], ["serve"], ["record"]]
        if self.creates:
            kinds.append(["full", "--resume"] if self.unfinished() else ["full"])
        else:
            kinds += [["uncouple"], ["couple"]]
        words = self.chance.choice(kinds)
        if len(words) > 1 or words[0] in ("serve", "full"):
            return words, None
        pairs = self.read(
            "state.sqlite", "SELECT bc_id, sales_id FROM couplings JOIN pairs ON pairs.id = pair "
            "WHERE bc = 'Customer' AND sales = 'account'")
        names = {identity: name for side in TABLES for name, found in self.records(side).items()
                 for identity, _ in found}
        if words == ["couple"]:
            coupled = {one for pair in pairs for one in pair}
            sales = {name: found[0][0] for name, found in self.records("sales").items()}
            for name, found in sorted(self.records("bc").items()):
                if found[0][0] not in coupled and name in sales and sales[name] not in coupled:
                    return ["couple", "CUSTOMER", self.text(found[0][0]), self.text(sales[name])], name
            return ["sync", "CUSTOMER"], None
        if not pairs:
            return ["sync", "CUSTOMER"], None
        bc, _ = self.chance.choice(sorted(pairs))
        if words == ["uncouple"]:
            return ["uncouple", "CUSTOMER", self.text(bc), "--format", "json"], names.get(bc)
        return ["sync", "CUSTOMER", self.text(bc)], None

    @staticmethod
    def text(identity):
        return str(uuid.UUID(bytes=identity))

    def unfinished(self):
        return self.read("state.sqlite", "SELECT count(*) FROM runs WHERE finished IS NULL")[0][0] > 0

    def claim(self, words, name, code, said, began):
        """What a command said that it did, or that it may have done."""
        if words[0] not in ("couple", "uncouple") or name is None:
            return
        word = None
        if words[0] == "couple" and code == 0:
            word = "coupled"
        if words[0] == "uncouple" and code == 0:
            runs = json.loads(said)["runs"]
            word = "uncoupled" if sum(run["counters"]["uncoupled"] for run in runs) else None
        self.claims.setdefault(name, []).append((began, time.monotonic(), word))

    def round(self, kills):
        """Two commands at once, each with its fate, and people; returns how many were killed."""
        begun, killed = [], 0
        for _ in range(self.chance.randint(1, 3)):
            self.edit([])
        for _ in range(2):
            words, name = self.command()
            fate = self.chance.random()
            point, end = None, None
            if fate < 0.6:
                point = f"{self.chance.choice(POINTS)}:{self.chance.choice([1, 1, 1, 2])}"
            elif fate < 0.9:
                end = self.chance.uniform(0.02, 0.4)
            if words == ["serve"] and end is None:
                end = 1.5
            self.say(f"'{' '.join(words)}'" + (f" dies {point}" if point else "")
                     + (f" or after {end:.2f} s" if end else ""))
            began = time.monotonic()
            begun.append((self.start(words, point), words, name, began, end, point))
        processes = [one[0] for one in begun]
        for _ in range(self.chance.randint(0, 3)):
            time.sleep(self.chance.uniform(0, 0.1))
            if self.chance.random() < 0.6:
                self.stall(self.chance.choice(processes), self.chance.uniform(0.05, 0.3))
            self.edit(processes)
        for process, words, name, began, end, point in begun:
            try:
                left = began + end - time.monotonic() if end else 120
                said = process.communicate(timeout=max(0.01, left))[0]
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                said = process.communicate()[0]
                if end is None:
                    sys.exit(f"crowd: '{' '.join(words)}' does not end, seed {seed}")
                point = "random moment"
            if process.returncode == -signal.SIGKILL:
                killed += 1
                kills[point.split(":")[0] if point else "random moment"] += 1
            elif process.returncode not in (0, 1, 2) or "cannot be used" in said:
                # 2 is for one that somebody else keeps from working.
                sys.exit(f"crowd: '{' '.join(words)}' ended with {process.returncode}:\n{said}")
            self.say(f"'{' '.join(words)}' ended with {process.returncode}")
            self.claim(words, name, process.returncode, said, began)
        for _ in range(self.chance.randint(0, 2)):
            self.edit([])
        return killed

    # At rest

    def rest(self):
        """Lets one process work until nothing is left to do."""
        if self.unfinished():
            self.patiently("full", "--resume")
        for _ in range(8):
            said = self.patiently("run", "--now", "--only", "CUSTOMER", "--format", "json")
            counters = [run["counters"] for run in json.loads(said)["runs"]]
            if not any(one[what] for one in counters for what in
                       ("inserted", "modified", "deleted", "coupled", "uncoupled", "failed")):
                return []
        return ["the runs never come to rest"]

    def patiently(self, *words):
        """What a killed process held is free at some time."""
        for _ in range(120):
            code, said = self.run(*words)
            begins = said.find("{")
            if words[0] == "full" or (code in (0, 1) and begins >= 0):
                if words[0] != "full" or code == 0 or not self.unfinished():
                    return said[max(begins, 0):]
            time.sleep(1)
        sys.exit(f"crowd: '{' '.join(words)}' never goes through, seed {seed}:\n{said}")

    def check(self):
        broken = self.rest()
        records = {side: self.records(side) for side in TABLES}
        names = {identity: name for found in records.values() for name, same in found.items()
                 for identity, _ in same}
        couplings = {}
        for bc, sales in self.read(
                "state.sqlite", "SELECT bc_id, sales_id FROM couplings JOIN pairs ON pairs.id = pair "
                "WHERE bc = 'Customer' AND sales = 'account'"):
            if names.get(bc) != names.get(sales):
                broken.append(f"'{names.get(bc)}' is coupled with '{names.get(sales)}'")
            couplings[names.get(bc)] = names.get(sales)
        entries = {}
        for source, message in self.read(
                "state.sqlite", "SELECT source, message FROM entries WHERE mapping = 'CUSTOMER' "
                f"AND kind IN {CONFLICTS}"):
            entries[names.get(source)] = message
        intents = self.read("state.sqlite", "SELECT count(*) FROM intents")[0][0]
        if intents:
            broken.append(f"{intents} intents stay open")
        for name in sorted(set(records["bc"]) | set(records["sales"])):
            broken += self.broken(name, {side: records[side].get(name, []) for side in TABLES},
                                  name in couplings, entries.get(name))
        return broken, sorted(entries), sorted(
            name for name in records["bc"] if name not in couplings and name in records["sales"])

    def broken(self, name, found, coupled, entry):
        for side, same in found.items():
            if len(same) > 1:
                return [f"{side} has '{name}' {len(same)} times"]
        claims = self.claims.get(name, [])
        if not self.creates and claims:
            last = max(claims, key=lambda claim: claim[1])
            alone = all(claim is last or claim[1] < last[0] for claim in claims)
            if alone and last[2] and coupled != (last[2] == "coupled"):
                return [f"a command said that '{name}' is {last[2]}, and it is "
                        f"{'coupled' if coupled else 'not coupled'}"]
            # What was uncoupled in between went its own way.
            return []
        own = [edit for edit in self.edits if edit.name == name]
        if entry is not None:
            rivals = any(edit.rivals for edit in own)
            return [] if rivals else [f"'{name}' has an entry that nobody caused: {entry}"]
        if not coupled or not all(found.values()):
            return [f"'{name}' has no partner, and no entry says why"]
        bc, sales = found["bc"][0][1], found["sales"][0][1]
        broken = []
        for field in FIELDS["bc"]:
            if bc[field] != sales[field]:
                broken.append(f"'{name}' is not in step, and no entry says so: {field} is "
                              f"'{bc[field]}' in BC and '{sales[field]}' in Sales")
                continue
            for edit in own:
                if edit.field == field and not edit.superseded and edit.text != bc[field] \
                        and not self.beaten(edit):
                    broken.append(f"'{name}' lost an edit, and no entry says so: {edit.side} set {field} "
                                  f"to '{edit.text}', and both sides have '{bc[field]}'")
        return broken

    def beaten(self, edit):
        winner = {"refuse": None, "bc-wins": "bc", "sales-wins": "sales"}[self.policy]
        return edit.side != winner and any(rival.side == winner for rival in edit.rivals)

    def settle(self, entries, uncoupled):
        """A person clears up: the next rounds begin with everything in step."""
        bc, sales = self.records("bc"), self.records("sales")
        for name in uncoupled if not self.creates else []:
            self.patiently_plain("couple", "CUSTOMER", self.text(bc[name][0][0]),
                                 self.text(sales[name][0][0]))
        for name in set(entries) | set(uncoupled):
            if name in bc:
                self.patiently_plain("retry", "CUSTOMER", self.text(bc[name][0][0]))
                self.patiently_plain("sync", "CUSTOMER", self.text(bc[name][0][0]),
                                     "--direction", "to-sales")
        self.rest()
        self.edits, self.claims, self.log = [], {}, []

    def patiently_plain(self, *words):
        code, said = self.run(*words)
        self.say(f"to clear up, '{' '.join(words)}': {code}")


def main():
    work = pathlib.Path(tempfile.mkdtemp(prefix="crowd-"))
    kills, killed, rounds, worlds, failures = collections.Counter(), 0, 0, 0, 0
    start = time.monotonic()
    print(f"crowd: seed {seed}", flush=True)
    try:
        while killed < options.kills:
            worlds += 1
            folder = work / f"world{worlds}"
            folder.mkdir()
            # A world's choices do not depend on how many kills those before it had.
            world = World(folder, random.Random(f"{seed}/{worlds}"), worlds)
            for _ in range(4):
                for _ in range(world.chance.randint(1, 3)):
                    rounds += 1
                    killed += world.round(kills)
                broken, entries, uncoupled = world.check()
                if broken:
                    failures += 1
                    scope = "creates" if world.creates else "creates nothing"
                    print(f"crowd: world {worlds}, which {scope} and has {world.policy}:",
                          *(f"  {line}" for line in broken), "  since all was in step:",
                          *(f"    {line}" for line in world.log), sep="\n", flush=True)
                    if options.keep:
                        shutil.copytree(folder, options.keep / folder.name, dirs_exist_ok=True)
                    break
                world.settle(entries, uncoupled)
            shutil.rmtree(folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    said = ", ".join(f"{name} {kills[name]}" for name in [*POINTS, "random moment"])
    print(f"crowd: {rounds} rounds in {worlds} worlds, {killed} kills ({said}), "
          f"{time.monotonic() - start:.0f} s; {failures} worlds broken; seed {seed}")
    sys.exit(1 if failures else 0)


main()
