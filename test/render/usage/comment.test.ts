import { describe, expect, it } from 'vitest';
import { renderUsageComment, USAGE_COMMENT_BUDGET } from '../../../src/render/usage/comment.ts';
import { recommend } from '../../../src/report/recommend.ts';
import { ALLOCATION, event, output, run } from '../../report/records.ts';
import { pullRequestReport, reportOn } from '../../report/reports.ts';

const QUIET = { recommended: [] };
const [LEAD] = ALLOCATION.phases;

describe('the usage comment of a pull request', () => {
  it('says who used what, what it cost, what is missing, and what to do next', () => {
    const reworked = pullRequestReport({ events: [event({ agent: 'TESTING' })] });
    expect(renderUsageComment(reworked, QUIET)).toBe(`### haiku-first · PR #12 · 4 of 5 jobs reported


- ❌ SECURITY/EXEC used sonnet, floor opus

| agent/phase | asked → used | tokens | cost | result |
|---|---|--:|--:|---|
| \`SECURITY/EXEC\` | \`opus-5-5 → sonnet-5-5\` | 41k | $0.31 | pass |
| \`TESTING/EXEC\` | \`sonnet-5-5\` | 88k | $0.42 | rework |
| \`unattributed/EXEC\` | \`haiku-5-5\` | 2k | <1¢ | – |

Missing: VALIDATION/EXEC (running)  
Total $0.73 at list price, as reported by the jobs (partial) · escalations 0  
Week 2026-W48: YELLOW, 370,000 of 500,000 tokens (74%)

Next: run SECURITY again on opus
`);
  });

  it('says when it opens what the matrix recommends', () => {
    const opened = reportOn([], { workItem: 'pr-12' });
    if (LEAD === undefined) throw new Error('there is a phase');
    expect(
      renderUsageComment(opened, { recommended: recommend(ALLOCATION, LEAD) }),
    ).toBe(`### haiku-first · PR #12

Recommended:

- Haiku (can escalate to Sonnet): DOCMON, GITHUB, QUICKFIX, RETRO, RISK, VALIDATION
- Sonnet: PERFORMANCE, STORIES
- Sonnet (can escalate to Opus): API, DATABASE, DEPENDENCY, DESIGN, TESTING
- Opus: SECURITY
`);
  });

  it('says one recommendation in one line', () => {
    const only = [{ tier: 'Haiku', escalatesTo: 'Sonnet', agents: ['GITHUB'] }];
    expect(renderUsageComment(reportOn([], { workItem: 'pr-12' }), { recommended: only })).toContain(
      '\nRecommended: Haiku (can escalate to Sonnet): GITHUB\n',
    );
  });

  it('is not there when there is nothing to say', () => {
    expect(renderUsageComment(reportOn([], { workItem: 'pr-12' }), QUIET)).toBeNull();
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
    const text = renderUsageComment(reportOn([unpriced, unmeasured], { workItem: 'pr-12' }), QUIET);
    expect(text).toContain('| `haiku-5-5 → mystery-1` | 79 | unpriced |');
    expect(text).toContain('| `haiku-5-5 → not measured` | – | not measured |');
    expect(text).toContain('Total cost not known · escalations 0');
    expect(text).not.toContain('$0');
  });

  it('shows what forks report and counts none of it', () => {
    const theirs = run('1', { task: { fork: true } });
    const text = renderUsageComment(reportOn([theirs], { workItem: 'pr-12' }), QUIET);
    expect(text).toContain('| `GITHUB/EXEC` *(not counted)* | `haiku-5-5` |');
    expect(text).not.toContain('Total');
    expect(text).toContain('Not counted: <1¢, reported by jobs of forks or Dependabot');
  });

  it('fits into a comment however much there is', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      run(String(index), { agent: `AGENT${index}`, tokens: output(index) }),
    );
    const text = renderUsageComment(reportOn(many, { workItem: 'pr-12' }), QUIET) ?? '';
    expect(text.length).toBeLessThanOrEqual(USAGE_COMMENT_BUDGET);
    expect(text).toMatch(/\*[\d,]+ rows more, not shown here/);
    expect(text).toContain('Total $18.14');
  });
});
