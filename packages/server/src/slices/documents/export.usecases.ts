// Everything of an organisation as one ZIP in open formats: rows, tables for people, files, hashes, ledger. Its manifest
// is signed with the ledger's key, so that whoever gets it can verify all of it without a server.
import { EXPORT_FORMAT, ok, type Instant } from '@assay/core';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Deps } from '../../app/deps.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { knowledge } from '../controls/controls.module.ts';
import {
  allArtefacts,
  evidenceDocuments,
  holdLedger,
  listEvidence,
  listImports,
  publicKeyOf,
  signedHead,
  signManifest,
} from '../evidence/evidence.module.ts';
import { listLatest } from '../monitoring/monitoring.module.ts';
import { ledgerLines, LEFT_OUT, linesOf, memberLines, organisationTables } from './export.repository.ts';
import { csvOf, xlsxOf, type Sheet } from './sheet.ts';
import {
  controlsSheet,
  decisionsSheet,
  evidenceSheet,
  importsSheet,
  mappingsSheet,
  observationsSheet,
  requirementsSheet,
} from './sheets.ts';
import { Spool } from './spool.ts';

const ALL = 10_000_000;

interface Work {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly now: Instant;
}

/** Reads everything in one transaction, then sends it; the manifest with the hash of every file comes last. */
export async function exportEverything(work: Work) {
  const { deps, scope } = work;
  const spool = new Spool();
  try {
    const members = await deps.db.inIdentity((tx) => memberLines(tx, scope));
    await spool.add('data/memberships.ndjson', members);
    const read = await deps.db.inOrganisation(scope.org, (tx) => readAll(work, tx, spool));
    if (!read.ok) {
      spool.remove();
      return read;
    }
    return ok(archive(work, spool, read.value));
  } catch (cause) {
    spool.remove();
    throw cause;
  }
}

async function readAll(work: Work, tx: Tx, spool: Spool) {
  const { deps, scope, now } = work;
  // Held first: whatever is read below belongs to the entries under this head.
  await holdLedger(tx, scope);
  const head = await signedHead({ tx, scope, keys: deps.keys, now });
  if (!head.ok) return head;
  await addRows(spool, tx);
  await addSheets(spool, await sheetsOf(work, tx));
  await spool.add('evidence.json', json(await evidenceDocuments(tx, scope)));
  await spool.add('ledger/entries.ndjson', ledgerLines(tx, scope));
  await spool.add('ledger/key.txt', `${publicKeyOf({ keys: deps.keys, scope })}\n`);
  await spool.add('ledger/checkpoint.txt', head.value.checkpoint);
  // What was erased is told by the ledger; there are no bytes to give.
  return ok((await allArtefacts(tx, scope)).filter(({ erasedAt }) => erasedAt === null));
}

function archive(
  { deps, scope, now }: Work,
  spool: Spool,
  artefacts: readonly { readonly sha256: string; readonly filename: string }[],
) {
  const zip = new ZipFile();
  for (const { path } of spool.files) zip.addReadStreamLazy(path, (give) => give(null, spool.read(path)));
  for (const { sha256 } of artefacts)
    zip.addReadStreamLazy(`artefacts/${sha256}`, (give) =>
      give(null, Readable.from(deps.blobs.read(scope.org, sha256))),
    );
  const files = [
    ...spool.files,
    ...artefacts.map(({ sha256, filename }) => ({ path: `artefacts/${sha256}`, sha256, filename })),
  ];
  const manifest = json({
    format: EXPORT_FORMAT,
    made_at: now,
    organisation: scope.slug,
    program: deps.version,
    files,
    left_out: LEFT_OUT,
  });
  zip.addBuffer(Buffer.from(manifest), 'manifest.json');
  zip.addBuffer(Buffer.from(signManifest({ keys: deps.keys, scope, now }, manifest)), 'manifest.note');
  zip.end();
  zip.outputStream.once('close', () => spool.remove());
  zip.outputStream.once('end', () => spool.remove());
  return zip.outputStream;
}

/** Every row of every table, as the database holds it. */
async function addRows(spool: Spool, tx: Tx): Promise<void> {
  for (const table of await organisationTables(tx))
    await spool.add(`data/${table}.ndjson`, linesOf(tx, table));
}

async function addSheets(spool: Spool, sheets: readonly Sheet[]): Promise<void> {
  for (const sheet of sheets) {
    await spool.add(`tables/${sheet.name}.csv`, csvOf(sheet));
    const workbook = xlsxOf(sheet);
    if (workbook) await spool.add(`tables/${sheet.name}.xlsx`, workbook);
  }
}

async function sheetsOf({ deps, scope, now }: Work, tx: Tx): Promise<readonly Sheet[]> {
  const known = await knowledge(tx, scope, { catalogue: deps.catalogue, now });
  return [
    controlsSheet(known),
    mappingsSheet(known),
    requirementsSheet(known),
    decisionsSheet(known),
    evidenceSheet(await listEvidence(tx, scope, { limit: ALL })),
    importsSheet(await listImports(tx, scope, { limit: ALL })),
    observationsSheet(await listLatest(tx, scope, { limit: ALL })),
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
