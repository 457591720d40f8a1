import { UserError } from '../errors.ts';
import type { Context } from '../gather/context.ts';
import { openUsageLedger } from '../gather/ledger.ts';
import type { Rules } from '../gather/report.ts';
import { textPlaceOf } from '../gather/run-place.ts';
import { chartPath, readEnvelope } from '../ledger/index.ts';
import type { IssueChart } from '../render/usage/weekly.ts';
import type { OptionsOf } from '../surface/options/index.ts';
import type { IsoWeek } from '../time/week.ts';

/** Weeks that the charts show. */
const WEEKS = 12;

/**
 * Draws the two main charts of a week, puts them beside the records of the repository's own ledger, and says where they are:
 * an issue can show a picture only from an address. That takes contents: write; without it there are none, and a remark says so.
 */
export async function weeklyCharts(
  context: Context<OptionsOf<'report'>>,
  rules: Rules,
  week: IsoWeek,
): Promise<readonly IssueChart[]> {
  const { options, notes, env, secrets } = context;
  const { address, repository } = textPlaceOf({ env });
  // A ledger elsewhere has its pictures elsewhere, too: nobody knows who may see them there.
  const isOwn = options.ledger === null || options.ledger === `${address}.git`;
  if (address === null || !isOwn) return [];
  const [{ gatherDashboard }, { dashboardDocument, mainCharts }] = await Promise.all([
    import('../gather/weeks/dashboard.ts'),
    import('../render/dashboard/index.ts'),
  ]);
  const ledger = await openUsageLedger(context, readEnvelope);
  try {
    const found = await gatherDashboard(context, rules, { week, weeks: WEEKS, figures: null }, null);
    const charts = mainCharts(dashboardDocument({ ...found, repository }, null)).map(
      ({ name, title, svg }) => ({
        title,
        name: `${week.toLowerCase()}-${name}.svg`,
        text: secrets?.mask(svg) ?? svg,
      }),
    );
    if (charts.length === 0) return [];
    const commit = await ledger.draw(charts);
    return commit === null
      ? []
      : charts.map(({ name, title }) => ({
          title,
          address: `${address}/blob/${commit}/${chartPath(name)}?raw=true`,
        }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    notes.push(
      `The issue of the week has no charts: they are kept on the branch of the ledger, which takes contents: write. ${error.message}`,
    );
    return [];
  } finally {
    await ledger.close();
  }
}
