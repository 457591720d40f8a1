/**
 * Lists every text that a user can read, with its place: `npm run messages`, or with folders to look in. They are the
 * literals of the sources that hold at least two words (errors and their remedies, notes, alerts, the help, the purposes
 * of rules, what is rendered), and the descriptions of the schemas, which editors show. Values that are put in are `{…}`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseAst } from 'vitest/node';

const root = resolve(import.meta.dirname, '..');

export interface Message {
  /** From the start of the text, in UTF-16 units. */
  readonly start: number;
  readonly text: string;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The text of a literal; null for everything else. */
function literalOf(node: Readonly<Record<string, unknown>>): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return null;
  return node.quasis
    .map((part) => (isRecord(part) && isRecord(part.value) ? String(part.value.cooked) : ''))
    .join('{…}');
}

/** Two words, or a word and a value, with a blank between them. */
function isRead(text: string): boolean {
  return /\p{Ll}{2}/u.test(text) && /[\p{L}}]\S*\s+\S*[\p{L}{]/u.test(text);
}

/** What holds literals that nobody reads: types, and the addresses of modules. */
const UNREAD = /^TS(?!As|Satisfies|NonNull)|^Import|^Export(?:All|Named)/;

function* literalsIn(node: unknown): Generator<Message> {
  if (Array.isArray(node)) {
    for (const each of node) yield* literalsIn(each);
    return;
  }
  if (!isRecord(node)) return;
  if (typeof node.type === 'string' && UNREAD.test(node.type) && !isRecord(node.declaration)) return;
  const text = literalOf(node);
  if (text !== null && typeof node.start === 'number' && isRead(text)) yield { start: node.start, text };
  for (const [key, value] of Object.entries(node)) if (key !== 'quasis') yield* literalsIn(value);
}

/** The texts of a source file, in their order. */
export function messagesIn(source: string): Message[] {
  return [...literalsIn(parseAst(source, { lang: 'ts' }))].sort((a, b) => a.start - b.start);
}

/** The descriptions of a schema. */
export function descriptionsIn(schema: string): Message[] {
  return [...schema.matchAll(/"(?:title|description)": ("(?:[^"\\]|\\.)*")/g)].map((match) => ({
    start: match.index,
    text: JSON.parse(match[1] ?? '""'),
  }));
}

async function main(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile() && /\.(?:ts|schema\.json)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((path) => !path.startsWith('src/generated/'));
    for (const path of paths.sort()) {
      const text = await readFile(join(root, path), 'utf8');
      for (const message of path.endsWith('.ts') ? messagesIn(text) : descriptionsIn(text)) {
        const line = text.slice(0, message.start).split('\n').length;
        console.log(`${path}:${line}: ${message.text.replaceAll('\n', '\\n')}`);
      }
    }
  }
}

if (import.meta.main) {
  const folders = process.argv.slice(2);
  await main(folders.length === 0 ? ['src', 'schema'] : folders);
}
