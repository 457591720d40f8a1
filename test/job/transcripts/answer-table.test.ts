import { describe, expect, it } from 'vitest';
import { type Answer, AnswerTable, NO_ANSWER } from '../../../src/job/transcripts/answer-table.ts';

function filled(answers: readonly Partial<Answer>[]): AnswerTable {
  const table = new AnswerTable();
  for (const answer of answers) table.add({ ...NO_ANSWER, ...answer });
  return table;
}

function contents(table: AnswerTable): readonly Answer[] {
  return Array.from(table.answers(), (answer) => ({ ...answer }));
}

describe('the table of answers', () => {
  it('keeps two answers apart of which only one hash is the same', () => {
    const table = filled([
      { keyA: 7, keyB: 1, input: 1 },
      { keyA: 7, keyB: 2, input: 2 },
      { keyA: 8, keyB: 1, input: 3 },
    ]);
    expect(contents(table).map(({ input }) => input)).toEqual([1, 2, 3]);
  });

  it('raises an answer that comes again to the larger of each figure', () => {
    const again = { keyA: 1, keyB: 1 };
    const table = filled([
      { ...again, input: 5, output: 1, cacheRead: 9, cacheWrite5m: 100 },
      { ...again, input: 4, output: 8, cacheRead: 1, cacheWrite5m: 40, cacheWrite1h: 60 },
      { ...again, cacheWrite5m: 100 },
    ]);
    expect(contents(table)).toEqual([
      { ...NO_ANSWER, ...again, input: 5, output: 8, cacheRead: 9, cacheWrite5m: 40, cacheWrite1h: 60 },
    ]);
  });

  it('grows, also where all hashes crowd together', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => ({ keyA: n % 5, keyB: n, output: n }));
    const table = filled([...many, ...many]);
    expect(table.size).toBe(10_000);
    expect(contents(table).map(({ output }) => output)).toEqual(many.map(({ output }) => output));
  });

  it('takes in another table, once for each answer, with its groups under their new numbers', () => {
    const table = filled([{ keyA: 1, keyB: 1, group: 0, output: 1 }]);
    const other = filled([
      { keyA: 1, keyB: 1, group: 1, output: 5 },
      { keyA: 2, keyB: 2, group: 1, output: 7 },
    ]);
    table.addCells(other.cellsOfAll(), [9, 3]);
    expect(contents(table).map(({ group, output }) => [group, output])).toEqual([
      [0, 5],
      [3, 7],
    ]);
  });
});
