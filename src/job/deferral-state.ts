import type { Deferral } from '../usage/records/deferral.ts';
import { checkDeferral } from '../usage/records/deferral-check.ts';
import { isObject } from '../usage/records/fields.ts';

/** The name of the state: the runner gives it to the post step as `STATE_deferrals`. */
export const DEFERRAL_STATE = 'deferrals';

/** Linux takes no variable of the environment beyond 128 KiB, and that is how the runner hands a state over. */
const MOST_STATE = 100_000;

/** Of one job. The collector takes no more from it. */
export const MOST_DEFERRALS = 300;

type Shared = Pick<
  Deferral,
  'schema' | 'at' | 'repository' | 'run' | 'work_item' | 'head' | 'phase' | 'task'
>;

interface DeferralState {
  readonly state: Readonly<Record<string, string>>;
  /** How many did not fit. */
  readonly left: number;
}

/** What the post step hands on: what the deferrals of one job share stands there once. */
export function deferralState(deferrals: readonly Deferral[]): DeferralState {
  const [first] = deferrals;
  if (first === undefined) return { state: {}, left: 0 };
  const { schema, at, repository, run, work_item, head, phase, task } = first;
  const shared: Shared = { schema, at, repository, run, work_item, head, phase, task };
  const cells: unknown[] = [];
  let size = JSON.stringify(shared).length;
  for (const { agent, tier, priority, critical, reason, not_before } of deferrals.slice(0, MOST_DEFERRALS)) {
    const cell = { agent, tier, priority, critical, reason, not_before };
    size += Buffer.byteLength(JSON.stringify(cell), 'utf8') + 1;
    if (size > MOST_STATE) break;
    cells.push(cell);
  }
  const text = JSON.stringify({ shared, cells });
  return { state: { [DEFERRAL_STATE]: text }, left: deferrals.length - cells.length };
}

/** The deferrals that the step left. Throws `SyntaxError` for a state that is cut off. */
export function readDeferralState(env: Readonly<Record<string, string | undefined>>): readonly Deferral[] {
  const text = env[`STATE_${DEFERRAL_STATE}`] ?? '';
  if (text === '') return [];
  const state: unknown = JSON.parse(text);
  if (!isObject(state) || !isObject(state.shared) || !Array.isArray(state.cells)) return [];
  const { shared, cells } = state;
  return cells.flatMap((cell: unknown) => {
    const checked = checkDeferral({ ...shared, ...(isObject(cell) ? cell : {}) });
    return checked.ok ? [checked.value] : [];
  });
}
