import { tierName } from '../../allocation/allocation.ts';
import { SECURITY_CRITICAL } from '../../allocation/facts.ts';
import type { CellPolicy, CellUpgrade } from '../decision/cell-policy.ts';
import type { Counterexample } from './finding.ts';
import type { BrokenFloor, StoppedCell } from './floors-kept.ts';
import type { RuleContext } from './rule-context.ts';
import type { Tried } from './situations.ts';

/** The situation in which a floor is broken, with what ran before and what would run. */
export function brokenExample(context: RuleContext, broken: BrokenFloor): Counterexample {
  const { policy, floor, breach, shown } = broken;
  const { allocation } = context.head;
  const ran = shown?.ruling.tier ?? (breach?.kind === 'below-floor' ? breach.tier : policy.assigned);
  const effort = shown === null ? policy.effort : shown.ruling.effort;
  const situation =
    shown === null
      ? ['as declared, though no situation reaches it today']
      : situationWords(context, policy, shown.tried);
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
    situation: situationWords(context, policy, shown.tried),
    from: baseTier(context, policy),
    to: null,
    floor: tierName(context.head.allocation, Math.max(...ranks)),
  };
}

/** The tier that the cell is assigned on the base; null where it does not exist there. */
function baseTier({ base }: RuleContext, policy: CellPolicy): string | null {
  const agent = base.allocation.agents.get(policy.agent);
  if (agent === undefined || !base.allocation.phases.includes(policy.phase)) return null;
  const cell = base.allocation.matrix.get(policy.phase)?.get(policy.agent);
  return tierName(base.allocation, cell?.tier ?? agent.assigned);
}

/** The upgrade of this cell that does the same: the situation may have been tried for a cell like it. */
function sameHeight(policy: CellPolicy, upgrade: CellUpgrade): CellUpgrade {
  const height = Math.min(upgrade.to, policy.maximum);
  return policy.upgrades.find((own) => Math.min(own.to, policy.maximum) === height) ?? upgrade;
}

/** A situation in words: what differs from the plain one (GREEN, everything available, nothing chosen). */
function situationWords({ head }: RuleContext, policy: CellPolicy, tried: Tried): readonly string[] {
  const tierNames = head.allocation.tiers.map((tier) => tier.name);
  const { situation, facts, unavailableBelow, allowance } = tried;
  const words: string[] = [];
  if (situation.beforeSince) words.push(`week before ${policy.former?.since}`);
  if (situation.inTrial) words.push(`a run in the trial ${policy.trial?.id}`);
  for (const [name, state] of facts)
    words.push(`task.${name} ${state === 'not-given' ? 'not given' : `is ${state}`}`);
  if (situation.securityCritical && !facts.has(SECURITY_CRITICAL))
    words.push(`task.${SECURITY_CRITICAL} is true`);
  if (situation.flagged) words.push('flagged as critical');
  if (situation.upgrade !== null)
    words.push(`upgrade ${sameHeight(policy, situation.upgrade).condition.text}`);
  if (situation.choice?.kind === 'override')
    words.push(`override to ${tierNames[situation.choice.tier]} with a reason`);
  if (situation.choice?.kind === 'escalation')
    words.push(`escalation from ${tierNames[situation.choice.from]}`);
  words.push(`zone ${situation.level === 'RESERVE' ? 'RED, in the reserve' : situation.level}`);
  if (allowance !== 'open') words.push(`tier allowances ${allowance}`);
  if (unavailableBelow > 0) words.push(`${tierNames.slice(0, unavailableBelow).join(', ')} unavailable`);
  return words;
}
