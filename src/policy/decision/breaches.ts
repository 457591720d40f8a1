import {
  type Allocation,
  type DeniedModel,
  type Floor,
  type Origin,
  rankOf,
  type TierDeclaration,
  tierName,
} from '../../allocation/allocation.ts';
import {
  type CellException,
  EXCEPTION_DAYS,
  type Exceptions,
  isInForce,
} from '../../allocation/exceptions.ts';
import type { AgentName, Effort, ModelId, Phase, Rank } from '../../allocation/names.ts';
import { placeText } from '../../allocation/policy/reference.ts';
import { type Problem, UserError } from '../../errors.ts';
import type { IsoDate } from '../../time/week.ts';
import { findModel, type ModelTable } from '../../usage/models/models.ts';
import { type CellFloor, type CellPolicy, cellPolicy, effortRank } from './cell-policy.ts';
import { exactId, isClaudeCodeAlias, nearestId } from './model-names.ts';
import { idsOfTier, isLesser, promisedLine, rowOfTier } from './models-of-tiers.ts';

/** A declaration of a cell that breaks a floor of the same file. */
export type CellBreach =
  | {
      readonly kind: 'below-floor';
      readonly agent: AgentName;
      readonly phase: Phase;
      /** What is below the floor: the assigned tier, or one that holds at times. */
      readonly declared: 'tier' | 'was' | 'trial' | 'economy';
      readonly tier: Rank;
      readonly floor: CellFloor;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'effort-below-floor';
      readonly agent: AgentName;
      readonly phase: Phase;
      readonly effort: Effort;
      readonly floor: CellFloor;
      readonly origin: Origin;
    };

/** A tier whose model is not what its name or its rank promises, or of which nobody can tell. */
interface TierBreach {
  readonly kind: 'lesser-line' | 'falling-line' | 'alias' | 'unknown-line' | 'denied';
  readonly message: string;
  /** What to write instead; null where the message says it. */
  readonly fix: string | null;
  /** The id that the tier should not have; null where it is the tier's place that is wrong. */
  readonly id: ModelId | null;
  readonly provider: string | null;
  readonly origin: Origin;
  /** Work under a floor can meet it. */
  readonly underFloor: boolean;
  /** No decision is made by a file that has it. Of an id at a provider, the tier's own model says what it is to be. */
  readonly refused: boolean;
}

/** The tiers that a cell's declarations name, each with the word for it. Upgrades only raise. */
function declaredTiers(
  policy: CellPolicy,
): readonly { readonly declared: 'tier' | 'was' | 'trial' | 'economy'; readonly tier: Rank }[] {
  return [
    { declared: 'tier', tier: policy.assigned },
    ...(policy.former === null ? [] : [{ declared: 'was' as const, tier: policy.former.tier }]),
    ...(policy.trial === null ? [] : [{ declared: 'trial' as const, tier: policy.trial.tier }]),
    ...(policy.economy === null ? [] : [{ declared: 'economy' as const, tier: policy.economy }]),
  ];
}

/** The declarations of one cell that are under one of `floors` that always holds. */
export function cellBreaches(policy: CellPolicy, floors: readonly CellFloor[]): readonly CellBreach[] {
  const { agent, phase, origin } = policy;
  const breaches: CellBreach[] = [];
  for (const floor of floors) {
    if (floor.fact !== null) continue;
    for (const { declared, tier } of declaredTiers(policy)) {
      if (tier < floor.minimum)
        breaches.push({ kind: 'below-floor', agent, phase, declared, tier, floor, origin });
    }
    if (policy.effort !== null && effortRank(policy.effort) < effortRank(floor.effort)) {
      breaches.push({ kind: 'effort-below-floor', agent, phase, effort: policy.effort, floor, origin });
    }
  }
  return breaches;
}

