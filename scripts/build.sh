#!/usr/bin/env bash
# build.sh PRESET [CMAKE-OPTION...] -- TARGET...: configures build/PRESET where that is needed and builds the targets.
# Silent, unless something fails: then all output, and status 1.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
preset=$1
shift
options=()
while [ "$1" != -- ]; do
  options+=("$1")
  shift
done
shift

cd "$root"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
quietly() {
  "$@" >"$log" 2>&1 || {
    cat "$log" >&2
    echo "build: failed: $*" >&2
    exit 1
  }
}

# Options are given as -DNAME:BOOL=VALUE; CMake keeps them, so configure again only when one differs.
cache=build/$preset/CMakeCache.txt
configured=no
if [ -f "$cache" ] && [ -f "build/$preset/build.ninja" ]; then
  configured=yes
  for option in "${options[@]}"; do
    grep -qxF -- "${option#-D}" "$cache" || configured=no
  done
fi
[ "$configured" = yes ] || quietly cmake --preset "$preset" "${options[@]}"
quietly cmake --build "build/$preset" --target "$@"
