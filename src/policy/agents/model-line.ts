import { keyOffset, readFrontMatter, valuePlace } from './front-matter.ts';

/** Everything that a file says but its model, for comparing. */
function rest(content: string): string | null {
  const read = readFrontMatter(content);
  if (read === null || read.form === 'unclear') return null;
  const { name, values, form, body } = read;
  const others = Object.entries(values).filter(([key]) => key !== 'model');
  return JSON.stringify([name, others, form, body]);
}

function put(content: string, start: number, end: number, text: string): string {
  return `${content.slice(0, start)}${text}${content.slice(end)}`;
}

/** The file with `model` in the place of the value that is there, in its quotes. */
function replaced(content: string, model: string): string | null {
  const place = valuePlace(content, 'model');
  if (place === null) return null;
  const before = content.slice(place.start, place.end);
  const quote = /^["']/.exec(before)?.[0] ?? '';
  const space = place.isEmpty && !/[ \t]/.test(content[place.start - 1] ?? '') ? ' ' : '';
  return put(content, place.start, place.end, `${space}${quote}${model}${quote}`);
}

/** The file with a line for the model behind that of its name, which ends as that line does. */
function added(content: string, model: string): string | null {
  const name = keyOffset(content, 'name');
  if (name === null) return null;
  const [, line = '', end] = /^([^\r\n]*)(\r?\n)/.exec(content.slice(name)) ?? [];
  if (end === undefined) return null;
  const at = name + line.length + end.length;
  return put(content, at, at, `model: ${model}${end}`);
}

/**
 * A file of `.claude/agents` that names this model and differs in nothing else, byte for byte: in the value of its
 * `model:`, or by that line where it has none. Null: it cannot be written so, such as where an anchor stands for it.
 */
export function withModel(content: string, model: string): string | null {
  // What is no UTF-8 would not come out as it went in.
  if (content.includes('\uFFFD')) return null;
  const has = keyOffset(content, 'model') !== null;
  const edited = has ? replaced(content, model) : added(content, model);
  if (edited === null) return null;
  const isSame = rest(edited) === rest(content) && rest(content) !== null;
  return isSame && readFrontMatter(edited)?.model === model ? edited : null;
}
