/** Words of a name that speak of security, by how they begin. */
const BEGINNINGS = /^(?:secur|threat|crypto|vuln|pentest|exploit|devsecops|appsec|infosec|secops)/;
/** Words that only count whole: an author is no authority. */
const WHOLE: ReadonlySet<string> = new Set(
  'auth authn authz oauth authentication authenticator authorization authorisation cve rls redteam secret secrets credential credentials'.split(
    ' ',
  ),
);

/** The word in a sub-agent's name that speaks for a floor; null: none. */
export function securityWordIn(name: string): string | null {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.find((word) => BEGINNINGS.test(word) || WHOLE.has(word)) ?? null;
}
