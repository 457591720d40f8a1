import { tierName } from '../../allocation/allocation.ts';
import type { CellPolicy } from '../decision/cell-policy.ts';
import type { Counterexample } from './finding.ts';
import type { BrokenFloor, StoppedCell } from './floors-kept.ts';
import type { RuleContext } from './rule-context.ts';
import { situationWords, type Tried } from './situations.ts';

/** The situation in which a floor is broken, with what ran before and what would run. */
export function brokenExample(context: RuleContext, broken: BrokenFloor): Counterexample {
  const { policy, floor, breach, shown } = broken;
  const { allocation } = context.head;
  const ran = shown?.ruling.tier ?? (breach?.kind === 'below-floor' ? breach.tier : policy.assigned);
  const effort = shown === null ? policy.effort : shown.ruling.effort;
  const situation =
    shown === null
      ? ['as declared, though no situation reaches it today']
      : wordsOf(context, policy, shown.tried);
  const from = baseTier(context, policy);
  const to = tierName(allocation, ran);
  const minimum = tierName(allocation, floor.minimum);
  const [said, least] =
    floor.effort === null
      ? ['', '']
      : [effort === null ? ' with no effort set' : ` with effort ${effort}`, ` with effort ${floor.effort}`];
  const { line } = policy.origin.position;
  const text = `${policy.agent} in ${policy.phase}: ${from ?? 'new'} → ${to}${said}, floor ${minimum}${least}, line ${line}`;
  return { text, situation, from, to, floor: minimum };
}

/** The situation in which a guarded cell is deferred; `text` says so in words. */
export function stoppedExample(
  context: RuleContext,
  { policy, kept, shown }: StoppedCell,
  text: string,
): Counterexample {
  const ranks = kept.map(({ floor }) => floor.minimum);
  return {
    text,
    situation: wordsOf(context, policy, shown.tried),
    from: baseTier(context, policy),
    to: null,
    floor: tierName(context.head.allocation, Math.max(...ranks)),
  };
}

function wordsOf({ head }: RuleContext, policy: CellPolicy, tried: Tried): readonly string[] {
  return situationWords(
    tried,
    policy,
    head.allocation.tiers.map((tier) => tier.name),
  );
}

/** The tier that the cell is assigned on the base; null where it does not exist there. */
function baseTier({ base }: RuleContext, policy: CellPolicy): string | null {
  const agent = base.allocation.agents.get(policy.agent);
  if (agent === undefined || !base.allocation.phases.includes(policy.phase)) return null;
  const cell = base.allocation.matrix.get(policy.phase)?.get(policy.agent);
  return tierName(base.allocation, cell?.tier ?? agent.assigned);
}
