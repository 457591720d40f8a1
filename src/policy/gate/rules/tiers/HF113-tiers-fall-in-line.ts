import { tierBreaches } from '../../../decision/breaches.ts';
import type { Rule } from '../../rule.ts';

export const tiersFallInLine: Rule = {
  id: 'HF113',
  name: 'tiers-fall-in-line',
  severity: 'error',
  purpose: 'A higher tier has a model of a lesser line than a lower tier.',
  remedy: 'give the higher tier a model whose line is at least that of the tiers below it.',
  breach: false,
  checks: {
    change: ({ head }) =>
      tierBreaches(head.allocation, head.table)
        .filter(({ kind }) => kind === 'falling-line')
        .map(({ message, origin }) => ({ message, at: origin.position })),
  },
};
