/** How much of one text is shown, in code points, unless a place says otherwise. */
export const DEFAULT_LENGTH = 200;

// ECMA-48 control sequences (CSI …), operating system commands (OSC … BEL or ST) and two-character escapes.
const TERMINAL_SEQUENCE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c\u009d]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-~]/g;

// Characters that a reader cannot see or that turn text around: controls, bidi marks, zero-width characters, tags,
// Hangul fillers, lone surrogates. The two variation selectors that pick an emoji's look stay.
const UNSEEN = /(?![\uFE0E\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

function named(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/**
 * Text as one line in which everything can be seen: white space folds to single spaces, whole terminal sequences go,
 * and any other character that is unseen or reorders text shows as its code point, `[U+202E]`. At most `length` code points; what is longer ends in `…`.
 */
export function visible(text: string, length: number = DEFAULT_LENGTH): string {
  return shorten(seen(text).trim(), length);
}

/** The same of a part of a line, at whatever length: its spaces at both ends stay. */
export function seen(text: string): string {
  return text.replace(TERMINAL_SEQUENCE, '').replace(/\s+/gu, ' ').replace(UNSEEN, named);
}

/** The first `length` code points of `text`, the last of them `…` when something is left out. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let count = 0;
  let end = 0;
  let cut = 0;
  for (const character of text) {
    count += 1;
    if (count > length) return `${text.slice(0, cut)}…`;
    if (count === length) cut = end;
    end += character.length;
  }
  return text;
}
