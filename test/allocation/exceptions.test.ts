import { describe, expect, it } from 'vitest';
import { exceptionKey, isInForce } from '../../src/allocation/exceptions.ts';
import { type IsoDate, parseDate } from '../../src/time/week.ts';
import { complaints, readExceptions } from './reading.ts';

const ONE = `floor: validation-in-critical-phases
agent: VALIDATION
phase: PLAN
tier: haiku
reason: The planner is being replaced
approved_by: octocat
tracking: https://github.example/octo/demo/issues/7
expires: 2026-12-01`;
const ITEM = `- ${ONE.replaceAll('\n', '\n  ')}\n`;

function day(text: string): IsoDate {
  const date = parseDate(text);
  if (date === null) throw new Error(`${text} is no date`);
  return date;
}

describe('the exceptions file', () => {
  it.each([
    ['a list', ITEM],
    ['a mapping', `exceptions:\n${ITEM}`],
    ['a mapping with a version', `version: 1\nexceptions:\n${ITEM}`],
  ])('is %s', (_, text) => {
    const { entries } = readExceptions(text);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      kind: 'cell',
      floor: 'validation-in-critical-phases',
      agent: 'VALIDATION',
      tier: 'haiku',
      approvedBy: 'octocat',
      renewals: 0,
      origin: {
        path: 'exceptions[0]',
        position: { line: text.split('\n').findIndex((line) => line.startsWith('- ')) + 1 },
      },
    });
  });

  it('may be empty, and then holds none', () => {
    for (const text of ['', '# none\n', '[]\n', 'exceptions: []\n']) {
      expect(readExceptions(text).entries).toEqual([]);
    }
  });

  it('may retire a floor instead of lowering it for a cell', () => {
    const text =
      '- { floor: f, retire: true, reason: r, approved_by: a, tracking: t, expires: 2026-12-01, renewals: 2 }\n';
    const [entry] = readExceptions(text).entries;
    expect(entry).toMatchObject({ kind: 'retirement', floor: 'f', renewals: 2 });
  });

  it.each([
    ['a word', 'none\n', '1:1: the file must be a list or a mapping, but is "none".'],
    ['a mapping without the list', 'version: 1\n', '1:1: the file lacks the key exceptions.'],
    ['another version', 'version: 2\nexceptions: []\n', '1:10: version must be 1, but is 2.'],
    [
      'an entry that lacks much',
      '- { floor: f, agent: A }\n',
      '1:3: exceptions[0] lacks the keys phase, tier, reason, approved_by, tracking, expires.',
    ],
    [
      'a misspelt key',
      ITEM.replace('approved_by', 'aproved_by'),
      '6:3: The key aproved_by is not known in exceptions[0]. Did you mean approved_by?',
    ],
    [
      'a misspelt key in a mapping',
      `exceptions:\n${ITEM.replace('reason', 'reasons')}`,
      '6:3: The key reasons is not known in exceptions[0]. Did you mean reason?',
    ],
    [
      'a day that is none',
      ITEM.replace('2026-12-01', '2026-02-30'),
      '8:12: 2026-02-30 is not a calendar date. Write it as 2026-11-30.',
    ],
    [
      'a day in words',
      ITEM.replace('2026-12-01', 'tomorrow'),
      '8:12: exceptions[0].expires must be a date such as 2026-11-30, but is "tomorrow".',
    ],
    [
      'a retirement for one cell',
      `${ITEM}  retire: true\n`,
      '2:3: exceptions[0].agent must not be given here. Remove it.',
    ],
    [
      'the same permission twice',
      `${ITEM}${ITEM.replace('2026-12-01', '2026-12-24')}`,
      '9:3: The exception validation-in-critical-phases VALIDATION/PLAN is given twice. Keep one.',
    ],
    [
      'an empty reason',
      ITEM.replace('The planner is being replaced', '""'),
      '5:11: exceptions[0].reason must not be empty.',
    ],
  ])('is refused for %s', (_, text, said) => {
    expect(complaints(() => readExceptions(text))).toContain(`allocation.exceptions.yaml:${said}`);
  });

  it('counts on its last day and not after, and not when it was granted for longer than 90 days', () => {
    const [entry] = readExceptions(ITEM).entries;
    if (entry === undefined) throw new Error('it has an entry');
    expect(
      ['2026-09-01', '2026-09-02', '2026-12-01', '2026-12-02'].map((date) => isInForce(entry, day(date))),
    ).toEqual([false, true, true, false]);
    expect(exceptionKey(entry)).toBe('validation-in-critical-phases VALIDATION/PLAN');
  });
});
