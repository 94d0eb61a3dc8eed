#!/bin/sh
# Fetches htmx and Pico anew, at the versions below, and bundles CodeMirror (building/codemirror.sh). Needs npm; running and
# testing do not. What comes out has the sums in README.md.
set -eu
cd "$(dirname "$0")"
here=$(pwd)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
cd "$made"
npm pack --silent htmx.org@2.0.11 @picocss/pico@2.1.1 >/dev/null
tar xzf htmx.org-2.0.11.tgz
cp package/dist/htmx.min.js "$here/htmx.js"
cp package/LICENSE "$here/htmx.LICENSE"
rm -rf package
tar xzf picocss-pico-2.1.1.tgz
cp package/css/pico.min.css "$here/pico.css"
cp package/LICENSE.md "$here/pico.LICENSE"
"$here/building/codemirror.sh"
cd "$here"
sha256sum htmx.js pico.css codemirror.js
