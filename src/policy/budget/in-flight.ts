import type { UsageRecord } from '../../usage/records/record.ts';
import { type InFlight, isCounted } from './budget.ts';

/** A workflow run that has begun, or waits for a runner, and has not ended. */
export interface RunInFlight {
  readonly id: string;
  readonly attempt: number;
  /** The file of its workflow. */
  readonly workflow: string;
}

/** What GitHub says of the runs in flight. */
export interface RunsInFlight {
  /** The latest ones. */
  readonly runs: readonly RunInFlight[];
  /** How many there are in all: at least as many as `runs`. */
  readonly total: number;
}

/** The run that asks, and the cells that it asks for: they have not begun. */
export interface OwnRun {
  readonly id: string;
  readonly job: string;
  readonly cells: readonly { readonly agent: string; readonly phase: string }[];
}

/** What one job of a workflow run spends on one agent, phase and tier, and how many times. */
interface Part {
  readonly job: string;
  readonly agent: string;
  readonly phase: string;
  readonly tier: string | null;
  readonly times: number;
}

const partKey = ({ job, agent, phase, tier }: Omit<Part, 'times'>): string =>
  JSON.stringify([job, agent, phase, tier]);

/** Jobs that ran again are there once: in the attempt in which they ran most often. */
function partsOf(records: readonly UsageRecord[]): ReadonlyMap<string, Part> {
  const seen = new Map<string, Set<string>>();
  const parts = new Map<string, Part>();
  for (const { run, session, agent, phase, attempt, tier_used: tier } of records) {
    const part = { job: run.job, agent, phase, tier };
    const key = partKey(part);
    // The legs of a matrix share the name of their job; their sessions are their own.
    const inAttempt = `${run.attempt} ${key}`;
    const sessions = seen.get(inAttempt) ?? new Set<string>();
    seen.set(inAttempt, sessions.add(JSON.stringify([session, attempt])));
    parts.set(key, { ...part, times: Math.max(parts.get(key)?.times ?? 0, sessions.size) });
  }
  return parts;
}

/** The records of a workflow's latest run; one that is still in flight tells only what it has done so far. */
function latestRuns(
  records: readonly UsageRecord[],
  flying: ReadonlySet<string>,
): ReadonlyMap<string, readonly UsageRecord[]> {
  const runs = new Map<string, { id: string; workflow: string; at: string; records: UsageRecord[] }>();
  for (const record of records) {
    const { workflow, run, at } = record;
    if (workflow === undefined) continue;
    const key = JSON.stringify([workflow, run.id]);
    const known = runs.get(key) ?? { id: run.id, workflow, at, records: [] };
    known.records.push(record);
    runs.set(key, { ...known, at: at > known.at ? at : known.at });
  }
  type Known = typeof runs extends Map<string, infer T> ? T : never;
  const order = ({ id, at }: Known): string => JSON.stringify([flying.has(id) ? 0 : 1, at, id]);
  const latest = new Map<string, Known>();
  for (const each of runs.values()) {
    const known = latest.get(each.workflow);
    if (known === undefined || order(each) > order(known)) latest.set(each.workflow, each);
  }
  return new Map([...latest].map(([workflow, known]) => [workflow, known.records]));
}

function sorted(parts: ReadonlyMap<string, Part>): readonly Part[] {
  return [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
}

/** The cells that a run asks for are not under way. One leg of a matrix asks for itself, not for the others. */
function lessOwn(parts: readonly Part[], { job, cells }: OwnRun): readonly Part[] {
  return parts.map((part) => {
    const isOwn = cells.some(({ agent, phase }) => agent === part.agent && phase === part.phase);
    if (!isOwn) return part;
    const hasJob = parts.some(
      (other) => other.job === job && other.agent === part.agent && other.phase === part.phase,
    );
    if (!hasJob) return { ...part, times: 0 };
    return part.job === job ? { ...part, times: part.times - 1 } : part;
  });
}

function inFlightOf(run: string, parts: readonly Part[]): readonly InFlight[] {
  return parts.flatMap(({ job, agent, phase, tier, times }) =>
    Array.from({ length: Math.max(0, times) }, (_, leg) => {
      return { agent, phase, tier, run: JSON.stringify([run, job, leg]) };
    }),
  );
}

/**
 * What the runs in flight are expected to spend, from the week's records: what the latest recorded run of the same
 * workflow spent, less what is recorded of this very run, and less the cells that it asks for. A run whose workflow
 * the records do not know is expected to spend nothing. Where GitHub lists but a part of the runs, the others are
 * taken to be like these. Independent of the order of the records.
 */
export function expectedInFlight(
  records: readonly UsageRecord[],
  repository: string,
  { runs, total }: RunsInFlight,
  own: OwnRun | null,
): readonly InFlight[] {
  const counted = records.filter((record) => isCounted(record) && record.repository === repository);
  const byWorkflow = latestRuns(counted, new Set(runs.map(({ id }) => id)));
  const partsByWorkflow = new Map(
    [...byWorkflow].map(([workflow, latest]) => [workflow, sorted(partsOf(latest))]),
  );
  const byRun = new Map<string, UsageRecord[]>(runs.map(({ id }) => [id, []]));
  for (const record of counted) byRun.get(record.run.id)?.push(record);
  const expected = runs.flatMap(({ id, attempt, workflow }) => {
    const done = partsOf((byRun.get(id) ?? []).filter(({ run }) => run.attempt === attempt));
    const left = (partsByWorkflow.get(workflow) ?? []).map((part) => {
      return { ...part, times: part.times - (done.get(partKey(part))?.times ?? 0) };
    });
    return inFlightOf(id, own?.id === id ? lessOwn(left, own) : left);
  });
  const unlisted = Array.from({ length: Math.max(0, total - runs.length) }, (_, place) => {
    const like = runs[place % runs.length];
    return inFlightOf(`unlisted ${place}`, partsByWorkflow.get(like?.workflow ?? '') ?? []);
  });
  return [...expected, ...unlisted.flat()];
}
