// The ledger's signing key: sealed, the same after a start, and taken over from an older Assay that kept it plain.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeId } from '@assay/core';
import { afterAll, expect, it } from 'vitest';
import { newSigningKey } from './crypto.ts';
import { openVault } from './sealing/vault.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-signing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const org = makeId('organisation', 0, new Uint8Array(10));
const data = { keys: join(folder, 'keys'), artefacts: join(folder, 'artefacts') };
for (const path of Object.values(data)) mkdirSync(path);

it('seals the key that an older Assay kept plain, and signs with it as before', async () => {
  const old = newSigningKey();
  const plain = join(data.keys, `${org}.pem`);
  writeFileSync(plain, old.pem, { mode: 0o600 });
  const first = await openVault(data);
  expect(first.keys.of(org).publicKey).toEqual(old.key.publicKey);
  expect(existsSync(plain)).toBe(false);
  expect(readFileSync(join(data.keys, `${org}.signing`), 'utf8')).toMatch(/^s1\.[\w-]+$/);
  const again = await openVault(data);
  expect(again.keys.of(org).sign(Buffer.from('x'))).toEqual(old.key.sign(Buffer.from('x')));
});
