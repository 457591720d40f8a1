import type Anthropic from '@anthropic-ai/sdk';
import type { Effort } from '../allocation/names.ts';
import { isObject } from '../usage/records/fields.ts';
import { apiFailureOf, type ClaudeClient } from './client.ts';
import { type ApiFailure, classify } from './errors.ts';

type Content = Anthropic.MessageCreateParams['messages'][number]['content'];

/** One question to one model. */
export interface Ask {
  readonly model: string;
  readonly system: string | null;
  readonly content: Exclude<Content, string>;
  readonly maxTokens: number;
  /** Null: the model's own default. */
  readonly effort: Effort | null;
}

/** The message as far as it came, as the API says it: who answered, and what it used. No text. */
export interface Seen {
  readonly id: unknown;
  readonly model: unknown;
  readonly usage: Readonly<Record<string, unknown>>;
  readonly stop_reason: unknown;
}

/** Who hears of an answer while it comes. */
interface Listener {
  /** It has begun: what was read is counted from here on. */
  readonly started: (seen: Seen) => void;
  readonly text: (piece: string) => void;
}

/** What became of one request. `seen` is null where nothing came back. */
export type Reply =
  | { readonly kind: 'answer'; readonly text: string; readonly stopReason: string; readonly seen: Seen }
  | { readonly kind: 'failure'; readonly failure: ApiFailure; readonly seen: Seen | null };

/** The first byte of an answer may take long: the model reads, and thinks. Between later ones `fetch` waits 5 minutes. */
const FIRST_BYTE = 600_000;

const LOST = { status: null, type: null, code: null, header: () => null } as const;

/**
 * Sends one message and reads its stream to the end. An answer that broke off is a failure, with what it used so far.
 * Throws what is no failure of the request, such as credentials that cannot be had.
 */
export async function sendMessage(client: ClaudeClient, ask: Ask, told: Listener): Promise<Reply> {
  let seen: Seen | null = null;
  let text = '';
  try {
    const stream = await client.messages.create(bodyOf(ask), { timeout: FIRST_BYTE });
    for await (const event of stream) {
      const fields: unknown = event;
      if (!isObject(fields)) continue;
      if (fields.type === 'message_start' && isObject(fields.message)) {
        seen = started(fields.message);
        told.started(seen);
      } else if (fields.type === 'content_block_delta' && isObject(fields.delta)) {
        const piece = fields.delta.type === 'text_delta' ? fields.delta.text : null;
        if (typeof piece !== 'string') continue;
        text += piece;
        told.text(piece);
      } else if (fields.type === 'message_delta' && seen !== null) seen = grown(seen, fields);
      else if (fields.type === 'message_stop' && seen !== null) {
        const stopReason = typeof seen.stop_reason === 'string' ? seen.stop_reason : 'unknown';
        return { kind: 'answer', text, stopReason, seen };
      }
    }
    return { kind: 'failure', failure: classify(LOST), seen };
  } catch (error) {
    const failure = apiFailureOf(error);
    if (failure === null) throw error;
    return { kind: 'failure', failure, seen };
  }
}

function bodyOf({ model, system, content, maxTokens, effort }: Ask): Anthropic.MessageCreateParamsStreaming {
  return {
    model,
    max_tokens: maxTokens,
    messages: [{ role: 'user', content }],
    stream: true,
    ...(system === null ? {} : { system }),
    ...(effort === null ? {} : { output_config: { effort } }),
  };
}

function started(message: Readonly<Record<string, unknown>>): Seen {
  const { id, model, usage, stop_reason } = message;
  return { id, model, usage: isObject(usage) ? usage : {}, stop_reason };
}

/** The figures of a `message_delta` are cumulative; those that it leaves open stay as they were. */
function grown(seen: Seen, event: Readonly<Record<string, unknown>>): Seen {
  const told = isObject(event.usage) ? Object.entries(event.usage).filter(([, value]) => value !== null) : [];
  const delta = isObject(event.delta) ? event.delta : {};
  return {
    ...seen,
    usage: { ...seen.usage, ...Object.fromEntries(told) },
    stop_reason: delta.stop_reason ?? seen.stop_reason,
  };
}
