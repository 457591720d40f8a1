import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULES, rulePage } from '../../../src/policy/gate/index.ts';
import type { GateResult } from '../../../src/render/gate/result.ts';
import { renderSarif, SARIF_RESULTS, type SarifTool } from '../../../src/render/gate/sarif.ts';
import { hostileText } from '../hostile.ts';
import { failure, filledWith, finding, huge, report, untouched } from '../usage/reports.ts';

const HOME = 'https://github.com/octo/haiku-first';
const TOOL: SarifTool = {
  version: '0.1.0',
  home: HOME,
  page: (rule) => `${HOME}/blob/v0.1.0/${rulePage(rule)}`,
};

const schema = JSON.parse(
  readFileSync(new URL('../../fixtures/sarif/sarif-schema-2.1.0.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** The log as a reader of the file gets it, proven against the official schema. */
function log(result: GateResult) {
  const written = renderSarif(result, TOOL);
  expect(validate(JSON.parse(JSON.stringify(written))), JSON.stringify(validate.errors?.slice(0, 3))).toBe(
    true,
  );
  const [run] = written.runs;
  if (run === undefined) throw new Error('no run');
  return { run, results: run.results ?? [], invocation: run.invocations?.[0] };
}

describe('SARIF', () => {
  it('carries the finding with its rule, its level, its place and its page', () => {
    const { run, results } = log(report());
    const [result] = results;
    expect(result).toMatchObject({
      ruleId: 'HF101',
      level: 'error',
      message: {
        text: 'SECURITY in EXEC would run on sonnet; the floor security-always-opus asks for opus. (SECURITY in EXEC: opus → sonnet, floor opus (zone GREEN))',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'allocation.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 41, startColumn: 14 },
          },
        },
      ],
    });
    const rules = run.tool.driver.rules ?? [];
    expect(rules.map((each) => each.id)).toEqual(RULES.map((each) => each.id));
    expect(rules[result?.ruleIndex ?? -1]).toMatchObject({
      id: 'HF101',
      name: 'floor-broken',
      helpUri: `${HOME}/blob/v0.1.0/docs/rules/HF101.md`,
      defaultConfiguration: { level: 'error' },
    });
    expect(run.columnKind).toBe('utf16CodeUnits');
  });

  it('maps severities to levels', () => {
    const findings = (['error', 'warning', 'notice'] as const).map((severity) => finding({ severity }));
    expect(log(report({ findings })).results.map((each) => each.level)).toEqual(['error', 'warning', 'note']);
  });

  it('is valid and successful without findings', () => {
    const { results, invocation } = log(untouched());
    expect(results).toEqual([]);
    expect(invocation?.executionSuccessful).toBe(true);
  });

  it('is not successful when the gate could not judge', () => {
    const { results, invocation } = log(failure());
    expect(results).toEqual([]);
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications?.[0]).toMatchObject({
      level: 'error',
      message: { text: expect.stringContaining('the clone is shallow') },
    });
  });

  it('keeps a fingerprint when lines move, and gives two findings two', () => {
    const prints = (findings: ReturnType<typeof finding>[]) =>
      log(report({ findings })).results.map((each) => each.partialFingerprints?.primaryLocationLineHash);
    const [here] = prints([finding({ line: 41, column: 14, message: 'See line 41.' })]);
    const [moved] = prints([finding({ line: 99, column: 2, message: 'See line 99.' })]);
    expect(moved).toBe(here);
    expect(here).toMatch(/^[0-9a-f]{16}:1$/);
    expect(
      new Set(prints([finding(), finding({ phase: 'PLAN' }), finding({ rule: 'HF104' }), finding()])).size,
    ).toBe(4);
  });

  it.each([
    ['a b/ü#?%.yaml', { uri: 'a%20b/%C3%BC%23%3F%25.yaml', uriBaseId: '%SRCROOT%' }],
    ['./sub\\allocation.yaml', { uri: 'sub/allocation.yaml', uriBaseId: '%SRCROOT%' }],
    ['/tmp/x y.yaml', { uri: 'file:///tmp/x%20y.yaml' }],
    ['C:\\work\\allocation.yaml', { uri: 'file:///C:/work/allocation.yaml' }],
  ])('writes the path %s as an address', (file, address) => {
    const [result] = log(report({ findings: [finding({ file })] })).results;
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual(address);
  });

  it('neither links nor fills in what a message says', () => {
    const [result] = log(
      report({
        findings: [finding({ message: 'see [this](https://evil.example) {0}', counterexample: null })],
      }),
    ).results;
    expect(result?.message.text).toBe('see \\[this\\](https://evil.example) {{0}}');
  });

  it('quotes the reason of the floor, and stays the same alert when the reason changes', () => {
    const about = (because: string | null) =>
      finding({ floor: { id: 'audit', because, file: 'allocation.yaml', line: 9, commit: null } });
    const [plain] = log(report({ findings: [about(null)] })).results;
    const [told] = log(report({ findings: [about('threats cost {0}')] })).results;
    expect(plain?.message.text).toMatch(/ Floor: audit, allocation\.yaml:9\.$/);
    expect(told?.message.text).toMatch(
      / Floor: audit, allocation\.yaml:9, because "threats cost \{\{0\}\}"\.$/,
    );
    expect(told?.partialFingerprints).toEqual(plain?.partialFingerprints);
  });

  it('is valid whatever stands in the judged files', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const result of log(filledWith(text)).results)
          expect([...(result.message.text ?? '')].length).toBeLessThan(3_100);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps to the number of results that GitHub takes, and says how many are missing', () => {
    const one = finding();
    const { run } = {
      run: renderSarif(report({ findings: Array(SARIF_RESULTS + 7).fill(one) }), TOOL).runs[0],
    };
    expect(run?.results).toHaveLength(SARIF_RESULTS);
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain('7 findings more');
  });

  it('is the same for the same report', () => {
    expect(JSON.stringify(renderSarif(huge(50), TOOL))).toBe(JSON.stringify(renderSarif(huge(50), TOOL)));
  });
});
