/** Characters of a line of the file that are shown. */
const BODY_LINE = 400;

const BEFORE = 2;
const AFTER = 1;

/** One change of a file as lines of a unified diff, with some of the lines around it. */
export function hunkOf(before: string, after: string): readonly string[] {
  const [old, now] = [before, after].map((text) => text.replace(/^\uFEFF/, '').split(/\r?\n/));
  if (old === undefined || now === undefined) return [];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const part = (lines: readonly string[], from: number, to: number, sign: string): readonly string[] =>
    lines.slice(Math.max(0, from), Math.max(0, to)).map((line) => shown(`${sign}${line}`));
  return [
    ...part(old, start - BEFORE, start, ' '),
    ...part(old, start, old.length - end, '-'),
    ...part(now, start, now.length - end, '+'),
    ...part(old, old.length - end, Math.min(old.length, old.length - end + AFTER), ' '),
  ];
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
