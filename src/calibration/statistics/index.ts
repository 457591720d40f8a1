export { betaCdf, betaQuantile } from './beta.ts';
export { drawBinomial, drawChance, drawPoisson } from './draws.ts';
export { type Random, randomFrom, seedOf } from './generator.ts';
export {
  type Counts,
  type Estimate,
  jeffreys,
  jeffreysAbove,
  NO_PRIOR,
  type Prior,
  priorOf,
  shrunken,
  shrunkenAtMost,
  weeklyCorrelation,
  wilson,
} from './rates.ts';
export { blockBootstrap, quantile } from './samples.ts';
export { logGamma, logSumExp, normalCdf } from './special.ts';
