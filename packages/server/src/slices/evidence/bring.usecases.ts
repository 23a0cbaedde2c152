// Makes the files of one run true together: all that wait are committed, or none is.
import { err, ok, type Result } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { tellLatestAgain } from '../monitoring/monitoring.module.ts';
import type { Work } from './evidence.usecases.ts';
import { findImport, nameSystem, type ImportRecord } from './imports.repository.ts';
import { commitImport } from './imports.usecases.ts';

export interface Brought {
  readonly imports: readonly ImportRecord[];
  /** One could not be used, so none was committed. */
  readonly refused: boolean;
}

/** Hashes of the bytes that imports were read from. */
export async function artefactsOf(
  tx: Tx,
  scope: OrgScope,
  ids: readonly string[],
): Promise<readonly string[]> {
  const artefacts: string[] = [];
  for (const id of new Set(ids)) {
    const held = await findImport(tx, scope, id);
    if (held) artefacts.push(held.artefact);
  }
  return artefacts;
}

/**
 * Commits the imports that wait, in the order given; those that count already stay as they are, but are from now on known
 * to have looked at the system, where there is one.
 */
export async function bringIn(
  work: Work & { readonly deps: Deps },
  ids: readonly string[],
  system: string | undefined,
): Promise<Result<Brought, Refusal>> {
  const read: ImportRecord[] = [];
  for (const id of new Set(ids)) {
    const held = await findImport(work.tx, work.scope, id, true);
    if (!held) return err({ code: 'import.not_found', detail: `There is no import ${id}.` });
    if (held.state === 'reading' || held.state === 'interrupted' || held.state === 'undone')
      return err({
        code: 'import.not_pending',
        detail: `The import ${id} is ${held.state}; it cannot count as a file of a run.`,
      });
    read.push(held);
  }
  const isRefused = read.some((each) => each.state === 'refused');
  for (const held of read) if (system !== undefined) await lookedAt(work, held, system);
  if (isRefused) return ok({ imports: read, refused: true });
  const imports: ImportRecord[] = [];
  for (const held of read) {
    const committed = held.state === 'committed' ? ok(held) : await commitImport(work, held.id);
    if (!committed.ok) return committed;
    imports.push(committed.value);
  }
  return ok({ imports, refused: false });
}

async function lookedAt({ tx, scope, now }: Work, held: ImportRecord, system: string): Promise<void> {
  const isFresh = await nameSystem(tx, scope, { id: held.id, system, now });
  if (isFresh && held.state === 'committed')
    await tellLatestAgain(tx, scope, { importId: held.id, run: held.run });
}
