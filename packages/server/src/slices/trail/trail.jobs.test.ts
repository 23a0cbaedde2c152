// The trail streams out: everything once, in order, from where it was left, and a deaf collector stops nobody.
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseTarget } from '../../platform/streams/target.ts';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import type { OrgScope } from '../access/access.module.ts';
import { trailStreamJob } from './trail.jobs.ts';

const event = z.object({ metadata: z.object({ sequence: z.number() }) });

let house: House;
let scope: OrgScope;
beforeAll(async () => {
  house = await openHouse();
  scope = await house.organisation('streamed');
});
afterAll(() => house.close());

async function look(address: string): Promise<void> {
  const target = parseTarget(address);
  const now = house.deps.clock.now();
  const deps = { ...house.deps, trailTargets: target ? [target] : [] };
  const effect = await trailStreamJob.prepare({ deps, scope, slot: now, now });
  await house.deps.db.inOrganisation(scope.org, effect);
}

function acted(title: string): Promise<Response> {
  return send(house, 'POST', `/v1/orgs/${scope.slug}/tasks`, { headers: OWNER, body: { title } });
}

/** A collector on a port of the machine's choosing; what it was sent, when it is closed. */
function collector(): Promise<{ readonly port: number; readonly sent: string[]; readonly server: Server }> {
  const sent: string[] = [];
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      void text(socket).then((all) => {
        sent.push(all);
        socket.end();
      });
    });
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ port: typeof address === 'object' && address ? address.port : 0, sent, server });
    });
  });
}

describe('a stream of the trail', () => {
  it('writes every act once into a file, and goes on where it stopped', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'assay-stream-')), 'trail.json');
    await look(`ocsf+file://${path}`);
    const first = readFileSync(path, 'utf8').trim().split('\n');
    await acted('one more');
    await look(`ocsf+file://${path}`);
    await look(`ocsf+file://${path}`);
    const then = readFileSync(path, 'utf8').trim().split('\n');
    expect(then.slice(0, first.length)).toEqual(first);
    expect(then).toHaveLength(first.length + 1);
    expect(then.map((line) => event.parse(JSON.parse(line)).metadata.sequence)).toEqual(
      then.map((_, i) => i),
    );
  });

  it('hands a collector that was away what it missed, with octets counted', async () => {
    const { port, sent, server } = await collector();
    const address = `syslog+tcp://127.0.0.1:${port}`;
    await new Promise((resolve) => server.close(resolve));
    await look(address);
    expect(sent).toEqual([]);
    expect((await acted('while it is away')).status).toBe(201);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
    await look(address);
    const [all = ''] = sent;
    const [length = ''] = all.split(' ', 1);
    const line = Buffer.from(all)
      .subarray(length.length + 1, length.length + 1 + Number(length))
      .toString();
    expect(line).toMatch(/^<110>1 .* assay - organisation\.started \[trail@32473 /);
    expect(all).toContain('action="task.added"');
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('an address to stream to', () => {
  it.each(['syslog://x:1', 'ocsf+tcp://x', 'syslog+udp://x:514', 'ocsf+file://host/path', 'http://x'])(
    'is not %s',
    (address) => expect(parseTarget(address)).toBeUndefined(),
  );
});
