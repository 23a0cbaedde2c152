// Whoever rewrites the past, however well, gets no signature for it.
import { appendLeaves, emptyRoot, leafBytes, leafHash, leafText, type Tile } from '@assay/core';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { random, sha256 } from '../../../platform/crypto.ts';
import { ownerConnection } from '../../../platform/postgres/database.ts';
import { furnish } from '../../../testing/furniture.ts';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { entriesFrom } from './ledger.repository.ts';

const problem = z.object({ type: z.string(), detail: z.string() });
let house: House;
let scope: OrgScope;
let count = 0;

async function checkpoint(): Promise<{ readonly status: number; readonly body: unknown }> {
  const path = `/v1/orgs/${scope.slug}/ledger/checkpoint`;
  const response = await send(house, 'GET', path, { headers: OWNER });
  return { status: response.status, body: await response.json() };
}

async function refusal(): Promise<string> {
  const { status, body } = await checkpoint();
  expect(status).toBe(500);
  return problem.parse(body).detail;
}

async function sql(text: string, values: readonly unknown[] = []): Promise<void> {
  const client = new Client(ownerConnection(house.place));
  await client.connect();
  try {
    await client.query("select set_config('assay.org_id', $1, false)", [scope.org]);
    await client.query(text, [...values]);
  } finally {
    await client.end();
  }
}

/** Rewrites entry 1 with a new salt and leaf, then tiles and head: a store that agrees with itself in everything. */
async function rewritePast(): Promise<void> {
  const rows = await house.deps.db.inOrganisation(scope.org, (tx) => entriesFrom(tx, scope, 0, 1000));
  const salt = random(32);
  const leaves = rows.map((row) => {
    if (row.seq !== 1) return row.leaf;
    const record = { kind: row.kind, subject: row.subject, at: row.at, payload: { title: 'Forged' } };
    const leaf = leafText(record, { org: scope.org, seq: 1, salt }, sha256);
    return leaf.ok ? leaf.value : '';
  });
  const hashes = leaves.map((leaf) => leafHash(leafBytes(leaf), sha256));
  const grown = appendLeaves({ size: 0, read: () => undefined }, hashes, sha256);
  const tile: Tile | undefined = grown.changed[0];
  await sql(
    'update ledger_entries set leaf = $1, salt = $2, payload = \'{"title":"Forged"}\', artefact = null where seq = 1',
    [leaves[1], Buffer.from(salt)],
  );
  await sql('update ledger_tiles set hashes = $1', [Buffer.from(tile?.hashes ?? new Uint8Array(0))]);
  await sql('update ledger_heads set root = $1', [Buffer.from(grown.root)]);
}

/** Something new, so that a new head has to be signed. */
async function grow(): Promise<void> {
  const path = `/v1/orgs/${scope.slug}/controls/C-09/state`;
  const body = { state: 'adopted', implementation: 'planned' };
  expect((await send(house, 'PUT', path, { headers: OWNER, body })).ok).toBe(true);
}

describe('the signer', () => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    count += 1;
    scope = await house.organisation(`signed-${count}`);
    await furnish(house, scope);
    await checkpoint();
  });

  it('gives the same note while nothing is added, and a new one that follows when something is', async () => {
    const first = await checkpoint();
    expect(z.object({ checkpoint: z.string() }).parse((await checkpoint()).body)).toEqual(
      z.object({ checkpoint: z.string() }).parse(first.body),
    );
    await grow();
    const next = await checkpoint();
    expect(next.status).toBe(200);
    expect(next.body).not.toEqual(first.body);
  });

  it('refuses a tree that was rewritten whole by raw SQL', async () => {
    await rewritePast();
    expect(await refusal()).toMatch(/^Refused to sign: the first \d+ entries are not those that were signed/);
  });

  it('refuses it too when the tree has grown since', async () => {
    await rewritePast();
    await grow();
    expect(await refusal()).toMatch(/^Refused to sign: the first \d+ entries are not those that were signed/);
  });

  it('refuses it when the stored checkpoint was taken away as well: the key remembers', async () => {
    await rewritePast();
    await sql('update ledger_heads set checkpoint = null, signed_size = null');
    expect(await refusal()).toMatch(/^Refused to sign: the first \d+ entries are not those that were signed/);
  });

  it('refuses a stored checkpoint that its key never signed', async () => {
    await sql("update ledger_heads set checkpoint = replace(checkpoint, E'\\n— ', E'\\n— ') || checkpoint");
    expect(await refusal()).toMatch(/damaged|not signed with this ledger’s key/);
  });

  it('refuses a ledger that was rolled back to nothing', async () => {
    await sql('delete from ledger_entries');
    await sql('delete from ledger_tiles');
    await sql('update ledger_heads set size = 0, root = $1, checkpoint = null, signed_size = null', [
      Buffer.from(emptyRoot(sha256)),
    ]);
    expect(await refusal()).toMatch(/^Refused to sign: the ledger shrank from \d+ to 0 entries/);
  });

  it('refuses a head whose tiles are gone, and a head that its tiles do not give', async () => {
    await sql('update ledger_heads set root = $1', [Buffer.from(random(32))]);
    expect(await refusal()).toMatch(/the head’s root is not that of its tiles/);
    await sql('delete from ledger_tiles');
    expect(await refusal()).toMatch(/tiles of its \d+ entries are missing/);
  });

  it('gives no proof out of a tree that does not lead to the signed root', async () => {
    await sql("update ledger_tiles set hashes = overlay(hashes placing '\\x00' from 1 for 1)");
    const path = `/v1/orgs/${scope.slug}/ledger/proof?index=1`;
    const response = await send(house, 'GET', path, { headers: OWNER });
    expect(response.status).toBe(500);
    expect(problem.parse(await response.json()).detail).toMatch(/^Not proved: entry 1/);
  });
});
