import { compareWeeks, type IsoWeek, weekNumber } from '../../time/week.ts';
import type { Attempt } from '../attempt.ts';
import {
  alikeness,
  type CellMetrics,
  type LedgerCell,
  ledgerCells,
  metricsOf,
  type PlannedCell,
  repeatAbove,
} from '../cells/index.ts';
import { shrunken } from '../statistics/index.ts';
import { otherEvidence, reworkEvidence, thresholdOf, WATCHED } from './detector.ts';
import { type CalibrationPolicy, divergence, faultRate } from './policy.ts';
import {
  byBenefit,
  type CostOn,
  costOfChange,
  type Proposal,
  promotion,
  type SeenCell,
  trialOutcome,
  trialProposal,
} from './proposal.ts';
import { type TrialState, trialCandidate, trialState } from './trial.ts';

/** A proposal that a person closed: it does not return before `until`, and then only on more runs, with no less evidence. */
export interface Snooze {
  readonly agent: string;
  readonly phase: string;
  readonly kind: Proposal['kind'];
  readonly to: string | null;
  /** The first week in which it may return. */
  readonly until: IsoWeek;
  /** What it had when it was closed. */
  readonly evidence: number;
  readonly n: number;
}

/** What the weekly job looks at. The same values give the same answer, in whatever order the attempts come. */
export interface CalibrationInput {
  readonly cells: readonly PlannedCell[];
  readonly attempts: readonly Attempt[];
  readonly week: IsoWeek;
  /** When the week begins, in milliseconds: nothing later is looked at. */
  readonly asOf: number;
  readonly policy: CalibrationPolicy;
  readonly costOn: CostOn;
  readonly snoozes: readonly Snooze[];
}

export type CellStatus = 'stable' | 'watch' | 'insufficient' | 'cold' | 'trial' | 'alarm';

/** What was found out about a cell. */
export interface CellVerdict {
  readonly known: LedgerCell;
  readonly status: CellStatus;
  readonly metrics: CellMetrics;
  /** That its rework is above what is allowed; null without a matured run. */
  readonly evidence: number | null;
  /** How many more matured runs it takes to see a fault, or for what is watched to become an alarm; null: no number does. */
  readonly needed: number | null;
  readonly perWeek: number;
  readonly trial: TrialState | null;
  /** Other rates whose evidence is above the threshold. */
  readonly alarms: readonly ('escalation' | 'override')[];
}

/** Why something that is due is not proposed this week. */
export type Postponed = Proposal & {
  readonly because: 'snoozed' | 'dwells' | 'most-moves' | 'no-runs';
};

export interface Calibration {
  readonly week: IsoWeek;
  readonly policy: CalibrationPolicy;
  readonly threshold: number;
  readonly alike: number;
  /** Cells with a matured run: the false alarms of all of them together are what the threshold is for. */
  readonly monitored: number;
  /** The most useful first: at most three changes of the matrix, and what no change of it mends. */
  readonly proposals: readonly Proposal[];
  readonly postponed: readonly Postponed[];
  readonly cells: readonly CellVerdict[];
}

const MOST_MOVES = 3;
const DWELL_WEEKS = 4;
const LEAST_WEEKS = 4;
const VOLUME_WEEKS = 8;
/** The newest week of which every run has matured is three weeks back. */
const MATURE_WEEKS = 3;
/** What a trial has to save in a week: a hundredth of what is spent, or so many micro-dollars. */
const LEAST_SAVED_SHARE = 0.01;
const LEAST_SAVED = 5_000_000;
/** Beyond it evidence is only called more. */
const MOST_EVIDENCE = 1e9;

const fromLog = (log: number): number => Math.min(MOST_EVIDENCE, Math.exp(log));

/** First attempts in a week, over the last eight that have matured. */
function volumeOf({ evidence: { weeks } }: LedgerCell, week: IsoWeek): number {
  const last = weekNumber(week) - MATURE_WEEKS;
  const first = weeks[0];
  if (first === undefined) return 0;
  const from = Math.max(weekNumber(first.week), last - VOLUME_WEEKS + 1);
  const runs = weeks.reduce((sum, { week: each, n }) => {
    const number = weekNumber(each);
    return number >= from && number <= last ? sum + n : sum;
  }, 0);
  return last < from ? 0 : runs / (last - from + 1);
}

/** What all runs cost in a week, over the last four. */
function spentPerWeek(attempts: readonly Attempt[], asOf: number): number {
  const from = asOf - 28 * 86_400_000;
  let sum = 0;
  for (const { at, microusd } of attempts) if (at >= from && at < asOf) sum += microusd ?? 0;
  return sum / 4;
}

/** Whether a change of the cell is younger than four weeks, or still to come. */
function dwells({ cell }: LedgerCell, week: IsoWeek): boolean {
  return cell.since !== null && weekNumber(week) - weekNumber(cell.since) < DWELL_WEEKS;
}

/** A trial whose harm was seen does not wait for more of it. */
function isSnoozed(proposal: Proposal, snoozes: readonly Snooze[], week: IsoWeek): boolean {
  return snoozes.some(
    (each) =>
      each.agent === proposal.agent &&
      each.phase === proposal.phase &&
      each.kind === proposal.kind &&
      each.to === proposal.to &&
      (compareWeeks(week, each.until) < 0 ||
        (proposal.kind !== 'revert' && (proposal.counts.n <= each.n || proposal.evidence < each.evidence))),
  );
}

