import { evidenceText } from '../../calibrate/index.ts';
import { count, dollars, number, percent, wholePercent } from '../../figures.ts';
import { cellName } from '../../words.ts';
import type { Dashboard } from '../document.ts';
import { card, table } from '../figure.ts';
import { html, type Markup, type Piece } from '../markup.ts';
import type { View } from '../view.ts';
import { asStart, firstOf, inWords, notShown, shortDay, verdict } from '../words.ts';

const MOST = 12;

type Entry = Dashboard['log'][number];
type End = Dashboard['ahead'][number];

function movesText({ moves }: Entry): string {
  const shown = moves
    .slice(0, 4)
    .map(({ agent, phase, from, to }) => `${cellName(agent, phase)} ${from} → ${to}`);
  return `${shown.join(', ')}${moves.length > 4 ? ` and ${number(moves.length - 4)} more` : ''}`;
}

function cameOf({ kind, expected, actual }: Entry): Piece {
  if (kind === 'change') return html`<span class="mut">in the allocation</span>`;
  if (expected === null || actual === null) return verdict('open', 'not known yet, or not merged');
  const inside = actual >= expected.low && actual <= expected.high;
  const text = `${dollars(Math.round(actual))} a run`;
  return inside ? verdict('good', `${text}, as expected`) : verdict('warn', `${text}, outside of it`);
}

function expectedText({ expected, because }: Entry): string {
  if (expected === null) return because === null ? '–' : because.slice(0, 200);
  const { microusd, low, high } = expected;
  return `${dollars(Math.round(microusd))} a run (80%: ${dollars(Math.round(low))} to ${dollars(Math.round(high))})`;
}

function trials({ dashboard }: View): Piece {
  const open = dashboard.calibration.cells.filter(({ trial }) => trial !== null);
  if (open.length === 0) return html`<h3>No trial is open</h3>`;
  const { shown, left } = firstOf(open, MOST);
  return [
    html`<h3>${asStart(inWords(open.length))} open ${open.length === 1 ? 'trial' : 'trials'}</h3>`,
    table(
      'Open trials',
      [
        { head: 'Cell' },
        { head: 'Tries' },
        { head: 'Reworked', isFigure: true },
        { head: 'Good / harm', isFigure: true },
        { head: 'Verdict' },
      ],
      shown.map(({ agent, phase, trial }) => [
        cellName(agent, phase),
        trial === null ? '–' : trial.tier,
        trial === null ? '–' : `${number(trial.x)} of ${number(trial.n)}`,
        trial === null ? '–' : `${evidenceText(trial.good)} / ${evidenceText(trial.harm)}`,
        trial?.verdict ?? '–',
      ]),
      'small',
    ),
    notShown(left),
  ];
}

function due({ dashboard }: View): Piece {
  const { proposals, postponed, threshold } = dashboard.calibration;
  const all = [...proposals.map((each) => ({ ...each, because: 'proposed' })), ...postponed];
  if (all.length === 0)
    return html`<p>Nothing is due: no cell’s evidence reaches ${evidenceText(threshold)}.</p>`;
  const { shown, left } = firstOf(all, MOST);
  return [
    table(
      'What calibration calls for',
      [
        { head: 'Cell' },
        { head: 'To' },
        { head: 'Reworked', isFigure: true },
        { head: 'Evidence', isFigure: true },
        { head: 'State' },
      ],
      shown.map((each) => [
        cellName(each.agent, each.phase),
        each.to ?? each.kind,
        `${number(each.reworked)} of ${number(each.n)} (${percent(each.rework)})`,
        `${evidenceText(each.evidence)} of ${evidenceText(each.threshold)}`,
        each.because,
      ]),
      'small',
    ),
    notShown(left),
  ];
}

