export { type CostBenefit, costBenefit, type Dominated } from './baselines.ts';
export { type CostBenefitOfWeeks, costBenefitOfWeeks } from './cost-benefit.ts';
export { type WhatIf, type WhatIfInput, whatIf } from './document.ts';
export type { Interval } from './interval.ts';
export { type Pair, pairsOf } from './pairs.ts';
export type { Replayed } from './placing.ts';
export type { CostRatio, TierRatios, Usage } from './ratios.ts';
export { type Replay, type ReplayInput, ratiosOf, replay } from './replay.ts';
export { type PastWhatIf, scoreWhatIfs, type WhatIfScore } from './score.ts';
