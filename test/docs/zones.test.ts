import { expect, it } from 'vitest';
import { noExceptions } from '../../src/allocation/exceptions.ts';
import { parseAllocation } from '../../src/allocation/parse.ts';
import { cellPolicy } from '../../src/policy/decision/cell-policy.ts';
import { decide, LEVELS, type Level, type Situation } from '../../src/policy/decision/decide.ts';
import { dateOf } from '../../src/time/week.ts';
import { readPage, rowsUnder } from './pages.ts';

const FILE = `
version: 1
tiers:
  - { name: low, model: claude-haiku-5-5 }
  - { name: middle, model: claude-sonnet-5-5 }
  - { name: high, model: claude-opus-5-5 }
phases: [EXEC]
agents:
  CHEAP: { default: low }
  PLAIN: { default: middle }
  SAVING: { default: high }
  GUARDED: { default: high }
matrix:
  EXEC: { SAVING: { tier: high, economy: middle } }
floors:
  - { id: always, agents: [GUARDED], minimum: high }
budget: { mode: enforce, weekly: { tokens: 100 } }
`;

const allocation = parseAllocation('allocation.yaml', new TextEncoder().encode(FILE));
const today = dateOf(new Date('2026-11-23T03:00:00Z'));

/** What an agent may do at a level: the tier that runs, or `deferred`. */
function at(level: Level, name: string, flagged = false): string {
  const agent = [...allocation.agents.values()].find((each) => each.name === name);
  const [phase] = allocation.phases;
  if (agent === undefined || phase === undefined) throw new Error(`no agent ${name}`);
  const policy = cellPolicy(allocation, noExceptions('x'), today, agent, phase);
  const situation: Situation = {
    beforeSince: false,
    inTrial: false,
    upgrade: null,
    floors: policy.floors,
    flagged,
    securityCritical: false,
    choice: null,
    level,
    enforced: true,
    allowance: () => 'open',
    unavailable: () => false,
  };
  const ruling = decide(policy, situation);
  return ruling.kind === 'run' ? (allocation.tiers[ruling.tier]?.name ?? '') : 'deferred';
}

it('the table of zones says what the decision does', async () => {
  const rows = rowsUnder(await readPage('docs/allocation.md'), 'Zones');
  expect(rows.map(([zone]) => zone)).toEqual([
    ...LEVELS.map((level) => (level === 'RESERVE' ? 'RED, out of the reserve' : level)),
  ]);
  const [, , critical, other] = [0, 1, 2, 3].map((column) => rows.map((row) => row[column]));
  const decided = LEVELS.map((level) => ({
    guarded: at(level, 'GUARDED'),
    flagged: at(level, 'PLAIN', true),
    saving: at(level, 'SAVING'),
    plain: at(level, 'PLAIN'),
    cheap: at(level, 'CHEAP'),
  }));
  const [deferred, high, middle, low] = ['deferred', 'high', 'middle', 'low'];
  expect(decided).toEqual([
    { guarded: high, flagged: middle, saving: high, plain: middle, cheap: low },
    { guarded: high, flagged: middle, saving: middle, plain: middle, cheap: low },
    { guarded: high, flagged: middle, saving: deferred, plain: deferred, cheap: low },
    { guarded: high, flagged: deferred, saving: deferred, plain: deferred, cheap: low },
    { guarded: high, flagged: deferred, saving: deferred, plain: deferred, cheap: deferred },
    { guarded: deferred, flagged: deferred, saving: deferred, plain: deferred, cheap: deferred },
  ]);
  expect(critical).toEqual([
    'runs',
    'runs',
    'runs',
    'security-critical runs; else as other work',
    'only security-critical',
    'deferred, security too',
  ]);
  expect(other).toEqual([
    'runs',
    'runs without upgrades, on economy where declared; no escalations',
    'as in YELLOW; above the cheapest tier it is deferred',
    'only on the cheapest tier',
    'deferred',
    'deferred',
  ]);
});
