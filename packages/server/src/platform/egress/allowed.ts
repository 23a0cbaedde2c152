// Hosts that the configuration names: an identity provider on the premises has a private address, and that is known.

/** Whether a host (a name or an address without brackets) on a port may lie inside. */
export type Named = (host: string, port: string) => boolean;

const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** The list as it is written: `host`, `host:port`, `[::1]:port`; undefined when one of them is none of these. */
export function namedHosts(entries: readonly string[]): Named | undefined {
  const named = new Set<string>();
  for (const entry of entries) {
    const url = URL.canParse(`http://${entry}`) ? new URL(`http://${entry}`) : undefined;
    if (!url || /[/?#@\\]/.test(entry)) return undefined;
    // A URL forgets the port that its scheme has anyway.
    const port = /:(\d+)$/.exec(entry)?.[1];
    named.add(`${bareHost(url)} ${port === undefined ? '*' : String(Number(port))}`);
  }
  return (host, port) => named.has(`${host} *`) || named.has(`${host} ${port}`);
}

/** The host of an address as the sockets take it. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

export function portOf(url: URL): string {
  return url.port === '' ? (PORTS[url.protocol] ?? '') : url.port;
}
