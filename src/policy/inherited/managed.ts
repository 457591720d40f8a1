import { type Allocation, floorsOf, tierName } from '../../allocation/allocation.ts';
import { placeText } from '../../allocation/policy/reference.ts';
import { effortRank } from '../decision/cell-policy.ts';
import { idsOfTier } from '../decision/models-of-tiers.ts';
import { limits, NEUTRAL } from '../session/index.ts';

/** What the managed settings of a machine can hold of an allocation. */
export interface Managed {
  /** A `managed-settings.json` of Claude Code. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** In sentences. */
  readonly holds: readonly string[];
  readonly leaves: readonly string[];
}

/**
 * An allocation in the words of Claude Code's managed settings. Those are a machine's, whoever the session is for: what
 * every agent is under, they hold; a floor over some agents is kept as far as nobody may name a model for a sub-agent in
 * passing.
 */
export function managedSettings(allocation: Allocation): Managed {
  const lowest = lowestFor(allocation);
  const tiers = allocation.tiers.filter(({ rank }) => rank >= lowest);
  const models = [...new Set(tiers.flatMap((tier) => idsOfTier(tier).map(({ id }) => id)))];
  const denied = [...new Set(allocation.deny.map(({ id }) => id))];
  const floored = allocation.floors.length > 0;
  const settings = {
    ...limits(models),
    ...(denied.length === 0 ? {} : { deniedModels: denied }),
    // A model that the call names would go before that of the sub-agent's file.
    ...(floored ? { permissions: { deny: ['Agent(model:*)'] } } : {}),
    env: NEUTRAL,
  };
  const holds = [
    `No session uses another model than those of the tiers: ${models.join(', ')}.`,
    ...(lowest === 0
      ? []
      : [`Every agent is under a floor: nothing below ${tierName(allocation, lowest)} is used.`]),
    ...(denied.length === 0 ? [] : [`Nor one that is denied: ${denied.join(', ')}.`]),
    ...(floored ? ['No call names the model of a sub-agent: its file decides, which the gate watches.'] : []),
    'Settings of a project swap no model for another one, nor add to a request.',
  ];
  return { settings, holds, leaves: leftOpen(allocation, lowest) };
}

/** The lowest rank that any agent may run on in any phase, whatever is known of the work. */
function lowestFor(allocation: Allocation): number {
  const ranks = [...allocation.agents.values()].flatMap(({ name }) =>
    allocation.phases.map((phase) => {
      const always = floorsOf(allocation, name, phase).filter(
        ({ fact, absolute }) => fact === null && absolute,
      );
      return Math.max(0, ...always.map(({ minimum }) => minimum));
    }),
  );
  return ranks.length === 0 ? 0 : Math.min(...ranks);
}

/** What a machine cannot tell apart. */
function leftOpen(allocation: Allocation, lowest: number): readonly string[] {
  return allocation.floors.flatMap(({ id, minimum, effort, agents, inherited }) => {
    const floor = `The floor ${id}${placeText(inherited)}`;
    const over = `over ${agents.join(', ')}`;
    return [
      ...(minimum > lowest
        ? [
            `${floor}, ${tierName(allocation, minimum)} ${over}: a person picks the model of a session, and a sub-agent's file its own.`,
          ]
        : []),
      ...(effortRank(effort) > 0
        ? [`${floor}, effort ${effort} ${over}: a session's effort is its user's.`]
        : []),
    ];
  });
}
