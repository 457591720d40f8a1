import { describe, expect, it } from 'vitest';
import { findAgent } from '../../../src/allocation/allocation.ts';
import { readFacts } from '../../../src/allocation/facts.ts';
import { isPhase, type Rank, type Zone } from '../../../src/allocation/names.ts';
import { UserError } from '../../../src/errors.ts';
import { requireSound } from '../../../src/policy/decision/breaches.ts';
import type { Allowance, Choice, Level } from '../../../src/policy/decision/decide.ts';
import { tableOf } from '../../../src/policy/decision/models-of-tiers.ts';
import { type Decision, type Request, resolve } from '../../../src/policy/decision/resolve.ts';
import { dateOf, parseWeek, weekOf } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { changed, REAL, read, readExceptions } from '../../allocation/reading.ts';

interface Asked {
  readonly file?: string;
  readonly exceptions?: string;
  readonly now?: string;
  readonly week?: string;
  readonly task?: Readonly<Record<string, unknown>>;
  readonly critical?: boolean;
  readonly choice?: Choice;
  readonly provider?: string;
  readonly level?: Level;
  readonly allowances?: Readonly<Record<Rank, Allowance>>;
  readonly unavailable?: Readonly<Record<Rank, string>>;
  readonly draw?: Request['draw'];
  readonly figures?: string;
}

/** Decides one cell, `SECURITY/EXEC`, of our own allocation or of another one. */
function decided(cell: string, asked: Asked = {}): Decision {
  const [agentName = '', phase = ''] = cell.split('/');
  const allocation = read(asked.file ?? REAL);
  const exceptions = readExceptions(asked.exceptions ?? '');
  const now = new Date(asked.now ?? '2026-11-23T03:00:00Z');
  const today = dateOf(now);
  requireSound(allocation, exceptions, today, tableOf(allocation, shippedModels()));
  const agent = findAgent(allocation, agentName);
  const week = asked.week === undefined ? weekOf(now, 'UTC') : parseWeek(asked.week);
  if (agent === null || !isPhase(phase) || week === null) throw new Error(`no ${cell}, or no ${asked.week}`);
  const numbers = <Value>(values: Readonly<Record<Rank, Value>> = {}): ReadonlyMap<Rank, Value> =>
    new Map(Object.entries(values).map(([rank, value]) => [Number(rank), value]));
  return resolve(
    allocation,
    exceptions,
    {
      agent,
      phase,
      week,
      today,
      draw: asked.draw ?? null,
      facts: readFacts(allocation, asked.task ?? {}, null),
      critical: asked.critical ?? false,
      choice: asked.choice ?? null,
      provider: asked.provider ?? 'anthropic',
    },
    {
      level: asked.level ?? 'GREEN',
      allowances: numbers(asked.allowances),
      unavailable: numbers(asked.unavailable),
      ...(asked.figures === undefined ? {} : { figures: asked.figures }),
    },
  );
}

/** What comes of it, in a word: the tier, or `defer`, or `refuse`. */
function outcome(cell: string, asked: Asked = {}): string {
  const decision = decided(cell, asked);
  return decision.tier ?? decision.decision;
}

function reason(cell: string, asked: Asked = {}): string {
  return decided(cell, asked)
    .trace.map((line) => line.text)
    .join(' · ');
}

function override(tier: Rank, why: string | null = 'a hard problem'): Choice {
  return { kind: 'override', tier, reason: why, by: 'octocat' };
}

function escalation(from: Rank): Choice {
  return { kind: 'escalation', from, reason: 'two tests fail', trigger: 'tests' };
}

const CELL = 'VALIDATION: opus # final quality assurance';
const CHANGE = 'TESTING: { tier: opus, was: sonnet, since: 2026-W50, because: edge cases }';
/** Our own allocation with one cell of EXEC written anew. */
function withCell(cell: string): string {
  return changed([CELL, `${CELL}\n    ${cell}`]);
}

