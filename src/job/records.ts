import { createHash } from 'node:crypto';
import { agentCalled, agentNamed } from '../allocation/allocation.ts';
import { type BelowFloor, belowFloor } from '../policy/decision/below-floor.ts';
import { type KnownModels, knownModels } from '../policy/decision/known-models.ts';
import {
  type LookAlike,
  lookAlikeSentence,
  lookAlikesIn,
  type UnattributedType,
  unattributedIn,
  unattributedSentence,
} from '../policy/decision/unattributed.ts';
import { textOf } from '../time/instant.ts';
import { dateOf } from '../time/week.ts';
import { extendTable, type ModelTable } from '../usage/models/models.ts';
import { shippedModels } from '../usage/models/shipped.ts';
import { whyNoClock, whyNoTime } from '../usage/records/believable-time.ts';
import { withoutUnfoundedCost } from '../usage/records/list-price.ts';
import { LONGEST_JOB, whyBeyondReach, withoutFigures } from '../usage/records/reach.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import { attribute, type Job, type Roster } from '../usage/session/attribute.ts';
import type { Booked } from '../usage/session/booked.ts';
import { type AttemptReport, noEvidence, type SessionEvidence } from '../usage/session/evidence.ts';
import { namingOf } from '../usage/session/naming.ts';
import { observe, type Replaced } from '../usage/session/observation.ts';
import { type OwnUse, ownUse } from '../usage/session/own-use.ts';
import type { JobRoster } from './roster.ts';

/** The agent that what belongs to nobody else is booked to, where the allocation has it. */
const REST = 'MAIN';

export interface JobRecords {
  /** Sorted by id. */
  readonly records: readonly UsageRecord[];
  readonly belowFloor: readonly BelowFloor[];
  /** Sub-agents that are no agent's. */
  readonly unattributed: readonly UnattributedType[];
  /** What somebody ought to look at. */
  readonly warnings: readonly UsageWarning[];
  /** Sentences for people, those of the warnings among them. */
  readonly notes: readonly string[];
}

/** In plain text: a few words, and sentences. */
export interface UsageWarning {
  readonly title: string;
  readonly text: string;
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
    agentFor: (type) => agentCalled(agents, type)?.name ?? null,
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
  const warnings: UsageWarning[] = [];
  const done = new Map<string, string>();
  const told = evidence.length > 0 ? evidence : [noEvidence('claude-code-result')];
  const models = knownModels(roster.tiers, table);
  const clear = (one: SessionEvidence): SessionEvidence => ({
    ...one,
    canonical: undisputed(one.canonical, models),
  });
  const sessions = told.filter(({ attempt }) => attempt === null).map(clear);
  const records = ownUse(sessions, {
    booked: jobToBook.booked,
    older: (jobToBook.older ?? []).map(clear),
    since: since === null ? '' : textOf(since),
    table,
  }).flatMap((own) => recordsOfSession(own, jobToBook, models, table, notes, warnings));
  for (const one of told)
    if (one.attempt !== null)
      records.push(...recordsOfAttempt(one, one.attempt, jobToBook, models, table, notes, done));
  const seconds = since === null ? LONGEST_JOB : (Date.parse(jobToBook.job.at) - since.getTime()) / 1000;
  const possible = records.map((record): UsageRecord => {
    const why = whyBeyondReach(record, seconds);
    if (why === null) return withoutUnfoundedCost(record, table);
    notes.push(`The figures of ${record.agent} are not counted, and it is not measured: ${why}.`);
    return withoutFigures(record);
  });
  const byId = new Map(possible.map((record) => [record.id, record]));
  const sorted = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const floorOf = ({ agent }: UsageRecord): string | null => agentNamed(roster.agents, agent)?.floor ?? null;
  const below = sorted.flatMap((record) => belowFloor(record, floorOf, models) ?? []);
  warnings.push(...lookAlikesIn(sorted, roster.agents, floorOf).map(lookAlikeWarning));
  const unattributed = unattributedIn(sorted, roster.agents);
  const left = unattributedSentence(unattributed);
  if (left !== null) notes.push(left);
  return {
    records: sorted,
    belowFloor: below,
    warnings,
    unattributed,
    notes: [...warnings.map(({ text }) => text), ...notes],
  };
}

