// Every way we know to write an address that must not be reached; for tests.

/** Loopback, private, shared, link-local with metadata, this network, groups, reserved, documentation. */
const TARGETS = [
  '127.0.0.1',
  '127.1.2.3',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.254',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.100.100.200',
  '0.0.0.0',
  '0.1.2.3',
  '224.0.0.1',
  '255.255.255.255',
] as const;

const WRITTEN: readonly ((octets: Octets) => string)[] = [
  ([a, b, c, d]) => `${a}.${b}.${c}.${d}`,
  ([a, b, c, d]) => `${a}.${b}.${c}.${d}.`,
  (octets) => String(whole(octets)),
  (octets) => `0x${whole(octets).toString(16)}`,
  (octets) => `0${whole(octets).toString(8)}`,
  (octets) => octets.map((each) => `0x${each.toString(16)}`).join('.'),
  (octets) => octets.map((each) => `0${each.toString(8).padStart(3, '0')}`).join('.'),
  ([a, b, c, d]) => `${a}.${(b << 16) | (c << 8) | d}`,
  ([a, b, c, d]) => `${a}.${b}.${(c << 8) | d}`,
  (octets) => octets.join('.').replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  (octets) => octets.join('。'),
  (octets) => octets.join('.').replace(/\d/, (digit) => `%3${digit}`),
  (octets) => `[::ffff:${octets.join('.')}]`,
  (octets) => `[::ffff:${low(octets)}]`,
  (octets) => `[0:0:0:0:0:ffff:${low(octets)}]`,
  (octets) => `[::ffff:0:${low(octets)}]`,
  (octets) => `[::${octets.join('.')}]`,
  (octets) => `[64:ff9b::${octets.join('.')}]`,
  (octets) => `[64:ff9b:1::${low(octets)}]`,
  (octets) => `[2002:${low(octets)}::1]`,
  (octets) =>
    `[2001:0:4136:e378:8000:63bf:${low([~octets[0] & 255, ~octets[1] & 255, ~octets[2] & 255, ~octets[3] & 255])}]`,
];

/** What is no IPv4 address in another dress. */
const BESIDE = [
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[fe80::1]',
  '[febf::1]',
  '[fec0::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fd20:ce::254]',
  '[ff02::1]',
  '[ff0e::1]',
  '[100::1]',
  '[2001:db8::1]',
  '[2001:2::1]',
  '[2001:10::1]',
  '[3fff::1]',
  '[5f00::1]',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'name.localhost',
  '127.1',
  '0',
  '0x0',
  '198.18.0.1',
  '192.0.2.1',
  '198.51.100.1',
  '203.0.113.1',
  '192.0.0.170',
  '192.88.99.1',
  '240.0.0.1',
  '168.63.129.16',
] as const;

type Octets = readonly [number, number, number, number];

/** About 300 hosts as they stand in an address. */
export const HOSTILE_HOSTS: readonly string[] = [
  ...TARGETS.flatMap((target) => WRITTEN.map((write) => write(octetsOf(target)))),
  ...BESIDE,
];

function octetsOf(address: string): Octets {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  return [a, b, c, d];
}

function whole([a, b, c, d]: Octets): number {
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

function low([a, b, c, d]: Octets): string {
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}
