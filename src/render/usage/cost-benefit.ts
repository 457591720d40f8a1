import type { Report } from '../../report/document.ts';
import { paragraph, type Section } from '../budget.ts';
import { inMarkdown, inPlainLine } from '../escape.ts';
import { count, dollars, NONE, NOT_KNOWN, number } from '../figures.ts';
import { columns, lines, tableHead, tableRow } from '../tables.ts';
import { replayedWeeks } from '../what-if/words.ts';

type CostBenefit = NonNullable<Report['cost_benefit']>;
type TaskType = CostBenefit['task_types'][number];

const NAME = 60;
const MESSAGE = 400;

const NOTE =
  'In brackets: the tasks that were seen on both tiers, of the ratio that has the fewest; without: as recorded. Re-runs count as they were, also those that a better tier would save. Rework: first attempts, by the tier that they were assigned.';

function kindOf(type: string | null): string {
  return type ?? 'not said';
}

/** `$63.00 (48)`: on so many pairs. */
function amount({ microusd, pairs }: CostBenefit['baselines'][number]): string {
  if (microusd === null) return NONE;
  return pairs === null ? dollars(microusd) : `${dollars(microusd)} (${number(pairs)})`;
}

function asTheyRan({ microusd }: Pick<TaskType, 'microusd'>): string {
  return microusd === null ? NOT_KNOWN : dollars(microusd);
}

function reworkOf({ rework }: TaskType): string {
  return rework.length === 0
    ? NONE
    : rework.map(({ tier, hits, n }) => `${tier} ${number(hits)} of ${number(n)}`).join(', ');
}

function inWeeks(benefit: CostBenefit): string {
  const text = replayedWeeks(benefit);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `Weeks 41 to 48: 126 runs for $24.75. All on opus, floors kept, they would have cost about $63.00 (48 pairs).` */
function finding(benefit: CostBenefit, safe: (text: string) => string): string {
  const { runs, without_cost: left, microusd, baselines } = benefit;
  if (runs + left === 0) return 'No runs are recorded in these weeks.';
  if (microusd === null)
    return `${inWeeks(benefit)}: none of the ${count(left, 'run')} has a cost that is known on every tier.`;
  const others = baselines.flatMap((each) =>
    each.microusd === null
      ? []
      : [
          `all on ${safe(each.tier)} about ${dollars(each.microusd)} (${each.pairs === null ? 'as recorded' : count(each.pairs, 'pair')})`,
        ],
  );
  const told =
    others.length === 0 ? '' : ` With the ratios that were measured, floors kept: ${others.join(', ')}.`;
  return `${inWeeks(benefit)}: ${count(runs, 'run')} for ${dollars(microusd)} as they ran.${told}`;
}

/** What is not told, and why. */
function reasons(benefit: CostBenefit): readonly string[] {
  const { runs, without_cost: left, least_pairs: least, incomplete, baselines } = benefit;
  return [
    ...baselines.flatMap(({ tier, microusd, pairs, between }) => {
      if (microusd !== null || pairs === null || between === null) return [];
      const [from, to] = between;
      const seen =
        pairs === 0
          ? `no task was seen on both ${from} and ${to}`
          : `${count(pairs, 'task')} ${pairs === 1 ? 'was' : 'were'} seen on both ${from} and ${to}`;
      return [`What all on ${tier} would cost is not told: ${seen}, and it takes ${number(least)}.`];
    }),
    ...(left === 0 || runs === 0
      ? []
      : [`${count(left, 'run')} without a cost that is known on every tier: in none of these amounts.`]),
    ...(incomplete === null ? [] : [`The figures are of what could be read: ${incomplete}`]),
  ];
}

/** Tiers that nobody should use for these tasks. */
function dominated({ dominated: all }: CostBenefit): readonly string[] {
  return all.map(({ task_type: type, tier, by, ratio, pairs, rework, rework_of_other: other }) => {
    const tasks = type === null ? 'tasks of which nobody said the kind' : type;
    return `For ${tasks}, ${tier} is beaten by ${by}: ${ratio.toFixed(2)} times the cost (${count(pairs, 'pair')}), and ${number(rework.hits)} of ${number(rework.n)} reworked, on ${by} ${number(other.hits)} of ${number(other.n)}.`;
  });
}

/** What each kind of task costs, for a terminal; nothing where no weeks were asked for. */
export function costBenefitLines({ cost_benefit: benefit }: Report): readonly string[] {
  if (benefit === undefined) return [];
  const plain = (text: string): string => inPlainLine(text, NAME);
  const said = (text: string): readonly string[] => lines(inPlainLine(text, MESSAGE));
  const { task_types: types, baselines } = benefit;
  const table = columns([
    ['', 'runs', 'as they ran', ...baselines.map(({ tier }) => `all ${plain(tier)}`)],
    ...types.map((row) => [
      plain(kindOf(row.task_type)),
      number(row.runs),
      asTheyRan(row),
      ...row.baselines.map(amount),
    ]),
  ]);
  const reworked = types.flatMap((row) =>
    row.rework.length === 0 ? [] : said(`rework of ${kindOf(row.task_type)}: ${reworkOf(row)}`),
  );
  return [
    '',
    'What each kind of task costs:',
    ...lines(finding(benefit, plain)),
    ...(types.length === 0 ? [] : [...table, ...reworked]),
    ...[...dominated(benefit), ...reasons(benefit), ...(types.length === 0 ? [] : [NOTE])].flatMap(said),
  ];
}

/** The same in markdown, under this title. */
export function costBenefitSections({ cost_benefit: benefit }: Report, title: string): readonly Section[] {
  if (benefit === undefined) return [];
  const safe = (text: string): string => inMarkdown(text, MESSAGE);
  const { task_types: types, baselines } = benefit;
  const head = [
    'Kind of task',
    'Runs',
    'As they ran',
    ...baselines.map(({ tier }) => `All on ${inMarkdown(tier, NAME)}`),
    'Rework',
  ];
  const figures = new Set(Array.from({ length: baselines.length + 2 }, (_, place) => place + 1));
  const table: Section = {
    head: tableHead(head, figures),
    rows: types.map((row) =>
      tableRow([
        inMarkdown(kindOf(row.task_type), NAME),
        number(row.runs),
        asTheyRan(row),
        ...row.baselines.map(amount),
        safe(reworkOf(row)),
      ]),
    ),
    held: 0,
    leftOut: (rows) => `*${count(rows, 'kind')} more, not shown here.*`,
  };
  const told = [...dominated(benefit).map((each) => `⚠️ ${each}`), ...reasons(benefit)];
  return [
    paragraph(`${title}\n\n${finding(benefit, (name) => inMarkdown(name, NAME))}`),
    ...(types.length === 0 ? [] : [table]),
    ...(told.length === 0 ? [] : [paragraph(told.map((each) => `- ${safe(each)}`).join('\n'))]),
    ...(types.length === 0 ? [] : [paragraph(NOTE)]),
  ];
}
