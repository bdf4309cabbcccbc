"""The rows of bench.py about documents: submitted Sales orders of 10 lines that become orders in Business
Central, beside a program in C that writes what they come to (orders.c), and runs with nothing to do."""

import pathlib
import shutil
import subprocess

from synchronization import Folder, Once

LINES = 10
SETTINGS = """settings:
  auto-create-sales-orders: true
"""


class OrderFolder(Folder):
    """A company in step with Sales, where so many submitted orders were entered since."""

    def __init__(self, mapsync, scratch, count):
        self.mapsync, self.count = mapsync, count
        self.path, self.base = scratch / f"orders-{count}", scratch / f"orders-{count}-before"
        for path in [self.path, self.base]:
            shutil.rmtree(path, ignore_errors=True)
        self.path.mkdir(parents=True)
        self.run("init")
        self.run("demo-data", "--customers", "20", "--items", str(LINES))
        self.run("full")
        with open(self.path / "mapsync.yaml", "a") as setup:
            setup.write(SETTINGS)
        self.submit()
        self.base.mkdir()
        for name in ["bc.sqlite", "sales.sqlite", "state.sqlite"]:
            self.settle(name)
            shutil.copy(self.path / "data" / name, self.base / name)

    def submit(self):
        """One order as a person makes it, and copies of it for all customers in turn."""
        self.run("record", "create", "salesorder", "name=Desks", "ordernumber=ORD-0",
                 "customerid=Adatum", "transactioncurrencyid=USD")
        with self.open("sales.sqlite") as file:
            products = file.execute(
                'SELECT productnumber, defaultuomid FROM product ORDER BY productnumber').fetchall()
        for place, (number, unit) in enumerate(products[:LINES]):
            identity = unit.hex()
            identity = "-".join([identity[:8], identity[8:12], identity[12:16], identity[16:20],
                                 identity[20:]])
            self.run("record", "create", "salesorderdetail", "salesorderid=ORD-0",
                     f"productid={number}", f"uomid=uom:{identity}", f"quantity={place + 1}",
                     "ispriceoverridden=true", f"priceperunit={20 + place}",
                     f"manualdiscountamount={place}")
        self.run("record", "change", "salesorder", "ORD-0", "statecode=Submitted")
        with self.open("sales.sqlite") as file:
            file.create_collation("MAPSYNC_NOCASE", lambda a, b: (a.upper() > b.upper()) - (
                a.upper() < b.upper()))
            file.create_function("identity", 2, self.identity, deterministic=True)
            version = file.execute(
                "SELECT value FROM \"$system\" WHERE name = 'version'").fetchone()[0]
            accounts = [row[0] for row in file.execute(
                "SELECT \"$id\" FROM account WHERE customertypecode = 3 ORDER BY rowid")]
            file.execute("CREATE TEMP TABLE buyer (place INTEGER PRIMARY KEY, id BLOB)")
            file.executemany("INSERT INTO buyer VALUES (?, ?)", enumerate(accounts))
            self.copy(file, "salesorder", {
                "$id": "identity(n.i, 0)", "$version": f"{version} + n.i * {LINES + 1}",
                "ordernumber": "printf('ORD-%06d', n.i)",
                "customerid": f"(SELECT id FROM buyer WHERE place = n.i % {len(accounts)})"})
            self.copy(file, "salesorderdetail", {
                "$id": "identity(n.i, t.rowid)",
                "$version": f"{version} + n.i * {LINES + 1} + t.rowid",
                "salesorderid": "identity(n.i, 0)"})
            self.advance(file, version + (self.count + 1) * (LINES + 1))

    @staticmethod
    def identity(order, line):
        return bytes.fromhex(f"01900000{order >> 16:04x}7000{0x8000 + line:04x}{order:012x}")

    def copy(self, file, table, values):
        columns = [row[1] for row in file.execute(f"PRAGMA table_info({table})")]
        names = ", ".join(f'"{name}"' for name in columns)
        values = ", ".join(values.get(name, f't."{name}"') for name in columns)
        file.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)"
            f" INSERT INTO {table} ({names}) SELECT {values} FROM n, {table} t WHERE t.rowid <= ?"
            " ORDER BY n.i, t.rowid", [self.count, 1 if table == "salesorder" else LINES])

    def taken(self):
        """How many orders of all their lines BC has, and how many are marked in Sales."""
        with self.open("bc.sqlite") as file:
            whole = file.execute(
                'SELECT count(*) FROM (SELECT h."No." FROM "Sales Header" h JOIN "Sales Line" l ON'
                ' l."Document Type" = h."Document Type" AND l."Document No." = h."No."'
                ' AND l."$company" = h."$company" GROUP BY h."No." HAVING count(*) = ?)',
                [LINES]).fetchone()[0]
        with self.open("sales.sqlite") as file:
            marked = file.execute(
                "SELECT count(*) FROM salesorder WHERE lastbackofficesubmit IS NOT NULL").fetchone()
        return whole, marked[0]

    def drop(self):
        for path in [self.path, self.base]:
            shutil.rmtree(path)


