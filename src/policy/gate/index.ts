export type {
  Counterexample,
  ExceptionInForce,
  FieldChange,
  Finding,
  FoundAt,
  FoundFloor,
  GateReport,
  RuleId,
  Severity,
} from './finding.ts';
export {
  agentFindings,
  attributeFindings,
  type GateContext,
  gate,
  isUntouched,
  missingFindings,
  type ProposedChange,
  workflowFindings,
} from './gate.ts';
export { looserThan } from './looser.ts';
export { modelsByHand } from './models-by-hand.ts';
export { namedFiles } from './named-files.ts';
export type { ChangedAttributes, ChangedWorkflow, MissingFile, Rule } from './rule.ts';
export { RULES, ruleOf, rulePage } from './rules/index.ts';
export { type FileState, irregularText, type PolicyMove, type Version } from './version.ts';
