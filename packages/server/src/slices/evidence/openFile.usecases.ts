// Brings a file of this machine in as a dry run, as somebody at a browser would: stored, opened, read.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Instant, Result } from '@assay/core';
import { ok } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import { Unit } from '../../platform/postgres/unit.ts';
import type { OrgScope } from '../access/access.module.ts';
import { storeArtefact } from './artefacts.usecases.ts';
import { openReading, readLater } from './reading/reading.usecases.ts';
import { untilRead } from './reading/wait.ts';

/** Longest wait for one file, in seconds. */
const READ_SECONDS = 600;

/** The id of the import, once it is read; the same bytes give the same import again. */
export async function openFile(
  work: { readonly deps: Deps; readonly scope: OrgScope; readonly now: Instant },
  path: string,
): Promise<Result<string, Refusal>> {
  const { deps, scope, now } = work;
  const filename = basename(path);
  const stored = await storeArtefact(work, { filename, bytes: createReadStream(path) });
  if (!stored.ok) return stored;
  const unit = new Unit(deps.pool);
  try {
    const opened = await unit.inOrganisation(scope.org, (tx) =>
      openReading(
        { tx, scope, now },
        {
          artefact: stored.value.data.sha256,
          filename,
          options: { method: 'scanner', controls: [], performedAt: null, covers: null, partial: false },
        },
        new Set(),
      ),
    );
    if (!opened.ok) {
      await unit.rollback();
      return opened;
    }
    const { held, toRead } = opened.value;
    if (toRead) await readLater({ ...deps, db: unit }, scope, held);
    await unit.commit();
    await untilRead(work, held.id, READ_SECONDS);
    return ok(held.id);
  } catch (cause) {
    await unit.rollback();
    throw cause;
  }
}
