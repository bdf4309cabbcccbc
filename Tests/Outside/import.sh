#!/usr/bin/env bash
# What mapc reads in a Business Central package is what another reader of packages (al2dbml, PyPI) reads
# there: tables, fields, lengths and options. The package is packed by Python.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --target "$work/site" al2dbml
mkdir -p "$work/project/mappings"
echo 'project: packages' > "$work/project/mappings/project.yaml"

python3 Tests/Outside/packages.py pack "$work/Shop.app"
.build/debug/mapc import app "$work/Shop.app" --output "$work/project"
.build/debug/mapc check --root "$work/project" --format lines > /dev/null
PYTHONPATH=$work/site python3 -m al2dbml "$work/Shop.app" --no-groups -o "$work/shop.dbml"
python3 Tests/Outside/packages.py compare "$work/shop.dbml" "$work/project/schemas/bc"
