export { isJobName } from './collected.ts';
export { acceptDeferrals, type DeferringRun } from './collected-deferrals.ts';
export { deferredWork, type JudgedDeferrals, NOTHING_DEFERRED } from './deferred-work.ts';
export { isCountedOrigin } from './origin.ts';
export { withOwnFigures } from './own-figures.ts';
export { withOwnWork } from './own-work.ts';
export { type Ended, type RunScene, reportOfThisRun, reportOn } from './report.ts';
export { rerunsOf } from './reruns.ts';
export { type RunUsage, readRunUsage, whyUncounted } from './usage.ts';
