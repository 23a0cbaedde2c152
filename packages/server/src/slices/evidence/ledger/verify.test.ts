// Whoever changes the store behind the server's back is found, and the very item is named.
import { appendFileSync } from 'node:fs';
import { z } from 'zod';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { furnish } from '../../../testing/furniture.ts';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';
import { importFile } from '../../../testing/imports.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { tamperWith, verification } from './testing/tamper.ts';

const SARIF = JSON.stringify({
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'CodeQL' } },
      invocations: [{ executionSuccessful: true }],
      results: [
        {
          ruleId: 'js/xss',
          message: { text: 'x' },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'a.js' } } }],
        },
      ],
    },
  ],
});

let house: House;
let scope: OrgScope;
let count = 0;

const tamper = (statement: string) => tamperWith(house, scope, statement);
const verify = (held?: string) => verification(house, scope, held);

describe('verification', () => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    count += 1;
    scope = await house.organisation(`verified-${count}`);
    await furnish(house, scope);
    const base = `/v1/orgs/${scope.slug}`;
    const artefact = z
      .object({ sha256: z.string() })
      .parse(
        await (
          await send(house, 'POST', `${base}/artefacts?filename=a.sarif`, { headers: OWNER, bytes: SARIF })
        ).json(),
      );
    const started = z
      .object({ id: z.string() })
      .parse(
        await (await importFile(house, base, { artefact: artefact.sha256, filename: 'a.sarif' })).json(),
      );
    const committed = await send(house, 'POST', `${base}/imports/${started.id}/commit`, { headers: OWNER });
    if (!committed.ok) throw new Error(`the import was not committed: ${await committed.text()}`);
  });

  it('finds nothing where nothing was changed', async () => {
    expect(await verify()).toMatchObject({ ok: true, faults: [] });
  });

  it.each([
    ['a result', "update observations set status = 'pass'", /^import /],
    ['the latest result', "update latest_observations set status = 'pass'", /^latest observation /],
    ['a day', 'update day_rollups set passed = passed + 1', /^day \d{4}-\d\d-\d\d of /],
    ['a record', "update evidence_versions set title = 'other'", /^evidence E-/],
    [
      'what a member holds',
      "update access_versions set document = jsonb_set(document, '{grants,0,role}', '\"admin\"') where kind = 'member'",
      /^access member prn_/,
    ],
    ['a payload', "update ledger_entries set payload = '{}' where seq = 1", /^ledger entry 1 /],
    [
      'a leaf',
      "update ledger_entries set leaf = replace(leaf, 'member', 'membre') where seq = 1",
      /^ledger entry 1 /,
    ],
    ['an entry taken away', 'delete from ledger_entries where seq = 2', /^ledger entry 2$/],
    [
      'a tile',
      "update ledger_tiles set hashes = overlay(hashes placing '\\x00' from 1 for 1)",
      /^ledger tile 0\/0/,
    ],
    ['the head', 'update ledger_heads set size = size - 1', /^ledger head/],
  ])('finds %s that was changed by raw SQL', async (_, statement, item) => {
    expect(await tamper(statement)).toBeGreaterThan(0);
    const found = await verify();
    expect(found.ok).toBe(false);
    expect(found.faults.map((fault) => fault.item)).toEqual(
      expect.arrayContaining([expect.stringMatching(item)]),
    );
  });

  it('finds bytes that were changed on the disk', async () => {
    const rows = await house.deps.db.inOrganisation(scope.org, (tx) =>
      tx.selectFrom('artefacts').select('sha256').execute(),
    );
    appendFileSync(house.deps.blobs.placeOf(scope.org, rows[0]?.sha256 ?? '').path, 'x');
    expect((await verify()).faults.map((fault) => fault.item)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^artefact /)]),
    );
  });

  it('finds a rollback by a checkpoint that somebody kept', async () => {
    const head = z
      .object({ checkpoint: z.string() })
      .parse(
        await (
          await send(house, 'GET', `/v1/orgs/${scope.slug}/ledger/checkpoint`, { headers: OWNER })
        ).json(),
      );
    await tamper('delete from ledger_entries where seq = (select max(seq) from ledger_entries)');
    const found = await verify(head.checkpoint);
    expect(found.faults.map((fault) => fault.item)).toContain('checkpoint that was held');
  });
});
