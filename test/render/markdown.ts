import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** What GitHub-flavoured markdown makes of `source`. */
export function readMarkdown(source: string): Root {
  return fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Every node of the tree, in reading order. */
export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

/** The text that a reader sees under `node`, code included, without the zero-width spaces that we put in. */
export function shownText(node: Nodes): string {
  return rawText(node).replaceAll('\u200B', '');
}

/** The same with them: what GitHub searches for mentions and references. Code is left out, as GitHub leaves it out. */
export function searchedText(node: Nodes): string {
  return [...nodesOf(node)].map((each) => (each.type === 'text' ? each.value : ' ')).join('');
}

function rawText(node: Nodes): string {
  return [...nodesOf(node)]
    .map((each) => (each.type === 'text' || each.type === 'inlineCode' ? each.value : ''))
    .join('');
}

/** What GitHub would link or notify in text: users, teams, issues, commits, addresses, emoji. */
export const ACTIVE_TEXT =
  /(?<![a-z0-9_])@[a-z0-9]|[a-z0-9]@[a-z0-9]|#\d|\bGH-\d|(?<![a-z0-9])[0-9a-f]{7,40}(?![a-z0-9])|:\/\/|www\.|:[\w+-]+:/i;
