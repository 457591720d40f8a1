import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { readPage, root, rowsUnder } from './pages.ts';

interface Room {
  readonly core: boolean;
  /** What a room of the core may import. */
  readonly may: readonly string[];
}

async function roomsOfThePage(): Promise<Map<string, Room>> {
  const rows = rowsUnder(await readPage('docs/architecture.md'), 'The rooms');
  return new Map(
    rows.map(([name = '', , kind, imports = '']) => [
      name.replace('src/', ''),
      { core: kind === 'core', may: imports === '–' ? [] : imports.split(', ') },
    ]),
  );
}

const source = join(root, 'src');

/** Every file of the sources that people write, by its path in `src`, with its text. */
async function readSources(): Promise<Map<string, string>> {
  const entries = await readdir(source, { recursive: true });
  const files = entries.filter((file) => file.endsWith('.ts') && !file.startsWith('generated/')).sort();
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(source, file), 'utf8')] as const)),
  );
}

const sources = await readSources();

interface Import {
  readonly from: string;
  readonly to: string;
  /** Loaded when it is needed: `import('…')`. */
  readonly lazy: boolean;
}

/** Every import of a file of the sources by another one, types included. */
const imports: readonly Import[] = [...sources].flatMap(([from, text]) =>
  [...text.matchAll(/(?: from |^import |\bimport\(\s*)'(\.[^']+)'/gm)].map(([whole, path = '']) => ({
    from,
    to: relative(source, join(source, dirname(from), path)),
    lazy: whole.startsWith('import('),
  })),
);

/** Every import of one room by another one. */
const between = imports.flatMap(({ from: file, to: path }) => {
  const [from = '', inside] = file.split('/');
  const [to = '', ...rest] = path.split('/');
  return inside === undefined || rest.length === 0 || to === from ? [] : [{ file, from, to }];
});

/** The folders that a path stands in, `src` apart: `a/b/c.ts` stands in `a` and `a/b`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The files that can be reached from a file by imports that are not lazy. */
function reachedFrom(file: string, graph: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [...(graph.get(file) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(graph.get(next) ?? []));
  }
  return reached;
}

it('the page has every room, and no other one', async () => {
  const entries = await readdir(join(root, 'src'), { withFileTypes: true });
  const folders = entries.filter((each) => each.isDirectory()).map(({ name }) => name);
  expect([...(await roomsOfThePage()).keys()].sort()).toEqual(folders.sort());
});

it('a room of the core imports only what the page says, and nothing of the edge', async () => {
  const rooms = await roomsOfThePage();
  expect(between.length).toBeGreaterThan(50);
  const wrong = between.filter(({ from, to }) => {
    const room = rooms.get(from);
    return room?.core === true && !(room.may.includes(to) && rooms.get(to)?.core === true);
  });
  expect(wrong).toEqual([]);
});

it('the rooms that the lint rule guards are the rooms of the core', async () => {
  const { overrides } = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8'));
  const guarded: string[] = overrides[0].includes.map((glob: string) => glob.split('/')[1]);
  const core = [...(await roomsOfThePage())].filter(([, room]) => room.core).map(([name]) => name);
  // What is generated is not linted.
  expect([...guarded, 'generated'].sort()).toEqual(core.sort());
});

it('the lint rule refuses every room of the edge', async () => {
  const { overrides } = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8'));
  const [{ group }] = overrides[0].linter.rules.style.noRestrictedImports.options.patterns;
  const edge = [...(await roomsOfThePage())]
    .filter(([, room]) => !room.core)
    .map(([name]) => `**/${name}/**`);
  expect(group.filter((glob: string) => glob.startsWith('**/')).sort()).toEqual(edge.sort());
});

it('no folder has more than 25 files', () => {
  const counts = new Map<string, number>();
  for (const file of sources.keys()) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > 25)).toEqual([]);
});

it('no circle of files: not even one that types close', () => {
  const graph = new Map<string, string[]>();
  for (const { from, to, lazy } of imports) if (!lazy) graph.set(from, [...(graph.get(from) ?? []), to]);
  const reached = new Map([...graph.keys()].map((file) => [file, reachedFrom(file, graph)]));
  const within = (file: string): string[] =>
    [...(reached.get(file) ?? [])].filter((other) => reached.get(other)?.has(file) === true).sort();
  const circles = new Set([...graph.keys()].map((file) => within(file).join(' ')));
  expect([...circles].filter((circle) => circle !== '')).toEqual([]);
});

it('a folder with an index.ts is entered by it, or by the index.ts of a folder in it; also by what is loaded later', () => {
  const around = imports.filter(
    ({ from, to }) =>
      basename(to) !== 'index.ts' &&
      foldersOf(to).some((folder) => sources.has(`${folder}/index.ts`) && !from.startsWith(`${folder}/`)),
  );
  expect(around.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

it('an exported name has one meaning', () => {
  const places = new Map<string, string[]>();
  const declared =
    /^export (?:declare )?(?:abstract )?(?:async )?(?:const enum|function\*?|const|let|class|interface|type|enum) (\w+)/gm;
  for (const [file, text] of sources) {
    // A function with overloads is one name; a value and its type, declared side by side, are one, too.
    for (const name of new Set([...text.matchAll(declared)].map(([, each = '']) => each))) {
      // Every command has these: the registry loads them.
      if (file.startsWith('commands/') && (name === 'run' || name === 'failure')) continue;
      places.set(name, [...(places.get(name) ?? []), file]);
    }
  }
  const several = [...places].filter(([, files]) => files.length > 1);
  expect(several.map(([name, files]) => `${name}: ${files.join(' ')}`)).toEqual([]);
});

// Whoever reads an allocation without the policy that it extends walks around the policy's floors: without a third
// argument `parseAllocation` refuses a file that extends one.
it('an allocation is read with its policy, wherever it is read', () => {
  const calls = [...sources].flatMap(([file, text]) =>
    [...text.matchAll(/(?<!function )\bparseAllocation\([^;]*/g)].map(([call]) => ({ file, call })),
  );
  expect(calls.map(({ file }) => file)).toEqual([
    'commands/calibrate/pull-request.ts',
    'commands/check/beside.ts',
    'gather/allocation.ts',
    'policy/gate/gate.ts',
    'policy/gate/gate.ts',
    'policy/inherited/policies.ts',
  ]);
  for (const { file, call } of calls) expect(call, file).toMatch(/inherit|\(own/);
});
