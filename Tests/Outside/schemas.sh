#!/usr/bin/env bash
# The JSON Schemas accept every shipped file and refuse mistakes of shape.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v check-jsonschema >/dev/null || python3 -m pip install --quiet check-jsonschema

for kind in mapping table project; do
  .build/debug/mapc schema $kind | cmp - schemas/$kind.schema.json
done
for kind in setup scenario; do
  .build/debug/mapsync schema $kind | cmp - schemas/$kind.schema.json
done
check-jsonschema --schemafile schemas/project.schema.json mappings/project.yaml
check-jsonschema --schemafile schemas/table.schema.json schemas/*/*.yaml
check-jsonschema --schemafile schemas/mapping.schema.json \
  $(ls mappings/*.yaml | grep -v project.yaml)
check-jsonschema --schemafile schemas/scenario.schema.json Tests/Scenarios/*/*.yaml

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mapsync=$PWD/.build/debug/mapsync
(cd "$work" && "$mapsync" init > /dev/null)
check-jsonschema --schemafile schemas/setup.schema.json "$work/mapsync.yaml"
refuse() {
  if check-jsonschema --schemafile "schemas/$1.schema.json" "$2" > /dev/null 2>&1; then
    echo "the schema accepts $2:" >&2
    cat "$2" >&2
    exit 1
  fi
}
sed 's/^direction:/directoin:/' mappings/CUSTOMER.yaml > "$work/unknown-key.yaml"
refuse mapping "$work/unknown-key.yaml"
sed '/^tables:/d' mappings/CUSTOMER.yaml > "$work/missing-key.yaml"
refuse mapping "$work/missing-key.yaml"
sed 's/^direction: .*/direction: sideways/' mappings/CUSTOMER.yaml > "$work/invalid-value.yaml"
refuse mapping "$work/invalid-value.yaml"
sed '/^key:/d' schemas/bc/Customer.yaml > "$work/no-key.yaml"
refuse table "$work/no-key.yaml"
sed 's/^company:/compnay:/' "$work/mapsync.yaml" > "$work/setup-key.yaml"
refuse setup "$work/setup-key.yaml"
sed 's/^durability: normal/durability: some/' "$work/mapsync.yaml" > "$work/setup-value.yaml"
refuse setup "$work/setup-value.yaml"
scenario=Tests/Scenarios/CNF/CNF-007-the-losing-run-skips.yaml
sed 's/synchronize: CUSTOMER/synchronise: CUSTOMER/' "$scenario" > "$work/step.yaml"
refuse scenario "$work/step.yaml"
sed '/^scenario:/d' "$scenario" > "$work/no-name.yaml"
refuse scenario "$work/no-name.yaml"
echo "schemas: every shipped file passes, mistakes of shape are refused"
