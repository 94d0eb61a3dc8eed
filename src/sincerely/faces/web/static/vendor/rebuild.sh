#!/bin/sh
# Fetches htmx, Pico and the letters anew, at the versions below, and bundles CodeMirror (building/codemirror.sh). Needs npm; running and
# testing do not. What comes out has the sums in README.md.
set -eu
cd "$(dirname "$0")"
here=$(pwd)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
cd "$made"
npm pack --silent htmx.org@2.0.11 @picocss/pico@2.1.1 @fontsource/source-serif-4@5.3.1 >/dev/null
tar xzf htmx.org-2.0.11.tgz
cp package/dist/htmx.min.js "$here/htmx.js"
cp package/LICENSE "$here/htmx.LICENSE"
rm -rf package
tar xzf picocss-pico-2.1.1.tgz
cp package/css/pico.min.css "$here/pico.css"
cp package/LICENSE.md "$here/pico.LICENSE"
rm -rf package
tar xzf fontsource-source-serif-4-5.3.1.tgz
for piece in latin latin-ext; do
    cp "package/files/source-serif-4-$piece-400-normal.woff2" "package/files/source-serif-4-$piece-600-normal.woff2" "$here/fonts"
done
cp package/LICENSE "$here/fonts/LICENSE"
"$here/building/codemirror.sh"
cd "$here"
sha256sum htmx.js pico.css codemirror.js fonts/*.woff2