describe('the assigned tier', () => {
  it.each([
    ['GITHUB/LEAD', 'haiku', 'assigned haiku (agents.GITHUB.default)'],
    ['RISK/LEAD', 'haiku', 'assigned haiku (matrix.LEAD.RISK)'],
    ['RISK/PLAN', 'sonnet', 'assigned sonnet (agents.RISK.default)'],
    ['VALIDATION/EXEC', 'opus', 'assigned opus (matrix.EXEC.VALIDATION)'],
    ['SECURITY/LEAD', 'opus', 'assigned opus (agents.SECURITY.default)'],
    ['security-agent/LEAD', 'opus', 'assigned opus (agents.SECURITY.default)'],
  ])('of %s is %s, and the trace says where that stands', (cell, tier, said) => {
    expect(outcome(cell)).toBe(tier);
    expect(decided(cell).trace[0]?.text).toBe(said);
  });

  it.each([
    ['2026-W49', 'sonnet', 'assigned sonnet until 2026-W50 begins (matrix.EXEC.TESTING.was)'],
    ['2026-W50', 'opus', 'assigned opus (matrix.EXEC.TESTING)'],
    ['2026-W51', 'opus', 'assigned opus (matrix.EXEC.TESTING)'],
  ])('follows a declared change in %s: %s', (week, tier, said) => {
    const asked = { file: withCell(CHANGE), week };
    expect(outcome('TESTING/EXEC', asked)).toBe(tier);
    expect(reason('TESTING/EXEC', asked)).toContain(said);
  });

  // 2026 has 53 weeks; 1 to 3 January 2027 belong to the last of them.
  it.each([
    ['2027-W01', '2026-12-31T12:00:00Z', 'sonnet'],
    ['2027-W01', '2027-01-03T23:59:59Z', 'sonnet'],
    ['2027-W01', '2027-01-04T00:00:00Z', 'opus'],
    ['2026-W53', '2026-12-27T23:59:59Z', 'sonnet'],
    ['2026-W53', '2026-12-28T00:00:00Z', 'opus'],
    ['2026-W53', '2027-01-02T00:00:00Z', 'opus'],
  ])('since %s: at %s it is %s', (since, now, tier) => {
    const file = withCell(CHANGE.replace('2026-W50', since));
    expect(outcome('TESTING/EXEC', { file, now })).toBe(tier);
  });

  it('is the tier on trial for a share of the runs, always the same ones', () => {
    const file = withCell('TESTING: { tier: opus, trial: { id: try-sonnet, tier: sonnet, share: 0.25 } }');
    const drawing = (number: number): Asked => ({ file, draw: () => number });
    expect(outcome('TESTING/EXEC', drawing(0.2499))).toBe('sonnet');
    expect(outcome('TESTING/EXEC', drawing(0.25))).toBe('opus');
    expect(outcome('TESTING/EXEC', { file })).toBe('opus');
    expect(reason('TESTING/EXEC', drawing(0))).toContain(
      'trial try-sonnet on sonnet (matrix.EXEC.TESTING.trial)',
    );
  });

  it.each([
    ['2026-11-22T23:59:59Z', 'sonnet'],
    ['2026-11-23T00:00:00Z', 'opus'],
    ['2026-12-24T00:00:00Z', 'opus'],
  ])('is on trial until the week in which the trial ends: at %s it is %s', (now, tier) => {
    const trial = '{ id: try-sonnet, tier: sonnet, share: 0.25, until: 2026-W48 }';
    const file = withCell(`TESTING: { tier: opus, trial: ${trial} }`);
    expect(outcome('TESTING/EXEC', { file, now, draw: () => 0 })).toBe(tier);
    expect(reason('TESTING/EXEC', { file, now: '2026-11-22T00:00:00Z', draw: () => 0 })).toContain(
      'trial try-sonnet on sonnet until 2026-W48 begins (matrix.EXEC.TESTING.trial)',
    );
  });
});

