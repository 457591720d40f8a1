import { type Allocation, tierName } from '../../allocation/allocation.ts';
import type { Position } from '../../allocation/source.ts';
import { breachText, cellBreaches, expiredHint } from '../decision/breaches.ts';
import { type CellFloor, type CellPolicy, cellFloors } from '../decision/cell-policy.ts';
import type { Ruling } from '../decision/decide.ts';
import { type Comparison, finding } from './comparison.ts';
import type { Counterexample, Finding } from './finding.ts';
import type { Kept, Trial } from './floor-trials.ts';
import { situationWords, type Tried } from './situations.ts';

/** One finding for each floor of a cell that is broken, with the declaration that does it where there is one. */
export function cellFindings(
  comparison: Comparison,
  policy: CellPolicy,
  kept: readonly Kept[],
  trial: Trial,
): readonly Finding[] {
  const { head } = comparison;
  const { agent, phase } = policy;
  const findings: Finding[] = [];
  const said = new Set<string>();
  kept.forEach(({ floor, from }, index) => {
    const [breach] = cellBreaches(policy, [floor]);
    const shown = trial.broken.get(index);
    if ((breach === undefined && shown === undefined) || said.has(floor.id)) return;
    said.add(floor.id);
    const counterexample =
      shown === undefined
        ? staticExample(comparison, policy, floor, breach)
        : example(comparison, policy, floor, shown);
    const covered =
      breach?.kind === 'below-floor' && coveredByNewException(comparison, policy, floor, breach.tier);
    const hint = breach === undefined ? null : expiredHint(breach, head.exceptions, comparison.today);
    const origin = from === 'base' ? ' of the base' : '';
    const message =
      breach === undefined
        ? `${couldRun(comparison, policy, floor, shown)} the floor ${floor.id}${origin}.`
        : breachText(breach, head.allocation);
    const withHint = covered
      ? `${message} The exception for it is new or changed: it counts once it is on the base branch.`
      : hint === null
        ? message
        : `${message} ${hint}`;
    const position = breach === undefined ? floorPosition(comparison, floor) : breach.origin.position;
    findings.push(
      finding(comparison, covered ? 'HF116' : 'HF101', withHint, position, { agent, phase, counterexample }),
    );
  });
  // A cell that is below its floor has a worse breach than being deferred at times.
  if (trial.stopped !== null && findings.length === 0) {
    const { tried } = trial.stopped;
    const spent = tried.situation.level === 'EXHAUSTED';
    const when = spent ? ' once the weekly budget is spent, for there is no critical reserve any more' : '';
    const text = `${agent} in ${phase} could run on the base and would be deferred${when}`;
    const words = situationWords(tried, policy, tierNames(head.allocation));
    const counterexample = {
      text,
      situation: words,
      from: baseTier(comparison, policy),
      to: null,
      floor: floorName(comparison, kept),
    };
    const position = head.allocation.at(['budget', 'critical_reserve']);
    const where = spent ? position : policy.origin.position;
    findings.push(finding(comparison, 'HF114', `${text}.`, where, { agent, phase, counterexample }));
  }
  return findings;
}

function tierNames(allocation: Allocation): readonly string[] {
  return allocation.tiers.map((tier) => tier.name);
}

function floorName({ head }: Comparison, kept: readonly Kept[]): string | null {
  const ranks = kept.map(({ floor }) => floor.minimum);
  return ranks.length === 0 ? null : tierName(head.allocation, Math.max(...ranks));
}

/** The tier that the cell is assigned on the base; null where it does not exist there. */
function baseTier({ base }: Comparison, policy: CellPolicy): string | null {
  const agent = base.allocation.agents.get(policy.agent);
  if (agent === undefined || !base.allocation.phases.includes(policy.phase)) return null;
  const cell = base.allocation.matrix.get(policy.phase)?.get(policy.agent);
  return tierName(base.allocation, cell?.tier ?? agent.assigned);
}

/** Where a floor that is broken without a declaration below it is, or was. */
function floorPosition({ head }: Comparison, floor: CellFloor): Position {
  const still = head.allocation.floors.find((each) => each.id === floor.id);
  return still === undefined ? head.allocation.at(['floors']) : still.origin.position;
}

function coveredByNewException(
  { head, today }: Comparison,
  policy: CellPolicy,
  floor: CellFloor,
  tier: number,
): boolean {
  const own = cellFloors(head.allocation, head.exceptions, today, policy.agent, policy.phase);
  const lowered = own.find((each) => each.id === floor.id);
  return lowered !== undefined && lowered.exception !== null && lowered.minimum <= tier;
}

function example(
  comparison: Comparison,
  policy: CellPolicy,
  floor: CellFloor,
  { tried, ruling }: { readonly tried: Tried; readonly ruling: Ruling },
): Counterexample {
  const { allocation } = comparison.head;
  const to = tierName(allocation, ruling.tier);
  return described(
    comparison,
    policy,
    floor,
    to,
    situationWords(tried, policy, tierNames(allocation)),
    ruling.effort,
  );
}

/** What could happen, up to the floor's name: the counterexample tells when. */
function couldRun(
  { head }: Comparison,
  { agent, phase }: CellPolicy,
  floor: CellFloor,
  shown: { readonly ruling: Ruling } | undefined,
): string {
  const cell = `${agent} in ${phase}`;
  if (shown === undefined) return `${cell} could run below`;
  const { tier, effort } = shown.ruling;
  if (tier < floor.minimum) return `${cell} could run on ${tierName(head.allocation, tier)}, below`;
  return `${cell} could run with ${effort === null ? 'no effort set' : `effort ${effort}`}, below the ${floor.effort} of`;
}

function staticExample(
  comparison: Comparison,
  policy: CellPolicy,
  floor: CellFloor,
  breach: ReturnType<typeof cellBreaches>[number] | undefined,
): Counterexample {
  const to = tierName(
    comparison.head.allocation,
    breach?.kind === 'below-floor' ? breach.tier : policy.assigned,
  );
  return described(
    comparison,
    policy,
    floor,
    to,
    ['as declared, though no situation reaches it today'],
    policy.effort,
  );
}

function described(
  comparison: Comparison,
  policy: CellPolicy,
  floor: CellFloor,
  to: string,
  situation: readonly string[],
  effort: string | null,
): Counterexample {
  const from = baseTier(comparison, policy);
  const minimum = tierName(comparison.head.allocation, floor.minimum);
  const [ran, least] =
    floor.effort === null
      ? ['', '']
      : [effort === null ? ' with no effort set' : ` with effort ${effort}`, ` with effort ${floor.effort}`];
  const { line } = policy.origin.position;
  const text = `${policy.agent} in ${policy.phase}: ${from ?? 'new'} → ${to}${ran}, floor ${minimum}${least}, line ${line}`;
  return { text, situation, from, to, floor: minimum };
}
