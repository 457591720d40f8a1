import type { ErrorObject, ValidateFunction } from 'ajv';
import { UserError } from '../../../errors.ts';
import { type CheckVerdict, oneLine } from './verdict.ts';

/** An answer that is a document has not more. */
const MOST_ANSWER = 2_000_000;

/**
 * Makes a check of a JSON Schema (2020-12). References lead to its own parts alone: nothing is fetched. Formats are
 * annotations, as the standard has them. A pattern may be slow on purpose, so schemas are taken from reviewed commits
 * only. Throws `UserError` for what is no such schema.
 */
export async function schemaCheck(file: string, text: string): Promise<(answer: string) => CheckVerdict> {
  // Loaded only now: most agents have no such check.
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const bad = (why: string): UserError =>
    new UserError(`The check's schema ${file} cannot be used: ${oneLine(why)}.`, 'Fix the schema.');
  let validate: ValidateFunction;
  try {
    const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false, unicodeRegExp: true });
    validate = ajv.compile(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw bad(error.message);
  }
  // A schema that is checked elsewhere, later, would have checked nothing here.
  if ('$async' in validate) throw bad('it is asynchronous');
  return (answer) => {
    if (answer.length > MOST_ANSWER) return failed(`the answer has more than ${MOST_ANSWER} characters`);
    let value: unknown;
    try {
      value = JSON.parse(answer);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return failed('the answer is not JSON');
    }
    return validate(value) === true ? { kind: 'pass', score: null } : failed(breach(validate.errors ?? []));
  };
}

function failed(reason: string): CheckVerdict {
  return { kind: 'fail', by: 'schema', reason: oneLine(reason), score: null };
}

function breach([first]: readonly ErrorObject[]): string {
  if (first === undefined) return 'the answer does not meet the schema';
  const where = first.instancePath === '' ? 'the answer' : first.instancePath;
  return `${where} ${first.message ?? 'does not meet the schema'}`;
}
