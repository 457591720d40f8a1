import type { Calibration, CellVerdict, Proposal, SelfTest } from '../../calibration/rules/index.ts';
import { unwantedRate } from '../../calibration/rules/index.ts';
import type { Estimate } from '../../calibration/statistics/index.ts';
import type { CalibrateDocument } from '../../generated/calibrate.ts';
import { weekAfter } from '../../time/week.ts';
import { proposalSentence } from './sentence.ts';
import type { AnsweredProposal, CalibrateAnswer } from './words.ts';

/** Six digits after the point: more would tell of arithmetic alone. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function known(value: number | null): number | null {
  return value === null ? null : rounded(value);
}

function whole(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

function intervalOf({ low, high }: Estimate): [number, number] {
  return [rounded(low), rounded(high)];
}

function proposalOf(proposal: Proposal, { policy }: Calibration): AnsweredProposal {
  const { kind, agent, phase, from, to, counts, estimate, cost, why, rescued, trial } = proposal;
  return {
    kind,
    agent,
    phase,
    from,
    to,
    evidence: rounded(proposal.evidence),
    threshold: rounded(proposal.threshold),
    n: counts.n,
    reworked: counts.x,
    rework: rounded(estimate.rate),
    interval: intervalOf(estimate),
    what_if:
      cost === null
        ? null
        : {
            microusd_per_week: Math.round(cost.microusd),
            low: Math.round(cost.low),
            high: Math.round(cost.high),
            share: known(cost.share),
            basis: cost.basis,
            pairs: cost.pairs,
          },
    sentence: proposalSentence(proposal, policy.reworkAllowed, unwantedRate(policy)),
    why,
    weeks: proposal.weeks.map(({ week, n, x, evidence }) => ({ week, n, x, evidence: rounded(evidence) })),
    rescued: { n: rescued.n, x: rescued.x },
    trial: trial === null ? null : { id: trial.id, share: trial.share, weeks: trial.weeks },
    runs_per_week: rounded(proposal.perWeek),
    removed_per_week: known(proposal.removed),
    pays_from_microusd: whole(proposal.paysFrom),
  };
}

type Row = CalibrateDocument['cells'][number];

function cellOf({ known: { cell }, status, metrics, needed, evidence, ...rest }: CellVerdict): Row {
  const { rework, by, planned, escalated, rescued, overridden } = metrics;
  const figures = ({ n, x, estimate }: typeof rework) => ({
    n,
    x,
    rate: rounded(estimate.rate),
    interval: intervalOf(estimate),
  });
  const groups = (of: typeof by.complexity) => of.map((each) => ({ name: each.name, ...figures(each) }));
  const { trial } = rest;
  return {
    agent: cell.agent,
    phase: cell.phase,
    tier: cell.assigned,
    status,
    n: rework.n,
    needed,
    evidence: known(evidence),
    runs_per_week: rounded(rest.perWeek),
    runs: metrics.runs,
    rework: figures(rework),
    rework_standardised: known(metrics.standardised),
    by: { task_type: groups(by.task_type), complexity: groups(by.complexity) },
    planned: { ...planned },
    escalated: { ...escalated },
    rescued: { ...rescued },
    overridden: { ...overridden },
    microusd_per_run: whole(metrics.per_run),
    microusd_per_work_item: whole(metrics.per_work_item),
    microusd_per_accepted: whole(metrics.per_accepted),
    quality: known(metrics.quality),
    duration_ms: whole(metrics.duration_ms),
    alarms: [...rest.alarms],
    trial:
      trial === null || cell.trial === null
        ? null
        : {
            id: cell.trial.id,
            tier: cell.trial.tier,
            ...trial.counts,
            good: rounded(trial.good),
            harm: rounded(trial.harm),
            verdict: trial.verdict,
          },
  };
}

function selfTestOf({ years, falseProposals, faults, cells }: SelfTest): CalibrateAnswer['self_test'] {
  const faultsOf = (of: typeof faults) =>
    of.map(({ rate, median, p90, unseen }) => ({
      rate: rounded(rate),
      median,
      p90,
      unseen: rounded(unseen),
    }));
  return {
    years,
    false_proposals: falseProposals.map(({ rate, perYear, perCell }) => ({
      rate: rounded(rate),
      per_year: rounded(perYear),
      per_cell: rounded(perCell),
    })),
    faults: faultsOf(faults),
    cells: cells.map((each) => ({
      agent: each.agent,
      phase: each.phase,
      runs_per_week: rounded(each.perWeek),
      faults: faultsOf(each.faults),
    })),
  };
}

/** What of the ledger was looked at. */
interface CalibratedLedger {
  readonly commit: string | null;
  readonly damage: readonly string[];
}

/** The answer of `calibrate`, for machines. */
export function calibrateDocument(
  calibration: Calibration,
  { commit, damage }: CalibratedLedger,
  selfTest: SelfTest | null,
): CalibrateAnswer {
  const { week, policy, threshold, monitored, alike } = calibration;
  return {
    schema: 'haiku-first/calibrate@1',
    week,
    takes_effect: weekAfter(week, 1),
    commit,
    damage: [...damage],
    policy: {
      false_proposals_per_year: policy.falseProposalsPerYear,
      rework_allowed: policy.reworkAllowed,
      rework_microusd: policy.reworkMicrousd,
    },
    threshold: rounded(threshold),
    monitored,
    correlation: rounded(alike),
    proposals: calibration.proposals.map((each) => proposalOf(each, calibration)),
    postponed: calibration.postponed.map((each) => ({
      ...proposalOf(each, calibration),
      because: each.because,
    })),
    cells: calibration.cells.map(cellOf),
    self_test: selfTest === null ? null : selfTestOf(selfTest),
  };
}
