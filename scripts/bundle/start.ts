/** What makes the bundle start sooner: Node reads the whole file before it runs a line of it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';

/** The compiled file that takes the parser of YAML in. */
const YAML_EVENTS = 'allocation/yaml-events.js';

/** A value of the package that is made when the package is loaded, and used by what we do not use. */
const MADE = /^(const [\w$]+ = )(?=new (?:RegExp|Schema)\(|define\w+Tag\()/gm;

/**
 * Puts what is used of js-yaml in the place of the import. ncc takes a package whole: two thirds of this one write
 * YAML, and make tables and patterns for that at every start. The files that it came from, by their paths.
 */
export async function joinYaml(root: string, compiled: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(compiled, YAML_EVENTS)],
    outdir: join(compiled, 'allocation'),
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    metafile: true,
    plugins: [
      {
        name: 'made when loaded',
        setup: ({ onLoad }) =>
          onLoad({ filter: /js-yaml\.mjs$/ }, async ({ path }) => ({
            contents: (await readFile(path, 'utf8')).replace(MADE, '$1/* @__PURE__ */ '),
          })),
      },
    ],
  });
  return Object.keys(metafile.inputs);
}

/** The head of a module in what ncc writes. */
const MODULE = /^\/\*{3}\/ \(\(([\w$, ]*)\) => \{$/gm;

/**
 * Takes comments, spaces and long local names out. Each module becomes a function in parentheses: Node 20 takes those
 * for called at once, and an arrow function for one to look through now and to read once more later.
 */
export async function shrunk(code: string): Promise<string> {
  const result = await transform(code.replace(MODULE, '/***/ (function ($1) {'), {
    minify: true,
    legalComments: 'none',
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  return result.code;
}
