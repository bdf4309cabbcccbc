"""A project of one wide table, its tests and a scenario: wide.py FOLDER FIELDS.

The tests are for the evaluator, the scenario for the generated program, and both expect the same.
"""
import pathlib
import sys

root, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])

# Type in BC, in Sales, and two values of it, as they are written.
TYPES = [
    ("text(30)", "text(30)", "'one'", "'two'"),
    ("integer", "integer", "7", "8"),
    ("decimal(2)", "decimal(2)", "7.25", "8.5"),
    ("boolean", "boolean", "true", "false"),
    ("date", "date", "2026-01-15", "2027-02-28"),
    ("code(20)", "text(20)", "'ABC'", "'DEF'"),
]
FIELDS = [(f"{number:03}", *TYPES[number % len(TYPES)]) for number in range(1, count + 1)]


def write(name, lines):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


def values(side, turn, start=0, end=None):
    """The fields' values, in their first or second form."""
    prefix = "Field " if side == "bc" else "field"
    return ", ".join(f"{prefix}{field[0]}: {field[3 + turn]}" for field in FIELDS[start:end])


write("mappings/project.yaml", ["project: wide"])
write(
    "schemas/bc/Wide.yaml",
    ["table: Wide", "key: [Code]", "fields:"]
    + ["  - { name: Code, type: code(20), required: true, default: number-series }"]
    + [f"  - {{ name: Field {name}, type: {bc} }}" for name, bc, _, _, _ in FIELDS],
)
write(
    "schemas/sales/wide.yaml",
    ["table: wide", "key: [wideid]", "fields:"]
    + ["  - { name: wideid, type: guid, access: create, required: true, default: system }"]
    + ["  - { name: code, type: text(20) }"]
    + [f"  - {{ name: field{name}, type: {sales} }}" for name, _, sales, _, _ in FIELDS],
)
write(
    "mappings/WIDE.yaml",
    ["mapping: WIDE", "tables: { bc: Wide, sales: wide }", "scope: all"]
    + ["create: { to-sales: true, to-bc: true }", "fields:"]
    + ["  - { bc: Code, sales: code, too-long: refuse, empty: keep }"]
    + [
        f"  - {{ bc: Field {name}, sales: field{name}{', too-long: cut' if sales == 'text(20)' else ''} }}"
        for name, _, sales, _, _ in FIELDS
    ]
    + ["tests:"]
    + ["  - name: every field arrives in Sales", "    direction: to-sales"]
    + [f"    bc: {{ Code: W1, {values('bc', 0)} }}"]
    + [f"    sales: {{ code: W1, {values('sales', 0)} }}"]
    + ["  - name: every field arrives in Business Central", "    direction: to-bc"]
    + [f"    sales: {{ code: W1, {values('sales', 1)} }}"]
    + [f"    bc: {{ Code: W1, {values('bc', 1)} }}"],
)
last = FIELDS[-1]
write(
    "wide.yaml",
    ["scenario: in a wide table a change travels however far on its field is", "given:"]
    + [f"  bc: {{ Wide: [{{ $id: b1, Code: W1, {values('bc', 0)} }}] }}"]
    + [f"  sales: {{ wide: [{{ $id: s1, code: W1, {values('sales', 0)} }}] }}"]
    + ["  coupled: [{ mapping: WIDE, bc: b1, sales: s1 }]", "when:"]
    + [f"  - change: {{ bc: b1, set: {{ Field {last[0]}: {last[4]} }} }}", "  - synchronize: WIDE"]
    + [f"  - change: {{ sales: s1, set: {{ {values('sales', 1, 128, -1)} }} }}"]
    + ["  - synchronize: WIDE", "then:"]
    + [f"  bc: {{ Wide: [{{ $id: b1, Field 001: {FIELDS[0][3]}, {values('bc', 1, 128)} }}] }}"]
    + [f"  sales: {{ wide: [{{ $id: s1, field001: {FIELDS[0][3]}, {values('sales', 1, 128)} }}] }}"]
    + ["  errors: []"],
)
