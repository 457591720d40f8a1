import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderUsageComment } from '../../../src/render/usage/comment.ts';
import { renderJobUsage, renderJobUsageText, totalSentence } from '../../../src/render/usage/job.ts';
import { renderReportSummary } from '../../../src/render/usage/summary.ts';
import { renderReportTerminal } from '../../../src/render/usage/terminal.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { output, run } from '../../report/records.ts';
import { reportOn } from '../../report/reports.ts';
import { hostileText } from '../hostile.ts';
import { ACTIVE_TEXT, nodesOf, readMarkdown, searchedText } from '../markdown.ts';
import { OPTIONS, on } from './cases.ts';

const UNPRICED: Partial<UsageRecord> = { cost_microusd: null, cost_basis: 'unpriced' };
const UNMEASURED: Partial<UsageRecord> = {
  measured: 'none',
  tokens: null,
  model_used: null,
  tier_used: null,
  cost_microusd: null,
  cost_basis: 'unmeasured',
};

const PLAIN = { about: null, judged: true, lines: [], notes: [] };

/** Tokens and cost of the first row of a markdown table of uses. */
function figuresOf(markdown: string | null): readonly (string | undefined)[] {
  const row = markdown?.split('\n').find((line) => /^\| (?:⚠️ )?GITHUB/.test(line));
  return (
    row
      ?.split('|')
      .slice(4, 6)
      .map((cell) => cell.trim()) ?? []
  );
}

describe('the usage of one job', () => {
  const cached = { input: 22, output: 57, cache_read: 999_500, cache_write_5m: 240, cache_write_1h: 0 };

  it.each<[string, Partial<UsageRecord>, readonly string[]]>([
    ['without cache reads', { tokens: cached, cost_microusd: 24_745_000 }, ['319', '$24.75']],
    ['up to a million', { tokens: output(999_500), cost_microusd: 4999 }, ['1.0M', '<1¢']],
    ['measured in part', { measured: 'partial', cost_microusd: 310_000 }, ['≥ 79', '≥ $0.31']],
    ['unpriced', UNPRICED, ['79', 'unpriced']],
    ['measured in part and unpriced', { ...UNPRICED, measured: 'partial' }, ['≥ 79', 'unpriced']],
    ['not measured', UNMEASURED, ['–', 'not measured']],
  ])('says the same as the report: %s', (_, changes, figures) => {
    const record = run('1', changes);
    const report = reportOn([record], { workItem: 'pr-12' });
    expect(figuresOf(renderJobUsage([record], [], PLAIN))).toEqual(figures);
    for (const figure of figures) expect(renderUsageComment(report, OPTIONS)).toContain(figure);
    expect(renderJobUsageText([record], []).replace(/ +/g, ' ')).toContain(` ${figures.join(' ')} `);
    expect(renderReportTerminal(report)).toMatch(
      new RegExp(`${figures.join(' +').replace(/[$.]/g, '\\$&')}  (?:passed)?`),
    );
  });

  it('has a total that is a lower bound as soon as a part is not known', () => {
    const total = (...changes: Partial<UsageRecord>[]): string =>
      totalSentence(changes.map((each, index) => run(String(index), { cost_microusd: 12_500, ...each })));
    expect(total({}, {})).toBe('Total $0.03 at list price, as the job reports it.');
    expect(total({ measured: 'partial' })).toBe(
      'Total at least $0.01 at list price, as the job reports it; 1 measured in part.',
    );
    expect(total({}, UNPRICED, UNMEASURED)).toBe(
      'Total at least $0.01 at list price, as the job reports it; 1 unpriced, 1 not measured.',
    );
  });

  it('shows a hundred rows, and says how many are left', () => {
    const records = Array.from({ length: 102 }, (_, index) => run(String(index), { agent: `A${index}` }));
    expect(renderJobUsage(records, [], PLAIN)).toContain('\n\nAnd 2 more.\n');
  });
});

