// What is sealed opens with its key, in its place, and nowhere else; whoever lacks the root key is told so at once.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeId } from '@assay/core';
import { SealBroken } from '@assay/sources';
import { afterAll, describe, expect, it } from 'vitest';
import { StartFailure } from '../failure.ts';
import { IDENTITY_REALM, Keyring } from './keyring.ts';
import { environmentRootKeys, type RootKeyPlace } from './rootKey.ts';
import { secretsOf, type SecretPlace } from './secrets.ts';
import { openVault } from './vault.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-sealing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const keyed = (digit: string): RootKeyPlace => ({ kind: 'environment', key: digit.repeat(64) });
const org = makeId('organisation', 0, new Uint8Array(10));

describe('secrets', () => {
  const keyring = new Keyring(
    join(folder, 'secrets'),
    environmentRootKeys({ kind: 'environment', key: '1'.repeat(64) }),
  );
  const secrets = secretsOf(keyring);
  const places: readonly SecretPlace[] = ['org_a', 'org_b', IDENTITY_REALM].flatMap((realm) =>
    ['one', 'two'].flatMap((item) =>
      [1, 2].map((version) => ({ realm, kind: 'ledger-signing-key', item, version }) as const),
    ),
  );
  const sealed = places.map((place) => secrets.seal(place, Buffer.from(JSON.stringify(place))));

  it('open where they were sealed, and are refused in every other place: realm, item, version', () => {
    for (const [i, place] of places.entries())
      for (const [j, text] of sealed.entries())
        if (i === j) expect(Buffer.from(secrets.open(place, text)).toString()).toBe(JSON.stringify(place));
        else expect(() => secrets.open(place, text)).toThrow(SealBroken);
  });

  it('are refused when any bit is turned, and wherever they are cut', () => {
    const [place] = places;
    const bytes = Buffer.from((sealed[0] ?? '').slice(3), 'base64url');
    if (!place) throw new Error('no place');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const turned = Buffer.from(bytes);
      turned.writeUInt8((turned[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => secrets.open(place, `s1.${turned.toString('base64url')}`)).toThrow(SealBroken);
    }
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => secrets.open(place, `s1.${bytes.subarray(0, length).toString('base64url')}`)).toThrow(
        SealBroken,
      );
    expect(() => secrets.open(place, 'plain')).toThrow(SealBroken);
  });

  it('are sealed otherwise each time, and wrapped anew without being sealed anew', () => {
    const [place] = places;
    if (!place) throw new Error('no place');
    expect(secrets.seal(place, Buffer.from('x'))).not.toBe(secrets.seal(place, Buffer.from('x')));
    const before = secrets.seal(place, Buffer.from('stays'));
    expect(secrets.rewrap(place, before)).toBe(before);
    keyring.turn(place.realm);
    const after = secrets.rewrap(place, before);
    expect(after).not.toBe(before);
    keyring.of(place.realm).settle();
    expect(Buffer.from(secrets.open(place, after)).toString()).toBe('stays');
    expect(() => secrets.open(place, before)).toThrow(SealBroken);
  });
});

