export { withOwners } from './owners.ts';
export {
  floorReason,
  type InitWords,
  renderInitFiles,
  renderInitPlan,
  renderNextSteps,
  writingText,
} from './terminal.ts';
export { type ActionReference, scaffoldWorkflows } from './workflows.ts';
