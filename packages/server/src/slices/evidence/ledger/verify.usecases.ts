// Hashes everything again and names exactly what does not fit: entries, tiles, checkpoint, payloads,
// artefacts and, when asked, all that is derived from them.
import { createHash } from 'node:crypto';
import {
  appendLeaves,
  canonicalText,
  commitment,
  consistencyProof,
  fromHex,
  leafBytes,
  leafHash,
  parseSignedNote,
  rootOf,
  sameHash,
  tilesForConsistency,
  verifyConsistency,
  verifyNote,
  type Instant,
  type ReadTile,
} from '@assay/core';
import { DEFAULT_LIMITS, readInWorker } from '@assay/sources';
import { z } from 'zod';
import type { Deps } from '../../../app/deps.ts';
import { codeOf } from '../../../platform/failure.ts';
import { sha256, verifyEd25519 } from '../../../platform/crypto.ts';
import type { OrgScope } from '../../access/access.module.ts';
import {
  latestDiffers,
  storedObservations,
  type ReceivedObservation,
} from '../../monitoring/monitoring.module.ts';
import { allArtefacts } from '../artefacts.repository.ts';
import { listEvidence } from '../evidence.repository.ts';
import { payloadOf } from '../evidence.usecases.ts';
import { committedImports } from '../imports.repository.ts';
import { Gathered } from '../imports.usecases.ts';
import { originOf } from './checkpoint.usecases.ts';
import {
  allTiles,
  entriesFrom,
  listEntries,
  readHead,
  type EntryRow,
  type Head,
} from './ledger.repository.ts';

interface Work {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly now: Instant;
}

interface Fault {
  readonly item: string;
  readonly fault: string;
}

/** Entries that are read at a time. */
const BATCH = 5000;

/** Verifies the whole store of an organisation against itself and, when given, against a checkpoint that somebody kept. */
export async function verifyEverything(
  work: Work,
  asked: { readonly rebuild: boolean; readonly held?: string | undefined },
) {
  const faults: Fault[] = [];
  const tree = await verifyTree(work, asked.held, faults);
  const artefacts = await verifyArtefacts(work, faults);
  await verifyRecords(work, faults);
  if (asked.rebuild) await verifyDerived(work, faults);
  return {
    ok: faults.length === 0,
    at: work.now,
    entries: tree.size,
    artefacts: artefacts.count,
    bytes: artefacts.bytes,
    rebuilt: asked.rebuild,
    checkpoint: tree.checkpoint ?? '',
    faults,
  };
}

async function verifyTree(work: Work, held: string | undefined, faults: Fault[]): Promise<Head> {
  return work.deps.db.inOrganisation(work.scope.org, async (tx) => {
    const head = await readHead(tx, work.scope, false);
    const tiles = new Map<string, Uint8Array>();
    const read: ReadTile = (id) => tiles.get(`${id.level}/${id.index}`);
    let size = 0;
    for (;;) {
      const rows = await entriesFrom(tx, work.scope, size, BATCH);
      if (rows.length === 0) break;
      rows.forEach((row, i) => checkEntry(row, size + i, faults));
      const grown = appendLeaves(
        { size, read },
        rows.map((row) => leafHash(leafBytes(row.leaf), sha256)),
        sha256,
      );
      for (const tile of grown.changed) tiles.set(`${tile.level}/${tile.index}`, tile.hashes);
      ({ size } = grown);
    }
    if (size !== head.size)
      faults.push({ item: 'ledger head', fault: `says ${head.size} entries, ${size} are there` });
    if (!sameHash(rootOf(size, read, sha256), head.root))
      faults.push({ item: 'ledger head', fault: 'the root is not that of the entries' });
    for (const tile of await allTiles(tx, work.scope)) {
      const own = read(tile);
      if (!own || !sameHash(own, tile.hashes))
        faults.push({
          item: `ledger tile ${tile.level}/${tile.index}`,
          fault: 'the hashes are not those of the entries',
        });
      tiles.set(`seen ${tile.level}/${tile.index}`, new Uint8Array(0));
    }
    for (const key of [...tiles.keys()].filter(
      (each) => !each.startsWith('seen ') && !tiles.has(`seen ${each}`),
    ))
      faults.push({ item: `ledger tile ${key}`, fault: 'is missing' });
    for (const [name, note] of [
      ['last signed checkpoint', head.checkpoint],
      ['checkpoint that was held', held ?? null],
    ] as const) {
      if (note !== null) checkNote(work, { name, note, size, read }, faults);
    }
    return { ...head, size };
  });
}

