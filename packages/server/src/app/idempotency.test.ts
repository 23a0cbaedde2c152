// A key acts once: whatever order, however often, at however many servers, whatever breaks in between.
import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database, ownerConnection } from '../platform/postgres/database.ts';
import { OWNER, openHouse, send, type House } from '../testing/house.ts';
import { httpApp } from './http.ts';

interface Said {
  readonly status: number;
  readonly text: string;
  readonly replayed: boolean;
}

describe('Idempotency-Key', () => {
  let house: House;
  let other: House;
  let second: Database;
  beforeAll(async () => {
    house = await openHouse();
    // A second server on the same database: nothing that only one process remembers may matter.
    second = new Database(house.place, 8);
    const deps = { ...house.deps, db: second, pool: second };
    other = {
      ...house,
      deps,
      app: httpApp(deps, { hosts: ['test'], web: '', requestsPerMinute: 1_000_000 }),
    };
    await house.organisation('once');
  });
  afterAll(async () => {
    await second.close();
    await house.close();
  });

  const post = async (
    at: House,
    path: string,
    given: { readonly key: string; readonly body?: unknown; readonly bytes?: string },
  ): Promise<Said> => {
    const { key, ...rest } = given;
    const response = await send(at, 'POST', path, {
      headers: { ...OWNER, 'idempotency-key': key },
      ...rest,
    });
    return {
      status: response.status,
      text: await response.text(),
      replayed: response.headers.get('idempotency-replayed') === 'true',
    };
  };
  const put = async (text: string): Promise<string> => {
    const stored = await send(house, 'POST', '/v1/orgs/once/artefacts?filename=n.txt', {
      headers: OWNER,
      bytes: text,
    });
    return field(await stored.text(), 'sha256');
  };
  const titles = async (): Promise<readonly string[]> => {
    const page = await send(house, 'GET', '/v1/orgs/once/evidence?limit=200', { headers: OWNER });
    return [...(await page.text()).matchAll(/"title":"([^"]*)"/g)].map((match) => match[1] ?? '');
  };

  it('gives one effect and one answer for each item, however its deliveries are shuffled and repeated', async () => {
    const artefact = await put('shuffled');
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 6 }).chain((items) =>
          fc.array(fc.nat({ max: items - 1 }), { minLength: items, maxLength: items * 6 }).chain((repeats) =>
            fc.tuple(
              fc.shuffledSubarray([...Array.from({ length: items }, (_, i) => i), ...repeats], {
                minLength: items + repeats.length,
              }),
              fc.array(fc.boolean(), { minLength: items * 7, maxLength: items * 7 }),
            ),
          ),
        ),
        async ([deliveries, where]) => {
          run += 1;
          const said = new Map<number, Set<string>>();
          await Promise.all(
            deliveries.map(async (item, i) => {
              const at = where[i] === true ? house : other;
              const answer = await post(at, '/v1/orgs/once/evidence', {
                key: `run ${run} item ${item}`,
                body: { artefact, title: `run ${run} item ${item}`, performed_at: '2026-01-05' },
              });
              expect(answer.status).toBe(201);
              said.set(item, (said.get(item) ?? new Set()).add(answer.text));
            }),
          );
          expect([...said.values()].map((texts) => texts.size)).toEqual([...said].map(() => 1));
          const made = (await titles()).filter((title) => title.startsWith(`run ${run} `));
          expect(made.sort()).toEqual([...said.keys()].map((item) => `run ${run} item ${item}`).sort());
        },
      ),
      { numRuns: 8 },
    );
  });

  it('stands for one request: another body, address or person is refused', async () => {
    const artefact = await put('one request');
    const body = { artefact, title: 'first', performed_at: '2026-01-05' };
    const first = await post(house, '/v1/orgs/once/evidence', { key: 'k1', body });
    const again = await post(other, '/v1/orgs/once/evidence', { key: 'k1', body });
    const otherBody = await post(house, '/v1/orgs/once/evidence', {
      key: 'k1',
      body: { ...body, title: 'b' },
    });
    const otherPath = await post(house, '/v1/orgs/once/controls/decide', {
      key: 'k1',
      body: { controls: ['C-01'], decision: { state: 'undecided' } },
    });
    expect([first.status, again.status, again.replayed, again.text === first.text]).toEqual([
      201,
      201,
      true,
      true,
    ]);
    expect([otherBody.status, otherPath.status]).toEqual([422, 422]);
  });

  it('is honoured for bytes: what arrived is hashed on its way', async () => {
    const path = '/v1/orgs/once/artefacts?filename=a.txt';
    const first = await post(house, path, { key: 'bytes', bytes: 'the bytes' });
    const again = await post(other, path, { key: 'bytes', bytes: 'the bytes' });
    const changed = await post(house, path, { key: 'bytes', bytes: 'other bytes' });
    // Without the key the second answer would say that the bytes are known.
    expect([first.status, again.text === first.text, again.replayed, changed.status]).toEqual([
      201,
      true,
      true,
      422,
    ]);
  });

  it('makes one organisation, which no organisation can keep the answer of yet', async () => {
    const body = { name: 'Twice', slug: 'twice' };
    const all = await Promise.all(
      [house, other, house, other].map((at) => post(at, '/v1/orgs', { key: 'org', body })),
    );
    expect(all.map((each) => each.status)).toEqual([201, 201, 201, 201]);
    expect(new Set(all.map((each) => each.text)).size).toBe(1);
    const changed = await post(house, '/v1/orgs', { key: 'org', body: { ...body, name: 'Thrice' } });
    expect(changed.status).toBe(422);
  });

  it('keeps no refusal: the same key may act once the reason is gone', async () => {
    const missing = await post(house, '/v1/orgs/once/evidence', {
      key: 'late',
      body: { artefact: 'a'.repeat(64), title: 'late', performed_at: '2026-01-05' },
    });
    const artefact = await put('late');
    const then = await post(house, '/v1/orgs/once/evidence', {
      key: 'late',
      body: { artefact, title: 'late', performed_at: '2026-01-05' },
    });
    expect([missing.status, then.status]).toEqual([404, 201]);
  });

  it('keeps no secret, and says so', async () => {
    const first = await post(house, '/v1/session/links', { key: 'link' });
    const again = await post(house, '/v1/session/links', { key: 'link' });
    expect([first.status, again.status, field(again.text, 'code')]).toEqual([
      201,
      409,
      'request.answer_not_kept',
    ]);
  });

  it('leaves neither effect nor answer when the answer cannot be kept', async () => {
    const artefact = await put('broken');
    const owner = new Client(ownerConnection(house.place));
    await owner.connect();
    await owner.query(
      "create function refuse() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$",
    );
    await owner.query(
      'create trigger broken before update on idempotency for each row execute function refuse()',
    );
    const body = { artefact, title: 'broken', performed_at: '2026-01-05' };
    const broken = await post(house, '/v1/orgs/once/evidence', { key: 'broken', body });
    const between = (await titles()).filter((title) => title === 'broken');
    await owner.query('drop trigger broken on idempotency');
    await owner.end();
    const mended = await post(house, '/v1/orgs/once/evidence', { key: 'broken', body });
    const after = (await titles()).filter((title) => title === 'broken');
    expect([broken.status, between.length, mended.status, after.length]).toEqual([500, 0, 201, 1]);
  });
});

function field(text: string, name: string): string {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null
    ? String(Object.getOwnPropertyDescriptor(value, name)?.value)
    : '';
}
