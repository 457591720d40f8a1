import type { WhatIf } from '../../calibration/replay/index.ts';
import { bytes, fitToBudget, paragraph, type Section } from '../budget.ts';
import { inMarkdown, inMarkdownCode } from '../escape.ts';
import { count, NONE, signedDollars } from '../figures.ts';
import { tableHead, tableRow } from '../tables.ts';
import { cellName } from '../words.ts';
import {
  headline,
  moveText,
  pastText,
  perWeek,
  replayedText,
  reworkTexts,
  weekly,
  zoneText,
} from './words.ts';

const NAME = 100;
const TITLES = ['Change', 'Base → this pull request', 'Runs a week', 'Cost a week'];

function rowOf(whatIf: WhatIf, cell: WhatIf['cells'][number]): string {
  const runs = perWeek(whatIf, cell.runs);
  return tableRow([
    inMarkdownCode(cellName(cell.agent, cell.phase), NAME) || NONE,
    inMarkdown(moveText(cell), NAME),
    runs >= 9.95 ? String(Math.round(runs)) : runs.toFixed(1),
    signedDollars(weekly(whatIf, cell.head - cell.base)),
  ]);
}

function restsOn(whatIf: WhatIf): string {
  const ratios = whatIf.ratios.map(
    ({ from, to, usage, pairs }) =>
      `${inMarkdown(to, NAME)} uses ${usage.toFixed(2)} × the tokens of ${inMarkdown(from, NAME)} (${count(pairs, 'pair')})`,
  );
  const past = pastText(whatIf);
  const lines = [
    `Replay of ${replayedText(whatIf)}.`,
    ...(ratios.length === 0
      ? []
      : [`Measured, drawn towards list prices where pairs are few: ${ratios.join(', ')}.`]),
    ...(past === null ? [] : [`${past}.`]),
    ...whatIf.assumptions.map((text) => inMarkdown(text)),
  ];
  const list = lines.map((line) => `- ${line}`).join('\n');
  return `<details>\n<summary>What this rests on</summary>\n\n${list}\n\n</details>`;
}

/** What a change of the matrix would have cost, for a comment: a sentence, the cells that change, the rest folded. */
export function whatIfSections(whatIf: WhatIf): readonly Section[] {
  const zones = zoneText(whatIf);
  const facts = [
    ...reworkTexts(whatIf).map(
      ({ cell, text }) => `- **Rework:** ${inMarkdownCode(cell, NAME)} ${inMarkdown(text)}`,
    ),
    ...(zones === null ? [] : [`- **Zone:** ${inMarkdown(zones)}`]),
  ];
  const all =
    whatIf.cells.length < 2
      ? []
      : [tableRow(['**All**', '', '', `**${signedDollars(weekly(whatIf, whatIf.delta.microusd))}**`])];
  return [
    // It holds figures alone, no name of any file.
    paragraph(`**${headline(whatIf)}**`),
    ...(whatIf.cells.length === 0
      ? []
      : [
          {
            head: tableHead(TITLES, new Set([2, 3])),
            rows: [...whatIf.cells.map((cell) => rowOf(whatIf, cell)), ...all],
            held: 0,
            leftOut: (rows: number) => `*${count(rows, 'cell')} more, not shown here.*`,
          },
        ]),
    ...(facts.length === 0 ? [] : [paragraph(facts.join('\n'))]),
    paragraph(restsOn(whatIf)),
  ];
}

/** Bytes of UTF-8; other summaries of the step share its megabyte. */
const SUMMARY_BYTES = 200_000;

/** A what-if for a job summary. */
export function renderWhatIfSummary(whatIf: WhatIf): string {
  return fitToBudget(
    [paragraph('### haiku-first · what if'), ...whatIfSections(whatIf)],
    SUMMARY_BYTES,
    bytes,
  );
}
