// Everything of an organisation as one ZIP in open formats: JSON, files, hashes, ledger.
import { ok, type Instant } from '@assay/core';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Deps } from '../../app/deps.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import type { OrgScope } from '../access/access.module.ts';
import { knowledge } from '../controls/controls.module.ts';
import { allArtefacts, listEvidence, signedHead, versionsOf } from '../evidence/evidence.module.ts';
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
  const documents = await deps.db.inOrganisation(scope.org, async (tx) => {
    const known = await knowledge(tx, scope, { catalogue: deps.catalogue, now: work.now });
    const evidence = await listEvidence(tx, scope, { limit: 1_000_000 });
    const histories = [];
    for (const each of evidence) histories.push(...(await versionsOf(tx, scope, each.id)));
    const head = await signedHead({ tx, scope, keys: deps.keys, now: work.now });
    return new Map<string, string>([
      ['organisation.json', json(known.settings)],
      [
        'controls.json',
        json(
          known.stored.map((stored) => ({
            ...stored.control,
            own: stored.own,
            state: known.states.get(stored.control.code) ?? { state: 'undecided' },
          })),
        ),
      ],
      [
        'controls.csv',
        csvText(
          ['id', 'name', 'domain', 'kind', 'frequency', 'state'],
          known.controls.map((control) => [
            control.code,
            control.name,
            control.domain,
            control.kind,
            control.frequency,
            known.states.get(control.code)?.state ?? 'undecided',
          ]),
        ),
      ],
      [
        'mappings.csv',
        csvText(
          ['control', 'requirement', 'relation', 'strength', 'rationale', 'source', 'reviewer'],
          known.mappings.map((mapping) => [
            mapping.control,
            mapping.to,
            mapping.relation,
            mapping.strength,
            mapping.rationale,
            mapping.source,
            mapping.reviewer,
          ]),
        ),
      ],
      ['decisions.json', json([...known.decisions].map(([ref, word]) => ({ ref, ...word })))],
      ['evidence.json', json(histories)],
      [
        'evidence.csv',
        csvText(
          ['id', 'title', 'kind', 'performed_at', 'received_at', 'review', 'controls', 'sha256', 'file'],
          evidence.map((each) => [
            each.code,
            each.title,
            each.kind,
            each.times.performedAt,
            each.times.receivedAt,
            each.review.state,
            each.controls.join(' '),
            each.artefact.sha256,
            each.artefact.filename,
          ]),
        ),
      ],
      ['ledger/entries.ndjson', await ledgerDump(tx, scope)],
      ['ledger/checkpoint.txt', head.ok ? head.value.checkpoint : `${head.error.detail}\n`],
    ]);
  });
  const artefacts = await deps.db.inOrganisation(scope.org, (tx) => allArtefacts(tx, scope));
  const zip = new ZipFile();
  for (const [path, text] of documents) zip.addBuffer(Buffer.from(text), path);
  for (const artefact of artefacts)
    zip.addReadStreamLazy(`artefacts/${artefact.sha256}`, (give) =>
      give(null, Readable.from(deps.blobs.read(scope.org, artefact.sha256))),
    );
  const manifest = [
    ...[...documents].map(([path, text]) => ({ path, sha256: sha256Hex(text) })),
    ...artefacts.map((artefact) => ({
      path: `artefacts/${artefact.sha256}`,
      sha256: artefact.sha256,
      filename: artefact.filename,
    })),
  ];
  zip.addBuffer(
    Buffer.from(json({ format: 'assay-export-1', made_at: work.now, files: manifest })),
    'manifest.json',
  );
  zip.end();
  return ok(zip.outputStream);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
