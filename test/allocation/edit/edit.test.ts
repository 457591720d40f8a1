import { describe, expect, it } from 'vitest';
import { type CellEdit, editAllocation } from '../../../src/allocation/edit/index.ts';
import { complaints, REAL, read } from '../reading.ts';

const HEAD = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [LEAD, PLAN, EXEC]
agents:
  RISK: { default: sonnet }
  TESTING: { default: sonnet, renamed_from: QA }
`;
const PROMOTION: CellEdit = {
  phase: 'EXEC',
  agent: 'TESTING',
  tier: 'opus',
  was: 'sonnet',
  since: '2026-W50',
  because: 'edge case detection',
};
const TRIAL: CellEdit = {
  phase: 'EXEC',
  agent: 'TESTING',
  tier: 'sonnet',
  trial: { id: 'testing-exec-w50', tier: 'haiku', share: 0.25, until: '2027-W04' },
};
const CELL = '{ tier: opus, was: sonnet, since: 2026-W50, because: edge case detection }';

function edited(text: string, ...edits: readonly CellEdit[]): string {
  return editAllocation('allocation.yaml', text, edits);
}

/** A file with this matrix, before and after; what is around it stays. */
function matrix(before: string, edit: CellEdit = PROMOTION): string {
  const after = edited(`${HEAD}${before}`, edit);
  expect(after.startsWith(HEAD)).toBe(true);
  read(after);
  expect(edited(after, edit)).toBe(after);
  return after.slice(HEAD.length);
}

describe('a cell that is missing', () => {
  it('comes behind the others of its phase, whatever follows', () => {
    const after = edited(REAL, PROMOTION);
    const line = '    VALIDATION: opus # final quality assurance\n';
    expect(after).toBe(REAL.replace(line, `${line}    TESTING: ${CELL}\n`));
  });

  it('comes into a row that is written on one line', () => {
    expect(matrix('matrix: { EXEC: { RISK: haiku } }\n')).toBe(
      `matrix: { EXEC: { RISK: haiku, TESTING: ${CELL} } }\n`,
    );
    expect(matrix('matrix:\n  EXEC: {RISK: haiku} # one\n')).toBe(
      `matrix:\n  EXEC: {RISK: haiku, TESTING: ${CELL}} # one\n`,
    );
  });

  it('comes into a row that is written over several lines, before or behind its last comma', () => {
    expect(matrix('matrix:\n  EXEC: {\n    RISK: haiku # cheap\n   }\n')).toBe(
      `matrix:\n  EXEC: {\n    RISK: haiku, # cheap\n    TESTING: ${CELL}\n   }\n`,
    );
    expect(matrix('matrix:\n  EXEC: {\n    RISK: haiku, # cheap\n   }\n')).toBe(
      `matrix:\n  EXEC: {\n    RISK: haiku, # cheap\n    TESTING: ${CELL},\n   }\n`,
    );
    expect(matrix('matrix:\n  EXEC: {\n    RISK: haiku }\n')).toBe(
      `matrix:\n  EXEC: {\n    RISK: haiku,\n    TESTING: ${CELL} }\n`,
    );
  });

  it('comes into an empty row', () => {
    expect(matrix('matrix:\n  EXEC: {}\n')).toBe(`matrix:\n  EXEC: { TESTING: ${CELL} }\n`);
    expect(matrix('matrix:\n  EXEC: { } # none\n')).toBe(`matrix:\n  EXEC: { TESTING: ${CELL} } # none\n`);
    expect(matrix('matrix: {}\n')).toBe(`matrix: { EXEC: { TESTING: ${CELL} } }\n`);
  });

  it('brings its phase with it, in the order of the phases', () => {
    expect(matrix('matrix:\n  LEAD:\n    RISK: haiku # quick\n')).toBe(
      `matrix:\n  LEAD:\n    RISK: haiku # quick\n  EXEC:\n    TESTING: ${CELL}\n`,
    );
    const [lead, exec] = ['  LEAD:\n    RISK: haiku\n', '  EXEC:\n    RISK: haiku\n'];
    expect(matrix(`matrix:\n${lead}${exec}`, { ...PROMOTION, phase: 'PLAN' })).toBe(
      `matrix:\n${lead}  PLAN:\n    TESTING: ${CELL}\n${exec}`,
    );
    expect(matrix('matrix:\n  LEAD: { RISK: haiku }\n')).toBe(
      `matrix:\n  LEAD: { RISK: haiku }\n  EXEC: { TESTING: ${CELL} }\n`,
    );
  });

  it('brings the matrix with it, behind the agents', () => {
    expect(matrix('')).toBe(`matrix:\n  EXEC:\n    TESTING: ${CELL}\n`);
    expect(matrix('\n# what counts\nfloors: []\n')).toBe(
      `\nmatrix:\n  EXEC:\n    TESTING: ${CELL}\n\n# what counts\nfloors: []\n`,
    );
  });

  it('says nothing but its tier where nothing else is asked for', () => {
    expect(matrix('matrix: {}\n', { phase: 'EXEC', agent: 'TESTING', tier: 'opus', trial: null })).toBe(
      'matrix: { EXEC: { TESTING: opus } }\n',
    );
  });
});