describe('an upgrade', () => {
  it.each<readonly [cell: string, task: Readonly<Record<string, unknown>>, tier: string]>([
    ['QUICKFIX/EXEC', { lines_changed: 51 }, 'sonnet'],
    ['QUICKFIX/EXEC', { lines_changed: 50 }, 'haiku'],
    ['RISK/LEAD', { security_related: true }, 'sonnet'],
    ['RISK/LEAD', { security_related: true, security_critical: true }, 'opus'],
    ['VALIDATION/PLAN', { critical_path: true }, 'opus'],
    ['VALIDATION/LEAD', { critical_path: true }, 'haiku'],
    ['DATABASE/EXEC', { tables_migrated: 2 }, 'opus'],
  ])('of %s with %j leads to %s', (cell, task, tier) => {
    expect(outcome(cell, { task })).toBe(tier);
  });

  it('explains itself, and so does one that could not be considered', () => {
    expect(reason('TESTING/EXEC', { task: { security_critical: true }, level: 'YELLOW' })).toBe(
      'assigned sonnet (agents.TESTING.default) · upgrade to opus: task.security_critical (agents.TESTING.upgrades[0]) · zone YELLOW keeps it: the work is critical (task.security_critical)',
    );
    expect(reason('TESTING/EXEC')).toBe(
      'assigned sonnet (agents.TESTING.default) · no upgrade to opus: task.security_critical not given (agents.TESTING.upgrades[0])',
    );
    expect(reason('TESTING/EXEC', { task: { security_critical: false } })).toBe(
      'assigned sonnet (agents.TESTING.default)',
    );
  });

  it('to the tier that the cell has anyway is not spoken of', () => {
    const file = withCell('QUICKFIX: sonnet');
    for (const task of [{ lines_changed: 51 }, {}])
      expect(reason('QUICKFIX/EXEC', { file, task })).toBe('assigned sonnet (matrix.EXEC.QUICKFIX)');
  });

  it('that could not be considered is not spoken of where a person chose the tier', () => {
    expect(reason('TESTING/EXEC', { choice: override(0) })).not.toContain('not given');
  });

  it('goes no higher than the maximum', () => {
    const file = changed(
      ['default: haiku\n    rationale: Edits', 'default: haiku\n    maximum: sonnet\n    rationale: Edits'],
      ['{ to: sonnet, if: task.lines_changed > 50', '{ to: opus, if: task.lines_changed > 50'],
    );
    const asked = { file, task: { lines_changed: 51 } };
    expect(outcome('QUICKFIX/EXEC', asked)).toBe('sonnet');
    expect(reason('QUICKFIX/EXEC', asked)).toContain('limited by agents.QUICKFIX.maximum');
  });
});

describe('a floor', () => {
  // VALIDATION in EXEC on sonnet, so that only the floor of the final verification can ask for opus.
  const file = changed([CELL, 'VALIDATION: sonnet']);

  it.each([
    [
      { final_verification: true },
      'opus',
      'raised to its floor opus: task.final_verification (floors.final-verification-opus)',
    ],
    [
      {},
      'opus',
      'raised to its floor opus: task.final_verification is not given, so it holds (floors.final-verification-opus)',
    ],
    [{ final_verification: false }, 'sonnet', 'floor sonnet (floors.validation-in-critical-phases)'],
  ])('on a condition, with %j, leads to %s', (task, tier, said) => {
    expect(outcome('VALIDATION/EXEC', { file, task })).toBe(tier);
    expect(reason('VALIDATION/EXEC', { file, task })).toContain(said);
  });

  it('stays in force in every zone, for work that is not critical, too', () => {
    expect(outcome('VALIDATION/EXEC', { file, level: 'YELLOW' })).toBe('opus');
    expect(outcome('VALIDATION/EXEC', { file, level: 'ORANGE' })).toBe('defer');
  });

  it('does not raise what is as high already', () => {
    const said = reason('VALIDATION/EXEC', { task: { final_verification: true } });
    expect(said).toContain('floor opus: task.final_verification (floors.final-verification-opus)');
    expect(said).not.toContain('raised');
  });

  it('is the strictest of several, and the first among equals', () => {
    const floors = (...more: readonly string[]): string =>
      changed(
        [CELL, 'VALIDATION: sonnet'],
        ['\nbudget:', `${more.map((each) => `  - ${each}\n`).join('')}\nbudget:`],
      );
    const on = 'agents: [VALIDATION], phases: [EXEC], if: task.multi_system, exceptions: approved';
    const lesser = floors(`{ id: later, ${on}, minimum: sonnet }`);
    const task = { final_verification: true, multi_system: true };
    expect(outcome('VALIDATION/EXEC', { file: lesser, task })).toBe('opus');
    const equal = floors(`{ id: later, ${on}, minimum: opus }`);
    expect(reason('VALIDATION/EXEC', { file: equal, task })).toContain('floors.final-verification-opus');
    expect(outcome('VALIDATION/EXEC', { file: equal, task: { ...task, final_verification: false } })).toBe(
      'opus',
    );
  });

  it('asks for the least effort, too', () => {
    const high = changed([
      '    minimum: opus\n    exceptions: never',
      '    minimum: opus\n    effort: high\n    exceptions: never',
    ]);
    expect(decided('SECURITY/EXEC', { file: high }).effort).toBe('high');
    expect(decided('SECURITY/EXEC').effort).toBeNull();
    const more = high.replace(
      '  SECURITY:\n    default: opus\n',
      '  SECURITY:\n    default: opus\n    effort: max\n',
    );
    expect(decided('SECURITY/EXEC', { file: more }).effort).toBe('max');
    const less = high.replace(
      '  SECURITY:\n    default: opus\n',
      '  SECURITY:\n    default: opus\n    effort: low\n',
    );
    expect(() => decided('SECURITY/EXEC', { file: less })).toThrow(
      'SECURITY in LEAD has effort low, but the floor security-always-opus asks for high.',
    );
  });

  it('is never clamped to: an assignment under it makes the file invalid', () => {
    const under = changed(['default: opus', 'default: sonnet']);
    expect(() => decided('SECURITY/EXEC', { file: under })).toThrow(UserError);
    expect(() => decided('SECURITY/EXEC', { file: under })).toThrow(
      /SECURITY in EXEC is assigned sonnet, but the floor security-always-opus asks for opus\./,
    );
  });
});

