import { UserError } from '../../errors.ts';
import { repositoryName } from '../../github/event/index.ts';
import type { BranchLoss } from '../../github/index.ts';
import { LEDGER_BRANCH } from '../../ledger/index.ts';
import type { LedgerCall } from '../ledger.ts';
import { connectTo, type Github, patienceOf } from '../repository.ts';
import { githubToken } from '../token.ts';

/** GitHub tells of the last month. */
const MOST_BACK = 30 * 86_400_000;
/** An agent's job waits for the answer: there is one try, of at most so many milliseconds. */
const MOST_WAITED = 4_000;
/** What one reader looks into; whoever takes more away has taken one thing away. */
const MOST_ASKED = 5;

/**
 * Says what was taken from the ledger since an instant and is not there, in words; empty: nothing, or nobody knows.
 * @param head the branch's newest commit; null: there is no branch
 */
export type LedgerHistory = (since: number, head: Promise<string | null>) => Promise<readonly string[]>;

/**
 * Asks GitHub whether the ledger's branch was deleted or forced, once however often it is asked. Its trouble stops
 * nothing: a note says that it could not be asked. Null where nobody asks: on the command line, without a token, and of a
 * ledger elsewhere.
 */
export function ledgerHistory(
  { options, surface, env, now }: LedgerCall,
  note: (line: string) => void,
): LedgerHistory | null {
  const { GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server } = env;
  const isOwn = options.ledger === null || options.ledger === `${server}/${repository}.git`;
  const hasToken = githubToken(options.githubToken, env) !== null;
  if (surface !== 'action' || !isOwn || !hasToken || !repository || !server) return null;
  let asked: Promise<{ readonly github: Github; readonly losses: readonly BranchLoss[] }> | null = null;
  const ask = async () => {
    const attempt = Math.min(patienceOf(env).attempt ?? MOST_WAITED, MOST_WAITED);
    const patience = { attempt, waiting: 0 };
    const github = await connectTo(repositoryName(repository), { env, options }, () => undefined, patience);
    const { branchLosses } = await import('../../github/index.ts');
    return { github, losses: await branchLosses(github.client, github.repository, LEDGER_BRANCH) };
  };
  let isNoted = false;
  return async (since, head) => {
    if (now.getTime() - since > MOST_BACK) return [];
    try {
      asked ??= ask();
      const { github, losses } = await asked;
      const recent = losses.filter(({ at }) => Date.parse(at) >= since).slice(0, MOST_ASKED);
      const commit = await head;
      const told = recent.map(async (loss) => ((await isBack(loss, commit, github)) ? [] : [lossText(loss)]));
      return (await Promise.all(told)).flat();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const what = `Whether the branch ${LEDGER_BRANCH} was deleted or forced could not be asked: ${error.message}`;
      if (!isNoted) note(what);
      isNoted = true;
      return [];
    }
  };
}

/** Whether what was taken away is there again. */
async function isBack({ before }: BranchLoss, head: string | null, { client, repository }: Github) {
  if (head === null) return false;
  const { leadsTo } = await import('../../github/index.ts');
  return leadsTo(client, repository, before, head);
}

function lossText({ kind, before, at, by }: BranchLoss): string {
  const what = kind === 'deleted' ? 'deleted the branch' : 'forced another commit onto the branch';
  return `${by ?? 'somebody'} ${what} ${LEDGER_BRANCH} at ${at}, and its records up to ${before} are not all there: merge that commit into it (git merge --allow-unrelated-histories ${before})`;
}
