import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { COMMENT_BUDGET, GATE_MARKER, renderGateComment } from '../../../src/render/gate/comment.ts';
import { renderGateSummary, SUMMARY_BUDGET } from '../../../src/render/gate/summary.ts';
import { visible } from '../../../src/render/visible.ts';
import { measure } from '../../support/soak.ts';
import { HOSTILE, hostileText } from '../hostile.ts';
import { ACTIVE_TEXT, nodesOf, readMarkdown, searchedText, shownText } from '../markdown.ts';
import {
  change,
  exception,
  failure,
  filledWith,
  finding,
  huge,
  report,
  untouched,
} from '../usage/reports.ts';

const DOCS = 'https://github.com/octo/haiku-first/blob/v0.1.0/docs/rules/README.md';
const FIRST = { docs: DOCS, address: 'https://github.com/octo/demo', earlier: false };
const AGAIN = { ...FIRST, earlier: true };

function comment(result: Parameters<typeof renderGateComment>[0], options = FIRST): string {
  const body = renderGateComment(result, options);
  if (body === null) throw new Error('there is no comment');
  return body;
}

/** Rows of all tables, headings left out, and items of all lists. */
function rowsOf(markdown: string): Nodes[] {
  const tables = [...nodesOf(readMarkdown(markdown))].filter((node) => node.type === 'table');
  const items = [...nodesOf(readMarkdown(markdown))].filter((node) => node.type === 'listItem');
  return [...tables.flatMap((table) => table.children.slice(1)), ...items];
}

