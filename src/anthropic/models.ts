import { EFFORTS, type Effort, LINES, type Line } from '../allocation/names.ts';
import { isObject } from '../usage/records/fields.ts';
import { apiFailureOf, type ClaudeClient } from './client.ts';
import type { ApiFailure } from './errors.ts';

/** What the API says of a model, as far as it matters here. */
export interface ModelFacts {
  readonly id: string;
  /** Null: it is of no line, or of one that this version does not know. */
  readonly line: Line | null;
  readonly lifecycle: 'active' | 'deprecated' | 'retired';
  /** As the API words it; a past day means overdue, not retired. Null: none is set. */
  readonly retiresAt: string | null;
  /** The most that `max_tokens` may be; null: not said. */
  readonly maxTokens: number | null;
  /** The efforts that it can be asked for; null: not said. */
  readonly efforts: readonly Effort[] | null;
}

export type ModelReading =
  | { readonly kind: 'known'; readonly facts: ModelFacts }
  /** The API does not know the model. */
  | { readonly kind: 'unknown' }
  /** The question itself failed: that says nothing of the model. */
  | { readonly kind: 'trouble'; readonly failure: ApiFailure };

/** A question beside the work: it is not waited for longer. */
export const QUESTION_PATIENCE = 15_000;

/** Asks the API about one model. Throws what is no failure of a request, such as credentials that cannot be had. */
export async function readModel(
  client: ClaudeClient,
  model: string,
  patience: number = QUESTION_PATIENCE,
): Promise<ModelReading> {
  try {
    const signal = AbortSignal.timeout(patience);
    const info: unknown = await client.models.retrieve(model, {}, { signal });
    const facts = modelFacts(info);
    if (facts !== null) return { kind: 'known', facts };
    const what = 'the API did not describe the model';
    return { kind: 'trouble', failure: { kind: 'futile', status: 200, waitMs: null, what, fix: null } };
  } catch (error) {
    const failure = apiFailureOf(error);
    if (failure === null) throw error;
    return failure.kind === 'no-model' ? { kind: 'unknown' } : { kind: 'trouble', failure };
  }
}

/** Facts from a `ModelInfo`, or from what was kept of one; null for anything else. A gateway may answer anything. */
export function modelFacts(value: unknown): ModelFacts | null {
  if (!isObject(value) || typeof value.id !== 'string') return null;
  const lifecycle = LIFECYCLES.find((each) => each === value.lifecycle);
  // Older servers, and gateways, describe a model without its lifecycle: it is there, so it can be had.
  if (lifecycle === undefined && value.lifecycle !== undefined) return null;
  const { retires_at: retires, max_tokens: most } = value;
  return {
    id: value.id,
    line: LINES.find((each) => each === value.line) ?? null,
    lifecycle: lifecycle ?? 'active',
    retiresAt: typeof retires === 'string' && /^[0-9T:.Z+-]{10,40}$/.test(retires) ? retires : null,
    maxTokens: typeof most === 'number' && Number.isInteger(most) && most > 0 ? most : null,
    efforts: effortsOf(value.capabilities),
  };
}

const LIFECYCLES = ['active', 'deprecated', 'retired'] as const;

function effortsOf(capabilities: unknown): readonly Effort[] | null {
  if (!isObject(capabilities) || !isObject(capabilities.effort)) return null;
  const { effort } = capabilities;
  if (effort.supported !== true) return [];
  return EFFORTS.filter((level) => {
    const support = effort[level];
    return isObject(support) && support.supported === true;
  });
}

/**
 * Why a model cannot do the work of its tier; null where it can, as far as the API says.
 * @param line the line of the tier's model by our table; null: the table does not know it
 */
export function whyUnavailable(model: string, reading: ModelReading, line: Line | null): string | null {
  if (reading.kind === 'unknown') return `the API does not know ${model}`;
  if (reading.kind === 'trouble') return null;
  const { facts } = reading;
  if (facts.lifecycle === 'retired') return `${model} is retired`;
  if (line !== null && facts.line !== null && facts.line !== line)
    return `the API says that ${model} is of the line ${facts.line}, not ${line}`;
  return null;
}

/**
 * The effort to ask a model for: the wanted one, else the next higher that it has; null: it has none so high, and is
 * left to its own default.
 */
export function supportedEffort(wanted: Effort, efforts: readonly Effort[] | null): Effort | null {
  if (efforts === null) return wanted;
  return EFFORTS.slice(EFFORTS.indexOf(wanted)).find((level) => efforts.includes(level)) ?? null;
}
