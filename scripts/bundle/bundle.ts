/**
 * The bundle: `dist/action.js`, `cli.js` and `post.js` start `dist/bundle/start.js`, which has in one file all that
 * `resolve` needs; whatever else there is, is loaded when it is asked for.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Plugin, type PluginContext, rolldown } from 'rolldown';

const STARTS: Readonly<Record<string, string>> = { action: 'runAction', cli: 'runCli', post: 'runPost' };
/** What is started by its place: a thread of its own. */
const THREADS: Readonly<Record<string, string>> = {
  'bundle/transcript-worker': 'src/job/transcripts/worker.ts',
};
/** What every start reads. */
const START = 'bundle/start.js';
const HASHBANG = '#!/usr/bin/env node\n';

/** What is between the name and the end of a value that js-yaml makes when it is loaded, most of them to write YAML. */
const MADE = /^((?:const|let|var) [\w$]+ = )(?!["\d-])([\s\S]*?);(?=\n[^\s})\]])/gm;
/** Part of what writes YAML. */
const WRITER = 'tag:yaml.org,2002:timestamp';

/** Lets what is not used of js-yaml be left out: two thirds of it write YAML, and would be made at every start. */
const onlyReadsYaml: Plugin = {
  name: 'only-reads-yaml',
  transform: {
    filter: { id: /js-yaml\.mjs$/ },
    handler: (code) => code.replace(MADE, '$1/* @__PURE__ */ (() => ($2))();'),
  },
};

/** The three files that Node is given, each a call of `main.ts`. */
function launchers(main: string): Plugin {
  return {
    name: 'launchers',
    resolveId: (id) => (id in STARTS ? `\0${id}` : null),
    load(id) {
      const start = STARTS[id.slice(1)];
      if (!id.startsWith('\0') || start === undefined) return null;
      return `import { ${start} } from ${JSON.stringify(main)};\n${start}();\n`;
    },
  };
}

/** One of what a part of the bundle gives to the others, as rolldown writes it: a getter, and a function for it. */
const GIVEN =
  /Object\.defineProperty\(exports,["`]([\w$]+)["`],\{enumerable:!0,get:function\(\)\{return ?([\w$]+|`[^`]*`)\}\}\)[,;]?/g;

/** A letter beyond ASCII where it cannot be written otherwise. */
const RAW = /String\.raw`[^`]*[^\0-\x7f`]/;

/**
 * What every start reads, so that it starts sooner. To give all at once, at the end, costs a tenth of so many getters: no
 * part of ours gives away what it changes later. And a file of ASCII alone is read in a third of the time.
 */
function quick(code: string): string {
  const given = [...code.matchAll(GIVEN)].map(([, name, value]) => `${name}:${value}`);
  const body = code.replace(GIVEN, '').trimEnd();
  if (body.includes('defineProperty(exports,'))
    throw new Error('rolldown writes what a part gives to others in another way than GIVEN expects.');
  if (RAW.test(body)) throw new Error('A raw string has a letter beyond ASCII: write it as a plain one.');
  const whole =
    given.length === 0
      ? body
      : `${body}${/[;}]$/.test(body) ? '' : ';'}Object.assign(exports,{${given.join(',')}});`;
  return `${whole.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

/** Every module that is loaded with `id`, itself among them. */
function loadedWith(id: string, context: { getModuleInfo: PluginContext['getModuleInfo'] }): Set<string> {
  const found = new Set([id]);
  for (const one of found) for (const next of context.getModuleInfo(one)?.importedIds ?? []) found.add(next);
  return found;
}

/** Writes the bundle into `target` and says which modules are in it, by their paths. */
export async function writeBundle(root: string, target: string): Promise<readonly string[]> {
  const main = join(root, 'src/main.ts');
  const bundle = await rolldown({
    cwd: root,
    input: {
      ...Object.fromEntries(Object.keys(STARTS).map((name) => [name, name])),
      ...Object.fromEntries(Object.entries(THREADS).map(([name, path]) => [name, join(root, path)])),
    },
    platform: 'node',
    transform: { target: 'node20' },
    tsconfig: false,
    plugins: [launchers(main), onlyReadsYaml],
  });
  let first: Set<string> | undefined;
  const { output } = await bundle.write({
    dir: target,
    // Node 24 takes 15 ms longer to start the same text as an ES module.
    format: 'cjs',
    minify: true,
    comments: false,
    entryFileNames: '[name].js',
    chunkFileNames: 'bundle/[name].js',
    postBanner: ({ name }) => (name === 'cli' ? HASHBANG : ''),
    codeSplitting: {
      groups: [
        {
          debugName: 'start',
          name: (id, context) => {
            first ??= loadedWith(main, context);
            return first.has(id) || id.includes('rolldown/runtime') ? 'start' : null;
          },
        },
      ],
    },
  });
  await bundle.close();
  const chunks = output.filter((part) => part.type === 'chunk');
  for (const { fileName, code } of chunks)
    if (fileName === START) await writeFile(join(target, fileName), quick(code));
  const ofJsYaml = chunks.filter(({ modules }) =>
    Object.keys(modules).some((id) => id.includes('/js-yaml/')),
  );
  if (ofJsYaml.length === 0 || ofJsYaml.some(({ code }) => code.includes(WRITER)))
    throw new Error('js-yaml is written in another way than MADE expects: all of it is in the bundle.');
  return chunks.flatMap(({ modules }) =>
    Object.entries(modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])),
  );
}
