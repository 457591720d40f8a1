import { GitHubError } from '../../github/errors/index.ts';
import type { PullRequestFigures } from '../../github/index.ts';
import type { Context } from '../context.ts';
import { type Rules, readingSpan } from '../report.ts';

/** What GitHub knows of the week's pull requests; null outside workflows, and where it does not say. */
export async function askGithub(
  { event, github, notes }: Context,
  { allocation }: Rules,
  asked: Parameters<typeof readingSpan>[0],
): Promise<PullRequestFigures | null> {
  const has = (id: string): boolean =>
    allocation.targets.some((target) => target.id === id && target.measuredBy !== 'nothing');
  const wanted = {
    reviews: has('code_review_pass_rate'),
    endToEnd: has('e2e_pass_rate'),
    issues: has('work_items_per_week'),
    firstCommits: has('time_to_completion'),
  };
  if (event === null || !Object.values(wanted).includes(true) || asked.workItem !== null) return null;
  const { start: before, from, to } = readingSpan(asked, allocation.budget?.timezone ?? 'UTC');
  try {
    const { client, repository } = await github();
    const { pullRequestFigures } = await import('../../github/index.ts');
    const figures = await pullRequestFigures(client, repository, { before, from, to }, wanted);
    notes.push(...figures.remarks);
    return figures;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    notes.push(`Reviews, checks and completed work are not measured. ${error.message}`);
    return null;
  }
}
