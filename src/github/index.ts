/** The door to everything that loads octokit: import it dynamically. `event.ts` does not, and may be imported by itself. */
export { ALERT_LABEL, type Alert, raiseAlert } from './alerts.ts';
export { type Client, type ClientOptions, createClient } from './client.ts';
export { BODY_LIMIT, type Publication, type StickyComment, upsertComment } from './comments.ts';
export {
  type BranchTip,
  type CompareStat,
  createGithubReader,
  type GithubReader,
  type PullRequestNumbers,
} from './commits.ts';
export { dispatchWorkflow, findRuns, latestTokenRuns, listTokenRuns, type TokenRun } from './dispatches.ts';
export { GitHubError } from './errors.ts';
export { fatesOf } from './fates.ts';
export { type Author, type Identity, isAuthor, whoAmI } from './identity.ts';
export type { GithubPatience } from './persistence.ts';
export { type PullRequestFigures, pullRequestFigures } from './pull-request-figures.ts';
export { runsInFlight } from './runs-in-flight.ts';
