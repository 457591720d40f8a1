import { describe, expect, it } from 'vitest';
import { classify } from '../../src/anthropic/errors.ts';

const kindOf = (status: number | null, type: string | null = null, code: string | null = null): string =>
  classify({ status, type, code, header: () => null }).kind;

describe('a failed request', () => {
  it.each([
    [429, 'rate_limit_error', null, 'busy'],
    [429, 'rate_limit_error', 'ramp_limit_exceeded', 'busy'],
    [429, 'rate_limit_error', 'enforced_spend_limit_reached', 'spend-limit'],
    [429, 'rate_limit_error', 'contract_spend_limit_reached', 'futile'],
    [429, 'rate_limit_error', 'linked_organization_spend_limit_reached', 'futile'],
    [429, 'rate_limit_error', 'a_code_of_tomorrow', 'busy'],
    [529, 'overloaded_error', null, 'busy'],
    [500, 'api_error', null, 'busy'],
    [504, 'timeout_error', null, 'busy'],
    [503, null, 'cmek_context_unavailable', 'busy'],
    [408, null, null, 'busy'],
    [409, 'conflict_error', null, 'busy'],
    [404, 'not_found_error', null, 'no-model'],
    [404, null, null, 'futile'],
    [400, 'invalid_request_error', 'claude_code_version_too_old', 'futile'],
    [401, 'authentication_error', null, 'futile'],
    [402, 'billing_error', null, 'futile'],
    [403, 'permission_error', 'organization_on_hold', 'futile'],
    [413, null, null, 'futile'],
    // In a stream that has begun there is no status any more.
    [null, 'overloaded_error', null, 'busy'],
    [null, 'rate_limit_error', 'enforced_spend_limit_reached', 'spend-limit'],
    [null, 'invalid_request_error', null, 'futile'],
    [null, 'an_error_of_tomorrow', null, 'busy'],
    [null, null, null, 'busy'],
  ])('of status %s, type %s and code %s is %s', (status, type, code, kind) => {
    expect(kindOf(status, type, code)).toBe(kind);
  });

  it.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after-ms': '20', 'retry-after': '7' }, 20],
    [{ 'retry-after': '999999999' }, 86_400_000],
    [{ 'retry-after': 'Wed, 25 Nov 2026 20:00:00 GMT' }, null],
    [{ 'retry-after': '-1' }, null],
    [{ 'retry-after': '' }, null],
    [{}, null],
  ])('says with %j how long to wait', (headers, wait) => {
    const given = new Map(Object.entries(headers));
    const header = (name: string): string | null => given.get(name) ?? null;
    expect(classify({ status: 429, type: null, code: null, header }).waitMs).toBe(wait);
  });

  it('repeats no code that is more than a name', () => {
    const { what } = classify({ status: 400, type: null, code: '::error::\n<b>', header: () => null });
    expect(what).toBe('the API refuses the request (400: ??error????b?)');
  });
});
