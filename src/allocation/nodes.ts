import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { clip } from './clip.ts';
import type { Path } from './path.ts';

/** The steps of a path as far as they exist: the last key and the last value that were met. */
export interface Followed {
  readonly key: Node | null;
  readonly value: Node | null;
}

type Pairs = ReadonlyMap<string, { readonly key: Node; readonly value: Node }>;

/** Finds the nodes of a document's values. Mappings are indexed once: files with thousands of cells ask thousands of times. */
export class Nodes {
  readonly #document: Document;
  readonly #index = new WeakMap<YAMLMap, Pairs>();

  constructor(document: Document) {
    this.#document = document;
  }

  follow(path: Path): Followed {
    let value: Node | null = this.#document.contents;
    let key: Node | null = null;
    for (const step of path) {
      if (isAlias(value)) value = value.resolve(this.#document) ?? null;
      if (isMap(value)) {
        const pair = this.#pairs(value).get(String(step));
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

  #pairs(map: YAMLMap): Pairs {
    const known = this.#index.get(map);
    if (known !== undefined) return known;
    const pairs = new Map<string, { key: Node; value: Node }>();
    for (const { key, value } of map.items) {
      if (isScalar(key)) pairs.set(String(key.value), { key, value: isNode(value) ? value : key });
    }
    this.#index.set(map, pairs);
    return pairs;
  }
}

/** A mistake that the YAML library lets pass, with its offset in the text. */
export interface Remark {
  readonly what: string;
  readonly offset: number;
  readonly fix: string;
}

/** What a strict reader minds and the library does not: custom tags, keys given twice, aliases of nothing. */
export function strictRemarks(document: Document): readonly Remark[] {
  const remarks: Remark[] = [];
  const visit = (node: Node): void => {
    const offset = node.range?.[0] ?? 0;
    if (isAlias(node)) {
      if (node.resolve(document) === undefined) {
        const name = clip(node.source);
        const what = `No anchor &${name} stands before the alias *${name}.`;
        remarks.push({
          what,
          offset,
          fix: 'Write the value out.',
        });
      }
      return;
    }
    if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
      remarks.push({ what: `The tag ${clip(node.tag)} is not allowed.`, offset, fix: 'Remove it.' });
    }
    if (isSeq(node)) for (const item of node.items) if (isNode(item)) visit(item);
    if (!isMap(node)) return;
    const seen = new Set<string>();
    for (const { key, value } of node.items) {
      if (isNode(key)) visit(key);
      if (isNode(value)) visit(value);
      if (!isScalar(key) || typeof key.value !== 'string') continue;
      if (seen.has(key.value)) {
        const what = `The key ${clip(key.value)} is given twice.`;
        remarks.push({ what, offset: key.range?.[0] ?? offset, fix: 'Keep one of them.' });
      }
      seen.add(key.value);
    }
  };
  if (document.contents !== null) visit(document.contents);
  return remarks;
}

function isNode(value: unknown): value is Node {
  return isAlias(value) || isMap(value) || isScalar(value) || isSeq(value);
}
