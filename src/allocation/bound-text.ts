import type { TargetBound } from './allocation.ts';

/** The bound of a target in words: `at most 0.15`. */
export function boundText(bound: TargetBound): string {
  switch (bound.kind) {
    case 'between':
      return `between ${bound.low} and ${bound.high}`;
    case 'trend':
      return `trend ${bound.direction}`;
    default:
      return `${bound.kind.replace('_', ' ')} ${bound.value}`;
  }
}
