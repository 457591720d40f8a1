import { isAbsolute, join } from 'node:path';
import { UserError } from '../errors.ts';
import { ledgerHistory } from '../gather/budget/ledger-history.ts';
import { contextOf } from '../gather/context.ts';
import { readEvent } from '../gather/event.ts';
import { writeWhole } from '../gather/files.ts';
import { readRulesFor, reportWeek } from '../gather/report.ts';
import { textPlaceOf } from '../gather/run-place.ts';
import { askGithub } from '../gather/weeks/asked-figures.ts';
import { gatherDashboard } from '../gather/weeks/dashboard.ts';
import { dashboardDocument, dashboardPage, renderDashboardText } from '../render/dashboard/index.ts';
import type { Call } from '../surface/call.ts';
import type { OptionsOf } from '../surface/options/index.ts';
import type { Outcome } from '../surface/outcome.ts';

/** Weeks that are shown when nobody says how many. */
const WEEKS = 12;
/** A year. */
const MOST_WEEKS = 52;

function weeksOf(weeks: number | null): number {
  if (weeks === null) return WEEKS;
  if (weeks <= MOST_WEEKS) return weeks;
  throw new UserError(
    `${weeks} weeks are more than the page has room for.`,
    `Ask for at most ${MOST_WEEKS}.`,
  );
}

/** `dashboard`: one HTML file about a week and those before it, for people to open, keep and publish. */
export async function run(call: Call<OptionsOf<'dashboard'>>): Promise<Outcome> {
  const context = contextOf(call, readEvent(call));
  const { options, env, cwd, notes, secrets } = context;
  const weeks = weeksOf(options.weeks);
  const rules = await readRulesFor(context);
  const week = reportWeek(call, rules);
  const figures = await askGithub(context, rules, { week, workItem: null });
  const history = ledgerHistory(context, (line) => notes.push(line));
  const found = await gatherDashboard(context, rules, { week, weeks, figures }, history);
  const place = textPlaceOf({ env });
  const latest = found.reports.findLast((each) => each.latest !== null)?.latest ?? null;
  const repository = place.repository !== '' ? place.repository : (latest?.repository ?? null);
  const file = isAbsolute(options.out) ? options.out : join(cwd, options.out);
  const document = dashboardDocument({ ...found, repository }, options.out);
  const page = dashboardPage(document, place);
  writeWhole(cwd, options.out, secrets?.mask(page) ?? page);
  return {
    exitCode: 0,
    json: document,
    text: renderDashboardText(document, Buffer.byteLength(page)),
    notes,
    outputs: { 'dashboard-path': file },
    annotations: [],
    summary: null,
    failure: null,
  };
}
