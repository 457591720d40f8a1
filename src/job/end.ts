import { describe, UserError } from '../errors.ts';
import { jobPlace, type PlaceOptions } from '../gather/job-place.ts';
import { annotation } from '../render/annotation.ts';
import { inMarkdown } from '../render/escape.ts';
import { count } from '../render/figures.ts';
import { renderJobUsage, renderJobUsageText } from '../render/usage/job.ts';
import type { Call } from '../surface/call.ts';
import type { OptionValues } from '../surface/options/index.ts';
import type { Outcome } from '../surface/outcome.ts';
import { textOf } from '../time/instant.ts';
import { recordLine, type UsageRecord } from '../usage/records/record.ts';
import type { Job } from '../usage/session/attribute.ts';
import type { SessionEvidence } from '../usage/session/evidence.ts';
import { breachAnnotations, usageAnnotations } from './breach-annotations.ts';
import { type DeliveryCall, deliver, soundRecords } from './delivery.ts';
import { gatherJobEvidence } from './evidence.ts';
import { readRecorded } from './files.ts';
import { raiseFloorAlert } from './floor-alert.ts';
import { type JobRecords, jobRecords } from './records.ts';
import { leftOutText } from './session-files.ts';
import type { JobState } from './state.ts';

/** A service that hangs must not hold the job's end: GitHub ends a cancelled job after five minutes. */
const PATIENCE = 120_000;

/** What of a message the summary has. */
const MESSAGE = 500;

/** Records are at most 16 kB; a log that has them is better than none. */
const MOST_LOGGED = 200;

function said(error: unknown): string {
  if (error instanceof UserError) return error.problems.map(describe).join(' ');
  return error instanceof Error ? error.message : String(error);
}

interface Found extends JobRecords {
  readonly nothing: boolean;
  /** What was not read; null: all was. */
  readonly missing: string | null;
  /** What earlier steps are said to have recorded, where nothing shows what the job used. */
  readonly said: readonly UsageRecord[];
}

/** What the job used and nobody has recorded yet. That files cannot be read does not hide that the job ran. */
function find(state: JobState, job: Job, { env }: Pick<Call, 'env'>): Found {
  const since = new Date(state.since);
  const notes: string[] = [];
  let evidence: readonly SessionEvidence[] = [];
  let older: readonly SessionEvidence[] = [];
  let missing: string | null = null;
  try {
    const gathered = gatherJobEvidence(env, since);
    notes.push(...gathered.notes);
    evidence = gathered.evidence;
    older = gathered.older;
    missing = leftOutText(gathered.leftOut);
  } catch (error) {
    notes.push(`The files of the agent could not be read: ${said(error)}`);
  }
  const { repository, run } = job;
  const booked = readRecorded(env, { repository, run });
  const nothing = evidence.length === 0;
  // Where no agent was to run, that there is nothing is as it should be. That an earlier step recorded it says a file
  // within the agent's reach, which could so hide what it did.
  const asItShould = state.decision !== 'run' || state.journaled === true;
  if (nothing && asItShould)
    return {
      records: [],
      belowFloor: [],
      warnings: [],
      unattributed: [],
      notes,
      nothing: false,
      missing,
      said: [],
    };
  const { roster, agent } = state;
  const found = jobRecords(evidence, { job, agent, roster, since, booked, older });
  const known = new Set(booked.map(({ id }) => id));
  const fresh = found.records.filter(({ id }) => !known.has(id));
  const ids = new Set(fresh.map(({ id }) => id));
  const belowFloor = found.belowFloor.filter(({ record }) => ids.has(record));
  const sound = soundRecords(fresh);
  return {
    records: sound.records,
    belowFloor,
    // What an earlier step has recorded it has told of, too.
    unattributed: found.unattributed,
    warnings: fresh.length === 0 ? [] : found.warnings,
    notes: [...notes, ...found.notes, ...sound.notes],
    nothing,
    missing,
    said: nothing ? booked : [],
  };
}

/** The work, or a `UserError` when it takes longer than the end of a job may. */
export async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UserError(`It took longer than ${PATIENCE / 1000} s.`)), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Records that could not be passed on, so that a person can: `haiku-first ledger import` takes these lines. */
function keptInLog(records: readonly UsageRecord[]): readonly string[] {
  const lines = records.slice(0, MOST_LOGGED).map(recordLine);
  return [
    'These records are not in a ledger yet. To save them: haiku-first ledger import FILE, with these lines:',
    ...lines,
  ];
}

/**
 * What the end of a job comes to: its usage recorded, shown and handed on. Never fails the job for trouble of its own;
 * it warns, and what could not be passed on is in the log.
 */
export async function endJob(
  state: JobState,
  call: DeliveryCall & Pick<Call<PlaceOptions & Pick<OptionValues, 'record'>>, 'options'>,
): Promise<Outcome> {
  const place = jobPlace(call);
  const job: Job = {
    ...state.job,
    ...place,
    at: textOf(call.now),
    outcome: null,
    quality_score: null,
    agent_hash: null,
  };
  const { records, belowFloor, warnings, notes, nothing, missing, said: before } = find(state, job, call);
  const annotations = [...breachAnnotations(belowFloor), ...usageAnnotations(warnings)];
  const lines: string[] = [];
  let handed: string | null = null;
  if (missing !== null) annotations.push(annotation('warning', 'Usage left out', missing));
  if (nothing) {
    const rest =
      before.length === 0
        ? 'It is recorded as not measured.'
        : `Earlier steps are said to have recorded it (${count(before.length, 'record')}): unless their records are found, it counts as not measured.`;
    const what = `It is not known what the agent of this job used. ${rest}`;
    annotations.push(annotation('warning', 'Usage not measured', what));
  }
  try {
    const done = await within(deliver(records, place, call.options.record, call, before));
    if (records.length > 0) handed = `Usage went to ${done.where}.`;
  } catch (error) {
    const message = `The usage of this job is only in its log. ${said(error)}`;
    annotations.push(annotation('warning', 'Usage not passed on', message));
    handed = `⚠️ ${message}`;
    lines.push(...keptInLog(records));
  }
  if (belowFloor.length > 0) lines.push(...(await raiseFloorAlert(belowFloor, place, call)));
  return {
    exitCode: 0,
    json: { schema: 'haiku-first/job-end@1' },
    text: records.length === 0 ? 'No further usage to record.' : renderJobUsageText(records, belowFloor),
    notes: [...notes, ...(handed === null ? [] : [handed]), ...lines],
    outputs: {},
    annotations,
    summary:
      records.length === 0
        ? null
        : renderJobUsage(records, belowFloor, {
            about: null,
            judged: true,
            lines: handed === null ? [] : [inMarkdown(handed, MESSAGE)],
            notes,
          }),
    failure: null,
  };
}
