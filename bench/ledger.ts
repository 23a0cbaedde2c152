// A ledger of a million entries in a real database: appends, then proofs as an auditor asks for them, over the
// application with everything that a request passes. Raw hashing of the same run stands beside it.
import { hash } from 'node:crypto';
import { z } from 'zod';
import { appendLeaves, consistencyProof, inclusionProof, type ReadTile, type Tile } from '@assay/core';
import { sha256 } from '../packages/server/src/platform/crypto.ts';
import type { OrgScope } from '../packages/server/src/slices/access/access.module.ts';
import { recordAll } from '../packages/server/src/slices/evidence/ledger/record.ts';
import { openHouse, OWNER, send, type House } from '../packages/server/src/testing/house.ts';
import { Client } from 'pg';
import { ownerConnection } from '../packages/server/src/platform/postgres/database.ts';
import { ms, percentile, rounds } from './measure.ts';
import type { Figure } from './figure.ts';

const LEAVES = 1_000_000;
const BATCH = 5000;
const PROOFS = 1000;
/** Hashes of one proof over cold tiles at a million leaves. */
const HASHES = 600;

export async function ledgerBench(): Promise<readonly Figure[]> {
  const raw = rawHashes();
  const memory = inMemory(raw);
  const house = await openHouse();
  try {
    const scope = await house.organisation('bench-ledger');
    const stored = await appendStored(house, scope);
    return [
      ...memory,
      figure('entries stored, in batches of 5,000', stored, raw),
      ...(await asked(house, scope)),
    ];
  } finally {
    await house.close();
  }
}

/** SHA-256 of 65 bytes that this machine does in a second: what one node of the tree costs. */
function rawHashes(): number {
  const node = new Uint8Array(65);
  const began = performance.now();
  for (let i = 0; i < 500_000; i += 1) hash('sha256', node, 'buffer');
  return 500_000 / ((performance.now() - began) / 1000);
}

function inMemory(raw: number): readonly Figure[] {
  const tiles = new Map<string, Tile>();
  const read: ReadTile = (id) => tiles.get(`${id.level}/${id.index}`)?.hashes;
  const leaves = Array.from({ length: BATCH }, (_, i) => sha256(Uint8Array.of(i & 255, i >> 8)));
  const began = performance.now();
  for (let size = 0; size < LEAVES; size += leaves.length)
    for (const tile of appendLeaves({ size, read }, leaves, sha256).changed)
      tiles.set(`${tile.level}/${tile.index}`, tile);
  const rate = LEAVES / ((performance.now() - began) / 1000);
  const source = { read, sha256 };
  const inclusion = rounds(2 * PROOFS, (i) => void inclusionProof((i * 7919) % LEAVES, LEAVES, source));
  // As many hashes of nothing as a proof takes: what the machine itself lets pass.
  const nothing = rounds(2 * PROOFS, () => {
    for (let i = 0; i < HASHES; i += 1) hash('sha256', leaves[0] ?? '', 'buffer');
  });
  const growth = rounds(2 * PROOFS, (i) => void consistencyProof(1 + ((i * 7919) % LEAVES), LEAVES, source));
  return [
    figure('tree appends in memory, 1 M leaves', rate, raw),
    latency('inclusion proof computed, 1 M leaves', { times: inclusion, goal: 5, nothing }),
    latency('consistency proof computed', { times: growth, goal: 10, nothing }),
  ];
}

async function appendStored(house: House, scope: OrgScope): Promise<number> {
  const { db, clock } = house.deps;
  const began = performance.now();
  let size = await db.inOrganisation(scope.org, (tx) =>
    recordAll(tx, scope, [{ kind: 'bench', subject: 'n-0', at: clock.now(), payload: { n: 0 } }]),
  );
  for (size += 1; size < LEAVES;) {
    const from = size;
    const records = Array.from({ length: Math.min(BATCH, LEAVES - from) }, (_, i) => ({
      kind: 'bench',
      subject: `n-${from + i}`,
      at: clock.now(),
      payload: { n: from + i, title: 'An entry of the usual length, as an import or a review leaves it' },
    }));
    await db.inOrganisation(scope.org, (tx) => recordAll(tx, scope, records));
    size += records.length;
  }
  return LEAVES / ((performance.now() - began) / 1000);
}

/** Proofs over the application: session, policy, signed head, query, tiles, hashing, the bundle's own verification. */
async function asked(house: House, scope: OrgScope): Promise<readonly Figure[]> {
  const base = `/v1/orgs/${scope.slug}/ledger`;
  const get = async (path: string): Promise<unknown> => {
    const response = await send(house, 'GET', base + path, { headers: OWNER });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  const bundle = z.object({ entries: z.array(z.object({ proof: z.array(z.string()) })) });
  const steps = bundle.parse(await get('/proof?index=7')).entries[0]?.proof.length ?? 0;
  if (steps < 19) throw new Error(`a proof of ${steps} hashes is not one of a million leaves`);
  const timed = async (count: number, path: (i: number) => string): Promise<readonly number[]> => {
    const times: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const began = performance.now();
      await get(path(i));
      times.push(performance.now() - began);
    }
    return times.sort((a, b) => a - b);
  };
  await settle(house);
  await timed(50, (i) => `/proof?index=${i * 31}`);
  const inclusion = await timed(PROOFS, (i) => `/proof?index=${(i * 7919) % LEAVES}`);
  const growth = await timed(PROOFS, (i) => `/consistency?from=${1 + ((i * 7919) % LEAVES)}&to=${LEAVES}`);
  const nothing = await stalls(house, scope);
  return [
    latency('inclusion proof asked for, 1 M leaves', { times: inclusion, goal: 5, nothing }),
    latency('consistency proof asked for', { times: growth, goal: 10, nothing }),
  ];
}

/** A million fresh rows are still being written behind our back; proofs are asked for long after that. */
async function settle(house: House): Promise<void> {
  const client = new Client(ownerConnection(house.place));
  await client.connect();
  try {
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

/** What the database takes for a transaction that asks nothing: on a machine with others, mostly their turns. */
async function stalls(house: House, scope: OrgScope): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < PROOFS; i += 1) {
    const began = performance.now();
    await house.deps.db.inOrganisation(scope.org, () => Promise.resolve());
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

function figure(name: string, rate: number, raw: number): Figure {
  const inTree = name.startsWith('tree');
  return {
    name,
    value: `${(rate / 1000).toFixed(0)} k/s`,
    limit: `${Math.round(raw / 1000)} k hashes/s`,
    ratio: (rate / raw).toFixed(2),
    goal: inTree ? '0.3 of raw hashing' : 'printed',
    met: !inTree || rate / raw >= 0.3,
  };
}

function latency(
  name: string,
  at: { readonly times: readonly number[]; readonly goal: number; readonly nothing: readonly number[] },
): Figure {
  const [p50, p99] = [percentile(at.times, 0.5), percentile(at.times, 0.99)];
  const idle = percentile(at.nothing, 0.99);
  return {
    name,
    value: `p99 ${ms(p99)}, p50 ${ms(p50)}`,
    limit: `doing nothing p99 ${ms(idle)}`,
    ratio: (p99 / idle).toFixed(2),
    goal: `p99 ${at.goal} ms`,
    met: p99 <= at.goal,
  };
}
