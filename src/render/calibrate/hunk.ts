import { structuredPatch } from 'diff';

/** Characters of a line of the file that are shown. */
const BODY_LINE = 400;

/** Lines of the file that are shown around a change. */
const AROUND = 2;

/** What changes in a file as lines of a unified diff: each place with some of the lines around it, one after the other. */
export function hunksOf(before: string, after: string): readonly string[] {
  const [old, now] = [before, after].map((text) => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
  const { hunks } = structuredPatch('', '', old ?? '', now ?? '', undefined, undefined, { context: AROUND });
  return hunks.flatMap(({ lines, newStart }) => [`@@ line ${newStart} @@`, ...lines.map(shown)]);
}

function shown(line: string): string {
  const clean = line.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ').trimEnd();
  return clean.length <= BODY_LINE ? clean : `${clean.slice(0, BODY_LINE)}…`;
}

/** Lines in a code fence that nothing in them ends. */
export function fenced(language: string, lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join('\n');
}
