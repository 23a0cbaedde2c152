// Three organisations full of things, and everybody tries to reach what is not theirs: nothing comes out, nothing goes in.
// Short by default; `npm run campaign tenants` fires a million. ASSAY_TENANTS_SEED is another walk.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownerConnection } from '../../platform/postgres/database.ts';
import { openHouse, OWNER, send, type House } from '../house.ts';
import { attackAll, fingerprint, openWorld, random, sweep, type World } from './campaign.ts';
import { unexplained } from './columns.ts';

const COUNT = Number(process.env['ASSAY_TENANTS'] ?? 2000);
const SEED = Number(process.env['ASSAY_TENANTS_SEED'] ?? 20_261);
const SHOWN = 12;

describe('three organisations', () => {
  let house: House;
  let world: World;
  let before: Readonly<Record<string, string>>;
  const logged: string[] = [];
  const write = process.stderr.write.bind(process.stderr);
  beforeAll(async () => {
    house = await openHouse();
    process.stderr.write = (text: string | Uint8Array) => {
      logged.push(text.toString());
      return write(text);
    };
    world = await openWorld(house);
    before = await fingerprint(world, world.victim);
  }, 180_000);
  afterAll(async () => {
    process.stderr.write = write;
    await house.close();
  });

  it('have their own name in every column that can hold a text, or a reason stands why not', async () => {
    const owner = new Client(ownerConnection(house.place));
    await owner.connect();
    const found = await unexplained(owner, world.victim.scope);
    await owner.end();
    expect(found).toEqual([]);
  });

  it('give nothing to anybody who names another’s address or thing, on any route, in any role', async () => {
    const attacks = sweep(world);
    const began = performance.now();
    const breaches = await attackAll(world, attacks);
    console.log(`${attacks.length} attacks of every route and role in ${seconds(began)}`);
    expect(breaches.slice(0, SHOWN)).toEqual([]);
  }, 600_000);

  it(
    `give nothing in ${COUNT} random attacks by path, body, query and header`,
    async () => {
      const began = performance.now();
      const breaches = await attackAll(world, random(world, { seed: SEED, count: COUNT }));
      console.log(`${COUNT} random attacks in ${seconds(began)}`);
      expect(breaches.slice(0, SHOWN)).toEqual([]);
    },
    120_000 + COUNT * 200,
  );

  it('hold afterwards what they held before, row by row', async () => {
    expect(await fingerprint(world, world.victim)).toEqual(before);
  });

  it('keep apart what is pushed at the same moment and written in groups', async () => {
    const slugs = [world.twin.scope.slug, world.bare.scope.slug];
    const pushes = Array.from({ length: 20 }, (_, i) => slugs[i % 2] ?? '').map((slug, i) =>
      send(
        house,
        'POST',
        `/v1/orgs/${slug}/evidence/push?filename=x.txt&performed_at=2026-01-05&title=${slug}-${i}`,
        { headers: OWNER, bytes: `${slug} ${i}` },
      ),
    );
    expect((await Promise.all(pushes)).map(({ status }) => status)).toEqual(pushes.map(() => 201));
    for (const slug of slugs) {
      const list = await send(house, 'GET', `/v1/orgs/${slug}/evidence?limit=100`, { headers: OWNER });
      const text = await list.text();
      expect(slugs.map((each) => text.includes(`"${each}-`))).toEqual(slugs.map((each) => each === slug));
    }
  });

  it('have letters and files that name nobody else, and nothing of them is in the log', async () => {
    await send(house, 'POST', `/v1/orgs/${world.twin.scope.slug}/digests`, { headers: OWNER });
    const { root } = house;
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /artefacts|mail/.test(entry.parentPath))
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.some((path) => path.endsWith('.eml'))).toBe(true);
    const mixed = files.filter((path) => {
      const text = readFileSync(path, 'latin1');
      return ['zqalfa', 'zqtwin'].filter((name) => text.includes(name)).length > 1;
    });
    expect(mixed).toEqual([]);
    expect(logged.filter((line) => /zqalfa|zqtwin/.test(line))).toEqual([]);
  });
});

function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(0)} s`;
}
