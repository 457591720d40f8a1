import type { Allocation } from '../../allocation/allocation.ts';
import type { Facts } from '../../allocation/condition.ts';
import { readFacts } from '../../allocation/facts.ts';
import { type JsonObject, jsonObjectIn, type OptionValues } from '../../surface/options/index.ts';
import { readTextFile } from '../../surface/regular-file.ts';
import { readsBase } from '../base-files.ts';
import type { Context } from '../context.ts';
import { derivedFacts } from './derived-facts.ts';

type TaskContext = Context<Pick<OptionValues, 'task'>>;

/** The facts of the task, given and derived. Throws `UserError` for what is wrong, or cannot be read. */
export async function factsOfTask(context: TaskContext, allocation: Allocation): Promise<Facts> {
  return readFacts(allocation, await givenTask(context), await derivedFacts(context, allocation));
}

/** What `task` gives. A file that it names is read where the allocation is: at its base on a pull request. */
async function givenTask(context: TaskContext): Promise<JsonObject | null> {
  const { task } = context.options;
  if (task?.kind !== 'file') return task?.value ?? null;
  const { path } = task;
  const bytes = await readsBase(context)(path);
  const text = bytes === null ? await readTextFile(context.cwd, path) : new TextDecoder().decode(bytes);
  return jsonObjectIn(path, text);
}