function title({ dashboard }: View): string {
  const { proposals, cells } = dashboard.calibration;
  const open = cells.filter(({ trial }) => trial !== null).length;
  const due =
    proposals.length === 0
      ? 'Calibration proposes nothing'
      : `Calibration proposes ${count(proposals.length, 'change')}`;
  return `${due}; ${open === 0 ? 'no trial is open' : `${count(open, 'trial')} open`}`;
}

/** What calibration proposes, what is on trial, and what became of what was changed. */
export function calibration(view: View): Markup {
  const { dashboard } = view;
  const { shown, left } = firstOf(dashboard.log, MOST);
  const judged = dashboard.log.flatMap(({ expected, actual }) =>
    expected === null || actual === null ? [] : [actual >= expected.low && actual <= expected.high],
  );
  const score =
    judged.length === 0
      ? null
      : html`<p class="sub">${number(judged.filter((each) => each).length)} of ${count(judged.length, 'what-if')} came out inside of the interval.</p>`;
  const logged =
    shown.length === 0
      ? html`<p class="empty">No change stands in the allocation, and no proposal was logged.</p>`
      : table(
          'Changes and proposals',
          [{ head: 'Since' }, { head: 'Change' }, { head: 'Expected, or why' }, { head: 'What came' }],
          shown.map((each) => [each.since, movesText(each), expectedText(each), cameOf(each)]),
          'small',
        );
  const { rework_allowed: allowed } = dashboard.calibration.policy;
  return card(
    {
      id: 'calibration',
      width: 7,
      title: title(view),
      sub: `As of the beginning of ${dashboard.calibration.week}; ${wholePercent(allowed)} rework is allowed; n = ${count(dashboard.calibration.monitored, 'cell')} with matured runs`,
    },
    [due(view), trials(view), html`<h3>Log</h3>`, logged, score, notShown(left)],
  );
}

function whenText({ days }: End): Piece {
  if (days === 0) return verdict('warn', 'today');
  const text = days === 1 ? 'tomorrow' : `in ${number(days)} days`;
  return days <= 14 ? verdict('warn', text) : text;
}

function endText({ kind, what, tier, sure }: End): string {
  if (kind === 'retirement') return `${what} ${sure ? 'retires' : 'may retire from then on'} (${tier ?? ''})`;
  return tier === null ? `exception: ${what}` : `exception: ${what}, down to ${tier}`;
}

/** What ends: exceptions, and models of the tiers. */
export function ahead(view: View): Markup {
  const { ahead: ends } = view.dashboard;
  const soon = ends.filter(({ days }) => days <= 60);
  const { shown, left } = firstOf(ends, MOST);
  const exceptions = soon.filter(({ kind }) => kind === 'exception').length;
  const models = soon.length - exceptions;
  const parts = [
    ...(models === 0 ? [] : [`${inWords(models)} ${models === 1 ? 'model' : 'models'}`]),
    ...(exceptions === 0 ? [] : [`${inWords(exceptions)} ${exceptions === 1 ? 'exception' : 'exceptions'}`]),
  ];
  const text =
    parts.length === 0
      ? 'Nothing ends within 60 days'
      : `${asStart(parts.join(' and '))} ${models > 0 ? 'may end' : exceptions === 1 ? 'ends' : 'end'} within 60 days`;
  return card(
    {
      id: 'ahead',
      width: 5,
      title: text,
      sub: `Exceptions in force and retirements of the tiers’ models; n = ${number(ends.length)}`,
    },
    shown.length === 0
      ? html`<p class="empty">No exception is in force, and no retirement is announced.</p>`
      : [
          table(
            'What ends',
            [{ head: 'Day' }, { head: 'What' }, { head: 'When' }],
            shown.map((each) => [
              `${shortDay(each.on)} ${each.on.slice(0, 4)}`,
              html`${endText(each)}${each.note === null ? null : html` <span class="mut">${each.note.slice(0, 120)}</span>`}`,
              whenText(each),
            ]),
            'small ends',
          ),
          notShown(left),
        ],
  );
}
