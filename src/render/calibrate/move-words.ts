import type { Move } from '../../calibration/changes/index.ts';
import { inMarkdown } from '../escape.ts';
import { count, wholePercent } from '../figures.ts';
import { cellName } from '../words.ts';
import { evidenceText, shortWeeks } from './words.ts';

/** Characters of a title, and of a person's reason. */
const TITLE = 110;
const REASON = 300;

/**
 * Keeps GitHub from reading a mention, an issue that a commit closes, or that its checks are to be skipped, in text that
 * is not ours. https://docs.github.com/actions/how-tos/manage-workflow-runs/skip-workflow-runs
 */
function unlinked(text: string): string {
  return text
    .replace(/[@#](?=\w)|:(?=\/\/)|(?<![a-z0-9])GH(?=-\d)/gi, '$&\u200B')
    .replace(/\[(?=\s*(?:skip|no|ci|actions)\s)/gi, '$&\u200B');
}

function verb({ kind, to, edit }: Move): string {
  switch (kind) {
    case 'promote':
      return `upgraded to ${to}`;
    case 'demote':
      return `lowered to ${to}`;
    case 'trial':
      return `tries ${to} in ${wholePercent(edit.trial?.share ?? 0)} of its runs`;
    case 'revert':
      return `back to ${to}`;
  }
}

/** `calibration: testing-agent upgraded to opus (edge case detection)`. */
export function pullRequestTitle(moves: readonly Move[], nameOf: (agent: string) => string): string {
  const [first, ...more] = moves;
  if (first === undefined) return 'calibration';
  const what = `calibration: ${nameOf(first.agent)} ${verb(first)}`;
  const rest =
    more.length === 0 ? ` (${unlinked(first.because)})` : ` and ${count(more.length, 'other change')}`;
  const title = `${what}${rest}`;
  return title.length <= TITLE
    ? title
    : `${title.slice(0, TITLE - 2).trimEnd()}…${more.length === 0 ? ')' : ''}`;
}

/** What the commit says below its first line. Plain text. */
export function commitText(moves: readonly Move[], effect: string, commit: string | null): string {
  const lines = moves.flatMap(({ agent, phase, kind, from, to, proposal, note, edit }) => {
    const cell = cellName(agent, phase);
    const change =
      kind === 'trial'
        ? `${cell}: ${edit.trial?.share} of the runs on ${to} until ${edit.trial?.until}, the others on ${from}.`
        : kind === 'revert'
          ? `${cell}: the trial on ${from} is over.`
          : `${cell}: ${from} -> ${to} from ${effect} on.`;
    const evidence =
      proposal === null
        ? []
        : [
            `${proposal.counts.x} of ${count(proposal.counts.n, 'matured run')}${proposal.weeks.length === 0 ? '' : ` in ${shortWeeks(proposal.weeks).replace('–', '-')}`} needed rework; evidence ${evidenceText(proposal.evidence)}, needs ${evidenceText(proposal.threshold)}.`,
          ];
    const said =
      note === null ? [] : [`Noted by ${unlinked(note.by)} on ${note.on}: ${unlinked(note.because)}`];
    return [change, ...evidence, ...said, ''];
  });
  return [
    ...lines,
    `Ledger: ${commit === null ? 'none yet' : `haiku-first-ledger at ${commit.slice(0, 12)}`}.`,
  ].join('\n');
}

/** A person's reason in markdown. */
export function reasonInMarkdown(text: string): string {
  return inMarkdown(text, REASON);
}
