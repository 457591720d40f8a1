import { type Deferred, workflowFor } from '../allocation/deferred.ts';
import type { AgentName, Phase } from '../allocation/names.ts';
import type { UsageRecord } from '../usage/records/record.ts';

/** One cell's work on one commit of a pull request. */
export interface WorkOnHead {
  readonly agent: AgentName;
  readonly phase: Phase;
  readonly workItem: string | null;
  readonly head: string;
}

/** A run of the default branch, as GitHub tells of it. */
export interface EndedRun {
  readonly id: number;
  /** What `run-name` made of its inputs. */
  readonly title: string;
  /** The file of its workflow; null for a run of none. */
  readonly workflow: string | null;
  /** How it ended; null while it has not. */
  readonly conclusion: string | null;
}

const COMMIT = /^[0-9a-f]{40}$/;

/** The words of a run's name. */
export function titleWords(title: string): ReadonlySet<string> {
  return new Set(title.split(/[^\p{L}\p{N}_.-]+/u));
}

/**
 * Why a run is not the one that did this work; null: it ended well, is of the workflow that the allocation starts for the
 * cell, and its name has the agent, the phase and the commit, and no other commit. The name is made by the workflow of
 * the default branch, of the inputs that the run was started with: a claim alone anybody may repeat.
 */
export function whyNotOf(run: EndedRun, work: WorkOnHead, deferred: Deferred | null): string | null {
  const { agent, phase, head } = work;
  const workflow = workflowFor(deferred, agent, phase)?.workflow ?? null;
  const words = titleWords(run.title);
  if (workflow === null || run.workflow !== `.github/workflows/${workflow}`)
    return `it is not of the workflow that deferred.workflows names for ${agent} in ${phase}`;
  if (!words.has(agent) || !words.has(phase)) return `its name does not have ${agent} and ${phase}`;
  const commits = [...words].filter((word) => COMMIT.test(word));
  if (commits.length !== 1 || commits[0] !== head)
    return 'its name does not have this commit: put the input `head` into the run-name of its workflow';
  if (run.conclusion === null) return 'it has not ended';
  return run.conclusion === 'success' ? null : `it ended as ${run.conclusion}`;
}

/** Why the records do not show that a run did this work on models at the floor; null: they do. */
export function whyNotShown(
  id: number,
  { agent, phase, workItem }: WorkOnHead,
  records: readonly UsageRecord[],
  keeps: (model: string) => boolean,
): string | null {
  const all = records.filter(
    (record) =>
      record.run.id === String(id) && record.agent === agent && record.phase === phase && !record.auxiliary,
  );
  if (all.length === 0) return 'the ledger has no record of it yet';
  // What an earlier attempt came to was not good enough, for whoever tried again.
  const last = Math.max(...all.map(lateness));
  const own = all.filter((record) => lateness(record) === last);
  if (own.some((record) => record.work_item !== workItem)) return 'its record is about other work';
  if (own.some((record) => record.outcome === 'fail')) return 'its record says that the work failed';
  if (own.every(({ model_used: model }) => model !== null && keeps(model))) return null;
  return 'its record does not show a model at the floor';
}

/** Orders records by the attempt of their run, and within it by that of the agent. */
function lateness({ run, attempt }: UsageRecord): number {
  return run.attempt * 1000 + attempt;
}
