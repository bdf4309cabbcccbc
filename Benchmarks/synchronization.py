"""The rows of bench.py about mapsync: full synchronizations of customers beside the floor of their
writes (floor.c), and scheduled runs over what is coupled."""

import contextlib
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import time

INSERT = """
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :count)
INSERT INTO Customer ("$id", "$version", "$created", "$modified", "$ours", "$company", "No.", Name,
  Address, "Address 2", City, "Post Code", "Country/Region Code", County, "Phone No.", "E-Mail",
  Contact, "Salesperson Code", "Payment Terms Code", "Currency Code")
SELECT unhex(printf('01900000%04x70008000%012x', i >> 16, i)), :version + i, :now, :now, 0, 1,
  printf('%08d', i), 'Customer ' || i, (i % 200) || ' Main Street', 'Floor ' || (i % 9), 'Atlanta',
  '31' || (i % 900), 'US', 'GA', '+1 555 ' || i, 'info' || i || '@customer.example',
  'Person ' || i, 'JO', CASE i % 2 WHEN 0 THEN '14D' ELSE '1M(8D)' END,
  CASE i % 5 WHEN 4 THEN 'EUR' ELSE '' END FROM n
"""


FIRST_RUN = """
SELECT max(finished) - min(started), count(finished) FROM (SELECT started, finished FROM jobs
WHERE id > ? AND mapping = 'CUSTOMER' ORDER BY id LIMIT 2)
"""


