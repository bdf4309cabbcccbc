#!/usr/bin/env bash
# Everything: the tests, and what is slower or comes from outside.
set -euo pipefail
cd "$(dirname "$0")/../.."
# As in the Makefile: how many tests run at once.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=${SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH:-16}

# Says what begins, and how many minutes and seconds all before it took.
stage() { printf '== %s (%d:%02d)\n' "$1" $((SECONDS / 60)) $((SECONDS % 60)); }

stage build
swift build 2>&1 | tail -1
stage "lint"
swift format lint --strict --recursive Sources Tests Plugins
stage "shipped mappings"
.build/debug/mapc check --deny-warnings
.build/debug/mapc test
stage "tests"
own=$(mktemp -d)
trap 'rm -rf "$own" "$own.tests.txt"' EXIT
# What failed stands at the end again: of a long run that is all that many logs keep.
TMPDIR=$own swift test 2>&1 | tee "$own.tests.txt" || {
  grep -aE '^✘|recorded an issue' "$own.tests.txt" | grep -av ' test run with ' || true
  tail -1 "$own.tests.txt"
  exit 1
}
# What SwiftPM leaves is its business.
left=$(find "$own" -mindepth 1 -maxdepth 1 ! -name 'TemporaryDirectory.*' ! -name '*.lock' \
  ! -name swift-generated-sources)
if [ -n "$left" ]; then
  printf 'the tests left files behind:\n%s\n' "$left" >&2
  exit 1
fi
stage "random records"
MAPC_RECORDS=1000 swift test --skip-build --filter AgreementTests
stage "random orders"
MAPC_ORDERS=5000 swift test --skip-build --filter "EmbeddedSystemsTests.*OrderTests"
stage "more orders of steps"
# Kills of a single run are gone through whole by the tests already.
MAPC_INTERLEAVINGS=100 swift test --skip-build --filter InterleavingTests --skip InterruptionTests
for script in pre-commit schemas client generated import wide browser readme; do
  stage "$script"
  bash "Tests/Outside/$script.sh"
done
# Neither the fuzzers nor the kills use more than one core for long.
stage "fuzz and crash"
bash Tests/Outside/fuzz.sh > "$own/fuzz.txt" 2>&1 &
fuzz=$!
bash Tests/Outside/crash.sh --runs 20 --fault-runs 6
bash Tests/Outside/crash.sh --kills 40
for documents in orders quotes invoices; do
  bash Tests/Outside/crash.sh --documents --kills 10 --only "$documents"
done
wait "$fuzz" || { cat "$own/fuzz.txt" >&2; exit 1; }
cat "$own/fuzz.txt"
# What the programs of a debug build measure says nothing; that the measuring works, it does.
stage "bench"
MAPC=$PWD/.build/debug/mapc MAPSYNC=$PWD/.build/debug/mapsync bash Benchmarks/bench.sh --smoke
