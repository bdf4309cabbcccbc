"""Other programs that move records from one system to another, on the same customers: each loads
them for the first time. `rivals.py dlt|singer BC-FILE FOLDER COUNT`, by a Python that has the tool;
dlt's own seconds are printed, and for Singer its input is written, which target-jsonl then reads."""

import json
import pathlib
import sqlite3
import sys
import time

FIELDS = ["No.", "Name", "Address", "Address 2", "City", "Post Code", "Country/Region Code", "County",
          "Phone No.", "E-Mail", "Contact", "Salesperson Code", "Payment Terms Code", "Currency Code"]


def customers(path, count):
    """The columns that hold something; the identity first."""
    names = ", ".join(f'"{field}"' for field in FIELDS)
    with sqlite3.connect(path) as file:
        rows = file.execute(f'SELECT hex("$id"), {names} FROM Customer ORDER BY "$id" LIMIT ?', [count])
        for row in rows:
            yield dict(zip(["id", *FIELDS], row))


def dlt_seconds(path, folder, count):
    import dlt
    start = time.monotonic()
    pipeline = dlt.pipeline(
        "customers", destination=dlt.destinations.sqlalchemy(f"sqlite:///{folder}/dlt.sqlite"),
        dataset_name="main", pipelines_dir=str(folder / "pipelines"))
    pipeline.run(customers(path, count), table_name="customer", primary_key="id",
                 write_disposition="append")
    seconds = time.monotonic() - start
    with sqlite3.connect(folder / "dlt.sqlite") as file:
        loaded = file.execute("SELECT count(*) FROM customer").fetchone()[0]
    if loaded != count:
        raise SystemExit(f"dlt loaded {loaded} of {count} customers")
    return seconds


def singer_messages(path, folder, count):
    properties = {name: {"type": ["null", "string"]} for name in ["id", *FIELDS]}
    with open(folder / "messages.jsonl", "w") as out:
        def say(**message):
            out.write(json.dumps(message) + "\n")
        say(type="SCHEMA", stream="customer", key_properties=["id"],
            schema={"type": "object", "properties": properties})
        for customer in customers(path, count):
            say(type="RECORD", stream="customer", record=customer)


if __name__ == "__main__":
    tool, path, folder, count = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), int(sys.argv[4])
    if tool == "dlt":
        print(f"{dlt_seconds(path, folder, count):.3f}")
    else:
        singer_messages(path, folder, count)
