#!/usr/bin/env bash
# What mapc does, on the shipped mappings.
set -euo pipefail
cd "$(dirname "$0")/../.."

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }

say "Building mapc"
swift build --product mapc 2>&1 | tail -1
mapc="$PWD/.build/debug/mapc"

say "Proving the shipped mappings: mapc check --deny-warnings"
"$mapc" check --deny-warnings

say "Running the tests in their files: mapc test"
"$mapc" test

say "What must be coupled before what: mapc graph"
"$mapc" graph

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say "Generating Swift: mapc generate"
"$mapc" generate --output "$work/Generated"
printf '%s files, %s lines; the conversion of a currency:\n' \
  "$(ls "$work/Generated" | wc -l)" "$(cat "$work"/Generated/*.swift | wc -l)"
sed -n '/public static func convert/,/currencysymbol: String/p' "$work/Generated/Mapping_CURRENCY.swift"

say "One mistake: a field of SALESORDER-ORDER is misspelt"
cp -R mappings schemas "$work/"
sed -i.old 's/bc: Ship-to City/bc: Ship-to Ctiy/' "$work/mappings/SALESORDER-ORDER.yaml"
rm "$work/mappings/SALESORDER-ORDER.yaml.old"
if (cd "$work" && "$mapc" check); then
  echo "the mistake was not caught" >&2
  exit 1
fi
say "That is what a commit hook, an editor and the build would say."

bash Tests/Outside/demo-company.sh