describe('a cell that says its tier alone', () => {
  it('says the rest as well, and keeps the comment behind it', () => {
    expect(matrix('matrix:\n  EXEC:\n    TESTING: sonnet # for now\n    RISK: haiku\n')).toBe(
      `matrix:\n  EXEC:\n    TESTING: ${CELL} # for now\n    RISK: haiku\n`,
    );
    expect(matrix('matrix:\n  EXEC:\n    TESTING:\n      # for now\n      sonnet\n')).toBe(
      `matrix:\n  EXEC:\n    TESTING:\n      # for now\n      ${CELL}\n`,
    );
  });

  it('stays as short where only the tier changes, in its quotes', () => {
    const edit = { phase: 'EXEC', agent: 'TESTING', tier: 'opus' };
    expect(matrix("matrix:\n  'EXEC':\n    \"TESTING\": 'sonnet' # q\n", edit)).toBe(
      "matrix:\n  'EXEC':\n    \"TESTING\": 'opus' # q\n",
    );
  });

  it('stays as it is where it says so already', () => {
    const text = "matrix: {EXEC: {TESTING:   'opus'}}";
    expect(matrix(text, { phase: 'EXEC', agent: 'TESTING', tier: 'opus', since: null })).toBe(text);
  });

  it('stands under a former name of its agent', () => {
    expect(matrix('matrix:\n  EXEC: { QA: sonnet }\n')).toBe(`matrix:\n  EXEC: { QA: ${CELL} }\n`);
  });
});

describe('a cell on one line', () => {
  it('gets a trial, keeps it for longer, and loses it', () => {
    const [before, tried] = [
      'matrix:\n  EXEC:\n    TESTING: { tier: sonnet, effort: high } # note\n',
      'matrix:\n  EXEC:\n    TESTING: { tier: sonnet, effort: high, trial: { id: testing-exec-w50, tier: haiku, share: 0.25, until: 2027-W04 } } # note\n',
    ];
    expect(matrix(before, TRIAL)).toBe(tried);
    expect(matrix(tried, { ...TRIAL, trial: { id: 'testing-exec-w50', tier: 'haiku', share: 0.5 } })).toBe(
      tried.replace('0.25, until: 2027-W04', '0.5'),
    );
    expect(matrix(tried, { ...TRIAL, trial: null })).toBe(before);
  });

  it('is dated anew, and nothing else of it changes', () => {
    const text = 'matrix:\n  EXEC: {TESTING: {since: "2026-W50",tier: opus , was:   sonnet}}\n';
    expect(matrix(text, { phase: 'EXEC', agent: 'TESTING', tier: 'opus', since: '2026-W51' })).toBe(
      text.replace('W50', 'W51'),
    );
  });

  it('loses what stands first, in the middle and last', () => {
    const text = 'matrix: { EXEC: { TESTING: { was: sonnet, since: 2026-W50, tier: opus, because: x } } }\n';
    const bare = { phase: 'EXEC', agent: 'TESTING', tier: 'opus', was: null, since: null, because: null };
    expect(matrix(text, bare)).toBe('matrix: { EXEC: { TESTING: { tier: opus } } }\n');
  });

  it('keeps the comments between its lines', () => {
    const text =
      'matrix:\n  EXEC:\n    TESTING: {\n      tier: opus, # the tier\n      trial: { id: a, tier: sonnet, share: 0.1 }, # the trial\n      effort: high\n     }\n';
    expect(matrix(text, { phase: 'EXEC', agent: 'TESTING', tier: 'opus', trial: null })).toBe(
      'matrix:\n  EXEC:\n    TESTING: {\n      tier: opus, # the tier\n       # the trial\n      effort: high\n     }\n',
    );
  });
});

