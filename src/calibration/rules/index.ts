export { costByRatios } from './cost-on-tier.ts';
export {
  type Calibration,
  type CalibrationInput,
  type CellStatus,
  type CellVerdict,
  calibrate,
  type Postponed,
  type Snooze,
} from './job.ts';
export { type CalibrationPolicy, policyOf, STANDARD_POLICY, unwantedRate } from './policy.ts';
export type { CostOfChange, CostOn, CostOnTier, EvidenceRow, Proposal } from './proposal.ts';
export { type FalseProposals, type FaultSeen, type SelfTest, selfTest } from './self-test.ts';
export { ACCEPTS_AT, STOPS_AT } from './trial.ts';
