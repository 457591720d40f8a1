import type { InitDocument } from '../../generated/init.ts';
import type { Immutable } from '../../immutable.ts';
import { inPlainLine } from '../escape.ts';
import { count, NONE } from '../figures.ts';
import { lines } from '../tables.ts';

/** What is shown beside the document. */
export interface InitWords {
  readonly answer: Immutable<InitDocument>;
  /** OWNER/NAME, else the name of the folder. */
  readonly name: string;
  readonly subAgents: number;
  readonly workflows: number;
  /** The agents are an example. */
  readonly isExample: boolean;
  /** Remarks that belong to the plan. */
  readonly remarks: readonly string[];
}

type Answer = InitWords['answer'];
type AgentRow = Answer['agents'][number];

const SIGNS: Readonly<Record<Answer['files'][number]['action'], string>> = {
  create: '+',
  change: '~',
  same: '=',
};

/** Columns of texts, the last one over several lines where it is long. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  return rows.flatMap((row) => {
    const start = row
      .slice(0, -1)
      .map((cell, column) => `${cell}${' '.repeat((widths[column] ?? 0) - [...cell].length)}   `)
      .join('');
    return lines(row.at(-1) ?? '', `  ${start}`);
  });
}

function floorWords({ floor, why, sub_agents: found }: AgentRow): string {
  if (floor === null) return 'none';
  return found.length === 0 ? `${floor}, never lower` : `${floor}, never lower: ${why ?? ''}`;
}

function agentTable({ agents }: Answer, isExample: boolean): readonly string[] {
  if (agents.length === 0) return [];
  const named = ({ agent, sub_agents: found }: AgentRow): string =>
    inPlainLine([...new Set(found.map(({ name }) => name))].join(', ') || agent, 64);
  const proposed = ({ tier, staged }: AgentRow): string => (staged ? `${tier}, later` : tier);
  const head = isExample ? 'Agent (an example)' : 'Sub-agent';
  const rows = agents.map((row) => [
    named(row),
    inPlainLine(row.says ?? NONE, 30),
    proposed(row),
    floorWords(row),
  ]);
  return ['', ...table([[head, 'In its file', 'Proposed', 'Floor'], ...rows])];
}

function fileLines({ files, by_hand: byHand, left }: Answer): readonly string[] {
  const rows: (readonly [sign: string, file: string, what: string])[] = [
    ...files.map(({ action, path, what }) => [SIGNS[action], path, what] as const),
    ...byHand.map(({ file, line, says }) => ['!', `${file}:${line}`, `says ${says}; left as it is`] as const),
    ...left.map(({ file, why }) => ['!', file, why] as const),
  ];
  const shown = rows.map(([sign, file, what]) => [sign, inPlainLine(file), inPlainLine(what, 400)] as const);
  // One long name must not push all others aside.
  const width = Math.min(40, Math.max(...shown.map(([, file]) => [...file].length)));
  return shown.flatMap(([sign, file, what]) => {
    const length = [...file].length;
    const hang = ' '.repeat(width + 6);
    if (length > width) return [`  ${sign} ${file}`, ...lines(what, hang)];
    return lines(what, `  ${sign} ${file}${' '.repeat(width - length)}  `, hang);
  });
}

/** How many files would be written, for the question. */
export function writingText({ files }: Pick<Answer, 'files'>): string {
  const [made, changed] = ['create', 'change'].map(
    (action) => files.filter((file) => file.action === action).length,
  );
  if (!made) return `Change ${count(changed ?? 0, 'file')}`;
  return `Write ${count(made, 'file')}${changed ? ` and change ${changed}` : ''}`;
}

/** The plan: what was found, what is proposed, what would be written and what is left alone. */
export function renderInitPlan(words: InitWords): string {
  const { answer, name, subAgents, workflows, isExample, remarks } = words;
  const inWorkflows = answer.by_hand.filter(({ file }) => file.startsWith('.github/'));
  const files = new Set(inWorkflows.map(({ file }) => file)).size;
  const hand = files === 0 ? '' : `, ${files} of them ${files === 1 ? 'names' : 'name'} a model by hand`;
  const found = (value: number, one: string): string => (value === 0 ? `no ${one}s` : count(value, one));
  return [
    `${inPlainLine(name)}: ${found(subAgents, 'sub-agent')}, ${found(workflows, 'workflow')}${hand}`,
    ...agentTable(answer, isExample),
    '',
    ...fileLines(answer),
    ...(remarks.length === 0 ? [] : ['', ...remarks.flatMap((each) => lines(each, '', ''))]),
  ].join('\n');
}

/** The whole text of every file that would be written. */
export function renderInitFiles({ files }: Pick<Answer, 'files'>): string {
  return files
    .filter(({ action }) => action !== 'same')
    .map(({ path, text }) => `── ${path}\n${text.trimEnd()}`)
    .join('\n\n');
}

/** A command stays on one line: it is to be copied. */
function numbered(number: number, step: string): readonly string[] {
  return step.startsWith('git ') ? [`  ${number}. ${step}`] : lines(step, `  ${number}. `);
}

/** What to do next, numbered. */
export function renderNextSteps({ next }: Pick<Answer, 'next'>, afterwards: readonly string[]): string {
  const steps = next.flatMap((step, place) => numbered(place + 1, step));
  return ['Next:', ...steps, ...afterwards.flatMap((each) => lines(each))].join('\n');
}

/** Why a tier of the draft is what it is, for the table and for programs. */
export function floorReason(word: string): string {
  return `its name says "${word}"`;
}
