import type { WhatIf } from '../../calibration/replay/index.ts';
import { inPlainLine } from '../escape.ts';
import { count, dollars, number, percent } from '../figures.ts';
import { columns } from '../tables.ts';
import { headline, moveText, reworkTexts, signedDollars, weekly, weeksText, zoneText } from './words.ts';

function cellRows(whatIf: WhatIf): readonly string[] {
  if (whatIf.cells.length === 0) return [];
  const rows = whatIf.cells.map((cell) => [
    inPlainLine(cell.phase === null ? cell.agent : `${cell.agent}/${cell.phase}`),
    inPlainLine(moveText(cell)),
    (cell.runs / Math.max(whatIf.elapsed_weeks, 1 / 7)).toFixed(1),
    signedDollars(weekly(whatIf, cell.head - cell.base)),
    cell.pairs === 0 ? 'list price' : count(cell.pairs, 'pair'),
  ]);
  return ['', ...columns([['Change', '', 'Runs a week', 'Cost a week', 'Basis'], ...rows])];
}

function tierRows({ base, head }: WhatIf): readonly string[] {
  const names = [...new Set([...base.tiers, ...head.tiers].map(({ tier }) => tier))];
  const of = (side: WhatIf['head'], name: string | null): readonly string[] => {
    const share = side.tiers.find(({ tier }) => tier === name);
    return [percent(share?.run_share ?? 0), percent(share?.cost_share ?? 0)];
  };
  const rows = names.map((name) => [inPlainLine(name ?? 'no tier'), ...of(base, name), ...of(head, name)]);
  return ['', ...columns([['Tier', 'Runs', 'Cost', 'then: runs', 'cost'], ...rows])];
}

/** A what-if for a terminal. The headline is one sentence; the rest says what it rests on. */
export function renderWhatIfTerminal(whatIf: WhatIf): string {
  const { finding, sureness } = headline(whatIf);
  const lines = [finding, ...(sureness === '' ? [] : [`  ${sureness}`])];
  if (whatIf.runs > 0) {
    lines.push(...cellRows(whatIf), ...tierRows(whatIf), '');
    for (const { cell, text } of reworkTexts(whatIf))
      lines.push(`  Rework of ${inPlainLine(cell)}: ${inPlainLine(text)}`);
    const zones = zoneText(whatIf);
    if (zones !== null) lines.push(`  Zones: ${zones}`);
    const [before, after] = [whatIf.base.deferred, whatIf.head.deferred];
    if (before + after > 0) lines.push(`  Put off: ${count(after, 'run')}, before ${number(before)}`);
    for (const { tier, microusd, pairs } of whatIf.baselines)
      lines.push(
        `  All on ${inPlainLine(tier)}, floors kept: ${dollars(weekly(whatIf, microusd))} a week (${pairs === 0 ? 'list prices' : count(pairs, 'pair')})`,
      );
    for (const { tier, by, ratio, pairs, task_type } of whatIf.dominated)
      lines.push(
        `  ${inPlainLine(tier)} is beaten by ${inPlainLine(by)}${task_type === null ? '' : ` for ${inPlainLine(task_type)}`}: ${ratio.toFixed(2)} times the cost on ${count(pairs, 'pair')}, and more rework`,
      );
  }
  lines.push(
    '',
    `Replay of ${weeksText(whatIf)}: ${count(whatIf.runs, 'run')}, ${dollars(whatIf.actual.microusd)} as recorded.`,
  );
  for (const text of whatIf.assumptions) lines.push(inPlainLine(text));
  return `${lines.join('\n')}\n`;
}
