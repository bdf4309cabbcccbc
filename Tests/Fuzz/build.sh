#!/usr/bin/env bash
# Builds the fuzzers with their seeds: Tests/Fuzz/build.sh FOLDER [FLAG…]
# The modules one by one, since only the compiler is to be watched and no package's main linked.
set -euo pipefail
cd "$(dirname "$0")"
folder=$1
shift
sources=$PWD/../../Sources
flags=(-swift-version 6 -parse-as-library -I "$folder" -I "$sources/CLibYAML" "$@")
# What inputs reach guides the choice of the next; so does what they are compared with.
watched=(-O -wmo -num-threads 2 -sanitize=fuzzer)
mkdir -p "$folder"

modules=(MapSource MapSyntax MapRuntime MapLanguage MapCheck MapPlan MapEmit MapCompiler)
objects=()
for module in "${modules[@]}"; do
  mapfile -t files < <(find "$sources/$module" -name '*.swift' | sort)
  if [[ -n $(find "${files[@]}" "$0" -newer "$folder/$module.a" 2>/dev/null || echo new) ]]; then
    swiftc "${flags[@]}" "${watched[@]}" -emit-module -emit-module-path "$folder/$module.swiftmodule" \
      -emit-library -static -module-name "$module" "${files[@]}" -o "$folder/$module.a"
  fi
  objects+=("$folder/$module.a")
done
# A chunk of the linker's list, the last first, because each needs those before it.
link=(-Xlinker --start-group "${objects[@]}" -Xlinker --end-group -lyaml -use-ld=lld)
for target in Findings Emission; do
  files=(Shared/*.swift "$target"/*.swift)
  [[ -e ${files[-1]} ]] || continue
  swiftc "${flags[@]}" -O -wmo -sanitize=fuzzer -module-name "$target" "${files[@]}" \
    "${link[@]}" -o "$folder/$target"
done
