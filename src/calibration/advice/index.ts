export { complexityOf } from './complexity.ts';
export type { KnownTask } from './features.ts';
export { fitLogistic, logistic } from './fit.ts';
export { type AdviceInput, adviceText, escalationModel } from './model.ts';
export { ADVICE_PATH, readAdvice, type Suggestion, suggest, whyRetired } from './suggestion.ts';
