import { count, number } from '../../figures.ts';
import { money } from '../../money.ts';
import { actualText, deferredAndNext, lackingOf, notAttributed, statusText } from '../../usage/words.ts';
import { cellName } from '../../words.ts';
import { card, table } from '../figure.ts';
import { html, type Markup, type Piece } from '../markup.ts';
import type { View } from '../view.ts';
import { asStart, firstOf, inWords, notShown, verdict, weekNumberText } from '../words.ts';

const MOST = 10;

/** Work that was deferred. */
export function deferred({ report, dashboard }: View): Markup {
  const { deferred: all } = report;
  const waiting = all.filter(({ state }) => state === 'waiting').length;
  const { shown, left } = firstOf(all, MOST);
  const title =
    waiting > 0
      ? `${asStart(inWords(waiting))} ${waiting === 1 ? 'run waits' : 'runs wait'}`
      : all.length === 0
        ? 'Nothing was deferred'
        : `Nothing waits any more: ${count(all.length, 'run')} deferred, all settled`;
  const weeks = dashboard.reports.map(
    ({ week, deferred: each }) => `${weekNumberText(week)}: ${number(each.length)}`,
  );
  return card(
    {
      id: 'deferred',
      width: 6,
      title,
      sub: `Work that was deferred in week ${weekNumberText(report.week)}, or before it and still waits; n = ${number(all.length)}`,
    },
    [
      shown.length === 0
        ? html`<p class="empty">The budget kept no run waiting.</p>`
        : html`<ul>${shown.map((each) => html`<li>${deferredAndNext(each).slice(0, 300)}</li>`)}</ul>`,
      notShown(left),
      html`<p class="sub">By week: ${weeks.join(' · ')}</p>`,
    ],
  );
}

/** What nobody has measured, or has a price for. */
export function unknowns({ report, dashboard }: View): Markup {
  const lacking = lackingOf(report);
  const { unpriced, unmeasured, partial } = lacking;
  const title =
    report.runs === 0 && report.uses.length === 0
      ? 'No use is known, so nothing can be said'
      : unpriced + unmeasured + partial === 0
        ? 'Everything that was recorded is measured and priced'
        : `The cost is a lower bound: ${[
            ...(unpriced === 0 ? [] : [`${count(unpriced, 'record')} without a price`]),
            ...(unmeasured === 0 ? [] : [`${count(unmeasured, 'record')} not measured`]),
            ...(partial === 0 ? [] : [`${count(partial, 'record')} measured in part`]),
          ].join(', ')}`;
  const models = new Map<string, number>();
  for (const { used, unpriced: n, counted } of report.uses)
    if (counted && n > 0) models.set(used ?? 'unknown model', (models.get(used ?? 'unknown model') ?? 0) + n);
  const named = firstOf([...models], MOST);
  const { records, microusd } = report.not_counted;
  const lines: readonly Piece[] = [
    ...named.shown.map(
      ([model, n]) => html`<code>${model.slice(0, 100)}</code> has no price: ${count(n, 'record')}`,
    ),
    ...(records === 0
      ? []
      : [
          `Forks and Dependabot: ${count(records, 'record')} of ${money(microusd, { unpriced: 0, unmeasured: 0, partial: 0 })}, not counted`,
        ]),
    ...notAttributed(report, (line) => line.slice(0, 300)),
    ...report.incomplete.slice(0, MOST).map((text): Piece => text.slice(0, 300)),
    ...(report.never_seen.length === 0
      ? []
      : [
          `Never seen this week: ${report.never_seen.slice(0, 30).join(', ')}${report.never_seen.length > 30 ? ', …' : ''}`,
        ]),
  ];
  return card(
    {
      id: 'unknowns',
      width: 6,
      title,
      sub: `Unmeasured and unpriced use, and what is missing; week ${weekNumberText(report.week)}, n = ${count(report.runs, 'run')}`,
    },
    [
      lines.length === 0
        ? html`<p class="empty">Nothing is missing.</p>`
        : html`<ul>${lines.map((each) => html`<li>${each}</li>`)}</ul>`,
      html`<details class="twin"><summary>Table</summary>${table(
        'Records that lack a part of their figures, by week',
        [
          { head: 'Week' },
          { head: 'Without a price', isFigure: true },
          { head: 'Not measured', isFigure: true },
          { head: 'In part', isFigure: true },
          { head: 'Not counted', isFigure: true },
          { head: 'Runs', isFigure: true },
        ],
        dashboard.reports.map((each) => {
          const lacks = lackingOf(each);
          return [
            each.week,
            ...[lacks.unpriced, lacks.unmeasured, lacks.partial, each.not_counted.records, each.runs].map(
              number,
            ),
          ];
        }),
        'small',
      )}</details>`,
    ],
  );
}

