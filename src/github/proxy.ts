type Environment = Readonly<Record<string, string | undefined>>;

/** What octokit asks of a `fetch`. */
type Fetch = (url: string, init: object) => Promise<object>;

/**
 * A `fetch` that goes through the proxy which the environment names for this address, by the rules of the Actions
 * toolkit; null when it names none, and Node's own does.
 */
export async function proxyFetch(address: URL, env: Environment): Promise<Fetch | null> {
  const proxy = proxyFor(address, env);
  if (proxy === null) return null;
  const undici = await import('undici');
  const dispatcher = new undici.ProxyAgent(proxy);
  // The agent and `fetch` must come from the same undici: Node's own may be of another version.
  return (url, init) => undici.fetch(url, { ...init, dispatcher });
}

/** The proxy for an address. Rules: `getProxyUrl` of @actions/http-client. Lower-case names come first. */
export function proxyFor(address: URL, env: Environment): string | null {
  const proxy =
    address.protocol === 'https:' ? env.https_proxy || env.HTTPS_PROXY : env.http_proxy || env.HTTP_PROXY;
  if (!proxy || isBypassed(address, env.no_proxy || env.NO_PROXY || '')) return null;
  return proxy.includes('://') ? proxy : `http://${proxy}`;
}

function isBypassed(address: URL, noProxy: string): boolean {
  const host = address.hostname.toLowerCase();
  if (host === 'localhost' || host.startsWith('127.') || host === '[::1]') return true;
  const port = address.port || (address.protocol === 'https:' ? '443' : '80');
  const names = [host, `${host}:${port}`];
  return noProxy
    .toLowerCase()
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .some((item) => {
      const suffix = item.startsWith('.') ? item : `.${item}`;
      return item === '*' || names.some((name) => name === item || name.endsWith(suffix));
    });
}
