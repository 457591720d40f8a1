export type {
  Counterexample,
  ExceptionInForce,
  FieldChange,
  Finding,
  GateReport,
  RuleId,
  Severity,
} from './finding.ts';
export { type GateContext, gate, type ProposedChange, workflowFindings } from './gate.ts';
export type { ChangedWorkflow, Rule } from './rule.ts';
export { RULES, ruleOf, rulePage } from './rules/index.ts';
export type { FileState, Version } from './version.ts';