interface Look {
  readonly verdict: CellVerdict;
  readonly due: Proposal | null;
}

/** Looks at one cell: its status, and what is due there. */
function lookAt(
  known: LedgerCell,
  input: CalibrationInput,
  threshold: number,
  alike: number,
  spent: number,
): Look {
  const { policy, week, costOn } = input;
  const { cell, evidence, prior } = known;
  const { weeks, counts } = evidence;
  const logs = reworkEvidence(weeks, policy, alike);
  const log = logs.at(-1) ?? null;
  const rows = weeks.map(({ week: each, n, x }, place) => ({
    week: each,
    n,
    x,
    evidence: fromLog(logs[place] ?? 0),
  }));
  const perWeek = volumeOf(known, week);
  const found: SeenCell = { known, policy, perWeek, rows, threshold, costOn };
  const metrics = metricsOf(cell, evidence, prior);
  const state = cell.trial === null ? null : trialState(known, cell.trial, input);
  const countedBy = (isHit: (attempt: Attempt) => boolean) =>
    weeks.map(({ n, attempts }) => ({ n, x: attempts.filter(isHit).length }));
  const others = {
    escalation: countedBy((each) => repeatAbove(each, evidence) !== null),
    override: countedBy(({ isOverridden }) => isOverridden),
  };
  const alarms = (['escalation', 'override'] as const).filter((rate) => {
    const own = otherEvidence(rate, others[rate], alike);
    return weeks.length >= LEAST_WEEKS && own !== null && own >= Math.log(threshold);
  });
  const missing = Math.max(
    0,
    Math.ceil(Math.log(threshold) / divergence(faultRate(policy), policy.reworkAllowed)) - counts.n,
  );
  const verdict = (status: CellStatus, needed: number | null): CellVerdict => ({
    known,
    status,
    metrics,
    evidence: log === null ? null : fromLog(log),
    needed,
    perWeek,
    trial: state,
    alarms,
  });
  if (cell.trial !== null && state !== null && state.verdict !== 'running')
    return { verdict: verdict('trial', 0), due: trialOutcome(found, cell.trial.id, cell.trial.tier, state) };
  if (weeks.length < LEAST_WEEKS || log === null)
    return { verdict: verdict(cell.trial === null ? 'cold' : 'trial', missing), due: null };
  if (log >= Math.log(threshold)) return { verdict: verdict('alarm', 0), due: promotion(found) };
  if (cell.trial !== null) return { verdict: verdict('trial', missing), due: null };
  if (log >= Math.log(WATCHED)) {
    const { rate } = shrunken(counts, prior);
    const gain = rate > policy.reworkAllowed ? divergence(rate, policy.reworkAllowed) : 0;
    const needed = gain === 0 ? null : Math.max(1, Math.ceil((Math.log(threshold) - log) / gain));
    return { verdict: verdict('watch', needed), due: null };
  }
  const candidate = trialCandidate(known, policy, week, perWeek);
  const cost = candidate === null ? null : costOfChange(found, candidate.tier);
  const saved = cost === null ? 0 : -cost.microusd;
  const isWorth = saved > 0 && (saved >= LEAST_SAVED || saved >= LEAST_SAVED_SHARE * spent);
  return {
    verdict: verdict(missing === 0 ? 'stable' : 'insufficient', missing),
    due: candidate !== null && cost !== null && isWorth ? trialProposal(found, candidate, cost) : null,
  };
}

/**
 * The weekly job: looks at every cell, and proposes what is due. Floors come first: a candidate below one is never
 * built. Pure: the ledger and the allocation decide everything.
 */
export function calibrate(input: CalibrationInput): Calibration {
  const { week, policy, snoozes } = input;
  const cells = ledgerCells(input.cells, input.attempts, input.asOf);
  const monitored = cells.filter(({ evidence }) => evidence.counts.n > 0).length;
  const threshold = thresholdOf(monitored, policy);
  const alike = alikeness(cells);
  const spent = spentPerWeek(input.attempts, input.asOf);
  const looks = cells.map((known) => ({ known, ...lookAt(known, input, threshold, alike, spent) }));
  const proposals: Proposal[] = [];
  const postponed: Postponed[] = [];
  let moves = 0;
  const due = looks.flatMap(({ known, due }) => (due === null ? [] : [{ known, due }]));
  for (const { known, due: each } of due.sort((a, b) => byBenefit(a.due, b.due))) {
    const isMove = each.kind !== 'fix-spec';
    const isUrgent = each.kind === 'revert';
    const because =
      !isUrgent && isMove && dwells(known, week)
        ? 'dwells'
        : isSnoozed(each, snoozes, week)
          ? 'snoozed'
          : !isUrgent && each.perWeek === 0
            ? 'no-runs'
            : isMove && moves >= MOST_MOVES
              ? 'most-moves'
              : null;
    if (because !== null) {
      postponed.push({ ...each, because });
      continue;
    }
    if (isMove) moves += 1;
    proposals.push(each);
  }
  return {
    week,
    policy,
    threshold,
    alike,
    monitored,
    proposals,
    postponed,
    cells: looks.map(({ verdict }) => verdict),
  };
}
