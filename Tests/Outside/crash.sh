#!/usr/bin/env bash
# Full synchronizations that are killed and resumed: crash.sh [--runs 300] [--fault-runs 60] [--seed N]
# Two processes at once, people who edit both sides, and kills: crash.sh --kills 500 [--seed N]
# Orders, new versions of quotes and invoices: crash.sh --documents [--kills 10] [--fault-runs N] [--seed N]
set -euo pipefail
cd "$(dirname "$0")/../.."
mapsync=${MAPSYNC:-}
if [[ -z $mapsync ]]; then
  swift build --product mapsync 2>&1 | tail -1
  mapsync=$PWD/.build/debug/mapsync
fi
script=crash
[[ " $* " != *" --kills "* ]] || script=crowd
if [[ ${1:-} == --documents ]]; then
  script=documents
  shift
fi
exec python3 "Tests/Outside/$script.py" "$mapsync" "$@"
