import {
  Composer,
  CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  type YAMLMap,
} from 'yaml';
import { type Problem, UserError } from '../errors.ts';

/** What one file may hold. A file past a limit is refused before it costs more than a second. */
export const LIMITS = {
  bytes: 1_000_000,
  /** Lexical tokens: words, indicators, spaces, line ends. */
  tokens: 400_000,
  flowDepth: 24,
  indent: 200,
  indicatorsInLine: 12,
  aliases: 100,
  /** Problems that are reported; the rest are counted. */
  problems: 50,
} as const;

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

/** The steps from the root of a file to one of its values. */
export type Path = readonly (string | number)[];

/** A YAML file as a value, with the way back from the value to lines and columns. */
export interface Source {
  readonly file: string;
  /** Plain data: objects, arrays, strings, numbers, booleans and null. */
  readonly value: unknown;
  /** Where the value at `path` stands; where it does not exist, its nearest existing parent. */
  readonly at: (path: Path) => Position;
  /** Where the key of the value at `path` stands; for list items, the item. */
  readonly keyAt: (path: Path) => Position;
}

function problem(file: string, what: string, position: Position | null, fix: string | null = null): Problem {
  return { what, file, line: position?.line ?? null, column: position?.column ?? null, fix };
}

/** The text of a file's bytes. Throws `UserError` for a file that is too large, binary or not UTF-8. */
export function decode(file: string, bytes: Uint8Array): string {
  if (bytes.byteLength > LIMITS.bytes) {
    throw new UserError([
      problem(file, `The file has ${bytes.byteLength} bytes; at most ${LIMITS.bytes} are read.`, null),
    ]);
  }
  if (bytes.includes(0)) {
    throw new UserError([
      problem(file, 'The file is binary: it holds a zero byte.', null, 'Write it as YAML text in UTF-8.'),
    ]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UserError([problem(file, 'The file is not valid UTF-8.', null, 'Save it as UTF-8.')]);
  }
}

/**
 * Hands the text's tokens on to the parser, and refuses what would be slow or deep before it gets there: YAML's
 * own parser takes seconds for a megabyte of open brackets.
 */
function* limited(file: string, text: string, parser: Parser): Generator<CST.Token, void> {
  let tokens = 0;
  let line = 1;
  let flow = 0;
  let indicators = 0;
  let aliases = 0;
  let documents = 0;
  let atLineStart = true;
  const refuse = (what: string, fix: string | null = null): never => {
    throw new UserError([problem(file, what, { line, column: 1 }, fix)]);
  };
  for (const token of new Lexer().lex(text)) {
    if (++tokens > LIMITS.tokens) refuse(`The file has more than ${LIMITS.tokens} tokens.`);
    switch (CST.tokenType(token)) {
      case 'flow-map-start':
      case 'flow-seq-start':
        if (++flow > LIMITS.flowDepth) refuse(`Brackets are nested more than ${LIMITS.flowDepth} deep.`);
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        flow--;
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
        if (++indicators > LIMITS.indicatorsInLine) {
          refuse(`More than ${LIMITS.indicatorsInLine} lists or keys begin in one line.`);
        }
        break;
      case 'space':
        if (atLineStart && token.length > LIMITS.indent) {
          refuse(`The line is indented by more than ${LIMITS.indent} spaces.`);
        }
        break;
      case 'anchor':
      case 'alias':
        if (++aliases > LIMITS.aliases)
          refuse(`The file has more than ${LIMITS.aliases} anchors and aliases.`);
        break;
      case 'doc-start':
        if (++documents > 1) refuse('The file has more than one YAML document.', 'Keep one.');
        break;
      case 'directive-line':
        refuse('YAML directives (%) are not allowed.', 'Remove the line.');
        break;
    }
    let end = token.indexOf('\n');
    if (end !== -1) indicators = 0;
    for (; end !== -1; end = token.indexOf('\n', end + 1)) line++;
    atLineStart = token.endsWith('\n');
    yield* parser.next(token);
  }
  yield* parser.end();
}

/** Problems that the composed document still has: custom tags, aliases of nothing, and keys given twice. */
function checkNodes(file: string, document: Document, where: (offset: number) => Position): Problem[] {
  const root = document.contents;
  const problems: Problem[] = [];
  const visit = (node: Node): void => {
    const offset = node.range?.[0] ?? 0;
    if (!isAlias(node) && node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
      problems.push(problem(file, `The tag ${node.tag} is not allowed.`, where(offset), 'Remove it.'));
    }
    if (isAlias(node) && node.resolve(document) === undefined) {
      const what = `No anchor &${node.source} stands before the alias *${node.source}.`;
      problems.push(problem(file, what, where(offset), 'Write the value out.'));
    }
    if (isSeq(node)) for (const item of node.items) if (isNode(item)) visit(item);
    if (!isMap(node)) return;
    const seen = new Set<string>();
    for (const { key, value } of node.items) {
      if (isNode(key)) visit(key);
      if (isNode(value)) visit(value);
      if (!isScalar(key) || typeof key.value !== 'string') continue;
      if (seen.has(key.value)) {
        const position = where(key.range?.[0] ?? offset);
        problems.push(problem(file, `The key ${key.value} is given twice.`, position, 'Keep one of them.'));
      }
      seen.add(key.value);
    }
  };
  if (root !== null) visit(root);
  return problems;
}

function plain(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: LIMITS.aliases });
  } catch (error) {
    if (error instanceof ReferenceError) {
      throw new UserError([problem(file, 'The aliases expand to too much.', null, 'Write the values out.')]);
    }
    throw error;
  }
}

