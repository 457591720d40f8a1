import type { Access, Federation } from '../../anthropic/index.ts';
import { UserError } from '../../errors.ts';
import { baseUrlOf } from '../../gather/api-address.ts';
import type { Context } from '../../gather/context.ts';
import type { Pace } from '../../pace/index.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionValues } from '../../surface/options/index.ts';

type Credentials = Pick<
  OptionValues,
  | 'anthropicApiKey'
  | 'anthropicFederationRuleId'
  | 'anthropicOrganizationId'
  | 'anthropicServiceAccountId'
  | 'anthropicWorkspaceId'
>;

/** A shorter word of a header is no secret. */
const HEADER_SECRET = 16;

function federationOf(options: Credentials, env: Call['env']): Federation | null {
  const given = (option: string | null, name: string): string | null => option ?? (env[name]?.trim() || null);
  const ruleId = given(options.anthropicFederationRuleId, 'ANTHROPIC_FEDERATION_RULE_ID');
  if (ruleId === null) return null;
  const organizationId = given(options.anthropicOrganizationId, 'ANTHROPIC_ORGANIZATION_ID');
  if (organizationId === null) {
    throw new UserError(
      'A federation rule needs its organization.',
      'Set anthropic-organization-id, or ANTHROPIC_ORGANIZATION_ID.',
    );
  }
  return {
    ruleId,
    organizationId,
    serviceAccountId: given(options.anthropicServiceAccountId, 'ANTHROPIC_SERVICE_ACCOUNT_ID'),
    workspaceId: given(options.anthropicWorkspaceId, 'ANTHROPIC_WORKSPACE_ID'),
  };
}

/**
 * How the API is told who asks: the key, else workload identity federation. Throws `UserError` where neither is given:
 * what lies on the disk of a runner or of a laptop is never looked for.
 */
export async function accessOf(
  { options, env, secrets, notes }: Context<Credentials>,
  pace: Pace,
): Promise<Access> {
  const learn = (secret: string): void => secrets?.learn(secret);
  // The SDK sends these along, for gateways that have credentials of their own.
  for (const line of (env.ANTHROPIC_CUSTOM_HEADERS ?? '').split('\n'))
    for (const word of line.slice(line.indexOf(':') + 1).split(/\s+/))
      if (word.length >= HEADER_SECRET) learn(word);
  const key = (options.anthropicApiKey ?? env.ANTHROPIC_API_KEY ?? '').trim();
  const federation = federationOf(options, env);
  if (key !== '') {
    learn(key);
    // A header takes nothing else, and says so with the key in its words.
    if (!/^[\x21-\x7e]+$/.test(key))
      throw new UserError(
        'The API key contains characters that no key has.',
        'Copy it again, without quotes, spaces and line breaks.',
      );
    if (federation !== null) notes.push('An API key and a federation rule are given: the key is used.');
    return { kind: 'key', key };
  }
  if (federation === null) {
    throw new UserError(
      'There are no credentials for the Claude API.',
      'Set anthropic-api-key (on the command line ANTHROPIC_API_KEY), or a federation rule: anthropic-federation-rule-id and anthropic-organization-id.',
    );
  }
  const { API, federationAccess, identitySource } = await import('../../anthropic/index.ts');
  const source = identitySource(env);
  learn(source.token);
  return federationAccess(federation, source, baseUrlOf({ env }) ?? API, learn, pace);
}
