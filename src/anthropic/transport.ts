/** How much of one exchange with a server is borne, whatever it sends. */
export interface Bounds {
  /** Milliseconds from the request to the last byte. */
  readonly longest: number;
  readonly mostBytes: number;
}

/** An hour is more than the longest answer takes, and 64 MiB are several times what its events have. */
export const BOUNDS: Bounds = { longest: 3_600_000, mostBytes: 64 << 20 };

/** A server that sends more than any answer has. */
export class EndlessAnswer extends Error {
  override readonly name = 'EndlessAnswer';
}

/**
 * `fetch` for a server that may be hostile. It follows no redirect: the key is in a header of its own, which `fetch`
 * would send on to the other host, and the prompt with it. An exchange that drips, or does not end, is broken off:
 * timeouts of `fetch` are about the first byte, and about the time between two.
 */
export function boundedFetch({ longest, mostBytes }: Bounds): typeof fetch {
  return async (url, init) => {
    const late = AbortSignal.timeout(longest);
    const signal = init?.signal == null ? late : AbortSignal.any([init.signal, late]);
    const response = await fetch(url, { ...init, signal, redirect: 'manual' });
    const { status, statusText, headers } = response;
    // To the SDK a success without a body is a mistake of its caller; it is an answer that did not come.
    if (response.body === null) return response.ok ? new Response('', { headers }) : response;
    return new Response(response.body.pipeThrough(atMost(mostBytes)), { status, statusText, headers });
  };
}

function atMost(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform: (chunk, controller) => {
      left -= chunk.byteLength;
      if (left < 0) throw new EndlessAnswer('the answer does not end');
      controller.enqueue(chunk);
    },
  });
}

/** What `fetch` breaks off with when a signal says so. */
const BROKEN_OFF: readonly string[] = ['AbortError', 'TimeoutError'];

/**
 * Whether an error says that an answer did not come whole. `fetch` fails with a `TypeError` while a body is read; the
 * cause has a code, which a mistake of ours has not. A line of the stream that is no JSON was damaged on the way.
 */
export function isBrokenConnection(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  if (error instanceof DOMException) return BROKEN_OFF.includes(error.name);
  if (!(error instanceof Error)) return false;
  return error.message === 'terminated' || (error.cause instanceof Error && 'code' in error.cause);
}
