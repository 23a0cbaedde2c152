// What opens connections, and the few places of the server that may.

/** Modules that reach the network. */
export const REACHING = [
  'node:http',
  'node:https',
  'node:http2',
  'node:net',
  'node:tls',
  'node:dgram',
  'node:dns',
  'node:dns/promises',
  'undici',
  'axios',
  'got',
  'node-fetch',
  'ws',
  'nodemailer',
];

/** Names of those modules that listen, judge or describe, and reach nobody. */
export const HARMLESS = [
  'createServer',
  'IncomingMessage',
  'ServerResponse',
  'isIP',
  'isIPv4',
  'isIPv6',
  'BlockList',
];

/** Globals that reach the network. */
export const CALLS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];

/** Where it is right, and why. */
export const MAY_REACH: readonly { readonly place: RegExp; readonly because: string }[] = [
  { place: /^packages\/server\/src\/platform\/egress\//, because: 'this is the way out' },
  {
    place: /^packages\/server\/src\/platform\/mail\/mail\.ts$/,
    because: 'letters go to the one server of the configuration',
  },
  {
    place: /^packages\/server\/src\/platform\/streams\/target\.ts$/,
    because:
      'the trail is streamed to the collectors of the configuration, which nobody who signs in can name',
  },
  {
    place: /^packages\/server\/src\/app\/start\.ts$/,
    because: 'asks the server of the same data directory on this machine whether it lives',
  },
];