/** An id that the table does not have: a word that Claude Code turns into a model of its choice, or one of no known line. */
function unknownModel(
  allocation: Allocation,
  tier: TierDeclaration,
  { id, provider }: ReturnType<typeof idsOfTier>[number],
  table: ModelTable,
): TierBreach {
  const of = provider === null ? '' : ` for ${provider}`;
  const place = { id, provider, origin: tier.origin };
  if (isClaudeCodeAlias(id)) {
    const message = `The tier ${tier.name} has ${id}${of}, which is no model's id: it is a name of Claude Code, which picks the model behind it by itself.`;
    const exact = exactId(tier, id, provider, table);
    return {
      kind: 'alias',
      message,
      fix: exact === null ? null : `Write ${exact}.`,
      ...place,
      underFloor: true,
      refused: true,
    };
  }
  const floor = floorReaching(allocation, tier.rank);
  const under = floor === null ? '' : `, and work under the floor ${floor.id} can get it`;
  const message = `The tier ${tier.name} has the model ${id}${of}, whose line nobody knows${under}.`;
  const near = nearestId(tier, id, provider, table);
  const fix = `${near === null ? '' : `Did you mean ${near}? `}Else say its line in a row under models:.`;
  const underFloor = floor !== null;
  return {
    kind: 'unknown-line',
    message,
    fix,
    ...place,
    underFloor,
    refused: underFloor && provider === null,
  };
}

/** A floor under which a cell can get to the tier; null: none. */
function floorReaching({ floors, agents }: Allocation, rank: Rank): Floor | null {
  const reaches = (name: AgentName): boolean => {
    const agent = agents.get(name);
    return agent !== undefined && (agent.maximum === null || agent.maximum >= rank);
  };
  return floors.find((floor) => floor.minimum <= rank && floor.agents.some(reaches)) ?? null;
}

/** Whether two ids are of one model: a dated one, or a provider's, is of the model that the table has for it. */
function isSameModel(a: string, b: string, table: ModelTable): boolean {
  const row = findModel(table, a);
  return a === b || (row !== null && findModel(table, b)?.id === row.id);
}

/** What denies a model; null: nothing. */
export function denialOf(id: string, { deny }: Allocation, table: ModelTable): DeniedModel | null {
  return deny.find((each) => isSameModel(each.id, id, table)) ?? null;
}

/** What the tiers' models break: a tier named after a line with a lesser model, and lines that fall. */
export function tierBreaches(allocation: Allocation, table: ModelTable): readonly TierBreach[] {
  const breaches: TierBreach[] = [];
  let highest: { readonly name: string; readonly line: Parameters<typeof isLesser>[0] } | null = null;
  for (const tier of allocation.tiers) {
    const promised = promisedLine(tier);
    const main = rowOfTier(tier, table);
    for (const { id, provider } of idsOfTier(tier)) {
      const denial = denialOf(id, allocation, table);
      if (denial !== null) {
        breaches.push({
          kind: 'denied',
          message: `The tier ${tier.name} has the model ${id}, which no tier may have: deny${placeText(denial.inherited)}.`,
          fix: 'Give the tier another model.',
          id,
          provider,
          origin: tier.origin,
          underFloor: true,
          refused: true,
        });
      }
      const row = findModel(table, id);
      if (row === null) {
        breaches.push(unknownModel(allocation, tier, { id, provider }, table));
        continue;
      }
      const wanted = promised ?? main?.line ?? null;
      if (wanted !== null && isLesser(row.line, wanted)) {
        const of = provider === null ? '' : ` for ${provider}`;
        const message = `The tier ${tier.name} has the model ${id}${of}, which is of the lesser line ${row.line}.`;
        breaches.push({
          kind: 'lesser-line',
          message,
          fix: null,
          id,
          provider,
          origin: tier.origin,
          underFloor: true,
          refused: true,
        });
      }
    }
    if (main === null) continue;
    if (highest !== null && isLesser(main.line, highest.line)) {
      const message = `The tier ${tier.name} ranks above ${highest.name}, but its model ${tier.model} is of a lesser line (${main.line} under ${highest.line}).`;
      breaches.push({
        kind: 'falling-line',
        message,
        fix: null,
        id: null,
        provider: null,
        origin: tier.origin,
        underFloor: true,
        refused: true,
      });
    } else highest = { name: tier.name, line: main.line };
  }
  return breaches;
}

