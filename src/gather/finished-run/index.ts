export { deferredWork, type JudgedDeferrals, NOTHING_DEFERRED } from './deferred-work.ts';
export { isCountedOrigin } from './origin.ts';
export { withOwnFigures } from './own-figures.ts';
export { withOwnWork } from './own-work.ts';
export { type Ended, type RunScene, reportOfThisRun, reportOn } from './report.ts';
export { type RunUsage, readRunUsage, whyUncounted } from './usage.ts';
