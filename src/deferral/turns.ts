import { type DeferredWork, inOrder } from './work.ts';

/**
 * Whose turn it is: the highest priority first; of one priority the runs that put work off take turns, each with its
 * oldest, so that a run that defers hundreds does not keep what others deferred after it waiting. A total order.
 */
export function inTurns(works: readonly DeferredWork[]): DeferredWork[] {
  const before = new Map<string, number>();
  const placed = [...works].sort(inOrder).map((work) => {
    const run = JSON.stringify([work.priority, work.deferral.run.id]);
    const round = before.get(run) ?? 0;
    before.set(run, round + 1);
    return { work, round };
  });
  return placed
    .sort((a, b) => b.work.priority - a.work.priority || a.round - b.round || inOrder(a.work, b.work))
    .map(({ work }) => work);
}
