import { visible } from '../visible.ts';
import type { Dashboard } from './document.ts';
import { html, Markup } from './markup.ts';
import { type MainChart, runsChart, weekChart } from './panels/week.ts';
import { CHART_STYLE } from './style.ts';
import type { View } from './view.ts';

const WIDTH = 760;
const LEFT = 60;
const RIGHT = 84;
const TOP = 76;
const BOTTOM = 40;
/** As much as fits on a line. */
const TITLE = 84;
const SUB = 112;

/** A chart of the page that stands by itself. */
export interface MainChartFile {
  readonly name: 'week' | 'runs';
  /** Its finding, for those who cannot see it. */
  readonly title: string;
  /** An SVG document that asks for nothing. */
  readonly svg: string;
}

function fileOf({ title, sub, drawing }: MainChart): string | null {
  if (drawing === null) return null;
  const { height, label, inside } = drawing;
  const whole = TOP + height + BOTTOM;
  const file = html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${label}" width="${WIDTH}" height="${whole}" viewBox="0 0 ${WIDTH} ${whole}"><style>${new Markup(CHART_STYLE)}</style><rect class="back" x="0.5" y="0.5" width="${WIDTH - 1}" height="${whole - 1}" rx="10"/><text class="title" x="20" y="32">${visible(title, TITLE)}</text><text class="sub" x="20" y="53">${visible(sub, SUB)}</text><svg x="${LEFT}" y="${TOP}" width="${WIDTH - LEFT - RIGHT}" height="${height}" overflow="visible">${inside}</svg></svg>`;
  return `${file.text}\n`;
}

/** The two main charts of the page as files: the week against its budget, and who ran how much. Nothing of what has nothing to draw. */
export function mainCharts(dashboard: Dashboard): readonly MainChartFile[] {
  const report = dashboard.reports.at(-1);
  if (report === undefined || dashboard.reports.every(({ runs }) => runs === 0)) return [];
  const view: View = {
    dashboard,
    report,
    before: dashboard.reports.at(-2) ?? null,
    place: { address: null },
  };
  const charts = [
    ['week', weekChart(view)],
    ['runs', runsChart(view)],
  ] as const;
  return charts.flatMap(([name, chart]): readonly MainChartFile[] => {
    const svg = fileOf(chart);
    return svg === null ? [] : [{ name, title: chart.title, svg }];
  });
}
