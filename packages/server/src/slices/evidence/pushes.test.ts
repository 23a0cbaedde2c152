// Evidence that comes at once is written together, and each piece has its own answer all the same.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWNER, openHouse, send, type House } from '../../testing/house.ts';

describe('pushes', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await house.organisation('pushed');
  });
  afterAll(() => house.close());

  const push = async (query: string, bytes: string, key?: string) => {
    const response = await send(house, 'POST', `/v1/orgs/pushed/evidence/push?${query}`, {
      headers: key === undefined ? OWNER : { ...OWNER, 'idempotency-key': key },
      bytes,
    });
    const body: unknown = await response.json();
    const said = typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
    return { status: response.status, body: said };
  };

  it('records sixty at once with their own numbers, refuses the wrong ones among them, and the ledger verifies', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        push(
          `filename=n${i}.txt&title=item ${i}&performed_at=${i % 10 === 3 ? '2999-01-01' : '2026-01-05'}&controls=${i % 10 === 7 ? 'C-999' : 'C-07,C-08'}`,
          `bytes ${i}`,
        ),
      ),
    );
    const codes = answers.flatMap((each) => (each.status === 201 ? [String(each.body['code'])] : []));
    expect(new Set(codes).size).toBe(48);
    expect(answers.map((each) => each.status)).toEqual(
      Array.from({ length: 60 }, (_, i) => (i % 10 === 3 ? 422 : i % 10 === 7 ? 404 : 201)),
    );
    expect(answers[4]?.body).toMatchObject({
      title: 'item 4',
      artefact: { filename: 'n4.txt' },
      revision: 1,
    });
    const read = await send(house, 'GET', `/v1/orgs/pushed/evidence/${codes[0] ?? ''}`, { headers: OWNER });
    expect(await read.json()).toEqual(answers[0]?.body);
    const verified = await send(house, 'POST', '/v1/orgs/pushed/ledger/verify', {
      headers: OWNER,
      body: { rebuild: true },
    });
    expect(await verified.json()).toMatchObject({ faults: [] });
  });

  it('answers a key that comes many times at once with one record, and frees the key of what it refused', async () => {
    const query = 'filename=k.txt&performed_at=2026-01-05';
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => push(query, `key ${i % 3}`, `k${i % 3}`)),
    );
    expect(new Set(answers.map((each) => String(each.body['code']))).size).toBe(3);
    const mixed = await push(query, 'other bytes', 'k1');
    const refused = await push('filename=r.txt&performed_at=2999-01-01', 'r', 'r');
    const mended = await push('filename=r.txt&performed_at=2026-01-05', 'r', 'r');
    expect([mixed.status, refused.status, mended.status]).toEqual([422, 422, 201]);
  });

  it('takes many lines in one request and says of each what became of it', async () => {
    const lines = [
      JSON.stringify({
        title: 'with text',
        content: 'the text',
        performed_at: '2026-01-05',
        controls: ['C-07'],
      }),
      '{broken',
      '',
      JSON.stringify({ title: 'no such bytes', artefact: 'b'.repeat(64), performed_at: '2026-01-05' }),
      JSON.stringify({ title: 'neither', performed_at: '2026-01-05' }),
      JSON.stringify({ title: 'second', content: 'more text', performed_at: '2026-01-05' }),
    ].join('\n');
    const ask = () =>
      send(house, 'POST', '/v1/orgs/pushed/evidence/bulk', {
        headers: { ...OWNER, 'idempotency-key': 'bulk' },
        bytes: lines,
      });
    const first = await (await ask()).text();
    const again = await (await ask()).text();
    expect(JSON.parse(first)).toMatchObject({
      recorded: 2,
      refused: 3,
      data: [
        { line: 1, problem: null },
        { line: 2, code: null, problem: { code: 'request.invalid' } },
        { line: 4, problem: { code: 'artefact.not_found' } },
        { line: 5, problem: { code: 'request.invalid' } },
        { line: 6, problem: null },
      ],
    });
    expect(again).toBe(first);
  });
});