describe('a tier whose model is not what it promises', () => {
  it('makes the file invalid, with the place', () => {
    const swapped = changed(['model: claude-opus-5-5', 'model: claude-haiku-4-5']);
    expect(() => decided('GITHUB/EXEC', { file: swapped })).toThrow(
      /allocation\.yaml:\d+:\d+: The tier opus has the model claude-haiku-4-5, which is of the lesser line haiku\./,
    );
  });
});

describe('an exception', () => {
  const file = changed(['VALIDATION: sonnet # detects complex dependencies', 'VALIDATION: haiku']);
  const exceptions = (expires: string, floor = 'validation-in-critical-phases'): string =>
    `- { floor: ${floor}, agent: VALIDATION, phase: PLAN, tier: haiku, reason: a new planner, approved_by: octocat, tracking: '#7', expires: ${expires} }\n`;

  it('in force lets its cell go below its floor, says so, and is reported', () => {
    const asked = { file, exceptions: exceptions('2026-12-01') };
    const decision = decided('VALIDATION/PLAN', asked);
    expect(decision).toMatchObject({ tier: 'haiku', floor: 'haiku' });
    expect(reason('VALIDATION/PLAN', asked)).toContain(
      'floor haiku, lowered from sonnet by exceptions[0] until 2026-12-01: a new planner, approved by octocat (floors.validation-in-critical-phases)',
    );
    expect(decision.guarded).toBe(false);
    expect(decision.exceptions.map(({ floor, minimum }) => [floor, minimum])).toEqual([
      ['validation-in-critical-phases', 'sonnet'],
    ]);
  });

  it('that lowers nothing is not spoken of', () => {
    const entry = exceptions('2026-12-01').replace('tier: haiku', 'tier: sonnet');
    expect(reason('VALIDATION/PLAN', { exceptions: entry })).toBe(
      'assigned sonnet (matrix.PLAN.VALIDATION) · no upgrade to opus: task.critical_path not given (agents.VALIDATION.upgrades[1]) · floor sonnet (floors.validation-in-critical-phases)',
    );
  });

  it('that the cell makes no use of is not reported', () => {
    const asked = { exceptions: exceptions('2026-12-01') };
    expect(decided('VALIDATION/PLAN', asked)).toMatchObject({ tier: 'sonnet', exceptions: [] });
  });

  it('that has expired refuses its own cell, and no other', () => {
    const asked = { file, exceptions: exceptions('2026-11-22') };
    const refused = decided('VALIDATION/PLAN', asked);
    expect(refused).toMatchObject({ decision: 'refuse', tier: null, model: null, available: [] });
    expect(refused.trace.at(-1)?.text).toContain('expired on 2026-11-22');
    expect(decided('TESTING/PLAN', asked).decision).toBe('run');
  });

  it('that runs for more than 90 days counts for nothing', () => {
    const said = 'The exception for it does not count: it runs until 2027-02-22, more than 90 days from now.';
    expect(() => decided('VALIDATION/PLAN', { file, exceptions: exceptions('2027-02-22') })).toThrow(said);
  });

  it.each([
    ['another phase', ['phase: PLAN', 'phase: EXEC']],
    ['another agent', ['agent: VALIDATION', 'agent: TESTING']],
  ] as const)('for %s counts for nothing', (_, [one, other]) => {
    const entry = exceptions('2026-12-01').replace(one, other);
    expect(() => decided('VALIDATION/PLAN', { file, exceptions: entry })).toThrow(
      'VALIDATION in PLAN is assigned haiku, but the floor validation-in-critical-phases asks for sonnet.',
    );
  });

  it('lets nothing below an absolute floor', () => {
    const under = changed(['default: opus', 'default: sonnet']);
    const entry = exceptions('2026-12-01', 'security-always-opus').replace('VALIDATION', 'SECURITY');
    expect(() => decided('SECURITY/PLAN', { file: under, exceptions: entry })).toThrow(/asks for opus/);
  });
});

