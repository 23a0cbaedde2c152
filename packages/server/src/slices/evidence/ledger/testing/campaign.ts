// A run of random flips in an organisation that holds something of everything; every one must be found by name.
import { readFile } from '@assay/sources';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { House } from '../../../../testing/house.ts';
import { importFile } from '../../../../testing/imports.ts';
import { OWNER, send } from '../../../../testing/house.ts';
import { furnish } from '../../../../testing/furniture.ts';
import type { OrgScope } from '../../../access/access.module.ts';
import { verifyEverything } from '../verify.usecases.ts';
import { Flipper, type Pick } from './flips.ts';
import { Rewriter, WAYS, type Way } from './rewritten.ts';

const SARIF = JSON.stringify({
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'CodeQL', version: '2.20.0' } },
      invocations: [{ executionSuccessful: true, endTimeUtc: '2026-05-04T08:00:00Z' }],
      results: ['js/xss', 'js/sql-injection', 'js/path'].map((ruleId, i) => ({
        ruleId,
        level: 'warning',
        message: { text: `message ${i}` },
        locations: [{ physicalLocation: { artifactLocation: { uri: `src/${i}.js` } } }],
      })),
    },
  ],
});
/** A column mapping, rows of a population and a line that gives a problem. */
const CSV = 'check,subject,status,when\nbackup,db-1,ok,2026-05-04\nbackup,db-2,odd,2026-05-04\n';

export interface Ended {
  readonly found: number;
  /** Flips that no fault named: what was turned, and what was said. */
  readonly missed: readonly string[];
  /** Flips that constraints of the database refused. */
  readonly refused: number;
}

/** Turns `flips` bits, one at a time; the same seed turns the same bits of the same rows. */
export async function runFlips(
  house: House,
  run: { readonly flips: number; readonly seed: number; readonly each?: (done: number) => void },
): Promise<Ended> {
  const scope = await house.organisation(`flipped-${run.seed}`);
  await fill(house, scope);
  // The files are ours: reading them here spares a process for each of thousands of verifications.
  const work = { deps: house.deps, scope, now: house.deps.clock.now(), read: readFile };
  const verify = () => verifyEverything(work, { rebuild: true });
  const before = await verify();
  if (!before.ok) throw new Error(`not whole before the first flip: ${JSON.stringify(before.faults)}`);
  const flipper = new Flipper(house, scope, seeded(run.seed));
  await flipper.open();
  const missed: string[] = [];
  try {
    for (let done = 0; done < run.flips; done += 1) {
      const flip = await flipper.turn();
      const { faults } = await verify();
      if (!faults.some((fault) => flip.named.test(fault.item)))
        missed.push(`${flip.what}: wanted ${flip.named.source}, got ${JSON.stringify(faults).slice(0, 300)}`);
      await flip.undo();
      run.each?.(done + 1);
    }
    const after = await verify();
    if (!after.ok)
      throw new Error(`not whole after the last flip was undone: ${JSON.stringify(after.faults)}`);
  } finally {
    await flipper.close();
  }
  return { found: run.flips - missed.length, missed, refused: flipper.refused };
}

/** Something in every table: records in several versions, imports of several kinds, one undone, a signed head. */
async function fill(house: House, scope: OrgScope): Promise<void> {
  const { params } = await furnish(house, scope);
  const base = `/v1/orgs/${scope.slug}`;
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const given = typeof body === 'string' ? { bytes: body } : { body };
    const response = await send(house, method, base + path, { headers: OWNER, ...given });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response;
  };
  const imported = async (filename: string, text: string, more: object = {}): Promise<string> => {
    const { sha256 } = z
      .object({ sha256: z.string() })
      .parse(await (await ask('POST', `/artefacts?filename=${filename}`, text)).json());
    const { id } = z
      .object({ id: z.string() })
      .parse(await (await importFile(house, base, { artefact: sha256, filename, ...more })).json());
    await ask('POST', `/imports/${id}/commit`);
    return id;
  };
  await ask('POST', `/evidence/${params['evidence'] ?? ''}/review`, { decision: 'accept' });
  await ask('DELETE', `/evidence/${params['evidence'] ?? ''}`);
  await ask('POST', `/evidence/${params['evidence'] ?? ''}/restore`);
  await imported('code.sarif', SARIF);
  await imported('backups.csv', CSV, {
    partial: true,
    columns: { check: 'check', subject: 'subject', status: 'status', observed_at: 'when' },
  });
  await ask('POST', `/imports/${await imported('again.sarif', SARIF.replace('2.20.0', '2.21.0'))}/undo`);
  await ask('GET', '/ledger/checkpoint');
}

/** Numbers from a seed: SHA-256 in counter mode. */
export function seeded(seed: number): Pick {
  let drawn = 0;
  return (below) => {
    drawn += 1;
    return createHash('sha256').update(`${seed} ${drawn}`).digest().readUIntBE(0, 6) % below;
  };
}

/** Rewrites the store in `count` random ways, and asks with a checkpoint that was kept before. */
export async function runRewritings(
  house: House,
  run: { readonly count: number; readonly seed: number; readonly each?: (done: number) => void },
): Promise<{
  readonly found: number;
  readonly missed: readonly string[];
  readonly ways: ReadonlyMap<Way, number>;
}> {
  const scope = await house.organisation(`rewritten-${run.seed}`);
  const pick = seeded(run.seed);
  const rewriter = new Rewriter(house, scope, pick);
  await rewriter.open();
  await rewriter.keep();
  await fill(house, scope);
  const head = await signedNow(house, scope);
  await send(house, 'POST', `/v1/orgs/${scope.slug}/tasks`, {
    headers: OWNER,
    body: { title: 'afterwards' },
  });
  const work = { deps: house.deps, scope, now: house.deps.clock.now(), read: readFile };
  const verify = () => verifyEverything(work, { rebuild: true, held: head.checkpoint });
  const before = await verify();
  if (!before.ok) throw new Error(`not whole before: ${JSON.stringify(before.faults)}`);
  const missed: string[] = [];
  const ways = new Map<Way, number>();
  try {
    for (let done = 0; done < run.count; done += 1) {
      const way = WAYS[done % WAYS.length] ?? 'update';
      const rewriting = await rewriter.rewrite(way, head.size);
      const { faults } = await verify();
      if (faults.some(({ item }) => rewriting.named.test(item))) ways.set(way, (ways.get(way) ?? 0) + 1);
      else
        missed.push(
          `${rewriting.what}: wanted ${rewriting.named.source}, got ${JSON.stringify(faults).slice(0, 300)}`,
        );
      await rewriting.undo();
      run.each?.(done + 1);
    }
    const after = await verify();
    if (!after.ok) throw new Error(`not whole after: ${JSON.stringify(after.faults)}`);
  } finally {
    await rewriter.close();
  }
  return { found: run.count - missed.length, missed, ways };
}

async function signedNow(house: House, scope: OrgScope) {
  const response = await send(house, 'GET', `/v1/orgs/${scope.slug}/ledger/checkpoint`, { headers: OWNER });
  return z.object({ checkpoint: z.string(), size: z.number() }).parse(await response.json());
}
