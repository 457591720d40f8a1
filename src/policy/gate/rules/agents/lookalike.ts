import { isNear, nearest } from '../../../../allocation/nearest.ts';

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/** True of a name that a reader could take for the other: it holds it, or differs in a letter. */
export function looksLike(name: string, other: string): boolean {
  const [word, known] = [letters(name), letters(other)];
  return known !== '' && (word.includes(known) || isNear(word, known, 1));
}

/** True of a name that could be the other, with no more letters mistyped than a misspelt name may have. */
export function couldBe(name: string, other: string): boolean {
  return looksLike(name, other) || nearest(letters(name), [letters(other)]) !== null;
}
