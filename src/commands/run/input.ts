import type { Attachment } from '../../anthropic/index.ts';
import { UserError } from '../../errors.ts';
import type { ReadBase } from '../../gather/base-files.ts';
import { realPath } from '../../gather/paths.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import { readNamedFile } from '../../surface/regular-file.ts';

/** What the agent is told. */
export interface RunInput {
  readonly prompt: string;
  readonly system: string | null;
  readonly attachments: readonly Attachment[];
}

const MOST_PROMPT = 1_000_000;
const MOST_FILE = 22_000_000;
const MOST_IN_ALL = 22_000_000;
const MOST_FILES = 50;

/** Reads prompt, system prompt and attachments. Throws `UserError` where there is no prompt, or two, or an unreadable file. */
export async function readInput(call: Call<OptionsOf<'run'>>, readBase: ReadBase): Promise<RunInput> {
  const { options } = call;
  const prompt = await either('prompt', options.prompt, options.promptFile, call, readBase);
  if (prompt === null) {
    throw new UserError('run needs a prompt.', 'Give it with prompt, or name a file with prompt-file.');
  }
  if (options.attach.length > MOST_FILES)
    throw new UserError(`At most ${MOST_FILES} files can be attached, not ${options.attach.length}.`);
  const attachments = options.attach.map((name) => ({
    name,
    bytes: readBytes(name, MOST_FILE, call),
  }));
  const all = attachments.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (all > MOST_IN_ALL)
    throw new UserError(`The attached files have ${all} bytes: at most ${MOST_IN_ALL} can be sent.`);
  const system = await either('system', options.system, options.systemFile, call, readBase);
  return { prompt, system, attachments };
}

async function either(
  name: string,
  given: string | null,
  file: string | null,
  call: Call,
  readBase: ReadBase,
): Promise<string | null> {
  if (given !== null && file !== null)
    throw new UserError(`${name} and ${name}-file cannot be combined.`, 'Give one of them.');
  // In a workflow the text may be somebody's comment, and those begin with a name.
  const named = call.surface === 'cli' && given?.startsWith('@') === true ? given.slice(1) : null;
  const path = file ?? named;
  if (path === null) return given;
  const bytes = (await readBase(path)) ?? readBytes(path, MOST_PROMPT, call);
  if (bytes.length > MOST_PROMPT)
    throw new UserError(`${path} has ${bytes.length} bytes: at most ${MOST_PROMPT} are read.`);
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') throw new UserError(`${path} is empty.`, `Write the ${name} into it.`);
  return text;
}

/** The bytes of a regular file. */
function readBytes(path: string, most: number, call: Call): Uint8Array {
  let real: string;
  try {
    real = realPath(path, call);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new UserError(`${path} cannot be read (${String(error.code)}).`, 'Check the path.');
  }
  return readNamedFile(real, path, most, 'refused');
}
