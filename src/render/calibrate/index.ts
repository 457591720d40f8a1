export { calibrateDocument } from './document.ts';
export { renderCalibrateTerminal } from './terminal.ts';
export type { AnsweredProposal, CalibrateAnswer } from './words.ts';