/** What a cell breaks, in one sentence. */
export function breachText(breach: CellBreach, allocation: Allocation): string {
  switch (breach.kind) {
    case 'below-floor': {
      const tier = tierName(allocation, breach.tier);
      const { id, inherited, minimum } = breach.floor;
      const floor = `the floor ${id}${placeText(inherited)} asks for ${tierName(allocation, minimum)}`;
      const cell = `${breach.agent} in ${breach.phase}`;
      switch (breach.declared) {
        case 'tier':
          return `${cell} is assigned ${tier}, but ${floor}.`;
        case 'was':
          return `${cell} has was: ${tier}, but ${floor} in every week.`;
        case 'trial':
          return `${cell} has a trial on ${tier}, but ${floor}.`;
        case 'economy':
          return `${cell} has economy: ${tier}, but ${floor} in every zone.`;
      }
      break;
    }
    case 'effort-below-floor':
      return `${breach.agent} in ${breach.phase} has effort ${breach.effort}, but the floor ${breach.floor.id}${placeText(breach.floor.inherited)} asks for ${breach.floor.effort}.`;
  }
}

/** The exception that allowed a breach until it expired; null: none did. */
function expiredException(
  breach: CellBreach,
  allocation: Allocation,
  exceptions: Exceptions,
  today: IsoDate,
): CellException | null {
  if (breach.kind !== 'below-floor' || breach.floor.absolute) return null;
  const { agent, phase, tier, floor } = breach;
  for (const entry of exceptions.entries) {
    if (entry.kind !== 'cell' || entry.floor !== floor.id || entry.agent !== agent || entry.phase !== phase)
      continue;
    const lowest = rankOf(allocation, entry.tier);
    if (entry.expires < today && lowest !== null && lowest <= tier) return entry;
  }
  return null;
}

/**
 * Refuses a file that breaks its own floors: an assignment under its floor is never silently clamped. One that an
 * exception allowed until it expired is left to the decision, which refuses that cell alone.
 */
export function requireSound(
  allocation: Allocation,
  exceptions: Exceptions,
  today: IsoDate,
  table: ModelTable,
): void {
  const { file } = allocation;
  const problems = tierBreaches(allocation, table)
    .filter(({ refused }) => refused)
    .map(({ message, origin, fix }): Problem => ({ what: message, file, ...origin.position, fix }));
  for (const agent of allocation.agents.values()) {
    for (const phase of allocation.phases) {
      const policy = cellPolicy(allocation, exceptions, today, agent, phase);
      for (const breach of cellBreaches(policy, policy.floors)) {
        if (expiredException(breach, allocation, exceptions, today) !== null) continue;
        const fix = expiredHint(breach, exceptions, today);
        problems.push({ what: breachText(breach, allocation), file, ...breach.origin.position, fix });
      }
    }
  }
  if (problems.length > 0) throw new UserError(problems);
}

/** Says so when an exception would have covered the breach but does not count any more. */
export function expiredHint(breach: CellBreach, exceptions: Exceptions, today: IsoDate): string | null {
  if (breach.kind !== 'below-floor' || breach.floor.absolute) return null;
  const entry = exceptions.entries.find(
    (each) =>
      each.kind === 'cell' &&
      each.floor === breach.floor.id &&
      each.agent === breach.agent &&
      each.phase === breach.phase,
  );
  if (entry === undefined) return null;
  if (entry.expires < today)
    return `The exception for it expired on ${entry.expires}: raise the cell, or have it renewed.`;
  if (!isInForce(entry, today))
    return `The exception for it does not count: it runs until ${entry.expires}, more than ${EXCEPTION_DAYS} days from now.`;
  return breach.floor.exception !== null ? 'The exception for it does not go that low.' : null;
}
