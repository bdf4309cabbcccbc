#!/usr/bin/env bash
# How much of what the tests reach in the compiler's front the Findings fuzzer reaches too, by
# lines, a module a row: Tests/Fuzz/coverage.sh. FUZZ_FOLDER is where the fuzzer keeps what it
# learned; without any, its seeds are all that runs.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${FUZZ_FOLDER:-$PWD/.build/fuzz}
mkdir -p "$folder/findings" "$folder/coverage"
folder=$(cd "$folder" && pwd)
work=$folder/coverage
export SWIFT_BACKTRACE=enable=no FUZZ_BASE=$folder

bash Tests/Fuzz/seeds.sh "$folder"
bash Tests/Fuzz/build.sh "$work" -profile-generate -profile-coverage-mapping > "$work/build.log" 2>&1 ||
  { tail -30 "$work/build.log" >&2; exit 1; }
LLVM_PROFILE_FILE=$work/fuzz.profraw "$work/Findings" -runs=0 -timeout=60 \
  "$folder/findings" "$folder/seeds" > "$work/run.log" 2>&1 || { tail -5 "$work/run.log" >&2; exit 1; }

tests=${COVERAGE_SCRATCH:-$PWD/.build/coverage}
swift build --build-tests --enable-code-coverage --scratch-path "$tests" > "$work/build.log" 2>&1 ||
  { grep error "$work/build.log" >&2; exit 1; }
swift test --skip-build --enable-code-coverage --scratch-path "$tests" \
  --filter 'Map(Source|Syntax|Language|Check|Plan|Emit)Tests|UITests' > "$work/test.log" 2>&1 ||
  { tail -20 "$work/test.log" >&2; exit 1; }

# The toolchain's own: another LLVM on the path does not read its profiles.
resources=$(swiftc -print-target-info |
  python3 -c 'import json, sys; print(json.load(sys.stdin)["paths"]["runtimeResourcePath"])')
tools=$resources/../../bin

# NAME PROGRAM PROFILE…
lines() {
  "$tools/llvm-profdata" merge -sparse "${@:3}" -o "$work/$1.profdata"
  "$tools/llvm-cov" export -format=lcov -instr-profile "$work/$1.profdata" "$2" > "$work/$1.lcov"
}
lines fuzz "$work/Findings" "$work/fuzz.profraw"
lines tests "$(find "$tests/debug/" -maxdepth 1 -name '*.xctest')" \
  "$(find "$tests/debug/codecov" -name default.profdata)"
python3 Tests/Fuzz/coverage.py "$work/tests.lcov" "$work/fuzz.lcov"
