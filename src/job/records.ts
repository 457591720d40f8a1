import { agentNamed } from '../allocation/allocation.ts';
import { type BelowFloor, belowFloor } from '../policy/decision/below-floor.ts';
import { type KnownModels, knownModels } from '../policy/decision/known-models.ts';
import { textOf } from '../time/instant.ts';
import { dateOf } from '../time/week.ts';
import { extendTable, type ModelTable } from '../usage/models/models.ts';
import { shippedModels } from '../usage/models/shipped.ts';
import { whyNoClock, whyNoTime } from '../usage/records/believable-time.ts';
import { LONGEST_JOB, whyBeyondReach, withoutFigures } from '../usage/records/reach.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import { agentByType, attribute, type Job, type Roster } from '../usage/session/attribute.ts';
import { type AttemptReport, noEvidence, type SessionEvidence } from '../usage/session/evidence.ts';
import { observe } from '../usage/session/observation.ts';
import { type OwnUse, ownUse } from '../usage/session/own-use.ts';
import type { JobRoster } from './roster.ts';

/** The agent that what belongs to nobody else is booked to, where the allocation has it. */
const REST = 'MAIN';

export interface JobRecords {
  /** Sorted by id. */
  readonly records: readonly UsageRecord[];
  readonly belowFloor: readonly BelowFloor[];
  /** Sentences for people. */
  readonly notes: readonly string[];
}

interface JobToBook {
  /** What the job knows of itself. Its `at` is the latest time that a record may have: now. */
  readonly job: Job;
  /** The agent that the job ran; null where none was named. */
  readonly agent: string | null;
  readonly roster: JobRoster;
  /** Usage before this instant belongs to somebody else, as in a session that was resumed; null: all counts. */
  readonly since: Date | null;
  /** Records that already hold a part of what the evidence shows. */
  readonly booked: readonly UsageRecord[];
  /** Sessions that ended before the job began: those of the job may go on from them. Default: none. */
  readonly older?: readonly SessionEvidence[];
}

/** The roster as `attribute` wants it. `main` is the agent that the job ran; null where none was named. */
function toRoster({ agents }: JobRoster, main: string | null, { tierOf }: KnownModels): Roster {
  return {
    main,
    rest: agentNamed(agents, REST)?.name ?? null,
    agentFor: (type) => agentByType(agents, type),
    cellOf: (agent) => agents.find(({ name }) => name === agent) ?? null,
    tierOf,
  };
}

/** The shipped prices with the rows that the job's allocation adds. */
function tableOfRoster(roster: JobRoster): ModelTable {
  return extendTable(shippedModels(), roster.models);
}

/**
 * The records of one job. Evidence of several sessions gives records of each. With no evidence at all there is one
 * record that says so: a job whose usage nobody knows is counted, and never as free.
 */
export function jobRecords(evidence: readonly SessionEvidence[], jobToBook: JobToBook): JobRecords {
  const { roster, since } = jobToBook;
  const table = tableOfRoster(roster);
  const clock = whyNoClock(jobToBook.job.at);
  const notes = clock === null ? [] : [`${clock} The usage is of another time.`];
  const done = new Map<string, string>();
  const named = withNames(evidence.length > 0 ? evidence : [noEvidence('claude-code-result')]);
  const sessions = named.filter(({ attempt }) => attempt === null);
  const records = ownUse(sessions, {
    older: [],
    ...jobToBook,
    since: since === null ? '' : textOf(since),
    table,
  }).flatMap((own) => recordsOfSession(own, jobToBook, table, notes));
  for (const one of named)
    if (one.attempt !== null) records.push(...recordsOfAttempt(one, one.attempt, jobToBook, table, done));
  const seconds = since === null ? LONGEST_JOB : (Date.parse(jobToBook.job.at) - since.getTime()) / 1000;
  const possible = records.map((record): UsageRecord => {
    const why = whyBeyondReach(record, seconds);
    if (why === null) return record;
    notes.push(`The figures of ${record.agent} are not counted, and it is not measured: ${why}.`);
    return withoutFigures(record);
  });
  const byId = new Map(possible.map((record) => [record.id, record]));
  const sorted = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const models = knownModels(roster.tiers, table);
  const floorOf = ({ agent }: UsageRecord): string | null => agentNamed(roster.agents, agent)?.floor ?? null;
  const below = sorted.flatMap((record) => belowFloor(record, floorOf, models) ?? []);
  return { records: sorted, belowFloor: below, notes };
}

