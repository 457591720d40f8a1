import { ACCEPTS_AT, STOPS_AT } from '../../calibration/rules/index.ts';
import { count, dollars, NONE, number, signedDollars, wholePercent } from '../figures.ts';
import { columns } from '../tables.ts';
import { cellName } from '../words.ts';
import type { AnsweredProposal, CalibrateAnswer } from './words.ts';
import { evidenceText, percentInterval, shareChange } from './words.ts';

type Cell = CalibrateAnswer['cells'][number];

const POSTPONED: Readonly<Record<CalibrateAnswer['postponed'][number]['because'], string>> = {
  snoozed: 'a person closed it, and there is no new evidence',
  dwells: 'the cell was changed less than four weeks ago',
  'most-moves': 'three others are more useful this week',
  'no-runs': 'the cell has not run for weeks',
};

function costLine(
  { what_if: change, pays_from_microusd: paysFrom, kind }: AnsweredProposal,
  { policy }: CalibrateAnswer,
): readonly string[] {
  if (kind === 'fix-spec' || kind === 'revert') return [];
  if (change === null) return ['  Cost: not known.'];
  const { basis, pairs, share } = change;
  const from =
    basis === 'measured'
      ? `by ${count(pairs, 'pair')} of runs at one task`
      : 'at list prices, as if the same tokens were used';
  const part = share === null ? '' : `${shareChange(share)}; `;
  const interval = `80% interval ${signedDollars(change.low)} to ${signedDollars(change.high)}`;
  const pays =
    paysFrom === null || paysFrom === 0
      ? ''
      : ` It pays for itself where a rework costs people more than ${dollars(paysFrom)}; here it is said to cost ${dollars(policy.rework_microusd)}.`;
  return [`  Cost a week: ${signedDollars(change.microusd_per_week)} (${part}${interval}), ${from}.${pays}`];
}

function proposalLines(proposal: AnsweredProposal, answer: CalibrateAnswer): readonly string[] {
  const rows = proposal.weeks.map(({ week, n, x, evidence }) => [
    week,
    number(n),
    number(x),
    evidenceText(evidence),
  ]);
  const table =
    rows.length === 0
      ? []
      : columns([['week', 'matured runs', 'rework', 'evidence after'], ...rows]).map((row) => `  ${row}`);
  return [`${proposal.kind}: ${proposal.sentence}`, ...costLine(proposal, answer), ...table, ''];
}

function nameOf({ agent, phase }: Cell): string {
  return cellName(agent, phase);
}

function ratesOf({ rework }: Cell): string {
  return `${rework.x} of ${number(rework.n)}, ${wholePercent(rework.rate)} (${percentInterval(rework.interval)})`;
}

/** Rows of cells of one status, and nothing where there are none. */
function section(title: string, cells: readonly Cell[], rest: (cell: Cell) => string): readonly string[] {
  if (cells.length === 0) return [];
  const rows = cells.map((cell) => [nameOf(cell), cell.tier, ratesOf(cell), rest(cell)]);
  return [`${title}:`, ...columns(rows), ''];
}

const moreRuns = ({ needed }: Cell): string =>
  needed === null
    ? 'no number of runs like these tells'
    : needed === 0
      ? 'enough runs, in too few weeks'
      : `about ${number(needed)} more matured ${needed === 1 ? 'run' : 'runs'}`;

function trialText({ trial }: Cell): string {
  if (trial === null) return NONE;
  return `${trial.id} on ${trial.tier}: ${trial.x} of ${trial.n} reworked; good ${evidenceText(trial.good)} of ${ACCEPTS_AT}, harm ${evidenceText(trial.harm)} of ${STOPS_AT}`;
}

function alarmLines(cells: readonly Cell[]): readonly string[] {
  const lines = cells.flatMap((cell) => [
    ...cell.alarms.map((rate) => {
      const counts = rate === 'escalation' ? cell.escalated : cell.overridden;
      return `  ${nameOf(cell)}: ${rate === 'escalation' ? 'escalated' : 'overridden'} in ${counts.x} of ${number(counts.n)} first attempts`;
    }),
    ...(cell.overridden.n > 0 && cell.overridden.x / cell.overridden.n > 0.1
      ? [
          `  ${nameOf(cell)}: its rework is higher than it looks, for people put ${cell.overridden.x} of ${number(cell.overridden.n)} tasks on another tier`,
        ]
      : []),
  ]);
  return lines.length === 0 ? [] : ['To look at:', ...lines, ''];
}

