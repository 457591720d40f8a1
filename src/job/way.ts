import type { Call } from '../surface/call.ts';
import type { OptionValues } from '../surface/options/index.ts';
import type { Way } from './delivery.ts';

/** Where records go: on the command line to the ledger, unless that is `none`. */
export function wayOf({
  options,
  surface,
}: Pick<Call<Pick<OptionValues, 'record' | 'ledger'>>, 'options' | 'surface'>): Way {
  if (surface === 'action') return options.record;
  return options.ledger === 'none' ? 'off' : 'push';
}
