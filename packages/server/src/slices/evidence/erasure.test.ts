// Erasure: the bytes are gone from the store and from every row, the record says why, and every proof holds.
import { erasureRoutes } from '@assay/contract';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ownerConnection } from '../../platform/postgres/database.ts';
import { Unit } from '../../platform/postgres/unit.ts';
import { searchEverywhere } from '../../testing/everywhere.ts';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import type { OrgScope } from '../access/access.module.ts';
import { eraseEvidence, finishErasures } from './erasure.usecases.ts';
import { findEvidence } from './evidence.repository.ts';

let house: House;
let scope: OrgScope;
beforeAll(async () => {
  house = await openHouse();
  scope = await house.organisation('delta');
});
afterAll(() => house.close());

const SAID = { reason: 'The person took their consent back', basis: 'GDPR Art. 17(1)(b)' };
const ask = (method: string, path: string, body?: unknown) =>
  send(house, method, `/v1/orgs/${scope.slug}${path}`, {
    headers: OWNER,
    ...(body !== undefined && { body }),
  });
const recorded = z.object({ id: z.string(), code: z.string(), artefact: z.object({ sha256: z.string() }) });

async function push(text: string, query = '') {
  const answer = await send(
    house,
    'POST',
    `/v1/orgs/${scope.slug}/evidence/push?filename=a.txt&performed_at=2026-01-05${query}`,
    { headers: OWNER, bytes: text },
  );
  expect([answer.status, await answer.clone().text()]).toEqual([201, expect.any(String)]);
  return recorded.parse(await answer.json());
}

const erase = (id: string, query = '') => ask('POST', `/evidence/${id}/erase${query}`, SAID);
const code = async (answer: Response) => z.object({ code: z.string() }).parse(await answer.json()).code;
const verify = async (rebuild = false) =>
  z
    .object({ ok: z.boolean(), faults: z.array(z.object({ item: z.string(), fault: z.string() })) })
    .parse(await (await ask('POST', '/ledger/verify', { rebuild })).json());

const found = async (word: string) => (await searchEverywhere(house, word)).hits;

describe('erasure', () => {
  it('says first what goes, then destroys it for good, and the rest still verifies', async () => {
    const first = await push('canary-erased-1', '&controls=C-01');
    const kept = await push('kept beside it');
    const dry = await erase(first.code, '?dry_run=true');
    const { goes } = erasureRoutes['evidence.erase'].returns.parse(await dry.json());
    expect(goes).toEqual({ artefacts: [first.artefact.sha256], evidence: [first.code], rows: 0 });
    expect((await ask('GET', `/evidence/${first.code}/artefact`)).status).toBe(200);
    const head = z
      .object({ checkpoint: z.string() })
      .parse(await (await ask('GET', '/ledger/checkpoint')).json());

    const done = erasureRoutes['evidence.erase'].returns.parse(await (await erase(first.code)).json());
    expect(done.evidence).toMatchObject({ withdrawn: true, erased: { ...SAID, by: 'Local owner' } });
    const gone = await ask('GET', `/evidence/${first.code}/artefact`);
    expect([gone.status, await code(gone)]).toEqual([410, 'evidence.erased']);
    expect(await (await ask('GET', `/evidence/${kept.code}/artefact`)).text()).toBe('kept beside it');
    expect(await found('canary-erased-1')).toEqual([]);
    expect(await verify(true)).toEqual({ ok: true, faults: [] });
    const held = await ask('POST', '/ledger/verify', { held_checkpoint: head.checkpoint });
    expect(await held.json()).toMatchObject({ ok: true });
    for (const each of [first, kept])
      expect((await ask('GET', `/ledger/proof?subject=${each.id}`)).status).toBe(200);
  });

  it('counts for nothing afterwards, and nothing more can be done with it', async () => {
    const each = await push('canary-erased-2', '&controls=C-01');
    await ask('POST', `/evidence/${each.code}/review`, { decision: 'accept' });
    const listed = async () => await (await ask('GET', '/evidence?control=C-01')).text();
    expect(await listed()).toContain(each.code);
    await erase(each.code);
    expect(await listed()).not.toContain(each.code);
    for (const [method, path, body] of [
      ['POST', 'restore', undefined],
      ['POST', 'review', { decision: 'accept' }],
      ['POST', 'erase', SAID],
      ['POST', 'hold', { hold: true, reason: 'too late' }],
    ] as const)
      expect(await code(await ask(method, `/evidence/${each.code}/${path}`, body))).toBe('evidence.erased');
  });

  it('takes the same bytes no more, in this organisation', async () => {
    const each = await push('canary-erased-3');
    await erase(each.code);
    const again = await send(house, 'POST', `/v1/orgs/${scope.slug}/artefacts?filename=a.txt`, {
      headers: OWNER,
      bytes: 'canary-erased-3',
    });
    expect([again.status, await code(again)]).toEqual([410, 'artefact.erased']);
    expect(await found('canary-erased-3')).toEqual([]);
  });

  it('takes every record over the same bytes, and every revision, with it', async () => {
    const [one, two] = [await push('canary-shared'), await push('canary-shared')];
    const done = erasureRoutes['evidence.erase'].returns.parse(await (await erase(one.code)).json());
    expect(done.goes.evidence).toEqual([one.code, two.code]);
    expect(await (await ask('GET', `/evidence/${two.code}`)).json()).toMatchObject({ erased: SAID });
    const old = await push('canary-older');
    const { sha256 } = z.object({ sha256: z.string() }).parse(
      await (
        await send(house, 'POST', `/v1/orgs/${scope.slug}/artefacts?filename=b.txt`, {
          headers: OWNER,
          bytes: 'canary-newer',
        })
      ).json(),
    );
    await ask('POST', `/evidence/${old.code}/revisions`, { artefact: sha256, note: 'a newer one' });
    const both = erasureRoutes['evidence.erase'].returns.parse(await (await erase(old.code)).json());
    expect(both.goes.artefacts).toHaveLength(2);
    expect([await found('canary-older'), await found('canary-newer')]).toEqual([[], []]);
    expect(await verify()).toEqual({ ok: true, faults: [] });
  });

  it('waits until no import of the bytes counts, and takes what was read out of them', async () => {
    const csv = 'check,subject,status\nmfa,canary-subject@x.example,fail\n';
    const { sha256 } = z.object({ sha256: z.string() }).parse(
      await (
        await send(house, 'POST', `/v1/orgs/${scope.slug}/artefacts?filename=c.csv`, {
          headers: OWNER,
          bytes: csv,
        })
      ).json(),
    );
    const started = z.object({ id: z.string() }).parse(
      await (
        await ask('POST', '/imports', {
          artefact: sha256,
          filename: 'c.csv',
          method: 'scanner',
          columns: { check: 'check', subject: 'subject', status: 'status' },
          performed_at: '2026-01-05',
        })
      ).json(),
    );
    await ask('GET', `/imports/${started.id}?wait=20`);
    const committed = await ask('POST', `/imports/${started.id}/commit`, {});
    const text = await committed.text();
    expect([committed.status, text]).toEqual([200, expect.any(String)]);
    const evidence = /"evidence":"(evd_[^"]+)"/.exec(text)?.[1] ?? /(E-\d+)/.exec(text)?.[1] ?? '';
    const refused = await erase(evidence);
    expect(await code(refused)).toBe('evidence.bytes_needed');
    expect((await found('canary-subject')).length).toBeGreaterThan(0);
    expect((await ask('POST', `/imports/${started.id}/undo`, {})).status).toBe(200);
    const done = erasureRoutes['evidence.erase'].returns.parse(await (await erase(evidence)).json());
    expect(done.goes.rows).toBe(1);
    expect(await found('canary-subject')).toEqual([]);
    expect(await verify(true)).toEqual({ ok: true, faults: [] });
  });
});

