import type { Report } from '../../report/document.ts';
import { paragraph, type Section } from '../budget.ts';
import { instantText, weekdayText } from '../dates.ts';
import { inMarkdown, inMarkdownCode } from '../escape.ts';
import { atLeast, count, NOT_KNOWN, number } from '../figures.ts';
import { moneyTotal } from '../money.ts';
import { runLink, type TextPlace } from '../place.ts';
import { listed } from '../words.ts';
import { agentText, deferredRows, missingRows, refusedRows, type UseRow, useRows } from './rows.ts';
import { countsNothing, lackingOf, refusedText } from './words.ts';

const MESSAGE = 300;
const NAME = 100;
/** Jobs, or steps, that one sentence names. */
const NAMED = 3;
type Deferred = Report['deferred'][number];

export const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
const waitingOf = ({ deferred }: Report): readonly Deferred[] =>
  deferred.filter(({ state }) => state === 'waiting' || state === 'dropped');

/** What a report says, in the order in which a reviewer asks. */
export interface UsageFinding {
  readonly report: Report;
  readonly below: readonly Report['mismatches'][number][];
  readonly waiting: readonly Deferred[];
  readonly alerts: readonly Report['alerts'][number][];
  readonly rows: readonly UseRow[];
  readonly total: string;
}

/** Alerts that a row of the table does not tell of. */
const IN_TABLE: readonly string[] = ['below-floor', 'unpriced', 'unmeasured'];

function totalOf(report: Report): string {
  const { spent, jobs, not_counted: uncounted } = report;
  if (countsNothing(report)) return moneyTotal(uncounted.microusd, lackingOf(report, false));
  const total = moneyTotal(spent.microusd, lackingOf(report));
  return /^[$<]/.test(total) ? atLeast(total, jobs.missing.length > 0) : total;
}

export function factsOf(report: Report): UsageFinding {
  const below = report.mismatches.filter(({ below_floor }) => below_floor);
  const used = useRows(report.uses, below);
  const rows = [
    ...refusedRows(report),
    ...used.filter(({ mark }) => mark === '❌'),
    ...deferredRows(report),
    ...missingRows(report.jobs),
    ...used.filter(({ mark }) => mark !== '❌'),
  ];
  return {
    report,
    below,
    waiting: waitingOf(report),
    alerts: report.alerts.filter(({ kind }) => !IN_TABLE.includes(kind)),
    rows,
    total: totalOf(report),
  };
}

/** The total in a sentence. */
export function spoken(total: string): string {
  return total === NOT_KNOWN ? 'cost not known' : total.replace('≥', 'at least');
}

/** `SECURITY ran on sonnet, below its opus floor`, in markdown. */
export function belowClause({
  agent,
  model,
  tier,
  floor,
}: {
  readonly agent: string;
  readonly model: string;
  readonly tier: string | null;
  readonly floor: string | null;
}): string {
  const used = tier === null ? inMarkdownCode(model, NAME) : inMarkdown(tier, NAME);
  return `${inMarkdown(agent, NAME)} ran on ${used}, below its ${inMarkdown(floor ?? '', NAME)} floor`;
}

/** The finding in one clause, with its mark, in markdown. */
export function findingOf({ report, below, waiting, alerts, total }: UsageFinding): string {
  const { jobs, refused = [] } = report;
  const [breach] = below;
  if (refused.length > 0) {
    const names = unique(refused.map(({ agent, phase }) => agentText(agent, phase)));
    const were = names.length === 1 ? 'was refused, and has' : 'were refused, and have';
    return `❌ haiku-first usage: ${inMarkdown(listed(names), MESSAGE)} ${were} not run`;
  }
  if (breach !== undefined) {
    const { agent, used: model, tier_used: tier, floor } = breach;
    const more = below.length === 1 ? '' : `, and ${number(below.length - 1)} more`;
    return `❌ haiku-first usage: ${belowClause({ agent, model, tier, floor })}${more}`;
  }
  const [put] = waiting;
  if (put !== undefined) {
    const names = unique(waiting.map(({ agent, phase }) => agentText(agent, phase)));
    const has = names.length === 1 ? 'has' : 'have';
    const when =
      put.starts === null || put.state === 'dropped'
        ? `deferred, and nothing starts ${names.length === 1 ? 'it' : 'them'}`
        : `deferred to ${weekdayText(put.next)}`;
    return `⏸ haiku-first usage: ${inMarkdown(listed(names), MESSAGE)} ${has} not run, ${inMarkdown(when)}`;
  }
  if (countsNothing(report)) {
    const cost = total === NOT_KNOWN ? 'use of no known cost' : total;
    return `➖ haiku-first usage: a fork or Dependabot reports ${cost}, which counts nowhere`;
  }
  const { unpriced, unmeasured, partial } = lackingOf(report);
  if (jobs.missing.length > 0) {
    const left = `${number(jobs.missing.length)} of ${number(jobs.expected ?? jobs.reported + jobs.missing.length)} jobs not reported`;
    if (report.uses.length === 0) return `⚠️ haiku-first usage: nothing reported yet, ${left}`;
    return `⚠️ haiku-first usage: ${spoken(total)} so far, ${left}`;
  }
  if (unpriced + unmeasured + partial > 0)
    return `⚠️ haiku-first usage: ${spoken(total)}, not all of it is known`;
  if (alerts.length > 0)
    return `⚠️ haiku-first usage: ${spoken(total)}, ${count(alerts.length, 'thing')} to look at`;
  return `✅ haiku-first usage: ${total}, every floor held`;
}

