/** The door to everything that loads octokit: import it dynamically. `artifacts`, `errors` and `event` load none of it. */
export { ALERT_LABEL, type GithubAlert, raiseAlert } from './alerts.ts';
export { createGithubClient, type GithubClient, type GithubClientOptions } from './client.ts';
export { BODY_LIMIT, type Publication, type StickyComment, upsertComment } from './comments.ts';
export {
  type BranchTip,
  type CompareStat,
  createGithubReader,
  type GithubReader,
  type PullRequestNumbers,
} from './commits.ts';
export { dispatchWorkflow, findRuns, latestTokenRuns, listTokenRuns, type TokenRun } from './dispatches.ts';
export { GitHubError } from './errors/index.ts';
export { workItemFates } from './fates.ts';
export { type Account, type Author, isAuthor, whoAmI } from './identity.ts';
export type { GithubPatience } from './persistence.ts';
export { type PullRequestFigures, pullRequestFigures } from './pull-request-figures.ts';
export { pullRequestsOf, type RunPullRequest } from './run-pull-requests.ts';
export { type Siblings, siblingsOf } from './run-siblings.ts';
export {
  downloadArtifact,
  type FinishedRun,
  listJobs,
  listUsageArtifacts,
  type RunArtifact,
  type RunJob,
  readRun,
} from './runs.ts';
export { runsInFlight } from './runs-in-flight.ts';
