import { join } from 'node:path';
import { expect, it } from 'vitest';
import { evidenceTable } from '../../bench/evidence.ts';
import { readPage } from './pages.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/data');
const table = evidenceTable(FOLDER);
const missing = table === null ? ' (not at hand: shared/data beside the repository)' : '';

it.skipIf(table === null)(`the figures of the page are those of the data${missing}`, async () => {
  expect((await readPage('docs/evidence.md')).text).toContain(`\n${table}\n`);
});

it.skipIf(table === null)(`the README says what the page says${missing}`, async () => {
  const saved = [...(table ?? '').matchAll(/^\| 58 shell.*sonnet → haiku \| (\d+)%.*\| (\S+) /gm)];
  expect(saved.map(([, share]) => share)).toEqual(['67', '72']);
  expect(saved.every(([, , lost = '']) => lost.startsWith('−'))).toBe(true);
  expect(table).toMatch(/^\| 251 .*sonnet → haiku \| 49% .*\| 5\.2 /m);
  const { text } = await readPage('README.md');
  expect(text).toContain('Haiku cost 67 to 72% less than Sonnet and passed no fewer');
  expect(text).toContain('it cost 49% less and passed 5 in 100 fewer');
});
