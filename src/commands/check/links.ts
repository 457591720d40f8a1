import type { Context } from '../../gather/context.ts';
import { runPlaceOf, textPlaceOf } from '../../gather/run-place.ts';
import type { GateMarkdownOptions } from '../../render/gate/markdown.ts';
import { inAddress } from '../../render/place.ts';
import type { OptionsOf } from '../../surface/options/index.ts';

/** Where the links of the gate's texts lead. */
export function markdownOptionsOf({
  event,
  env,
}: Pick<Context<OptionsOf<'check'>>, 'event' | 'env'>): GateMarkdownOptions {
  const { address } = textPlaceOf({ env });
  const run = runPlaceOf({ env }).url;
  if (event?.kind !== 'pull_request') return { address, run, author: null };
  const { ref, sha, repository } = event.head;
  const server = env.GITHUB_SERVER_URL;
  const isKnown = server !== undefined && repository !== null;
  const editor = isKnown ? `${server}/${inAddress(repository)}/edit/${inAddress(ref)}` : null;
  return { address, run, author: { commit: sha, editor } };
}
