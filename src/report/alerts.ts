import { type Allocation, findAgent } from '../allocation/allocation.ts';
import type { Exceptions } from '../allocation/exceptions.ts';
import { endingSoon } from '../policy/decision/exception-mistakes.ts';
import { retiringSoon } from '../policy/decision/models-of-tiers.ts';
import { type LookAlike, lookAlikeSentence } from '../policy/decision/unattributed.ts';
import { count, number, percent, percentReached } from '../render/figures.ts';
import type { IsoDate } from '../time/week.ts';
import type { ModelTable } from '../usage/models/models.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import type { Report } from './document.ts';
import type { Mismatch } from './floors.ts';
import { rateOf, type Share } from './metrics.ts';
import { boundsOf, type OpenShare } from './open-share.ts';
import type { Outlook } from './outlook.ts';
import { sumOf } from './runs.ts';
import { ENOUGH } from './targets.ts';

const ALERT_KINDS = [
  'below-floor',
  'burn-rate',
  'red-ahead',
  'escalation-rate',
  'rework-rate',
  'allowance-closed',
  'phase-above-band',
  'unpriced',
  'unmeasured',
  'critical-share',
  'auxiliary-share',
  'unattributed',
  'exception-ends-soon',
  'model-retires-soon',
] as const;

/** Something that somebody should look at. */
interface ReportAlert {
  readonly kind: (typeof ALERT_KINDS)[number];
  readonly agent: string | null;
  readonly phase: string | null;
  readonly message: string;
}

/** Above this share of escalated runs, the assignments are too low. Source: the strategy, section 9. */
const ESCALATION_ALERT = 0.15;
/** Above this share of first attempts that had to be reworked, the tier is too low. Source: the strategy, section 9. */
const REWORK_ALERT = 0.25;
/** Above this share of runs that count as critical, "critical" means nothing any more. */
const CRITICAL_ALERT = 0.25;
/** The client's own small calls are tolerated up to this share of the tokens. */
const AUXILIARY_ALERT = 0.05;

interface AlertInput {
  readonly lookAlikes: readonly LookAlike[];
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly today: IsoDate;
  readonly table: ModelTable;
  readonly records: readonly UsageRecord[];
  readonly mismatches: readonly Mismatch[];
  readonly runs: number;
  readonly escalations: Share;
  /** Of the runs outside of guarded cells, which are critical by declaration. */
  readonly critical: Share;
  /** Of the tier that first attempts were assigned to. */
  readonly tiers: Report['tiers'];
  readonly rework: OpenShare;
  readonly allowances: Report['allowances'];
  readonly outlook: Outlook;
  /** True for a whole week, which the bands of the phases are about. */
  readonly wholeWeek: boolean;
}

function ofFloors(mismatches: readonly Mismatch[]): readonly ReportAlert[] {
  return mismatches
    .filter(({ below_floor }) => below_floor)
    .map(({ agent, phase, tier_used, used, floor, records }) => ({
      kind: 'below-floor',
      agent,
      phase,
      message: `${agent}/${phase} used ${tier_used ?? used}, floor ${floor}${records === 1 ? '' : `, in ${records} records`}`,
    }));
}

function ofLookAlikes(lookAlikes: readonly LookAlike[]): readonly ReportAlert[] {
  return lookAlikes.map((each) => ({
    kind: 'unattributed',
    agent: each.agent,
    phase: each.phase,
    message: lookAlikeSentence(each),
  }));
}

/** A budget that runs away; both are found with guards, so that a quiet week raises neither. */
function ofOutlook({ burn, red }: Outlook): readonly ReportAlert[] {
  const alerts: ReportAlert[] = [];
  if (burn !== null) {
    const { hours, share, runs, times } = burn;
    const pace = Number.isFinite(times)
      ? `${times.toFixed(1)} times what the budget gives to these hours of the week`
      : 'at a time of the week at which nothing ran before';
    const message = `${percent(share)} of the week's budget went in the last ${hours} hours, in ${count(runs, 'run')}: ${pace}`;
    alerts.push({ kind: 'burn-rate', agent: null, phase: null, message });
  }
  if (red !== null) {
    const message = `the week ends in RED or beyond with a probability of ${percentReached(red)}, as every forecast of the last three hours has said`;
    alerts.push({ kind: 'red-ahead', agent: null, phase: null, message });
  }
  return alerts;
}

/** Tiers that have used up what they may; one that may use the whole budget ends with it. */
function ofAllowances({ allocation, allowances, wholeWeek }: AlertInput): readonly ReportAlert[] {
  const only = allocation.budget?.enforced === false ? ' (if the budget were enforced)' : '';
  return allowances.flatMap(({ tier, share, reserve, fraction, state, waiting }): ReportAlert[] => {
    if (state === 'open' || share >= 1 || (!wholeWeek && waiting === 0)) return [];
    const used = `${tier} has used ${percentReached(fraction)} of the week's budget`;
    const what =
      state === 'closed'
        ? `its allowance is ${percentReached(share)}: only guarded cells start on it${only}`
        : `from ${percentReached(share * (1 - reserve))} to ${percentReached(share)} only critical work starts on it${only}`;
    const waits = waiting === 0 ? '' : `; ${count(waiting, 'run waits', 'runs wait')}`;
    return [{ kind: 'allowance-closed', agent: null, phase: null, message: `${used}, ${what}${waits}` }];
  });
}

