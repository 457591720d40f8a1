import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
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

/** Every import of one room by another one, with the file that does it. */
async function importsBetweenRooms(): Promise<{ file: string; from: string; to: string }[]> {
  const source = join(root, 'src');
  const files = (await readdir(source, { recursive: true })).filter((file) => /^\w+\/.*\.ts$/.test(file));
  const found = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(source, file), 'utf8');
      const named = [...text.matchAll(/(?: from |\bimport\()'(\.[^']+)'/g)].map(([, path = '']) => path);
      return named.flatMap((path) => {
        const [to = '', ...rest] = relative(source, join(source, dirname(file), path)).split('/');
        const [from = ''] = file.split('/');
        return rest.length === 0 || to === from ? [] : [{ file, from, to }];
      });
    }),
  );
  return found.flat();
}

it('the page has every room, and no other one', async () => {
  const entries = await readdir(join(root, 'src'), { withFileTypes: true });
  const folders = entries.filter((each) => each.isDirectory()).map(({ name }) => name);
  expect([...(await roomsOfThePage()).keys()].sort()).toEqual(folders.sort());
});

it('a room of the core imports only what the page says, and nothing of the edge', async () => {
  const rooms = await roomsOfThePage();
  const between = await importsBetweenRooms();
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
