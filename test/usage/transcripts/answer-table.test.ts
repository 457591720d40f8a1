import { describe, expect, it } from 'vitest';
import { type Answer, AnswerTable, noAnswer } from '../../../src/usage/transcripts/answer-table.ts';

function filled(answers: readonly Partial<Answer>[]): AnswerTable {
  const table = new AnswerTable();
  for (const answer of answers) table.add({ ...noAnswer(), ...answer });
  return table;
}

function contents(table: AnswerTable): readonly Answer[] {
  return Array.from({ length: table.size }, (_, row) => {
    const answer = noAnswer();
    table.read(row, answer);
    return answer;
  });
}

describe('the table of answers', () => {
  it('keeps two answers apart of which only one hash, the tag, the file or the session is the same', () => {
    const table = filled([
      { idA: 7, idB: 1, input: 1 },
      { idA: 7, idB: 2, input: 2 },
      { idA: 8, idB: 1, input: 3 },
      { idA: 7, idB: 1, tag: 1, input: 4 },
      { idA: 7, idB: 1, file: 1, input: 5 },
      { idA: 7, idB: 1, session: 1, input: 6 },
    ]);
    expect(contents(table).map(({ input }) => input)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('raises an answer that comes again to the larger of each figure, over the time of all its lines', () => {
    const again = { idA: 1, idB: 1 };
    const table = filled([
      { ...again, agent: 2, input: 5, output: 1, cacheRead: 9, cacheWrite5m: 100, from: 20, to: 20 },
      {
        ...again,
        flags: 1,
        input: 4,
        output: 8,
        cacheRead: 1,
        cacheWrite5m: 40,
        cacheWrite1h: 60,
        from: 10,
        to: 10,
      },
      { ...again, flags: 2, cacheWrite5m: 100, group: 7 },
    ]);
    expect(contents(table)).toEqual([
      {
        ...noAnswer(),
        ...again,
        flags: 3,
        input: 5,
        output: 8,
        cacheRead: 9,
        cacheWrite5m: 40,
        cacheWrite1h: 60,
        from: 10,
        to: 20,
      },
    ]);
  });

  it('grows, also where all hashes crowd together', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => ({ idA: n % 5, idB: n, output: n }));
    const table = filled([...many, ...many]);
    expect(table.size).toBe(10_000);
    expect(contents(table).map(({ output }) => output)).toEqual(many.map(({ output }) => output));
  });

  it('takes in another table, once for each answer, with its numbers translated', () => {
    const table = filled([{ idA: 1, idB: 1, session: 3, output: 1 }]);
    const other = filled([
      { idA: 1, idB: 1, session: 0, output: 5, from: 4 },
      { idA: 2, idB: 2, session: 0, output: 7, from: 4 },
    ]);
    const rows = table.addCells(other.cells(), (answer) => {
      answer.session = 3;
    });
    expect(rows).toEqual([0, 1]);
    expect(contents(table).map(({ session, output, from }) => [session, output, from])).toEqual([
      [3, 5, 4],
      [3, 7, 4],
    ]);
  });
});
