import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { across, type Drawing, FIELD, field, path, px } from './figure.ts';
import { html, type Markup, type Piece } from './markup.ts';

/** A scale of heights: 0 stands at the bottom. */
interface Heights {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

function heightsUpTo(most: number, height: number, count = 4): Heights {
  const scale = scaleLinear([0, most > 0 ? most : 1], [height, 0]).nice(count);
  return { at: (value) => px(scale(value)), ticks: scale.ticks(count) };
}

function gridOf({ at, ticks }: Heights, form: (value: number) => string): Piece {
  return ticks.map(
    (tick) =>
      html`<line class="grid" x1="0" x2="100%" y1="${at(tick)}" y2="${at(tick)}"/><text class="ax" x="-8" y="${at(tick)}" dy=".35em" text-anchor="end">${form(tick)}</text>`,
  );
}

/** A line across the drawing with its name at the right. */
interface Limit {
  readonly value: number;
  readonly name: string;
  readonly kind: string;
}

/** Names stand beside their lines, and never on each other. */
const NAME_HEIGHT = 13;

function limitsOf({ at }: Heights, limits: readonly Limit[]): Piece {
  let above = Number.NEGATIVE_INFINITY;
  const placed = [...limits]
    .sort((a, b) => b.value - a.value)
    .map((limit) => {
      above = Math.max(at(limit.value), above + NAME_HEIGHT);
      return { ...limit, y: above };
    });
  return placed.map(
    ({ value, name, kind, y }) =>
      html`<line class="${kind}" x1="0" x2="100%" y1="${at(value)}" y2="${at(value)}"/><text class="ax" x="100%" dx="6" y="${y}" dy=".35em">${name}</text>`,
  );
}

/** A point at an hour of the week. */
interface HourPoint {
  readonly hour: number;
  readonly used: number;
}

export interface CourseDrawing {
  readonly label: string;
  readonly form: (value: number) => string;
  readonly used: readonly HourPoint[];
  readonly before: readonly HourPoint[];
  readonly hours: number;
  readonly limits: readonly Limit[];
  readonly forecast: {
    readonly hour: number;
    readonly spent: number;
    readonly low: number;
    readonly high: number;
    readonly point: number;
  } | null;
  /** The name of the point at which the week stands. */
  readonly now: string;
}

const WEEK = 168;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** How a week used its budget: a line of steps, that of the week before dotted, the forecast as a wedge. */
export function courseChart(given: CourseDrawing): Drawing {
  const { label, form, used, before, hours, limits, forecast, now } = given;
  const height = 260;
  const most = Math.max(
    ...[...used, ...before].map((each) => each.used),
    ...limits.map(({ value }) => value),
    forecast?.high ?? 0,
  );
  const heights = heightsUpTo(most, height);
  const x = (hour: number): number => px((Math.min(WEEK, hour) / WEEK) * FIELD);
  const steps = line<HourPoint>()
    .x(({ hour }) => x(hour))
    .y(({ used: amount }) => heights.at(amount))
    .curve(curveStepAfter);
  const whole = (points: readonly HourPoint[], until: number): HourPoint[] => [
    { hour: 0, used: 0 },
    ...points,
    { hour: Math.min(WEEK, until), used: points.at(-1)?.used ?? 0 },
  ];
  const last = used.at(-1)?.used ?? 0;
  const wedge =
    forecast === null
      ? null
      : [
          path(
            'band',
            area<{ hour: number; low: number; high: number }>()
              .x(({ hour }) => x(hour))
              .y0(({ low }) => heights.at(low))
              .y1(({ high }) => heights.at(high))([
              { hour: forecast.hour, low: forecast.spent, high: forecast.spent },
              { hour: WEEK, low: forecast.low, high: forecast.high },
            ]),
          ),
          path(
            'expected',
            `M${x(forecast.hour)},${heights.at(forecast.spent)}L${FIELD},${heights.at(forecast.point)}`,
          ),
        ];
  const days = DAYS.map(
    (day, place) =>
      html`<text class="ax" x="${across((place + 0.5) / 7)}" y="${height + 18}" text-anchor="middle">${day}</text>${
        place === 0
          ? null
          : html`<line class="day" x1="${across(place / 7)}" x2="${across(place / 7)}" y1="0" y2="${height}"/>`
      }`,
  );
  const dot = html`<circle class="dot" cx="${across(Math.min(WEEK, hours) / WEEK)}" cy="${heights.at(last)}" r="4.5"><title>${now}</title></circle>`;
  return {
    label,
    height,
    kind: 'plot limits',
    inside: [
      gridOf(heights, form),
      days,
      field(height, [
        wedge,
        before.length === 0 ? null : path('former', steps(whole(before, WEEK))),
        path('line', steps(whole(used, hours))),
      ]),
      limitsOf(heights, limits),
      dot,
    ],
  };
}

/** What a week says of a rate: a figure, or the bounds that it lies between. Null: nothing. */
export interface WeekValue {
  readonly week: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly title: string;
}

interface LinesDrawing {
  readonly label: string;
  readonly height?: number;
  readonly form: (value: number) => string;
  readonly values: readonly WeekValue[];
  readonly limits: readonly Limit[];
  /** The scale reaches so far at least. */
  readonly least: number;
  readonly last: string;
}

/** Where each of so many weeks stands, 0 to 1. */
function placeOf(index: number, count: number): number {
  return count === 1 ? 0.5 : index / (count - 1);
}

/** The weeks below a drawing, as many as there is room for. */
function weekAxis(weeks: readonly string[], height: number): Piece {
  const every = Math.ceil(weeks.length / 12);
  const named = html`<text class="ax" x="-14" y="${height + 18}" text-anchor="end">week</text>`;
  const numbers = weeks.map((week, place) =>
    (weeks.length - 1 - place) % every === 0
      ? html`<text class="ax" x="${across(placeOf(place, weeks.length))}" y="${height + 18}" text-anchor="middle">${week}</text>`
      : null,
  );
  return [named, numbers];
}

/** A figure over the weeks; where it is known between bounds only, the band between them. */
export function weekLines({ label, height = 150, form, values, limits, least, last }: LinesDrawing): Drawing {
  const most = Math.max(least, ...limits.map(({ value }) => value), ...values.map(({ high }) => high ?? 0));
  const heights = heightsUpTo(most, height, 3);
  const x = (_: WeekValue, place: number): number => px(placeOf(place, values.length) * FIELD);
  const isKnown = ({ low }: WeekValue): boolean => low !== null;
  const band = area<WeekValue>()
    .defined(isKnown)
    .x(x)
    .y0(({ low }) => heights.at(low ?? 0))
    .y1(({ high }) => heights.at(high ?? 0));
  const lower = line<WeekValue>()
    .defined(isKnown)
    .x(x)
    .y(({ low }) => heights.at(low ?? 0));
  const marks = values.map(({ low, title }, place) =>
    low === null
      ? null
      : html`<circle class="mark" cx="${across(placeOf(place, values.length))}" cy="${heights.at(low)}" r="3.5"><title>${title}</title></circle>`,
  );
  const newest = values.at(-1);
  return {
    label,
    height,
    kind: 'plot',
    inside: [
      gridOf(heights, form),
      weekAxis(
        values.map(({ week }) => week),
        height,
      ),
      field(height, [path('band', band([...values])), path('line', lower([...values]))]),
      limitsOf(heights, limits),
      marks,
      newest === undefined || newest.low === null
        ? null
        : html`<text class="now" x="100%" dx="8" y="${heights.at(newest.low)}" dy=".35em">${last}</text>`,
    ],
  };
}

/** A part of a bar. */
export interface BarPart {
  readonly kind: string;
  /** 0 to 1. */
  readonly share: number;
  readonly title: string;
}

export interface BarRow {
  readonly head: string;
  readonly parts: readonly BarPart[];
  readonly tail: string;
}

/** Shares below this have no room for their figure. */
const ROOM = 0.09;

/**
 * Bars of shares, one for each week.
 * @param aim the shares between which the first part should end; null: nobody says
 */
export function shareBars(
  label: string,
  rows: readonly BarRow[],
  aim: { readonly low: number; readonly high: number } | null,
): Drawing {
  const step = rows.length > 16 ? 15 : 25;
  const thick = step - (rows.length > 16 ? 3 : 5);
  const height = rows.length * step;
  const bars = rows.map(({ head, parts, tail }, row) => {
    let from = 0;
    const y = row * step;
    const drawn = parts.map(({ kind, share, title }, place) => {
      const start = from;
      from += share;
      // The first part has its figure at its beginning: an aim may be drawn through its end.
      const [x, dx, anchor] = place === 0 ? [start, 6, 'start'] : [start + share, -6, 'end'];
      const text =
        share < ROOM || thick < 16
          ? null
          : html`<text class="in ${kind}${share < 1.6 * ROOM ? ' few' : ''}" x="${across(x)}" dx="${dx}" y="${y + thick / 2}" dy=".35em" text-anchor="${anchor}">${Math.round(share * 100)}%</text>`;
      return html`<rect class="${kind}" x="${across(start)}" y="${y}" width="${across(share)}" height="${thick}"><title>${title}</title></rect>${text}`;
    });
    return html`<text class="ax" x="-8" y="${y + thick / 2}" dy=".35em" text-anchor="end">${head}</text>${drawn}<text class="ax" x="100%" dx="8" y="${y + thick / 2}" dy=".35em">${tail}</text>`;
  });
  const aimed =
    aim === null
      ? null
      : [
          [aim.low, aim.high].map(
            (share) =>
              html`<line class="aim" x1="${across(share)}" x2="${across(share)}" y1="-4" y2="${height}"/>`,
          ),
          html`<text class="aimed" x="${across((aim.low + aim.high) / 2)}" y="${height + 14}" text-anchor="middle">aim ${Math.round(aim.low * 100)}–${Math.round(aim.high * 100)}%</text>`,
        ];
  return { label, height, kind: 'bars', inside: [bars, aimed] };
}

/** One bar of a share, with what it is of behind it. */
export function shareBar(label: string, share: number, kind = 't1', limit: number | null = null): Markup {
  const mark =
    limit === null
      ? null
      : html`<line class="alert" x1="${across(limit)}" x2="${across(limit)}" y1="-3" y2="17"/>`;
  return html`<svg class="one" role="img" aria-label="${label}" width="100%" height="14"><rect class="rest" x="0" y="0" width="100%" height="14"/><rect class="${kind}" x="0" y="0" width="${across(Math.min(1, share))}" height="14"/>${mark}</svg>`;
}

/** What a budget has used, with where its zones begin. */
export function meter(label: string, share: number, starts: readonly number[]): Markup {
  const whole = Math.max(1, share);
  return html`<svg class="one" role="img" aria-label="${label}" width="100%" height="8"><rect class="rest" x="0" y="0" width="100%" height="8" rx="4"/><rect class="t1" x="0" y="0" width="${across(share / whole)}" height="8" rx="4"/>${starts
    .filter((start) => start < 1)
    .map(
      (start) =>
        html`<line class="tick" x1="${across(start / whole)}" x2="${across(start / whole)}" y1="0" y2="8"/>`,
    )}</svg>`;
}

/** Runs of each week as columns, the part that had to be done again below. */
export function weekColumns(
  label: string,
  weeks: readonly {
    readonly week: string;
    readonly all: number;
    readonly part: number;
    readonly title: string;
  }[],
): Drawing {
  const height = 90;
  const heights = heightsUpTo(Math.max(1, ...weeks.map(({ all }) => all)), height, 2);
  const wide = 1 / Math.max(1, weeks.length);
  const columns = weeks.map(({ all, part, title }, place) => {
    const x = across(place * wide + wide * 0.15);
    const width = across(wide * 0.7);
    const rest = (kind: string, from: number, to: number): Markup | null =>
      to <= from
        ? null
        : html`<rect class="${kind}" x="${x}" width="${width}" y="${heights.at(to)}" height="${px(heights.at(from) - heights.at(to))}"><title>${title}</title></rect>`;
    return [rest('again', 0, part), rest('t0', part, all)];
  });
  const every = Math.ceil(weeks.length / 12);
  const axis = weeks.map(({ week }, place) =>
    place % every === 0
      ? html`<text class="ax" x="${across((place + 0.5) * wide)}" y="${height + 16}" text-anchor="middle">${week}</text>`
      : null,
  );
  return { label, height, kind: 'plot short', inside: [gridOf(heights, String), columns, axis] };
}
