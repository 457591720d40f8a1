/** The version of haiku-first; the same as in package.json, which a test holds. */
export const VERSION = '0.1.0';

/**
 * The address that pages under `docs/` are relative to: at the version of the Action that runs, where the runner says
 * which; else the paths of this repository.
 */
export function docsAddress(env: Readonly<Record<string, string | undefined>>): string {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref, GITHUB_SERVER_URL: server } = env;
  if (!repository || !ref || !server) return '';
  return `${server}/${repository}/blob/${ref}/`;
}

/**
 * Where the page of a rule is: its address where it is known, which goes from any repository; else the command that
 * prints it. A path would be one of the repository that is judged, which has no such page.
 * @param page its path in the repository of haiku-first
 */
export function rulePlace(rule: string, page: string, env: Parameters<typeof docsAddress>[0]): string {
  const address = docsAddress(env);
  return address === '' ? `haiku-first explain ${rule}` : `${address}${page}`;
}
