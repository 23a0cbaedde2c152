// Erasure destroys the key of bytes: they are gone from every copy at once, while the record says that they were there,
// why they are not, and every proof of the ledger holds. A legal hold stands in its way.
import { err, ok, type Result } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import type { OrgScope } from '../access/access.module.ts';
import { allArtefacts, holdArtefact, noteErased } from './artefacts.repository.ts';
import { artefactsOf, countDerived, dropDerived, importsOver, recordsOver } from './erasure.repository.ts';
import { findEvidence, type EvidenceRecord } from './evidence.repository.ts';
import { erasedBefore, writeVersion, type Work as EvidenceWork } from './evidence.usecases.ts';

export type Work = Pick<EvidenceWork, 'tx' | 'scope' | 'now'> & { readonly deps: Deps };

export interface Goes {
  readonly artefacts: readonly string[];
  /** Records that are erased, the one that was named first. */
  readonly records: readonly EvidenceRecord[];
  readonly imports: readonly string[];
  readonly rows: number;
}

/** Imports in these states left rows that nothing rests on any more. */
const OVER = new Set(['undone', 'refused']);

/** Sets a legal hold or lifts it; both leave their reason. */
export async function holdEvidence(
  work: Work,
  held: EvidenceRecord,
  said: { readonly hold: boolean; readonly reason: string },
): Promise<Result<EvidenceRecord, Refusal>> {
  if (held.erased) return err(erasedBefore(held));
  const by = work.scope.principal.name;
  return writeVersion(work, held, {
    kind: said.hold ? 'evidence.held' : 'evidence.released',
    change: {
      hold: said.hold ? { reason: said.reason, by, at: work.now } : null,
      note: said.reason,
    },
  });
}

/** What an erasure of a record would take, or why it may not be. */
export async function whatGoes(work: Work, held: EvidenceRecord): Promise<Result<Goes, Refusal>> {
  const { tx, scope } = work;
  if (held.erased) return err(erasedBefore(held));
  const artefacts = await artefactsOf(tx, scope, held.id);
  for (const sha256 of artefacts) await holdArtefact(tx, scope, sha256);
  const over = await recordsOf(work, artefacts);
  const standing = over.find(({ hold }) => hold !== null);
  if (standing?.hold)
    return err({
      code: 'evidence.held',
      detail: `${standing.code} is held by ${standing.hold.by}: ${standing.hold.reason}`,
    });
  const imports = await importsOver(tx, scope, artefacts);
  const counting = imports.filter(({ state }) => !OVER.has(state));
  const needed = [
    ...counting.map(({ import_id, state, filename }) => `import ${import_id} (${filename}, ${state})`),
    ...(await Promise.all(work.deps.rests.map((rests) => rests(tx, scope, artefacts)))).flat(),
  ];
  if (needed.length > 0)
    return err({ code: 'evidence.bytes_needed', detail: `These rest on the bytes: ${needed.join(', ')}.` });
  const ids = imports.map((each) => each.import_id);
  const records = over.filter(
    (each) => each.id === held.id || (!each.erased && artefacts.includes(each.artefact.sha256)),
  );
  return ok({ artefacts, records, imports: ids, rows: await countDerived(tx, scope, ids) });
}

/** Erases a record's bytes; the key is destroyed once everything else is committed. */
export async function eraseEvidence(
  work: Work,
  held: EvidenceRecord,
  said: { readonly reason: string; readonly basis: string },
): Promise<Result<{ readonly record: EvidenceRecord; readonly goes: Goes }, Refusal>> {
  const { tx, scope, now, deps } = work;
  const found = await whatGoes(work, held);
  if (!found.ok) return found;
  const goes = found.value;
  const erased = { ...said, by: scope.principal.name, at: now, artefacts: [...goes.artefacts] };
  for (const each of goes.records) {
    const written = await writeVersion(work, each, {
      kind: 'evidence.erased',
      change: { withdrawn: true, erased, note: 'erased' },
    });
    if (!written.ok) return written;
  }
  for (const id of goes.imports) await dropDerived(tx, scope, id);
  await noteErased(tx, scope, goes.artefacts, now);
  await deps.db.afterCommit(async () => {
    for (const sha256 of goes.artefacts) await deps.blobs.erase(scope.org, sha256);
  });
  const record = await findEvidence(tx, scope, held.id);
  return record ? ok({ record, goes }) : err({ code: 'evidence.not_found', detail: 'The record is gone.' });
}

/** Destroys the keys that a stop between commit and destruction left. */
export async function finishErasures(deps: Pick<Deps, 'blobs' | 'pool'>, scope: OrgScope): Promise<void> {
  const artefacts = await deps.pool.inOrganisation(scope.org, (tx) => allArtefacts(tx, scope));
  for (const { sha256, erasedAt } of artefacts)
    if (erasedAt !== null && !deps.blobs.isErased(scope.org, sha256))
      await deps.blobs.erase(scope.org, sha256);
}

async function recordsOf(
  { tx, scope }: Work,
  artefacts: readonly string[],
): Promise<readonly EvidenceRecord[]> {
  const records: EvidenceRecord[] = [];
  for (const id of await recordsOver(tx, scope, artefacts)) {
    const record = await findEvidence(tx, scope, id, true);
    if (record) records.push(record);
  }
  return records;
}
