#!/usr/bin/env bash
# Installs what the package links against, where it is missing (Debian); with `libxml2`, that too, which
# only a release of mapc-import needs.
set -euo pipefail

missing=()
[ -e /usr/include/yaml.h ] || missing+=(libyaml-dev)
[ -e /usr/include/sqlite3.h ] || missing+=(libsqlite3-dev)
[ -e /usr/include/zlib.h ] || missing+=(zlib1g-dev)
[ "${1:-}" != libxml2 ] || [ -e /usr/include/libxml2 ] || missing+=(libxml2-dev)
command -v pkg-config >/dev/null || missing+=(pkg-config)
[ ${#missing[@]} -gt 0 ] || exit 0

command -v apt-get >/dev/null || {
  echo "install ${missing[*]} (on macOS: brew install libyaml)" >&2
  exit 2
}
sudo=""
[ "$(id -u)" = 0 ] || sudo=sudo
$sudo apt-get update -qq
$sudo apt-get install -y -qq --no-install-recommends "${missing[@]}"
