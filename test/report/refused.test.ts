import { describe, expect, it } from 'vitest';
import { refusedWork } from '../../src/report/refused.ts';
import type { Refusal } from '../../src/usage/records/refusal.ts';
import { run } from './records.ts';

const refusal = (at: string, changes: Partial<Refusal> = {}): Refusal => ({
  schema: 'haiku-first/refusal@1',
  at,
  repository: 'octo/demo',
  run: { id: '7', attempt: 1, job: 'review' },
  agent: 'SECURITY',
  phase: 'EXEC',
  tier: 'sonnet',
  floor: 'opus',
  by: 'octocat',
  reason: 'quota',
  ...changes,
});

describe('work that was refused', () => {
  const [early, noon, late] = ['2026-11-24T10:00:00Z', '2026-11-24T12:00:00Z', '2026-11-24T18:00:00Z'];

  it('is told of once for each cell, as it was last', () => {
    const twice = [refusal(noon, { tier: 'haiku' }), refusal(early), refusal(early, { agent: 'API' })];
    expect(refusedWork(twice, []).map(({ agent, tier }) => `${agent} ${tier}`)).toEqual([
      'API sonnet',
      'SECURITY haiku',
    ]);
    expect(refusedWork([...twice].reverse(), [])).toEqual(refusedWork(twice, []));
  });

  it('is told of no more once its cell has worked', () => {
    const worked = (at: string, phase = 'EXEC') => run('1', { agent: 'SECURITY', phase, at });
    expect(refusedWork([refusal(noon)], [worked(late)])).toEqual([]);
    expect(refusedWork([refusal(noon)], [worked(early), worked(late, 'PLAN')])).toHaveLength(1);
  });
});
