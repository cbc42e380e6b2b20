#!/bin/sh
# Builds the pages anew in a temporary folder and fails when a committed one is not the same, byte for byte.
set -eu
web=$(cd "$(dirname "$0")" && pwd)
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
cd "$web"
WRAPFEED_WEB_OUT=$fresh/dist npm run --silent build >"$fresh/log" 2>&1 || { cat "$fresh/log" >&2; exit 1; }
for page in report.html wrapfeed.html; do
  cmp "$fresh/dist/$page" "dist/$page" || {
    echo "web/dist/$page is not what its sources make: run \"npm run build\" in web/ and commit it" >&2
    exit 1
  }
done
limit=600000  # bytes: a page that is part of a program stays small
[ "$(wc -c <dist/wrapfeed.html)" -lt $limit ] || { echo "web/dist/wrapfeed.html has more than $limit bytes" >&2; exit 1; }
