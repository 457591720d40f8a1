import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderUsageComment } from '../../../src/render/usage/comment.ts';
import { REPORT_SUMMARY_BUDGET, renderReportSummary } from '../../../src/render/usage/summary.ts';
import { renderReportTerminal } from '../../../src/render/usage/terminal.ts';
import { renderWeeklyIssue } from '../../../src/render/usage/weekly.ts';
import type { Report } from '../../../src/report/document.ts';
import { output, run } from '../../report/records.ts';
import { PULL_REQUEST, pullRequestReport, reportOn } from '../../report/reports.ts';
import { measure } from '../../support/soak.ts';
import { hostileText } from '../hostile.ts';
import { ACTIVE_TEXT, nodesOf, readMarkdown, searchedText } from '../markdown.ts';
import { putOff } from './cases.ts';

/** A report in which everything that came from outside says `text`. */
function saying(text: string): Report {
  const report = pullRequestReport();
  return {
    ...report,
    work_item: text,
    incomplete: [text],
    jobs: { reported: 1, expected: 2, missing: [text] },
    never_seen: [text],
    alerts: [{ kind: 'below-floor', agent: text, phase: text, message: text }],
    targets: [
      {
        id: 'x',
        what: text,
        target: text,
        unit: null,
        actual: 1,
        low: null,
        high: null,
        unknown: 0,
        interval: null,
        before: null,
        status: 'not-measured',
        n: 0,
        because: text,
      },
    ],
    tiers: report.tiers.map((each) => ({ ...each, tier: text })),
    agents: report.agents.map((each) => ({ ...each, agent: text, phase: text })),
    mismatches: report.mismatches.map((each) => ({
      ...each,
      agent: text,
      phase: text,
      requested: text,
      used: text,
      floor: text,
    })),
    uses: report.uses.map((each) => ({ ...each, agent: text, phase: text, requested: text, used: text })),
  };
}

/** The same of a week, with work that was put off. */
const ofWeek = (text: string): Report => ({
  ...waiting(text),
  mismatches: saying(text).mismatches,
  work_item: null,
  work_items: [
    {
      work_item: text,
      runs: 1,
      tokens: 1,
      microusd: 1,
      unpriced: 0,
      unmeasured: 0,
      partial: 0,
      dearest: { agent: text, phase: text, microusd: 1 },
    },
  ],
});

const options = (text: string) => ({
  advice: [],
  recommended: [
    {
      phase: text,
      tiers: [
        { tier: text, escalates_to: text, agents: [{ agent: text, rationale: text }] },
        { tier: text, escalates_to: null, agents: [] },
      ],
    },
  ],
  place: { address: null, repository: text },
  commit: text,
});
/** Nothing has run, and something was put off: what people read then. */
const waiting = (text: string): Report => ({
  ...saying(text),
  uses: [],
  mismatches: [],
  deferred: reportOn([], { workItem: 'pr-12', deferred: [putOff()] }).deferred.map((each) => ({
    ...each,
    agent: text,
    phase: text,
    tier: text,
    reason: text,
    work_item: text,
  })),
});

describe('hostile text', () => {
  it.each([
    ['the usage comment', (text: string) => renderUsageComment(saying(text), options(text)) ?? ''],
    [
      'the comment about deferred work',
      (text: string) => renderUsageComment(waiting(text), options(text)) ?? '',
    ],
    [
      'the comment before anything has run',
      (text: string) => renderUsageComment(reportOn([], { workItem: 'pr-12' }), options(text)) ?? '',
    ],
    [
      'the issue of a week',
      (text: string) => renderWeeklyIssue(ofWeek(text), { address: null, repository: '' }),
    ],
    ['the job summary', (text: string) => renderReportSummary(saying(text))],
  ])('neither links, mentions nor breaks out of %s', (_, render) => {
    const shape = (text: string): readonly string[] =>
      [...nodesOf(readMarkdown(render(text)))]
        .map(({ type }) => type)
        .filter((type) => ['table', 'tableRow', 'tableCell', 'heading', 'list', 'listItem'].includes(type));
    const plain = shape('plain');
    fc.assert(
      fc.property(hostileText, (text) => {
        const source = render(text);
        const tree = readMarkdown(source);
        const types = [...nodesOf(tree)].map(({ type }) => type);
        expect(types).not.toContain('link');
        expect(types).not.toContain('image');
        expect(searchedText(tree)).not.toMatch(ACTIVE_TEXT);
        expect(source).not.toContain('<!--');
        if (text.trim() !== '') expect(shape(text)).toEqual(plain);
      }),
      { numRuns: measure(15, 60) },
    );
  });

  it('commands neither the terminal nor the runner', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const line of renderReportTerminal(saying(text)).split('\n')) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be there
          expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]|^\s*::|##\[/);
        }
      }),
    );
  });
});

