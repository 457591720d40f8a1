// Control characters move a terminal's cursor and hide text, and direction marks reorder it. A file that is judged
// may hold both: they are shown as what they are. Line feed and tab stay.
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** The text with nothing in it that a terminal or a log would obey. */
export function printable(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(
      UNPRINTABLE,
      (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );
}
