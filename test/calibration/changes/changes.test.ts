import { describe, expect, it } from 'vitest';
import { editAllocation } from '../../../src/allocation/edit/index.ts';
import { parseAllocation } from '../../../src/allocation/parse.ts';
import { plannedCells } from '../../../src/calibration/cells/index.ts';
import {
  type Move,
  marksOf,
  movesOf,
  type Note,
  notesIn,
  parseWish,
  reasonText,
  snoozesIn,
} from '../../../src/calibration/changes/index.ts';
import type { Proposal } from '../../../src/calibration/rules/index.ts';
import { parseDate, parseWeek } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';

const TEXT = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5, providers: { bedrock: anthropic.claude-haiku-5-5 } }
  - { name: sonnet, model: claude-sonnet-5-5, providers: { bedrock: anthropic.claude-sonnet-5-5 } }
  - { name: opus, model: claude-opus-5-5 }
phases: [PLAN, EXEC]
agents:
  TESTING: { default: sonnet, aliases: [testing-agent] }
  DOCS: { default: sonnet }
matrix:
  PLAN: { TESTING: haiku }
`;

function week(text: string) {
  const parsed = parseWeek(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}
const [NOW, EFFECT] = [week('2026-W49'), week('2026-W50')];
const TODAY = parseDate('2026-11-18');

function allocationOf(text: string) {
  return parseAllocation('allocation.yaml', new TextEncoder().encode(text));
}
const cells = plannedCells(allocationOf(TEXT), NOW, shippedModels());

const PROPOSAL: Proposal = {
  kind: 'promote',
  agent: 'TESTING',
  phase: 'EXEC',
  from: 'sonnet',
  to: 'opus',
  evidence: 447.25,
  threshold: 416,
  counts: { n: 69, x: 25 },
  estimate: { rate: 0.32, low: 0.25, high: 0.38 },
  weeks: [],
  rescued: { n: 9, x: 8 },
  help: 'helps',
  rescuedHigher: [],
  trial: null,
  why: 'evidence',
  perWeek: 11,
  cost: null,
  removed: null,
  paysFrom: null,
};

function note(more: Partial<Note> = {}): Note {
  if (TODAY === null) throw new Error('no day');
  return {
    agent: 'TESTING',
    phase: 'EXEC',
    to: 'opus',
    because: 'edge case detection',
    by: 'octocat',
    on: TODAY,
    ...more,
  };
}

function textWith(moves: readonly Move[]): string {
  return editAllocation(
    'allocation.yaml',
    TEXT,
    moves.map(({ edit }) => edit),
  );
}

describe('moves', () => {
  it('on evidence say how much, and hold from the week on', () => {
    const moves = movesOf([PROPOSAL], [], cells, EFFECT);
    expect(textWith(moves)).toBe(
      `${TEXT}  EXEC: { TESTING: { tier: opus, was: sonnet, since: 2026-W50, because: 25 of 69 runs needed rework } }\n`,
    );
  });

  it('are one where a note and the evidence say the same, in the words of the person', () => {
    const moves = movesOf([PROPOSAL], [note()], cells, EFFECT);
    expect(moves).toMatchObject([
      { kind: 'promote', because: 'edge case detection', proposal: PROPOSAL, note: note() },
    ]);
  });

  it('are those of the person where the two disagree, and of the latest note', () => {
    const moves = movesOf(
      [PROPOSAL],
      [note(), note({ to: 'haiku', because: 'it is simple' })],
      cells,
      EFFECT,
    );
    expect(moves).toMatchObject([{ kind: 'demote', from: 'sonnet', to: 'haiku', proposal: null }]);
  });

  it('are none for a note that has come true, or is of a cell that is gone', () => {
    expect(movesOf([], [note({ to: 'sonnet' }), note({ agent: 'GONE' })], cells, EFFECT)).toEqual([]);
  });

  it('declare a trial with its end, and take it away when it is over', () => {
    const trial: Proposal = {
      ...PROPOSAL,
      kind: 'trial',
      to: 'haiku',
      why: 'good-enough',
      trial: { id: null, share: 0.5, weeks: 6 },
    };
    const tried = textWith(movesOf([trial], [], cells, EFFECT));
    expect(tried).toBe(
      `${TEXT}  EXEC: { TESTING: { tier: sonnet, trial: { id: testing-exec-2026-w50, tier: haiku, share: 0.5, until: 2027-W03 } } }\n`,
    );
    const id = 'testing-exec-2026-w50';
    const over = { ...trial, trial: { id, share: 0.5, weeks: null }, counts: { n: 40, x: 1 } };
    const edits = (proposal: Proposal) => movesOf([proposal], [], cells, EFFECT).map(({ edit }) => edit);
    const harm: Proposal = { ...over, kind: 'revert', from: 'haiku', to: 'sonnet', why: 'harm' };
    expect(editAllocation('a', tried, edits(harm))).toBe(`${TEXT}  EXEC: { TESTING: { tier: sonnet } }\n`);
    const good: Proposal = { ...over, kind: 'demote', why: 'accepted' };
    expect(editAllocation('a', tried, edits(good))).toBe(
      `${TEXT}  EXEC: { TESTING: { tier: haiku, was: sonnet, since: 2026-W50, because: 1 of 40 runs of the trial testing-exec-2026-w50 needed rework } }\n`,
    );
  });

  it('end a trial, but not the change of the cell that somebody has announced', () => {
    const announced = (trial: string) =>
      `${TEXT}  EXEC: { TESTING: { tier: opus, was: sonnet, since: 2026-W50, because: edge cases${trial} } }\n`;
    const before = announced(', trial: { id: a, tier: haiku, share: 0.5 }');
    const planned = plannedCells(allocationOf(before), NOW, shippedModels());
    const trial = { id: 'a', share: 0.5, weeks: null };
    const harm: Proposal = { ...PROPOSAL, kind: 'revert', from: 'haiku', to: 'sonnet', why: 'harm', trial };
    const edits = movesOf([harm], [], planned, EFFECT).map(({ edit }) => edit);
    expect(editAllocation('a', before, edits)).toBe(announced(''));
  });

  it('leave no economy that is not cheaper than where the cell goes', () => {
    const before = `${TEXT}  EXEC: { TESTING: { tier: sonnet, economy: haiku } }\n`;
    const planned = plannedCells(allocationOf(before), NOW, shippedModels());
    const edited = (to: string) => {
      const edits = movesOf([], [note({ to })], planned, EFFECT).map(({ edit }) => edit);
      return editAllocation('a', before, edits).slice(TEXT.length);
    };
    const change = 'was: sonnet, since: 2026-W50, because: edge case detection';
    expect(edited('haiku')).toBe(`  EXEC: { TESTING: { tier: haiku, ${change} } }\n`);
    expect(edited('opus')).toBe(`  EXEC: { TESTING: { tier: opus, economy: haiku, ${change} } }\n`);
  });

  it('leave no part of the runs on trial where a cell moves, on evidence or for a note', () => {
    const before = `${TEXT}  EXEC: { TESTING: { tier: sonnet, trial: { id: a, tier: haiku, share: 0.5 } } }\n`;
    const planned = plannedCells(allocationOf(before), NOW, shippedModels());
    for (const [proposals, notes, because] of [
      [[PROPOSAL], [], '25 of 69 runs needed rework'],
      [[], [note()], 'edge case detection'],
    ] as const) {
      const edits = movesOf(proposals, notes, planned, EFFECT).map(({ edit }) => edit);
      expect(editAllocation('a', before, edits)).toBe(
        `${TEXT}  EXEC: { TESTING: { tier: opus, was: sonnet, since: 2026-W50, because: ${because} } }\n`,
      );
    }
  });

  it('do not come of a prompt that is to be mended', () => {
    expect(movesOf([{ ...PROPOSAL, kind: 'fix-spec', to: null }], [], cells, EFFECT)).toEqual([]);
  });
});

describe('the hidden lines of a pull request', () => {
  const hostile = note({ because: "it's <!-- --> @octo (a) *b* -- done!" });

  it('bring back what was proposed, and the notes', () => {
    const body = marksOf(movesOf([PROPOSAL], [hostile], cells, EFFECT), 'a'.repeat(40)).join('\n');
    expect(body.split('\n')).toHaveLength(2);
    expect(body).toMatch(
      /^<!-- haiku-first:proposal:promote:TESTING@EXEC:sonnet>opus:e447\.25:n69:a{12} -->\n<!-- haiku-first:note:[\w.%-]+ -->$/,
    );
    expect(notesIn(body)).toEqual([hostile]);
    expect(snoozesIn(body, EFFECT)).toEqual([
      {
        agent: 'TESTING',
        phase: 'EXEC',
        kind: 'promote',
        to: 'opus',
        until: EFFECT,
        evidence: 447.25,
        n: 69,
      },
    ]);
  });

  it('are not believed when they are something else', () => {
    for (const text of [
      '%',
      '%7B%7D',
      encodeURIComponent(JSON.stringify({ ...hostile, to: '$(x)' })),
      'null',
    ])
      expect(notesIn(`<!-- haiku-first:note:${text} -->`)).toEqual([]);
    expect(snoozesIn('<!-- haiku-first:proposal:promote:x -->', EFFECT)).toEqual([]);
  });
});

it.each([
  ['TESTING@EXEC=opus', { agent: 'TESTING', phase: 'EXEC', to: 'opus' }],
  ['TESTING=opus', null],
  ['@EXEC=opus', null],
  ['TESTING@EXEC=', null],
  ['TESTING@EXEC=opus=', null],
  ['TEST ING@EXEC=opus', null],
])('the wish %s is %j', (text, wish) => {
  expect(parseWish(text)).toEqual(wish);
});

it('a reason stands on one line', () => {
  expect(reasonText(' a\n b\u0007c ')).toBe('a b c');
  expect(reasonText(' \n')).toBeNull();
});
