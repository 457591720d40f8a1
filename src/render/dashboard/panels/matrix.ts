import { percentInterval } from '../../calibrate/index.ts';
import { count, dollars, number, percent, plainPercent, seconds, wholePercent } from '../../figures.ts';
import { money } from '../../money.ts';
import { cellName } from '../../words.ts';
import { weekColumns } from '../charts.ts';
import type { Dashboard, DashboardCell } from '../document.ts';
import { card, drawing, table } from '../figure.ts';
import { html, type Markup, type Piece } from '../markup.ts';
import type { View } from '../view.ts';
import { asStart, inWords, notShown, weekNumberText } from '../words.ts';

type Verdict = Dashboard['calibration']['cells'][number];
type Proposed = Dashboard['calibration']['proposals'][number];

/** A cell with all that is known of it. */
interface Known {
  readonly cell: DashboardCell;
  readonly verdict: Verdict | null;
  readonly proposal: Proposed | null;
  /** Where its history stands in the page; null: it has none. */
  readonly anchor: string | null;
}

/** The cells of a page, and the histories that it has room for. */
export interface KnownCells {
  readonly known: readonly Known[];
  readonly histories: readonly Markup[];
  /** Cells whose history is left out. */
  readonly left: number;
}

/** In characters: the whole page is to be at most 1 MB. */
const MOST_OF_HISTORIES = 500_000;

function keyOf({ agent, phase }: { readonly agent: string; readonly phase: string }): string {
  return JSON.stringify([agent, phase]);
}

function hasHistory({ cell, verdict }: Omit<Known, 'anchor'>): boolean {
  return cell.weeks.length > 0 || (verdict?.rework.n ?? 0) > 0;
}

/** Every cell, in the order of the document. The dearest ones have their histories first. */
export function knownCells({ dashboard }: View): KnownCells {
  const { cells, proposals, threshold } = dashboard.calibration;
  const verdicts = new Map(cells.map((each) => [keyOf(each), each]));
  const due = new Map(proposals.map((each) => [keyOf(each), each]));
  const weeks = dashboard.reports.map(({ week }) => week);
  const all = dashboard.cells.map((cell, place) => ({
    cell,
    verdict: verdicts.get(keyOf(cell)) ?? null,
    proposal: due.get(keyOf(cell)) ?? null,
    place,
  }));
  const told = all.filter(hasHistory).sort((a, b) => b.cell.microusd - a.cell.microusd || a.place - b.place);
  const histories = new Map<number, Markup>();
  let room = MOST_OF_HISTORIES;
  for (const { place, ...each } of told) {
    const history = historyOf(each, `cell-${place}`, threshold, weeks);
    room -= history.text.length;
    if (room < 0) break;
    histories.set(place, history);
  }
  return {
    known: all.map(({ place, ...each }) => ({
      ...each,
      anchor: histories.has(place) ? `cell-${place}` : null,
    })),
    histories: [...histories].sort(([a], [b]) => a - b).map(([, history]) => history),
    left: told.length - histories.size,
  };
}

/** How much rework there is beside what is allowed: from 1, little, to 5; 0 where nothing has matured. */
function heat(verdict: Verdict | null, allowed: number): number {
  if (verdict === null || verdict.rework.n === 0) return 0;
  const times = verdict.rework.rate / allowed;
  return [0.5, 0.9, 1.25, 1.75].filter((bound) => times >= bound).length + 1;
}

function statusTag({ cell, verdict, proposal }: Known): Markup | null {
  if (proposal !== null) {
    const what =
      proposal.kind === 'trial'
        ? `try ${proposal.to ?? ''}?`
        : proposal.to === null
          ? 'no tier mends it'
          : `→ ${proposal.to}?`;
    return html`<em>${what}</em>`;
  }
  if (cell.trial !== null)
    return html`<em>on trial: ${wholePercent(cell.trial.share)} on ${cell.trial.tier}</em>`;
  if (verdict?.status === 'alarm') return html`<em>alarm</em>`;
  if (verdict?.status === 'watch') return html`<em>watched</em>`;
  return null;
}

function costOf(cell: DashboardCell): string {
  return cell.weeks.length === 0 ? '–' : money(cell.microusd, cell);
}

