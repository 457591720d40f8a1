import type { Target } from './allocation.ts';

/** The bound of a target in words: `at most 15%`, `below 5 minutes`, `trend down`. */
export function boundText({ bound, figure }: Pick<Target, 'bound' | 'figure'>): string {
  const unit = figure?.unit ?? null;
  // The error of binary fractions is taken away: 0.29 is 29%.
  const inUnit = (value: number): string =>
    unit === 'share' ? `${Number((value * 100).toFixed(10))}%` : String(value);
  const suffix = unit === 'minutes' || unit === 'hours' ? ` ${unit}` : '';
  switch (bound.kind) {
    case 'between':
      return `between ${inUnit(bound.low)} and ${inUnit(bound.high)}${suffix}`;
    case 'trend':
      return `trend ${bound.direction}`;
    default:
      return `${bound.kind.replace('_', ' ')} ${inUnit(bound.value)}${suffix}`;
  }
}
