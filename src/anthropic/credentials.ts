import { oidcFederationProvider } from '@anthropic-ai/sdk/lib/credentials/oidc-federation';
import { WorkloadIdentityError } from '@anthropic-ai/sdk/lib/credentials/types';
import { UserError } from '../errors.ts';
import { type BackoffBounds, backoff, type Pace } from '../pace/index.ts';
import { type IdentitySource, identityToken } from './identity.ts';
import { boundedFetch, EndlessAnswer, isBrokenConnection } from './transport.ts';

/** An access token and when it ends, in seconds since 1970; null: it does not. */
interface AccessToken {
  readonly token: string;
  readonly expiresAt: number | null;
}

/** How the API is told who asks: never anything that lies on the disk. */
export type Access =
  | { readonly kind: 'key'; readonly key: string }
  /** Called again before the token ends, also while a long run goes on. */
  | { readonly kind: 'federation'; readonly provider: () => Promise<AccessToken> };

/** What a federation rule asks for. Ids as the Claude Console shows them: `fdrl_…`, `svac_…`, `wrkspc_…`. */
export interface Federation {
  readonly ruleId: string;
  readonly organizationId: string;
  readonly serviceAccountId: string | null;
  readonly workspaceId: string | null;
}

/** A try or two more: the token service of a platform is away for moments only. */
const TRIES = 3;
const WAITS: BackoffBounds = { first: 1000, longest: 10_000 };
/** Bytes of an answer with a token: many times what one has. */
const MOST_TOKEN = 1 << 20;
/** An exchange that takes longer, to its last byte, does not come. */
const PATIENCE = 30_000;

/**
 * Access by workload identity federation: the job's own identity token, asked for anew each time, is exchanged for an
 * access token (RFC 7523). Neither is written anywhere.
 * @param learn told of every token before it is used, so that it is masked wherever it might appear
 */
export function federationAccess(
  federation: Federation,
  source: IdentitySource,
  baseUrl: string,
  learn: (secret: string) => void,
  pace: Pick<Pace, 'sleep' | 'random'>,
): Access {
  const exchange = oidcFederationProvider({
    identityTokenProvider: async () => {
      const token = await identityToken(source);
      learn(token);
      return token;
    },
    federationRuleId: federation.ruleId,
    organizationId: federation.organizationId,
    serviceAccountId: federation.serviceAccountId ?? undefined,
    workspaceId: federation.workspaceId ?? undefined,
    baseURL: baseUrl,
    fetch: boundedFetch({ longest: PATIENCE, mostBytes: MOST_TOKEN }),
  });
  const provider = async (): Promise<AccessToken> => {
    for (let losses = 0; ; losses += 1) {
      try {
        const access = await exchange();
        if (!isToken(access.token))
          throw new UserError(
            "What the API sent for the job's identity is not an access token.",
            'Check ANTHROPIC_BASE_URL.',
          );
        learn(access.token);
        return access;
      } catch (error) {
        const broken = error instanceof EndlessAnswer || isBrokenConnection(error);
        if (!(broken || error instanceof WorkloadIdentityError)) throw error;
        const status = error instanceof WorkloadIdentityError ? error.statusCode : null;
        if (!mayPass(status) || losses === TRIES - 1) throw exchangeError(status);
        await pace.sleep(backoff(losses, WAITS, pace.random));
      }
    }
  };
  return { kind: 'federation', provider };
}

/** What a header takes. A server may answer with anything, whatever the SDK's types say. */
function isToken(value: unknown): boolean {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}

function mayPass(status: number | null): boolean {
  return status === null || status === 429 || status >= 500;
}

/** The server's own words stay out: they may repeat what was sent. */
function exchangeError(status: number | null): UserError {
  if (status === null || mayPass(status)) {
    return new UserError(
      `The job's identity could not be exchanged for an access token${status === null ? '' : ` (${status})`}.`,
      'Try again later; if it persists, check ANTHROPIC_BASE_URL, which must be https.',
    );
  }
  return new UserError(
    `The job's identity token was not accepted (${status}).`,
    'Check the federation rule against the token: its issuer, subject, audience and workspace. The Claude Console shows each attempt under Workload identity.',
  );
}
