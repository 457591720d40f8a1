import type { Suggestion } from '../calibration/advice/index.ts';
import { number } from './figures.ts';

/** What is advised on a cell that nothing has run in yet. */
export interface CellAdvice {
  readonly agent: string;
  readonly phase: string;
  readonly advice: Suggestion;
}

/** `complex: consider sonnet (p 0.46, n 812), advice only`: plain text. */
export function adviceText({ tier, p, n, complex, grounds }: Suggestion): string {
  const why = complex ? 'complex' : 'likely to be done again';
  const because = grounds.length === 0 ? '' : `; for it speak ${grounds.join(', ')}`;
  return `${why}: consider ${tier} (p ${p.toFixed(2)}, n ${number(n)}), advice only${because}`;
}
