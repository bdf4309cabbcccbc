#!/usr/bin/env bash
# The fuzzers, a minute each. FUZZ_SECONDS says how long; FUZZ_FINDINGS, FUZZ_EMISSION and
# FUZZ_PATTERNS how many inputs instead (the release's: 10000000, 100000 and 1000000). FUZZ_FOLDER
# keeps what they learned.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${FUZZ_FOLDER:-$PWD/.build/fuzz}
seconds=${FUZZ_SECONDS:-60}
mkdir -p "$folder/findings" "$folder/emission" "$folder/patterns" "$folder/found"
folder=$(cd "$folder" && pwd)
# A crash would start a program that waits for a terminal.
export SWIFT_BACKTRACE=enable=no FUZZ_BASE=$folder FUZZ_OUTPUT=$folder/swift

bash Tests/Fuzz/seeds.sh "$folder"
bash Tests/Fuzz/build.sh "$folder" > "$folder/build.log" 2>&1 || { tail -30 "$folder/build.log" >&2; exit 1; }

# NAME RUNS SECONDS-FOR-ONE-INPUT ARGUMENT…
fuzz() {
  local name=$1 runs=$2 longest=$3
  shift 3
  local limit=(-max_total_time="$seconds")
  [[ -z $runs ]] || limit=(-runs="$runs")
  if ! "$folder/$name" "${limit[@]}" -timeout="$longest" -rss_limit_mb=2048 -entropic=0 \
    -artifact_prefix="$folder/found/" "$@" > "$folder/$name.log" 2>&1; then
    grep -E '^[^#]*(error|ERROR|becomes Swift|Fatal)' "$folder/$name.log" | head -20 >&2 || true
    tail -5 "$folder/$name.log" >&2
    echo "fuzz: $name found something; the input is in $folder/found" >&2
    exit 1
  fi
  grep -E '^Done' "$folder/$name.log" | sed "s/^/fuzz: $name: /"
}

fuzz Findings "${FUZZ_FINDINGS:-}" 5 -max_len=1024 "$folder/findings" "$folder/seeds"
fuzz Emission "${FUZZ_EMISSION:-}" 120 -max_len=256 -len_control=0 "$folder/emission"
fuzz Patterns "${FUZZ_PATTERNS:-}" 5 -max_len=256 "$folder/patterns"
echo "fuzz: Emission: $(cat "$FUZZ_OUTPUT/counts.txt" 2>/dev/null || echo 'less than a batch')"
