import type { Allocation } from '../allocation/allocation.ts';
import type { Phase } from '../allocation/names.ts';
import { suggestion } from '../allocation/nearest.ts';
import { UserError } from '../errors.ts';
import { adviceOnPullRequest } from '../gather/advice.ts';
import { type LedgerHistory, ledgerHistory } from '../gather/budget/ledger-history.ts';
import { type Context, contextOf } from '../gather/context.ts';
import { readEvent } from '../gather/event.ts';
import { workItemOf } from '../gather/job-place.ts';
import { gatherReport, type Rules, type readingSpan, readRulesFor, reportWeek } from '../gather/report.ts';
import { textPlaceOf } from '../gather/run-place.ts';
import { askGithub } from '../gather/weeks/asked-figures.ts';
import { GitHubError } from '../github/errors/index.ts';
import type { PullRequestEvent } from '../github/event/index.ts';
import { annotation } from '../render/annotation.ts';
import { isWebAddress } from '../render/escape.ts';
import { renderUsageComment } from '../render/usage/comment.ts';
import { renderReportSummary } from '../render/usage/summary.ts';
import { renderReportTerminal } from '../render/usage/terminal.ts';
import { renderWeeklyIssue, weeklyTitle } from '../render/usage/weekly.ts';
import type { Report } from '../report/document.ts';
import type { Call } from '../surface/call.ts';
import type { OptionsOf } from '../surface/options/index.ts';
import type { Outcome } from '../surface/outcome.ts';
import type { IsoWeek } from '../time/week.ts';
import { threadOf, workItemOfThread } from '../usage/records/work-item.ts';
import { whyNothing } from './unrecorded-work.ts';

type Thread = NonNullable<ReturnType<typeof threadOf>>;
type ReportContext = Context<OptionsOf<'report'>>;

/**
 * The report with what jobs of this very run have reported, which no collector can have seen yet. Null where GitHub does
 * not say; without a token for it the report is that of the ledger alone.
 */
async function withThisRun(
  event: PullRequestEvent,
  context: ReportContext,
  rules: Rules,
  history: LedgerHistory | null,
): Promise<Report | null> {
  const { env, options, github, notes } = context;
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  if (repository === undefined || !/^[1-9]\d{0,17}$/.test(id ?? '') || options.week !== null) return null;
  // Loaded only now: a report of a week asks nothing of this.
  const { reportOfThisRun } = await import('../gather/finished-run/index.ts');
  try {
    const scene = { rules, github: await github(), call: context, history };
    return await reportOfThisRun(event.number, Number(id), repository, scene);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    notes.push(`What the jobs of this run used is shown once it is collected. ${error.message}`);
    return null;
  }
}

/**
 * Shows the report on its pull request or issue, with what the matrix recommends: there for the phase that work under
 * way is in, here for every phase. Best effort: what is refused is a remark.
 */
async function publish(
  report: Report,
  { kind, number }: Thread,
  context: ReportContext,
  rules: Rules,
): Promise<void> {
  const { options, event, github, notes, env } = context;
  const { allocation } = rules;
  const phase = kind === 'issue' && options.phase === null ? null : phaseOf(allocation, options.phase);
  const recommended = report.recommended.filter((each) => phase === null || each.phase === phase);
  const { uses, zone } = report;
  const body = renderUsageComment(report, {
    recommended,
    advice:
      kind === 'issue'
        ? []
        : await adviceOnPullRequest(context, allocation, reportWeek(context, rules), {
            recommended,
            uses,
            zone,
          }),
    place: textPlaceOf({ env }),
    commit: event?.kind === 'pull_request' ? event.head.sha : null,
  });
  const { client, repository } = await github();
  const { upsertComment } = await import('../github/index.ts');
  const permission = kind === 'issue' ? 'issues: write' : 'pull-requests: write';
  const publication = await upsertComment(client, {
    repository,
    issue: number,
    permission,
    key: 'usage',
    body,
  });
  if (!publication.written && publication.failed) notes.push(publication.why);
}

/** What the event is about: a pull request, or an issue that was labelled or commented on. Null for everything else. */
function threadOfEvent(context: ReportContext): Thread | null {
  const { event } = context;
  if (event?.kind === 'other' && !event.name.startsWith('issue')) return null;
  return threadOf(workItemOf({ ...context, options: { workItem: null } }));
}

const WEEK_LABEL = {
  name: 'haiku-first-week',
  color: '1d76db',
  description: 'What the agents used in a week: one issue a week, kept up to date',
} as const;

