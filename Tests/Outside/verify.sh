#!/usr/bin/env bash
# Everything: the tests, and what is slower or comes from outside.
set -euo pipefail
cd "$(dirname "$0")/../.."
# As in the Makefile: how many tests run at once.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=${SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH:-16}

echo "== build"
swift build 2>&1 | tail -1
echo "== lint"
swift format lint --strict --recursive Sources Tests Plugins
echo "== shipped mappings"
.build/debug/mapc check --deny-warnings
.build/debug/mapc test
echo "== tests"
own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT
TMPDIR=$own swift test
# What SwiftPM leaves is its business.
left=$(find "$own" -mindepth 1 -maxdepth 1 ! -name 'TemporaryDirectory.*' ! -name '*.lock' \
  ! -name swift-generated-sources)
if [ -n "$left" ]; then
  printf 'the tests left files behind:\n%s\n' "$left" >&2
  exit 1
fi
echo "== random records"
MAPC_RECORDS=1000 swift test --skip-build --filter AgreementTests
echo "== random orders"
MAPC_ORDERS=5000 swift test --skip-build --filter "EmbeddedSystemsTests.*OrderTests"
echo "== more orders of steps"
MAPC_INTERLEAVINGS=200 swift test --skip-build --filter InterleavingTests
for script in pre-commit schemas client generated wide browser readme fuzz; do
  echo "== $script"
  bash "Tests/Outside/$script.sh"
done
echo "== crash"
bash Tests/Outside/crash.sh --runs 20 --fault-runs 6
bash Tests/Outside/crash.sh --kills 40
for documents in orders quotes invoices; do
  bash Tests/Outside/crash.sh --documents --kills 10 --only "$documents"
done
# What the programs of a debug build measure says nothing; that the measuring works, it does.
echo "== bench"
MAPC=$PWD/.build/debug/mapc MAPSYNC=$PWD/.build/debug/mapsync bash Benchmarks/bench.sh --smoke
