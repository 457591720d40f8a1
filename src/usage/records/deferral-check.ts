import { validateDeferral, validateDrain } from '../../generated/deferral-validators.ts';
import { type Checked, conform, identified } from './conform.ts';
import { type Deferral, type DrainEvent, deferralId, drainEventId } from './deferral.ts';

/** A deferral from an untrusted value. The `id` must be the one that its key gives, and may be left out. */
export function checkDeferral(value: unknown): Checked<Deferral> {
  const checked = conform(value, validateDeferral, 'at', 'not_before');
  return checked.ok ? identified(checked.value, deferralId(checked.value)) : checked;
}

/** A step of a drain from an untrusted value; its `id` as of `checkDeferral`. */
export function checkDrainEvent(value: unknown): Checked<DrainEvent> {
  const checked = conform(value, validateDrain, 'at');
  return checked.ok ? identified(checked.value, drainEventId(checked.value)) : checked;
}
