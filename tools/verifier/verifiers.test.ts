// Two verifiers that share no code must agree: over every vector, over bundles and exports of a real server, and over
// what is left of them after somebody has changed them.
import { execFile, execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { openPromise } from 'yauzl';
import { z } from 'zod';
import { bundleOut } from '../../packages/contract/src/index.ts';
import { bundleFaults, exportFaults } from '../../packages/core/src/index.ts';
import { readArchive } from '../../packages/cli/src/offline/archive.ts';
import { ports } from '../../packages/cli/src/offline/kept.ts';
import { furnish } from '../../packages/server/src/testing/furniture.ts';
import { openHouse, OWNER, send, type House } from '../../packages/server/src/testing/house.ts';

const script = fileURLToPath(new URL('assay_verify.py', import.meta.url));
const vectors = fileURLToPath(new URL('../../vectors/ledger', import.meta.url));
const python = hasPython();
const answer = z.object({ faults: z.array(z.object({ item: z.string(), fault: z.string() })) });
type Faults = z.infer<typeof answer>['faults'];

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('skipped: the second verifier needs python3, which is not installed');
    return false;
  }
}

function run(args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  return new Promise((resolve) => {
    execFile('python3', [script, ...args], { maxBuffer: 1 << 26 }, (failure, out, err) =>
      resolve({ code: failure ? Number(failure.code) : 0, out: out + err }),
    );
  });
}

/** What the second verifier says of each file. */
async function secondOf(args: readonly string[]): Promise<readonly Faults[]> {
  const { code, out } = await run([...args, '--json']);
  if (code > 1) throw new Error(out);
  return out
    .trim()
    .split('\n')
    .map((line) => sorted(answer.parse(JSON.parse(line)).faults));
}

const sorted = (faults: Faults): Faults =>
  faults
    .map(({ item, fault }) => ({ item, fault }))
    .sort((a, b) => (`${a.item} ${a.fault}` < `${b.item} ${b.fault}` ? -1 : 1));