function checkEntry(row: EntryRow, expected: number, faults: Fault[]): void {
  const item = `ledger entry ${row.seq} (${row.kind} ${row.subject})`;
  if (row.seq !== expected) faults.push({ item, fault: `stands where entry ${expected} should` });
  const leaf = leafFields(row.leaf);
  if (
    !leaf ||
    leaf.seq !== row.seq ||
    leaf.kind !== row.kind ||
    leaf.subject !== row.subject ||
    leaf.at !== row.at
  ) {
    faults.push({ item, fault: 'the row and its leaf disagree' });
    return;
  }
  if (commitment(row.salt, sha256(Buffer.from(row.payload, 'utf8')), sha256) !== leaf.commit)
    faults.push({ item, fault: 'the payload is not what was committed to' });
  const blob = row.artefact === null ? undefined : fromHex(row.artefact);
  if ((blob ? commitment(row.salt, blob, sha256) : undefined) !== leaf.blob_commit)
    faults.push({ item, fault: 'the artefact is not what was committed to' });
}

function checkNote(
  work: Work,
  at: { readonly name: string; readonly note: string; readonly size: number; readonly read: ReadTile },
  faults: Fault[],
): void {
  const key = work.deps.keys.of(work.scope.org).publicKey;
  const note = verifyNote(at.note, key, { sha256, verify: verifyEd25519 });
  if (!note.ok || note.value.origin !== originOf(work.scope)) {
    faults.push({
      item: at.name,
      fault: parseSignedNote(at.note).ok
        ? 'the signature is not that of this organisation'
        : 'it cannot be read',
    });
    return;
  }
  const { size, root } = note.value;
  if (size > at.size) {
    faults.push({ item: at.name, fault: `was signed over ${size} entries; only ${at.size} are left` });
    return;
  }
  const proof =
    tilesForConsistency(size, at.size).length === 0 && size !== 0 && size !== at.size
      ? []
      : consistencyProof(size, at.size, { read: at.read, sha256 });
  if (
    !verifyConsistency(
      { from: size, to: at.size, oldRoot: root, newRoot: rootOf(at.size, at.read, sha256), proof },
      sha256,
    )
  )
    faults.push({ item: at.name, fault: `the first ${size} entries are not those that were signed` });
}

async function verifyArtefacts(
  work: Work,
  faults: Fault[],
): Promise<{ readonly count: number; readonly bytes: number }> {
  const artefacts = await work.deps.db.inOrganisation(work.scope.org, (tx) => allArtefacts(tx, work.scope));
  let bytes = 0;
  for (const artefact of artefacts) {
    const hash = createHash('sha256');
    try {
      for await (const chunk of work.deps.blobs.read(work.scope.org, artefact.sha256)) {
        hash.update(chunk);
        bytes += chunk.byteLength;
      }
      const found = hash.digest('hex');
      if (found !== artefact.sha256)
        faults.push({
          item: `artefact ${artefact.sha256} (${artefact.filename})`,
          fault: `the bytes now have the hash ${found}`,
        });
    } catch (cause) {
      faults.push({
        item: `artefact ${artefact.sha256} (${artefact.filename})`,
        fault: codeOf(cause) === 'ENOENT' ? 'the bytes are gone' : 'the bytes cannot be read',
      });
    }
  }
  return { count: artefacts.length, bytes };
}