describe('the summary of a job', () => {
  const session = [
    run('1', {
      agent: 'TESTING',
      ...on('sonnet'),
      tokens: { input: 10, output: 9000, cache_read: 1_250_000, cache_write_5m: 81_000, cache_write_1h: 0 },
      cost_microusd: 420_000,
    }),
    run('1', {
      agent: 'DATABASE',
      ...on('sonnet'),
      parent: '5328e1d6',
      outcome: 'unknown',
      tokens: output(31_000),
      cost_microusd: 150_000,
    }),
    run('1', { agent: 'TESTING', auxiliary: true, tokens: output(2000), cost_microusd: 4000 }),
    run('1', {
      agent: 'unattributed',
      sub_agents: ['x'],
      parent: '5328e1d6',
      outcome: 'unknown',
      tokens: output(2000),
      cost_microusd: 4000,
    }),
  ];
  const BREACH = {
    agent: 'TESTING',
    phase: 'EXEC',
    floor: 'opus',
    model: 'claude-sonnet-5-5',
    tier: 'sonnet',
  };
  const headingOf = (...args: Parameters<typeof renderJobUsage>): string =>
    renderJobUsage(...args).split('\n')[0] ?? '';

  it('is the finding, one table, and what became of it; the rest is folded', () => {
    const lines = ['Usage went to the artifact x, for the collector.'];
    expect(renderJobUsage(session, [], { ...PLAIN, lines, notes: ['It took *long*.'] })).toBe(
      `### ✅ haiku-first: TESTING/EXEC ran on sonnet for $0.58, every floor held

| Agent | Model | Result | Tokens | Cost |
|---|---|---|--:|--:|
| TESTING/EXEC | sonnet | passed | 92k | $0.42 |
| DATABASE/EXEC | sonnet | not known | 31k | $0.15 |
| not attributed, \`x\` | haiku | not known | 2k | <1¢ |
| **The whole job** |  |  | **125k** | **$0.58** |

- Usage went to the artifact x, for the collector.

<details>
<summary>Models, cache reads and how the figures are made</summary>

- Asked for and answered by: \`claude-haiku-5-5\`, \`claude-sonnet-5-5\`.
- Tokens are input, cache writes and output; cache reads are in the cost alone. Cache reads: 1.3M.
- List prices of 2026-11-23, as the job reports it: a claim, not a bill.
- It took \\*long\\*.

</details>
`,
    );
  });

  it('begins with what is wrong', () => {
    const [main] = session;
    if (main === undefined) throw new Error('there is a record');
    expect(headingOf([main], [BREACH], PLAIN)).toBe(
      '### ❌ haiku-first: TESTING ran on sonnet, below its opus floor',
    );
    expect(headingOf([main], [BREACH], { ...PLAIN, about: 'run 18734 counted' })).toBe(
      '### ❌ haiku-first: run 18734 counted; TESTING ran on sonnet, below its opus floor',
    );
    expect(renderJobUsage([main], [BREACH], PLAIN)).toContain(
      '| ❌ TESTING/EXEC | **sonnet**, not opus | below floor | 90k | $0.42 |',
    );
    expect(headingOf([run('1', UNMEASURED)], [], PLAIN)).toBe(
      '### ⚠️ haiku-first: it is not known what GITHUB/EXEC used',
    );
    expect(headingOf([run('1', UNPRICED)], [], PLAIN)).toBe(
      '### ⚠️ haiku-first: GITHUB/EXEC ran on haiku, cost not known',
    );
    expect(headingOf([main, run('1', UNPRICED)], [], { ...PLAIN, about: 'run 7 counted' })).toBe(
      '### ⚠️ haiku-first: run 7 counted, at least $0.42, not all of it is known',
    );
    expect(headingOf([main], [], { ...PLAIN, about: 'run 7 not counted', judged: false })).toBe(
      '### ➖ haiku-first: run 7 not counted, $0.42',
    );
    expect(headingOf([], [], { ...PLAIN, about: 'run 7 has no usage to collect' })).toBe(
      '### ➖ haiku-first: run 7 has no usage to collect',
    );
  });

  it('neither links, mentions nor breaks out, whatever an agent or a model is called', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const records = [
          run('1', { agent: text, phase: text, model_used: text, tier_used: null, sub_agents: [text] }),
        ];
        const tree = readMarkdown(renderJobUsage(records, [], { ...PLAIN, notes: [text] }));
        const types = [...nodesOf(tree)].map(({ type }) => type);
        expect(
          types.filter((type) => ['table', 'tableRow', 'heading', 'link', 'image'].includes(type)),
        ).toEqual(['heading', 'table', 'tableRow', 'tableRow']);
        expect(searchedText(tree)).not.toMatch(ACTIVE_TEXT);
      }),
    );
  });
});

describe('totals of the report', () => {
  const partly = run('1', { measured: 'partial', cost_microusd: 310_000, tokens: output(2000) });
  const report = reportOn([partly, run('2', { cost_microusd: 10_000, tokens: output(1000) })], {
    workItem: 'pr-12',
  });

  it('are lower bounds where a record was measured in part', () => {
    expect(renderUsageComment(report, OPTIONS)).toContain('### ⚠️ haiku-first usage: at least $0.32');
    for (const text of [renderReportTerminal(report), renderReportSummary(report)])
      expect(text).toContain('≥ 3,000 tokens and ≥ $0.32 at list price');
    expect(renderReportSummary(report)).toContain('| `GITHUB/EXEC` | 2 | ≥ 3,000 | ≥ $0.32 |');
    expect(report.tiers[0]).toMatchObject({ tier: 'haiku', microusd: 320_000, partial: 1 });
  });

  it('are plain where all is known', () => {
    expect(renderReportTerminal(reportOn([run('1')]))).toContain('\n79 tokens and <1¢ at list price');
  });
});

describe('jobs that are missing', () => {
  const missing = (jobs: number): string | null =>
    renderUsageComment(
      reportOn([], {
        workItem: 'pr-12',
        jobs: {
          reported: 0,
          expected: jobs,
          missing: Array.from({ length: jobs }, (_, job) => `J${job + 1}`),
        },
      }),
      OPTIONS,
    );

  it('are named, the later ones folded away', () => {
    expect(missing(13)).not.toContain('<details>');
    expect(missing(14)).toMatch(/J12 [\s\S]*2 others, below[\s\S]*<details>[\s\S]*J13 [\s\S]*J14 /);
  });
});
