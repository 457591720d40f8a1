import { resolve as resolvePath } from 'node:path';
import { findAgent } from '../allocation/allocation.ts';
import { UserError } from '../errors.ts';
import { loadRules } from '../gather/allocation.ts';
import { workContextOf } from '../gather/context.ts';
import { factsOfTask } from '../gather/facts/index.ts';
import { isDesk, type JobPlace, jobPlace, workItemOf } from '../gather/job-place.ts';
import { agentOf, phaseOf } from '../gather/request.ts';
import type { RecordDocument } from '../generated/record.ts';
import type { Immutable } from '../immutable.ts';
import { breachAnnotations, usageAnnotations } from '../job/breach-annotations.ts';
import { deliver, requireSoundRecords, type Way } from '../job/delivery.ts';
import { type FoundEvidence, gatherEvidence, gatherJobEvidence } from '../job/evidence.ts';
import { jobStart, readRecorded } from '../job/files.ts';
import { raiseFloorAlert } from '../job/floor-alert.ts';
import { type JobRecords, jobRecords } from '../job/records.ts';
import { type Remembered, recallDecision } from '../job/remembered.ts';
import { jobRoster } from '../job/roster.ts';
import { JOB_LIMITS, leftOutText, NO_LIMITS } from '../job/session-files.ts';
import { wayOf } from '../job/way.ts';
import { recentRecords } from '../job/write.ts';
import { resolve } from '../policy/decision/resolve.ts';
import { annotation } from '../render/annotation.ts';
import { inMarkdown } from '../render/escape.ts';
import { renderJobUsage, renderJobUsageText } from '../render/usage/job.ts';
import type { Call } from '../surface/call.ts';
import type { OptionsOf } from '../surface/options/index.ts';
import type { Outcome } from '../surface/outcome.ts';
import { textOf } from '../time/instant.ts';
import { dateOf, weekOf } from '../time/week.ts';
import { readStoredLine, recordEntry } from '../usage/records/ledger-line.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import { checkRecord } from '../usage/records/record-check.ts';
import type { Job } from '../usage/session/attribute.ts';
import type { SessionEvidence } from '../usage/session/evidence.ts';

/** What there is to read: what is named, in a job what Claude Code left. A person means all of it. */
function gather({ options, surface, env, cwd, now }: Call<OptionsOf<'record'>>): FoundEvidence {
  const atDesk = surface === 'cli';
  if (atDesk && options.from.length === 0)
    throw new UserError('record needs something to read.', 'Name a file or a folder with --from.');
  const named = options.from.map((path) => (atDesk && path === '-' ? path : resolvePath(cwd, path)));
  if (named.length > 0) return gatherEvidence(named, { limits: atDesk ? NO_LIMITS : JOB_LIMITS, atDesk });
  return gatherJobEvidence(env, jobStart(env, now));
}

/** What a person has named and is no usage is a slip of the pen: nothing is recorded then, not even that it is unknown. */
function noUsage(paths: readonly string[]): UserError {
  return new UserError(
    `There is no usage in ${paths.join(', ')}. Nothing is recorded.`,
    'Name what `claude -p --output-format json` prints, a transcript of Claude Code, a folder of them, or a list of {"model": …, "usage": {…}}.',
  );
}

/**
 * What other jobs have booked of the same sessions, and earlier steps of this one. A person's sessions go on for as long
 * as they like, after they were recorded, too: at a desk all counts that was ever booked of them.
 * @param unread what is kept where the ledger cannot be read
 */
async function bookedBefore(
  call: Call<OptionsOf<'record'>>,
  place: JobPlace,
  way: Way,
  unread: readonly UsageRecord[],
  evidence: readonly SessionEvidence[],
): Promise<readonly UsageRecord[]> {
  const { repository, run } = place;
  const own = readRecorded(call.env, { repository, run });
  if (way !== 'push') return own;
  // Loaded only now: what goes elsewhere needs no git.
  const { keepingUnwritten, openUsageLedger } = await import('../gather/ledger.ts');
  return keepingUnwritten(call, unread.map(recordEntry), async () => {
    const ledger = await openUsageLedger(call, readStoredLine);
    try {
      if (isDesk(place)) return [...own, ...(await recentRecords(ledger, call.now, beginOf(evidence)))];
      const recent = await recentRecords(ledger, call.now);
      const isOwn = (record: UsageRecord): boolean =>
        record.repository === repository &&
        record.run.id === run.id &&
        record.run.attempt === run.attempt &&
        record.run.job === run.job;
      return [...own, ...recent.filter((record) => !isOwn(record))];
    } finally {
      await ledger.close();
    }
  });
}

/** When the first of them began; the beginning of all times where one does not say. */
function beginOf(evidence: readonly SessionEvidence[]): Date {
  const begins = evidence.map(({ requests }) => {
    let first: string | null = null;
    for (const { at } of requests) if (at !== null && (first === null || at < first)) first = at;
    return Date.parse(first ?? '') || 0;
  });
  return new Date(Math.min(...begins));
}

/** The job as its `resolve` decided it, with what this step was told itself. */
function asDecided(
  own: Job,
  { job }: Remembered,
  { task, workItem }: Pick<OptionsOf<'record'>, 'task' | 'workItem'>,
): Job {
  return {
    ...own,
    work_item: workItem === null ? job.work_item : own.work_item,
    attempt: job.attempt,
    tier_assigned: job.tier_assigned,
    model_requested: job.model_requested,
    escalated_from_model: job.escalated_from_model,
    escalation_reason: job.escalation_reason,
    escalation_trigger: job.escalation_trigger,
    planned_upgrade: job.planned_upgrade,
    override: job.override,
    ...(job.exception === undefined ? {} : { exception: job.exception }),
    critical: job.critical,
    trial: job.trial,
    zone: job.zone,
    zone_forecast: job.zone_forecast ?? null,
    task: task === null ? job.task : own.task,
  };
}

