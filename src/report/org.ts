import { ZONES } from '../allocation/names.ts';
import type { ReportOrgDocument } from '../generated/report-org.ts';
import { grouped } from '../grouped.ts';
import type { Immutable } from '../immutable.ts';
import { plus } from '../policy/budget/budget.ts';
import type { IsoWeek } from '../time/week.ts';
import type { Report } from './document.ts';
import type { Lacking } from './lacking.ts';
import { rateOf } from './metrics.ts';
import { bounded, closedRate, together } from './open-share.ts';
import { byCodeUnit } from './runs.ts';

/** One week of many repositories. */
export type OrgReport = Immutable<ReportOrgDocument>;
type OrgTier = OrgReport['tiers'][number];

/** What asking one repository has come to. */
export type RepositoryAnswer = Immutable<
  { repository: string; ledger: string } & (
    | { rules: 'own' | 'given'; report: Report; unreadable: null }
    | { rules: null; report: null; unreadable: { why: string; fix: string | null } }
  )
>;

function sumOver<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => plus(sum, of(item)), 0);
}

/** How many of the records that count lack something. */
function lackingOf(reports: readonly Report[]): Lacking {
  const uses = reports.flatMap((report) => report.uses.filter(({ counted }) => counted));
  return {
    unpriced: sumOver(uses, ({ unpriced }) => unpriced),
    unmeasured: sumOver(uses, ({ unmeasured }) => unmeasured),
    partial: sumOver(uses, ({ partial }) => partial),
  };
}

/** Tiers of one name are one, wherever their allocations have them; what is of no tier comes last. */
function tiersOf(reports: readonly Report[]): readonly OrgTier[] {
  const rows = reports.flatMap(({ tiers }) => tiers);
  const all = grouped(rows, ({ tier }) => JSON.stringify(tier));
  const runs = sumOver(rows, (row) => row.runs);
  const microusd = sumOver(rows, (row) => row.microusd);
  const found = [...all.values()].flatMap((own): OrgTier[] => {
    const [first] = own;
    if (first === undefined) return [];
    const sum = {
      runs: sumOver(own, (row) => row.runs),
      tokens: sumOver(own, (row) => row.tokens),
      microusd: sumOver(own, (row) => row.microusd),
      unpriced: sumOver(own, (row) => row.unpriced),
      partial: sumOver(own, (row) => row.partial),
    };
    const run_share = rateOf({ hits: sum.runs, n: runs });
    const cost_share = rateOf({ hits: sum.microusd, n: microusd });
    return [{ tier: first.tier, ...sum, run_share, cost_share, repositories: own.length }];
  });
  return [...found.filter(({ tier }) => tier !== null), ...found.filter(({ tier }) => tier === null)];
}

function zonesOf(answers: readonly RepositoryAnswer[]): OrgReport['zones'] {
  return [...[...ZONES].reverse(), null].flatMap((zone): OrgReport['zones'][number][] => {
    const own = answers.filter(({ report }) => report !== null && report.zone === zone);
    return own.length === 0 ? [] : [{ zone, repositories: own.map(({ repository }) => repository) }];
  });
}

/** The report over many repositories, each answered for once. Every figure is made of those of their own reports. */
export function makeOrgReport(week: IsoWeek, told: readonly RepositoryAnswer[]): OrgReport {
  const answers = [...told].sort((a, b) => byCodeUnit(a.repository, b.repository));
  const reports = answers.flatMap(({ report }) => (report === null ? [] : [report]));
  const runs = sumOver(reports, (report) => report.runs);
  const escalations = sumOver(reports, (report) => report.escalations);
  const rework = together(reports.map((report) => report.rework));
  return {
    schema: 'haiku-first/report-org@1',
    week,
    asked: answers.length,
    read: reports.length,
    complete: reports.length === answers.length && reports.every(({ complete }) => complete),
    repositories: answers,
    zones: zonesOf(answers),
    totals: {
      runs,
      tokens: sumOver(reports, ({ spent }) => spent.tokens),
      cache_read: sumOver(reports, ({ spent }) => spent.cache_read),
      microusd: sumOver(reports, ({ spent }) => spent.microusd),
      ...lackingOf(reports),
      escalations,
      escalation_rate: rateOf({ hits: escalations, n: runs }),
      rework: bounded(rework),
      rework_rate: closedRate(rework),
    },
    tiers: tiersOf(reports),
    floors_broken: answers.flatMap(({ repository, report }) =>
      (report?.mismatches ?? [])
        .filter(({ below_floor }) => below_floor)
        .map(({ agent, phase, floor, used, tier_used, records, work_items, run }) => ({
          repository,
          agent,
          phase,
          floor,
          used,
          tier_used,
          records,
          work_items,
          run,
        })),
    ),
  };
}
