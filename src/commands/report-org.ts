import { UserError } from '../errors.ts';
import { readFileOfRepository } from '../gather/files.ts';
import { gatherOrganisation, ledgersNamed } from '../gather/organisation/index.ts';
import { readRules } from '../gather/report.ts';
import { annotation } from '../render/annotation.ts';
import { brokenTexts, renderOrgSummary, renderOrgTerminal, unreadText } from '../render/usage/org.ts';
import { makeOrgReport } from '../report/org.ts';
import type { Call } from '../surface/call.ts';
import type { OptionsOf } from '../surface/options/index.ts';
import type { Outcome } from '../surface/outcome.ts';
import { weekOf } from '../time/week.ts';

/** Throws `UserError` for options that a report over many repositories has no use for. */
function refuseOthers({ org, ledger, workItem, weeks, issue }: OptionsOf<'report'>): void {
  if (!org) throw new UserError('repositories are for a report over many.', 'Add --org.');
  const others = { ledger, 'work-item': workItem, weeks, issue: issue === 'off' ? null : issue };
  const [first] = Object.entries(others).flatMap(([name, value]) => (value === null ? [] : [name]));
  if (first !== undefined) {
    const fix = `Leave out --${first}: a report over many repositories is about a week, and --repositories says which.`;
    throw new UserError(`--org and --${first} do not go together.`, fix);
  }
}

/** `report --org`: one week of many repositories, each as its own report has it. */
export async function reportOnMany(call: Call<OptionsOf<'report'>>): Promise<Outcome> {
  const { options, cwd, now } = call;
  refuseOthers(options);
  const given = readFileOfRepository(cwd, options.allocation) === null ? null : await readRules(call);
  const named = options.repositories.length > 0 ? options.repositories : given?.allocation.repositories;
  const ledgers = ledgersNamed(named ?? [], call);
  const week = options.week ?? weekOf(now, given?.allocation.budget?.timezone ?? 'UTC');
  const report = makeOrgReport(week, await gatherOrganisation(call, ledgers, week, given));
  const isRead = report.read > 0;
  const unread = report.repositories.flatMap((each) => unreadText(each) ?? []);
  return {
    exitCode: isRead ? 0 : 2,
    json: report,
    text: renderOrgTerminal(report),
    notes: [],
    outputs: {},
    annotations: [
      ...unread.map((text) => annotation('warning', 'haiku-first: not read', text)),
      ...brokenTexts(report).map((text) => annotation('warning', 'haiku-first: below-floor', text)),
    ],
    summary: renderOrgSummary(report),
    failure: isRead ? null : 'None of the repositories could be read.',
  };
}
