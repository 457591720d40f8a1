import { type Finding, ruleOf } from '../../policy/gate/index.ts';
import { inMarkdown } from '../escape.ts';
import { cellName } from '../words.ts';
import { exceptionText } from './markdown.ts';
import { type GateResult, settle } from './result.ts';

/** Findings named in an alert; the pull request has them all. */
const SHOWN = 10;

/** An alert about a breach of a floor, for the issue that flags it for post-mortem. */
interface GateAlert {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** What it is about: the same breach at the same commit is told once. */
  readonly about: string;
}

function line({ rule, agent, phase, message }: Finding): string {
  const cell = agent === null ? '' : ` ${inMarkdown(cellName(agent, phase))}`;
  return `- ${rule}${cell}: ${inMarkdown(message)}`;
}

/**
 * Flags a change that would break a floor, or that rests on an exception, with reason and approval.
 * Null when there is nothing to flag.
 */
export function renderGateAlert(result: GateResult, pullRequest: number | null): GateAlert | null {
  const settled = settle(result);
  if (!settled.judged) return null;
  const { report } = settled;
  const breaches = report.findings.filter((finding) => ruleOf(finding.rule).breach);
  const used = report.touched ? report.exceptions : [];
  if (breaches.length === 0 && used.length === 0) return null;
  const where = pullRequest === null ? report.subject : `pull request #${pullRequest}`;
  const rest = breaches.length > SHOWN ? [`- and ${breaches.length - SHOWN} more`] : [];
  const found =
    breaches.length === 0
      ? []
      : [
          `**Refused** in ${where}: it would break a quality floor.`,
          '',
          ...breaches.slice(0, SHOWN).map(line),
          ...rest,
          '',
        ];
  const listed = (title: string, proposed: boolean): readonly string[] => {
    const rows = used.filter((each) => (each.proposed ?? false) === proposed).map(exceptionText);
    return rows.length === 0 ? [] : [title, '', ...rows, ''];
  };
  const exceptions = [
    ...listed(`Exceptions in force in ${where}:`, false),
    ...listed(`Proposed in ${where}; they count once they are on the base:`, true),
  ];
  return {
    title: 'haiku-first: quality floors to look into',
    body: [
      ...found,
      ...exceptions,
      'For the post-mortem: what led to it, and does the floor or the cell need a change?',
    ].join('\n'),
    about: `${where} ${breaches.map((finding) => finding.rule).join(',')} ${used.length}`,
  };
}
