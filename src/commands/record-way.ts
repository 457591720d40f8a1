import type { Way } from './job-delivery.ts';
import type { ParsedOptions } from './options.ts';
import type { Surroundings } from './outcome.ts';

/** Where records go: on the command line to the ledger, unless that is `none`. */
export function wayOf(options: Pick<ParsedOptions, 'record' | 'ledger'>, { surface }: Surroundings): Way {
  if (surface === 'action') return options.record;
  return options.ledger === 'none' ? 'off' : 'push';
}
