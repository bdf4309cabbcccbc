#!/usr/bin/env bash
# The hooks with the real pre-commit: a misspelt field is refused with its place, a right edit passes.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
export PATH="$root/.build/debug:$PATH"
command -v pre-commit >/dev/null || python3 -m pip install --quiet pre-commit

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The hooks come from a commit of this tree, as they would for a stranger.
git clone -q "$root" "$work/mapc"
cp .pre-commit-hooks.yaml "$work/mapc/"
git -C "$work/mapc" -c user.name=t -c user.email=t@example.com commit -qam hooks || true
revision=$(git -C "$work/mapc" rev-parse HEAD)

mkdir "$work/project"
cp -R mappings schemas "$work/project/"
cd "$work/project"
git init -q .
git config user.name t
git config user.email t@example.com
cat > .pre-commit-config.yaml <<CONFIG
repos:
  - repo: $work/mapc
    rev: $revision
    hooks: [{ id: mapc-check }]
CONFIG
git add -A
git commit -qm "The shipped mappings"

sed -i 's/bc: Ship-to City/bc: Ship-to Ctiy/' mappings/SALESORDER-ORDER.yaml
git add -A
if pre-commit run > out.txt 2>&1; then
  cat out.txt
  echo "pre-commit: the misspelt field passed" >&2
  exit 1
fi
grep -q "unknown-field" out.txt
grep -Eq "mappings/SALESORDER-ORDER.yaml:[0-9]+:[0-9]+" out.txt

git checkout -q HEAD -- mappings
sed -i 's/^description: .*/description: Orders go back to Sales./' mappings/SALESORDER-ORDER.yaml
git add -A
pre-commit run > out.txt 2>&1 || { cat out.txt; exit 1; }
echo "pre-commit: a misspelt field is refused with its place, a right edit passes"
