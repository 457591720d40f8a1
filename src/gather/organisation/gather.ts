import { resolve } from 'node:path';
import { describe, UserError } from '../../errors.ts';
import { besideLedger } from '../../ledger/index.ts';
import { REAL_PACE } from '../../pace/index.ts';
import type { RepositoryAnswer } from '../../report/org.ts';
import type { Call } from '../../surface/call.ts';
import { withoutCredentials } from '../../surface/masking.ts';
import type { OptionValues } from '../../surface/options/index.ts';
import type { IsoWeek } from '../../time/week.ts';
import { filesAt, type Loaded, parseFiles } from '../allocation.ts';
import { readFileOfRepository, repositoryPath } from '../files.ts';
import { READING_PATIENCE, tokenOf } from '../ledger.ts';
import { inheritFor, type PolicyOptions } from '../policy/index.ts';
import { gatherReport } from '../report.ts';
import type { LedgerOfOrganisation } from './ledgers.ts';

type OrganisationCall = Pick<
  Call<PolicyOptions & Pick<OptionValues, 'ledger' | 'allocation' | 'exceptions'>>,
  'options' | 'surface' | 'env' | 'cwd' | 'now'
>;

/** Repositories that are read at a time: each takes a few processes of git, most of the time waiting for a server. */
const AT_A_TIME = 8;

/** How git and servers say that somebody may not read, or is not told that there is anything. */
const NO_RIGHTS =
  /authentication failed|could not read (?:username|password)|permission denied|access denied|returned error: 40[134]|not authorized|repository .* not found/i;

/**
 * The report of each ledger of a list, or why there is none: one that cannot be read stops none of the others.
 * @param given the rules of those that have none of their own; null: there are none here, either
 */
export async function gatherOrganisation(
  call: OrganisationCall,
  ledgers: readonly LedgerOfOrganisation[],
  week: IsoWeek,
  given: Loaded | null,
): Promise<readonly RepositoryAnswer[]> {
  const answers: RepositoryAnswer[] = [];
  const left = ledgers.values();
  const reader = async (): Promise<void> => {
    for (const each of left) answers.push(await answerOf(call, each, week, given));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, reader));
  return answers;
}

async function answerOf(
  call: OrganisationCall,
  { repository, location }: LedgerOfOrganisation,
  week: IsoWeek,
  given: Loaded | null,
): Promise<RepositoryAnswer> {
  const answer = { repository, ledger: withoutCredentials(location) };
  try {
    const own = await rulesOf(call, location);
    const rules = own ?? given;
    if (rules === null) {
      throw new UserError(
        `It has no ${call.options.allocation}, and there is none here to judge it by.`,
        'Add one there, or make the report where one is.',
      );
    }
    const there = { ...call, options: { ...call.options, ledger: location } };
    const asked = { week, workItem: null, jobs: null, others: [], figures: null };
    const report = await gatherReport(there, rules, asked, null);
    return { ...answer, rules: own === null ? 'given' : 'own', report, unreadable: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const why = error.problems.map((each) => describe({ ...each, fix: null })).join(' ');
    const fixes = error.problems.flatMap(({ fix }) => (fix === null ? [] : [fix]));
    const fix = NO_RIGHTS.test(why) ? rightsFix(call.surface) : fixes.join(' ') || null;
    return { ...answer, rules: null, report: null, unreadable: { why, fix } };
  }
}

function rightsFix(surface: Call['surface']): string {
  const which = 'that may read the contents of this repository (contents: read)';
  return surface === 'action'
    ? `Check its name, and give a github-token ${which}: the token of a workflow reads its own repository alone, that of a GitHub App or a fine-grained one reads others.`
    : `Check its name, and set GITHUB_TOKEN to a token ${which}.`;
}

/** The rules that stand beside a ledger; null: there are none. Throws `UserError` where they cannot be read, or are wrong. */
async function rulesOf(call: OrganisationCall, location: string): Promise<Loaded | null> {
  const { options, cwd, env } = call;
  const paths = [options.allocation, options.exceptions].map(repositoryPath);
  const asked = { location, cwd, env, token: tokenOf(call), pace: REAL_PACE, patience: READING_PATIENCE };
  const { readBeside } = await besideLedger();
  const files = await readBeside(asked, paths, async (beside) => {
    switch (beside.kind) {
      case 'nothing':
        return null;
      case 'commit':
        return filesAt(call, beside.reader, beside.commit, withoutCredentials(location));
      case 'work-tree': {
        const [allocation = null, exceptions = null] = [options.allocation, options.exceptions].map((path) =>
          readFileOfRepository(resolve(cwd, location), path),
        );
        return { allocation, exceptions, inherit: await inheritFor(allocation, call), where: location };
      }
    }
  });
  return files === null || files.allocation === null ? null : parseFiles(options, files);
}