type PairsByKey = ReadonlyMap<string, { readonly key: Node; readonly value: Node }>;

/** The pairs of a mapping by their keys, indexed once: files with thousands of cells ask thousands of times. */
function pairsOf(map: YAMLMap, index: WeakMap<YAMLMap, PairsByKey>): PairsByKey {
  const known = index.get(map);
  if (known !== undefined) return known;
  const pairs = new Map<string, { key: Node; value: Node }>();
  for (const { key, value } of map.items) {
    if (isScalar(key)) pairs.set(String(key.value), { key, value: isNode(value) ? value : key });
  }
  index.set(map, pairs);
  return pairs;
}

/** Follows `path` as far as it exists; the last pair's key and the last value that were met. */
function follow(
  document: Document,
  path: Path,
  index: WeakMap<YAMLMap, PairsByKey>,
): { key: Node | null; value: Node | null } {
  let value: Node | null = document.contents;
  let key: Node | null = null;
  for (const step of path) {
    if (isAlias(value)) value = value.resolve(document) ?? null;
    if (isMap(value)) {
      const pair = pairsOf(value, index).get(String(step));
      if (pair === undefined) break;
      key = pair.key;
      value = pair.value;
    } else if (isSeq(value) && typeof step === 'number') {
      const item: unknown = value.items[step];
      if (!isNode(item)) break;
      key = item;
      value = item;
    } else break;
  }
  return { key, value };
}

function isNode(value: unknown): value is Node {
  return isAlias(value) || isMap(value) || isScalar(value) || isSeq(value);
}

/**
 * Reads one YAML 1.2 document strictly: unique string keys, no custom tags, no directives, limits on size, depth
 * and aliases. Throws `UserError` with every problem found, each with line and column.
 * An empty file has the value null.
 */
export function readSource(file: string, bytes: Uint8Array): Source {
  const text = decode(file, bytes);
  const lines = new LineCounter();
  // The parser tells of line ends only by itself when it is given a whole text.
  for (let end = -1; end !== text.length; ) {
    lines.addNewLine(end + 1);
    end = text.indexOf('\n', end + 1);
    if (end === -1) end = text.length;
  }
  const tokens = limited(file, text, new Parser());
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    stringKeys: true,
    strict: true,
  });
  const documents = [...composer.compose(tokens, true, text.length)];
  const where = (offset: number): Position => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems: Problem[] = [];
  for (const document of documents) {
    for (const issue of [...document.errors, ...document.warnings]) {
      problems.push(
        problem(file, `This is not valid YAML: ${issue.message.split('\n')[0]}`, where(issue.pos[0])),
      );
    }
  }
  if (documents.length > 1)
    problems.push(problem(file, 'The file has more than one YAML document.', null, 'Keep one.'));
  const document = documents[0];
  if (document !== undefined && problems.length === 0) problems.push(...checkNodes(file, document, where));
  if (problems.length > 0) throw new UserError(capped(problems));
  if (document === undefined) {
    const start = { line: 1, column: 1 };
    return { file, value: null, at: () => start, keyAt: () => start };
  }
  const index = new WeakMap<YAMLMap, PairsByKey>();
  const locate = (node: Node | null): Position => where(node?.range?.[0] ?? 0);
  return {
    file,
    value: plain(document, file),
    at: (path) => locate(follow(document, path, index).value),
    keyAt: (path) => locate(follow(document, path, index).key ?? document.contents),
  };
}

/** The first problems, and a last one that counts those left out. */
export function capped(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= LIMITS.problems) return problems;
  const rest = problems.length - LIMITS.problems;
  return [
    ...problems.slice(0, LIMITS.problems),
    {
      what: `… and ${rest} more problems.`,
      file: problems[0]?.file ?? null,
      line: null,
      column: null,
      fix: null,
    },
  ];
}
