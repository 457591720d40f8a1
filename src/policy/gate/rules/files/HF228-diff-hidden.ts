import type { Position } from '../../../../allocation/source.ts';
import type { Rule } from '../../rule.ts';
import { isAbout } from './attribute-pattern.ts';

/** More lines than this, and longer ones, are not looked at, which is said. */
const MOST_LINES = 2_000;
const MOST_LENGTH = 300;

/** Attributes under which GitHub or git do not show what changes in a file, or show something else. */
const HIDING = /^(?:-diff|binary|linguist-generated(?:=(?:true|1))?|filter=.+|working-tree-encoding=.+)$/;

interface Line {
  readonly text: string;
  readonly at: Position;
}

function linesOf(text: string | null): readonly Line[] {
  return (text ?? '')
    .split('\n')
    .map((line, index) => ({ text: line.trim(), at: { line: index + 1, column: 1 } }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
}

/** The pattern of a line, out of its quotes, and its attributes. */
function parts(line: string): readonly [string, readonly string[]] {
  const [, quoted, bare = '', rest = ''] = /^(?:"((?:\\.|[^"\\])*)"|(\S+))(.*)$/.exec(line) ?? [];
  const pattern = quoted === undefined ? bare : quoted.replace(/\\(.)/g, '$1');
  return [pattern, rest.split(/\s+/).filter((attribute) => attribute !== '')];
}

export const diffHidden: Rule = {
  id: 'HF228',
  name: 'diff-hidden',
  severity: 'warning',
  purpose: 'A `.gitattributes` line hides what changes in the files that the gate guards.',
  remedy: 'take the attribute off: reviewers must see each line of these files.',
  breach: false,
  checks: {
    attributes: ({ path, before, after, watched }) => {
      const folder = path.split('/').slice(0, -1).join('/');
      const known = new Set(linesOf(before).map(({ text }) => text));
      const all = linesOf(after);
      const unseen = all.find(({ text }, index) => index >= MOST_LINES || text.length > MOST_LENGTH);
      if (unseen !== undefined && !known.has(unseen.text)) {
        const message = `${path} has more lines, or longer ones, than are looked at: whether it hides what changes cannot be told.`;
        return [{ message, at: unseen.at }];
      }
      const lines = all
        .slice(0, MOST_LINES)
        .map(({ text, at }) => ({ text, at, parts: parts(text.slice(0, MOST_LENGTH)) }));
      // A macro: `[attr]quiet -diff` makes `quiet` an attribute that hides.
      const macros = new Set(
        lines.flatMap(({ parts: [name, attributes] }) =>
          name.startsWith('[attr]') && attributes.some((each) => HIDING.test(each)) ? [name.slice(6)] : [],
        ),
      );
      return lines.flatMap(({ text, at, parts: [pattern, attributes] }) => {
        if (known.has(text) || pattern.startsWith('[attr]')) return [];
        const hiding = attributes.find((each) => HIDING.test(each) || macros.has(each));
        const hidden =
          hiding === undefined ? undefined : watched.find((file) => isAbout(pattern, folder, file));
        if (hiding === undefined || hidden === undefined) return [];
        return [
          {
            message: `${path} gives ${hidden} the attribute ${hiding}: what changes in it is not shown.`,
            at,
          },
        ];
      });
    },
  },
};
