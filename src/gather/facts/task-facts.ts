import type { Allocation } from '../../allocation/allocation.ts';
import type { Facts, FactValue } from '../../allocation/condition.ts';
import { readFacts } from '../../allocation/facts.ts';
import { type JsonObject, jsonObjectIn, type OptionValues } from '../../surface/options/index.ts';
import { readTextFile } from '../../surface/regular-file.ts';
import type { Context } from '../context.ts';

type TaskContext = Context<Pick<OptionValues, 'task'>>;

/** The facts of the task, given and derived. Throws `UserError` for what is wrong, or cannot be read. */
export async function factsOfTask(context: TaskContext, allocation: Allocation): Promise<Facts> {
  return readFacts(allocation, await givenTask(context), await derivedFacts(context, allocation));
}

/**
 * The facts that follow from the pull request or merge group of the event; null where there is none, and every fact
 * may be given.
 */
export async function derivedFacts(
  context: Pick<Context, 'event' | 'github'>,
  allocation: Allocation,
): Promise<ReadonlyMap<string, FactValue> | null> {
  const { event, github } = context;
  if (event === null) return null;
  // Loaded only now: at a desk nothing follows.
  const { factsOfEvent } = await import('./derived-facts.ts');
  return factsOfEvent({ event, github }, allocation);
}

/** What `task` gives. A file that it names is read where the allocation is: at its base on a pull request. */
async function givenTask(context: TaskContext): Promise<JsonObject | null> {
  const { task } = context.options;
  if (task?.kind !== 'file') return task?.value ?? null;
  const { path } = task;
  // Loaded only now: few tasks are in a file.
  const { readsBase } = await import('../base-files.ts');
  const bytes = await readsBase(context)(path);
  const text = bytes === null ? await readTextFile(context.cwd, path) : new TextDecoder().decode(bytes);
  return jsonObjectIn(path, text);
}