function them(many: number): string {
  return many === 1 ? 'it' : 'them';
}

function namesOf(work: readonly Deferred[]): string {
  return inMarkdown(listed(unique(work.map(({ agent, phase }) => agentText(agent, phase)))), MESSAGE);
}

/** When a drain starts what waits. */
function startOf({ at, not_before: earliest, next }: Deferred, many: number): string {
  if (earliest > at) return `tries ${them(many)} again from ${inMarkdown(instantText(earliest), NAME)} on`;
  return `starts ${them(many)} when the budget allows, at the latest on ${inMarkdown(weekdayText(next), NAME)}`;
}

/** What has it done sooner: in ORANGE what is critical is not put off. */
function sooner({ zone }: Report, work: readonly Deferred[]): string {
  const helps = zone === 'ORANGE' && work.some(({ critical }) => !critical);
  return helps
    ? 'To have it today, run the job again with `critical: true`.'
    : 'To have it sooner takes a higher weekly budget.';
}

/** What to do, and what happens by itself. */
export function nextOf({ report, below, waiting }: UsageFinding, place: TextPlace): Section[] {
  const steps = below.slice(0, NAMED).map(({ agent, floor, run }) => {
    const name = `run ${agent.slice(0, NAME)} again`;
    return `${runLink(name, place, run)} on ${inMarkdown(floor ?? '', NAME)}`;
  });
  const refused = (report.refused ?? []).slice(0, NAMED);
  const lines = refused.map(
    (each) =>
      `**Not run.** ${inMarkdown(refusedText(each), MESSAGE)}. Next: take the override away, and ${runLink('run the job again', place, each.run)}.`,
  );
  if (below.length > 0) lines.push(`**Do not rely on its work.** Next: ${[...new Set(steps)].join('; ')}.`);
  const work = (isSo: (each: Deferred) => boolean): readonly Deferred[] =>
    waiting.filter(isSo).sort((x, y) => (x.next < y.next ? -1 : x.next > y.next ? 1 : 0));
  const started = work(({ starts, state }) => starts !== null && state !== 'dropped');
  const [first] = started;
  if (first !== undefined)
    lines.push(
      `⏸ ${namesOf(started)}: \`drain\` ${startOf(first, started.length)}. ${sooner(report, started)}`,
    );
  const open = work(({ starts, state }) => starts === null && state !== 'dropped');
  if (open.length > 0) {
    const what = `as the allocation has no \`deferred:\` for ${them(open.length)}. Run the job again in the next week.`;
    lines.push(`⏸ ${namesOf(open)}: nothing starts ${them(open.length)}, ${what} ${sooner(report, open)}`);
  }
  const dropped = work(({ state }) => state === 'dropped');
  if (dropped.length > 0)
    lines.push(`⏸ ${namesOf(dropped)}: dropped by \`drain\`. Run the job again if it is still wanted.`);
  return lines.length === 0 ? [] : [paragraph(lines.join('\n\n'))];
}

/** True where nothing is to be done: no floor broken, nothing put off, missing, unknown or worth a look. */
export function isWell({ report, below, waiting, alerts }: UsageFinding): boolean {
  const refused = report.refused?.length ?? 0;
  if (refused + below.length + waiting.length + alerts.length + report.jobs.missing.length > 0) return false;
  const { unpriced, unmeasured, partial } = lackingOf(report);
  return unpriced + unmeasured + partial === 0;
}
