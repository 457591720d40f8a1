import { describe, expect, it } from 'vitest';
import { ALLOCATION } from '../deferral/works.ts';
import { complaints, read } from './reading.ts';

const changed = (from: string, to: string): string => {
  if (!ALLOCATION.includes(from)) throw new Error(`there is no ${from}`);
  return ALLOCATION.replace(from, to);
};
const said = (from: string, to: string): readonly string[] => complaints(() => read(changed(from, to)));

describe('deferred', () => {
  it('names the workflows that may be started, and what each is told', () => {
    const { deferred } = read(ALLOCATION);
    expect(deferred?.maxDays).toBe(7);
    expect(deferred?.workflows.map(({ workflow, agents, phases }) => [workflow, agents, phases])).toEqual([
      ['stories.yml', ['STORIES'], ['PLAN']],
      ['agent.yml', ['STORIES', 'TESTING', 'SECURITY'], null],
    ]);
    expect([...(deferred?.workflows[0]?.inputs ?? [])]).toEqual([
      ['agent', { kind: 'source', source: 'agent' }],
      ['claim', { kind: 'source', source: 'claim' }],
      ['depth', { kind: 'constant', value: 'deep' }],
    ]);
  });

  it('may be left out, and its days, too', () => {
    expect(read(ALLOCATION.slice(0, ALLOCATION.indexOf('deferred:'))).deferred).toBeNull();
    expect(read(changed('  max_days: 7\n', '')).deferred?.maxDays).toBe(7);
    expect(read(changed('max_days: 7', 'max_days: 3')).deferred?.maxDays).toBe(3);
  });

  it('needs an input that takes the claim: without it a started run could not be found again', () => {
    expect(said('claim: claim, depth', 'depth')).toEqual([
      'allocation.yaml:28:7: No input of stories.yml takes the claim, so a started run could not be found again. Add `claim: claim`, and put inputs.claim into the run-name of the workflow.',
    ]);
  });

  it.each<[string, string, string]>([
    ['agent.yml', '../deploy.yml', 'a path'],
    ['agent.yml', 'agent.sh', 'no workflow'],
    ['max_days: 7', 'max_days: 0', 'no days'],
    ['head: head', 'head: secrets', 'another source'],
    ['head: head', 'head: { value: a, command: ls }', 'something else than a value'],
    ['agents: [STORIES]', 'agents: [STORYS]', 'an agent that there is not'],
    ['phases: [PLAN]\n      inputs', 'phases: [PLANS]\n      inputs', 'a phase that there is not'],
  ])('is refused with %s → %s: %s', (from, to) => {
    expect(said(from, to)).toHaveLength(1);
  });

  it('takes at most 25 inputs, as GitHub does', () => {
    const inputs = (count: number): string =>
      Array.from({ length: count }, (_, index) => `i${index}: agent`).join(', ');
    expect(read(changed('depth: { value: deep }', inputs(23))).deferred?.workflows).toHaveLength(2);
    expect(said('depth: { value: deep }', inputs(24))).toHaveLength(1);
  });
});
