export {
  type ProposalPublished,
  type ProposalWanted,
  publishProposal,
  withdrawProposal,
} from './publish.ts';
export type { CommittedFile, SignedCommit } from './signed-commit.ts';
export {
  type ClosedProposal,
  type OpenProposal,
  type StandingProposals,
  standingProposals,
} from './standing.ts';
