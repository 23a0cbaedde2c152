// Waits with whoever asks until a file has been read; on another server by looking again.
import type { Deps } from '../../../app/deps.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { findImport } from '../imports.repository.ts';
import { stateAt } from './state.ts';

const LOOK_MS = 250;

/** Waits until an import is no longer read, at most so many seconds. */
export async function untilRead(
  { deps, scope }: { readonly deps: Deps; readonly scope: OrgScope },
  id: string,
  seconds: number,
): Promise<void> {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const held = await deps.db.inOrganisation(scope.org, (tx) => findImport(tx, scope, id));
    const left = until - performance.now();
    if (!held?.reading || stateAt(held, deps.clock.now()) !== 'reading' || left <= 0) return;
    if (!(await deps.readings.ended(held.reading.token, left)))
      await new Promise((resolve) => setTimeout(resolve, Math.min(LOOK_MS, left)));
  }
}
