"""Documents whose taking in is killed, or some of whose writes fail, each run compared with one that
nothing disturbed: documents.py MAPSYNC [--kills 10] [--fault-runs N] [--fault-rate 50] [--documents 12]
[--only orders|quotes|invoices] [--seed N] [--keep FOLDER]

Three things are disturbed in turn: orders that are taken in, new versions of quotes, posted invoices that
are sent. A run is killed with SIGKILL at a named point (after the intent, the write, the coupling) or at
a random moment, as often as it takes up to three times; then it goes on until nothing is left to do. No
document may be there twice, half or not at all; what is compared is all that the files hold, as in
crash.py. In fault runs one in so many writes fails, a third of them after their effect.
"""

import argparse
import collections
import json
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
SETTINGS = """settings:
  auto-create-sales-orders: true
  auto-process-quotes: true
  auto-send-invoices: true
  write-in-product-type: Item
  write-in-product-number: "1908"
  freight-account: "6810"
"""

arguments = argparse.ArgumentParser()
arguments.add_argument("mapsync", type=pathlib.Path)
arguments.add_argument("--kills", type=int, default=10, help="of each of the three")
arguments.add_argument("--fault-runs", type=int, help="of each; a fifth of the kills unless said")
arguments.add_argument("--fault-rate", type=int, default=50, help="one in so many writes")
arguments.add_argument("--documents", type=int, default=12)
arguments.add_argument("--only", choices=["orders", "quotes", "invoices"])
arguments.add_argument("--seed", type=int, default=None)
arguments.add_argument("--keep", type=pathlib.Path, help="where what differs is left")
options = arguments.parse_args()
mapsync = options.mapsync.resolve()
seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 32)
chance = random.Random(seed)


