import type { Position } from '../../allocation/source.ts';

/** A model's name as it is written out: its first 100 characters tell it from any other. */
const NAME = String.raw`(?!["']?\$\{\{)["']?[A-Za-z0-9][\w.@:/-]{0,99}`;
/** A model that is written out instead of taken from `resolve`. */
const BY_HAND = [
  `--model[= ]+${NAME}`,
  String.raw`\bANTHROPIC_(?:[A-Z]+_)*MODEL\b\s*[:=]\s*${NAME}`,
  String.raw`\bCLAUDE_CODE_(?:[A-Z]+_)*MODEL(?:_FORCE)?\b\s*[:=]\s*${NAME}`,
].map((pattern) => new RegExp(pattern));

/** The models that a workflow sets by hand. Its text is searched, never executed. */
export function modelsByHand(
  text: string | null,
): readonly { readonly at: Position; readonly text: string }[] {
  return (text ?? '').split('\n').flatMap((line, index) => {
    if (/^\s*#/.test(line)) return [];
    return BY_HAND.flatMap((pattern) => {
      const match = pattern.exec(line);
      return match === null ? [] : [{ at: { line: index + 1, column: match.index + 1 }, text: match[0] }];
    });
  });
}
