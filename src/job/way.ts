import type { ParsedOptions } from '../surface/options.ts';
import type { Surroundings } from '../surface/outcome.ts';
import type { Way } from './delivery.ts';

/** Where records go: on the command line to the ledger, unless that is `none`. */
export function wayOf(options: Pick<ParsedOptions, 'record' | 'ledger'>, { surface }: Surroundings): Way {
  if (surface === 'action') return options.record;
  return options.ledger === 'none' ? 'off' : 'push';
}