describe('a legal hold', () => {
  it('stands in the way of erasure until it is lifted, and both leave their reason', async () => {
    const [one, two] = [await push('canary-held'), await push('canary-held')];
    const set = await ask('POST', `/evidence/${two.code}/hold`, { hold: true, reason: 'Case 12' });
    expect(await set.json()).toMatchObject({
      hold: { reason: 'Case 12', by: 'Local owner' },
      withdrawn: false,
    });
    // Held by another record over the same bytes.
    for (const each of [one, two]) expect(await code(await erase(each.code))).toBe('evidence.held');
    await ask('POST', `/evidence/${two.code}/hold`, { hold: false, reason: 'The case is closed' });
    expect((await erase(one.code)).status).toBe(200);
    const entries = await (await ask('GET', `/ledger/entries?subject=${two.id}`)).text();
    expect(
      ['evidence.held', 'evidence.released', 'evidence.erased'].filter((kind) => !entries.includes(kind)),
    ).toEqual([]);
    expect(await verify()).toEqual({ ok: true, faults: [] });
  });
});

describe('verification of what was erased', () => {
  it('names bytes that somebody hides as erased, and keys that a stop left, which the next look destroys', async () => {
    const hidden = await push('canary-hidden');
    const client = new Client(ownerConnection(house.place));
    await client.connect();
    await client.query('update artefacts set erased_at = now() where sha256 = $1', [hidden.artefact.sha256]);
    expect(named(await verify(), hidden.artefact.sha256)).toEqual([
      [true, 'is noted as erased, and the ledger knows nothing of it'],
    ]);
    await client.query('update artefacts set erased_at = null where sha256 = $1', [hidden.artefact.sha256]);
    await client.end();

    const left = await push('canary-left');
    const stopped = { ...house.deps.blobs, erase: () => Promise.reject(new Error('stopped')) };
    const unit = new Unit(house.deps.pool);
    await unit.inOrganisation(scope.org, async (tx) => {
      const held = await findEvidence(tx, scope, left.code, true);
      const deps = { ...house.deps, db: unit, blobs: stopped };
      if (held) await eraseEvidence({ tx, scope, now: house.deps.clock.now(), deps }, held, SAID);
    });
    await expect(unit.commit()).rejects.toThrow('stopped');
    expect(named(await verify(), left.artefact.sha256)).toEqual([
      [true, 'was erased, and its bytes are still there'],
    ]);
    await finishErasures(house.deps, scope);
    expect(await verify()).toEqual({ ok: true, faults: [] });
    expect(await found('canary-left')).toEqual([]);
  });
});

/** Each fault with whether it names the item. */
function named({ faults }: Awaited<ReturnType<typeof verify>>, item: string) {
  return faults.map((each) => [each.item.includes(item), each.fault]);
}
