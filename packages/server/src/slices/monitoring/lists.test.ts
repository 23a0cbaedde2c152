// A hole that was closed does not fail for ever: a newer whole list of the same thing takes the place of the older one,
// now and for an earlier instant, and gives it back when it is undone.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import { importFile } from '../../testing/imports.ts';

let house: House;
const base = '/v1/orgs/lists';

beforeAll(async () => {
  house = await openHouse();
  await house.organisation('lists');
}, 120_000);
afterAll(() => house.close());

it('takes the place of the older list, whatever came first, and gives it back', async () => {
  const first = await imported('4.12.0', '2026-05-01', ['CVE-2026-0001', 'CVE-2026-0002']);
  expect(await failing()).toEqual(['CVE-2026-0001', 'CVE-2026-0002']);

  const second = await imported('4.13.0', '2026-05-08', ['CVE-2026-0002']);
  expect(second.change).toEqual({ new: 0, changed: 0, unchanged: 1, gone: 1 });
  expect(await failing()).toEqual(['CVE-2026-0002']);

  await imported('4.11.0', '2026-04-20', ['CVE-2026-0001', 'CVE-2026-0009']);
  expect(await failing(), 'an older list that arrives late changes nothing').toEqual(['CVE-2026-0002']);

  await imported('prod', '2026-05-09', []);
  expect(await failing(), 'another place is another list').toEqual(['CVE-2026-0002']);

  await undo(second.id);
  expect(await failing()).toEqual(['CVE-2026-0001', 'CVE-2026-0002']);
  await undo(first.id);
  expect(await failing()).toEqual(['CVE-2026-0001', 'CVE-2026-0009']);

  const verified = await send(house, 'POST', `${base}/ledger/verify`, {
    headers: OWNER,
    body: { rebuild: true },
  });
  expect(await verified.json()).toMatchObject({ ok: true, faults: [] });
}, 120_000);

async function imported(tag: string, day: string, holes: readonly string[]) {
  const report = {
    SchemaVersion: 2,
    ArtifactName: `registry.example/api:${tag}`,
    CreatedAt: `${day}T06:00:00Z`,
    Results: [
      {
        Target: 'package-lock.json',
        Vulnerabilities: holes.map((id) => ({
          VulnerabilityID: id,
          PkgName: 'left',
          InstalledVersion: '1.0.0',
          Severity: 'HIGH',
        })),
      },
    ],
  };
  const put = await send(house, 'POST', `${base}/artefacts?filename=${tag}.json`, {
    headers: OWNER,
    bytes: JSON.stringify(report),
  });
  const { sha256 } = z.object({ sha256: z.string() }).parse(await put.json());
  const started = await importFile(house, base, { artefact: sha256, filename: `${tag}.json` });
  const dryRun = z
    .object({ id: z.string(), change: z.record(z.string(), z.number()) })
    .parse(await started.json());
  const done = await send(house, 'POST', `${base}/imports/${dryRun.id}/commit`, { headers: OWNER });
  expect(done.status).toBe(200);
  return dryRun;
}

async function undo(id: string): Promise<void> {
  expect((await send(house, 'POST', `${base}/imports/${id}/undo`, { headers: OWNER })).status).toBe(200);
}

async function failing(): Promise<readonly string[]> {
  const answer = await send(house, 'GET', `${base}/observations?status=fail&limit=200`, { headers: OWNER });
  const rows = z.object({ data: z.array(z.object({ subject: z.string() })) }).parse(await answer.json());
  return rows.data.map(({ subject }) => subject.slice(subject.lastIndexOf('#') + 1)).sort();
}
