"""What the files of both systems and of the state say, for scripts that compare runs."""

import collections
import hashlib
import sqlite3

# What differs from run to run: ids, versions, times, and numbers that rows get in the order of writing.
OWN = {"$id", "$version", "$created", "$modified", "$ours", "Link ID", "Created",
       "Time Archived", "Last Archived Date"}
PARTIES = {"bc": "bc.sqlite", "sales": "sales.sqlite"}


class Contents:
    """What the three files say, without what differs from run to run."""

    def __init__(self, folder, base=None):
        data = folder / "data"
        self.rows = {}
        for side, name in PARTIES.items():
            with self.open(data / name) as file:
                for (table,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"):
                    if not table.startswith(("$", "sqlite_")):
                        self.rows[side, table] = self.read(file, table)
        with self.open(data / "state.sqlite") as state:
            self.couplings = [dict(row) for row in state.execute(
                "SELECT p.bc, p.sales, c.* FROM couplings c JOIN pairs p ON p.id = c.pair")]
            self.entries = [dict(row) for row in state.execute("SELECT * FROM entries")]
            self.intents = state.execute("SELECT count(*) FROM intents").fetchone()[0]
            self.open_runs = state.execute(
                "SELECT count(*) FROM runs WHERE finished IS NULL").fetchone()[0]
            self.marks = sorted(
                tuple(row) for row in state.execute("SELECT mapping, direction FROM marks"))
        self.numbers = self.number_documents()
        self.name_ids(base)

    def number_documents(self):
        """What documents are called in place of their numbers, which they get in the order in which
        they come."""
        numbers = {}
        for table in ["Sales Header", "Sales Header Archive"]:
            for row in self.rows.get(("bc", table), {}).values():
                if row["Your Reference"]:
                    numbers[row["No."]] = f"number of {row['Document Type']} {row['Your Reference']}"
        return numbers

    @staticmethod
    def open(path):
        file = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        file.row_factory = sqlite3.Row
        return file

    @staticmethod
    def read(file, table):
        quoted = table.replace('"', '""')
        return {row["$id"]: dict(row) for row in file.execute(f'SELECT * FROM "{quoted}"')}

    def name_ids(self, base):
        """A name for each id that is the same in every run: records of before by their ids, new ones
        by their partner or else by what they hold."""
        # Options are known by their labels: Sales chooses their numbers, in the order they come.
        self.options = {
            table: {identity: row["$label"] for identity, row in rows.items()}
            for (side, table), rows in self.rows.items() if side == "sales" and "." in table}
        before = base.ids() if base else self.ids()
        self.names = {identity: identity.hex() for identity in self.ids() & before}
        for coupling in self.couplings:
            pair = f"{coupling['bc']}/{coupling['sales']}"
            both = coupling["bc_id"], coupling["sales_id"]
            for known, new in [both, both[::-1]]:
                if new not in self.names and known in before:
                    self.names[new] = f"partner in {pair} of {known.hex()}"
        for (side, table), rows in self.rows.items():
            for identity, row in rows.items():
                if identity not in self.names and table not in self.options:
                    text = repr(self.plain(table, row, blobs=False)).encode()
                    self.names[identity] = f"new {table} {hashlib.sha256(text).hexdigest()[:16]}"

    def ids(self):
        return {identity for (_, table), rows in self.rows.items() if table not in self.options
                for identity in rows}

    def name(self, table, identity):
        if table in self.options:
            return f"option {self.options[table].get(identity)}"
        return self.names.get(identity)

    def label(self, table, column, value):
        """An option's label instead of its number."""
        options = self.options.get(f"{table}.{column}")
        if not options or not isinstance(value, int):
            return value
        return next((label for identity, label in options.items()
                     if int.from_bytes(identity[-4:]) == value), value)

    def plain(self, table, row, blobs=True):
        found = []
        for column, value in row.items():
            if column in OWN:
                continue
            if isinstance(value, str):
                # Posting Description says the number behind a word.
                value = " ".join(self.numbers.get(word, word) for word in value.split(" "))
            if isinstance(value, bytes):
                if not blobs and len(value) == 16 and value[:4] != b"\x80\0\0\0":
                    continue
                value = self.names.get(value, value.hex()) if blobs else value.hex()
            found.append((column, self.label(table, column, value)))
        return tuple(found)

    def current(self, side, table, identity, version):
        """Whether a coupling knows the version that the record has."""
        row = self.rows.get((side, table), {}).get(identity)
        return None if row is None else row["$version"] == version

    def key(self, key):
        return tuple(self.numbers.get(part, part) for part in key.split("\x1f"))

    def statement(self):
        """Everything as a multiset."""
        said = collections.Counter()
        for (side, table), rows in self.rows.items():
            for identity, row in rows.items():
                said[side, table, self.name(table, identity), self.plain(table, row)] += 1
        for one in self.couplings:
            said[
                "coupling", one["bc"], one["sales"], self.name(one["bc"], one["bc_id"]),
                self.name(one["sales"], one["sales_id"]), self.key(one["bc_key"]), one["to_sales"], one["to_bc"],
                one["skipped"], self.current("bc", one["bc"], one["bc_id"], one["bc_version"]),
                self.current("sales", one["sales"], one["sales_id"], one["sales_version"])] += 1
        for one in self.entries:
            said["entry", one["mapping"], one["direction"], one["kind"], one["name"],
                 one["message"]] += 1
        for mark in self.marks:
            said["mark", *mark] += 1
        said["open intents"] = self.intents
        said["open runs"] = self.open_runs
        return said


def differences(wanted, found):
    lines = [f"  lost:  {item}" for item in (wanted - found)]
    lines += [f"  extra: {item}" for item in (found - wanted)]
    return [line[:600] for line in lines]