describe('an override', () => {
  it.each<readonly [cell: string, tier: Rank, task: Readonly<Record<string, unknown>>, outcome: string]>([
    ['GITHUB/EXEC', 2, {}, 'opus'],
    ['TESTING/EXEC', 0, { security_critical: true }, 'haiku'],
    ['STORIES/EXEC', 2, {}, 'opus'],
    ['SECURITY/EXEC', 2, {}, 'opus'],
    ['SECURITY/EXEC', 1, {}, 'refuse'],
    ['VALIDATION/PLAN', 1, {}, 'sonnet'],
    ['VALIDATION/PLAN', 0, {}, 'refuse'],
    ['VALIDATION/EXEC', 1, { final_verification: false }, 'sonnet'],
    ['VALIDATION/EXEC', 1, {}, 'refuse'],
  ])('of %s to tier %i with %j: %s', (cell, tier, task, expected) => {
    expect(outcome(cell, { task, choice: override(tier) })).toBe(expected);
  });

  it('names who asked for it and why, also when it is refused', () => {
    expect(reason('GITHUB/EXEC', { choice: override(2) })).toBe(
      'assigned haiku (agents.GITHUB.default) · override to opus by octocat: a hard problem',
    );
    expect(reason('SECURITY/EXEC', { choice: override(1) })).toBe(
      'assigned opus (agents.SECURITY.default) · floor opus (floors.security-always-opus) · override to sonnet by octocat: a hard problem · refused: the floor is opus',
    );
  });

  it('without a reason is refused, even one to a higher tier', () => {
    expect(outcome('GITHUB/EXEC', { choice: override(2, null) })).toBe('refuse');
    expect(reason('GITHUB/EXEC', { choice: override(2, null) })).toContain(
      'refused: an override needs a reason',
    );
  });

  it('stays in force in every zone, which can only defer it', () => {
    expect(outcome('GITHUB/EXEC', { choice: override(2), level: 'YELLOW' })).toBe('opus');
    expect(outcome('GITHUB/EXEC', { choice: override(2), level: 'ORANGE' })).toBe('defer');
  });

  it('is no way around a model that is unavailable', () => {
    const file = changed([
      '    default: haiku\n    rationale: Pull',
      '    default: haiku\n    on_unavailable: escalate\n    rationale: Pull',
    ]);
    expect(outcome('GITHUB/EXEC', { file, choice: override(1), unavailable: { 1: 'down' } })).toBe('defer');
  });
});

