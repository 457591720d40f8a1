import { createHash } from 'node:crypto';
import type { Dashboard } from './document.ts';
import { html, Markup } from './markup.ts';
import { ahead, calibration } from './panels/calibration.ts';
import { deferred, mismatches, targets, unknowns } from './panels/gaps.ts';
import { decisions, figures, footer, header, titleOf } from './panels/head.ts';
import { cellHistories, knownCells, matrix } from './panels/matrix.ts';
import { escalationFunnel, rates } from './panels/quality.ts';
import { tierCosts, tierRuns, weekCourse } from './panels/week.ts';
import { dearest, workItemCost } from './panels/work.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import type { View } from './view.ts';
import type { LinkPlace } from './words.ts';

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Nothing is loaded from anywhere, and nothing runs but what stands here. */
function policyOf(): string {
  return `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; base-uri 'none'; form-action 'none'`;
}

/** The page: one HTML file that needs nothing else. The same document gives the same bytes. */
export function dashboardPage(dashboard: Dashboard, place: LinkPlace): string {
  const report = dashboard.reports.at(-1);
  if (report === undefined) return '';
  const view: View = { dashboard, report, before: dashboard.reports.at(-2) ?? null, place };
  const known = knownCells(view);
  const parts = [
    figures(view),
    weekCourse(view),
    decisions(view),
    mismatches(view),
    tierRuns(view),
    tierCosts(view),
    matrix(view, known),
    escalationFunnel(view),
    rates(view),
    workItemCost(view),
    dearest(view),
    calibration(view),
    ahead(view),
    deferred(view),
    unknowns(view),
    targets(view),
    cellHistories(known),
  ];
  const page = html`<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${new Markup(policyOf())}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><title>${titleOf(dashboard)}</title><style>${new Markup(STYLE)}</style></head><body><a class="skip" href="#main">To the figures</a>${header(view)}<main id="main" class="grid">${parts}</main>${footer(view)}<dialog id="history" aria-label="History"><form method="dialog"><button type="submit">Close</button></form><div id="history-inside"></div></dialog><script>${new Markup(SCRIPT)}</script></body></html>`;
  return `<!doctype html>\n${page.text}\n`;
}
