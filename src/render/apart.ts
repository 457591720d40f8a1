import { NONE } from './figures.ts';
import { visible } from './visible.ts';

/** How much of what two long texts have in common is shown before the first difference. */
const LEAD = 12;

/** A text in which every character counts: quoted, and only of characters that can be seen. */
function exact(text: string): string {
  return JSON.stringify(text).replace(
    /[^!-~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function cut(characters: readonly string[], from: number, length: number): string {
  const rest = characters.slice(from);
  const shown = from === 0 ? rest : ['…', ...rest];
  return shown.length <= length ? shown.join('') : `${shown.slice(0, length - 1).join('')}…`;
}

/** Both cut to `length` code points, so that what is left differs: from the first difference on, where it stands far back. */
function cutApart(from: string, to: string, length: number): readonly [string, string] {
  const [a, b] = [[...from], [...to]];
  const plain: readonly [string, string] = [cut(a, 0, length), cut(b, 0, length)];
  if (plain[0] !== plain[1]) return plain;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const start = Math.max(0, same - LEAD);
  return [cut(a, start, length), cut(b, start, length)];
}

/**
 * Two different values as text, each on one line of at most `length` code points (not less than 20). What is shown
 * differs wherever the values do: in their middle, in white space alone, or in characters that nobody sees.
 * A value that is not there is `NONE`.
 */
export function apart(from: string | null, to: string | null, length: number): readonly [string, string] {
  const line = (text: string | null): string => {
    if (text === null) return NONE;
    const shown = visible(text, Number.MAX_SAFE_INTEGER);
    return shown === '' || shown === NONE ? exact(text) : shown;
  };
  const [a, b] = [line(from), line(to)];
  return a === b ? cutApart(exact(from ?? ''), exact(to ?? ''), length) : cutApart(a, b, length);
}
