import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { dateOf } from '../../src/time/week.ts';
import { bareRepository, entry, folder, git, ledger } from './support.ts';

/** Text that no compression makes small. */
function noise(name: string, length: number): string {
  let text = '';
  for (let part = 0; text.length < length; part += 1)
    text += createHash('sha512').update(`${name} ${part}`).digest('base64');
  return text.slice(0, length);
}

it('pushes the files of compacted months whole: git seeks no likeness among them, which takes minutes for a year', async () => {
  await using place = await folder();
  const path = bareRepository(place.path);
  // What is pushed stays the pack that it came in.
  git(path, 'config', 'receive.unpackLimit', '1');
  await using opened = await ledger(path, place.path);
  const shared = noise('shared', 1_500_000);
  for (const month of ['08', '09', '10']) {
    for (const day of ['01', '02']) {
      const at = `2026-${month}-${day}T10:00:00Z`;
      const note = day === '01' ? shared : '';
      await opened.append([entry(`${month}-${day}`, at, { note })], { run: `${month}${day}`, attempt: 1 });
    }
  }
  const { months } = await opened.compact({
    before: dateOf(new Date('2026-11-01T00:00:00Z')),
    dryRun: false,
  });
  expect(months.map(({ files, into }) => [files, into])).toEqual([
    [2, 1],
    [2, 1],
    [2, 1],
  ]);
  const files = git(path, 'ls-tree', '-r', 'haiku-first-ledger').match(/[0-9a-f]{40}/g) ?? [];
  const stored = git(
    path,
    ...['cat-file', '--batch-all-objects', '--batch-check=%(objectname) %(deltabase)'],
  ).split('\n');
  const whole = '0'.repeat(40);
  expect(files).toHaveLength(3);
  expect(files.map((id) => stored.find((line) => line.startsWith(id)))).toEqual(
    files.map((id) => `${id} ${whole}`),
  );
});
