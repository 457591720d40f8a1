import { UserError } from '../errors.ts';
import { LIMITS } from './limits.ts';

/** The text of a file's bytes. Throws `UserError` for a file that is too large, binary or not UTF-8. */
export function decode(file: string, bytes: Uint8Array): string {
  const refuse = (what: string, fix: string | null): never => {
    throw new UserError([{ what, file, line: null, column: null, fix }]);
  };
  if (bytes.byteLength > LIMITS.bytes) {
    refuse(`The file is too large: at most ${LIMITS.bytes} bytes are read.`, null);
  }
  if (bytes.includes(0)) {
    refuse('The file is binary: it holds a zero byte.', 'Write it as YAML text in UTF-8.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse('The file is not valid UTF-8.', 'Save it as UTF-8.');
  }
}
