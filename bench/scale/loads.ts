// Further days, brought as an import brings them, with everything that follows for each day; and the same rows by COPY
// alone into a table of the same shape.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, branded, startOfDay, type Id } from '@assay/core';
import { addDays as rollDays } from '../../packages/server/src/slices/monitoring/days/days.repository.ts';
import {
  insertObservations,
  type ReceivedObservation,
} from '../../packages/server/src/slices/monitoring/monitoring.repository.ts';
import { CONTROLS, type Estate } from './estate.ts';

/** As many rows as a reader gives at once. */
const BATCH = 2000;

export interface Loads {
  readonly rows: number;
  /** Milliseconds to insert and commit with rollups; of these, for what follows for each day. */
  readonly ingest: number;
  readonly days: number;
  /** Milliseconds of COPY alone. */
  readonly copy: number;
}

/** Brings whole days behind the year, each by its own import, and the same by COPY in turns. */
export async function loadDays(estate: Estate, count: number): Promise<Loads> {
  const { owner } = estate;
  const directory = mkdtempSync(join(tmpdir(), 'assay-scale-'));
  chmodSync(directory, 0o755);
  await owner.query('create unlogged table copied (like observations including all)');
  await owner.query('alter table copied set logged');
  const sum = { rows: 0, ingest: 0, days: 0, copy: 0 };
  for (let n = 0; n < count; n += 1) {
    const rows = rowsOf(estate, n);
    const file = join(directory, `day-${n}.tsv`);
    writeFileSync(file, rows.map((row, i) => lineOf(row, n, i)).join(''));
    chmodSync(file, 0o644);
    const brought = await bring(estate, n, rows);
    const began = performance.now();
    await owner.query(`copy copied from '${file}'`);
    sum.copy += performance.now() - began;
    sum.rows += rows.length;
    sum.ingest += brought.ingest;
    sum.days += brought.days;
  }
  await owner.query('drop table copied');
  rmSync(directory, { recursive: true });
  return sum;
}

async function bring({ house, scope, owner }: Estate, n: number, rows: readonly ReceivedObservation[]) {
  const importId: Id<'import'> = branded(`imp_${String(90_000 + n).padStart(26, '0')}`);
  await owner.query("insert into artefacts values ($1, $2, 1, 'text/csv', 'scan.csv', now())", [
    scope.org,
    importId,
  ]);
  await owner.query(
    "insert into imports (org_id, import_id, state, artefact, filename, options, summary, made_by, created_at, committed_at) values ($1, $2, 'committed', $2, 'scan.csv', '{}', '{}', 'bench', now(), now())",
    [scope.org, importId],
  );
  const began = performance.now();
  let days = 0;
  await house.deps.db.inOrganisation(scope.org, async (tx) => {
    for (let from = 0; from < rows.length; from += BATCH)
      await insertObservations(tx, scope, { importId, from, rows: rows.slice(from, from + BATCH) });
    const following = performance.now();
    await rollDays(tx, scope, { importId, run: null });
    days = performance.now() - following;
  });
  return { ingest: performance.now() - began, days };
}

function rowsOf({ window, subjects }: Estate, n: number): readonly ReceivedObservation[] {
  const day = addDays(window.until, n);
  const observedAt: ReceivedObservation['observedAt'] = branded(startOfDay(day).replace('T00', 'T05'));
  return Array.from({ length: CONTROLS * subjects }, (_, i): ReceivedObservation => {
    const [c, s] = [Math.floor(i / subjects), i % subjects];
    const fails = (c * 7 + s) % 50 === 0 && (365 + n + c * 11 + s) % 60 < 5;
    return { check: `csv:check-${c}`, subject: `host-${s}`, status: fails ? 'fail' : 'pass', observedAt };
  });
}

function lineOf(row: ReceivedObservation, n: number, i: number): string {
  return `org\timp_${n}\t${i}\t${row.check}\t${row.subject}\t${row.status}\t${row.observedAt}\t\\N\t\\N\n`;
}
