import { Composer, type Document, isScalar, LineCounter, Parser, type YAMLError } from 'yaml';
import { type Problem, UserError } from '../errors.ts';
import { clip } from './clip.ts';
import { decode, limited } from './lexing.ts';
import { capped, LIMITS } from './limits.ts';
import { Nodes, strictRemarks } from './nodes.ts';
import type { Path } from './path.ts';
import { offsetInScalar } from './scalar-position.ts';

export { capped, LIMITS } from './limits.ts';
export type { Path } from './path.ts';

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

/** A YAML file as a value, with the way back from the value to lines and columns. */
export interface Source {
  readonly file: string;
  /** Plain data: objects, arrays, strings, numbers, booleans and null. */
  readonly value: unknown;
  /** Where the value at `path` stands; where it does not exist, its nearest existing parent. */
  readonly at: (path: Path) => Position;
  /** Where the key of the value at `path` stands; for list items, the item. */
  readonly keyAt: (path: Path) => Position;
  /** Where the character at `offset` (0-based) of the text at `path` stands. */
  readonly within: (path: Path, offset: number) => Position;
}

/** From an offset in the text to its line and column. */
type Where = (offset: number) => Position;

/**
 * Reads one YAML 1.2 document strictly: unique string keys, no custom tags, no directives, limits on size, depth
 * and aliases. Throws `UserError` with every problem found, each with line and column.
 * An empty file has the value null.
 */
export function readSource(file: string, bytes: Uint8Array): Source {
  const text = decode(file, bytes);
  const where = positions(text);
  const [document, ...others] = compose(file, text);
  if (document === undefined) {
    const start = { line: 1, column: 1 };
    return { file, value: null, at: () => start, keyAt: () => start, within: () => start };
  }
  const problems = [...syntaxProblems(file, [document, ...others], where)];
  const [second] = others;
  if (second !== undefined) {
    const what = 'The file has more than one YAML document.';
    problems.push({ what, file, ...where(second.range[0]), fix: 'Keep one.' });
  }
  if (problems.length === 0) {
    for (const { what, offset, fix } of strictRemarks(document)) {
      problems.push({ what, file, ...where(offset), fix });
    }
  }
  if (problems.length > 0) throw new UserError(capped(problems));
  const nodes = new Nodes(document);
  return {
    file,
    value: plain(document, file),
    at: (path) => where(nodes.follow(path).value?.range?.[0] ?? 0),
    keyAt: (path) => where((nodes.follow(path).key ?? document.contents)?.range?.[0] ?? 0),
    within: (path, offset) => {
      const { value } = nodes.follow(path);
      const from = value?.range?.[0] ?? 0;
      return where(isScalar(value) ? offsetInScalar(text, value, from, offset) : from);
    },
  };
}

function positions(text: string): Where {
  const lines = new LineCounter();
  // The parser tells of line ends only by itself when it is given a whole text.
  for (let end = -1; end !== text.length; ) {
    lines.addNewLine(end + 1);
    end = text.indexOf('\n', end + 1);
    if (end === -1) end = text.length;
  }
  return (offset) => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
}

function compose(file: string, text: string): readonly Document.Parsed[] {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    stringKeys: true,
    strict: true,
  });
  return [...composer.compose(limited(file, text, new Parser()), true, text.length)].filter(
    (document) => 'range' in document,
  );
}

/** What the YAML library minds: one problem a line, since one slip makes it stumble over all that follows there. */
function syntaxProblems(
  file: string,
  documents: readonly Document.Parsed[],
  where: Where,
): readonly Problem[] {
  const byLine = new Map<number, Problem>();
  for (const document of documents) {
    for (const issue of [...document.errors, ...document.warnings]) {
      const { line, column } = where(issue.pos[0]);
      if (!byLine.has(line)) byLine.set(line, { file, line, column, ...inWords(issue) });
    }
  }
  const [first, ...rest] = byLine.values();
  return first === undefined ? [] : [first, ...rest.filter(({ what }) => !what.includes(STUMBLED))];
}

/** How the library says that it is lost since an earlier mistake. */
const STUMBLED = 'token in YAML stream';
const QUOTES = 'Does a text hold one of , : # { } [ ] and need quotes around it?';

function inWords({ code, message }: YAMLError): Pick<Problem, 'what' | 'fix'> {
  const first = message.split('\n')[0] ?? '';
  const tag = /^Unresolved tag: (.*)$/.exec(first)?.[1];
  if (tag !== undefined) {
    return {
      what: `The tag ${clip(tag)} is not allowed.`,
      fix: 'Remove it, or put a text that begins with ! in quotes.',
    };
  }
  const what = `This is not valid YAML: ${clip(first.replace(/[.:]?$/, '.'), 200)}`;
  switch (code) {
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN':
    case 'BAD_SCALAR_START':
      return { what, fix: QUOTES };
    case 'TAB_AS_INDENT':
      return { what, fix: 'Indent with spaces.' };
    default:
      return { what, fix: null };
  }
}

function plain(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: LIMITS.aliases });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const what = 'The aliases expand to too much.';
    throw new UserError([{ what, file, line: null, column: null, fix: 'Write the values out.' }]);
  }
}
