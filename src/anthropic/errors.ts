/**
 * What kind of trouble a failed request is.
 * `busy`: it may work in a moment (rate limits, overload, errors of the server, a broken connection).
 * `spend-limit`: the monthly limit of the organization; futile until the month is over.
 * `no-model`: the API does not know the model.
 * `futile`: no other try can help, and a person has to do something.
 */
type ApiFailureKind = 'busy' | 'spend-limit' | 'no-model' | 'futile';

export interface ApiFailure {
  readonly kind: ApiFailureKind;
  /** Null: there was no answer at all, or it broke off. */
  readonly status: number | null;
  /** Milliseconds that the server asks to wait; null: it does not say. */
  readonly waitMs: number | null;
  /** One sentence, without a word of the server's own text. */
  readonly what: string;
  /** What to do about it; null: nothing but to wait. */
  readonly fix: string | null;
}

/** What is known of a failed request. Its message is not: wording changes, and it is the server's text. */
interface Symptoms {
  readonly status: number | null;
  /** `error.type` of the body. */
  readonly type: string | null;
  /** `error.details.error_code` of the body. */
  readonly code: string | null;
  readonly header: (name: string) => string | null;
}

/** A server that asks for more than this is not waited for; the number only has to be finite. */
const LONGEST_WAIT = 86_400_000;

/** `retry-after-ms`, else `retry-after` in seconds. A date is not read: the API sends none. */
function waitOf(header: Symptoms['header']): number | null {
  const exact = header('retry-after-ms');
  const seconds = header('retry-after');
  const text = exact ?? seconds ?? '';
  if (!/^\d{1,9}(?:\.\d{1,6})?$/.test(text)) return null;
  return Math.min(LONGEST_WAIT, Math.ceil(Number(text) * (exact === null ? 1000 : 1)));
}

/** A stream that has begun says what went wrong by its type alone. */
const STATUS_OF_TYPE: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  rate_limit_error: 429,
  api_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
};

const LIMIT_FIX = 'Raise the limit in the Claude Console, under Limits.';

/**
 * Sorts a failed request by its status and, where the body has one, its `error_code`; an unknown code counts as its
 * bare type. Source: the error classes and `ErrorDetails` of the Anthropic SDK.
 */
export function classify({ status: given, type, code, header }: Symptoms): ApiFailure {
  const status = given ?? STATUS_OF_TYPE[type ?? ''] ?? null;
  const busy = (what: string): ApiFailure => ({
    kind: 'busy',
    status,
    waitMs: waitOf(header),
    what,
    fix: null,
  });
  const never = (what: string, fix: string | null, kind: ApiFailureKind = 'futile'): ApiFailure => ({
    kind,
    status,
    waitMs: null,
    what,
    fix,
  });
  if (status === null) return busy('the connection to the API was lost');
  if (code === 'enforced_spend_limit_reached')
    return never("the organization's monthly spend limit is reached", LIMIT_FIX, 'spend-limit');
  if (code === 'contract_spend_limit_reached' || code === 'linked_organization_spend_limit_reached')
    return never(
      'the spend limit of the contract is reached',
      'Ask whoever holds the contract with Anthropic.',
    );
  if (status >= 300 && status < 400)
    return never(
      `the address of the API redirects to another one (${status}), to which no credentials are sent`,
      'If that address is right, set ANTHROPIC_BASE_URL to it.',
    );
  switch (status) {
    case 401:
      return never('the API does not accept the credentials (401)', 'Check the key, or the federation rule.');
    case 402:
      return never('the API asks for payment (402)', 'Check the billing settings in the Claude Console.');
    case 403:
      return never('the API denies access (403)', 'Check what the key or the service account may do.');
    case 404:
      return type === 'not_found_error'
        ? never('the API does not know the model (404)', null, 'no-model')
        : never('there is no such address (404)', 'Check ANTHROPIC_BASE_URL.');
    case 413:
      return never('the request is too large (413)', 'Attach less.');
    case 408:
    case 409:
      return busy(`the API did not accept the request (${status})`);
    case 429:
      return busy(
        code === 'ramp_limit_exceeded'
          ? 'usage is growing faster than allowed (429)'
          : 'the rate limit is reached (429)',
      );
    case 529:
      return busy('the model is overloaded (529)');
  }
  if (status >= 500) return busy(`the API has an internal error (${status})`);
  const named = code === null ? '' : `: ${code.replace(/[^A-Za-z0-9_.-]/g, '?').slice(0, 80)}`;
  return never(
    `the API refuses the request (${status}${named})`,
    'Check the prompt, the attachments and the limits.',
  );
}
