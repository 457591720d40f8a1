export { budgetText, renderBudgetPlan } from './budget.ts';
export { withOwners } from './owners.ts';
export {
  floorReason,
  renderInitFiles,
  renderInitPlan,
  renderNextSteps,
  writingText,
} from './terminal.ts';
export { type ActionReference, scaffoldWorkflows } from './workflows.ts';
