import type { WhatIf } from '../../calibration/replay/index.ts';
import { inPlainLine } from '../escape.ts';
import { count, dollars, number, percent, signedDollars } from '../figures.ts';
import { columns } from '../tables.ts';
import { cellName } from '../words.ts';
import {
  headline,
  isCostKnown,
  moveText,
  pastText,
  perWeek,
  replayedText,
  reworkTexts,
  weekly,
  zoneText,
} from './words.ts';

function cellRows(whatIf: WhatIf): readonly string[] {
  if (whatIf.cells.length === 0) return [];
  const rows = whatIf.cells.map((cell) => [
    inPlainLine(cellName(cell.agent, cell.phase)),
    inPlainLine(moveText(cell)),
    perWeek(whatIf, cell.runs).toFixed(1),
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

function factRows(whatIf: WhatIf): readonly string[] {
  const zones = zoneText(whatIf);
  const [before, after] = [whatIf.base.deferred, whatIf.head.deferred];
  return [
    ...reworkTexts(whatIf).map(({ cell, text }) => `  Rework of ${inPlainLine(cell)}: ${inPlainLine(text)}`),
    ...(zones === null ? [] : [`  Zones: ${zones}`]),
    ...(before + after === 0 ? [] : [`  Put off: ${count(after, 'run')}, before ${number(before)}`]),
  ];
}

/** What the same runs would cost on one tier, and which tiers nobody should use. */
function baselineRows(whatIf: WhatIf): readonly string[] {
  const basis = (pairs: number | null): string =>
    pairs === null ? 'as recorded' : pairs === 0 ? 'list prices' : count(pairs, 'pair');
  return [
    ...whatIf.baselines.map(
      ({ tier, microusd, pairs }) =>
        `  All on ${inPlainLine(tier)}, floors kept: ${dollars(weekly(whatIf, microusd))} a week (${basis(pairs)})`,
    ),
    ...whatIf.dominated.map(({ tier, by, ratio, pairs, task_type: type }) => {
      const where = type === null ? '' : ` for ${inPlainLine(type)}`;
      return `  ${inPlainLine(tier)} is beaten by ${inPlainLine(by)}${where}: ${ratio.toFixed(2)} times the cost on ${count(pairs, 'pair')}, and more rework`;
    }),
  ];
}

/** A what-if for a terminal. The headline is one sentence; the rest says what it rests on. */
export function renderWhatIfTerminal(whatIf: WhatIf): string {
  if (whatIf.runs === 0) return headline(whatIf);
  const past = pastText(whatIf);
  const figures = isCostKnown(whatIf)
    ? [...cellRows(whatIf), ...tierRows(whatIf), '', ...factRows(whatIf), ...baselineRows(whatIf)]
    : [];
  return [
    headline(whatIf),
    ...figures,
    '',
    `Replay of ${replayedText(whatIf)} as recorded.`,
    ...(past === null ? [] : [`${past}.`]),
    ...whatIf.assumptions.map((text) => inPlainLine(text)),
  ].join('\n');
}
