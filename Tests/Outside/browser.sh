#!/usr/bin/env bash
# The graph's page in a real browser: it draws, it searches, and it answers a click.
set -euo pipefail
cd "$(dirname "$0")/../.."
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$browser" ] && command -v apt-get >/dev/null; then
  sudo=""
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get install -y -qq --no-install-recommends chromium chromium-sandbox fonts-dejavu-core
  browser=$(command -v chromium)
fi
[ -n "$browser" ] || {
  echo "install chromium" >&2
  exit 2
}
python3 -c "import playwright" 2>/dev/null || python3 -m pip install --quiet playwright

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
.build/debug/mapc graph --format html > "$work/graph.html"
.build/debug/mapc graph --format json > "$work/graph.json"
python3 Tests/Outside/browser.py "$browser" "$work/graph.html" "$work/graph.json"