function recordsOfSession(
  { evidence, booked, isPart }: OwnUse,
  { job, agent, roster, since }: JobToBook,
  table: ModelTable,
  notes: string[],
): readonly UsageRecord[] {
  const now = new Date(job.at);
  const people = toRoster(roster, agent, knownModels(roster.tiers, table));
  const observation = observe(evidence, table, dateOf(now));
  // All that the source shows is another session's, or of an earlier time.
  if (observation.measured === 'none' && isPart) return [];
  notes.push(...observation.notes);
  for (const { from, to } of observation.fallbacks)
    notes.push(`After a refusal ${to} took over from ${from}.`);
  const wrong = observation.lastAt === null ? null : whyNoTime(observation.lastAt, job.at);
  if (wrong !== null) notes.push(`The time of the usage ${wrong}. It counts as of now.`);
  const at = observation.lastAt === null || wrong !== null ? job.at : clamped(observation.lastAt, since, now);
  return attribute(observation, people, { ...job, at }, table.version, booked);
}

/**
 * The records of one attempt of a run of ours. Their ids follow from what the run says, so that a later step of the
 * job finds them again: nothing of the job is subtracted.
 * @param done the main record of each attempt so far, by session and attempt: what the next one is linked to
 */
function recordsOfAttempt(
  evidence: SessionEvidence,
  report: AttemptReport,
  { job, agent, roster, since }: JobToBook,
  table: ModelTable,
  done: Map<string, string>,
): readonly UsageRecord[] {
  const now = new Date(job.at);
  const observation = observe(evidence, table, dateOf(now));
  const at = observation.lastAt === null ? job.at : clamped(observation.lastAt, since, now);
  const escalated = report.escalatedFromModel !== null;
  const own: Job = {
    ...job,
    at,
    attempt: report.attempt,
    model_requested: observation.requestedModel ?? job.model_requested,
    escalated_from_model: report.escalatedFromModel,
    escalation_reason: report.escalationReason,
    escalation_trigger: report.escalationTrigger,
    // A step up after a poor result was not planned, and nobody asked for it by name.
    planned_upgrade: job.planned_upgrade && !escalated,
    override: escalated ? null : job.override,
    outcome: report.outcome ?? job.outcome,
    quality_score: report.quality ?? job.quality_score,
  };
  const key = (attempt: number): string => `${evidence.session} ${attempt}`;
  const last = done.get(key(report.judging ? report.attempt : report.attempt - 1)) ?? null;
  const people = toRoster(roster, agent ?? report.agent, knownModels(roster.tiers, table));
  const records = attribute(observation, people, own, table.version, { rows: [], last });
  const main = records.find((record) => !record.auxiliary);
  if (main !== undefined) done.set(key(report.attempt), main.id);
  return records;
}

/** The instant in whole seconds, between the two: a file's times are claims. */
function clamped(at: string, since: Date | null, now: Date): string {
  const instant = Date.parse(at);
  const least = since === null ? 0 : since.getTime();
  const most = now.getTime();
  const kept = Number.isNaN(instant) ? most : Math.min(Math.max(instant, least), most);
  return textOf(new Date(kept));
}

/** Sources without a session's name get one each, so that two of them are two. */
function withNames(evidence: readonly SessionEvidence[]): readonly SessionEvidence[] {
  const nameless = evidence.filter(({ session }) => session === null).length;
  if (nameless < 2) return evidence;
  return evidence.map((one, place) =>
    one.session === null ? { ...one, session: `source-${place + 1}` } : one,
  );
}