describe('the root key', () => {
  const installation = (name: string) => {
    const data = { keys: join(folder, name, 'keys'), artefacts: join(folder, name, 'artefacts') };
    for (const path of Object.values(data)) mkdirSync(path, { recursive: true });
    return data;
  };
  const stored = async (
    data: { readonly keys: string; readonly artefacts: string },
    place?: RootKeyPlace,
  ) => {
    const vault = await openVault(data, place);
    const bytes = (async function* () {
      yield await Promise.resolve(Buffer.from('kept'));
    })();
    return (await vault.blobs.put(org, bytes, 100)).sha256;
  };

  it('is made at the first start, for its owner alone, and is the same afterwards', async () => {
    const data = installation('first');
    const sha256 = await stored(data);
    const path = join(data.keys, 'root.key');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const again = await openVault(data);
    expect(await again.blobs.has(org, sha256)).toBe(true);
  });

  it('that others may read is refused with one sentence', async () => {
    const data = installation('open');
    await stored(data);
    chmodSync(join(data.keys, 'root.key'), 0o640);
    await expect(openVault(data)).rejects.toThrow(/can be read by others than its owner/);
  });

  it.each([
    ['is lost', (keys: string) => rmSync(join(keys, 'root.key')), /root\.key is gone/],
    [
      'is another',
      (keys: string) => writeFileSync(join(keys, 'root.key'), '3'.repeat(64)),
      /are wrapped by the root key/,
    ],
    ['is damaged', (keys: string) => writeFileSync(join(keys, 'root.key'), 'x'), /is no root key/],
    [
      'stays while a ring is lost',
      (keys: string) => rmSync(join(keys, `${org}.ring.json`)),
      /The keys of org_.* are gone/,
    ],
    [
      'stays while a ring is changed',
      (keys: string) => {
        const path = join(keys, `${org}.ring.json`);
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(
            /"key": "(.)/g,
            (_, one: string) => `"key": "${one === 'A' ? 'B' : 'A'}`,
          ),
        );
      },
      /cannot be opened/,
    ],
    [
      'stays while the ring is another organisation’s',
      (keys: string) => swapRings(keys),
      /are gone or damaged/,
    ],
  ])('%s: nothing starts, and nothing is made in its place', async (name, harm, said) => {
    const data = installation(name);
    await stored(data);
    harm(data.keys);
    const before = readdirSync(data.keys).sort();
    const refused = await openVault(data).catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(StartFailure);
    expect(String(refused)).toMatch(said);
    expect(readdirSync(data.keys).sort()).toEqual(before);
  });

  it('comes from the environment, and a wrong one is named by its id and never by its digits', async () => {
    const data = installation('environment');
    const sha256 = await stored(data, keyed('4'));
    expect(existsSync(join(data.keys, 'root.key'))).toBe(false);
    expect(await (await openVault(data, keyed('4'))).blobs.has(org, sha256)).toBe(true);
    const refused = String(await openVault(data, keyed('5')).catch((cause: unknown) => cause));
    expect(refused).toMatch(/wrapped by the root key [0-9a-f]{16}, and the one given is [0-9a-f]{16}/);
    expect(refused).not.toContain('5555');
    await expect(openVault(data, { kind: 'environment', key: 'short' })).rejects.toThrow(
      /64 hexadecimal digits/,
    );
    // The next one takes over: what the one before wrapped is wrapped anew.
    const both = await openVault(data, { kind: 'environment', key: '5'.repeat(64), before: '4'.repeat(64) });
    expect(both.rotation.rootState()).toMatchObject({ realms: 1, current: 0 });
    expect(both.rotation.root()).toBe(true);
    expect(both.rotation.rootState()).toMatchObject({ realms: 1, current: 1 });
    expect(await (await openVault(data, keyed('5'))).blobs.has(org, sha256)).toBe(true);
    await expect(openVault(data, keyed('4'))).rejects.toThrow(/cannot be opened/);
  });

  it('of a file turns, and a turn that was cut off goes on with both', async () => {
    const data = installation('turn');
    const sha256 = await stored(data);
    const path = join(data.keys, 'root.key');
    const first = readFileSync(path, 'utf8');
    // As a kill leaves it: the next key is there, and no ring is wrapped by it.
    writeFileSync(`${path}.next`, '6'.repeat(64), { mode: 0o600 });
    const cut = await openVault(data);
    expect(cut.rotation.rootState()).toMatchObject({ realms: 1, current: 0 });
    cut.rotation.resume([]);
    expect(cut.rotation.rootState()).toMatchObject({ realms: 1, current: 1 });
    expect([readFileSync(path, 'utf8'), existsSync(`${path}.next`)]).toEqual(['6'.repeat(64), false]);
    expect(cut.rotation.root()).toBe(true);
    expect(readFileSync(path, 'utf8')).not.toBe('6'.repeat(64));
    expect(await (await openVault(data)).blobs.has(org, sha256)).toBe(true);
    writeFileSync(path, first);
    await expect(openVault(data)).rejects.toThrow(/cannot be opened/);
  });
});

function swapRings(keys: string): void {
  const path = join(keys, `${org}.ring.json`);
  renameSync(path, join(keys, 'identity.ring.json'));
  writeFileSync(path, readFileSync(join(keys, 'identity.ring.json')));
}