describe('the report in the terminal', () => {
  it('reads like this', () => {
    const text = renderReportTerminal(pullRequestReport());
    expect(text).toBe(`week 2026-W48 · pr-12 · 4 of 5 jobs reported
YELLOW: 370,000 of 500,000 tokens (74%)
131,000 tokens and $0.73 at list price, as reported by the jobs (partial), in 2
runs

Alerts:
  ✗ SECURITY/EXEC used sonnet, floor opus

Incomplete:
  4 of 5 jobs reported

Tiers:
          runs           cost         rework
  haiku      0    0.0%    <1¢   0.5%  0 of 0
  sonnet     2  100.0%  $0.73  99.5%  0 of 1
  opus       0    0.0%      –      –  0 of 1

Agents:
                   model             tokens   cost  result
  ✗ SECURITY/EXEC  sonnet, not opus     41k  $0.31  below floor
  TESTING/EXEC     sonnet               88k  $0.42  passed
  not attributed   haiku                 2k    <1¢  not known
  Tokens are input, cache writes and output; cache reads are in the cost alone.

escalated 0.0% · reworked 0.0% · overridden 0.0% · critical 0.0%`);
  });

  it('puts what is wrong first and the targets last, those without data in one line, in 80 columns', () => {
    const text = renderReportTerminal(reportOn(PULL_REQUEST, { deferred: [putOff({ agent: 'DATABASE' })] }));
    const titles = [...text.matchAll(/^\n?([A-Z][a-z ]+):/gm)].map(([, title]) => title);
    expect(titles).toEqual([
      ...['Alerts', 'Deferred', 'Tiers', 'Allowances', 'Agents', 'Never seen this week', 'Targets'],
    ]);
    expect(text).toContain('\nTargets: 0 met, 0 missed, 21 not known\n');
    expect(text).toMatch(/\n {2}– Share of runs on sonnet +100% {2}25–30% +n = 2\n/);
    expect(text.match(/not measured|without data/g)).toEqual(['without data']);
    expect(text.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  });

  it('holds its width whatever the agents and models are called, and cuts no figure', () => {
    const long = 'A_LONG_NAME_'.repeat(5);
    const records = [
      run('1', {
        agent: long,
        model_used: `gateway/${'m'.repeat(90)}`,
        tier_used: null,
        cost_microusd: null,
      }),
      run('2', {
        agent: `${long}2`,
        measured: 'partial',
        cost_microusd: 123_456_780_000,
        sub_agents: [long],
      }),
    ];
    for (const workItem of ['pr-12', null]) {
      const text = renderReportTerminal(reportOn(records, { workItem }));
      expect(text).toContain('≥ $123,456.78');
      const table = text.slice(text.indexOf('Agents:')).split('\n\n')[0] ?? '';
      const rows = table.split('\n').filter((line) => /^ {2}(?:! )?A_LONG/.test(line));
      expect(rows).toHaveLength(2);
      expect(rows.filter((line) => [...line].length > 80)).toEqual([]);
    }
  });

  it('says that nothing was recorded, and no zeros', () => {
    const text = renderReportTerminal(reportOn([]));
    expect(text).toContain('\nnothing was recorded\n');
    expect(text).not.toContain('$');
  });

  it('has a dash for a tier on which nothing ran, and says where its use is not known', () => {
    const lost = run('1', {
      measured: 'none',
      tokens: null,
      model_used: null,
      tier_used: null,
      cost_microusd: null,
    });
    const text = renderReportTerminal(reportOn([lost]));
    expect(text).toMatch(/^ {2}haiku +1 .* not known +– /m);
    expect(text).toMatch(/^ {2}opus +0 .* – +– /m);
    expect(text).not.toContain('$0.00');
    expect(renderReportSummary(reportOn([lost]))).not.toContain('$0.00');
  });
});

describe('the report in the job summary', () => {
  it('has no table of more than five columns, and the targets last', () => {
    for (const report of [reportOn(PULL_REQUEST), pullRequestReport()]) {
      const text = renderReportSummary(report);
      const columns = text
        .split('\n')
        .flatMap((line) => (/^\|[-:|]+\|$/.test(line) ? line.split('|').length - 2 : []));
      expect(Math.max(...columns)).toBeLessThanOrEqual(5);
      expect(text.match(/#### [^\n]+/g)?.at(-1)).toBe(
        report.work_item === null ? '#### Targets' : '#### Used',
      );
    }
  });

  it('shows every target with its status and its n', () => {
    const text = renderReportSummary(reportOn(PULL_REQUEST));
    expect(text).toContain(
      '| · | Share of runs on haiku | between 60% and 70% | 0% | not enough data (n = 2) |',
    );
    expect(text).toContain(
      '| · | Hours from LEAD to completion | trend steady | – | not measured: GitHub was not asked, or does not say |',
    );
    expect(text).toContain('Never seen this week: GITHUB, DOCMON');
  });

  it('fits its budget', () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      run(String(index), { agent: `AGENT_${'é'.repeat(20)}${index}`, tokens: output(index) }),
    );
    expect(Buffer.byteLength(renderReportSummary(reportOn(many)))).toBeLessThanOrEqual(REPORT_SUMMARY_BUDGET);
  });
});
