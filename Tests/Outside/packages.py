"""Packs a Business Central package, and compares what two readers make of it.

pack FILE.app: a header of 40 bytes, and a zip file with SymbolReference.json.
compare FILE.dbml FOLDER: al2dbml's tables beside the table files in a folder.
"""

import io
import json
import re
import struct
import sys
import zipfile
from pathlib import Path

TYPES = [
    "Code[10]", "Code[20]", "Text[50]", "Text[100]", "Text[2048]", "Integer", "BigInteger",
    "Decimal", "Boolean", "Date", "DateTime", "Guid",
]


def table(number, name):
    fields = [{"Id": 1, "Name": "No.", "TypeDefinition": {"Name": "Code[20]"}}]
    for place, kind in enumerate(TYPES):
        field = {"Id": place + 2, "Name": f"{kind.split('[')[0]} Field {place}",
                 "TypeDefinition": {"Name": kind}, "Properties": []}
        if kind == "Code[10]" and number > 1:
            field["Properties"].append(
                {"Name": "TableRelation", "Value": f'"Shop Table {number - 1}"'})
        fields.append(field)
    fields.append({"Id": 50, "Name": "Status (Shop)", "TypeDefinition": {
        "Name": "Enum", "Subtype": {"Name": f"Shop Status {number % 5}"}}})
    return {"Id": 50000 + number, "Name": name, "Fields": fields,
            "Keys": [{"Name": "PK", "FieldNames": ["No."]}]}


def symbols():
    enums = [{"Id": place, "Name": f"Shop Status {place}", "Values": [
        {"Name": "Open, first"}, {"Name": "In Review", "Ordinal": 1},
        {"Name": "Closed", "Ordinal": 10 + place}]} for place in range(5)]
    tables = [table(number, f"Shop Table {number}") for number in range(1, 201)]
    extension = {"Id": 60000, "Name": "Shop Ext", "TargetObject": "Shop Table 7", "Fields": [
        {"Id": 60000, "Name": "Loyalty Points", "TypeDefinition": {"Name": "Integer"}}]}
    return {"RuntimeVersion": "13.0", "Namespaces": [{"Name": "Contoso", "Namespaces": [
        {"Name": "Shop", "Tables": tables[:150], "EnumTypes": enums}], "Tables": tables[150:]}],
        "TableExtensions": [extension]}


def pack(path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("NavxManifest.xml", "<Package/>")
        archive.writestr("SymbolReference.json", "\ufeff" + json.dumps(symbols()))
    body = inner.getvalue()
    header = b"NAVX" + struct.pack("<II", 40, 2) + bytes(16) + struct.pack("<Q", len(body)) + b"NAVX"
    Path(path).write_bytes(header + body)


def of_dbml(text):
    """Each table's fields with their lengths, and each enum's values."""
    tables, enums = {}, {}
    for kind, name, body in re.findall(r'^(Table|Enum) "\w+"\."([^"]+)" \{\n(.*?)^\}', text, re.S | re.M):
        if kind == "Table":
            fields = {}
            for line in body.splitlines():
                field = re.match(r'\s+"([^"]+)" ("\w+"\."[^"]+"|[\w()]+)', line)
                if field:
                    fields[field[1]] = field[2].split(".")[-1].strip('"')
            tables[name] = fields
        else:
            enums[name] = re.findall(r'"([^"]+)" \[note: \'(\d+)\'\]', body)
    return tables, enums


def of_files(folder):
    tables = {}
    for path in sorted(Path(folder).glob("*.yaml")):
        text = path.read_text()
        name = re.search(r"^table: (.*)$", text, re.M)[1]
        fields = {}
        for line in re.findall(r"^  - \{ name: (.*) \}$", text, re.M):
            field, kind = re.match(r"(.*?), type: ([\w()]+)", line).groups()
            values = re.search(r"values: \{ (.*?) \}", line)
            fields[field] = (kind, values[1] if values else None)
        tables[name] = fields
    return tables


KINDS = {"integer": "int", "bigint": "bigint", "decimal(5)": "decimal", "boolean": "boolean",
         "date": "date", "datetime": "datetime", "guid": "uuid"}
OWN = {"SystemId", "SystemCreatedAt", "SystemModifiedAt"}


def compare(dbml, folder):
    theirs, enums = of_dbml(Path(dbml).read_text())
    ours = of_files(folder)
    assert theirs and set(theirs) == set(ours), set(theirs) ^ set(ours)
    count = 0
    for name, fields in ours.items():
        fields = {field: kind for field, kind in fields.items() if field not in OWN}
        assert set(fields) == set(theirs[name]), (name, set(fields) ^ set(theirs[name]))
        for field, (kind, values) in fields.items():
            said = theirs[name][field]
            if values is not None:
                expected = ", ".join(
                    ("'%s'" % label if "," in label else label) + ": " + number
                    for label, number in enums[said])
                assert values == expected, (name, field, values, expected)
            else:
                length = re.match(r"(?:text|code)\((\d+)\)", kind)
                expected = f"varchar({length[1]})" if length else KINDS[kind]
                assert said == expected, (name, field, kind, said)
            count += 1
    print(f"import: {len(ours)} tables with {count} fields are the same in both")


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