/** Shows the report of a week in its issue. Best effort: what is refused is a remark. */
async function keepIssue(report: Report, context: ReportContext, rules: Rules, week: IsoWeek): Promise<void> {
  const { github, notes, env, options } = context;
  const { client, repository } = await github();
  // Loaded only now: nothing else draws.
  const { weeklyCharts } = await import('./weekly-charts.ts');
  const charts = await weeklyCharts(context, rules, week);
  const { upsertIssue } = await import('../github/index.ts');
  const published = await upsertIssue(client, {
    repository,
    label: WEEK_LABEL,
    key: report.week.toLowerCase(),
    title: weeklyTitle(report),
    body: renderWeeklyIssue(report, textPlaceOf({ env }), { dashboard: options.dashboardUrl, charts }),
  });
  notes.push(
    published.written ? `The issue of the week was ${published.how}: ${published.url}` : published.why,
  );
}

/** Throws `UserError` where there is no week to keep an issue of. */
function refuseIssue({ options, event }: ReportContext, workItem: string | null): void {
  const { dashboardUrl } = options;
  if (dashboardUrl !== null && !isWebAddress(dashboardUrl))
    throw new UserError('dashboard-url is no web address.', 'Write it as https://octo.github.io/shop/.');
  if (options.issue === 'off') return;
  const fix = 'Start the workflow on schedule or workflow_dispatch, and leave out work-item.';
  if (event === null) throw new UserError('An issue of the week is kept in a workflow only.', fix);
  if (workItem !== null) throw new UserError(`issue: auto is about a week, not about ${workItem}.`, fix);
}

/** The weeks of the issue in which kinds of tasks are compared. */
const ISSUE_WEEKS = 8;

/** What each kind of task cost in the weeks that are asked for; null: none are. */
async function costBenefitIn(
  context: ReportContext,
  rules: Rules,
  { week, workItem }: Parameters<typeof readingSpan>[0],
): Promise<NonNullable<Report['cost_benefit']> | null> {
  const { options } = context;
  if (options.weeks !== null && workItem !== null) {
    const fix = 'Leave out --weeks, or ask for a week: the time of one piece of work is its own.';
    throw new UserError(`--weeks is about weeks, not about ${workItem}.`, fix);
  }
  const weeks = options.weeks ?? (options.issue === 'auto' ? ISSUE_WEEKS : null);
  if (weeks === null) return null;
  // Loaded only now: a report of a week reads no others.
  const { gatherCostBenefit } = await import('../gather/what-if.ts');
  return gatherCostBenefit(context, rules, { week, weeks });
}

/** The phase that was named, else the last one: a pull request is work under way. */
function phaseOf(allocation: Allocation, name: string | null): Phase {
  const phase = allocation.phases.find((each) => each === name) ?? allocation.phases.at(-1);
  if (phase === undefined || (name !== null && phase !== name)) {
    const known = suggestion(name ?? '', allocation.phases);
    throw new UserError(`The phase ${name} is not in ${allocation.file}.`, known);
  }
  return phase;
}

/** `report`: what the agents used in a week or for a piece of work, and how that compares with the targets. */
export async function run(call: Call<OptionsOf<'report'>>): Promise<Outcome> {
  if (call.options.org || call.options.repositories.length > 0) {
    // Loaded only now: a report of one repository needs nothing of it.
    const { reportOnMany } = await import('./report-org.ts');
    return reportOnMany(call);
  }
  const context = contextOf(call, readEvent(call));
  const { options, event, notes } = context;
  const rules = await readRulesFor(context);
  phaseOf(rules.allocation, options.phase);
  const thread = threadOfEvent(context);
  const about = thread === null ? null : workItemOfThread(thread);
  const workItem = options.workItem ?? about;
  refuseIssue(context, workItem);
  const asked = { week: reportWeek(call, rules), workItem };
  const benefit = await costBenefitIn(context, rules, asked);
  const figures = await askGithub(context, rules, asked);
  const history = ledgerHistory(context, (line) => notes.push(line));
  const own = workItem === about ? thread : null;
  const read =
    (own === null || event?.kind !== 'pull_request'
      ? null
      : await withThisRun(event, context, rules, history)) ??
    (await gatherReport(context, rules, { ...asked, jobs: null, others: [], figures }, history));
  // Nobody misspells the pull request of an event: it has none yet.
  const nothing = own === null ? await whyNothing(read, context) : null;
  const report = {
    ...read,
    ...(benefit === null ? {} : { cost_benefit: benefit }),
    ...(nothing === null ? {} : { nothing_recorded: nothing }),
  };
  if (own !== null && options.comment === 'auto' && options.week === null)
    await publish(report, own, context, rules);
  if (options.issue === 'auto') await keepIssue(report, context, rules, asked.week);
  return {
    exitCode: 0,
    json: report,
    text: renderReportTerminal(report),
    notes,
    outputs: {},
    annotations: [
      ...(nothing === null ? [] : [annotation('warning', 'haiku-first: nothing recorded', nothing)]),
      ...report.alerts.map(({ message, kind }) => annotation('warning', `haiku-first: ${kind}`, message)),
    ],
    summary: renderReportSummary(report),
    failure: null,
  };
}