/** A record as it stands must be what its newest ledger entry committed to. */
async function verifyRecords(work: Work, faults: Fault[]): Promise<void> {
  await work.deps.db.inOrganisation(work.scope.org, async (tx) => {
    let before: number | undefined;
    for (;;) {
      const page = await listEvidence(tx, work.scope, { before, limit: 500 });
      if (page.length === 0) return;
      for (const evidence of page) {
        const [newest] = await listEntries(tx, work.scope, { subject: evidence.id, limit: 1 });
        const present = {
          ...payloadOf({ ...evidence, artefact: evidence.artefact.sha256 }, evidence.code),
          ...(evidence.revision > 1
            ? {
                review: evidence.review.state,
                revision: evidence.revision,
                by: evidence.changedBy,
                withdrawn: evidence.withdrawn,
              }
            : {}),
        };
        const text = canonicalText(present);
        if (!newest || !text.ok || newest.payload !== text.value)
          faults.push({
            item: `evidence ${evidence.code}`,
            fault: newest ? 'the record is not what the ledger committed to' : 'has no ledger entry',
          });
        if (evidence.revision === 1 && evidence.review.state !== 'pending')
          faults.push({ item: `evidence ${evidence.code}`, fault: 'was reviewed without a ledger entry' });
      }
      before = page.at(-1)?.seq;
    }
  });
}

/** Reads every imported file again and compares; then derives the latest observations again and compares. */
async function verifyDerived(work: Work, faults: Fault[]): Promise<void> {
  const imports = await work.deps.db.inOrganisation(work.scope.org, (tx) => committedImports(tx, work.scope));
  for (const each of imports) {
    const gathered = new Gathered(each.createdAt);
    const columns = columnsSchema.safeParse(each.options.columns);
    const read = await readInWorker(
      {
        path: work.deps.blobs.pathOf(work.scope.org, each.artefact),
        options: columns.success ? { columns: columns.data } : {},
        limits: DEFAULT_LIMITS,
      },
      async (batch) => {
        const at = gathered.take(batch);
        const run = { importId: each.id, from: at.observation, count: at.rows.length };
        const stored = await work.deps.db.inOrganisation(work.scope.org, (tx) =>
          storedObservations(tx, work.scope, run),
        );
        const wrong = at.rows.findIndex((row, i) => stored[i] !== told(row));
        if (wrong >= 0)
          faults.push({
            item: `import ${each.id} (${each.filename})`,
            fault: `result ${at.observation + wrong} is not stored as the file says it`,
          });
      },
    );
    if (read.readerVersion !== each.summary.readerVersion) continue;
    if (gathered.summary(read, each.summary.change).digest !== each.summary.digest)
      faults.push({
        item: `import ${each.id} (${each.filename})`,
        fault: 'reading the file again gives other observations',
      });
  }
  const differing = await work.deps.db.inOrganisation(work.scope.org, (tx) => latestDiffers(tx, work.scope));
  for (const name of differing)
    faults.push({ item: `latest observation ${name}`, fault: 'is not what the imports give' });
}

/** What a result says, as it is compared; its time is not, because a source may not give one. */
function told(row: ReceivedObservation): string {
  return JSON.stringify([row.check, row.subject, row.status, row.severity ?? null, row.message ?? null]);
}

const columnsSchema = z.object({
  check: z.string(),
  subject: z.string(),
  status: z.string(),
  observedAt: z.string().exactOptional(),
  severity: z.string().exactOptional(),
  message: z.string().exactOptional(),
  statuses: z
    .record(z.string(), z.enum(['pass', 'fail', 'error', 'not_applicable', 'unknown']))
    .exactOptional(),
});
const leafSchema = z.object({
  seq: z.number(),
  kind: z.string(),
  subject: z.string(),
  at: z.string(),
  commit: z.string(),
  blob_commit: z.string().optional(),
});

function leafFields(leaf: string): z.infer<typeof leafSchema> | undefined {
  try {
    const parsed = leafSchema.safeParse(JSON.parse(leaf));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
