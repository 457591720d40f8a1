import { UserError } from '../../errors.ts';
import { filesAt, parseFiles } from '../../gather/allocation.ts';
import { ledgerHistory } from '../../gather/budget/ledger-history.ts';
import { contextOf } from '../../gather/context.ts';
import { readPayload } from '../../gather/event.ts';
import {
  deferredWork,
  type JudgedDeferrals,
  NOTHING_DEFERRED,
  type RunUsage,
  readRunUsage,
  rerunsOf,
  whyUncounted,
  withOwnFigures,
  withOwnWork,
} from '../../gather/finished-run/index.ts';
import { openUsageLedger } from '../../gather/ledger.ts';
import type { Rules } from '../../gather/report.ts';
import { type Github, ownRepository } from '../../gather/repository.ts';
import type { CollectDocument } from '../../generated/collect.ts';
import { at } from '../../github/event/index.ts';
import { readRun } from '../../github/index.ts';
import type { Immutable } from '../../immutable.ts';
import { recentEntries, writeNew } from '../../job/write.ts';
import { lookAlikeSentence, unattributedSentence } from '../../policy/decision/unattributed.ts';
import { annotation } from '../../render/annotation.ts';
import { inMarkdown, inPlainLine } from '../../render/escape.ts';
import { count } from '../../render/figures.ts';
import { renderJobUsage, renderJobUsageText } from '../../render/usage/job.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import type { Outcome } from '../../surface/outcome.ts';
import { contentsOf, deferralEntry, eventEntry, readStoredLine } from '../../usage/records/ledger-line.ts';
import { collectAnnotations, raiseAlerts, tellExceptions, tellRefusals } from './alerts.ts';
import { breachesOfRun, type JobBreaches, type SubAgents, subAgentsOfRun } from './breaches.ts';
import { type Comments, updateComments } from './comment.ts';
import { exceptedWork, withExceptions } from './excepted.ts';
import { forecastToLog } from './forecast.ts';

/** The number of the run: from the option, or of the run that the event is about. Throws `UserError` when there is none. */
function runOf({ options, env }: Call<OptionsOf<'collect'>>): number {
  const text = options.run ?? fromEvent(env);
  if (text === null || !/^[1-9]\d{0,17}$/.test(text))
    throw new UserError(
      'collect needs the number of a workflow run.',
      'Run it in a workflow that starts on workflow_run, or give --run.',
    );
  return Number(text);
}

function fromEvent(env: Call['env']): string | null {
  if (env.GITHUB_EVENT_NAME !== 'workflow_run' || !env.GITHUB_EVENT_PATH) return null;
  const id = at(readPayload(env.GITHUB_EVENT_NAME, env.GITHUB_EVENT_PATH), 'workflow_run.id');
  return typeof id === 'number' ? String(id) : null;
}

interface Stored {
  readonly written: number;
  readonly duplicates: number;
  /** The ledger's newest commit. */
  readonly commit: string | null;
  /** Outcomes of the attempt before, told by its being run again. */
  readonly outcomes: number;
  readonly where: string;
  readonly remarks: readonly string[];
}

async function store(
  usage: RunUsage,
  { deferrals }: JudgedDeferrals,
  rules: Rules | null,
  call: Call<OptionsOf<'collect'>>,
): Promise<Stored> {
  const { records, run } = usage;
  const { owner, name } = ownRepository(call);
  const ledger = await openUsageLedger(call, readStoredLine);
  try {
    const entries = await recentEntries(ledger, call.now);
    const known = contentsOf(entries).records;
    const ids = new Set(entries.map(({ id }) => id));
    const source = { run: String(run.id), attempt: run.attempt };
    const reruns = rerunsOf(usage, known, `${owner}/${name}`)
      .map(eventEntry)
      .filter(({ id }) => !ids.has(id));
    const budget = rules?.allocation.budget ?? null;
    const expected =
      budget === null
        ? { entry: null, remarks: [] }
        : await forecastToLog(call, budget, `${owner}/${name}`, entries, records);
    const others = [
      ...deferrals.filter(({ id }) => !ids.has(id)).map(deferralEntry),
      ...reruns,
      ...(expected.entry === null ? [] : [expected.entry]),
    ];
    const done = await writeNew(ledger, records, known, source, others);
    return { ...done, outcomes: reruns.length, where: ledger.description, remarks: expected.remarks };
  } finally {
    await ledger.close();
  }
}

/**
 * Allocation and exceptions on the default branch: what nobody who is judged by them has chosen. Where they cannot be
 * read there are neither alerts nor a comment, and a remark says why; the ledger is written all the same.
 */
