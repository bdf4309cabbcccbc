#!/usr/bin/env bash
# Builds the fuzzers with their seeds: Tests/Fuzz/build.sh FOLDER [FLAG…]
# The modules one by one, since only the compiler is to be watched and no package's main linked.
set -euo pipefail
cd "$(dirname "$0")"
folder=$1
shift
sources=$PWD/../../Sources
flags=(-swift-version 6 -package-name mapc -parse-as-library -I "$folder" -I "$sources/CLibYAML" "$@")
# What inputs reach guides the choice of the next. Following comparisons too would take half of
# the time; the words that matter come from the seeds instead.
watched=(-O -wmo -num-threads 2 -sanitize=fuzzer -sanitize-coverage=edge,inline-8bit-counters,pc-table)
mkdir -p "$folder"

modules=(MapSource MapSyntax MapRuntime MapKeys MapLanguage MapCheck MapPlan MapEmit MapCompiler)
objects=()
stale=
for module in "${modules[@]}"; do
  mapfile -t files < <(find "$sources/$module" -name '*.swift' | sort)
  if [[ -n $stale || -n $(find "${files[@]}" build.sh -newer "$folder/$module.a" 2>&1) ]]; then
    stale=yes
    swiftc "${flags[@]}" "${watched[@]}" -emit-module -emit-module-path "$folder/$module.swiftmodule" \
      -emit-library -static -module-name "$module" "${files[@]}" -o "$folder/$module.a"
  fi
  objects+=("$folder/$module.a")
done
link=(-Xlinker --start-group "${objects[@]}" -Xlinker --end-group -lyaml -use-ld=lld)
for target in Findings Emission Patterns; do
  files=(Shared/*.swift "$target"/*.swift)
  [[ -e ${files[-1]} ]] || continue
  swiftc "${flags[@]}" "${watched[@]}" -module-name "$target" "${files[@]}" \
    "${link[@]}" -o "$folder/$target"
done
