import { type Agent, type Allocation, findAgent, floorsOf, rankOf } from '../allocation/allocation.ts';
import type { Facts, FactValue } from '../allocation/condition.ts';
import { readFact, SECURITY_CRITICAL } from '../allocation/facts.ts';
import type { FactName, Phase } from '../allocation/names.ts';
import { later } from '../time/instant.ts';
import type { Deferral } from '../usage/records/deferral.ts';
import { pullRequestOf } from '../usage/records/work-item.ts';
import { priorityOf } from './priority.ts';

/** Further ahead, in days, no deferral may wait. */
const FARTHEST = 40;
const DAY = 86_400;
/** Clocks of runners differ, by less than this many seconds. */
const SLACK = 600;

/** A deferral that means something here. */
export interface DeferredWork {
  readonly deferral: Deferral;
  readonly agent: Agent;
  readonly phase: Phase;
  /** Those that the allocation declares, as it declares them; the rest is as if it had not been given. */
  readonly facts: Facts;
  /** Those of them that whoever does the work must be given: the others it derives from the pull request itself. */
  readonly given: Facts;
  /** What the deferral says of itself, at most what its cell and its facts allow. */
  readonly priority: number;
}

type JudgedDeferral =
  | { readonly ok: true; readonly work: DeferredWork }
  /** In words, after "it". */
  | { readonly ok: false; readonly why: string };

/** Against what a deferral is judged. */
export interface Here {
  readonly allocation: Allocation;
  /** `owner/name`. */
  readonly repository: string;
  /** UTC, whole seconds. */
  readonly now: string;
}

/**
 * Whether a deferral of the ledger means something here. The ledger is written by many jobs: what it asks for is
 * measured by the allocation, and one that is not valid starts nothing.
 */
export function judgeDeferral(deferral: Deferral, { allocation, repository, now }: Here): JudgedDeferral {
  const { at, not_before: notBefore } = deferral;
  const refused = (why: string): JudgedDeferral => ({ ok: false, why });
  if (deferral.repository.toLowerCase() !== repository.toLowerCase())
    return refused('belongs to another repository');
  if (at > later(now, SLACK)) return refused('is dated in the future');
  if (notBefore > later(at, FARTHEST * DAY)) return refused(`asks to wait for more than ${FARTHEST} days`);
  const agent = findAgent(allocation, deferral.agent);
  const phase = allocation.phases.find((each) => each === deferral.phase);
  if (agent === null || agent.name !== deferral.agent || phase === undefined)
    return refused(`is of a cell that ${allocation.file} does not have`);
  const { escalation = null } = deferral;
  if (escalation !== null && rankOf(allocation, escalation.from) === null)
    return refused(`escalates from a tier that ${allocation.file} does not have`);
  const facts = factsOf(deferral, allocation);
  const floors = floorsOf(allocation, agent.name, phase);
  const guarded = floors.some(({ absolute }) => absolute);
  const floored = floors.some(({ fact }) => fact === null || facts.get(fact) !== false);
  const security = guarded || facts.get(SECURITY_CRITICAL) === true;
  const priority = Math.min(
    deferral.priority,
    priorityOf({ security, floored, critical: deferral.critical }),
  );
  const ofPullRequest = pullRequestOf(deferral.work_item) !== null;
  const given = new Map(
    [...facts].filter(([name]) => !(ofPullRequest && allocation.facts.get(name)?.derived === true)),
  );
  return { ok: true, work: { deferral, agent, phase, facts, given, priority } };
}

/** What a job says never makes the fact of a floor false: that is left out, as not known, and the floor holds. */
function factsOf({ task }: Deferral, allocation: Allocation): Facts {
  const ofFloors = new Set(allocation.floors.map(({ fact }) => fact));
  return new Map(
    [...allocation.facts.values()].flatMap(({ name, type }): readonly (readonly [FactName, FactValue])[] => {
      const value = Object.hasOwn(task, name) ? readFact(task[name], type) : null;
      return value === null || (value === false && ofFloors.has(name)) ? [] : [[name, value]];
    }),
  );
}

/** Highest priority first, then the oldest; a total order. */
export function inOrder(a: DeferredWork, b: DeferredWork): number {
  if (a.priority !== b.priority) return b.priority - a.priority;
  if (a.deferral.at !== b.deferral.at) return a.deferral.at < b.deferral.at ? -1 : 1;
  return a.deferral.id < b.deferral.id ? -1 : 1;
}