/** Work below its floor, and uses of another model than the one asked for. */
export function mismatches({ report }: View): Markup | null {
  const all = [...report.mismatches].sort((a, b) => Number(b.below_floor) - Number(a.below_floor));
  if (all.length === 0) return null;
  const below = all.filter(({ below_floor }) => below_floor);
  const { shown, left } = firstOf(all, MOST);
  const title =
    below.length === 0
      ? `${asStart(inWords(all.length))} ${all.length === 1 ? 'use' : 'uses'} of another model than the one asked for, every floor held`
      : `${below
          .map(({ agent, phase }) => cellName(agent, phase))
          .slice(0, 3)
          .join(', ')} ran below ${below.length === 1 ? 'its floor' : 'their floors'}`;
  return card(
    {
      id: 'floors',
      title,
      sub: `Asked and used, week ${weekNumberText(report.week)}; n = ${count(report.runs, 'run')}`,
    },
    [
      table(
        'Uses of another model than the one asked for, or of one below the floor',
        [
          { head: 'Cell' },
          { head: 'Asked' },
          { head: 'Used' },
          { head: 'Floor' },
          { head: 'Records', isFigure: true },
          { head: '' },
        ],
        shown.map((each) => [
          cellName(each.agent, each.phase),
          each.requested ?? 'not said',
          each.tier_used === null ? each.used : `${each.used} (${each.tier_used})`,
          each.floor ?? '–',
          number(each.records),
          each.below_floor
            ? verdict('bad', 'below its floor')
            : each.floor === null
              ? verdict('open', 'no floor')
              : verdict('good', 'floor held'),
        ]),
      ),
      notShown(left),
    ],
  );
}

type Target = View['report']['targets'][number];

function resultOf({ status }: Target): Markup {
  switch (status) {
    case 'met':
      return verdict('good', 'met');
    case 'missed':
      return verdict('warn', 'missed');
    case 'not-enough-data':
      return verdict('open', 'not known: too few');
    case 'not-measured':
      return verdict('open', 'not known');
  }
}

function intervalText({ interval }: Target): string {
  if (interval === null) return '–';
  const [low, high] = [interval.low, interval.high].map((share) => Math.round(share * 1000) / 10);
  return `${low}% to ${high}%`;
}

const ORDER = ['missed', 'met', 'not-enough-data', 'not-measured'] as const;

/** Every target: met, missed, or not known, and why. */
export function targets({ report }: View): Markup {
  const { targets: all } = report;
  const numberOf = (status: Target['status']): number => all.filter((each) => each.status === status).length;
  const [met, missed] = [numberOf('met'), numberOf('missed')];
  const title =
    all.length === 0
      ? 'The allocation has no targets'
      : `${number(met)} of ${count(all.length, 'target')} are met, ${number(missed)} missed, ${number(all.length - met - missed)} not known`;
  const sorted = [...all].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  return card(
    {
      id: 'targets',
      title,
      sub: `Week ${weekNumberText(report.week)}. A target that nothing measures is not met. Rates with their 80% interval, each with its n`,
    },
    all.length === 0
      ? html`<p class="empty">List them under <code>targets:</code>.</p>`
      : table(
          'Targets',
          [
            { head: 'Target' },
            { head: 'Result' },
            { head: 'Actual', isFigure: true },
            { head: '80% interval', isFigure: true },
            { head: 'Aim', isFigure: true },
            { head: 'n, or why' },
          ],
          sorted.map((each) => [
            each.what.slice(0, 200),
            resultOf(each),
            actualText(each),
            intervalText(each),
            each.target,
            each.status === 'not-measured'
              ? statusText(each).replace(/^not measured: /, '')
              : `n = ${number(each.n)}`,
          ]),
        ),
  );
}
