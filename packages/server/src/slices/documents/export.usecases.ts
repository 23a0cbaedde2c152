// Everything of an organisation as one ZIP in open formats: JSON, files, hashes, ledger. Its manifest is signed with
// the ledger's key, so that whoever gets it can verify all of it without a server (docs/guides/verify.md).
import { EXPORT_FORMAT, ok, type Instant } from '@assay/core';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Deps } from '../../app/deps.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { knowledge, type Knowledge } from '../controls/controls.module.ts';
import {
  allArtefacts,
  evidenceDocuments,
  holdLedger,
  listEvidence,
  publicKeyOf,
  signedHead,
  signManifest,
  type EvidenceRecord,
} from '../evidence/evidence.module.ts';
import { ledgerDump } from './export.repository.ts';
import { csvText } from './csv.ts';

interface Work {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly now: Instant;
}

/** Writes the archive as it goes; the manifest with the hash of every file comes last. */
export async function exportEverything(work: Work) {
  const { deps, scope } = work;
  const texts = await deps.db.inOrganisation(scope.org, (tx) => documentsOf(work, tx));
  const artefacts = await deps.db.inOrganisation(scope.org, (tx) => allArtefacts(tx, scope));
  const zip = new ZipFile();
  for (const [path, text] of texts) zip.addBuffer(Buffer.from(text), path);
  for (const artefact of artefacts)
    zip.addReadStreamLazy(`artefacts/${artefact.sha256}`, (give) =>
      give(null, Readable.from(deps.blobs.read(scope.org, artefact.sha256))),
    );
  const files = [
    ...[...texts].map(([path, text]) => ({ path, sha256: sha256Hex(text) })),
    ...artefacts.map(({ sha256, filename }) => ({ path: `artefacts/${sha256}`, sha256, filename })),
  ];
  const manifest = json({ format: EXPORT_FORMAT, made_at: work.now, files });
  zip.addBuffer(Buffer.from(manifest), 'manifest.json');
  zip.addBuffer(Buffer.from(signManifest({ ...work, keys: deps.keys }, manifest)), 'manifest.note');
  zip.end();
  return ok(zip.outputStream);
}

async function documentsOf(work: Work, tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { deps, scope, now } = work;
  // Held first: whatever is read below belongs to the entries under this head.
  await holdLedger(tx, scope);
  const head = await signedHead({ tx, scope, keys: deps.keys, now });
  const known = await knowledge(tx, scope, { catalogue: deps.catalogue, now });
  const evidence = await listEvidence(tx, scope, { limit: 1_000_000 });
  return new Map([
    ['organisation.json', json(known.settings)],
    [
      'controls.json',
      json(
        known.stored.map((stored) => ({
          ...stored.control,
          own: stored.own,
          state: stateOf(known, stored.control.code),
        })),
      ),
    ],
    ['controls.csv', controlTable(known)],
    ['mappings.csv', mappingTable(known)],
    ['decisions.json', json([...known.decisions].map(([ref, word]) => ({ ref, ...word })))],
    ['evidence.json', json(await evidenceDocuments(tx, scope))],
    ['evidence.csv', evidenceTable(evidence)],
    ['ledger/entries.ndjson', await ledgerDump(tx, scope)],
    ['ledger/key.txt', `${publicKeyOf({ keys: deps.keys, scope })}\n`],
    ['ledger/checkpoint.txt', head.ok ? head.value.checkpoint : `${head.error.detail}\n`],
  ]);
}

function controlTable(known: Knowledge): string {
  const rows = known.controls.map((each) => [
    each.code,
    each.name,
    each.domain,
    each.kind,
    each.frequency,
    stateOf(known, each.code).state,
  ]);
  return csvText(['id', 'name', 'domain', 'kind', 'frequency', 'state'], rows);
}

function mappingTable(known: Knowledge): string {
  const rows = known.mappings.map((each) => [
    each.control,
    each.to,
    each.relation,
    each.strength,
    each.rationale,
    each.source,
    each.reviewer,
  ]);
  return csvText(['control', 'requirement', 'relation', 'strength', 'rationale', 'source', 'reviewer'], rows);
}

function evidenceTable(evidence: readonly EvidenceRecord[]): string {
  const rows = evidence.map((each) => [
    each.code,
    each.title,
    each.kind,
    each.times.performedAt,
    each.times.receivedAt,
    each.review.state,
    each.controls.join(' '),
    each.artefact.sha256,
    each.artefact.filename,
  ]);
  return csvText(
    ['id', 'title', 'kind', 'performed_at', 'received_at', 'review', 'controls', 'sha256', 'file'],
    rows,
  );
}

function stateOf(known: Knowledge, code: string) {
  return known.states.get(code) ?? { state: 'undecided' as const };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
