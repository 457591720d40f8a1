import type { AgentName, Phase } from '../../../src/allocation/names.ts';
import {
  type ExceptionInForce,
  type FieldChange,
  type Finding,
  type GateReport,
  type RuleId,
  rulePage,
} from '../../../src/policy/gate/index.ts';
import type { GateFailure } from '../../../src/render/gate/result.ts';
import { HOSTILE } from '../hostile.ts';

/** A finding, of the main scenario unless told otherwise. */
export function finding(
  overrides: Partial<Omit<Finding, 'agent' | 'phase'>> & {
    agent?: string | null;
    phase?: string | null;
  } = {},
): Finding {
  const rule: RuleId = overrides.rule ?? 'HF101';
  return {
    rule,
    severity: 'error',
    message: 'SECURITY in EXEC would run on sonnet; the floor security-always-opus asks for opus.',
    file: 'allocation.yaml',
    line: 41,
    column: 14,
    docs: `https://github.com/octo/haiku-first/blob/v0.1.0/${rulePage(rule)}`,
    counterexample: {
      text: 'SECURITY in EXEC: opus → sonnet, floor opus',
      situation: ['zone GREEN'],
      from: 'opus',
      to: 'sonnet',
      floor: 'opus',
    },
    ...overrides,
    // Names of the vocabulary are branded; a test may use any text for one.
    agent: (overrides.agent === undefined ? 'SECURITY' : overrides.agent) as AgentName | null,
    phase: (overrides.phase === undefined ? 'EXEC' : overrides.phase) as Phase | null,
  };
}

export function change(overrides: Partial<FieldChange> = {}): FieldChange {
  return { agent: 'SECURITY', phase: 'EXEC', field: 'tier', from: 'opus', to: 'sonnet', ...overrides };
}

export function exception(overrides: Partial<ExceptionInForce> = {}): ExceptionInForce {
  return {
    floor: 'validation-in-critical-phases',
    agent: 'VALIDATION',
    phase: 'PLAN',
    tier: 'haiku',
    reason: 'trial of the new checklist',
    approvedBy: 'octocat',
    tracking: 'octo/demo#42',
    expires: '2026-12-31',
    renewals: 1,
    ...overrides,
  };
}

/** The main scenario: a pull request that takes Opus away from SECURITY. */
export function report(overrides: Partial<GateReport> = {}): GateReport {
  return {
    verdict: 'fail',
    mode: 'enforce',
    touched: true,
    subject: 'the merge of PR #12 against main at 1a2b3c4',
    situations: 12_345,
    findings: [finding()],
    changes: [change()],
    exceptions: [],
    notices: [],
    ...overrides,
  };
}

/** A pull request that leaves the allocation alone. */
export function untouched(overrides: Partial<GateReport> = {}): GateReport {
  return report({ verdict: 'pass', touched: false, situations: 0, findings: [], changes: [], ...overrides });
}

export function failure(overrides: Partial<GateFailure> = {}): GateFailure {
  return {
    verdict: 'error',
    mode: 'enforce',
    subject: 'the merge of PR #12 against main at 1a2b3c4',
    problems: [
      {
        what: 'The base commit cannot be read: the clone is shallow.',
        file: null,
        line: null,
        column: null,
        fix: 'Set `fetch-depth: 0` on actions/checkout.',
      },
    ],
    ...overrides,
  };
}

/** A report in which `text` stands wherever text of a judged file can stand. */
export function filledWith(text: string): GateReport {
  const hostile = finding({
    message: text,
    agent: text,
    phase: text,
    file: text === '' ? 'x' : text,
    docs: text,
    counterexample: { text, situation: [text, text], from: text, to: text, floor: text },
    floor: {
      id: text,
      because: text,
      file: text === '' ? 'x' : text,
      line: 1,
      commit: 'a'.repeat(40),
      absolute: true,
    },
    commit: 'a'.repeat(40),
    source: text,
  });
  return report({
    subject: text,
    findings: [
      hostile,
      { ...hostile, rule: 'HF201', severity: 'warning' },
      { ...hostile, rule: 'HF301', severity: 'notice' },
    ],
    changes: [
      change({ agent: text, phase: text, field: text, from: text, to: text }),
      {
        ...change({ agent: null, phase: null, field: text, from: text, to: text }),
        at: { file: text === '' ? 'x' : text, line: 2, commit: 'a'.repeat(40) },
      },
    ],
    exceptions: [
      exception({
        proposed: true,
        floor: text,
        agent: text,
        phase: text,
        tier: text,
        reason: text,
        approvedBy: text,
        tracking: text,
        expires: text,
      }),
    ],
    notices: [text],
  });
}

/** A report with `size` findings and changes whose texts are hostile and long. */
export function huge(size: number): GateReport {
  const text = HOSTILE.map((each) => each.slice(0, 60)).join(' ');
  const findings = Array.from({ length: size }, (_, index) =>
    finding({
      rule: index < size / 2 ? 'HF101' : index < (size * 3) / 4 ? 'HF104' : 'HF201',
      severity: index < (size * 3) / 4 ? 'error' : 'warning',
      agent: `AGENT_${index}`,
      message: `${index} ${text}`,
      line: index + 1,
    }),
  );
  const changes = Array.from({ length: size }, (_, index) => change({ agent: `AGENT_${index}`, from: text }));
  return report({ findings, changes });
}
