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
    const docs = 'docs/rules/HF101.md';
    expect(renderGateTerminal(report({ findings: [finding({ docs })] }))).toBe(
      `✗ HF101 floor-broken  allocation.yaml:41:14
  SECURITY in EXEC would run on sonnet; the floor security-always-opus asks for opus.
  Counterexample: SECURITY in EXEC: opus → sonnet, floor opus (zone GREEN)
  Next: raise the cell to its floor again. To go below a floor that allows exceptions, have an exception merged first, in a pull request of its own.
  docs/rules/HF101.md
Changes:
  SECURITY/EXEC tier: opus → sonnet
fail: 1 error, 0 warnings · 12,345 situations tried`,
    );
  });

  it('is one line when nothing was touched', () => {
    expect(renderGateTerminal(untouched())).toBe(
      'pass: allocation.yaml and allocation.exceptions.yaml are unchanged',
    );
    expect(renderGateTerminal(untouched(), { files: ['a.yaml', 'b.yaml'] })).toBe(
      'pass: a.yaml and b.yaml are unchanged',
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
    expect(text).toContain('! HF204 exception-expired  allocation.yaml:41:14\n  It has expired.');
    expect(text).toContain(
      'pass: 0 errors, 1 warning · allocation.yaml and allocation.exceptions.yaml are unchanged',
    );
  });

  it('groups many findings of one rule', () => {
    const many = Array.from({ length: 300 }, (_, index) => finding({ agent: `AGENT_${index}` }));
    const text = renderGateTerminal(report({ findings: many, changes: many.map(() => change()) }));
    expect(text).toContain(
      '… and 297 more of HF101: AGENT_3/EXEC, AGENT_4/EXEC, AGENT_5/EXEC, AGENT_6/EXEC, AGENT_7/EXEC, …; --json has them all',
    );
    expect(text).toContain('… and 280 more; --json has them all');
    expect(text.split('\n').length).toBeLessThan(40);
    expect(text).toContain('fail: 300 errors, 0 warnings');
  });

  it('names exceptions, notes and the mode', () => {
    const text = renderGateTerminal(
      report({ mode: 'warn', exceptions: [exception()], notices: ['No comment was written.'] }),
    );
    expect(text).toContain(
      'VALIDATION/PLAN may run on haiku (validation-in-critical-phases) until 2026-12-31, renewals: 1, approved by octocat, octo/demo#42: trial of the new checklist',
    );
    expect(text).toContain('note: No comment was written.');
    expect(text).toContain('mode: warn, nothing is blocked');
  });

  it('says that nothing is passed when the gate could not judge', () => {
    const problems = [
      { what: 'No such commit.', file: 'allocation.yaml', line: 3, column: null, fix: 'Fetch it.' },
    ];
    expect(renderGateTerminal(failure({ problems, subject: null }))).toBe(
      'What went wrong:\n  allocation.yaml:3: No such commit. Fetch it.\nerror: could not judge; nothing was decided, so nothing is passed',
    );
  });

  it('commands neither the terminal nor the runner, whatever stands in the judged files', () => {
    const calm = renderGateTerminal(filledWith('plain')).split('\n').length;
    fc.assert(
      fc.property(hostileText, (text) => {
        const output = renderGateTerminal(filledWith(text));
        const lines = output.split('\n');
        expect(lines).toHaveLength(calm);
        for (const line of lines) {
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
    expect(coloured).toContain('\u001b[31mfail:\u001b[39m');
    expect(coloured.replaceAll('\u001b[31m', '').replaceAll('\u001b[39m', '')).toBe(
      renderGateTerminal(huge(20), { palette: PLAIN }),
    );
  });
});
