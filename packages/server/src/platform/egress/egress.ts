// The only way out of the server to an address that somebody gave. The name is resolved once, every address it has is
// judged, and the connection goes to the one that was judged: a name that means something else a moment later gains
// nothing. Each redirect is a new address and is judged like the first.
import { err, ok, type Result } from '@assay/core';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { bareHost, namedHosts, portOf, type Named } from './allowed.ts';
import type { Egress, EgressAnswer, EgressRefusal, EgressRequest } from './asking.ts';
import { exchange, type Reply } from './exchange.ts';
import { reachOf } from './ranges.ts';

export interface EgressOptions {
  /** Hosts that may lie inside, as `host` or `host:port`. */
  readonly allow?: readonly string[];
  /** Every address of a name; the machine’s own resolver by default. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
}

const MOST_REDIRECTS = 3;
const LARGEST = 1024 * 1024;
const WITHIN_MS = 10_000;
/** What must not follow to another origin. */
const SECRETS = /^(authorization|cookie|proxy-authorization)$/i;

/** Makes the way out; undefined when an allowed host cannot be read. */
export function makeEgress(options: EgressOptions = {}): Egress | undefined {
  const named = namedHosts(options.allow ?? []);
  if (!named) return undefined;
  const resolve = options.resolve ?? everyAddress;
  return (request) => {
    const until = AbortSignal.timeout(request.within ?? WITHIN_MS);
    return Promise.race([follow(request, { named, resolve, until }), late(until)]);
  };
}

interface Way {
  readonly named: Named;
  readonly resolve: (name: string) => Promise<readonly string[]>;
  readonly until: AbortSignal;
}

async function follow(request: EgressRequest, way: Way): Promise<Result<EgressAnswer, EgressRefusal>> {
  let at = request;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const url = judgedUrl(at.url, way.named);
    if (!url.ok) return url;
    const pinned = await pinnedAddress(url.value, way);
    if (!pinned.ok) return pinned;
    const reply = await exchange(url.value, {
      ...at,
      address: pinned.value,
      largest: at.largest ?? LARGEST,
      until: way.until,
    });
    if (!reply.ok) return reply;
    const next = redirectOf(at, url.value, reply.value);
    if (!next) return ok({ url: url.value.href, ...reply.value });
    at = next;
  }
  return err({ because: 'redirects', detail: `It was redirected more than ${MOST_REDIRECTS} times.` });
}

/** HTTPS without credentials; a host that the configuration names may speak HTTP. */
function judgedUrl(address: string, named: Named): Result<URL, EgressRefusal> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) return refused('This is not an address.');
  if (url.username !== '' || url.password !== '') return refused('The address holds a user or a password.');
  const inside = named(bareHost(url), portOf(url));
  if (url.protocol === 'https:' || (url.protocol === 'http:' && inside)) return ok(url);
  return refused('The address must begin with https://.');
}

/** One address of the host, after all of them were judged; a host with a single bad one is refused. */
async function pinnedAddress(url: URL, way: Way): Promise<Result<string, EgressRefusal>> {
  const host = bareHost(url);
  const found = isIP(host) === 0 ? await way.resolve(host).catch(() => []) : [host];
  const [first] = found;
  if (first === undefined) return err({ because: 'unresolved', detail: `The name ${host} is not known.` });
  const inside = way.named(host, portOf(url));
  const good = found.every((address) => {
    const reach = reachOf(address);
    return reach === 'public' || (reach === 'inner' && inside);
  });
  return good
    ? ok(first)
    : refused(`${host} lies inside; only the configuration of the server can allow it (--reach).`);
}

/** What to ask next, when the answer sends us elsewhere; only reading follows. */
function redirectOf(request: EgressRequest, from: URL, reply: Reply): EgressRequest | undefined {
  const location = reply.headers['location'];
  const method = request.method ?? 'GET';
  if (method !== 'GET' || location === undefined || ![301, 302, 303, 307, 308].includes(reply.status))
    return undefined;
  if (!URL.canParse(location, from.href)) return { ...request, url: location };
  const to = new URL(location, from);
  const headers = Object.entries(request.headers ?? {}).filter(
    ([name]) => to.origin === from.origin || !SECRETS.test(name),
  );
  return { ...request, url: to.href, headers: Object.fromEntries(headers) };
}

async function everyAddress(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address);
}

function late(until: AbortSignal): Promise<Result<never, EgressRefusal>> {
  return new Promise((resolve) => {
    until.addEventListener('abort', () =>
      resolve(err({ because: 'too_slow', detail: 'The address did not answer in time.' })),
    );
  });
}

function refused(detail: string): Result<never, EgressRefusal> {
  return err({ because: 'address', detail });
}
