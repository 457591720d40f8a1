import { shared } from '../rule-context.ts';
import { stopsByBudget } from './by-budget.ts';
import { stopsByFact } from './by-fact.ts';
import { stopsByModel, stopsByProvider } from './by-model.ts';
import type { Stop } from './stop.ts';

export { refusalOf } from './by-fact.ts';
export { guardedCells } from './guarded-cells.ts';
export type { Stop } from './stop.ts';
export { unpricedModels } from './unpriced.ts';

/** Every way but a deferral in a situation (`floorsKept`) in which a guarded cell cannot run any more. */
export const stops = shared((context): readonly Stop[] => [
  ...stopsByFact(context),
  ...stopsByModel(context),
  ...stopsByProvider(context),
  ...stopsByBudget(context),
]);