describe('the comment', () => {
  it('says what is refused, why, where, and what to do', () => {
    expect(
      comment(report({ exceptions: [exception()], notices: ['The base has no exceptions file.'] })),
    ).toBe(
      `<!-- haiku-first:gate -->

### haiku-first gate · ❌ fail: 1 error, 0 warnings

the merge of PR #&#8203;12 against main at 1a2b&#8203;3c4 · *12,345 situations tried*

#### Errors

- ❌ [HF101](https://github.com/octo/haiku-first/blob/v0.1.0/docs/rules/HF101.md) floor-broken · \`SECURITY/EXEC\` · SECURITY in EXEC would run on sonnet; the floor security-always-opus asks for opus. · \`SECURITY in EXEC: opus → sonnet, floor opus (zone GREEN)\` · \`allocation.yaml:41\`

#### Changes

| Cell | Field | From → to |
|---|---|---|
| \`SECURITY/EXEC\` | \`tier\` | \`opus\` → \`sonnet\` |

#### Exceptions in force

| Cell and floor | May run on | Until | Approved by |
|---|---|---|---|
| \`VALIDATION/PLAN\`, \`validation-in-critical-phases\` | \`haiku\` | 2026-12-31, renewed 1 time | octocat, octo/demo#&#8203;42: trial of the new checklist |

#### Notes

- The base has no exceptions file.

#### Next

- HF101: raise the cell to its floor again. To go below a floor that allows exceptions, have an exception merged first, in a pull request of its own.

[What each rule means](${DOCS})
`,
    );
  });

  it('tells of one edited line once, in however many phases it breaks a rule', () => {
    const of = (phase: string) =>
      finding({ phase, message: `SECURITY in ${phase} is assigned sonnet.`, counterexample: null });
    const body = comment(
      report({
        findings: ['LEAD', 'PLAN', 'EXEC'].map(of),
        changes: ['LEAD', 'PLAN', 'EXEC'].map((phase) => change({ phase })),
      }),
    );
    expect(body).toContain('❌ fail: 3 errors');
    expect(body.match(/`allocation\.yaml:41`/g)).toHaveLength(1);
    expect(body).toContain(' · `SECURITY/LEAD, PLAN, EXEC` · SECURITY in LEAD is assigned sonnet. · ');
    expect(body).toContain('| `SECURITY/LEAD, PLAN, EXEC` | `tier` | `opus` → `sonnet` |');
    expect(rowsOf(body)).toHaveLength(3);
  });

  it('sets exceptions that are only proposed apart from those in force', () => {
    const body = comment(report({ exceptions: [exception({ proposed: true })] }));
    expect(body).not.toContain('Exceptions in force');
    expect(body).toContain('#### Proposed exceptions, which count once they are on the base\n');
  });

  it('is not written when there is nothing to say', () => {
    expect(renderGateComment(untouched(), FIRST)).toBeNull();
    expect(renderGateComment(untouched({ exceptions: [exception()], notices: ['x'] }), FIRST)).toBeNull();
    expect(renderGateComment(report({ verdict: 'pass', findings: [], changes: [] }), FIRST)).toBeNull();
  });

  it('is not written for an exception in force when the files were left alone', () => {
    const inForce = finding({ rule: 'HF301', severity: 'notice', counterexample: null });
    expect(renderGateComment(untouched({ findings: [inForce] }), FIRST)).toBeNull();
    expect(comment(report({ verdict: 'pass', findings: [inForce], changes: [] }))).toContain('HF301');
  });

  it('is never silent, nor resolved, without a pass', () => {
    expect(comment(report({ findings: [], changes: [] }), AGAIN)).toContain('❌ fail: 0 errors, 0 warnings');
    expect(comment(report({ findings: [], changes: [] }), AGAIN)).not.toContain('Resolved');
  });

  it('is written for harmless changes, and for a warning about files that were left alone', () => {
    expect(comment(report({ verdict: 'pass', findings: [] }))).toContain('✅ pass\n');
    const expired = finding({ rule: 'HF204', severity: 'warning', counterexample: null });
    expect(comment(untouched({ findings: [expired] }))).toContain('✅ pass: 0 errors, 1 warning');
  });

  it('turns to resolved when an earlier comment stands and all is well', () => {
    for (const well of [untouched(), report({ verdict: 'pass', findings: [] })]) {
      const body = comment(well, AGAIN);
      expect(body.startsWith(`${GATE_MARKER}\n\n### haiku-first gate · ✅ resolved\n`)).toBe(true);
      expect(body).toContain('Resolved: no error and no warning is left.');
    }
    expect(comment(report(), AGAIN)).not.toContain('Resolved');
  });

  it('does not call a refusal harmless when only the exit code is', () => {
    expect(comment(report({ mode: 'warn' }))).toContain(
      '❌ fail: 1 error, 0 warnings (mode: warn, nothing is blocked)',
    );
  });

  it('says that nothing is passed when the gate could not judge', () => {
    const body = comment(failure());
    expect(body).toContain('⛔ error: could not be judged');
    expect(body).toContain('Nothing was decided, so nothing is passed');
    expect(body).toContain('the clone is shallow. Set \\`fetch-depth: 0\\`');
    const cut = comment(report({ verdict: 'error', findings: [], notices: ['GitHub did not answer.'] }));
    expect(cut).toContain('⛔ error: could not be judged');
    expect(cut).toContain('- GitHub did not answer.');
  });

  it('shows some findings of each rule and counts the others', () => {
    const many = Array.from({ length: 300 }, (_, index) => finding({ agent: `AGENT_${index}` }));
    const body = comment(report({ findings: [...many, finding({ rule: 'HF102' })], changes: [] }));
    expect(rowsOf(body)).toHaveLength(20 + 1 + 2);
    expect(body).toContain('*280 errors more, not shown here. The job summary has them all.*');
  });

  it('stays within its budget, in whole rows, and says what is left out', () => {
    const body = comment(huge(10_000));
    expect(body.length).toBeLessThanOrEqual(COMMENT_BUDGET);
    expect(body.length).toBeGreaterThan(COMMENT_BUDGET * 0.9);
    const shown = rowsOf(body).filter((row) => row.type === 'tableRow');
    const missing = /\*([\d,]+) changes more, not shown here/.exec(body)?.[1]?.replaceAll(',', '');
    expect(shown.length + Number(missing)).toBe(10_000);
    for (const row of shown) expect(row).toHaveProperty('children.length', 3);
  });
});