async function rulesOf(
  call: Call<OptionsOf<'collect'>>,
  { reader }: Github,
  { records, deferralFiles, refusals }: RunUsage,
): Promise<{ readonly rules: Rules | null; readonly remarks: readonly string[] }> {
  if (records.length + deferralFiles.length + refusals.length === 0) return { rules: null, remarks: [] };
  try {
    const { name, commit } = await reader.defaultBranchTip();
    const files = await filesAt(call, reader, commit, `the default branch (${name})`);
    return { rules: parseFiles(call.options, files), remarks: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const what = 'The usage is neither checked against floors nor shown in a comment.';
    return { rules: null, remarks: [`${what} ${error.message}`] };
  }
}

/** As long as a week's budget counts, in milliseconds. */
const WEEK = 7 * 86_400_000;

/** What of a line the summary shows. */
const LINE = 500;

/** Refusals that people are told of; the JSON has them all. */
const MOST_TOLD = 100;

const NO_COMMENTS: Comments = { done: [], remarks: [] };

/**
 * `collect`: the usage of a finished run, checked against what GitHub says of it, into the ledger in one push; then onto
 * the pull request that the run is about, and what is below its floor into an alert. The ledger comes first: no trouble
 * with the rest takes anything from it, or makes the exit code another one. It is 2 where deferred work could
 * not be judged: that would be lost if nobody collected the run again.
 */
export async function run(call: Call<OptionsOf<'collect'>>): Promise<Outcome> {
  const { options, env, now } = call;
  const id = runOf(call);
  const name = ownRepository(call);
  const repository = `${name.owner}/${name.name}`;
  const context = contextOf(call, null, name);
  const { notes } = context;
  const github = await context.github();
  const { client } = github;
  const read = await readRunUsage(client, repository, await readRun(client, name, id), now);
  const { usage: bound, remarks: doubts } = await withOwnWork(read, github);
  const { rules, remarks } = await rulesOf(call, github, bound);
  const { usage: own, remarks: figures } = withOwnFigures(bound, rules);
  const usage = rules === null ? own : { ...own, records: withExceptions(own.records, rules) };
  const uncounted = whyUncounted(usage.origin);
  const { dryRun } = options;
  const work = uncounted === null ? await deferredWork(usage, github, now) : NOTHING_DEFERRED;
  const any = usage.records.length > 0 || work.deferrals.length > 0 || usage.run.attempt > 1;
  const writes = uncounted === null && !dryRun && any;
  const stored = writes ? await store(usage, work, rules, call) : null;
  const history = ledgerHistory(call, (line) => notes.push(line));
  const head = Promise.resolve(stored?.commit ?? null);
  const lost = stored === null ? [] : ((await history?.(now.getTime() - WEEK, head)) ?? []);
  const found = rules === null ? [] : breachesOfRun(usage.records, rules);
  const subAgents = subAgentsOfRun(usage.records, rules);
  // On a laptop the comment would be a person's, and nobody's collector would find it again.
  const inActions = env.GITHUB_ACTIONS === 'true' && !dryRun;
  const shows = inActions && (any || usage.refusals.length > 0);
  const comments =
    shows && rules !== null && options.comment === 'auto'
      ? await updateComments({ usage, deferrals: work.deferrals, rules, github, call, history })
      : NO_COMMENTS;
  const alerts = shows ? [...(await raiseAlerts(usage, found, context))] : [];
  if (shows && rules !== null)
    alerts.push(...(await tellExceptions(usage, exceptedWork(usage.records, rules), context)));
  if (inActions) alerts.push(...(await tellRefusals(usage, context)));
  notes.push(...(stored?.remarks ?? []));
  notes.push(...doubts, ...figures.slice(0, MOST_TOLD), ...remarks, ...comments.remarks, ...alerts);
  const refused = [...usage.refused, ...work.refused];
  const { deferrals, trouble } = work;
  const happened = {
    stored,
    subAgents,
    judged: rules !== null && uncounted === null,
    figures,
    uncounted,
    dryRun,
    lost,
    comments,
    notes,
    deferred: deferrals.length,
    trouble,
  };
  return outcomeOf({ ...usage, refused }, found, happened);
}

interface Happened {
  readonly subAgents: SubAgents;
  /** Whether the work was held against its floors. */
  readonly judged: boolean;
  readonly stored: Stored | null;
  /** Where a job's own figures are not those that count, in words. */
  readonly figures: readonly string[];
  /** What was taken from the ledger and is not there, in words. */
  readonly lost: readonly string[];
  readonly uncounted: string | null;
  readonly dryRun: boolean;
  readonly comments: Comments;
  readonly notes: readonly string[];
  /** How many deferrals were taken. */
  readonly deferred: number;
  readonly trouble: string | null;
}

function outcomeOf(usage: RunUsage, found: readonly JobBreaches[], happened: Happened): Outcome {
  const { run, records, refused, artifacts } = usage;
  const { stored, lost, uncounted, dryRun, comments, notes, deferred, trouble, subAgents } = happened;
  const { unattributed, lookAlikes } = subAgents;
  const breaches = found.flatMap((job) => job.breaches);
  const what = outcomeText(happened, records.length);
  const more = refused.length > MOST_TOLD ? [`And ${refused.length - MOST_TOLD} more.`] : [];
  const left = unattributedSentence(unattributed);
  const unnamed = [
    ...lookAlikes.slice(0, MOST_TOLD).map(lookAlikeSentence),
    ...(left === null ? [] : [left]),
  ];
  const told = [...refused.slice(0, MOST_TOLD).map(({ artifact, why }) => `${artifact}: ${why}`), ...more];
  const on = comments.done.filter(({ written }) => written).map((each) => `#${each.pull_request}`);
  const shown = on.length === 0 ? [] : [`Shown on ${on.join(', ')}.`];
  const json: Immutable<CollectDocument> = {
    schema: 'haiku-first/collect@1',
    run: { id: String(run.id), attempt: run.attempt },
    artifacts,
    counted: uncounted === null,
    why_not_counted: uncounted,
    dry_run: dryRun,
    written: stored?.written ?? 0,
    duplicates: stored?.duplicates ?? 0,
    records,
    refused,
    below_floor: breaches,
    ...(unattributed.length === 0 ? {} : { unattributed }),
    comments: comments.done,
    deferred,
    refused_overrides: usage.refusals.map(({ agent, phase, tier, floor, by, reason }) => ({
      agent,
      phase,
      tier,
      floor,
      by,
      reason,
    })),
    ...(stored === null || stored.outcomes === 0 ? {} : { outcomes: stored.outcomes }),
  };
  const overrides = usage.refusals.map(
    ({ agent, phase, tier, by }) => `An override of ${agent}/${phase} to ${tier} by ${by} was refused.`,
  );
  return {
    exitCode: trouble === null ? 0 : 2,
    json,
    text: [
      what,
      ...shown,
      ...overrides.map((line) => inPlainLine(line)),
      renderJobUsageText(records, breaches),
    ].join('\n'),
    notes: [...notes, ...lost.map((what) => `warning: ${what}.`), ...unnamed, ...told],
    outputs: {},
    annotations: [
      ...lost.map((what) => annotation('warning', 'The ledger has lost records', `${what}.`)),
      ...collectAnnotations(usage, found, lookAlikes, happened.figures),
    ],
    summary: renderJobUsage(records, breaches, {
      about: `run ${run.id} ${records.length === 0 && stored === null ? 'has no usage to collect' : state(happened)}`,
      judged: happened.judged,
      lines: [
        `**Ledger:** ${inMarkdown(what, LINE)}`,
        ...(shown.length === 0 ? [] : [`**Told:** ${inMarkdown(shown.join(' '), LINE)}`]),
        ...overrides.map((line) => `❌ ${inMarkdown(line, LINE)}`),
        ...lost.map((line) => `⚠️ ${inMarkdown(`${line}.`, LINE)}`),
        ...unnamed.map((line) => inMarkdown(line, LINE)),
        ...told.map((line) => `⚠️ **Not believed:** ${inMarkdown(line, LINE)}`),
      ],
      notes: [],
    }),
    failure: trouble,
  };
}

/** What became of the run's usage, in one word or two. */
function state({ stored, uncounted }: Happened): string {
  if (stored !== null) return 'counted';
  return uncounted === null ? 'read, not written' : 'not counted';
}

function outcomeText({ stored, uncounted, dryRun, deferred }: Happened, found: number): string {
  const later = deferred === 0 ? '' : ` ${count(deferred, 'deferred run')} for drain.`;
  const outcomes = stored?.outcomes ?? 0;
  if (found === 0 && deferred === 0 && outcomes === 0) return 'The run has no usage to collect.';
  const again = outcomes === 0 ? '' : ` ${count(outcomes, 'outcome')}: work was run again.`;
  if (stored !== null)
    return `${count(stored.written, 'record')} written to the ledger (${stored.where}), ${count(stored.duplicates, 'duplicate')}.${later}${again}`;
  if (uncounted !== null)
    return `${count(found, 'record is', 'records are')} shown and not counted: ${uncounted}.`;
  return dryRun ? `${count(found, 'record')} would be written.${later}` : 'Nothing was written.';
}
