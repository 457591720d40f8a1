import { createHash } from 'node:crypto';
import { UserError } from '../../errors.ts';
import type { EscalationModel } from '../../generated/escalation-model.ts';
import { weekAfter } from '../../time/week.ts';
import type { Attempt } from '../attempt.ts';
import { attemptOrder, costPerRun, firstsOf, type LedgerCell, rescuesOf } from '../cells/index.ts';
import type { Calibration, CalibrationInput, CostOn } from '../rules/index.ts';
import { randomFrom } from '../statistics/index.ts';
import { columnsOf, type KnownTask, rounded, standardised, type Term } from './features.ts';
import { type Fit, fitLogistic, logistic } from './fit.ts';
import { scoresOf } from './scores.ts';
import { type Example, rateIn, tableOfRates } from './table.ts';

/** What it is made from: the same values give the same bytes, in whatever order the attempts came. */
export interface AdviceInput extends Pick<CalibrationInput, 'week' | 'policy' | 'costOn'> {
  /** Of the whole allocation, as of the beginning of the week. */
  readonly cells: readonly LedgerCell[];
}

const LAMBDA = 10;
/** The newest week of which every run has matured is three weeks back. */
const MATURE_WEEKS = 3;
const TEST_WEEKS = 4;
/** More attempts than this teach a few coefficients nothing more. */
const MOST = 50_000;

const LEAST_EVENTS = 50;
const LEAST_AUC = 0.6;
const SLOPES = { from: 0.7, to: 1.3 };

/** A regression, as it is written down. */
interface Regression {
  readonly intercept: number;
  readonly features: EscalationModel['features'];
}

function regressionOf(examples: readonly Example[]): Regression | null {
  const columns = columnsOf(examples.map(({ task }) => task));
  const rows = examples.map(({ task }) => columns.map((column) => standardised(task, column)));
  const labels = examples.map(({ again }) => again);
  // Where all had the same fate, nothing tells them apart.
  const fit: Fit | null =
    labels.includes(true) && labels.includes(false) ? fitLogistic(rows, labels, LAMBDA) : null;
  if (fit === null) return null;
  const feature = ({ name, level, mean, sd }: Term, place: number) => ({
    name,
    level,
    mean,
    sd,
    coef: rounded(fit.coefficients[place] ?? 0),
  });
  return { intercept: rounded(fit.intercept), features: columns.map(feature) };
}

/** The probability of a regression for a task. */
export function chanceOf({ intercept, features }: Regression, task: KnownTask): number {
  return logistic(
    features.reduce((odds, feature) => odds + feature.coef * standardised(task, feature), intercept),
  );
}

function examplesOf(attempts: readonly Attempt[]): readonly (Example & { readonly attempt: Attempt })[] {
  return attempts.map((attempt) => ({ attempt, task: attempt, again: attempt.fate === 'reworked' }));
}

type Metrics = EscalationModel['metrics'];

/** How well it foretells the last weeks from those before. */
function tried(attempts: readonly Attempt[], last: string, seed: string): Metrics {
  const [before, after] = [
    examplesOf(attempts.filter(({ week }) => week <= last)),
    examplesOf(attempts.filter(({ week }) => week > last)),
  ];
  const regression = regressionOf(before);
  if (regression === null) return null;
  const plain = rateIn(tableOfRates(before));
  const foretold = after.map(({ attempt, task, again }) => ({
    week: attempt.week,
    p: chanceOf(regression, task),
    plain: plain(task).p,
    again,
  }));
  return scoresOf(foretold, before.filter(({ again }) => again).length, randomFrom(seed));
}

/** Why the regression must not advise. */
function reasonsAgainst(metrics: Metrics): readonly string[] {
  if (metrics === null) return ['There are no matured weeks to fit it to, or none to try it on.'];
  const { trained_events, brier_skill, brier_skill_low, slope, auc } = metrics;
  const reasons: string[] = [];
  if (trained_events < LEAST_EVENTS)
    reasons.push(
      `It learnt from ${trained_events} runs that had to be done again, and needs ${LEAST_EVENTS}.`,
    );
  if (brier_skill === null || brier_skill_low === null || brier_skill <= 0 || brier_skill_low <= 0)
    reasons.push(
      `It is not surely better than the table: Brier skill ${brier_skill ?? 'not known'}, at least ${brier_skill_low ?? 'not known'}, and must be above 0.`,
    );
  if (slope === null || slope < SLOPES.from || slope > SLOPES.to)
    reasons.push(
      `Its probabilities are not calibrated: slope ${slope ?? 'not known'}, and must be from ${SLOPES.from} to ${SLOPES.to}.`,
    );
  if (auc === null || auc < LEAST_AUC)
    reasons.push(
      `It does not tell tasks apart: AUC ${auc ?? 'not known'}, and must be at least ${LEAST_AUC}.`,
    );
  return reasons;
}

