import { ledgerCells, plannedCells } from '../../calibration/cells/index.ts';
import { calibrate, listPriceCost, STANDARD_POLICY, selfTest } from '../../calibration/rules/index.ts';
import { seedOf } from '../../calibration/statistics/index.ts';
import { gatherAttempts } from '../../gather/attempts.ts';
import { readRules, reportWeek } from '../../gather/report.ts';
import { weekSpan } from '../../ledger/index.ts';
import { calibrateDocument, renderCalibrateTerminal } from '../../render/calibrate/index.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import type { Outcome } from '../../surface/outcome.ts';
import { dateOf, weekAfter } from '../../time/week.ts';

/** A year of evidence, and the weeks in which its newest part matures. */
const WEEKS = 55;

/**
 * `calibrate`: what the ledger calls to change in the matrix, as of the beginning of a week. The clock only says which
 * week that is: of one ledger, allocation and week the answer is the same at any time, to the byte.
 */
export async function run(call: Call<OptionsOf<'calibrate'>>): Promise<Outcome> {
  const { options, now } = call;
  const rules = readRules(call);
  const { allocation, table } = rules;
  const week = reportWeek(call, rules);
  const { from: asOf } = weekSpan(week, allocation.budget?.timezone ?? 'UTC');
  const read = await gatherAttempts(call, rules, { week: weekAfter(week, -1), weeks: WEEKS });
  const input = {
    cells: plannedCells(allocation, week, table),
    attempts: read.attempts,
    week,
    asOf,
    policy: STANDARD_POLICY,
    costOn: listPriceCost(allocation, table, dateOf(new Date(asOf))),
    snoozes: [],
  };
  const early =
    asOf > now.getTime() ? [`${week} has not begun: what is told until then may change this.`] : [];
  if (options.advice) {
    const { adviceFile, escalationModel } = await import('../../calibration/advice/index.ts');
    const cells = ledgerCells(input.cells, input.attempts, asOf);
    const model = escalationModel({ ...input, cells });
    const notes = [...early, ...(read.damage === null ? [] : [`warning: ${read.damage}`])];
    return outcomeOf(model, adviceFile(model).trimEnd(), notes);
  }
  const calibration = calibrate(input);
  const tested = options.selfTest ? selfTest(calibration, read.commit ?? seedOf('')) : null;
  const damage = read.damage === null ? [] : [read.damage];
  const answer = calibrateDocument(calibration, { commit: read.commit, damage }, tested);
  return outcomeOf(answer, renderCalibrateTerminal(answer), early);
}

function outcomeOf(json: Outcome['json'], text: string, notes: readonly string[]): Outcome {
  return {
    exitCode: 0,
    json,
    text,
    notes,
    outputs: {},
    annotations: [],
    summary: null,
    failure: null,
  };
}
