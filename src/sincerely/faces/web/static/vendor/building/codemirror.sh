#!/bin/sh
# Makes ../codemirror.js anew from the exact versions in package.json; needs Node and npm. Running and testing need neither.
set -eu
cd "$(dirname "$0")"
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
cp entry.js sheets.js build.mjs package.json "$made"
cd "$made"
npm install --no-package-lock --no-audit --no-fund --silent
node build.mjs
cd - >/dev/null
cp "$made/codemirror.js" ../codemirror.js
cat "$made/node_modules/@codemirror/state/LICENSE" >../codemirror.LICENSE
sha256sum ../codemirror.js
