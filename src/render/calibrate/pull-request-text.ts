import type { Immutable } from '../../immutable.ts';
import { inPlainLine } from '../escape.ts';

/** What became of the pull request, or what it would be. */
interface Told {
  readonly how: string;
  readonly number: number | null;
  readonly url: string | null;
  readonly branch: string | null;
  readonly title: string | null;
  readonly body: string | null;
}

/** Characters of a line. */
const MOST = 2000;

const HOW: Readonly<Record<string, string>> = {
  opened: 'was opened',
  updated: 'was updated',
  unchanged: 'says so already',
  withdrawn: 'was closed: nothing calls for it any more',
  edited: 'holds a commit that is not ours: nothing was done. Tick "Redo" in it to start from the base',
};

/** A line about the pull request; as it would be, all of it. */
export function renderPullRequestText(told: Immutable<Told> | null): string {
  if (told === null) return 'No pull request: nothing is to be changed.';
  const { how, number, url, branch, title, body } = told;
  if (how !== 'shown') return `The pull request #${number} ${HOW[how] ?? how}: ${url}`;
  return [
    'The pull request would be:',
    '',
    `  title:  ${inPlainLine(title ?? '')}`,
    `  branch: ${inPlainLine(branch ?? '')}`,
    '',
    ...(body ?? '').split('\n').map(indented),
  ].join('\n');
}

function indented(line: string): string {
  const sign = /^[-+]? */.exec(line)?.[0] ?? '';
  return `  ${sign}${inPlainLine(line.slice(sign.length), MOST)}`.trimEnd();
}
