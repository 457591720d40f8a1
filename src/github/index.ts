/** The door to everything that loads octokit: import it dynamically. `artifacts`, `errors` and `event` load none of it. */
export { type GithubAlert, raiseAlert } from './alerts.ts';
export { type BranchLoss, branchLosses, leadsTo } from './branch-losses.ts';
export { createGithubClient, type GithubClient } from './client.ts';
export { type Publication, upsertComment } from './comments.ts';
export { type BranchTip, createGithubReader, type GithubReader } from './commits.ts';
export { type Conversation, mayWrite, readConversation } from './conversation.ts';
export { dispatchWorkflow, findRuns, latestTokenRuns, listTokenRuns } from './dispatches.ts';
export { workItemFates } from './fates.ts';
export { type KeptIssue, upsertIssue } from './kept-issue.ts';
export { outcomesSince, type PullRequestOutcome, type Revert } from './outcomes.ts';
export type { GithubPatience } from './persistence.ts';
export {
  type ClosedProposal,
  type OpenProposal,
  type ProposalPublished,
  type ProposalWanted,
  publishProposal,
  type SignedCommit,
  type StandingProposals,
  standingProposals,
  withdrawProposal,
} from './proposals/index.ts';
export { type PullRequestFigures, pullRequestFigures } from './pull-request-figures.ts';
export { rerunJob } from './rerun.ts';
export { pullRequestsOf, type RunPullRequest } from './run-pull-requests.ts';
export { siblingsOf } from './run-siblings.ts';
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
