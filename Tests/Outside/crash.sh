#!/usr/bin/env bash
# Full synchronizations that are killed and resumed: crash.sh [--runs 300] [--fault-runs 60] [--seed N]
set -euo pipefail
cd "$(dirname "$0")/../.."
mapsync=${MAPSYNC:-}
if [[ -z $mapsync ]]; then
  swift build --product mapsync 2>&1 | tail -1
  mapsync=$PWD/.build/debug/mapsync
fi
exec python3 Tests/Outside/crash.py "$mapsync" "$@"