describe('an escalation', () => {
  it('runs one tier up, or higher where the cell is higher', () => {
    expect(outcome('GITHUB/EXEC', { choice: escalation(0) })).toBe('sonnet');
    expect(outcome('GITHUB/EXEC', { choice: escalation(1) })).toBe('opus');
    expect(outcome('VALIDATION/EXEC', { choice: escalation(0) })).toBe('opus');
    expect(
      reason('GITHUB/EXEC', {
        choice: escalation(0),
        task: { complex_merge: false, complex_workflow: false },
      }),
    ).toContain('escalation from haiku to sonnet: two tests fail (tests)');
  });

  it('is refused above the maximum, and above the highest tier', () => {
    expect(reason('STORIES/EXEC', { choice: escalation(1) })).toContain(
      'refused: STORIES goes no higher than sonnet',
    );
    expect(outcome('SECURITY/EXEC', { choice: escalation(2) })).toBe('refuse');
  });

  it('waits, from YELLOW on, unless the work is critical', () => {
    expect(outcome('GITHUB/EXEC', { choice: escalation(0), level: 'YELLOW' })).toBe('defer');
    expect(decided('GITHUB/EXEC', { choice: escalation(0), level: 'YELLOW' }).trace.at(-1)?.text).toBe(
      'deferred: in YELLOW only critical work is escalated',
    );
    expect(outcome('GITHUB/EXEC', { choice: escalation(0), level: 'YELLOW', critical: true })).toBe('sonnet');
  });
});

describe('a zone', () => {
  // Non-critical, flagged, security-critical, guarded; and work that the cheapest tier does.
  it.each<
    readonly [level: Level, plain: string, flagged: string, security: string, guarded: string, cheap: string]
  >([
    ['GREEN', 'sonnet', 'sonnet', 'opus', 'opus', 'haiku'],
    ['YELLOW', 'sonnet', 'sonnet', 'opus', 'opus', 'haiku'],
    ['ORANGE', 'defer', 'sonnet', 'opus', 'opus', 'haiku'],
    ['RED', 'defer', 'defer', 'opus', 'opus', 'haiku'],
    ['RESERVE', 'defer', 'defer', 'opus', 'opus', 'defer'],
    ['EXHAUSTED', 'defer', 'defer', 'defer', 'defer', 'defer'],
  ])('%s: plain work %s, flagged %s, security-critical %s, guarded %s, cheap %s', (level, ...expected) => {
    expect([
      outcome('TESTING/EXEC', { level }),
      outcome('TESTING/EXEC', { level, critical: true }),
      outcome('TESTING/EXEC', { level, task: { security_critical: true } }),
      outcome('SECURITY/EXEC', { level }),
      outcome('GITHUB/EXEC', { level }),
    ]).toEqual(expected);
  });

  it('takes upgrades from work that is not critical, and says so', () => {
    const asked = { level: 'YELLOW', task: { lines_changed: 51 } } as const;
    expect(outcome('QUICKFIX/EXEC', asked)).toBe('haiku');
    expect(reason('QUICKFIX/EXEC', asked)).toContain(
      'no upgrade to sonnet in YELLOW: the work is not critical (agents.QUICKFIX.upgrades[0])',
    );
    expect(outcome('QUICKFIX/EXEC', { ...asked, critical: true })).toBe('sonnet');
  });

  it('uses a declared economy for work that is not critical', () => {
    const file = withCell('TESTING: { tier: sonnet, economy: haiku }');
    expect(outcome('TESTING/EXEC', { file })).toBe('sonnet');
    for (const level of ['YELLOW', 'ORANGE', 'RED'] as const) {
      expect(outcome('TESTING/EXEC', { file, level })).toBe('haiku');
    }
    expect(reason('TESTING/EXEC', { file, level: 'YELLOW' })).toContain(
      'economy haiku in YELLOW: the work is not critical (matrix.EXEC.TESTING.economy)',
    );
    expect(outcome('TESTING/EXEC', { file, level: 'YELLOW', critical: true })).toBe('sonnet');
    expect(reason('TESTING/EXEC', { file, level: 'YELLOW', critical: true })).toContain(
      'zone YELLOW keeps it: the work is critical (critical)',
    );
  });

  it('uses no economy that saves nothing', () => {
    const file = withCell(
      'TESTING: { tier: sonnet, economy: haiku, trial: { id: try-haiku, tier: haiku, share: 0.5 } }',
    );
    const asked = { file, draw: () => 0, level: 'YELLOW' } as const;
    expect(reason('TESTING/EXEC', asked)).not.toContain('economy');
    expect(reason('TESTING/EXEC', { ...asked, critical: true })).not.toContain('keeps it');
  });

  it('defers before it is asked whether the model can be had, and what it would climb to, too', () => {
    const last = (cell: string, asked: Asked): string | undefined => decided(cell, asked).trace.at(-1)?.text;
    const deferred = 'deferred: in ORANGE work above the cheapest tier must be critical';
    expect(last('TESTING/EXEC', { level: 'ORANGE', unavailable: { 1: 'down' } })).toBe(deferred);
    const file = withCell('GITHUB: { tier: haiku, on_unavailable: escalate }');
    expect(last('GITHUB/EXEC', { file, level: 'ORANGE', unavailable: { 0: 'down' } })).toBe(deferred);
  });

  it('is not said to keep what it would not have taken', () => {
    expect(reason('GITHUB/EXEC', { level: 'RED', critical: true })).not.toContain('keeps it');
    expect(reason('TESTING/EXEC', { level: 'YELLOW', critical: true })).not.toContain('keeps it');
    expect(reason('TESTING/EXEC', { task: { security_critical: true } })).not.toContain('keeps it');
    expect(reason('SECURITY/EXEC')).not.toContain('keeps it');
    expect(reason('SECURITY/EXEC', { level: 'RED' })).toContain('zone RED keeps it: the cell is guarded');
    expect(reason('SECURITY/EXEC', { level: 'ORANGE' })).toBe(
      'assigned opus (agents.SECURITY.default) · floor opus (floors.security-always-opus) · zone ORANGE keeps it: the cell is guarded (floors.security-always-opus)',
    );
  });

  it.each<readonly [level: Level, zone: Zone, said: string]>([
    ['ORANGE', 'ORANGE', 'deferred: in ORANGE work above the cheapest tier must be critical'],
    ['RED', 'RED', 'deferred: in RED only the cheapest tier and security-critical work run'],
    ['RESERVE', 'RED', 'deferred: from 100% of the budget on only security-critical work runs'],
    [
      'EXHAUSTED',
      'EXHAUSTED',
      'deferred: the budget and its critical reserve are spent, and nothing runs on a lesser model instead',
    ],
  ])('%s is shown as %s and says why it defers', (level, zone, said) => {
    const decision = decided('TESTING/EXEC', { level });
    expect(decision).toMatchObject({ decision: 'defer', tier: null, model: null, zone });
    expect(decision.trace.at(-1)?.text).toBe(said);
  });

  it('says what is consumed, before what follows from it', () => {
    const trace = (level: Level) => decided('TESTING/EXEC', { level, figures: '9 of 10 tokens (90%)' }).trace;
    expect(trace('ORANGE').map(({ step }) => step)).toEqual(['assigned', 'not-given', 'budget', 'zone']);
    expect(trace('GREEN').at(-1)).toEqual({
      step: 'budget',
      text: 'GREEN: 9 of 10 tokens (90%) (budget.weekly)',
      source: 'budget.weekly',
    });
  });

  it('only shows itself where the budget observes', () => {
    const file = changed(['mode: enforce', 'mode: observe']);
    const asked = { file, level: 'EXHAUSTED', allowances: { 1: 'closed' } } as const;
    expect(decided('TESTING/EXEC', asked)).toMatchObject({ tier: 'sonnet', zone: 'EXHAUSTED' });
    expect(reason('TESTING/EXEC', asked)).toContain('zone EXHAUSTED is only observed (budget.mode)');
    expect(reason('TESTING/EXEC', { ...asked, level: 'GREEN' })).not.toContain('observed');
  });
});

