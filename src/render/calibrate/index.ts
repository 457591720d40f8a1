export { calibrateDocument } from './document.ts';
export { hunksOf } from './hunk.ts';
export { commitText, pullRequestTitle } from './move-words.ts';
export { type PullRequestWords, pullRequestBody, type Signature } from './pull-request.ts';
export { renderPullRequestText } from './pull-request-text.ts';
export { renderCalibrateTerminal } from './terminal.ts';
export { type AnsweredProposal, type CalibrateAnswer, evidenceText, percentInterval } from './words.ts';
