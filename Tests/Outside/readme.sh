#!/usr/bin/env bash
# What the README and then docs/ tell people to type works, page by page and in each one's order, in a
# fresh clone of the last commit.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone -q "$root" "$work/mapc"
cd "$work/mapc"

# These are what runs this script, or run by the minute: they have their own place in verify.sh.
skipped=("make test" "make verify" "make bench")

# 'make install' builds releases; the third of them would be all modules once more.
export IMPORT_CONFIGURATION=debug

mkdir "$work/blocks"
awk -v folder="$work/blocks" '
  /^```sh$/ { block = sprintf("%s/%03d.sh", folder, ++count); next }
  /^```/ { block = ""; next }
  block { print > block }
' README.md docs/*.md
[ -n "$(ls "$work/blocks")" ] || {
  echo "readme: no commands found" >&2
  exit 1
}
ran=0
for block in "$work"/blocks/*.sh; do
  for command in "${skipped[@]}"; do
    sed -i "/^$command\$/d" "$block"
  done
  [ -s "$block" ] || continue
  echo "-- $(head -1 "$block")"
  if ! bash -euo pipefail "$block" > "$work/said.txt" 2>&1 < /dev/null; then
    cat "$block" "$work/said.txt" >&2
    echo "readme: these commands fail" >&2
    exit 1
  fi
  ran=$((ran + 1))
done
[ -z "$(git status --porcelain)" ] || {
  git status --porcelain >&2
  echo "readme: its commands leave files behind that git does not ignore" >&2
  exit 1
}
echo "readme: the commands of $ran blocks work in a fresh clone"
