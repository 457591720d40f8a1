import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN, renderGateTerminal } from '../../../src/render/gate/terminal.ts';
import { hostileText } from '../hostile.ts';
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

describe('the terminal', () => {
  it('shows what is refused, why, where, and what to do', () => {
    const docs = 'haiku-first explain HF101';
    const floor = {
      id: 'security-always-opus',
      because: 'a missed threat costs more than any review',
      file: 'allocation.yaml',
      line: 150,
      commit: null,
      absolute: true as const,
    };
    const of = (phase: string) =>
      finding({
        docs,
        floor,
        phase,
        message: `SECURITY in ${phase} is assigned sonnet, but the floor asks for opus.`,
        source: '    default: sonnet',
      });
    const upgrade = finding({
      rule: 'HF202',
      severity: 'warning',
      agent: 'DATABASE',
      phase: null,
      message: 'DATABASE is no longer upgraded to opus as before, when task.tables_migrated > 1.',
      line: 101,
      column: 5,
      counterexample: null,
      source: '    upgrades:',
      docs: 'haiku-first explain HF202',
    });
    expect(
      renderGateTerminal(
        report({
          findings: [of('LEAD'), of('PLAN'), upgrade],
          changes: [
            change({ phase: 'LEAD' }),
            change({ phase: 'PLAN' }),
            change({ agent: 'TESTING', from: 'sonnet', to: 'haiku' }),
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      "error[HF101]: SECURITY would run on sonnet, below its opus floor
        --> allocation.yaml:41:14
         |
      41 |     default: sonnet
         |              ^^^^^^
         |
         = floor: security-always-opus, allocation.yaml:150, takes no exceptions,
                  because "a missed threat costs more than any review"
         = where: SECURITY/LEAD, PLAN
         = first: SECURITY in EXEC: opus → sonnet, floor opus (zone GREEN)
         = help:  raise the cell to its floor again. To go below a floor that allows
                  exceptions, have an exception merged first, in a pull request of its
                  own.
         = rule:  haiku-first explain HF101

      warning[HF202]: DATABASE is no longer upgraded to opus as before, when
        task.tables_migrated > 1
         --> allocation.yaml:101:5
          |
      101 |     upgrades:
          |     ^^^^^^^^
          |
          = help:  check that the work which used to be upgraded can do without it;
                   nothing is blocked.
          = rule:  haiku-first explain HF202

      Changed without a finding:
        TESTING/EXEC: sonnet → haiku

      ✗ refused: 1 error, 1 warning. 12,345 situations tried."
    `);
  });

  it('is one line when nothing was touched', () => {
    expect(renderGateTerminal(untouched())).toBe(
      '✓ allocation.yaml and allocation.exceptions.yaml are unchanged',
    );
    expect(renderGateTerminal(untouched(), { files: ['a.yaml', 'b.yaml'] })).toBe(
      '✓ a.yaml and b.yaml are unchanged',
    );
  });

  it('still shows a warning about files that were left alone', () => {
    const expired = finding({
      rule: 'HF204',
      severity: 'warning',
      counterexample: null,
      message: 'It has expired.',
    });
    const text = renderGateTerminal(untouched({ findings: [expired] }));
    expect(text).toContain('warning[HF204]: It has expired\n  --> allocation.yaml:41:14\n');
    expect(text).toContain(
      '✓ nothing changes: 0 errors, 1 warning. allocation.yaml and allocation.exceptions.yaml are unchanged.',
    );
  });

  it('groups many findings of one rule', () => {
    const many = Array.from({ length: 300 }, (_, index) => finding({ agent: `AGENT_${index}` }));
    const text = renderGateTerminal(
      report({ findings: many, changes: many.map((_, index) => change({ agent: `OTHER_${index}` })) }),
    );
    expect(text.replace(/\n +/g, ' ')).toContain(
      '… and 297 more of HF101: AGENT_3/EXEC, AGENT_4/EXEC, AGENT_5/EXEC, AGENT_6/EXEC, AGENT_7/EXEC, …; --json has them all',
    );
    expect(text).toContain('… and 280 more; --json has them all');
    expect(text.split('\n').length).toBeLessThan(50);
    expect(text).toContain('✗ refused: 300 errors, 0 warnings.');
  });

  it('names exceptions, notes and the mode', () => {
    const text = renderGateTerminal(
      report({ mode: 'warn', exceptions: [exception()], notices: ['No comment was written.'] }),
    );
    expect(text.replace(/\n +/g, ' ')).toContain(
      'VALIDATION/PLAN may run on haiku (validation-in-critical-phases) until 2026-12-31, renewals: 1, approved by octocat, octo/demo#42: trial of the new checklist',
    );
    expect(text).toContain('note: No comment was written.');
    expect(text).toContain('Nothing is blocked (mode: warn).');
  });

  it('says that nothing is passed when the gate could not judge', () => {
    const problems = [
      { what: 'No such commit.', file: 'allocation.yaml', line: 3, column: null, fix: 'Fetch it.' },
    ];
    expect(renderGateTerminal(failure({ problems, subject: null }))).toBe(
      'error: allocation.yaml:3: No such commit. Fetch it.\n\n✗ could not judge: nothing was decided, so nothing is passed',
    );
  });

  it('commands neither the terminal nor the runner, whatever stands in the judged files', () => {
    // A long text goes on in further lines, which begin with a space; a line of a file begins with its number.
    const starts = (text: string): readonly string[] =>
      renderGateTerminal(filledWith(text))
        .split('\n')
        .filter((line) => !/^(?: |41 \| )/.test(line))
        .map((line) => line.slice(0, 5));
    const calm = starts('plain');
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(starts(text)).toEqual(calm);
        for (const line of renderGateTerminal(filledWith(text)).split('\n')) {
          expect(line).not.toMatch(/^\s*::|##\[|[\p{Cc}\u202e\u200b]/u);
          expect([...line].length).toBeLessThan(600);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says the same with colour and without', () => {
    const red = (text: string): string => `\u001b[31m${text}\u001b[39m`;
    const coloured = renderGateTerminal(huge(20), {
      palette: { error: red, warning: red, notice: red, pass: red, dim: red, bold: red },
    });
    expect(coloured).toContain('\u001b[31m✗ refused:\u001b[39m');
    expect(coloured.replaceAll('\u001b[31m', '').replaceAll('\u001b[39m', '')).toBe(
      renderGateTerminal(huge(20), { palette: PLAIN }),
    );
  });
});
