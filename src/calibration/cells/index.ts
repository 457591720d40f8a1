export { closesWork } from './closing.ts';
export { attemptOrder, type Evidence, type EvidenceWeek, firstsOf, trialAttempts } from './evidence.ts';
export { alikeness, type LedgerCell, ledgerCells } from './ledger-cells.ts';
export {
  type CellMetrics,
  costPerRun,
  metricsOf,
  type Rate,
  repeatAbove,
  rescuesOf,
  tierAbove,
  tierBelow,
} from './metrics.ts';
export { type PlannedCell, type PlannedTrial, plannedCells } from './plan.ts';