describe("a tier's allowance", () => {
  it.each<readonly [allowance: Allowance, plain: string, critical: string]>([
    ['open', 'sonnet', 'sonnet'],
    ['critical-only', 'defer', 'sonnet'],
    ['closed', 'defer', 'defer'],
  ])('that is %s: plain work %s, critical work %s', (allowance, plain, critical) => {
    const allowances = { 1: allowance };
    expect(outcome('TESTING/EXEC', { allowances })).toBe(plain);
    expect(outcome('TESTING/EXEC', { allowances, critical: true })).toBe(critical);
  });

  it('does not bind guarded cells', () => {
    expect(outcome('SECURITY/EXEC', { allowances: { 2: 'closed' } })).toBe('opus');
  });

  it('says which share is used up', () => {
    expect(reason('TESTING/EXEC', { allowances: { 1: 'critical-only' } })).toContain(
      'deferred: the share of sonnet in the weekly budget is kept for critical work (budget.tiers.sonnet)',
    );
    expect(reason('TESTING/EXEC', { allowances: { 1: 'closed' } })).toContain(
      'deferred: the share of sonnet in the weekly budget is used up (budget.tiers.sonnet)',
    );
  });
});

describe('a model that is unavailable', () => {
  it('defers the work, and is never replaced by a lesser one', () => {
    expect(outcome('SECURITY/EXEC', { unavailable: { 2: 'down' } })).toBe('defer');
    expect(reason('TESTING/EXEC', { unavailable: { 1: 'claude-sonnet-5-5 is retired' } })).toContain(
      'sonnet is unavailable (claude-sonnet-5-5 is retired): deferred, rather than run on a lesser model',
    );
  });

  it('is replaced by a higher one where the cell says so', () => {
    const file = withCell('TESTING: { tier: sonnet, on_unavailable: escalate }');
    const asked = { file, unavailable: { 1: 'down' } };
    expect(outcome('TESTING/EXEC', asked)).toBe('opus');
    expect(reason('TESTING/EXEC', asked)).toContain('sonnet is unavailable (down): escalated to opus');
    expect(outcome('TESTING/EXEC', { file, unavailable: { 1: 'down', 2: 'down' } })).toBe('defer');
    expect(outcome('TESTING/EXEC', { ...asked, allowances: { 2: 'closed' } })).toBe('defer');
    expect(decided('TESTING/EXEC', { file }).fallback).toEqual(['claude-opus-5-5']);
  });

  it('leaves a session the tiers above to fall back to, lowest first, as far as it may run on them', () => {
    const file = withCell('GITHUB: { tier: haiku, on_unavailable: escalate }');
    const ids = (asked: Asked = {}): readonly string[] => decided('GITHUB/EXEC', { file, ...asked }).fallback;
    expect(ids()).toEqual(['claude-sonnet-5-5', 'claude-opus-5-5']);
    expect(ids({ allowances: { 1: 'closed' } })).toEqual(['claude-opus-5-5']);
    expect(ids({ unavailable: { 1: 'down' } })).toEqual(['claude-opus-5-5']);
    expect(decided('GITHUB/EXEC', { file, allowances: { 0: 'closed' } })).toMatchObject({
      decision: 'defer',
      fallback: [],
      available: [],
    });
  });
});

