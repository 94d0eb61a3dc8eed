import { build } from "esbuild";
import { resolve } from "node:path";

const sheets = resolve("sheets.js");

await build({
  entryPoints: ["entry.js"],
  outfile: "codemirror.js",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  banner: { js: "/* CodeMirror 6, Copyright (C) Marijn Haverbeke and others, MIT: see codemirror.LICENSE */" },
  plugins: [
    {
      name: "constructed-sheets",
      setup(made) {
        made.onResolve({ filter: /^style-mod$/ }, ({ importer }) => (importer === sheets ? undefined : { path: sheets }));
      },
    },
  ],
});
