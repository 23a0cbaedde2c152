// Another program sealed these (vectors/sealing): what it sealed is opened here, and sealing again gives the same bytes.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFile, proveHeader } from '@assay/sources';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeSealed } from '../blobs/sealedWriter.ts';
import { Keyring } from './keyring.ts';
import { environmentRootKeys } from './rootKey.ts';
import { secretsOf } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-sealed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function vectors<T>(name: string, schema: z.ZodType<T>): T {
  const path = fileURLToPath(new URL(`../../../../../vectors/sealing/${name}.json`, import.meta.url));
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

const { cases } = vectors(
  'files',
  z.object({
    cases: z.array(
      z.object({
        name: z.string(),
        organisation: z.string(),
        key: z.string(),
        key_id: z.string(),
        plain: z.object({ start: z.int(), step: z.int(), bytes: z.int() }),
        sha256: z.string(),
        sealed_bytes: z.int(),
        header: z.string(),
        sealed_sha256: z.string(),
        sealed: z.string().nullable(),
      }),
    ),
  }),
);
const keys = vectors(
  'keys',
  z.object({
    organisation: z.string(),
    root_key: z.string(),
    root_id: z.string(),
    realm_key: z.object({ version: z.int(), key: z.string(), wrapped: z.string() }),
    names: z.object({ key: z.string(), wrapped: z.string(), sha256: z.string(), name: z.string() }),
    item_key: z.object({ id: z.string(), key: z.string(), wrapped: z.string() }),
    secret: z.object({ version: z.int(), item: z.string(), text: z.string(), sealed: z.string() }),
  }),
);

describe.each(cases)('a sealed file: $name', (each) => {
  const key = Buffer.from(each.key, 'hex');
  const seal = { key, context: `assay/artefact/1/${each.organisation}/${each.key_id}` };
  const plain = Buffer.from(
    Array.from({ length: each.plain.bytes }, (_, i) => (each.plain.start + i * each.plain.step) % 256),
  );
  const path = join(folder, each.key_id);

  it('comes out as the other program wrote it', async () => {
    const file = await open(path, 'w');
    const stored = await writeSealed(
      file,
      (async function* () {
        yield await Promise.resolve(plain);
      })(),
      { seal, keyId: each.key_id, limit: plain.length },
    );
    await file.close();
    const sealed = readFileSync(path);
    expect(stored.sha256).toBe(each.sha256);
    expect(sealed.length).toBe(each.sealed_bytes);
    expect(sealed.toString('hex', 0, 64)).toBe(each.header);
    expect(createHash('sha256').update(sealed).digest('hex')).toBe(each.sealed_sha256);
    if (each.sealed !== null) expect(sealed.toString('hex')).toBe(each.sealed);
  });

  it('is proved and opened', async () => {
    proveHeader(seal, Buffer.from(each.header, 'hex'), each.sha256);
    const opened = await openFile({ path, seal });
    const parts: Uint8Array[] = [];
    for await (const part of opened.bytes()) parts.push(part);
    await opened.close();
    expect(Buffer.concat(parts).equals(plain)).toBe(true);
  });
});

describe('keys that the other program wrapped', () => {
  const realm = keys.organisation;
  const roots = environmentRootKeys({ kind: 'environment', key: keys.root_key });
  const directory = join(folder, 'keys');
  const ring = {
    format: 1,
    realm,
    names: { root: keys.root_id, key: keys.names.wrapped },
    keys: [{ root: keys.root_id, key: keys.realm_key.wrapped, version: keys.realm_key.version }],
  };

  it('open: the ring, the name of a file, the key of an item, a secret', () => {
    expect(roots.current.id).toBe(keys.root_id);
    new Keyring(directory, roots);
    writeFileSync(join(directory, `${realm}.ring.json`), JSON.stringify(ring));
    const keyring = new Keyring(directory, roots);
    const own = keyring.of(realm);
    expect(own.nameOf(keys.names.sha256)).toBe(keys.names.name);
    const { id, key, wrapped } = keys.item_key;
    expect(own.unwrap(Buffer.from(wrapped, 'hex'), ['assay/item-key/1', id]).toString('hex')).toBe(key);
    const place = { realm, kind: 'ledger-signing-key', item: keys.secret.item, version: 1 } as const;
    expect(Buffer.from(secretsOf(keyring).open(place, keys.secret.sealed)).toString()).toBe(keys.secret.text);
  });
});
