import { userInfo } from 'node:os';
import { type Agent, type Allocation, findAgent, rankOf } from '../allocation/allocation.ts';
import type { Phase, Rank } from '../allocation/names.ts';
import { suggestion } from '../allocation/nearest.ts';
import { UserError } from '../errors.ts';
import type { Choice } from '../policy/decision/decide.ts';
import type { Request } from '../policy/decision/resolve.ts';
import type { Call } from '../surface/call.ts';
import type { OptionValues } from '../surface/options/index.ts';

/** The agent with this name or alias. Throws `UserError` with the nearest one. */
export function agentOf(allocation: Allocation, name: string): Agent {
  const agent = findAgent(allocation, name);
  if (agent !== null) return agent;
  const known = [...allocation.agents.values()].flatMap((each) => [each.name, ...each.aliases]);
  throw new UserError(`The agent ${name} is not in ${allocation.file}.`, suggestion(name, known));
}

/** The phase with this name. Throws `UserError` with the nearest one. */
export function phaseOf(allocation: Allocation, name: string): Phase {
  const phase = allocation.phases.find((each) => each === name);
  if (phase === undefined) {
    throw new UserError(
      `The phase ${name} is not in ${allocation.file}.`,
      suggestion(name, allocation.phases),
    );
  }
  return phase;
}

/** The rank of the tier with this name. Throws `UserError` with the nearest one. */
export function rank(allocation: Allocation, name: string): Rank {
  const found = rankOf(allocation, name);
  if (found !== null) return found;
  throw new UserError(
    `The tier ${name} is not in ${allocation.file}.`,
    suggestion(
      name,
      allocation.tiers.map((tier) => tier.name),
    ),
  );
}

type ChoiceOptions = Pick<OptionValues, 'tier' | 'escalateFrom' | 'reason' | 'trigger' | 'by'>;

/** Who decides. In Actions it is whom GitHub names, whatever else is said. */
export function deciderOf({ env }: Pick<Call, 'env'>, by: string | null): string {
  if (env.GITHUB_ACTIONS === 'true') return env.GITHUB_TRIGGERING_ACTOR ?? env.GITHUB_ACTOR ?? 'unknown';
  return by ?? userInfo().username;
}

/** The override or escalation that is asked for; null for neither. Throws `UserError` for both, or an escalation without a reason. */
export function choiceOf(
  call: Pick<Call<ChoiceOptions>, 'env' | 'options'>,
  allocation: Allocation,
): Choice | null {
  const { tier, escalateFrom, reason, trigger } = call.options;
  const given = reason?.trim() === '' ? null : reason;
  if (tier !== null && escalateFrom !== null) {
    throw new UserError(
      'An override (tier) and an escalation (escalate-from) cannot be combined.',
      'Give one of them.',
    );
  }
  if (tier !== null) {
    return {
      kind: 'override',
      tier: rank(allocation, tier),
      reason: given,
      by: deciderOf(call, call.options.by),
    };
  }
  if (escalateFrom === null) return null;
  if (given === null) throw new UserError('An escalation needs a reason.', 'Say in reason what was wrong.');
  return {
    kind: 'escalation',
    from: rank(allocation, escalateFrom),
    reason: given,
    trigger: trigger ?? 'not given',
  };
}

/** How this run draws its number in a trial; null outside a workflow, and where there is no trial. */
export async function drawOf(allocation: Allocation, key: string | null): Promise<Request['draw']> {
  const cells = [...allocation.matrix.values()].flatMap((row) => [...row.values()]);
  if (key === null || cells.every((cell) => cell.trial === null)) return null;
  const { trialDraw } = await import('../policy/decision/trial-draw.ts');
  return (trial) => trialDraw(key, trial);
}
