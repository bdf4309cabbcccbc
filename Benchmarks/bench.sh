#!/usr/bin/env bash
# Measures mapc and mapsync beside other programs and prints one table: Benchmarks/bench.sh [--smoke]
# [--mapsync] [--orders]. Installs what it measures against where it is missing; --smoke runs a small part
# of it once, --mapsync the rows about mapsync alone, --orders those about documents. With MAPSYNC_BASE, a
# build of an earlier commit, it compares the full synchronization of the two in pairs, and nothing else.
set -euo pipefail
cd "$(dirname "$0")"
scratch=$PWD/.build
mkdir -p "$scratch"

note() { printf '%s\n' "$*" >&2; }

install_package() {  # PROGRAM DEBIAN-PACKAGE
  command -v "$1" >/dev/null && return
  note "installing $2"
  apt-get install -y --no-install-recommends "$2" >"$scratch/apt.log" 2>&1 ||
    { apt-get update && apt-get install -y --no-install-recommends "$2"; } >"$scratch/apt.log" 2>&1 ||
    note "$2 could not be installed"
}

install_package cc gcc
pkg-config --exists yaml-0.1 || install_package yaml-config libyaml-dev
if [[ " $* " != *" --smoke "* ]]; then
  install_package protoc protobuf-compiler
  install_package valgrind valgrind
  [[ -x $scratch/tools/bin/python ]] || python3 -m venv "$scratch/tools" || note "python3-venv is missing"
  for tool in yamllint check-jsonschema zizmor; do
    [[ -x $scratch/tools/bin/$tool ]] || "$scratch/tools/bin/pip" install -q "$tool" || note "$tool could not be installed"
  done
  # Apart, as they want other versions of the same things.
  for tool in dlt target-jsonl; do
    home=$scratch/tools-$tool
    package=${tool/#dlt/dlt[sqlalchemy]}
    [[ -x $home/bin/$tool ]] || { python3 -m venv "$home" && "$home/bin/pip" install -q "$package"; } ||
      note "$tool could not be installed"
  done
fi

note "building"
# As `make install` builds it.
flags=(-c release)
[[ $(uname -s) != Linux ]] || flags+=(--static-swift-stdlib -Xswiftc -static-executable)
mapc=${MAPC:-}
if [[ -z $mapc ]]; then
  build=${MAPC_SCRATCH:-$scratch/mapc}
  swift build "${flags[@]}" --product mapc --package-path .. --scratch-path "$build" >"$scratch/build.log" 2>&1 ||
    { tail -20 "$scratch/build.log" >&2; exit 1; }
  mapc=$build/release/mapc
fi
mapsync=${MAPSYNC:-}
if [[ -z $mapsync && -z ${MAPC:-} ]]; then
  swift build "${flags[@]}" --product mapsync --package-path .. --scratch-path "$build" >"$scratch/build.log" 2>&1 ||
    { tail -20 "$scratch/build.log" >&2; exit 1; }
  mapsync=$build/release/mapsync
fi
cc -O2 floor.c -o "$scratch/floor" -lsqlite3
cc -O2 orders.c -o "$scratch/orders" -lsqlite3
cc -O2 measure.c -o "$scratch/measure"
cc -O2 events.c -o "$scratch/events" -lyaml
swiftc -O -swift-version 6 -parse-as-library Sources/Corpus/*.swift -o "$scratch/corpus"
swiftc -O -swift-version 6 -parse-as-library Sources/GraphSearch/*.swift ../Sources/MapPlan/Graph/Arrows*.swift -o "$scratch/graph"

# Records by the code that mapc writes, beside other ways; the runtime as a build of a package has it.
mkdir -p "$scratch/records"
release=(-O -wmo -swift-version 6 -parse-as-library)
"$mapc" generate --root Records --output "$scratch/records/generated"
mapfile -t runtime < <(find ../Sources/MapRuntime -name '*.swift')
swiftc "${release[@]}" -emit-module -emit-module-path "$scratch/records/MapRuntime.swiftmodule" \
  -emit-library -static -module-name MapRuntime "${runtime[@]}" -o "$scratch/records/libMapRuntime.a"
cc -O2 -c allocations.c -o "$scratch/records/allocations.o"
swiftc "${release[@]}" -I "$scratch/records" -module-name Records Sources/Records/*.swift \
  "$scratch"/records/generated/*.swift "$scratch/records/libMapRuntime.a" \
  "$scratch/records/allocations.o" -o "$scratch/records/Records"

MAPSYNC=$mapsync exec python3 bench.py "$mapc" "$scratch" "$@"
