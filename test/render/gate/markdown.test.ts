import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import {
  COMMENT_BUDGET,
  GATE_MARKER,
  renderGateComment,
  tellsOfMore,
} from '../../../src/render/gate/comment.ts';
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

const ADDRESS = 'https://github.com/octo/demo';
const RUN = `${ADDRESS}/actions/runs/1`;
const COMMIT = 'a'.repeat(40);
const FIRST = {
  address: ADDRESS,
  run: RUN,
  author: { commit: COMMIT, editor: `${ADDRESS}/edit/cheaper` },
  earlier: false,
};
const AGAIN = { ...FIRST, earlier: true };

function comment(result: Parameters<typeof renderGateComment>[0], options = FIRST): string {
  const body = renderGateComment(result, options);
  if (body === null) throw new Error('there is no comment');
  return body;
}

/** Rows of all tables, headings left out. */
function tableRowsOf(markdown: string): Nodes[] {
  const tables = [...nodesOf(readMarkdown(markdown))].filter((node) => node.type === 'table');
  return tables.flatMap((table) => table.children.slice(1));
}

describe('the comment', () => {
  it('says what is refused, why, where, and what to do', () => {
    const floor = {
      id: 'security-always-opus',
      because: 'a missed threat costs more',
      file: 'allocation.yaml',
      line: 150,
      commit: 'b'.repeat(40),
      absolute: true as const,
    };
    const at = { file: 'allocation.yaml', line: 50, commit: COMMIT };
    expect(
      comment(
        report({
          findings: [finding({ floor, commit: COMMIT })],
          changes: [change(), change({ agent: 'TESTING', from: 'sonnet', to: 'haiku', at })],
          exceptions: [exception()],
          notices: ['The base has no exceptions file.'],
        }),
      ),
    ).toMatchInlineSnapshot(`
      "<!-- haiku-first:gate -->

      ### ❌ haiku-first gate: SECURITY would run on sonnet, below its opus floor

      Floor [security-always-opus](https://github.com/octo/demo/blob/bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb/allocation.yaml#L150): it takes no exceptions, because *a missed threat costs more*

      | Change | Base → this pull request | Verdict |
      |---|---|---|
      | ❌ [SECURITY/EXEC](https://github.com/octo/demo/blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/allocation.yaml#L41) | \`opus\` → \`sonnet\` | [HF101 floor-broken](https://github.com/octo/haiku-first/blob/v0.1.0/docs/rules/HF101.md) |
      | ✅ [TESTING/EXEC](https://github.com/octo/demo/blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/allocation.yaml#L50) | \`sonnet\` → \`haiku\` | no finding |

      **To merge:** [edit line 41](https://github.com/octo/demo/edit/cheaper/allocation.yaml#L41): raise the cell to its floor again. To go below a floor that allows exceptions, have an exception merged first, in a pull request of its own.

      - The base has no exceptions file.

      <details>
      <summary>How it was judged</summary>

      12,345 situations tried.

      The first situation of each:

      - \`SECURITY in EXEC: opus → sonnet, floor opus (zone GREEN)\`

      Exceptions in force:

      - VALIDATION/PLAN may run on haiku under validation-in-critical-phases until 2026-12-31, renewed 1 time. Approved by octocat, octo/demo#&#8203;42: trial of the new checklist

      Rules:

      - [HF101 floor-broken](https://github.com/octo/haiku-first/blob/v0.1.0/docs/rules/HF101.md)

      </details>

      <sub>the merge of PR #&#8203;12 against main at 1a2b&#8203;3c4 · head aaaa&#8203;aaa · [job summary](https://github.com/octo/demo/actions/runs/1) · updated with every push</sub>
      "
    `);
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
    expect(body).toContain('### ❌ haiku-first gate: SECURITY is assigned sonnet\n');
    expect(body).toContain('| ❌ SECURITY/LEAD, PLAN, EXEC, allocation.yaml:41 | `opus` → `sonnet` | ');
    expect(tableRowsOf(body)).toHaveLength(1);
  });

  it('has one row for a change, whatever number of rules speak of it', () => {
    const body = comment(
      report({
        findings: [finding(), finding({ rule: 'HF222', severity: 'warning', message: 'And less effort.' })],
      }),
    );
    expect(tableRowsOf(body)).toHaveLength(1);
    expect(body).toContain('And less effort.');
  });

  it('says of a tier that a rule has taken away no more than is known of the other changes', () => {
    const gone = finding({ rule: 'HF109', agent: null, phase: null, line: 3, counterexample: null });
    const others = [change(), change({ agent: 'API' })];
    expect(comment(report({ findings: [gone], changes: others }))).not.toContain('✅');
    expect(comment(report({ changes: others }))).toContain(
      '| ✅ API/EXEC | `opus` → `sonnet` | no finding |',
    );
  });

  it('opens the editor only where the judged line is that of the branch', () => {
    const edit = '[edit line 41](https://github.com/octo/demo/edit/cheaper/allocation.yaml#L41)';
    const line = (commit: string) => comment(report({ findings: [finding({ commit })] }));
    expect(line(COMMIT)).toContain(`**To merge:** ${edit}: raise the cell`);
    expect(line('b'.repeat(40))).not.toContain('/edit/');
    expect(line('b'.repeat(40))).toContain(
      `[line 41 of allocation.yaml](${ADDRESS}/blob/${'b'.repeat(40)}/allocation.yaml#L41)`,
    );
  });

  it('sets exceptions that are only proposed apart from those in force', () => {
    const field = 'exceptions.validation-in-critical-phases VALIDATION/PLAN';
    const body = comment(
      report({
        exceptions: [exception({ proposed: true })],
        changes: [change(), change({ agent: null, phase: null, field, from: null, to: '{}' })],
      }),
    );
    expect(body).not.toContain('Exceptions in force');
    expect(body).toContain('Proposed exceptions, which count once they are on the base:\n');
    expect(body).not.toContain('exceptions.validation');
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
    expect(comment(report({ findings: [], changes: [] }), AGAIN)).toContain(
      '### ❌ haiku-first gate: refused\n',
    );
    expect(comment(report({ findings: [], changes: [] }), AGAIN)).not.toContain('resolved');
  });

  it('is written for harmless changes, and for a warning about files that were left alone', () => {
    expect(comment(report({ verdict: 'pass', findings: [] }))).toContain(
      '### ✅ haiku-first gate: every floor holds\n',
    );
    const expired = finding({ rule: 'HF204', severity: 'warning', counterexample: null });
    expect(comment(untouched({ findings: [expired] }))).toContain(
      '### ⚠️ haiku-first gate: the allocation is as on the base, 1 thing to look at\n',
    );
  });

  it('turns to resolved when an earlier comment stands and all is well', () => {
    for (const well of [untouched(), report({ verdict: 'pass', findings: [] })]) {
      const body = comment(well, AGAIN);
      expect(body.startsWith(`${GATE_MARKER}\n\n### ✅ haiku-first gate: resolved, `)).toBe(true);
      expect(tellsOfMore(body)).toBe(true);
    }
    expect(comment(report(), AGAIN)).not.toContain('resolved');
    const warned = report({ verdict: 'pass', findings: [finding({ severity: 'warning' })] });
    for (const told of [report(), failure(), warned]) expect(tellsOfMore(comment(told))).toBe(true);
    expect(tellsOfMore(comment(report({ verdict: 'pass', findings: [] })))).toBe(false);
    expect(tellsOfMore('### haiku-first gate · ❌ fail: 1 error, 0 warnings')).toBe(true);
  });

  it('does not call a refusal harmless when only the exit code is', () => {
    const body = comment(report({ mode: 'warn' }));
    expect(body).toContain('### ❌ haiku-first gate: SECURITY would run on sonnet, below its opus floor\n');
    expect(body).toContain('Nothing is blocked (mode: warn).');
  });

  it('says that nothing is passed when the gate could not judge', () => {
    const body = comment(failure());
    expect(body).toContain('### ❌ haiku-first gate: could not judge, so nothing is passed\n');
    expect(body).toContain('the clone is shallow. | – | Set \\`fetch-depth: 0\\`');
    const cut = comment(report({ verdict: 'error', findings: [], notices: ['GitHub did not answer.'] }));
    expect(cut).toContain('could not judge, so nothing is passed');
    expect(cut).toContain('| ❌ GitHub did not answer. | – | – |');
  });

  it('shows some findings of each rule and counts the others', () => {
    const many = Array.from({ length: 300 }, (_, index) => finding({ agent: `AGENT_${index}` }));
    const body = comment(report({ findings: [...many, finding({ rule: 'HF102' })], changes: [] }));
    expect(tableRowsOf(body)).toHaveLength(20 + 1);
    expect(body).toContain('*280 rows more, not shown here. The job summary has them all.*');
  });

  it('stays within its budget, in whole rows, and says what is left out', () => {
    const many = huge(10_000);
    const changes = many.changes.map((each, index) => ({ ...each, agent: `OTHER_${index}` }));
    const body = comment({ ...many, changes });
    expect(body.length).toBeLessThanOrEqual(COMMENT_BUDGET);
    expect(body.length).toBeGreaterThan(COMMENT_BUDGET * 0.9);
    const shown = tableRowsOf(body);
    const missing = [...body.matchAll(/\*([\d,]+) (?:row|change)s more, not shown here/g)];
    const rows = missing.reduce(
      (sum, [, figure = '']) => sum + Number(figure.replaceAll(',', '')),
      shown.length,
    );
    expect(rows).toBe(20_000);
    for (const row of shown) expect(row).toHaveProperty('children.length', 3);
  });

  it('folds changes without a finding away where there are many', () => {
    const changes = Array.from({ length: 30 }, (_, index) => change({ agent: `AGENT_${index}` }));
    const body = comment(report({ verdict: 'pass', findings: [], changes }));
    expect(tableRowsOf(body.split('<details>')[0] ?? '')).toHaveLength(12);
    expect(body).toContain('<summary>18 changes more</summary>');
    expect(tableRowsOf(body)).toHaveLength(30);
  });
});

