// Made twice on one day it is the same; put back it is as at first; deleted it leaves nothing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OrgScope } from '../slices/access/access.module.ts';
import { organisationsOf } from '../slices/access/access.usecases.ts';
import { theOwner } from '../slices/access/sessions.usecases.ts';
import { openHouse, OWNER, send, type House } from '../testing/house.ts';
import { leavings } from '../testing/leavings.ts';
import { seeded } from './demo.testing.ts';

const PLACE = '/v1/orgs/harbourline';

let house: House;
let scope: OrgScope;
let first: ReadonlyMap<string, string>;

beforeAll(async () => {
  house = await openHouse();
  scope = await seeded(house.deps);
  first = await exported();
}, 120_000);
afterAll(() => house.close());

it('is the same again after a reset: every document and every artefact, but for ids and salts', async () => {
  const changed = await send(house, 'PATCH', PLACE, {
    headers: { ...OWNER, 'if-match': '"3"' },
    body: { name: 'Something else' },
  });
  expect(changed.status).toBe(200);
  const answer = await send(house, 'POST', `${PLACE}/reset`, { headers: OWNER });
  expect(answer.status).toBe(200);
  expect(await leavings(house, scope.org)).toEqual([]);
  const again = await exported();
  expect([...again.keys()].toSorted()).toEqual([...first.keys()].toSorted());
  expect(first.size).toBeGreaterThan(150);
  for (const [path, text] of first) expect({ path, text: again.get(path) }).toEqual({ path, text });
}, 120_000);

it('leaves no row, no file and no key when it is deleted', async () => {
  const [own] = await organisationsOf(house.deps, await theOwner(house.deps));
  if (!own) throw new Error('the demo is not there');
  const files = join(house.data.artefacts, own.org);
  const { publicKey } = house.deps.keys.of(own.org);
  expect(existsSync(files)).toBe(true);
  expect(await leavings(house, own.org)).not.toEqual([]);
  expect((await send(house, 'DELETE', PLACE, { headers: OWNER })).status).toBe(204);
  expect(await organisationsOf(house.deps, await theOwner(house.deps))).toEqual([]);
  expect(await leavings(house, own.org)).toEqual([]);
  expect(existsSync(files)).toBe(false);
  expect(house.deps.keys.of(own.org).publicKey).not.toEqual(publicKey);
}, 60_000);

/** Every file of the export by its path; ids, salts and what follows from them are put out of sight. */
async function exported(): Promise<ReadonlyMap<string, string>> {
  const answer = await send(house, 'GET', `${PLACE}/export`, { headers: OWNER });
  expect(answer.status).toBe(200);
  const files = unzipped(Buffer.from(await answer.arrayBuffer()));
  return new Map(
    [...files]
      .filter(([path]) => !MADE_BY_CHANCE.some((name) => path.startsWith(name) || path.endsWith(name)))
      .map(([path, bytes]) => [
        path,
        path.startsWith('artefacts/') ? bytes.toString('base64') : withoutChance(bytes.toString()),
      ]),
  );
}

/** Signed over salted leaves by a key of this organisation alone, or hashes of such; workbooks have CSV twins. */
const MADE_BY_CHANCE = [
  'manifest',
  'ledger/checkpoint.txt',
  'ledger/key.txt',
  'data/ledger_',
  '.xlsx',
] as const;

/** Records of one instant stand in the order of their ids, which chance made: lines are compared as a set. */
function withoutChance(text: string): string {
  return text.split('\n').map(lineWithoutChance).sort().join('\n');
}

function lineWithoutChance(text: string): string {
  return (
    text
      .replace(/"leaf":"(?:[^"\\]|\\.)*",?/g, '')
      // Who made it anew came by another way: the program at its start, then somebody who asked for it.
      .replace(/"(?:via|via_id|request_id)": "[^"]*",? ?|"address": (?:null|"[^"]*"),? ?/g, '')
      .replace(/,?"trail":"(?:[^"\\]|\\.)*"/g, '')
      .replace(/"salt":"[0-9a-f]*",?/g, '')
      .replace(/\b(?:org|evd|imp|prn|fwk|dec|run|smp|rom)_[0-9a-hjkmnp-tv-z]{26}\b/g, 'id')
  );
}

/** Reads a ZIP by its central directory (PKWARE APPNOTE 4.3.12), which is enough for our own. */
function unzipped(zip: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, remark] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const local = zip.readUInt32LE(at + 42);
    const path = zip.toString('utf8', at + 46, at + 46 + (name ?? 0));
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + packed);
    files.set(path, method === 0 ? bytes : inflateRawSync(bytes));
    at += 46 + (name ?? 0) + (extra ?? 0) + (remark ?? 0);
  }
  return files;
}
