import type { RunPlace } from '../render/decision-alert.ts';
import type { TextPlace } from '../render/place.ts';
import type { Call } from '../surface/call.ts';

/** The run, for those who read of it elsewhere. */
export function runPlaceOf({ env }: Pick<Call, 'env'>): RunPlace {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  const known = server !== undefined && repository !== undefined && id !== undefined;
  return { id: id ?? 'unknown', url: known ? `${server}/${repository}/actions/runs/${id}` : null };
}

/** Where the links of a text lead that is shown at GitHub. */
export function textPlaceOf({ env }: Pick<Call, 'env'>): TextPlace {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  const address = server && repository ? `${server}/${repository}` : null;
  return { address, repository: repository ?? '' };
}