function ofBands({ allocation, records, wholeWeek }: AlertInput): readonly ReportAlert[] {
  if (!wholeWeek) return [];
  return [...(allocation.budget?.phases ?? [])].flatMap(([phase, [, high]]): ReportAlert[] => {
    const { tokens } = sumOf(records.filter((record) => record.phase === phase));
    if (tokens <= high) return [];
    const message = `${phase} used ${number(tokens)} tokens, expected at most ${number(high)}`;
    return [{ kind: 'phase-above-band', agent: null, phase, message }];
  });
}

/** A share of few runs is noise: one of one is 100%. */
function ofShare(
  kind: ReportAlert['kind'],
  share: Share,
  limit: number,
  what: string,
  cases = share.n,
): readonly ReportAlert[] {
  const rate = rateOf(share);
  if (cases < ENOUGH || rate === null || rate <= limit) return [];
  const message = `${percent(rate)} ${what} (${number(share.hits)} of ${number(share.n)}), alert above ${percentReached(limit)}`;
  return [{ kind, agent: null, phase: null, message }];
}

/** Rework of the tiers that have too much of it whatever becomes of what is not known; else of all of them together. */
function ofRework({ tiers, rework }: AlertInput): readonly ReportAlert[] {
  const alertOf = (share: OpenShare, where: string): readonly ReportAlert[] => {
    const low = boundsOf(share)?.[0] ?? 0;
    if (share.n < ENOUGH || low <= REWORK_ALERT) return [];
    const open = share.unknown === 0 ? '' : `, ${number(share.unknown)} of unknown fate`;
    const message = `${share.unknown === 0 ? '' : 'at least '}${percent(low)} of the first attempts${where} had to be reworked (${number(share.hits)} of ${number(share.n)}${open}), alert above ${percentReached(REWORK_ALERT)}`;
    return [{ kind: 'rework-rate', agent: null, phase: null, message }];
  };
  const found = tiers.flatMap(({ tier, rework: own }) =>
    tier === null ? [] : alertOf(own, ` assigned to ${tier}`),
  );
  return found.length > 0 ? found : alertOf(rework, '');
}

function ofUnknown(records: readonly UsageRecord[]): readonly ReportAlert[] {
  const alerts: ReportAlert[] = [];
  const unpriced = records.filter((record) => record.tokens !== null && record.cost_microusd === null);
  const models = [...new Set(unpriced.map((record) => record.model_used ?? 'unknown'))].sort();
  if (unpriced.length > 0) {
    const tokens = number(sumOf(unpriced).tokens);
    const message = `${tokens} tokens have no price and are in no total: ${models.join(', ')}`;
    alerts.push({ kind: 'unpriced', agent: null, phase: null, message });
  }
  const unmeasured = records.filter((record) => record.tokens === null);
  if (unmeasured.length > 0) {
    const message = `${count(unmeasured.length, 'run was', 'runs were')} not measured: the figures are too low`;
    alerts.push({ kind: 'unmeasured', agent: null, phase: null, message });
  }
  return alerts;
}

function auxiliaryShare(records: readonly UsageRecord[]): Share {
  const auxiliary = records.filter((record) => record.auxiliary);
  return { hits: sumOf(auxiliary).tokens, n: sumOf(records).tokens };
}

/** Exceptions that will not count for long; where the report is of one piece of work, those of the cells that it used. */
function ofExceptions({
  allocation,
  exceptions,
  today,
  records,
  wholeWeek,
}: AlertInput): readonly ReportAlert[] {
  return endingSoon(exceptions.entries, allocation, today).flatMap(({ entry, text }): ReportAlert[] => {
    const { agent, phase } = entry.kind === 'cell' ? entry : { agent: null, phase: null };
    const isUsed = records.some(
      (record) => record.phase === phase && findAgent(allocation, record.agent)?.name === agent,
    );
    return wholeWeek || isUsed
      ? [{ kind: 'exception-ends-soon', agent, phase, message: text.replace(/\.$/, '') }]
      : [];
  });
}

/** Models of the tiers that may not be had for long: for whoever looks after the file, not for one piece of work. */
function ofModels({ allocation, table, today, wholeWeek }: AlertInput): readonly ReportAlert[] {
  if (!wholeWeek) return [];
  return retiringSoon(allocation, table, today).map(({ text }) => ({
    kind: 'model-retires-soon',
    agent: null,
    phase: null,
    message: text.replace(/\.$/, ''),
  }));
}

/** Everything that should be looked at, the gravest first. */
export function alertsOf(input: AlertInput): readonly ReportAlert[] {
  return [
    ...ofFloors(input.mismatches),
    ...ofLookAlikes(input.lookAlikes),
    ...ofOutlook(input.outlook),
    ...ofShare('escalation-rate', input.escalations, ESCALATION_ALERT, 'of the runs were escalated'),
    ...ofRework(input),
    ...ofAllowances(input),
    ...ofBands(input),
    ...ofUnknown(input.records),
    ...ofShare('critical-share', input.critical, CRITICAL_ALERT, 'of the runs were flagged critical'),
    ...ofShare(
      'auxiliary-share',
      auxiliaryShare(input.records),
      AUXILIARY_ALERT,
      "of the tokens are the client's own calls",
      input.runs,
    ),
    ...ofExceptions(input),
    ...ofModels(input),
  ];
}
