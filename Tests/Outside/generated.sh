#!/usr/bin/env bash
# Generation is repeatable, writes only what changed, and owns its folder.
set -euo pipefail
cd "$(dirname "$0")/../.."
mapc="$PWD/.build/debug/mapc"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$mapc" generate --output "$work/a"
"$mapc" generate --output "$work/b"
diff -r "$work/a" "$work/b"

touch -d '2001-01-01' "$work"/a/*.swift
"$mapc" generate --output "$work/a"
[ -z "$(find "$work/a" -newermt '2001-01-02' -type f)" ] || {
  echo "generate: a second run wrote files" >&2
  exit 1
}

echo "// stale" >> "$work/a/Program.swift"
head -1 "$work/a/Program.swift" > "$work/a/Mapping_GONE.swift"
echo "// by hand" > "$work/a/HostFunctions.swift"
if "$mapc" generate --check --output "$work/a" 2> "$work/said.txt"; then
  echo "generate --check: a stale folder passed" >&2
  exit 1
fi
grep -q Program.swift "$work/said.txt"
grep -q Mapping_GONE.swift "$work/said.txt"
"$mapc" generate --output "$work/a"
"$mapc" generate --check --output "$work/a"
[ ! -e "$work/a/Mapping_GONE.swift" ]
[ -e "$work/a/HostFunctions.swift" ]
echo "generated: repeatable, only what changed is written, what mapc wrote and is not due is removed"

# Names that mean something else in Swift, and texts that would be code, found by the fuzzer.
"$mapc" generate --root Tests/Outside/Odd --output "$work/odd"
swiftc -frontend -typecheck -swift-version 6 -warnings-as-errors -parse-as-library \
  -module-name Odd -I .build/debug/Modules "$work"/odd/*.swift
echo "generated: odd names compile"
