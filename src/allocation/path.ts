import { clip } from './clip.ts';

/** The steps from the root of a file to one of its values. */
export type Path = readonly (string | number)[];

/** The parts of a JSON pointer; a part that is an index of a list becomes a number. */
export function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^(?:0|[1-9][0-9]*)$/.test(part) ? Number(part) : part));
}

/** A path in the file's words: `agents.TESTING.upgrades[0]`. */
export function written(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? clip(step) : `.${clip(step)}`;
  }
  if (text === '') return 'the file';
  // Only exceptions may be a list without a key over it.
  return text.startsWith('[') ? `exceptions${text}` : text;
}

/** The value at `path` of plain data; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Object.getOwnPropertyDescriptor(current, step)?.value;
  }
  return current;
}
