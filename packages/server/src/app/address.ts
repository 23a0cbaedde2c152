// Where a request comes from. What X-Forwarded-For says is heard only from proxies that the configuration names: anybody
// can write the header.
import { BlockList, isIP } from 'node:net';

/** Whether an address is that of a proxy of ours. */
export type Trusted = (address: string) => boolean;

/** The list as it is written, addresses and networks (`10.0.0.0/8`); undefined when one is neither. */
export function trustedProxies(entries: readonly string[]): Trusted | undefined {
  const list = new BlockList();
  for (const entry of entries) {
    const [network = '', bits] = entry.split('/');
    const family = isIP(network);
    const most = family === 4 ? 32 : 128;
    const length = bits === undefined ? most : Number(bits);
    if (family === 0 || bits === '' || !Number.isInteger(length) || length < 1 || length > most)
      return undefined;
    list.addSubnet(network, length, family === 4 ? 'ipv4' : 'ipv6');
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

/** The last address before the chain of our own proxies; each of them appends the one that it saw. */
export function callerAddress(socket: string, forwarded: string | null, trusted: Trusted): string {
  let caller = plain(socket);
  const chain = (forwarded ?? '').split(',').map((each) => plain(each.trim()));
  while (trusted(caller)) {
    const before = chain.pop();
    if (before === undefined || isIP(before) === 0) break;
    caller = before;
  }
  return caller;
}

/** What an address is counted under: whoever has an IPv6 address has its whole network of 64 bits. */
export function countedAs(address: string): string {
  if (isIP(address) !== 6) return address;
  const [before = '', after] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => '0');
  const network = [...head, ...zeros, ...tail].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}

/** Without port, brackets and the IPv6 dress of an IPv4 address. */
function plain(address: string): string {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
  return /^::ffff:([\d.]+)$/i.exec(bare)?.[1] ?? bare;
}
