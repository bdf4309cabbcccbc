#!/usr/bin/env bash
# A table with 700 mapped fields: the generated program does what the tests in its file, which the
# evaluator runs, say too. It is linked from what `swift build` made.
set -euo pipefail
cd "$(dirname "$0")/../.."
built=.build/debug
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 Tests/Outside/wide.py "$work" 700
"$built/mapc" check --root "$work" --deny-warnings > /dev/null
"$built/mapc" test --root "$work" > /dev/null
"$built/mapc" generate --root "$work" --output "$work/generated" > /dev/null

cat > "$work/generated/main.swift" <<'END'
import MapRuntime
import MapsyncCommands

public enum HostFunctions: MappingFunctions {}

Mapsync.run(Program.self)
END
objects=()
for module in MapsyncCommands MapDocuments MapScenario MapSetup MapStoreSQLite EmbeddedSystems MapSync \
  MapKeys MapSyntax MapSource MapRuntime ArgumentParser ArgumentParserToolInfo GRDB Logging Metrics CoreMetrics; do
  # What was linked, and not what a file left behind that is gone by now.
  mapfile -t -O "${#objects[@]}" objects < <(
    grep -F "/$module.build/" "$built/mapsync.product/Objects.LinkFileList")
done
swiftc -swift-version 6 -j2 -module-name Wide -I "$built/Modules" -I Sources/CLibYAML -I Sources/CMalloc \
  -I .build/checkouts/GRDB.swift/Sources/GRDBSQLite "$work"/generated/*.swift "${objects[@]}" \
  -lsqlite3 -lyaml -o "$work/wide"
cd "$work"
# Code that is not optimized keeps every step's copy of so wide a record on the stack.
ulimit -s 1048576
./wide scenario wide.yaml
echo "wide: 700 fields arrive, and a change of each travels"
