#!/usr/bin/env bash
# What the fuzzers start from: the shipped files, and the cases of the UI tests.
# Tests/Fuzz/seeds.sh FOLDER makes FOLDER/base, FOLDER/seeds and FOLDER/words.txt.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$1
rm -rf "$folder/base" "$folder/seeds"
mkdir -p "$folder/base/ui" "$folder/base/shipped" "$folder/seeds"
cp -r Tests/UITests/Base/. "$folder/base/ui"
cp -rL mappings schemas "$folder/base/shipped"


find Tests/UITests/Cases -name '*.yaml' | sort | while read -r case; do
  name=${case#Tests/UITests/Cases/}
  # Repetitions are written out by the tests alone.
  grep -q '«' "$case" && continue
  sed -n '/^#--- /,$p' "$case" | awk '
    /^#--- use / { line = "#--- use"; for (i = 3; i <= NF; i++) line = line " ui/" $i; print line; next }
    { print }' > "$folder/seeds/ui-${name//\//-}"
done
for mapping in mappings/*.yaml; do
  name=$(basename "$mapping" .yaml)
  bc=$(sed -n 's/^tables: { bc: \([^,]*\), sales: .*/\1/p' "$mapping")
  sales=$(sed -n 's/^tables: { bc: [^,]*, sales: \([^ }]*\) .*/\1/p' "$mapping")
  bc=$(printf '%s' "$bc" | sed 's/[^A-Za-z0-9.-]/_/g')
  {
    printf '#--- use shipped/mappings/project.yaml'
    [[ -z $bc ]] || printf ' shipped/schemas/bc/%s.yaml shipped/schemas/sales/%s.yaml' "$bc" "${sales%%.*}"
    printf '\n#--- %s\n' "$mapping"
    cat "$mapping"
  } > "$folder/seeds/shipped-$name"
done
for table in schemas/*/*.yaml; do
  { printf '#--- use ui/mappings/project.yaml\n#--- %s\n' "$table"; cat "$table"; } \
    > "$folder/seeds/shipped-$(basename "$(dirname "$table")")-$(basename "$table" .yaml)"
done
cat "$folder"/seeds/* | grep -oE "[^][ ,:{}'\"\$#&*()|>!]+" | sort -u | awk 'length < 60' > "$folder/words.txt"