class Floor:
    """What orders.c takes for the writes of a finished run."""

    def __init__(self, scratch, folder):
        names = ["bc.sqlite", "sales.sqlite", "state.sqlite"]
        new = [scratch / f"orders-floor-{name}" for name in names]
        self.remove(new)
        for path, name in zip(new, names):
            shutil.copy(folder.base / name, path)
        said = subprocess.run(
            [scratch / "orders", *(folder.path / "data" / name for name in names), *new],
            stdout=subprocess.PIPE, text=True, check=True).stdout.split()
        self.seconds, self.cpu, self.orders = int(said[0]) / 1e6, int(said[1]) / 1e6, int(said[2])
        self.remove(new)

    @staticmethod
    def remove(files):
        for path in files:
            for tail in ["", "-wal", "-shm"]:
                pathlib.Path(f"{path}{tail}").unlink(missing_ok=True)


def measure(mapsync, scratch, counts, bench):
    """Prints nothing: adds rows to the table of bench.py."""
    scratch, mapsync = pathlib.Path(scratch).resolve(), pathlib.Path(mapsync).resolve()
    first = None
    for count in counts:
        folder = OrderFolder(mapsync, scratch, count)
        run = Once(scratch, folder, "run", "--now", "--only", "ORDER")
        if folder.taken() != (count, count):
            raise SystemExit(f"{folder.taken()} of {count} orders are in BC and marked")
        least = Floor(scratch, folder)
        if least.orders != count:
            raise SystemExit(f"orders.c wrote {least.orders} of {count} orders")
        title = f"{count:,} submitted orders of {LINES} lines"
        bench.row(f"{title}: {run.seconds:.1f} s ({run.cpu:.1f} CPU), floor {least.seconds:.1f} s "
                  f"({least.cpu:.1f} CPU)", f"{count / run.seconds:,.0f} a second")
        share = (f"{title}: the floor's orders per second", least.seconds / run.seconds)
        if count == 10_000:
            bench.row(share[0], f"{share[1]:.2f}x", ">= 0.5x", share[1] >= 0.5)
        else:
            bench.row(share[0], f"{share[1]:.2f}x")
        bench.row(f"{title}: the floor's CPU over the run's", f"{least.cpu / run.cpu:.2f}x")
        if first is None:
            first = (count, run)
            bench.row(f"{title}: peak memory", f"{run.mib:.0f} MiB")
        else:
            bench.at_most(f"{title}: peak memory ({run.mib:.0f} MiB) over {first[0]:,}",
                          run.mib / first[1].mib, 1.3, "x")
        idle = min((Once(scratch, folder, "run", "--now", "--only", "ORDER") for _ in range(5)),
                   key=lambda run: run.seconds)
        bench.at_most(f"run over {count:,} orders, nothing to do, a new process",
                      idle.seconds * 1000, 100, " ms")
        folder.drop()
