// Waits while the server reads a file and tells how far it is.
import { api, take } from '../../../data/api.ts';
import type { ImportRow } from '../records.ts';

/** Seconds that one question waits: short enough that a person sees it move. */
const WAIT = 0.5;

/** The import once its file is read; `tell` hears of every step before. */
export async function untilRead(
  org: string,
  opened: ImportRow,
  tell: (held: ImportRow) => void,
): Promise<ImportRow> {
  let held = opened;
  while (held.state === 'reading') {
    tell(held);
    held = take(await api['imports.read']({ params: { org, import: held.id }, query: { wait: WAIT } }));
  }
  return held;
}