describe('the summary', () => {
  it('holds every finding', () => {
    const many = Array.from({ length: 300 }, (_, index) => finding({ agent: `AGENT_${index}` }));
    const text = renderGateSummary(report({ findings: many, changes: [] }), FIRST);
    expect(rowsOf(text)).toHaveLength(300 + 1);
    expect(text).not.toContain('not shown here');
  });

  it('says in a line that nothing was touched', () => {
    expect(renderGateSummary(untouched(), FIRST)).toContain('the allocation is as on the base');
  });

  it('stays within its budget in bytes, and says what is left out', () => {
    const text = renderGateSummary(huge(10_000), FIRST);
    const size = new TextEncoder().encode(text).length;
    expect(size).toBeLessThanOrEqual(SUMMARY_BUDGET);
    expect(size).toBeGreaterThan(SUMMARY_BUDGET * 0.9);
    const shown = text.split('\n').filter((line) => /^(?:\| |- )❌/.test(line)).length;
    const missing = /\*([\d,]+) errors more, not shown here/.exec(text)?.[1]?.replaceAll(',', '');
    expect(shown + Number(missing)).toBe(7_500);
  });

  it('says what went wrong when the gate could not judge', () => {
    expect(renderGateSummary(failure(), FIRST)).toContain('the clone is shallow');
  });
});

describe('both', () => {
  const kinds = [
    'html',
    'link',
    'image',
    'linkReference',
    'footnoteReference',
    'strong',
    'delete',
    'blockquote',
    'code',
    'thematicBreak',
    'definition',
  ];
  const plain = filledWith('plain');

  /** How many nodes of each kind a reader would meet. Code marks with a pipe in them are written as tags. */
  function census(markdown: string): string {
    const nodes = [...nodesOf(readMarkdown(markdown))];
    const tags = nodes
      .filter((node) => node.type === 'html' && node.value !== GATE_MARKER)
      .map((node) => node.type === 'html' && node.value);
    expect(tags.every((tag) => tag === '<code>' || tag === '</code>')).toBe(true);
    return [...kinds.slice(1), 'tableRow', 'tableCell', 'listItem', 'heading']
      .map((kind) => `${kind} ${nodes.filter((node) => node.type === kind).length}`)
      .join(', ');
  }

  it('keep their form whatever stands in the judged files', () => {
    // The address of a rule's page is hostile here as well, so that its links go.
    const form = census(
      comment({ ...plain, findings: plain.findings.map((each) => ({ ...each, docs: '' })) }),
    );
    fc.assert(
      fc.property(hostileText, (text) => {
        const hostile = filledWith(text);
        const body = comment({
          ...hostile,
          findings: hostile.findings.map((each) => ({ ...each, docs: '' })),
        });
        expect(census(body)).toBe(form);
        expect(searchedText(readMarkdown(body))).not.toMatch(ACTIVE_TEXT);
        expect(body.split(GATE_MARKER)).toHaveLength(2);
        expect(renderGateSummary(hostile, FIRST)).not.toContain('<!--');
      }),
      { numRuns: measure(50, 200) },
    );
  });

  it('show the hostile text as text', () => {
    for (const text of HOSTILE) {
      expect(shownText(readMarkdown(comment(filledWith(text))))).toContain(visible(text, 100));
    }
  });

  it('link a rule only to a plain address', () => {
    const body = comment(report({ findings: [finding({ docs: 'javascript:alert(1)' })] }));
    const links = [...nodesOf(readMarkdown(body))].filter((node) => node.type === 'link');
    expect(links.map((link) => link.url)).toEqual([DOCS]);
  });

  it('show a value that is gone or new as a dash', () => {
    expect(comment(report({ changes: [change({ from: null, agent: null, phase: null })] }))).toContain(
      '| – | `tier` | – → `sonnet` |',
    );
  });

  it('are the same for the same report', () => {
    expect(comment(huge(100))).toBe(comment(huge(100)));
    expect(renderGateSummary(huge(100), FIRST)).toBe(renderGateSummary(huge(100), FIRST));
  });
});
