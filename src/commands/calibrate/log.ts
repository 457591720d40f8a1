import { whatIfToLog } from '../../calibration/replay/index.ts';
import { UserError } from '../../errors.ts';
import type { LedgerAttempts } from '../../gather/attempts.ts';
import { openUsageLedger } from '../../gather/ledger.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import { textOf } from '../../time/instant.ts';
import { readStoredGist, whatIfEntry } from '../../usage/records/ledger-line.ts';
import { checkWhatIf, isSameChange } from '../../usage/records/what-if.ts';
import type { ProposalPlace } from './place.ts';
import type { PullRequestAnswer, PullRequestPlan } from './pull-request.ts';

/**
 * Writes the what-if of a proposal into the ledger, once for each change and week, so that it can be held against what
 * comes. Its trouble keeps no pull request from being opened.
 */
export async function logWhatIf(
  call: Call<OptionsOf<'calibrate'>>,
  plan: PullRequestPlan | null,
  told: PullRequestAnswer | null,
  { repository: { owner, name } }: Pick<ProposalPlace, 'repository'>,
  { whatIfs }: Pick<LedgerAttempts, 'whatIfs'>,
  notes: string[],
): Promise<void> {
  // A person has made another change of it.
  if (plan === null || plan.words.whatIf === null || told === null || told.how === 'edited') return;
  const { whatIf, effect: since } = plan.words;
  const line = whatIfToLog(whatIf, { at: textOf(call.now), repository: `${owner}/${name}`, since });
  const checked = line === null ? null : checkWhatIf(line);
  // A line that no reader takes would be damage.
  if (checked === null || !checked.ok) return;
  if (whatIfs.some((each) => isSameChange(each, checked.value))) return;
  try {
    const ledger = await openUsageLedger(call, readStoredGist);
    try {
      const run = call.env.GITHUB_RUN_ID ?? 'calibrate';
      const attempt = Number(call.env.GITHUB_RUN_ATTEMPT ?? 1);
      await ledger.append([whatIfEntry(checked.value)], { run, attempt });
    } finally {
      await ledger.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    notes.push(`The what-if was not logged, and will not be held against what comes. ${error.message}`);
  }
}