function insideOf(known: Known): Piece {
  const { cell, verdict } = known;
  const floor =
    cell.floor === null
      ? null
      : html`<i title="floor ${cell.floor}${cell.guarded ? ', absolute' : ''}">▲ ${cell.floor}${cell.guarded ? '!' : ''}</i>`;
  const rework = verdict?.rework;
  const rate =
    rework === undefined || rework.n === 0
      ? html`<span class="mut">${cell.runs === 0 ? 'no runs' : 'none matured'}</span>`
      : html`<span>${wholePercent(rework.rate)} <small>(${percentInterval(rework.interval)})</small></span>`;
  const line =
    cell.weeks.length === 0 && (rework?.n ?? 0) === 0
      ? null
      : html`<span class="l2">${rework === undefined || rework.n === 0 ? null : `${number(rework.x)} of ${number(rework.n)} reworked · `}${costOf(cell)} · ${count(cell.runs, 'run')}</span>`;
  return [
    html`<span class="l1"><b>${cell.tier ?? 'no tier'}</b>${floor}${rate}</span>`,
    line,
    statusTag(known),
  ];
}

function box(known: Known, allowed: number): Markup {
  const { cell, verdict, proposal, anchor } = known;
  const kind = `h${heat(verdict, allowed)}${proposal === null ? '' : ' due'}`;
  const phase = html`<span class="ph">${cell.phase}</span>`;
  const inside = insideOf(known);
  if (anchor === null)
    return html`<td role="cell" class="${kind}"><div class="box">${phase}${inside}</div></td>`;
  return html`<td role="cell" class="${kind}"><a class="box" href="#${anchor}" data-cell="${anchor}">${phase}${inside}<span class="sr"> History of ${cellName(cell.agent, cell.phase)}</span></a></td>`;
}

function title(dashboard: Dashboard): string {
  const { proposals } = dashboard.calibration;
  const [first] = proposals;
  if (first === undefined) {
    const alarms = dashboard.calibration.cells.filter(({ status }) => status === 'alarm').length;
    return alarms === 0
      ? 'No cell has enough evidence for a change'
      : `${asStart(inWords(alarms))} ${alarms === 1 ? 'cell has' : 'cells have'} too much rework`;
  }
  if (proposals.length === 1)
    return `${first.agent} in ${first.phase} is the only cell with enough evidence for a change`;
  const names = proposals.slice(0, 3).map(({ agent, phase }) => cellName(agent, phase));
  return `${asStart(inWords(proposals.length))} cells have enough evidence for a change: ${names.join(', ')}${proposals.length > 3 ? ', …' : ''}`;
}

function legend(allowed: number): Markup {
  const bounds = [0.5, 0.9, 1.25, 1.75].map((times) => wholePercent(times * allowed));
  const texts = [
    'none matured',
    `under ${bounds[0]}`,
    `${bounds[0]} to ${bounds[1]}`,
    `${bounds[1]} to ${bounds[2]}`,
    `${bounds[2]} to ${bounds[3]}`,
    `${bounds[3]} or more`,
  ];
  return html`<ul class="key heat">${texts.map((text, place) => html`<li><i class="h${place}"></i>${text}</li>`)}</ul>`;
}