describe.skipIf(!python)('the second verifier', () => {
  let folder: string;
  let house: House;
  let kept: string;
  let bundle: string;
  let archive: ReadonlyMap<string, Buffer>;
  const at = (name: string): string => join(folder, name);

  /** Both verifiers over bundles; they must say the same. */
  async function overBundles(texts: readonly string[], keptText?: string): Promise<readonly Faults[]> {
    const paths = texts.map((_, i) => at(`bundle-${i}.json`));
    texts.forEach((text, i) => writeFileSync(paths[i] ?? '', text));
    const first = texts.map((text) => {
      const parsed = bundleOut.parse(JSON.parse(text));
      return sorted([...bundleFaults(parsed, { checkpoint: keptText }, ports)]);
    });
    expect(await secondOf(['bundle', ...paths, ...heldArgs(keptText)])).toEqual(first);
    return first;
  }

  async function overExport(files: Iterable<readonly [string, Buffer]>, keptText?: string): Promise<Faults> {
    const zip = new ZipFile();
    for (const [path, bytes] of files) zip.addBuffer(bytes, path);
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(at('export.zip')));
    const first = sorted([
      ...exportFaults(await readArchive(at('export.zip')), { checkpoint: keptText }, ports),
    ]);
    expect(await secondOf(['export', at('export.zip'), ...heldArgs(keptText)])).toEqual([first]);
    return first;
  }

  function heldArgs(text: string | undefined): readonly string[] {
    if (text === undefined) return [];
    writeFileSync(at('kept.txt'), text);
    return ['--checkpoint', at('kept.txt')];
  }

  /** The export with some files replaced; null takes one away. */
  function changed(change: Readonly<Record<string, ((text: string) => string) | null>>): Map<string, Buffer> {
    const files = new Map(archive);
    for (const [path, edit] of Object.entries(change))
      if (edit === null) files.delete(path);
      else files.set(path, Buffer.from(edit((files.get(path) ?? Buffer.alloc(0)).toString('utf8'))));
    return files;
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'assay-verifiers-'));
    house = await openHouse();
    const scope = await house.organisation('audited');
    const base = `/v1/orgs/${scope.slug}`;
    const get = (path: string): Promise<Response> => send(house, 'GET', base + path, { headers: OWNER });
    const head = z.object({ checkpoint: z.string(), size: z.number() });
    const early = head.parse(await (await get('/ledger/checkpoint')).json());
    kept = early.checkpoint;
    const { params } = await furnish(house, scope);
    const path = `${base}/evidence/${params['evidence'] ?? ''}/review`;
    const review = { decision: 'accept', note: 'gesehen: Überprüfung 🔑' };
    await send(house, 'POST', path, { headers: OWNER, body: review });
    bundle = await (await get(`/ledger/proof?subject=E-1&since=${early.size}`)).text();
    writeFileSync(at('made.zip'), Buffer.from(await (await get('/export')).arrayBuffer()));
    archive = await unpacked(at('made.zip'));
  }, 120_000);
  afterAll(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('passes every vector', async () => {
    const { code, out } = await run(['vectors', vectors]);
    expect(out).toMatch(/^\d{3,} cases, 0 failed\n$/);
    expect(code).toBe(0);
  });

  it('accepts a bundle that a server made, with the checkpoint that was kept before', async () => {
    expect(bundleOut.parse(JSON.parse(bundle)).entries.length).toBeGreaterThan(1);
    expect(await overBundles([bundle])).toEqual([[]]);
    expect(await overBundles([bundle], kept)).toEqual([[]]);
  });

  it('agrees with the first over 200 bundles with a character changed, and neither accepts one', async () => {
    const places = [...bundle.matchAll(/[0-9a-f]{16}/g)].map((match) => match.index);
    const damaged = Array.from({ length: 200 }, (_, i) => {
      const place = (places[(i * 131) % places.length] ?? 0) + (i % 16);
      return bundle.slice(0, place) + (bundle[place] === '0' ? '1' : '0') + bundle.slice(place + 1);
    });
    const found = await overBundles(damaged, kept);
    expect(found.filter((faults) => faults.length === 0)).toEqual([]);
  });

  it('accepts an export that a server made', async () => {
    expect(await overExport(archive)).toEqual([]);
    expect(await overExport(archive, kept)).toEqual([]);
    expect(await secondOf(['export', at('made.zip')])).toEqual([[]]);
  });

  const manifestOf = (edit: (manifest: string) => string) => ({ 'manifest.json': edit });
  it.each<readonly [string, Readonly<Record<string, ((text: string) => string) | null>>, RegExp]>([
    ['a control', { 'tables/controls.csv': (text) => text.concat(' ') }, /file\.hash/],
    ['a file taken away', { 'tables/controls.csv': null }, /file\.missing/],
    ['a file put in', { 'more.txt': () => 'more' }, /file\.extra/],
    [
      'the manifest’s time',
      manifestOf((text) => text.replace('"made_at": "2', '"made_at": "1')),
      /manifest\.signature/,
    ],
    ['the manifest', manifestOf(() => '{}'), /manifest\.malformed/],
    ['the manifest’s note taken away', { 'manifest.note': null }, /manifest\.signature/],
    ['the key', { 'ledger/key.txt': (text) => text.replace('+', '+0') }, /key\.malformed/],
    [
      'the checkpoint',
      { 'ledger/checkpoint.txt': (text) => text.replace(/\n(\d+)\n/, '\n1$1\n') },
      /checkpoint\.signature/,
    ],
    ['an entry taken away', { 'ledger/entries.ndjson': (text) => text.replace(/^.*\n/, '') }, /tree\.size/],
    [
      'two entries changed places',
      { 'ledger/entries.ndjson': (text) => text.replace(/^(.*\n)(.*\n)/, '$2$1') },
      /tree\.root/,
    ],
    [
      'a payload',
      { 'ledger/entries.ndjson': (text) => text.replace('canary', 'Canary') },
      /payload\.commitment/,
    ],
    [
      'a record',
      { 'evidence.json': (text) => text.replace('"withdrawn": false', '"withdrawn": true') },
      /evidence\.differs/,
    ],
    ['a record taken away', { 'evidence.json': () => '[]' }, /evidence\.missing/],
    [
      'a record’s number',
      { 'evidence.json': (text) => text.replace('"revision": 2', '"revision": 9') },
      /evidence\.unrecorded/,
    ],
    ['the records', { 'evidence.json': () => '{}' }, /evidence\.malformed/],
  ])('finds in an export: %s', async (_, change, wanted) => {
    const found = await overExport(changed(change), kept);
    expect(found.map((each) => each.fault).join(' ')).toMatch(wanted);
  });

  it('finds an artefact that was changed, one that stands twice, and a checkpoint of another past', async () => {
    const entries = archive.get('ledger/entries.ndjson')?.toString('utf8') ?? '';
    const name = `artefacts/${/"artefact":"([0-9a-f]{64})"/.exec(entries)?.[1] ?? ''}`;
    expect(await overExport(changed({ [name]: (text) => `${text}.` }))).toEqual([
      { item: name, fault: 'file.hash' },
    ]);
    const twice = [...archive, [name, archive.get(name) ?? Buffer.alloc(0)] as const];
    expect(await overExport(twice)).toEqual([{ item: name, fault: 'file.hash' }]);
    const gone = (await overExport(changed({ [name]: null }))).map((each) => each.fault);
    expect(gone).toEqual(expect.arrayContaining(['file.missing', 'artefact.missing']));
    const stranger = kept.replace('assay.local/', 'assay.other/');
    expect(await overExport(archive, stranger)).toEqual([
      { item: 'kept checkpoint', fault: 'kept.signature' },
    ]);
  });
});

async function unpacked(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const zip = await openPromise(path);
  for await (const entry of zip.eachEntry()) {
    const parts: Uint8Array[] = [];
    for await (const part of await zip.openReadStreamPromise(entry))
      if (part instanceof Uint8Array) parts.push(part);
    files.set(entry.fileName, Buffer.concat(parts));
  }
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  return files;
}
