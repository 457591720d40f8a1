import { validatorOf } from '../../allocation/schema/check.ts';
import type { StoredDeferral } from '../../generated/deferral.ts';
import type { StoredDrainEvent } from '../../generated/drain.ts';
import { DEFERRAL_SCHEMA, DRAIN_SCHEMA } from '../../generated/stored-schema-texts.ts';
import { type Checked, conform, identified } from './conform.ts';
import { type Deferral, type DrainEvent, deferralId, drainEventId } from './deferral.ts';

const validateDeferral = validatorOf<StoredDeferral>(DEFERRAL_SCHEMA, { fill: true });
const validateDrain = validatorOf<StoredDrainEvent>(DRAIN_SCHEMA, { fill: true });

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
