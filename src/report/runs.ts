import { type Amount, amountOf, runKey } from '../policy/budget/budget.ts';
import {
  type OutcomeEvent,
  type RecordOutcome,
  UNATTRIBUTED,
  type UsageRecord,
} from '../usage/records/record.ts';

/** One agent's attempt in one session of one job: the unit that rates are taken over. */
export interface Run {
  /** Its record with the most output: the client's own calls are never it. */
  readonly main: UsageRecord;
  readonly records: readonly UsageRecord[];
  /** Of all its records, the client's own calls included. */
  readonly amount: Amount;
  /** The tier that it ran on; where nothing was measured, the one that it was assigned. Null: none of the allocation. */
  readonly tier: string | null;
  readonly outcome: RecordOutcome;
  readonly escalated: boolean;
  /** Its task in its cell; null where nobody said which piece of work it was. */
  readonly task: string | null;
}

/** What became of a first attempt: `unknown` where nobody said. */
export type AttemptFate = 'good' | 'reworked' | 'unknown';

function outputOf(record: UsageRecord): number {
  return record.tokens?.output ?? -1;
}

function mainOf(records: readonly UsageRecord[]): UsageRecord | null {
  let found: UsageRecord | null = null;
  for (const record of records) {
    if (record.auxiliary) continue;
    const more = found === null || outputOf(record) > outputOf(found);
    if (more || (outputOf(record) === outputOf(found ?? record) && record.id < (found?.id ?? '')))
      found = record;
  }
  return found;
}

function worst(records: readonly UsageRecord[]): RecordOutcome {
  const outcomes = new Set(records.map((record) => record.outcome));
  return outcomes.has('fail') ? 'fail' : outcomes.has('pass') ? 'pass' : 'unknown';
}

/**
 * The runs that records tell of, by instant, then id. What nobody can attribute to an agent is no run: it has tokens
 * and a cost, but nobody knows of how many runs.
 */
export function runsOf(records: readonly UsageRecord[]): readonly Run[] {
  const groups = new Map<string, UsageRecord[]>();
  for (const record of records) {
    if (record.agent === UNATTRIBUTED) continue;
    const key = runKey(record);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  const runs: Run[] = [];
  for (const group of groups.values()) {
    const main = mainOf(group);
    if (main === null) continue;
    runs.push({
      main,
      records: group,
      amount: sumOf(group),
      tier: main.tier_used ?? (main.tokens === null ? main.tier_assigned : null),
      outcome: worst(group),
      escalated: group.some((record) => record.escalated_from_model !== null && !record.planned_upgrade),
      task: taskOf(main),
    });
  }
  return runs.sort((a, b) => byCodeUnit(a.main.at, b.main.at) || byCodeUnit(a.main.id, b.main.id));
}

/** By code unit. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What records are known to have used together. */
export function sumOf(records: readonly Pick<UsageRecord, 'tokens' | 'cost_microusd'>[]): Amount {
  let tokens = 0;
  let microusd = 0;
  for (const record of records) {
    const amount = amountOf(record);
    tokens = Math.min(tokens + amount.tokens, Number.MAX_SAFE_INTEGER);
    microusd = Math.min(microusd + amount.microusd, Number.MAX_SAFE_INTEGER);
  }
  return { tokens, microusd };
}

function taskOf({ repository, work_item, agent, phase }: UsageRecord): string | null {
  return work_item === null ? null : JSON.stringify([repository, work_item, agent, phase]);
}

function isFirstAttempt({ main }: Run): boolean {
  return main.attempt === 1 && main.escalated_from_model === null;
}

const BAD: ReadonlySet<OutcomeEvent['outcome']> = new Set(['fail', 'reworked', 'reverted']);
const GOOD: ReadonlySet<OutcomeEvent['outcome']> = new Set(['pass', 'approved']);

/** A reviewer's wish for changes is about an agent only where it names one: a pull request has many authors. */
function verdictOf(event: OutcomeEvent): 'good' | 'reworked' | null {
  if (BAD.has(event.outcome)) return 'reworked';
  if (GOOD.has(event.outcome)) return 'good';
  const named = event.record !== null || event.agent !== null;
  return event.outcome === 'changes-requested' && named ? 'reworked' : null;
}

/**
 * What became of each first attempt. It was reworked when it failed, when the same task was attempted again, or when
 * an outcome event says so; good when it or an event says so and nothing speaks against it.
 */
export function attemptFates(
  runs: readonly Run[],
  events: readonly OutcomeEvent[],
): ReadonlyMap<Run, AttemptFate> {
  const again = new Set(runs.filter((run) => !isFirstAttempt(run)).map(({ task }) => task));
  const byRecord = new Map<string, OutcomeEvent[]>();
  const byWork = new Map<string, OutcomeEvent[]>();
  for (const event of events) {
    const [index, key] =
      event.record === null
        ? [byWork, JSON.stringify([event.repository, event.work_item])]
        : [byRecord, event.record];
    index.set(key, [...(index.get(key) ?? []), event]);
  }
  const about = (run: Run): readonly OutcomeEvent[] => {
    const { agent, phase, repository, work_item } = run.main;
    const work = work_item === null ? [] : (byWork.get(JSON.stringify([repository, work_item])) ?? []);
    if (work.length === 0 && byRecord.size === 0) return [];
    const mine = work.filter(
      (event) =>
        (event.agent === null || event.agent === agent) && (event.phase === null || event.phase === phase),
    );
    return [...mine, ...run.records.flatMap((record) => byRecord.get(record.id) ?? [])];
  };
  const fates = new Map<Run, AttemptFate>();
  for (const run of runs) {
    if (!isFirstAttempt(run)) continue;
    const { task } = run;
    const verdicts = new Set(about(run).map(verdictOf));
    const bad = run.outcome === 'fail' || (task !== null && again.has(task)) || verdicts.has('reworked');
    const good = run.outcome === 'pass' || verdicts.has('good');
    fates.set(run, bad ? 'reworked' : good ? 'good' : 'unknown');
  }
  return fates;
}
