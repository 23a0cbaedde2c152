// Files that people uploaded open at an origin of their own: once, for a minute, and nothing else is there.
import { serve } from '@hono/node-server';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { OWNER, openHouse, send, type House } from '../testing/house.ts';
import { elsewhere } from './elsewhere.ts';
import { httpApp } from './http.ts';

let house: House;
let main = '';
let other = '';
let file = '';
const closing: (() => void)[] = [];

beforeAll(async () => {
  house = await openHouse();
  await house.organisation('files');
  const stored = await send(house, 'POST', '/v1/orgs/files/artefacts?filename=note.txt', {
    headers: OWNER,
    bytes: 'bytes of a member',
  });
  const { sha256 } = z.looseObject({ sha256: z.string() }).parse(await stored.json());
  const made = await send(house, 'POST', '/v1/orgs/files/evidence', {
    headers: OWNER,
    body: { artefact: sha256, title: 'note', controls: ['C-07'], performed_at: '2026-01-05' },
  });
  const { id } = z.looseObject({ id: z.string() }).parse(await made.json());
  file = `/v1/orgs/files/evidence/${id}/artefact`;
  const held: ReturnType<typeof elsewhere>[] = [];
  other = await listening((request) => held[0]?.app.fetch(request) ?? new Response(null, { status: 500 }));
  const apart = elsewhere({ origin: other, hosts: [], clock: house.deps.clock });
  held.push(apart);
  const app = httpApp(house.deps, { hosts: [], web: '', elsewhere: apart, log: () => undefined });
  main = await listening((request, env) => app.fetch(request, env));
});
afterAll(async () => {
  closing.forEach((close) => close());
  await house.close();
});

function listening(fetch: (request: Request, env: object) => Response | Promise<Response>): Promise<string> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, (at: AddressInfo) =>
      resolve(`http://127.0.0.1:${at.port}`),
    );
    closing.push(() => server.close());
  });
}

/** As a browser opens an address, which fetch cannot say of itself. */
function open(address: string, headers: Record<string, string> = OWNER): Promise<[number, string, string]> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers: { ...headers, 'sec-fetch-mode': 'navigate' } }, (reply) => {
      let text = '';
      reply.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      reply.on('end', () => resolve([reply.statusCode ?? 0, reply.headers.location ?? '', text]));
    });
    asked.on('error', reject);
    asked.end();
  });
}

it('a browser that opens a file is sent to the other origin, where its ticket works once', async () => {
  const [status, ticket, text] = await open(main + file);
  expect([status, ticket.startsWith(`${other}/`), text]).toEqual([303, true, '']);
  const got = await fetch(ticket);
  expect([got.status, await got.text()]).toEqual([200, 'bytes of a member']);
  expect(got.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(got.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(got.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await fetch(ticket)).status).toBe(404);
});

it('a program gets a file where it asks for it', async () => {
  const got = await fetch(main + file, { headers: OWNER });
  expect([got.status, got.redirected, await got.text()]).toEqual([200, false, 'bytes of a member']);
});

it('nobody is led there who may not have the file, and pages stay where they are', async () => {
  expect((await open(main + file, {}))[0]).toBe(401);
  expect((await open(`${main}/v1/session`))[0]).toBe(200);
});

it('nothing else is at the other origin: no application, no other method, no other host', async () => {
  for (const path of [
    '/',
    '/v1/health',
    '/v1/session',
    '/login',
    file,
    '/openapi.json',
    `/${'a'.repeat(43)}`,
  ]) {
    const answer = await fetch(other + path, { headers: OWNER });
    expect([path, answer.status, answer.headers.get('set-cookie')]).toEqual([path, 404, null]);
  }
  const [, ticket] = await open(main + file);
  expect((await fetch(ticket, { method: 'POST' })).status).toBe(404);
  expect((await fetch(ticket)).status).toBe(200);
});
