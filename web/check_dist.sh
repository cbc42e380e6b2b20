#!/bin/sh
# Builds the page anew in a temporary folder and fails when the committed one is not the same, byte for byte.
set -eu
web=$(cd "$(dirname "$0")" && pwd)
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
cd "$web"
WRAPFEED_WEB_OUT=$fresh/dist npm run --silent build >"$fresh/log" 2>&1 || { cat "$fresh/log" >&2; exit 1; }
cmp "$fresh/dist/report.html" dist/report.html || {
  echo "web/dist/report.html is not what its sources make: run \"npm run build\" in web/ and commit it" >&2
  exit 1
}
