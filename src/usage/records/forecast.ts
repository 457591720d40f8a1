import { ZONES, type Zone } from '../../allocation/names.ts';
import { validatorOf } from '../../allocation/schema/check.ts';
import type { StoredForecast } from '../../generated/forecast.ts';
import { FORECAST_SCHEMA } from '../../generated/stored-schema-texts.ts';
import type { Immutable } from '../../immutable.ts';
import { type Checked, conform } from './conform.ts';

/** What was expected of a week's budget at some time, as the ledger keeps it: see schema/forecast.schema.json. */
export type LoggedForecast = Immutable<StoredForecast>;

/** A complete week as a forecast keeps it: what it used by the hour, and what was expected of it. */
export type PastWeek = NonNullable<LoggedForecast['history']>[number];

/** How probable each zone is at the end of a week. */
export type ZoneChances = NonNullable<LoggedForecast['probabilities']>;

const validateForecast = validatorOf<StoredForecast>(FORECAST_SCHEMA, { fill: true, drop: true });

/** A forecast from an untrusted value. */
export function checkForecast(value: unknown): Checked<LoggedForecast> {
  return conform(value, validateForecast, 'at');
}

/** The newest of some forecasts; of two of one second the one that says more. */
export function newestForecast(forecasts: readonly LoggedForecast[]): LoggedForecast | null {
  return forecasts.reduce<LoggedForecast | null>(
    (newest, each) => (newest === null || orderOf(each) > orderOf(newest) ? each : newest),
    null,
  );
}

function orderOf({ at, weeks, spent, point }: LoggedForecast): string {
  return JSON.stringify([at, weeks, String(spent).padStart(16, '0'), String(point).padStart(16, '0')]);
}

/** The most probable zone, of equals the gravest. */
export function likeliest(chances: ZoneChances): { readonly zone: Zone; readonly probability: number } {
  return ZONES.map((zone) => ({ zone, probability: chances[zone] })).reduce((most, each) =>
    each.probability >= most.probability ? each : most,
  );
}