describe('a cell in a block', () => {
  const BLOCK = 'matrix:\n  EXEC:\n    TESTING:\n      tier: sonnet # now\n      effort: high\n    # more\n';

  it('gets further lines', () => {
    expect(matrix(BLOCK)).toBe(
      'matrix:\n  EXEC:\n    TESTING:\n      tier: opus # now\n      effort: high\n      was: sonnet\n      since: 2026-W50\n      because: edge case detection\n    # more\n',
    );
  });

  it('loses lines, in a file that ends without a line end as well', () => {
    const last =
      'matrix:\n  EXEC:\n    TESTING:\n      tier: opus\n      trial:\n        id: a\n        tier: sonnet\n        share: 0.1';
    expect(matrix(last, { phase: 'EXEC', agent: 'TESTING', tier: 'opus', trial: null })).toBe(
      'matrix:\n  EXEC:\n    TESTING:\n      tier: opus',
    );
    expect(
      matrix(`${last} # gone\n\nfloors: []\n`, {
        phase: 'EXEC',
        agent: 'TESTING',
        tier: 'opus',
        trial: null,
      }),
    ).toBe('matrix:\n  EXEC:\n    TESTING:\n      tier: opus\n\nfloors: []\n');
  });

  it('says why in other words where the reason was long', () => {
    const text =
      'matrix:\n  EXEC:\n    TESTING:\n      because: >-\n        it was\n        like this\n      tier: opus\n';
    expect(matrix(text, { phase: 'EXEC', agent: 'TESTING', tier: 'opus', because: 'a: b # c' })).toBe(
      'matrix:\n  EXEC:\n    TESTING:\n      because: "a: b # c"\n      tier: opus\n',
    );
  });
});

describe('the file around the cell', () => {
  it('keeps its line ends and its byte order mark', () => {
    const text = `\ufeff${REAL.replaceAll('\n', '\r\n')}`;
    const after = edited(text, PROMOTION, { ...PROMOTION, phase: 'PLAN' });
    expect(after).toBe(
      `\ufeff${edited(REAL, PROMOTION, { ...PROMOTION, phase: 'PLAN' }).replaceAll('\n', '\r\n')}`,
    );
  });

  it('may be JSON, and stays it', () => {
    const value = { version: 1, phases: ['EXEC'], agents: { TESTING: { default: 'sonnet' } } };
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
      const after = edited(text, PROMOTION);
      expect(JSON.parse(after)).toEqual({
        ...value,
        matrix: {
          EXEC: {
            TESTING: { tier: 'opus', was: 'sonnet', since: '2026-W50', because: 'edge case detection' },
          },
        },
      });
    }
  });

  it('writes out what an alias stood for', () => {
    expect(
      matrix('matrix:\n  PLAN: { TESTING: &t { tier: sonnet, effort: high } }\n  EXEC: { TESTING: *t }\n'),
    ).toBe(
      'matrix:\n  PLAN: { TESTING: &t { tier: sonnet, effort: high } }\n  EXEC: { TESTING: { effort: high, tier: opus, was: sonnet, since: 2026-W50, because: edge case detection } }\n',
    );
    expect(matrix('matrix:\n  PLAN: &row\n    RISK: haiku\n  EXEC: *row\n')).toBe(
      `matrix:\n  PLAN: &row\n    RISK: haiku\n  EXEC: { RISK: haiku, TESTING: ${CELL} }\n`,
    );
  });

  it('is left alone where the change would reach further', () => {
    const said = (text: string): readonly string[] => complaints(() => edited(`${HEAD}${text}`, PROMOTION));
    const fix = 'Is it, or what is around it, an anchor (&) or an alias (*)? Write the values out.';
    expect(said('matrix:\n  EXEC: { TESTING: &t sonnet }\n  PLAN: { TESTING: *t }\n')).toEqual([
      `allocation.yaml:11:23: matrix.EXEC.TESTING cannot be changed without changing something else in the file. ${fix}`,
    ]);
    expect(said('matrix:\n  EXEC: &row { TESTING: sonnet }\n  PLAN: *row\n')).toEqual([
      `allocation.yaml:11:25: matrix.EXEC.TESTING cannot be changed without changing something else in the file. ${fix}`,
    ]);
  });

  it('must be YAML', () => {
    expect(complaints(() => edited('matrix: [', PROMOTION))).toHaveLength(1);
    expect(complaints(() => edited('- a\n', PROMOTION))).toHaveLength(1);
  });
});
