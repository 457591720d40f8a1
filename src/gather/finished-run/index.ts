export { isJobName } from './collected.ts';
export { acceptDeferrals, type DeferringRun } from './collected-deferrals.ts';
export { isCountedOrigin } from './origin.ts';
export { type Ended, type RunScene, reportOfThisRun, reportOn } from './report.ts';
export { rerunsOf } from './reruns.ts';
export { type RunUsage, readRunUsage, whyUncounted } from './usage.ts';
