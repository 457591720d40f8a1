import { weekText } from '../dates.ts';
import { inPlainLine } from '../escape.ts';
import { count, number } from '../figures.ts';
import type { Dashboard } from './document.ts';

/** Where the page is and what it is about, in two lines. */
export function renderDashboardText({ file, week, reports }: Dashboard, bytes: number): string {
  const runs = reports.reduce((sum, each) => sum + each.runs, 0);
  const size = `${number(Math.max(1, Math.round(bytes / 1000)))} kB`;
  return [
    `Wrote ${inPlainLine(file ?? '', 500)} (${size}): open it in a browser.`,
    `${weekText(week)} of ${week.slice(0, 4)} and the ${count(reports.length - 1, 'week')} before it, ${count(runs, 'run')}.`,
  ].join('\n');
}