function selfTestLines({ self_test: test, monitored }: CalibrateAnswer): readonly string[] {
  if (test === null) return [];
  if (test.cells.length === 0)
    return ['Self-test: no cell has run in the last weeks, so there is nothing to simulate.', ''];
  const weeksOf = (weeks: number | null): string =>
    weeks === null ? 'more than a year' : count(weeks, 'week');
  const rows = test.cells.map(({ agent, phase, runs_per_week: runs, faults }) => [
    cellName(agent, phase),
    runs.toFixed(1),
    ...faults.map(({ median, unseen }) => `${median ?? '> 52'} (${wholePercent(unseen)} unseen)`),
  ]);
  return [
    `Self-test: these rules on the volumes of this ledger, ${count(monitored, 'cell')}, ${count(test.years, 'simulated year')} of each.`,
    ...test.false_proposals.map(
      ({ rate, per_year: perYear, per_cell: perCell }) =>
        `  Were every cell at ${wholePercent(rate)} rework: ${perYear.toFixed(2)} false proposals a year; ${(perCell * 100).toFixed(1)}% of cells have one.`,
    ),
    ...test.faults.map(
      ({ rate, median, p90, unseen }) =>
        `  A cell that goes from well to ${wholePercent(rate)}: half are proposed within ${weeksOf(median)}, nine of ten within ${weeksOf(p90)}; ${wholePercent(unseen)} go unseen for a year.`,
    ),
    '',
    ...columns([
      ['weeks until half are seen', 'runs a week', ...test.faults.map(({ rate }) => wholePercent(rate))],
      ...rows,
    ]),
    '',
  ];
}

/** `calibrate` for people: what is due, then what is not. No trailing newline. */
export function renderCalibrateTerminal(answer: CalibrateAnswer): string {
  const {
    week,
    takes_effect: effect,
    commit,
    cells,
    proposals,
    postponed,
    monitored,
    threshold,
    policy,
  } = answer;
  const of = (status: Cell['status']): readonly Cell[] => cells.filter((cell) => cell.status === status);
  const silent = cells.filter(({ runs }) => runs === 0).length;
  const cold = of('cold').filter(({ runs }) => runs > 0);
  const lines = [
    `Calibration of ${week}, from the ledger ${commit === null ? 'that is empty' : `at ${commit.slice(0, 7)}`}: ${count(proposals.length, 'proposal')}, in effect from ${effect} on.`,
    '',
    ...proposals.flatMap((each) => proposalLines(each, answer)),
    ...(postponed.length === 0
      ? []
      : [
          'Due, but not this week:',
          ...postponed.map(
            ({ kind, sentence, because }) => `  ${kind}: ${sentence} Not now: ${POSTPONED[because]}.`,
          ),
          '',
        ]),
    ...section('Alarm', of('alarm'), ({ evidence }) => `evidence ${evidenceText(evidence ?? 0)}`),
    ...section(
      'Watch',
      of('watch'),
      (cell) => `evidence ${evidenceText(cell.evidence ?? 0)}; ${moreRuns(cell)} like these`,
    ),
    ...section('On trial', of('trial'), trialText),
    ...section('Not enough evidence', of('insufficient'), moreRuns),
    ...section('Fewer than four weeks', cold, moreRuns),
    ...section('Stable', of('stable'), ({ escalated }) => `${escalated.x} escalated`),
    ...alarmLines(cells),
    ...selfTestLines(answer),
    ...answer.damage.map((what) => `Warning: ${what}`),
    `${count(monitored, 'cell')} looked at${silent === 0 ? '' : `, ${number(silent)} never ran`}. At most ${policy.false_proposals_per_year} false proposals a year over all of them, so an alarm takes evidence of ${evidenceText(threshold)}; ${wholePercent(policy.rework_allowed)} rework is allowed.`,
    'Rates are of first attempts on the assigned tier that are two weeks old, drawn towards the other cells of the tier, with an interval of 80%.',
  ];
  return lines.join('\n');
}