/** What the next tier made of failed runs, and what runs cost on both. */
function nextOf(known: readonly LedgerCell[], { policy, costOn }: AdviceInput): EscalationModel['next'] {
  const tiers = known[0]?.cell.tiers ?? [];
  const tier = tiers[tiers.indexOf(known[0]?.cell.assigned ?? '') + 1];
  if (tier === undefined) return null;
  let [failed, rescued, runs, here, there] = [0, 0, 0, 0, 0];
  for (const each of known) {
    const rescues = rescuesOf(each.evidence).get(tier);
    failed += rescues?.n ?? 0;
    rescued += rescues?.x ?? 0;
    const [now, then] = [costPerRun(each.evidence), costOn(each, tier)];
    if (now === null || then === null) continue;
    const n = each.evidence.matured.length + each.evidence.further.length;
    runs += n;
    here += now * n;
    there += then.microusd * n;
  }
  return {
    tier,
    failed,
    rescued,
    microusd: runs === 0 ? null : Math.round(here / runs),
    next_microusd: runs === 0 ? null : Math.round(there / runs),
    rework_microusd: policy.reworkMicrousd,
  };
}

/**
 * How likely a first attempt on the cheapest tier that is in use has to be done again: a regression over what is known
 * before it, where that foretold the last four matured weeks better than a plain table; else the table. Throws
 * `UserError` for an allocation without cells.
 */
export function escalationModel(input: AdviceInput): EscalationModel {
  const { cells, week } = input;
  const [cheapest] = cells.map(({ cell }) => cell).sort((a, b) => a.rank - b.rank);
  if (cheapest === undefined) throw new UserError('The allocation has no agents.');
  const { assigned: tier, models } = cheapest;
  const last = weekAfter(week, -MATURE_WEEKS);
  const isExample = (each: Attempt): boolean =>
    each.assigned === tier &&
    // What an upgrade puts elsewhere is not decided by whoever is advised.
    !each.isPlannedUpgrade &&
    each.week <= last &&
    each.fate !== 'unknown' &&
    (each.model === null || each.tier !== tier || models.includes(each.model));
  const all = cells.flatMap((each) => firstsOf(each.attempts).filter(isExample)).sort(attemptOrder);
  // Of more than enough every second, or third, or so.
  const step = Math.ceil(all.length / MOST);
  const examples = step <= 1 ? all : all.filter((_, place) => place % step === 0);
  const hash = createHash('sha256');
  for (const each of examples) hash.update(`${JSON.stringify(readOf(each))}\n`);
  const sha256 = hash.digest('hex');
  const metrics = tried(examples, weekAfter(last, -TEST_WEEKS), sha256);
  const reasons = reasonsAgainst(metrics);
  const regression = reasons.length === 0 ? regressionOf(examplesOf(examples)) : null;
  return {
    schema: 'haiku-first/escalation-model@1',
    kind: regression === null ? 'eb-table' : 'l2-logit',
    week,
    tier,
    model: models[0] ?? tier,
    trained_on: {
      sha256,
      from: examples[0]?.week ?? null,
      to: examples.at(-1)?.week ?? null,
      n: examples.length,
      events: examples.filter(({ fate }) => fate === 'reworked').length,
    },
    lambda: LAMBDA,
    intercept: regression?.intercept ?? null,
    features: regression?.features ?? [],
    table: tableOfRates(examplesOf(examples)),
    metrics,
    gate: { pass: regression !== null, reasons: [...reasons] },
    next: nextOf(
      cells.filter(({ cell }) => cell.assigned === tier),
      input,
    ),
  };
}

/** The same of what `calibrate` has looked at. */
export function adviceOf({ cells, week, policy }: Calibration, costOn: CostOn): EscalationModel {
  return escalationModel({ cells: cells.map(({ known }) => known), week, policy, costOn });
}

/** What is read of an attempt. */
function readOf({
  at,
  agent,
  phase,
  complexity,
  taskType,
  isCritical,
  linesChanged,
  filesChanged,
  fate,
}: Attempt) {
  return [at, agent, phase, complexity, taskType, isCritical, linesChanged, filesChanged, fate];
}

/** As it is committed. */
export function adviceFile(model: EscalationModel): string {
  return `${JSON.stringify(model, null, 2)}\n`;
}
