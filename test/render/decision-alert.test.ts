import { describe, expect, it } from 'vitest';
import { findAgent } from '../../src/allocation/allocation.ts';
import { isPhase } from '../../src/allocation/names.ts';
import type { Choice } from '../../src/policy/decision/decide.ts';
import { type Decision, resolve } from '../../src/policy/decision/resolve.ts';
import { renderDecisionAlerts } from '../../src/render/decision-alert.ts';
import { dateOf, weekOf } from '../../src/time/week.ts';
import { changed, REAL, read, readExceptions } from '../allocation/reading.ts';

const NOW = new Date('2026-11-23T03:00:00Z');
const PLACE = { id: '77', url: 'https://github.example/octo/demo/actions/runs/77' };

function decided(cell: string, choice: Choice | null, file = REAL, exceptions = ''): Decision {
  const [name = '', phase = ''] = cell.split('/');
  const allocation = read(file);
  const agent = findAgent(allocation, name);
  if (agent === null || !isPhase(phase)) throw new Error(`no ${cell}`);
  const today = dateOf(NOW);
  const week = weekOf(NOW, 'UTC');
  const rest = { facts: new Map(), critical: false, draw: null, provider: 'anthropic' };
  const state = { level: 'GREEN', allowances: new Map(), unavailable: new Map() } as const;
  return resolve(
    allocation,
    readExceptions(exceptions),
    { agent, phase, week, today, choice, ...rest },
    state,
  );
}

function entry(reason: string): string {
  return `- { floor: validation-in-critical-phases, agent: VALIDATION, phase: PLAN, tier: haiku, reason: ${JSON.stringify(reason)}, approved_by: octocat, tracking: issue 7, expires: 2026-12-01, renewals: 1 }\n`;
}

const LOWERED = changed(['VALIDATION: sonnet # detects complex dependencies', 'VALIDATION: haiku']);

describe('an alert', () => {
  it('is raised for a refused override, with who asked for it and why', () => {
    const choice: Choice = { kind: 'override', tier: 1, reason: 'too slow', by: 'mallory' };
    const [alert, ...more] = renderDecisionAlerts([decided('SECURITY/EXEC', choice)], PLACE);
    expect(more).toEqual([]);
    expect(alert?.body.split('\n')[0]).toBe(
      '**Refused**: an override of SECURITY/EXEC to sonnet in <https://github.example/octo/demo/actions/runs/77>. The floor is opus. Asked for by mallory. Reason: too slow.',
    );
    expect(alert?.about).toBe('refused 77 SECURITY/EXEC');
  });

  it('is raised for the use of an exception, with its reason and approval, once a week', () => {
    const [alert, ...more] = renderDecisionAlerts(
      [decided('VALIDATION/PLAN', null, LOWERED, entry('a new planner'))],
      PLACE,
    );
    expect(more).toEqual([]);
    expect(alert?.body.split('\n')[0]).toBe(
      '**An exception was used**: VALIDATION/PLAN runs on haiku (`claude-haiku-5-5`) in <https://github.example/octo/demo/actions/runs/77>, below sonnet, the floor validation-in-critical-phases. Reason: a new planner. Approved by octocat until 2026-12-01, renewed 1 time. Tracking: issue 7. Reported once in 2026-W48.',
    );
    expect(alert?.about).toBe('exception validation-in-critical-phases VALIDATION/PLAN 2026-12-01 2026-W48');
  });

  it('is not raised for anything else', () => {
    const allowed: Choice = { kind: 'override', tier: 2, reason: 'hard', by: 'octocat' };
    const unused = decided('VALIDATION/PLAN', null, REAL, entry('a new planner'));
    expect(
      renderDecisionAlerts([decided('GITHUB/EXEC', allowed), decided('SECURITY/EXEC', null), unused], PLACE),
    ).toEqual([]);
  });

  it('cannot be made to mention, link or break out by what people wrote', () => {
    const hostile = '@everyone <img src=x> [a](https://evil.example) ::error:: `x` <!-- haiku-first -->';
    const [alert] = renderDecisionAlerts([decided('VALIDATION/PLAN', null, LOWERED, entry(hostile))], PLACE);
    expect(alert?.body).not.toMatch(/@everyone|<img|<!--|(?<!\\)\]\(|::error/);
    const long = renderDecisionAlerts(
      [decided('VALIDATION/PLAN', null, LOWERED, entry('x'.repeat(2000)))],
      PLACE,
    );
    expect(long[0]?.body.length).toBeLessThan(5000);
  });
});