class Folder:
    """A company with so many customers that Sales does not know yet."""

    def __init__(self, mapsync, scratch, count):
        self.mapsync, self.count = mapsync, count
        self.path = scratch / f"full-{count}"
        self.base = scratch / f"full-{count}-before"
        for path in [self.path, self.base]:
            shutil.rmtree(path, ignore_errors=True)
        self.path.mkdir(parents=True)
        self.run("init")
        self.run("demo-data", "--customers", "0")
        self.run("full")
        self.fill()
        self.base.mkdir()
        for name in ["sales.sqlite", "state.sqlite"]:
            self.settle(name)
            shutil.copy(self.path / "data" / name, self.base / name)

    def again(self):
        """As it was before the first run."""
        for name in ["sales.sqlite", "state.sqlite"]:
            for tail in ["-wal", "-shm"]:
                (self.path / "data" / f"{name}{tail}").unlink(missing_ok=True)
            shutil.copy(self.base / name, self.path / "data" / name)

    def run(self, *words):
        said = subprocess.run(
            [self.mapsync, *words], cwd=self.path, capture_output=True, text=True)
        if said.returncode != 0:
            raise SystemExit(f"mapsync {' '.join(words)} failed:\n{said.stdout}{said.stderr}")
        return said

    @contextlib.contextmanager
    def open(self, name):
        """Closed at its end: a connection that stays open while the file is copied beside it loses its
        locks, and then sees nothing of what others write."""
        file = sqlite3.connect(self.path / "data" / name)
        try:
            with file:
                yield file
        finally:
            file.close()

    def settle(self, name):
        with self.open(name) as file:
            file.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def fill(self):
        now = int(time.time() * 1000)
        with self.open("bc.sqlite") as file:
            if sqlite3.sqlite_version_info < (3, 41):
                file.create_function("unhex", 1, bytes.fromhex, deterministic=True)
            version = file.execute("SELECT value FROM \"$system\" WHERE name = 'version'")
            first = version.fetchone()[0] + 1
            file.execute(INSERT, {"count": self.count, "version": first, "now": now})
            self.advance(file, first + self.count)
        self.settle("bc.sqlite")

    @staticmethod
    def advance(file, version):
        file.execute("UPDATE \"$system\" SET value = ? WHERE name = 'version'", [version])

    def change(self, count):
        """Gives so many customers, all over the table, another name."""
        with self.open("bc.sqlite") as file:
            version = file.execute(
                "SELECT value FROM \"$system\" WHERE name = 'version'").fetchone()[0]
            step = max(1, self.count // count)
            file.create_function("again", 0, iter(range(version + 1, 1 << 62)).__next__)
            file.execute(
                "UPDATE Customer SET Name = Name || ' & Co', \"$version\" = again(), \"$ours\" = 0"
                " WHERE rowid % ? = 0", [step])
            self.advance(file, version + self.count)

    def coupled(self):
        with self.open("state.sqlite") as file:
            return file.execute(
                "SELECT count(*) FROM couplings c JOIN pairs p ON p.id = c.pair"
                " WHERE p.bc = 'Customer'").fetchone()[0]


class Once:
    """What one command took, by measure.c."""

    def __init__(self, scratch, folder, *words):
        said = subprocess.run(
            [scratch / "measure", scratch / "output", folder.mapsync, *words], cwd=folder.path,
            capture_output=True, text=True, check=True).stdout.split()
        self.seconds, self.cpu = int(said[0]) / 1e6, int(said[1]) / 1e6
        self.mib = int(said[2]) / 1024
        if int(said[3]) != 0:
            raise SystemExit((scratch / "output").read_text(errors="replace")[-2000:])


def floor(scratch, folder):
    """Seconds of the floor's writes of what a finished run wrote."""
    new = [scratch / "floor-sales.sqlite", scratch / "floor-state.sqlite"]
    for path, name in zip(new, ["sales.sqlite", "state.sqlite"]):
        for tail in ["", "-wal", "-shm"]:
            pathlib.Path(f"{path}{tail}").unlink(missing_ok=True)
        shutil.copy(folder.base / name, path)
    done = [folder.path / "data" / "sales.sqlite", folder.path / "data" / "state.sqlite"]
    said = subprocess.run(
        [scratch / "floor", *done, *new], capture_output=True, text=True, check=True)
    for path in new:
        for tail in ["", "-wal", "-shm"]:
            pathlib.Path(f"{path}{tail}").unlink(missing_ok=True)
    return int(said.stdout.split()[0]) / 1e6


def measure(mapsync, scratch, counts, bench):
    """Prints nothing: adds rows to the table of bench.py."""
    scratch, per_record, first = pathlib.Path(scratch).resolve(), {}, None
    mapsync = pathlib.Path(mapsync).resolve()
    for count in counts:
        folder = Folder(mapsync, scratch, count)
        full = Once(scratch, folder, "full", "--only", "CUSTOMER")
        if folder.coupled() != count:
            raise SystemExit(f"{folder.coupled()} of {count} customers are coupled")
        least = floor(scratch, folder)
        title = f"full synchronization of {count:,} customers"
        bench.row(f"{title}: {full.seconds:.1f} s ({full.cpu:.1f} CPU), floor {least:.1f} s",
                  f"{count / full.seconds:,.0f} a second")
        share = (f"{title}: the floor's rows per second", least / full.seconds)
        if count == 1_000_000:
            bench.at_least(*share, 0.5)
        else:
            # Of few customers the start of the program is a good part.
            bench.row(share[0], f"{share[1]:.1f}x")
        per_record[count] = full.seconds / count
        if first is None:
            first = (count, full)
        else:
            growth = per_record[count] / per_record[first[0]]
            bench.at_most(f"{title}: time per record over {first[0]:,}", growth, 1.3, "x")
            bench.at_most(f"{title}: peak memory over {first[0]:,}", full.mib / first[1].mib, 1.3, "x")
        bench.at_most(f"{title}: peak memory", full.mib, 100, " MiB")
        scheduled(scratch, folder, count, bench)
        if count == 100_000:
            against_rivals(scratch, folder, full, bench)
        if count != counts[0]:
            shutil.rmtree(folder.path)
            shutil.rmtree(folder.base)


def compare(mapsync, base, scratch, count, bench, times=3):
    """Full synchronizations by two builds of mapsync in turn, as pairs of one run."""
    scratch, runs = pathlib.Path(scratch).resolve(), {}
    folders = {}
    for name, program in [("base", base), ("own", mapsync)]:
        folders[name] = Folder(pathlib.Path(program).resolve(), scratch / name, count)
        runs[name] = []
    for _ in range(times):
        for name, folder in folders.items():
            folder.again()
            runs[name].append(Once(scratch, folder, "full", "--only", "CUSTOMER"))
            if folder.coupled() != count:
                raise SystemExit(f"{folder.coupled()} of {count} customers are coupled")
    title = f"full synchronization of {count:,} customers"
    for what, value in [("time", lambda run: run.seconds), ("CPU time", lambda run: run.cpu)]:
        ratios = sorted(value(own) / value(base) for own, base in zip(runs["own"], runs["base"]))
        shown = ", ".join(f"{ratio:.3f}" for ratio in ratios)
        bench.row(f"{title}: {what} over the base build's, {times} pairs ({shown})",
                  f"{ratios[times // 2]:.3f}x")
    for name, found in runs.items():
        bench.row(f"{title}: {name}: {min(run.seconds for run in found):.1f} s, peak memory",
                  f"{max(run.mib for run in found):.0f} MiB")
    sizes = {}
    for name, folder in folders.items():
        folder.settle("state.sqlite")
        sizes[name] = (folder.path / "data" / "state.sqlite").stat().st_size
    bench.at_most(f"{title}: size of the state over the base build's", sizes["own"] / sizes["base"], 1.6, "x")
    idle = min((Once(scratch, folders["own"], "run", "--now", "--only", "CUSTOMER") for _ in range(6)),
               key=lambda run: run.seconds)
    bench.at_most(f"scheduled run over {count:,} couplings, nothing new, a new process",
                  idle.seconds * 1000, 100, " ms")
    for folder in folders.values():
        shutil.rmtree(folder.path)
        shutil.rmtree(folder.base)


def against_rivals(scratch, folder, full, bench):
    """The first loads of other programs, of the same customers."""
    rivals, place = pathlib.Path(__file__).with_name("rivals.py"), scratch / "rivals"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    source, count = folder.path / "data" / "bc.sqlite", str(folder.count)
    for tool, times in [("dlt", 5), ("target-jsonl", 3)]:
        title = f"times faster than {tool}'s first load of {folder.count:,} customers"
        python = scratch / f"tools-{tool}" / "bin" / "python"
        if not python.exists():
            bench.row(title, f"{tool} is not installed", f">= {times}x", False)
            continue
        if tool == "dlt":
            said = subprocess.run([python, rivals, tool, source, place, count], cwd=place,
                                  capture_output=True, text=True, check=True).stdout
            seconds = float(said.split()[-1])
        else:
            subprocess.run([python, rivals, "singer", source, place, count], check=True)
            (place / "config.json").write_text('{"destination_path": "%s"}' % place)
            with open(place / "messages.jsonl") as messages:
                start = time.monotonic()
                subprocess.run([python.with_name(tool), "--config", place / "config.json"],
                               stdin=messages, stdout=subprocess.DEVNULL, check=True)
                seconds = time.monotonic() - start
        bench.at_least(f"{title} ({seconds:.1f} s)", seconds / full.seconds, times)
    shutil.rmtree(place)


def scheduled(scratch, folder, count, bench):
    Once(scratch, folder, "run", "--now", "--only", "CUSTOMER")
    idle = min((Once(scratch, folder, "run", "--now", "--only", "CUSTOMER") for _ in range(5)),
               key=lambda run: run.seconds)
    bench.at_most(f"scheduled run over {count:,} couplings, nothing new, a new process",
                  idle.seconds * 1000, 100, " ms")
    bench.at_most(f"scheduled run over {count:,} couplings, nothing new, in a running service",
                  serving(folder), 50, " ms")
    folder.change(min(1000, count))
    busy = Once(scratch, folder, "run", "--now", "--only", "CUSTOMER")
    bench.at_most(f"scheduled run of {min(1000, count):,} changes among {count:,} couplings",
                  busy.seconds * 1000, 1000, " ms")


def serving(folder, times=5):
    """The best milliseconds of an idle run, from its first job's start to its last one's end."""
    jobs = "SELECT max(id) FROM jobs"
    with subprocess.Popen([folder.mapsync, "serve", "--look", "1"], cwd=folder.path,
                          stderr=subprocess.DEVNULL) as service, folder.open("state.sqlite") as state:
        best = None
        for _ in range(times):
            before = state.execute(jobs).fetchone()[0]
            run, end = (None, 0), time.monotonic() + 60
            while run[1] < 2:
                if time.monotonic() > end:
                    service.terminate()
                    raise SystemExit("a service did not run what was due within a minute")
                # Again and again: a run that ends just then says when the next one is due.
                state.execute("UPDATE schedules SET due = 0, asleep = 0 WHERE mapping = 'CUSTOMER'")
                state.commit()
                time.sleep(0.3)
                run = state.execute(FIRST_RUN, [before]).fetchone()
            best = run[0] if best is None else min(best, run[0])
        service.terminate()
    return best
