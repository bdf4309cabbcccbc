#!/usr/bin/env bash
# A package outside this one uses the plugin and the runtime library; its build follows its YAML.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R Tests/Outside/Client "$work/client"
# Under its own name, which a path dependency takes from its folder.
ln -s "$root" "$work/mapc"
sed -i "s#\"MAPC\"#\"../mapc\"#" "$work/client/Package.swift"
cd "$work/client"
swift test --scratch-path "$work/build" 2>&1 | tail -3

build() { swift build --scratch-path "$work/build" "$@" 2>&1; }
folder=Sources/ClientMappings/mappings

sed -i 's/sales: new_label/sales: new_lable/' $folder/ARTICLE.yaml
if build > said.txt; then
  echo "client: the build passed with a misspelt field" >&2
  exit 1
fi
grep -Eq "^/.*/mappings/ARTICLE.yaml:[0-9]+:[0-9]+: error: 'new_lable'" said.txt
sed -i 's/sales: new_lable/sales: new_label/' $folder/ARTICLE.yaml
build > /dev/null

sed -e 's/^mapping: ARTICLE/mapping: SPARE/' -e 's/Articles of the shop/Spare parts/' \
  -e 's/^direction:/filter: { bc: { Unit Price: 0 } }\ndirection:/' $folder/ARTICLE.yaml > $folder/SPARE.yaml
sed -i 's/^direction:/filter: { bc: { Unit Price: { above: 0 } } }\ndirection:/' $folder/ARTICLE.yaml
build > said.txt || true
grep -q "SPARE" said.txt || [ -n "$(find "$work/build" -name Mapping_SPARE.swift)" ]
rm $folder/SPARE.yaml
build > /dev/null
[ -z "$(find "$work/build/plugins" -name Mapping_SPARE.swift)" ]
echo "client: the plugin follows edited, added and deleted mappings, and findings stop the build"

# The client's own runtime, in five lines, over the embedded pair.
build --product client-mapsync > /dev/null
mapsync=$(swift build --scratch-path "$work/build" --show-bin-path)/client-mapsync
mkdir "$work/data" && cd "$work/data"
"$mapsync" init > /dev/null
"$mapsync" mappings | grep -q "^ARTICLE "
"$mapsync" full --review --format json | grep -q '"mapping" : "ARTICLE"'
"$mapsync" scenario "$work"/client/Scenarios/*.yaml > /dev/null
echo "client: its own mapsync runs over its own mappings, and asks the client's functions"