/** The matrix as a heat map of rework, each cell with its tier, its floor, rework, cost and runs. */
export function matrix({ dashboard }: View, { known }: KnownCells): Markup {
  const { phases, calibration, reports } = dashboard;
  const allowed = calibration.policy.rework_allowed;
  const own = known.filter(({ cell }) => cell.tier !== null);
  const agents = [...new Set(own.map(({ cell }) => cell.agent))];
  const runsOf = (agent: string): number =>
    own.reduce((sum, { cell }) => sum + (cell.agent === agent ? cell.microusd : 0), 0);
  // Where the money goes comes first.
  const sorted = [...agents].sort((a, b) => runsOf(b) - runsOf(a));
  const shown = sorted.slice(0, MOST_AGENTS);
  const byKey = new Map(own.map((each) => [keyOf(each.cell), each]));
  const rows = shown.map(
    (agent) =>
      html`<tr role="row"><th scope="row" role="rowheader">${agent}</th>${phases.map((phase) => {
        const cell = byKey.get(keyOf({ agent, phase }));
        return cell === undefined ? html`<td role="cell"></td>` : box(cell, allowed);
      })}</tr>`,
  );
  const others = known.filter(({ cell }) => cell.tier === null);
  const caption = 'The matrix: tier, floor, rework and cost of each agent in each phase';
  const strays =
    others.length === 0
      ? null
      : html`<p class="sub">Outside of the matrix: ${others
          .slice(0, 8)
          .map(({ cell }) => `${cellName(cell.agent, cell.phase)} ${costOf(cell)}`)
          .join(' · ')}${others.length > 8 ? ` and ${number(others.length - 8)} more` : ''}.</p>`;
  const left = sorted.length - shown.length;
  return card(
    {
      id: 'matrix',
      title: title(dashboard),
      sub: `Each cell: its tier, its floor (▲; ! is absolute), the share of first attempts that had to be made again, drawn towards the cells of its tier, with an 80% interval; its cost and runs in ${count(reports.length, 'week')}. The stronger the colour, the more rework; ${wholePercent(allowed)} is allowed. Choose a cell for its history.`,
    },
    [
      legend(allowed),
      html`<div class="wide" role="region" tabindex="0" aria-label="${caption}"><table class="m" role="table"><caption>${caption}</caption><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Agent</th>${phases.map((phase) => html`<th scope="col" role="columnheader">${phase}</th>`)}</tr></thead><tbody role="rowgroup">${rows}</tbody></table></div>`,
      left > 0
        ? html`<p class="sub">${number(left)} agents more, not shown here: the JSON has them all.</p>`
        : null,
      strays,
    ],
  );
}

const MOST_AGENTS = 60;

function statusText({ verdict, proposal }: Omit<Known, 'anchor'>, threshold: number): string {
  if (verdict === null) return 'It is no cell of the allocation.';
  if (proposal !== null) return proposal.sentence.slice(0, 500);
  const { status, n, needed, evidence } = verdict;
  const more = needed === null ? '' : `, about ${count(needed, 'more')} to say`;
  switch (status) {
    case 'alarm':
      return 'It has more rework than is allowed, and that is no chance.';
    case 'watch':
      return `Watched: its evidence of too much rework is ${Math.floor(evidence ?? 0)}, ${Math.ceil(threshold)} is an alarm${more}.`;
    case 'trial':
      return 'A cheaper tier is on trial here.';
    case 'stable':
      return `Stable: ${count(n, 'matured first attempt')}, no more rework than is allowed.`;
    case 'insufficient':
      return `Nothing speaks against it, but ${count(n, 'matured first attempt')} ${n === 1 ? 'is' : 'are'} few: a fault would show with about ${number(needed ?? 0)} more.`;
    case 'cold':
      return `Too little is known: ${count(n, 'matured first attempt')} in fewer than four weeks.`;
  }
}

function factsOf({ cell, verdict }: Omit<Known, 'anchor'>): readonly (readonly [string, string])[] {
  const counts = (
    name: string,
    figure: { readonly n: number; readonly x: number } | undefined,
  ): [string, string][] =>
    figure === undefined || figure.n === 0
      ? []
      : [[name, `${number(figure.x)} of ${number(figure.n)} (${percent(figure.x / figure.n)})`]];
  const amount = (name: string, microusd: number | null | undefined): [string, string][] =>
    microusd == null ? [] : [[name, dollars(microusd)]];
  const rework = verdict?.rework;
  return [
    ['Tier', cell.tier ?? 'none'],
    ['Floor', cell.floor === null ? 'none' : `${cell.floor}${cell.guarded ? ', absolute' : ''}`],
    ...(rework === undefined || rework.n === 0
      ? []
      : ([
          ['Rework, shrunken', `${percent(rework.rate)}, 80% interval ${percentInterval(rework.interval)}`],
          ['Rework, counted', `${number(rework.x)} of ${number(rework.n)} matured`],
        ] as const)),
    ...counts('Escalated', verdict?.escalated),
    ...counts('Repaired above', verdict?.rescued),
    ...counts('Raised by an upgrade', verdict?.planned),
    ...counts('Overridden', verdict?.overridden),
    ...amount('Cost per run', verdict?.microusd_per_run),
    ...amount('Cost per work item', verdict?.microusd_per_work_item),
    ...amount('Cost per accepted', verdict?.microusd_per_accepted),
    ...(verdict?.quality == null ? [] : [['Quality', plainPercent(verdict.quality)] as const]),
    ...(verdict?.duration_ms == null ? [] : [['Duration, median', seconds(verdict.duration_ms)] as const]),
  ];
}

