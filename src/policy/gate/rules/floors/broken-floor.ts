import { tierName } from '../../../../allocation/allocation.ts';
import { placeText } from '../../../../allocation/policy/reference.ts';
import type { Position } from '../../../../allocation/source.ts';
import { breachText } from '../../../decision/breaches.ts';
import { brokenExample } from '../../counterexample.ts';
import type { BrokenFloor } from '../../floors-kept.ts';
import type { Found } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { declaredFloor } from './declared-floor.ts';

/** A cell below its floor, at the declaration that does it where there is one. `hint` follows what is wrong. */
export function brokenFloor(context: RuleContext, broken: BrokenFloor, hint: string | null): Found {
  const { policy, floor, from, breach } = broken;
  const { agent, phase } = policy;
  const origin = from === 'base' ? ' of the base' : '';
  const text =
    breach === null
      ? `${couldRun(context, broken)} the floor ${floor.id}${placeText(floor.inherited)}${origin}.`
      : breachText(breach, context.head.allocation);
  return {
    message: hint === null ? text : `${text} ${hint}`,
    at: breach === null ? floorPosition(context, broken) : breach.origin.position,
    agent,
    phase,
    counterexample: brokenExample(context, broken),
    ...declaredFloor(context, from, floor.id),
  };
}

/** What could happen, up to the floor's name: the counterexample tells when. */
function couldRun({ head }: RuleContext, { policy, floor, shown }: BrokenFloor): string {
  const cell = `${policy.agent} in ${policy.phase}`;
  if (shown === null) return `${cell} could run below`;
  const { tier, effort } = shown.ruling;
  if (tier < floor.minimum) return `${cell} could run on ${tierName(head.allocation, tier)}, below`;
  return `${cell} could run with ${effort === null ? 'no effort set' : `effort ${effort}`}, below the ${floor.effort} of`;
}

/** Where a floor that is broken without a declaration below it is, or was. */
function floorPosition({ head }: RuleContext, { floor }: BrokenFloor): Position {
  const still = head.allocation.floors.find((each) => each.id === floor.id);
  return still === undefined ? head.allocation.at(['floors']) : still.origin.position;
}
