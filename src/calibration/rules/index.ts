export {
  type Calibration,
  type CalibrationInput,
  type CellStatus,
  type CellVerdict,
  calibrate,
  type Postponed,
  type Snooze,
} from './job.ts';
export { listPriceCost } from './list-prices.ts';
export { type CalibrationPolicy, STANDARD_POLICY, unwantedRate } from './policy.ts';
export type { CostOfChange, CostOn, CostOnTier, EvidenceRow, Proposal } from './proposal.ts';
export { type FalseProposals, type FaultSeen, type SelfTest, selfTest } from './self-test.ts';
