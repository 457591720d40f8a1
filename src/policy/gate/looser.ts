import { type Allocation, tierName } from '../../allocation/allocation.ts';
import { noExceptions } from '../../allocation/exceptions.ts';
import type { IsoDate } from '../../time/week.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import { judgeChange } from './judge.ts';
import { ruleContext, sideOf } from './rule-context.ts';

/**
 * In what a policy asks for less than another one, in sentences: all that the gate would refuse of a change from one to
 * the other, and maximums, which it does not judge.
 */
export function looserThan(
  before: Allocation,
  after: Allocation,
  shipped: ModelTable,
  today: IsoDate,
): readonly string[] {
  const side = (allocation: Allocation) => sideOf(allocation, noExceptions(''), shipped);
  const place = { file: after.file, docs: () => '' };
  const { findings } = judgeChange(ruleContext(side(before), side(after), today), place);
  // What a policy assigns to its own cells binds nobody else.
  const refused = findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'HF101');
  const floors = refused.map(({ message }) => message);
  return [...new Set([...floors, ...raisedMaximums(before, after)])];
}

function raisedMaximums(before: Allocation, after: Allocation): readonly string[] {
  return [...before.agents.values()].flatMap(({ name, maximum }) => {
    const now = after.agents.get(name)?.maximum ?? null;
    if (maximum === null) return [];
    const most = tierName(before, maximum);
    const rank = after.tiers.find((tier) => tier.name === most)?.rank ?? null;
    if (now !== null && rank !== null && now <= rank) return [];
    return [`The maximum of ${name}, ${most}, is raised or gone.`];
  });
}
