import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve as resolvePath } from 'node:path';
import { describe, UserError } from '../../errors.ts';
import type { Context } from '../../gather/context.ts';
import { writeWhole } from '../../gather/files.ts';
import { realPath } from '../../gather/paths.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionValues } from '../../surface/options/index.ts';
import type { JobResult } from './agent-job.ts';

/** Where the answer is to go; null: to no file. Throws `UserError` where it could not go there once it is paid for. */
export function answerFileOf(call: Call<Pick<OptionValues, 'answer'>>, session: string): string | null {
  const { surface, cwd, env } = call;
  const { answer } = call.options;
  if (answer === null)
    return surface === 'action'
      ? join(env.RUNNER_TEMP || tmpdir(), `haiku-first-answer-${session}.md`)
      : null;
  const file = resolvePath(cwd, answer);
  const isFolder = statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory() === true;
  // A folder of the checkout could be a link to one that is not.
  if (isFolder) realPath(dirname(answer), call);
  else throw new UserError(`${answer} is in a folder that does not exist.`, 'Make the folder first.');
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new UserError(`${answer} is a folder.`, 'Name a file for the answer.');
  return file;
}

/** Writes the last answer to its file; null where it is in none. That it cannot be written must not lose it. */
export function keepAnswer(
  { attempts }: JobResult,
  file: string | null,
  { secrets, notes }: Context,
): string | null {
  const answer = attempts.at(-1)?.answer ?? null;
  if (answer === null || file === null) return null;
  try {
    writeWhole(dirname(file), file, secrets?.mask(answer.text) ?? answer.text);
    return file;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    notes.push(`warning: ${error.problems.map(describe).join(' ')} The answer is shown instead.`);
    return null;
  }
}