function recordsOfSession(
  { evidence, booked, isPart }: OwnUse,
  { job, agent, roster, since }: JobToBook,
  models: KnownModels,
  table: ModelTable,
  notes: string[],
  warnings: UsageWarning[],
): readonly UsageRecord[] {
  const now = new Date(job.at);
  const people = toRoster(roster, agent, models);
  const seen = observe(evidence, table, dateOf(now));
  // All that the source shows is another session's, or of an earlier time.
  if (seen.measured === 'none' && isPart) return [];
  const observation = { ...seen, session: seen.session ?? contentName(evidence) };
  notes.push(...observation.notes);
  warnings.push(...observation.replaced.map(replacedWarning));
  for (const { from, to } of observation.fallbacks)
    notes.push(`After a refusal ${to} took over from ${from}.`);
  const at = timeOf(observation.lastAt, job, since, notes);
  const { nameOf } = namingOf(evidence, table);
  const done: Booked = {
    ...booked,
    // What was booked before the client said which model it is, or by a provider's id, is of the same model.
    rows: booked.rows.map((row) => ({ ...row, model: sameModel(row.model, observation.parts, nameOf) })),
  };
  return attribute(observation, people, { ...job, at }, table.version, done);
}

export function lookAlikeWarning(found: LookAlike): UsageWarning {
  return { title: 'A sub-agent is on no agent', text: lookAlikeSentence(found) };
}

/** What the client says of ids, less what the allocation says otherwise: it may name a gateway's id for one of its tiers. */
function undisputed(
  canonical: SessionEvidence['canonical'],
  { tierOf }: KnownModels,
): SessionEvidence['canonical'] {
  return new Map(
    [...canonical].map(([id, said]) => {
      const tier = tierOf(id);
      return [id, said !== null && tier !== null && tierOf(said) !== tier ? null : said];
    }),
  );
}

/** The id by which a model is booked now; where it is not used any more, the one that it was booked by. */
function sameModel(
  model: string,
  parts: readonly { readonly model: string }[],
  nameOf: (id: string) => string,
): string {
  if (parts.some((part) => part.model === model)) return model;
  return parts.find((part) => nameOf(part.model) === nameOf(model))?.model ?? model;
}

function replacedWarning({ asked, answered }: Replaced): UsageWarning {
  const what = `${asked} was asked for, and ${answered} answered: it counts as ${answered}, whatever the client's own sums say.`;
  const why = 'Look for modelOverrides or CLAUDE_CODE_EXTRA_BODY in the settings, and for a proxy.';
  return { title: 'Another model answered', text: `${what} ${why}` };
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
  models: KnownModels,
  table: ModelTable,
  notes: string[],
  done: Map<string, string>,
): readonly UsageRecord[] {
  const observation = observe(evidence, table, dateOf(new Date(job.at)));
  const at = timeOf(observation.lastAt, job, since, notes);
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
  const people = toRoster(roster, agent ?? report.agent, models);
  const records = attribute(observation, people, own, table.version, { rows: [], last });
  const main = records.find((record) => !record.auxiliary);
  if (main !== undefined) done.set(key(report.attempt), main.id);
  return records;
}

/** When the usage was: as the evidence says, if it can have been then; else now, and a note says so. */
function timeOf(lastAt: string | null, { at }: Job, since: Date | null, notes: string[]): string {
  if (lastAt === null) return at;
  const wrong = whyNoTime(lastAt, at);
  if (wrong === null) return clamped(lastAt, since, new Date(at));
  notes.push(`The time of the usage ${wrong}. It counts as of now.`);
  return at;
}

/** The instant in whole seconds, between the two: a file's times are claims. */
function clamped(at: string, since: Date | null, now: Date): string {
  const instant = Date.parse(at);
  const least = since === null ? 0 : since.getTime();
  const most = now.getTime();
  const kept = Number.isNaN(instant) ? most : Math.min(Math.max(instant, least), most);
  return textOf(new Date(kept));
}

/**
 * A name for a source without a session, by what it holds: two uses are two, and the same one recorded again in its run
 * is the same. Null where it says nothing.
 */
function contentName({ requests, totals, mainTokens, statedCost }: SessionEvidence): string | null {
  if (requests.length === 0 && totals === null && mainTokens === null) return null;
  const plain = (_: string, value: unknown): unknown =>
    typeof value === 'bigint' ? value.toString() : value;
  const text = JSON.stringify([[...requests], totals, mainTokens, statedCost], plain);
  return `content-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}
