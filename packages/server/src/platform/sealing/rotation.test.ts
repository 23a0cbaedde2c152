// Keys turn while everything goes on; a kill at any moment loses nothing, and what was left is done at the next start.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { makeId } from '@assay/core';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { vaultAlone } from './testing/vaultAlone.ts';
import type { Vault } from './vault.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-rotation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const org = makeId('organisation', 0, new Uint8Array(10));

function place(name: string) {
  const data = { keys: join(folder, name, 'keys'), artefacts: join(folder, name, 'artefacts') };
  for (const path of Object.values(data)) mkdirSync(path, { recursive: true });
  return data;
}

async function filled(vault: Vault, count: number): Promise<Map<string, string>> {
  const held = new Map<string, string>();
  for (let i = 0; i < count; i += 1) {
    const text = `artefact ${i}`;
    const bytes = (async function* () {
      yield await Promise.resolve(Buffer.from(text));
    })();
    held.set((await vault.blobs.put(org, bytes, 100)).sha256, text);
  }
  return held;
}

async function read(vault: Vault, sha256: string): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of vault.blobs.read(org, sha256)) parts.push(part);
  return Buffer.concat(parts).toString();
}

it('wraps every key anew, touches no artefact, and destroys the key before', async () => {
  const data = place('whole');
  const vault = await vaultAlone(data);
  const held = await filled(vault, 40);
  const { publicKey } = vault.keys.of(org);
  const before = snapshot(data.artefacts);
  const ring = readFileSync(join(data.keys, `${org}.ring.json`), 'utf8');
  vault.rotation.begin(org);
  await vault.rotation.settled(org);
  expect(await vault.rotation.state(org)).toEqual({
    version: 2,
    items: 40,
    current: 40,
    turning: false,
    unsealed: 0,
    damaged: 0,
  });
  expect(snapshot(data.artefacts)).toEqual(before);
  const again = await vaultAlone(data);
  for (const [sha256, text] of held) expect(await read(again, sha256)).toBe(text);
  expect(again.keys.of(org).publicKey).toEqual(publicKey);
  // With the ring of before, what was wrapped since does not open.
  writeFileSync(join(data.keys, `${org}.ring.json`), ring);
  const old = await vaultAlone(data);
  for (const sha256 of held.keys()) expect(await old.blobs.has(org, sha256)).toBe(false);
});

it('destroys no key that somebody erased while it ran', async () => {
  const data = place('erased');
  const vault = await vaultAlone(data);
  const [gone = '', kept = ''] = [...(await filled(vault, 30)).keys()];
  vault.rotation.begin(org);
  await vault.blobs.erase(org, gone);
  await vault.rotation.settled(org);
  expect(await vault.rotation.state(org)).toMatchObject({ items: 29, current: 29, turning: false });
  expect([await vault.blobs.has(org, gone), await vault.blobs.has(org, kept)]).toEqual([false, true]);
});

it('keeps the key before for as long as a damaged key stands beside it', async () => {
  const data = place('damaged');
  const vault = await vaultAlone(data);
  await filled(vault, 3);
  const shelf = join(data.keys, org);
  const [first = ''] = readdirSync(shelf);
  const [item = ''] = readdirSync(join(shelf, first));
  const bytes = readFileSync(join(shelf, first, item));
  bytes.writeUInt8((bytes[20] ?? 0) ^ 1, 20);
  writeFileSync(join(shelf, first, item), bytes);
  vault.rotation.begin(org);
  await vault.rotation.settled(org);
  expect(await vault.rotation.state(org)).toMatchObject({ version: 2, items: 3, current: 2, turning: true });
});

it('is killed at 12 moments, with artefacts coming in, and everything that was acknowledged opens', async () => {
  const data = place('killed');
  const first = await vaultAlone(data);
  const held = await filled(first, 120);
  const { publicKey } = first.keys.of(org);
  let begun = 0;
  for (let i = 0; i < 12; i += 1) {
    const child = fork(
      fileURLToPath(new URL('testing/rotator.ts', import.meta.url)),
      [data.keys, data.artefacts, org],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    );
    const ended = once(child, 'exit');
    child.on('message', (message) => {
      const told = z.object({ sha256: z.string(), text: z.string() }).safeParse(message);
      if (told.success) held.set(told.data.sha256, told.data.text);
      else begun += 1;
    });
    await once(child, 'message');
    await pause(5 + i * 23);
    child.kill('SIGKILL');
    await ended;
    const vault = await vaultAlone(data);
    for (const [sha256, text] of held) expect(await read(vault, sha256)).toBe(text);
    expect(vault.keys.of(org).publicKey).toEqual(publicKey);
  }
  expect(begun).toBe(12);
  const last = await vaultAlone(data);
  last.rotation.resume([org]);
  await last.rotation.settled(org);
  const state = await last.rotation.state(org);
  expect(state).toMatchObject({ turning: false, current: state.items });
  expect(state.version).toBeGreaterThan(1);
  expect(last.rotation.rootState()).toMatchObject({ realms: 1, current: 1 });
}, 120_000);

function snapshot(directory: string): ReadonlyMap<string, string> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  return new Map(
    files.map((each) => [
      join(each.parentPath, each.name),
      readFileSync(join(each.parentPath, each.name)).toString('base64'),
    ]),
  );
}