def run(folder, *words, point=None, after=None, faults=None):
    """Runs a command; kills it after so many seconds if it still runs. Its status, -9 if killed."""
    environment = {name: text for name, text in os.environ.items()
                   if name not in ("MAPSYNC_KILL_AT", "MAPSYNC_FAULTS")}
    if faults is not None:
        environment["MAPSYNC_FAULTS"] = f"{options.fault_rate}:{faults}"
    if point:
        environment["MAPSYNC_KILL_AT"] = point
    with open(folder / "output", "w") as output:
        process = subprocess.Popen(
            [mapsync, *words], cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            return process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            return process.wait()


def must(folder, *words):
    if run(folder, *words) != 0:
        sys.exit(f"documents: '{' '.join(words)}' failed:\n{(folder / 'output').read_text()}")
    return (folder / "output").read_text()


class Company:
    """A company in step with Sales, and documents that people made since."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        must(folder, "init")
        must(folder, "demo-data", "--customers", "5", "--items", "12")
        with open(folder / "mapsync.yaml", "a") as setup:
            setup.write(SETTINGS)
        # Only now: what stands for lines without a product is coupled with nothing.
        must(folder, "full")
        must(folder, "record", "create", "G/L Account", "No.=6810", "Name=Freight",
             "Direct Posting=true")
        shown = must(folder, "record", "show", "product", "1896", "--format", "json")
        unit = json.loads(shown)["records"][0]["fields"]["defaultuomid"]
        self.unit = unit.replace(" ", ":")
        listed = must(folder, "record", "list", "account", "--format", "json")
        self.accounts = sorted(record["fields"]["name"] for record in json.loads(listed)["records"])

    def make(self, table, number, place):
        """A Sales document of three lines; some have freight, some a discount."""
        lines, key = f"{table}detail", f"{table}id"
        field = {"salesorder": "ordernumber", "quote": "quotenumber"}[table]
        terms = [f"freightamount={place}"] if place % 3 == 0 else []
        terms += ["discountpercentage=10"] if place % 4 == 1 else []
        must(self.folder, "record", "create", table, f"name=Desks {place}", f"{field}={number}",
             f"customerid={self.accounts[place % len(self.accounts)]}", "transactioncurrencyid=USD",
             *terms)
        for line in range(2):
            must(self.folder, "record", "create", lines, f"{key}={number}", "productid=1896",
                 f"uomid={self.unit}", f"quantity={place + line + 1}", "ispriceoverridden=true",
                 f"priceperunit={50 + line}.25")
        must(self.folder, "record", "create", lines, f"{key}={number}", "isproductoverridden=true",
             f"productdescription=Delivery by crane {place}", "quantity=1", "ispriceoverridden=true",
             "priceperunit=100")

    def bc_numbers(self, table):
        listed = json.loads(must(self.folder, "record", "list", table, "--format", "json"))
        return [record["fields"]["No."] for record in listed["records"]]


def orders(company):
    for place in range(options.documents):
        company.make("salesorder", f"ORD-{place:03}", place)
        must(company.folder, "record", "submit", f"ORD-{place:03}")
    return "ORDER"


def versions(company):
    for place in range(options.documents):
        company.make("quote", f"QUO-{place:03}", place)
        must(company.folder, "record", "activate", f"QUO-{place:03}")
    must(company.folder, "run", "--now", "--only", "QUOTE")
    with Contents.open(company.folder / "data" / "sales.sqlite") as sales:
        quotes = [row[0].hex() for row in sales.execute("SELECT \"$id\" FROM quote")]
    for place in range(options.documents):
        must(company.folder, "record", "revise", f"QUO-{place:03}")
    with Contents.open(company.folder / "data" / "sales.sqlite") as sales:
        drafts = [row[0].hex() for row in sales.execute("SELECT \"$id\" FROM quote")
                  if row[0].hex() not in quotes]
        lines = [row[0].hex() for row in sales.execute(
            "SELECT l.\"$id\" FROM quotedetail l JOIN quote q ON q.\"$id\" = l.quoteid"
            " WHERE q.statecode = 0 AND l.productid IS NOT NULL")]
    for place, line in enumerate(lines):
        must(company.folder, "record", "change", "quotedetail", dashed(line), f"quantity={place + 20}")
    for draft in drafts:
        must(company.folder, "record", "activate", dashed(draft))
    return "QUOTE"


def invoices(company):
    orders(company)
    must(company.folder, "run", "--now", "--only", "ORDER")
    for number in company.bc_numbers("Sales Header"):
        must(company.folder, "record", "post", number)
    return "POSTEDSALESINV-INV"


def dashed(identity):
    return "-".join([identity[:8], identity[8:12], identity[12:16], identity[16:20], identity[20:]])


def rest(folder, mapping):
    """Goes on until nothing is left to do."""
    for _ in range(8):
        said = must(folder, "run", "--now", "--only", mapping, "--format", "json")
        counters = [one["counters"] for one in json.loads(said[said.find("{"):])["runs"]]
        if not any(one[what] for one in counters
                   for what in ("inserted", "modified", "deleted", "coupled", "uncoupled", "failed")):
            return
    sys.exit(f"documents: {mapping} never comes to rest, seed {seed}")


def killed(kills, folder, mapping, seconds):
    """A run with up to three kills; returns how many there were."""
    count = 0
    for _ in range(chance.randint(1, 3)):
        words = ["run", "--now", "--only", mapping]
        if chance.random() < 0.5:
            point = chance.choice(POINTS)
            status = run(folder, *words, point=f"{point}:1")
        else:
            point = "random moment"
            status = run(folder, *words, after=chance.uniform(0.005, seconds))
        kills[point if status == -9 else "not reached"] += 1
        if status != -9:
            break
        count += 1
    return count


def disturb(name, make, work):
    """Kills and faults of one of the three; returns how many runs ended otherwise."""
    company = Company(work / name)
    mapping, base = make(company), company.folder
    before = Contents(base)
    whole = work / f"{name}-whole"
    shutil.copytree(base, whole)
    start = time.monotonic()
    must(whole, "run", "--now", "--only", mapping)
    seconds = time.monotonic() - start
    rest(whole, mapping)
    wanted = Contents(whole, before).statement()
    done = sum((wanted - before.statement()).values())
    if done < 2 * options.documents:
        sys.exit(f"documents: {name} come to nothing: {done} rows")
    kills, total, runs, different = collections.Counter(), 0, 0, 0

    def differs(folder, title):
        rest(folder, mapping)
        found = differences(wanted, Contents(folder, before).statement())
        if found:
            print(f"documents: {name}, {title} ends otherwise:", *found[:10],
                  f"  {len(found)} differences", sep="\n", flush=True)
            if options.keep:
                shutil.copytree(folder, options.keep / folder.name, dirs_exist_ok=True)
        shutil.rmtree(folder)
        return bool(found)

    while total < options.kills:
        runs += 1
        folder = work / f"{name}-run{runs}"
        shutil.copytree(base, folder)
        total += killed(kills, folder, mapping, seconds)
        different += differs(folder, f"run {runs}")
    fault_runs = max(1, options.kills // 5) if options.fault_runs is None else options.fault_runs
    broken = 0
    for number in range(1, fault_runs + 1):
        folder = work / f"{name}-faults{number}"
        shutil.copytree(base, folder)
        run(folder, "run", "--now", "--only", mapping, faults=chance.randrange(1 << 32))
        broken += differs(folder, f"fault run {number}")
    said = ", ".join(f"{what} {kills[what]}" for what in [*POINTS, "random moment", "not reached"])
    print(f"documents: {name}, {done} rows: {runs} runs, {total} kills ({said}), {different} differ; "
          f"{fault_runs} runs with 1 in {options.fault_rate} writes failing, {broken} differ", flush=True)
    return different + broken


def main():
    work = pathlib.Path(tempfile.mkdtemp(prefix="documents-"))
    print(f"documents: seed {seed}", flush=True)
    try:
        wrong = sum(
            disturb(name, make, work) for name, make in
            [("orders", orders), ("quotes", versions), ("invoices", invoices)]
            if options.only in (None, name))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    sys.exit(1 if wrong else 0)


main()