describe('the summary', () => {
  it('holds every finding', () => {
    const many = Array.from({ length: 300 }, (_, index) => finding({ agent: `AGENT_${index}` }));
    const text = renderGateSummary(report({ findings: many, changes: [] }), FIRST);
    expect(tableRowsOf(text)).toHaveLength(300);
    expect(text).not.toContain('not shown here');
  });

  it('says in a line that nothing was touched', () => {
    expect(renderGateSummary(untouched(), FIRST)).toContain(
      '### ✅ haiku-first gate: the allocation is as on the base\n\n<sub>',
    );
  });

  it('stays within its budget in bytes, and says what is left out', () => {
    const text = renderGateSummary(huge(10_000), FIRST);
    const size = new TextEncoder().encode(text).length;
    expect(size).toBeLessThanOrEqual(SUMMARY_BUDGET);
    expect(size).toBeGreaterThan(SUMMARY_BUDGET * 0.9);
    const shown = text.split('\n').filter((line) => /^(?:\| |- )❌/.test(line)).length;
    const missing = /\*([\d,]+) rows more, not shown here/.exec(text)?.[1]?.replaceAll(',', '');
    expect(shown + Number(missing)).toBe(10_000);
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
    const ours = tags.filter((tag) => tag !== '<code>' && tag !== '</code>');
    const own = /^(?:<\/?sub>|<\/details>|<details>\n<summary>How it was judged<\/summary>)$/;
    for (const tag of ours) expect(tag).toMatch(own);
    return `${ours.join()} ${[...kinds.slice(1), 'tableRow', 'tableCell', 'listItem', 'heading']
      .map((kind) => `${kind} ${nodes.filter((node) => node.type === kind).length}`)
      .join(', ')}`;
  }

  /** The figures of a census, without the tags before them. */
  const counts = (text: string): readonly number[] =>
    [...text.matchAll(/[a-zA-Z]+ (\d+)(?=,|$)/g)].map((match) => Number(match[1]));
  const isWithin = (most: readonly number[]) => (found: readonly number[]) =>
    found.length === most.length && found.every((each, place) => each <= (most[place] ?? 0));

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
        // Where every character takes ten, not all rows fit; what is shown has its form all the same.
        if (body.includes(', not shown here.'))
          expect(counts(census(body))).toSatisfy(isWithin(counts(form)));
        else expect(census(body)).toBe(form);
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
    expect(links.map((link) => link.url)).toEqual([RUN]);
  });

  it('say in a word that a value is gone or new', () => {
    const text = comment(
      report({
        changes: [
          change({ from: null, agent: null, phase: null }),
          change({ field: 'effort', to: null, agent: null, phase: null }),
        ],
      }),
    );
    expect(text).toContain('| ➖ tier | none → `sonnet` |');
    expect(text).toContain('| ➖ effort | `opus` → **removed** |');
  });

  it('are the same for the same report', () => {
    expect(comment(huge(100))).toBe(comment(huge(100)));
    expect(renderGateSummary(huge(100), FIRST)).toBe(renderGateSummary(huge(100), FIRST));
  });
});
