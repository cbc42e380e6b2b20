#!/usr/bin/env bash
# Installs what building wrapfeed needs and this Debian does not have yet. Takes a few milliseconds when nothing is
# missing. `setup.sh tests` also installs what only the tests need.
set -euo pipefail

packages=(
  g++ cmake ninja-build ccache mold pkg-config
  libfmt-dev libcli11-dev nlohmann-json3-dev libhowardhinnant-date-dev tzdata libxxhash-dev libdlib-dev
  libdeflate-dev libisal-dev libsnappy-dev libzstd-dev zlib1g-dev libzip-dev libcpp-httplib-dev
)
test_packages=(
  libgtest-dev libgmock-dev librapidcheck-dev libbenchmark-dev python3 python3-venv maven clang-format-14 clang-tidy-14
)

command -v go >/dev/null || packages+=(golang-go)  # downloads DuckDB
if [ "${1:-}" = tests ]; then
  packages+=("${test_packages[@]}")
  command -v java >/dev/null || packages+=(default-jre-headless)
fi

fail() {
  echo "setup: $1" >&2
  exit 1
}

by_hand() {
  fail "$1; install by hand what these Debian packages hold, then start again: ${packages[*]}"
}

if ! command -v dpkg-query >/dev/null; then
  # Another system: leave it to CMake to say what is missing, unless even that is.
  for tool in c++ cmake ninja pkg-config go; do
    command -v "$tool" >/dev/null || by_hand "this is no Debian, and $tool is missing"
  done
  exit 0
fi

installed=$(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "${packages[@]}" 2>/dev/null |
  sed -n 's/ installed$//p' || true)
missing=()
for package in "${packages[@]}"; do
  grep -qxF "$package" <<<"$installed" || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null || by_hand "neither root nor sudo, and missing are: ${missing[*]}"
  as_root=(sudo)
fi
echo "setup: installing ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
run() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "$@" >"$log" 2>&1; }
if ! run apt-get install -y --no-install-recommends "${missing[@]}"; then
  # The lists of packages may be old or absent.
  { run apt-get update && run apt-get install -y --no-install-recommends "${missing[@]}"; } || {
    cat "$log" >&2
    fail "apt-get could not install ${missing[*]}"
  }
fi
dpkg-query --show --showformat='setup: ${Package} ${Version}\n' "${missing[@]}" >&2
