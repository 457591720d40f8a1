import { describe, expect, it } from 'vitest';
import { decisionFor } from '../../src/deferral/choose.ts';
import { startOf } from '../../src/deferral/start.ts';
import { judgeDeferral } from '../../src/deferral/work.ts';
import { ALLOCATION, allocationOf, deferral, NOW, REPOSITORY, worldOf } from './works.ts';

const TAKES = ALLOCATION.replace(
  'head: head, claim: claim }',
  'head: head, claim: claim, up: escalate_from }',
);
const escalated = (from = 'sonnet') =>
  deferral(1, { tier: 'opus', escalation: { from, reason: 'three tests failed', trigger: 'tests' } });

/** The deferral as the ledger's reader takes it, or why it does not. */
function judged(text: string, from?: string) {
  const allocation = allocationOf(text);
  const told = judgeDeferral(escalated(from), { allocation, repository: REPOSITORY, now: NOW });
  return { allocation, told };
}

describe('an escalation that was deferred', () => {
  it('is decided as one: on the tier above the poor run', async () => {
    const { allocation, told } = judged(TAKES);
    if (!told.ok) throw new Error(told.why);
    const decision = decisionFor(told.work, await worldOf(allocation)([], [], new Set()));
    expect(decision).toMatchObject({ decision: 'run', tier: 'opus' });
  });

  it('starts a workflow that takes the tier of the poor run', () => {
    const { allocation, told } = judged(TAKES);
    if (!told.ok) throw new Error(told.why);
    expect(startOf(told.work, allocation.deferred)).toMatchObject({
      ok: true,
      start: { inputs: { up: 'sonnet' } },
    });
  });

  it('starts none that does not: it would be a first attempt on the tier that has failed', () => {
    const { allocation, told } = judged(ALLOCATION);
    if (!told.ok) throw new Error(told.why);
    expect(startOf(told.work, allocation.deferred)).toEqual({
      ok: false,
      why: 'it escalates from sonnet, and no input of agent.yml takes escalate_from',
    });
  });

  it('means nothing where its tier does not exist', () => {
    expect(judged(TAKES, 'gpt').told).toMatchObject({ ok: false });
  });

  it('leaves the input out for a first attempt', () => {
    const allocation = allocationOf(TAKES);
    const told = judgeDeferral(deferral(1), { allocation, repository: REPOSITORY, now: NOW });
    if (!told.ok) throw new Error(told.why);
    const start = startOf(told.work, allocation.deferred);
    expect(start.ok && Object.keys(start.start.inputs)).not.toContain('up');
  });
});
