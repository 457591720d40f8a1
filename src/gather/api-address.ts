import { UserError } from '../errors.ts';
import type { Call } from '../surface/call.ts';

/** Where the API is: `ANTHROPIC_BASE_URL` for a gateway; null: the API itself. Throws `UserError` for no web address. */
export function baseUrlOf({ env }: Pick<Call, 'env'>): string | null {
  const text = (env.ANTHROPIC_BASE_URL ?? '').trim().replace(/\/+$/, '');
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const secure = url?.protocol === 'https:';
  const local = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  // A key must not cross a network in the clear.
  if (
    url === null ||
    !(secure || (url.protocol === 'http:' && local)) ||
    url.username !== '' ||
    url.password !== ''
  ) {
    throw new UserError(
      'ANTHROPIC_BASE_URL is not an address that a key may be sent to.',
      'Write it as https://gateway.example.com, without a name or password in it.',
    );
  }
  return text;
}
