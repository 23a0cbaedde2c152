// Which addresses a request of ours may reach. Ranges after the registries of special-purpose addresses (RFC 6890 and
// its updates), multicast (RFC 5771, RFC 4291) and the ways to write an IPv4 address inside an IPv6 one.
import { BlockList, isIP } from 'node:net';

/** `public`: for everybody; `inner`: only for hosts that the configuration names; `never`: for nobody. */
export type Reach = 'public' | 'inner' | 'never';

type Range = readonly [network: string, bits: number, what: string];

/** Where an identity provider on the premises may stand. */
const INNER: readonly Range[] = [
  ['10.0.0.0', 8, 'private (RFC 1918)'],
  ['172.16.0.0', 12, 'private (RFC 1918)'],
  ['192.168.0.0', 16, 'private (RFC 1918)'],
  ['127.0.0.0', 8, 'loopback'],
  ['100.64.0.0', 10, 'shared by carriers (RFC 6598)'],
  ['::1', 128, 'loopback'],
  ['fc00::', 7, 'unique local (RFC 4193)'],
];

/** Metadata services of clouds, groups, and addresses that hide another one. */
const NEVER: readonly Range[] = [
  ['0.0.0.0', 8, 'this network'],
  ['169.254.0.0', 16, 'link-local, with the metadata services of clouds'],
  ['192.0.0.0', 24, 'protocol assignments'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.31.196.0', 24, 'AS112'],
  ['192.52.193.0', 24, 'AMT'],
  ['192.88.99.0', 24, 'relays of 6to4'],
  ['192.175.48.0', 24, 'AS112'],
  ['198.18.0.0', 15, 'measurements of networks'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved, with the broadcast address'],
  ['100.100.100.200', 32, 'metadata service of a cloud'],
  ['168.63.129.16', 32, 'metadata service of a cloud'],
  ['fd00:ec2::254', 128, 'metadata service of a cloud'],
  ['fd20:ce::254', 128, 'metadata service of a cloud'],
  ['2001::', 23, 'protocol assignments, with Teredo and ORCHID'],
  ['2001:db8::', 32, 'documentation'],
  ['2002::', 16, '6to4: an IPv4 address inside'],
  ['2620:4f:8000::', 48, 'AS112'],
  ['3fff::', 20, 'documentation'],
];

/** All of IPv6 that is given out for unicast; everything beside it (mapped, NAT64, link-local, multicast) is refused. */
const GLOBAL_UNICAST: Range = ['2000::', 3, 'global unicast'];

const inner = listsOf(INNER);
const never = listsOf(NEVER);
const unicast = listsOf([GLOBAL_UNICAST]);

/** How far an address lies; what is no plain address reaches nobody. */
export function reachOf(address: string): Reach {
  const family = isIP(address);
  if (family === 0 || address.includes('%')) return 'never';
  if (holds(never, address)) return 'never';
  if (holds(inner, address)) return 'inner';
  return family === 4 || holds(unicast, address) ? 'public' : 'never';
}

/** By family: a list of both would find an IPv4 range in the IPv6 address that hides it. */
interface Lists {
  readonly four: BlockList;
  readonly six: BlockList;
}

function listsOf(ranges: readonly Range[]): Lists {
  const lists = { four: new BlockList(), six: new BlockList() };
  for (const [network, bits] of ranges)
    if (isIP(network) === 4) lists.four.addSubnet(network, bits, 'ipv4');
    else lists.six.addSubnet(network, bits, 'ipv6');
  return lists;
}

function holds({ four, six }: Lists, address: string): boolean {
  return isIP(address) === 4 ? four.check(address, 'ipv4') : six.check(address, 'ipv6');
}