const GROUPS = 8;

function historyOf(
  known: Omit<Known, 'anchor'>,
  anchor: string,
  threshold: number,
  weeks: readonly string[],
): Markup {
  const { cell, verdict } = known;
  const name = `${cell.agent} in ${cell.phase}`;
  const byWeek = new Map(cell.weeks.map((each) => [each.week, each]));
  const matured = new Map(cell.evidence.map((each) => [each.week, each]));
  const drawn = weeks.map((week) => {
    const each = byWeek.get(week);
    const title = `Week ${weekNumberText(week)}: ${count(each?.runs ?? 0, 'run')}, ${number(each?.reworked ?? 0)} reworked`;
    return {
      week: weekNumberText(week),
      all: each?.runs ?? 0,
      part: Math.min(each?.runs ?? 0, each?.reworked ?? 0),
      title,
    };
  });
  const chart =
    cell.runs === 0
      ? null
      : [
          html`<p class="sub">Runs of each week; the dark part had to be made again.</p>`,
          drawing(weekColumns(`Runs of ${name} by week`, drawn)),
        ];
  const rows = cell.weeks.map((each) => {
    const own = matured.get(each.week);
    return [
      each.week,
      number(each.runs),
      `${number(each.reworked)} of ${number(each.judged)}${each.unjudged === 0 ? '' : `, ${number(each.unjudged)} not known`}`,
      number(each.escalated),
      money(each.microusd, each),
      own === undefined ? '–' : `${number(own.x)} of ${number(own.n)}`,
    ];
  });
  const groups = [...(verdict?.by.complexity ?? []), ...(verdict?.by.task_type ?? [])].slice(0, GROUPS);
  const kinds =
    groups.length === 0
      ? null
      : table(
          `Rework of ${name} by kind of task`,
          [
            { head: 'Tasks' },
            { head: 'Reworked', isFigure: true },
            { head: 'Rate, 80% interval', isFigure: true },
          ],
          groups.map((each) => [
            each.name.slice(0, 60),
            `${number(each.x)} of ${number(each.n)}`,
            `${percent(each.rate)}, ${percentInterval(each.interval)}`,
          ]),
          'small',
        );
  return html`<details class="cell"><summary>${name} <span class="mut">${cell.tier ?? 'no tier'} · ${count(cell.runs, 'run')} · ${costOf(cell)}</span></summary><div id="${anchor}" tabindex="-1"><h3>${name}</h3><p>${statusText(known, threshold)}</p><dl>${factsOf(
    known,
  ).map(([fact, value]) => html`<div><dt>${fact}</dt><dd>${value}</dd></div>`)}</dl>${chart}${table(
    `${name}, week by week`,
    [
      { head: 'Week' },
      { head: 'Runs', isFigure: true },
      { head: 'Reworked', isFigure: true },
      { head: 'Escalated', isFigure: true },
      { head: 'Cost', isFigure: true },
      { head: 'Evidence', isFigure: true },
    ],
    rows,
    'small',
  )}<p class="sub">Evidence: matured first attempts on the tier, model and definition that it has now, and how many of them had to be made again.</p>${kinds}</div></details>`;
}

/** The history of every cell, for those who open it there, and for the box that a click opens. */
export function cellHistories({ histories, left }: KnownCells): Markup {
  const title =
    histories.length === 0
      ? 'No cell has a history yet'
      : `The history of ${count(histories.length, 'cell')}`;
  return card({ id: 'cells', title, sub: 'Week by week, and what calibration goes by' }, [
    html`<div class="cells">${histories}</div>`,
    notShown(left),
  ]);
}
