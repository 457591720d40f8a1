import { ExpressionError, MAX_PARSER_DEPTH } from '@actions/expressions/errors';
import type { Token } from '@actions/expressions/lexer';
import { clip } from './clip.ts';
import { nearest, suggestion } from './nearest.ts';

/** The functions that a condition may call, each with two arguments. */
export const FUNCTIONS = ['contains', 'startsWith', 'endsWith'];

/** A mistake in a condition, with its 0-based offset in the condition's text. */
export class Mistake extends Error {
  readonly offset: number;
  readonly fix: string | null;
  constructor(what: string, offset: number, fix: string | null = null) {
    super(what);
    this.offset = offset;
    this.fix = fix;
  }
}

/** Where a token begins. The text has no line breaks, so its column is its offset. */
export function offsetOf(token: Token): number {
  return token.range.start.column;
}

/** What people write who think of another language, and what GitHub's has instead. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['and', 'Write &&.'],
  ['&', 'Write &&.'],
  ['or', 'Write ||.'],
  ['|', 'Write ||.'],
  ['not', 'Write !.'],
  ['=', 'Write ==.'],
  ['===', 'Write ==.'],
  ['!==', 'Write !=.'],
  ['=>', 'Write >=.'],
  ['=<', 'Write <=.'],
  ...FUNCTIONS.map((name) => [name, `Write ${name}(task.NAME, 'word').`] as const),
]);

function instead(symbol: string, next: string): string | null {
  if (symbol.startsWith('$') || symbol.startsWith('}}'))
    return 'Write the condition without $ and braces around it.';
  if (symbol.includes('"')) return "Put strings in single quotes: 'word'.";
  return INSTEAD.get(symbol + next) ?? INSTEAD.get(symbol) ?? null;
}

function shown(symbol: string): string {
  return `\`${clip(symbol, 40)}\``;
}

/**
 * What GitHub's lexer and parser found wrong, in words for the author of the file; null for an error that is not
 * theirs.
 * @param facts names of the declared facts
 */
export function mistakeOf(error: unknown, text: string, facts: readonly string[]): Mistake | null {
  if (error instanceof Mistake) return error;
  if (error instanceof ExpressionError) return ofParser(error, text, facts);
  return ofLexer(error, text);
}

/** The parser keeps the kind of its error to itself, but not its words: `Unrecognized function: 'contain'`. */
function ofParser({ message, pos }: ExpressionError, text: string, facts: readonly string[]): Mistake {
  const [, kind = '', symbol = ''] = /^([^:]*): '(.*)'$/.exec(message) ?? [];
  const at = pos.column;
  switch (kind) {
    case 'Unrecognized named-value':
      return new Mistake(`A condition cannot use ${shown(symbol)}.`, at, named(symbol, facts));
    case 'Unrecognized function':
      return new Mistake(`There is no function ${shown(symbol)} here.`, at, suggestion(symbol, FUNCTIONS));
    case 'Too few parameters supplied':
    case 'Too many parameters supplied':
      return new Mistake(`${shown(symbol)} takes two arguments.`, at, INSTEAD.get(symbol) ?? null);
    case 'Unexpected end of expression':
      return new Mistake(
        'The condition ends too early.',
        text.trimEnd().length,
        'Is a bracket or a value missing?',
      );
    case 'Unexpected symbol':
      return new Mistake(`${shown(symbol)} does not fit here.`, at, instead(symbol, ''));
    default:
      return kind.startsWith('Exceeded max expression depth')
        ? new Mistake(`The condition is nested more than ${MAX_PARSER_DEPTH} deep.`, at)
        : new Mistake(clip(message), at);
  }
}

function named(symbol: string, facts: readonly string[]): string {
  const other = INSTEAD.get(symbol);
  if (other !== undefined) return other;
  if (nearest(symbol, ['task']) !== null) return 'Did you mean task?';
  const fact = nearest(symbol, facts);
  return fact === null ? "Write a fact as task.NAME, a string as 'word'." : `Did you mean task.${fact}?`;
}

/** The lexer throws plain errors for what it cannot read, with the place in their words. */
function ofLexer(error: unknown, text: string): Mistake | null {
  if (!(error instanceof Error)) return null;
  const found = /^Unexpected symbol: '(.*)'\. Located at position (\d+) within expression: /.exec(
    error.message,
  );
  const [, symbol, position] = found ?? [];
  if (symbol === undefined || position === undefined) return null;
  const at = Number(position) - 1;
  if (symbol.startsWith("'")) return new Mistake('The string that starts here has no closing quote.', at);
  return new Mistake(
    `${shown(symbol)} does not fit here.`,
    at,
    instead(symbol, text.charAt(at + symbol.length)),
  );
}
