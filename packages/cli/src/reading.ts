// Waits while the server reads a file, and shows how far it is; Ctrl-C leaves the import to be looked at later.
import { millisOfInstant, parseInstant } from '@assay/core';
import type { ImportAnswer } from './commands/import.show.ts';
import type { Open } from './commands/shared.ts';
import { take } from './connection.ts';
import { showCourse, watched } from './progress.ts';

/** A person sees it move; a program has no need to ask often. */
const SEEN_SECONDS = 0.5;
const UNSEEN_SECONDS = 20;

/** The import once its file is read, refused, cut off or gone. */
export async function untilRead(where: Open, started: ImportAnswer): Promise<ImportAnswer> {
  let held = started;
  try {
    while (held.state === 'reading') {
      showCourse(`reading ${held.filename}`, courseOf(held));
      held = take(
        await where.client['imports.read']({
          params: { org: where.org, import: held.id },
          query: { wait: watched() ? SEEN_SECONDS : UNSEEN_SECONDS },
        }),
      );
    }
  } finally {
    showCourse('', undefined);
  }
  return held;
}

function courseOf({ reading, created_at: created }: ImportAnswer) {
  const began = parseInstant(created);
  const heard = reading && parseInstant(reading.heard_at);
  if (!reading || !began || !heard) return { done: 0, of: 0, rows: 0, seconds: 0 };
  const seconds = (millisOfInstant(heard) - millisOfInstant(began)) / 1000;
  return { done: reading.read, of: reading.total, rows: reading.rows, seconds };
}
