#!/usr/bin/env bash
# Breaks the engine on purpose, one place at a time (faults.txt), and asks whether a scenario or a test
# notices: faults.sh [NAME…] [--verbose]. Takes about a minute a fault; not in CI.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec python3 Tests/Outside/faults.py "$@"
