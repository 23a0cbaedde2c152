// The way out of the server: red on every other way, green on who only listens, blind when nothing was seen.
import { expect, it } from 'vitest';
import { emptyTree, findings, fixture } from '../testing/planted.ts';

it('finds each way to open a connection past the one that judges addresses', async () => {
  const file = 'packages/server/src/slices/risks/reaches.ts';
  expect(await findings('egress', fixture('egress/tree'))).toEqual(
    [
      '2 opens connections: imports request of node:https',
      '3 opens connections: imports * of node:net',
      '4 opens connections: imports lookup of node:dns/promises',
      '5 opens connections: imports * of undici',
      '6 opens connections: passes node:tls on',
      '9 opens connections: calls fetch',
      '10 opens connections: calls globalThis.fetch',
      '11 opens connections: calls WebSocket',
      '12 opens connections: imports node:http2',
    ]
      .map((each) => `${file}:${each}`)
      .toSorted(),
  );
});

it('is red where no server and no way out was seen', async () => {
  expect(await findings('egress', emptyTree())).toEqual([
    '(egress) saw no modules',
    '(egress) saw no ways out',
  ]);
});
