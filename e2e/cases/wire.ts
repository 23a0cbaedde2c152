// What is no request, or too much of one, is refused as a problem on the wire; the server goes on.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Case } from '../case.ts';
import { serve, stop, temporary } from '../server.ts';

export const wireCases: readonly Case[] = [
  {
    name: 'wire: a megabyte of headers, nonsense and a cut request are refused, and the next request is answered',
    run: async () => {
      const place = temporary();
      const served = await serve(join(place.path, 'data'), { demo: false });
      try {
        const { port } = new URL(served.origin);
        const large = `GET /v1/health HTTP/1.1\r\nhost: 127.0.0.1\r\nx-a: ${'a'.repeat(1024 ** 2)}\r\n\r\n`;
        assert.match(
          await sent(Number(port), large),
          /^HTTP\/1\.1 413 [\s\S]*application\/problem\+json[\s\S]*request\.too_large/,
        );
        assert.match(
          await sent(Number(port), 'BREW /pot\0 COFFEE\r\n\r\n'),
          /^HTTP\/1\.1 400 [\s\S]*request\.invalid/,
        );
        const cut =
          'POST /v1/orgs HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n';
        assert.match(await sent(Number(port), cut), /^HTTP\/1\.1 400 /);
        const health = await fetch(`${served.origin}/v1/health`);
        assert.equal(health.status, 200);
      } finally {
        await stop(served);
        place.remove();
      }
    },
  },
  {
    name: 'wire: three hundred connections that send their headers drop by drop keep nobody waiting, and are closed',
    run: async () => {
      const place = temporary();
      const served = await serve(join(place.path, 'data'), { demo: false });
      try {
        const { port } = new URL(served.origin);
        const slow = Array.from({ length: 300 }, () => drip(Number(port)));
        await new Promise((resolve) => setTimeout(resolve, 1000));
        const began = performance.now();
        assert.equal((await fetch(`${served.origin}/v1/health`)).status, 200);
        assert.ok(performance.now() - began < 2000, 'health was kept waiting');
        // Ten seconds for the headers, and two more until somebody looks.
        const closed = Promise.all(slow).then(() => 'closed');
        const late = new Promise((resolve) => setTimeout(resolve, 30_000, 'late').unref());
        assert.equal(await Promise.race([closed, late]), 'closed');
      } finally {
        await stop(served);
        place.remove();
      }
    },
  },
];

/** Sends a header that never ends, a byte in half a second; resolves when the server has closed the connection. */
function drip(port: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx-a: '),
    );
    const drops = setInterval(() => socket.write('a'), 500);
    socket.resume();
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(drops);
      resolve();
    });
  });
}

/** Sends bytes as they are and gives what comes back. */
function sent(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
  });
}