/** `record`: usage records of a job, from what its agent left behind. */
export async function run(call: Call<OptionsOf<'record'>>): Promise<Outcome> {
  const { options, now } = call;
  if (options.phase === null)
    throw new UserError('record needs a phase.', 'Give --phase, for example --phase EXEC.');
  const today = dateOf(now);
  const context = workContextOf(call);
  const { notes } = context;
  const { allocation, exceptions, table } = await loadRules(context, today);
  const phase = phaseOf(allocation, options.phase);
  const place = jobPlace(call);
  const named = options.agent === null ? null : agentOf(allocation, options.agent);
  const recalled =
    call.surface === 'action' ? recallDecision(call.env, place, phase, named?.name ?? null) : null;
  const agent = named ?? findAgent(allocation, recalled?.agent ?? '');
  const facts = await factsOfTask(context, allocation);
  const week = weekOf(now, allocation.budget?.timezone ?? 'UTC');
  const request = {
    phase,
    week,
    today,
    facts,
    draw: null,
    critical: false,
    choice: null,
    provider: 'anthropic',
  };
  const green = { level: 'GREEN', allowances: new Map(), unavailable: new Map() } as const;
  const decision = agent === null ? null : resolve(allocation, exceptions, { ...request, agent }, green);

  const gathered = gather(call);
  if (gathered.empty.length > 0) throw noUsage(gathered.empty);
  // What a job finds by itself may be of a session that an earlier job began.
  const since = call.surface === 'action' && options.from.length === 0 ? jobStart(call.env, null) : null;
  const missing = leftOutText(gathered.leftOut);
  notes.push(...gathered.notes, ...(missing === null ? [] : [missing]));
  const way = wayOf(call);
  const own: Job = {
    at: textOf(now),
    ...place,
    work_item: workItemOf(context),
    phase,
    attempt: 1,
    tier_assigned: decision?.assigned ?? null,
    // What the client says that it was asked for goes before what the allocation would have asked for.
    model_requested: gathered.evidence.some(({ requestedModel }) => requestedModel !== null)
      ? null
      : (decision?.model ?? null),
    escalated_from_model: null,
    escalation_reason: null,
    escalation_trigger: null,
    planned_upgrade: false,
    override: null,
    critical: decision?.critical ?? false,
    trial: null,
    outcome: options.outcome,
    quality_score: options.quality,
    zone: null,
    zone_forecast: null,
    task: Object.fromEntries(facts),
    agent_hash: null,
  };
  const decided = recalled === null ? own : asDecided(own, recalled, options);
  const recordsWith = (booked: readonly UsageRecord[]): JobRecords => {
    const about = {
      agent: agent?.name ?? null,
      roster: jobRoster(allocation, exceptions, table, request),
      since,
      booked,
      older: gathered.older,
    };
    const found = jobRecords(gathered.evidence, { ...about, job: decided });
    // The note of the decision is within the agent's reach: one that makes no sound record is as good as none.
    const sound = found.records.every((record) => checkRecord(record).ok);
    return sound ? found : jobRecords(gathered.evidence, { ...about, job: own });
  };
  // Where nobody can say what other jobs have booked of a session, all of it is kept for later.
  const unbooked = recordsWith([]);
  const booked = await bookedBefore(call, place, way, unbooked.records, gathered.evidence);
  const found = booked.length === 0 ? unbooked : recordsWith(booked);
  const { belowFloor } = found;
  const known = new Set(booked.map(({ id }) => id));
  const records = found.records.filter(({ id }) => !known.has(id));
  notes.push(...found.notes);
  if (gathered.evidence.length === 0)
    notes.push(
      'It is not known what was used: it is recorded as not measured, which is not the same as nothing.',
    );
  requireSoundRecords(records);
  const { written, duplicates: held, where } = await deliver(records, place, way, call);
  const handed = `Usage went to ${where}.`;
  // At a desk they are not made again.
  const repeated = isDesk(place) ? unbooked.records.filter(({ id }) => known.has(id)).length : 0;
  const duplicates = held + repeated;
  const all = records.length + repeated;
  if (duplicates > 0) notes.push(`${duplicates} of ${all} records were already recorded.`);
  const fresh = belowFloor.filter(({ record }) => records.some(({ id }) => id === record));
  if (way !== 'off' && fresh.length > 0) notes.push(...(await raiseFloorAlert(fresh, place, call)));
  const json: Immutable<RecordDocument> = {
    schema: 'haiku-first/record@1',
    written,
    duplicates,
    records,
    below_floor: belowFloor,
    ...(found.unattributed.length === 0 ? {} : { unattributed: found.unattributed }),
  };
  return {
    exitCode: missing === null ? 0 : 4,
    json,
    text: renderJobUsageText(records, belowFloor),
    notes: [...notes, handed],
    outputs: {},
    annotations: [
      ...breachAnnotations(belowFloor),
      ...usageAnnotations(found.warnings),
      ...(missing === null ? [] : [annotation('warning', 'Usage left out', missing)]),
    ],
    // Nobody sees one at a desk.
    summary:
      call.surface === 'action'
        ? renderJobUsage(records, belowFloor, {
            about: null,
            judged: true,
            lines: [inMarkdown(handed, 500)],
            notes,
          })
        : null,
    failure: null,
  };
}