describe('the ids of a decision', () => {
  const file = changed([
    'model: claude-opus-5-5',
    'model: claude-opus-5-5\n    providers: { bedrock: anthropic.claude-opus-5-5 }',
  ]);

  it('are those of the provider', () => {
    expect(decided('SECURITY/EXEC', { file }).model).toBe('claude-opus-5-5');
    expect(decided('SECURITY/EXEC', { file, provider: 'bedrock' })).toMatchObject({
      model: 'anthropic.claude-opus-5-5',
      available: ['anthropic.claude-opus-5-5'],
    });
  });

  it('are an error where the provider has none for the tier, with the place to add it', () => {
    expect(() => decided('GITHUB/EXEC', { file, provider: 'bedrock' })).toThrow(
      /allocation\.yaml:\d+:\d+: The tier haiku has no model id for the provider bedrock\. Add providers\.bedrock to the tier\.$/,
    );
    expect(() => decided('GITHUB/EXEC', { file, provider: 'bedrok' })).toThrow(/bedrock/);
    expect(() => decided('GITHUB/EXEC', { file, provider: 'antropic' })).toThrow(/anthropic/);
  });

  it('that a session may use leave out tiers that the provider does not have', () => {
    expect(
      decided('DESIGN/EXEC', { file, provider: 'bedrock', task: { novel_architecture: true } }).available,
    ).toEqual(['anthropic.claude-opus-5-5']);
  });

  it('never go below the floor', () => {
    expect(decided('SECURITY/EXEC').available).toEqual(['claude-opus-5-5']);
    expect(decided('VALIDATION/PLAN').available).toEqual(['claude-sonnet-5-5']);
    expect(decided('TESTING/EXEC').available).toEqual(['claude-sonnet-5-5', 'claude-haiku-5-5']);
  });
});

describe('the same request', () => {
  it('has the same answer, to the byte', () => {
    const ask = (): string =>
      JSON.stringify(decided('TESTING/EXEC', { level: 'RED', task: { security_critical: true } }));
    expect(ask()).toBe(ask());
  });
});
