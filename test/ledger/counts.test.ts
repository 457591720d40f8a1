import { describe, expect, it } from 'vitest';
import { countsAfter, countsOf, shortfalls, withCounts } from '../../src/ledger/counts.ts';

const day = (number: number): string => `v1/2026/11/${String(number).padStart(2, '0')}`;
const file = (folder: string, name: string) => ({
  path: `${folder}/${name}-1-${'0'.repeat(32)}.jsonl`,
  blob: 'b',
});

describe('the files of the days, as commits count them', () => {
  it('stand in the message, those of the latest nine days', () => {
    const counts = new Map([...Array(25).keys()].map((index) => [day(index + 1), index + 1]));
    counts.delete(day(20));
    const message = withCounts('Add 1 record of run 1-1 [skip ci]\n', counts);
    expect(message).toBe(
      'Add 1 record of run 1-1 [skip ci]\n\nFiles: 2026-11-25 17 18 19 0 21 22 23 24 25\n',
    );
    const read = countsOf(`tree 1\nparent 2\n\n${message}`);
    expect([...read].sort()).toEqual([...counts].slice(16).sort());
  });

  it.each(['', 'Merge', 'Files: 2026-13-40 1', 'Files: 2026-11-25 x', 'x Files: 2026-11-25 1'])(
    'are none in %j',
    (message) => {
      expect(countsOf(message).size).toBe(0);
      expect(withCounts(message, countsOf(message))).toBe(message);
    },
  );

  it('grow by what is new, and by nothing else', () => {
    const trees = new Map([[day(2), [{ mode: '100644', name: `a-1-${'0'.repeat(32)}.jsonl`, id: 'b' }]]]);
    const before = new Map([
      [day(1), 4],
      [day(2), 3],
    ]);
    const after = countsAfter(before, trees, [file(day(2), 'a'), file(day(2), 'b'), file(day(3), 'c')]);
    expect([...after]).toEqual([
      [day(1), 4],
      [day(2), 4],
      [day(3), 1],
    ]);
  });

  it('end with the day whose files are put into a month', () => {
    const trees = new Map([[day(1), []]]);
    const taken = [{ ...file(day(1), 'a'), blob: null }];
    expect([...countsAfter(new Map([[day(1), 1]]), trees, taken)]).toEqual([]);
  });

  it('say nothing of a folder that is damaged, or that nobody has looked at', () => {
    const counts = new Map([
      [day(1), 1],
      [day(2), 1],
      ['v1/2026/10/01', 1],
      ['v1/2026/09/01', 1],
    ]);
    const trees = new Map([
      [day(1), { damaged: 'gone' }],
      ['v1/2026/10', { damaged: 'gone' }],
      ['v1/2026/10/01', null],
      ['v1/2026/09/01', null],
    ]);
    expect(shortfalls(counts, trees).map((problem) => problem.file)).toEqual(['v1/2026/09/01']);
  });
});
