import { describe, expect, it } from 'vitest';
import { renderUsageComment, USAGE_COMMENT_BUDGET } from '../../../src/render/usage/comment.ts';
import { ALLOCATION, output, run } from '../../report/records.ts';
import { reportOn } from '../../report/reports.ts';
import { nodesOf, readMarkdown, shownText } from '../markdown.ts';
import { CASES, OPTIONS, putOff } from './cases.ts';

const ofItem = (
  records: Parameters<typeof reportOn>[0],
  changes: Parameters<typeof reportOn>[1] = {},
): string => renderUsageComment(reportOn(records, { workItem: 'pr-12', ...changes }), OPTIONS) ?? '';

/** What GitHub shows of a case before anybody opens what is folded, and how it looks. */
function shownOf(name: string) {
  const { report, options } = CASES.find((each) => each.name === name) ?? {};
  if (report === undefined || options === undefined) throw new Error(`no case ${name}`);
  const text = renderUsageComment(report, options) ?? '';
  const open = text.replace(/<details>.*<\/details>/s, '');
  const all = [...nodesOf(readMarkdown(open))];
  const texts = (type: string): readonly string[] =>
    all.filter((node) => node.type === type).map((node) => shownText(node));
  return {
    text,
    open,
    texts,
    headings: texts('heading'),
    bold: texts('strong'),
    tables: texts('table').length,
  };
}

