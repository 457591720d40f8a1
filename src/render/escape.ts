import { DEFAULT_LENGTH, visible } from './visible.ts';

/*
 * One function for each kind of place where text of a judged file lands. Such text is hostile: it may try to link,
 * mention, style, break a table, forge our hidden marker or command the runner.
 */

// `visible` leaves none in the text, so the only ones there are ours.
const BREAK = '\u200B';

// GitHub looks for these in the text that markdown leaves over: neither a backslash nor a character reference stops it,
// a zero-width space inside does. https://docs.github.com/get-started/writing-on-github (autolinked references)
const REFERENCES: readonly (readonly [RegExp, string])[] = [
  // @user, @org/team, name@host, #12, owner/repository#12
  [/[@#]/g, `$&${BREAK}`],
  // https://…, ::command::, :emoji:, also one that a colon of ours after the text would end
  [/:(?=\/\/|:|[\w+-]+:|[\w+-]*[a-z+_-][\w+-]*$)/gi, `$&${BREAK}`],
  [/www(?=\.)/gi, `$&${BREAK}`],
  [/(?<![a-z0-9])(?:GH|GHSA|CVE)(?=-\w)/gi, `$&${BREAK}`],
  // commit ids: seven digits or more
  [/[0-9a-f]{4}(?=[0-9a-f]{3})/gi, `$&${BREAK}`],
];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // `\|` is read differently in and out of tables, and `\$` by GitHub's formulas.
  '|': '&#124;',
  $: '&#36;',
  [BREAK]: '&#8203;',
};

/** Escapes a line that `visible` has made. */
function escapeLine(line: string): string {
  return REFERENCES.reduce((text, [pattern, broken]) => text.replace(pattern, broken), line)
    .replace(/[\\`*_~[\]]/g, '\\$&')
    .replace(/^(?:[-+=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/[&<>|$\u200B]/g, (character) => ENTITIES[character] ?? character);
}

/**
 * Inline text in GitHub's markdown, in a table too. It reads as `visible` shows it, but for zero-width spaces that keep
 * GitHub from seeing a mention, a reference or an address in it.
 */
export function inMarkdown(text: string, length: number = DEFAULT_LENGTH): string {
  return escapeLine(visible(text, length));
}

/** A code span in GitHub's markdown, in a table too; nothing for nothing. */
export function inMarkdownCode(text: string, length: number = DEFAULT_LENGTH): string {
  const line = visible(text, length);
  if (line === '') return '';
  // No number of backticks carries a pipe through a table unchanged, nor keeps a marker from whoever looks for one.
  if (line.includes('|') || line.includes('<!--')) return `<code>${escapeLine(line)}</code>`;
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** Whether a text is plainly a web address. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[\w.-]+(?::\d+)?\/[\w./~%#?=&+-]*$/.test(text);
}

/** A picture in GitHub's markdown; its description alone where the address is not plainly a web address. */
export function markdownImage(description: string, address: string): string {
  return isWebAddress(address) ? `![${inMarkdown(description)}](${address})` : inMarkdown(description);
}

/**
 * A link in GitHub's markdown. An address that is not plainly a web address or a relative path gives its label alone.
 */
export function markdownLink(label: string, address: string): string {
  const safe = /^(?:https?:\/\/[\w.-]+(?::\d+)?\/|(?![/.]*\/\/)[\w.-]+\/)[\w./~%#?=&+-]*$/.test(address);
  return safe ? `[${inMarkdown(label)}](${address})` : inMarkdown(label);
}

/**
 * A line, or part of one, for a terminal or the log of a job. The runner takes `::name::` at the start of a line and
 * `##[name]` anywhere for a command: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function inPlainLine(text: string, length: number = DEFAULT_LENGTH): string {
  return visible(text, length)
    .replace(/^::/, ': :')
    .replace(/##(?=\[)/g, '## ');
}
