export { complexityOf } from './complexity.ts';
export { adviceOn, knownTask } from './decided.ts';
export type { KnownTask } from './features.ts';
export { fitLogistic, logistic } from './fit.ts';
export { type AdviceInput, adviceFile, adviceOf, escalationModel } from './model.ts';
export { readAdvice, type Suggestion, suggest, whyRetired } from './suggestion.ts';
