import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINDINGS_BUDGET, gateDocument, renderFindingsOutput } from '../../../src/render/gate/json.ts';
import { hostileText } from '../hostile.ts';
import { exception, failure, filledWith, finding, huge, report, untouched } from '../usage/reports.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });

function validator(name: string) {
  return ajv.compile(
    JSON.parse(readFileSync(new URL(`../../../schema/${name}.schema.json`, import.meta.url), 'utf8')),
  );
}

const isCheck = validator('check');
const isFindings = validator('findings');

describe('the check document', () => {
  it('holds the whole result, keys in a fixed order', () => {
    const document = gateDocument(report({ exceptions: [exception()], notices: ['x'] }));
    expect(isCheck(document)).toBe(true);
    expect(JSON.stringify(document)).toBe(
      JSON.stringify({
        schema: 'haiku-first/check@1',
        verdict: 'fail',
        mode: 'enforce',
        subject: 'the merge of PR #12 against main at 1a2b3c4',
        touched: true,
        situations: 12_345,
        findings: [
          {
            rule: 'HF101',
            severity: 'error',
            message: 'SECURITY in EXEC would run on sonnet; the floor security-always-opus asks for opus.',
            agent: 'SECURITY',
            phase: 'EXEC',
            file: 'allocation.yaml',
            line: 41,
            column: 14,
            docs: 'https://github.com/octo/haiku-first/blob/v0.1.0/docs/rules/HF101.md',
            counterexample: {
              text: 'SECURITY in EXEC: opus → sonnet, floor opus',
              situation: ['zone GREEN'],
              from: 'opus',
              to: 'sonnet',
              floor: 'opus',
            },
          },
        ],
        changes: [{ agent: 'SECURITY', phase: 'EXEC', field: 'tier', from: 'opus', to: 'sonnet' }],
        exceptions: [
          {
            floor: 'validation-in-critical-phases',
            agent: 'VALIDATION',
            phase: 'PLAN',
            tier: 'haiku',
            reason: 'trial of the new checklist',
            approved_by: 'octocat',
            tracking: 'octo/demo#42',
            expires: '2026-12-31',
            renewals: 1,
          },
        ],
        notices: ['x'],
      }),
    );
  });

  it('has the same keys in the same order however the report was put together', () => {
    const { rule, ...rest } = finding();
    expect(JSON.stringify(gateDocument(report({ findings: [{ ...rest, rule }] })))).toBe(
      JSON.stringify(gateDocument(report())),
    );
  });

  it('says why the gate could not judge, and only then', () => {
    const document = gateDocument(failure({ subject: null }));
    expect(isCheck(document)).toBe(true);
    expect(document).toMatchObject({ verdict: 'error', situations: 0, findings: [], changes: [] });
    expect(document.error?.problems[0]?.what).toContain('shallow');
    expect(gateDocument(untouched())).not.toHaveProperty('error');
    expect(isCheck({ ...document, verdict: 'pass' })).toBe(false);
    expect(isCheck({ ...gateDocument(untouched()), verdict: 'error' })).toBe(false);
  });

  it('gives every text as it stands in the files', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const document = gateDocument(filledWith(text));
        expect(isCheck(document)).toBe(true);
        const read = JSON.parse(JSON.stringify(document));
        expect(read.findings[0].message).toBe(text);
        expect(read.exceptions[0].reason).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the output `findings`', () => {
  it('holds all findings when they fit', () => {
    const output = JSON.parse(renderFindingsOutput(report()));
    expect(isFindings(output)).toBe(true);
    expect(output).toEqual({ schema: 'haiku-first/findings@1', findings: [finding()], left_out: 0 });
  });

  it('is empty for a gate that could not judge', () => {
    expect(JSON.parse(renderFindingsOutput(failure()))).toEqual({
      schema: 'haiku-first/findings@1',
      findings: [],
      left_out: 0,
    });
  });

  it('stays within its budget and counts what is left out', () => {
    const text = renderFindingsOutput(huge(10_000));
    expect(text.length).toBeLessThanOrEqual(FINDINGS_BUDGET);
    expect(text.length).toBeGreaterThan(FINDINGS_BUDGET * 0.9);
    const output = JSON.parse(text);
    expect(isFindings(output)).toBe(true);
    expect(output.findings.length + output.left_out).toBe(10_000);
  });
});