describe('the usage comment of a pull request', () => {
  it.each(CASES)('reads like this: $name', async ({ name, report, options }) => {
    const text = renderUsageComment(report, options) ?? '';
    await expect(text).toMatchFileSnapshot(`../../fixtures/usage-comments/${name}.md`);
  });

  it.each(CASES)('shows one table of four columns at most, and little else: $name', ({ name }) => {
    const { text, open, tables, texts } = shownOf(name);
    expect(tables).toBeLessThanOrEqual(1);
    expect(text.match(/\|[-:]+/g)?.length ?? 0).toBeLessThanOrEqual(8);
    const lines = open.split('\n').filter((line) => line !== '' && !line.startsWith('|'));
    expect(lines.length).toBeLessThanOrEqual(6);
    expect(texts('tableRow').length).toBeLessThanOrEqual(15);
    expect(text).not.toContain('$0.00');
  });

  it('is two lines where all is well, and the rest is folded', () => {
    const { open, headings, tables, bold } = shownOf('well');
    expect(headings).toEqual(['✅ haiku-first usage: $1.11, every floor held']);
    expect(tables).toBe(0);
    expect(bold).toEqual([]);
    expect(open.trim().split(/\n+/)).toHaveLength(3);
    expect(shownOf('sixty-jobs').tables).toBe(0);
  });

  it('says how many of the runs of an agent failed, where not all did', () => {
    const runs = Array.from({ length: 13 }, (_, place) =>
      run(String(place + 1), { outcome: place < 2 ? 'fail' : 'pass' }),
    );
    expect(ofItem(runs)).toContain('| GITHUB/EXEC | haiku | 2 of 13 failed | ');
    expect(ofItem(runs.slice(0, 2))).toContain('| GITHUB/EXEC | haiku | failed | ');
  });

  it('has what has not been reported before what was used, also where some of that is not known', () => {
    const table = shownOf('partial').open;
    expect(table.indexOf('DOCMON/EXEC')).toBeLessThan(table.indexOf('API/PLAN'));
  });

  it('begins with the work that is below its floor, in bold, and with what to do', () => {
    const { headings, bold, texts } = shownOf('below-floor');
    expect(headings).toEqual(['❌ haiku-first usage: SECURITY ran on sonnet, below its opus floor']);
    expect(bold).toEqual(['Do not rely on its work.', 'sonnet', 'All 4 jobs', '$1.52']);
    expect(texts('link')[0]).toBe('run SECURITY again');
    expect(texts('listItem')).toEqual([
      'TESTING/EXEC: opus instead of sonnet, overridden by octocat: a big *merge*',
    ]);
  });

  it('says what was put off, and what starts it', () => {
    expect(shownOf('deferred').headings).toEqual([
      '⏸ haiku-first usage: DESIGN/PLAN has not run, deferred to Monday 30 Nov 2026',
    ]);
    expect(shownOf('deferred-for-ever').open).toContain(
      'nothing starts them, as the allocation has no `deferred:`',
    );
  });

  it('says when a model is tried again, what in ORANGE has work done sooner, and what was dropped', () => {
    const orange = { weekRecords: [run('0', { tokens: output(440_000) })] };
    const away = putOff({ not_before: '2026-11-27T14:45:00Z', reason: 'opus is unavailable' });
    expect(ofItem([], { deferred: [away] })).toContain('tries it again from 27 Nov 2026, 14:45 UTC on');
    expect(ofItem([], { deferred: [putOff()], ...orange })).toContain(
      'run the job again with `critical: true`',
    );
    const dropped = { ...putOff(), standing: 'dropped', since: '2026-11-28T00:00:00Z' } as const;
    expect(ofItem([], { deferred: [dropped] })).toContain('dropped by `drain`');
    const started = { ...putOff(), standing: 'started', since: '2026-11-28T00:00:00Z' } as const;
    expect(ofItem([], { deferred: [started] })).toContain(
      '| DESIGN/PLAN | sonnet | deferred, then started | – |',
    );
  });

  it('is not there when there is nothing to say', () => {
    expect(renderUsageComment(reportOn([], { workItem: 'pr-12' }), OPTIONS)).toBeNull();
  });

  it('never shows $0 for what has no price or no measure', () => {
    const unpriced = run('1', {
      model_used: 'mystery-1',
      tier_used: null,
      cost_microusd: null,
      cost_basis: 'unpriced',
    });
    const unmeasured = run('2', {
      agent: 'API',
      tokens: null,
      model_used: null,
      cost_microusd: null,
      cost_basis: 'unmeasured',
      measured: 'none',
    });
    const text = ofItem([unpriced, unmeasured]);
    expect(text).toContain('### ⚠️ haiku-first usage: cost not known, not all of it is known');
    expect(text).toContain('| ⚠️ GITHUB/EXEC | `mystery-1` | passed | unpriced |');
    expect(text).toContain('| ⚠️ API/EXEC | not known | passed | not measured |');
    expect(text).toContain('| `haiku-5-5 → mystery-1` | 79 |');
    expect(text).not.toContain('$0');
  });

  it('shows what forks report beside what counts, and counts none of it', () => {
    const text = ofItem([
      run('1', { task: { fork: true } }),
      run('2', { agent: 'DOCMON', cost_microusd: 420_000 }),
    ]);
    expect(text).toContain('| GITHUB/EXEC (not counted) | haiku |');
    expect(text).toContain('**$0.42**');
    expect(text).toContain('Not counted: &lt;1¢, reported by jobs of forks or Dependabot');
  });

  it('folds away the rows that are too many, and its table adds up all the same', () => {
    const many = Array.from({ length: 30 }, (_, place) =>
      run(String(place), { agent: `AGENT${place}`, cost_microusd: 10_000 * (place + 1) }),
    );
    const text = ofItem(many, { deferred: [putOff()] });
    expect(text).toContain('| 19 others, below |  |  | $1.90 |\n| **30 jobs** |  |  | **$4.65** |');
  });

  it('fits into a comment however much there is', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      run(String(index), { agent: `AGENT${index}`, tokens: output(index) }),
    );
    for (const deferred of [[], [putOff()]]) {
      const text = ofItem(many, { deferred, allocation: ALLOCATION });
      expect(text.length).toBeLessThanOrEqual(USAGE_COMMENT_BUDGET);
      expect(text).toMatch(/\*[\d,]+ rows more, not shown here/);
      expect(text).toContain('$18.14');
    }
  });
});
