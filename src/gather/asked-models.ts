import { join } from 'node:path';
import type { Rank } from '../allocation/names.ts';
import { REAL_PACE } from '../pace/index.ts';
import { type Decision, resolve, type State } from '../policy/decision/resolve.ts';
import type { OptionValues } from '../surface/options/index.ts';
import { baseUrlOf } from './api-address.ts';
import type { Context } from './context.ts';
import type { Gathered } from './decision.ts';

/** A question beside the work of a step that others wait for, in milliseconds. */
const PATIENCE = 5_000;

type AskOptions = Pick<OptionValues, 'anthropicApiKey' | 'provider'>;

/** What was decided, in the state that is known after the API was asked. */
interface Decided {
  readonly decisions: readonly Decision[];
  readonly state: State;
}

/**
 * Decides, and asks the Models API whether the models can be had that would run, where the Action has a key at hand:
 * a model that is gone defers its cell here, instead of breaking the agent's step. What the API does not answer is
 * a note, and changes nothing.
 */
export async function decideWithModels(
  { loaded, requests, state }: Pick<Gathered, 'loaded' | 'requests' | 'state'>,
  context: Context<AskOptions>,
): Promise<Decided> {
  const { allocation, exceptions, table } = loaded;
  const decideIn = (known: State): Decided => ({
    decisions: requests.map((request) => resolve(allocation, exceptions, request, known)),
    state: known,
  });
  const { options, env, surface, notes, pace = REAL_PACE, secrets } = context;
  const key = (options.anthropicApiKey ?? env.ANTHROPIC_API_KEY ?? '').trim();
  const first = decideIn(state);
  if (surface !== 'action' || !/^[\x21-\x7e]+$/.test(key) || options.provider !== 'anthropic') return first;
  secrets?.learn(key);
  try {
    const baseUrl = baseUrlOf(context);
    // Loaded only now: without a key nobody is asked, and the SDK is large.
    const [{ API, createClaudeClient }, { Availability }] = await Promise.all([
      import('../anthropic/index.ts'),
      import('./availability.ts'),
    ]);
    const availability = new Availability({
      client: createClaudeClient({ kind: 'key', key }, baseUrl),
      allocation,
      table,
      provider: options.provider,
      baseUrl: baseUrl ?? API,
      folder: env.RUNNER_TEMP ? join(env.RUNNER_TEMP, 'haiku-first') : null,
      pace,
      patience: PATIENCE,
      note: (line) => notes.push(line),
    });
    const unavailable = new Map(state.unavailable);
    let decided = first;
    for (const asked = new Set<Rank>(); ; ) {
      const ranks = allocation.tiers
        .filter(({ name, rank }) => !asked.has(rank) && decided.decisions.some(({ tier }) => tier === name))
        .map(({ rank }) => rank);
      if (ranks.length === 0) return decided;
      await Promise.all(
        ranks.map(async (rank) => {
          asked.add(rank);
          const why = await availability.why(rank);
          if (why !== null) unavailable.set(rank, why);
        }),
      );
      decided = decideIn({ ...state, unavailable: new Map(unavailable) });
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    notes.push(`The Models API could not be asked which models are available: ${why}`);
    return first;
  }
}
