import type { AgentsDocument } from '../../generated/agents.ts';
import type { Immutable } from '../../immutable.ts';
import type { Finding } from '../../policy/gate/index.ts';
import { inPlainLine } from '../escape.ts';
import { count } from '../figures.ts';
import { findingLines } from '../gate/terminal.ts';
import { lines } from '../tables.ts';
import { tallyText } from '../words.ts';

interface AgentsShown {
  /** Something of it is what --write would set. */
  readonly canWrite: boolean;
  readonly isDry: boolean;
  /** The allocation's path. */
  readonly allocation: string;
}

function writtenLine({ file, what, from, to }: Immutable<AgentsDocument>['written'][number]): string {
  if (what === 'section') return `${file}: the section with the floors and the matrix`;
  return `${file}: ${from ?? 'no model'} → ${to}`;
}

function verdictLine(
  { in_step: isInStep, agents, findings, written, by_hand: byHand }: Immutable<AgentsDocument>,
  { canWrite, isDry, allocation }: AgentsShown,
): string {
  const file = inPlainLine(allocation);
  if (isInStep) {
    const all = agents.length === 0 ? 'no sub-agents' : count(agents.length, 'sub-agent');
    return `✓ in step with ${file}${isDry && written.length > 0 ? ', once this is written' : ''}: ${all} in .claude/agents`;
  }
  const tally = tallyText((severity) => findings.filter((each) => each.severity === severity).length);
  const next =
    byHand.length > 0
      ? `to be written by hand: ${byHand.map((path) => inPlainLine(path)).join(', ')}`
      : canWrite
        ? 'haiku-first agents --write sets the models and the section'
        : 'the rest is for a person to decide';
  return `✗ not in step with ${file}: ${tally}; ${next}`;
}

/** The answer of `agents` for people, without a trailing newline. */
export function renderAgentsTerminal(
  document: Immutable<AgentsDocument>,
  findings: readonly Finding[],
  shown: AgentsShown,
): string {
  const { written, remarks } = document;
  return [
    ...findingLines(findings),
    ...(written.length === 0
      ? []
      : [
          shown.isDry ? 'Would be written:' : 'Written:',
          ...written.flatMap((each) => lines(inPlainLine(writtenLine(each)), '  ', '    ')),
          '',
        ]),
    ...remarks.flatMap((remark) => lines(inPlainLine(remark), 'note: ', '      ')),
    verdictLine(document, shown),
  ].join('\n');
}
