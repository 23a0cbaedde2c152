// A frozen population is held against a second source; whatever differs is listed and kept, nothing is corrected.
import { agrees, err, ok, reconcile, type Result } from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import { record } from '../../evidence/evidence.module.ts';
import { noPopulation, readInto, type Work } from './draft.usecases.ts';
import type { PopulationRecord } from './population.ts';
import { findPopulation } from './populations.repository.ts';
import { insertReconciliation, reconciliationsOf } from './reconciliations.repository.ts';
import { populationRows } from './rows.repository.ts';
import { readTable } from './tableReading.ts';

export type SecondSource =
  | { readonly population: string }
  | {
      readonly artefact: string;
      readonly source: string;
      readonly sheet?: string | undefined;
      readonly mapping?:
        | { key: string; day: string; done?: string | undefined; fields?: string[] | undefined }
        | undefined;
    };

type Told = Parameters<typeof reconcile>[1];

export async function reconcilePopulation(
  work: Work,
  code: string,
  second: SecondSource,
): Promise<Result<string, Refusal>> {
  const { deps, scope, now } = work;
  const known = await deps.db.inOrganisation(scope.org, (tx) => frozenOf(tx, work, code));
  if (!known.ok) return known;
  const file = 'artefact' in second ? await readSecond(work, known.value, second) : undefined;
  if (file && !file.ok) return file;
  return deps.db.inOrganisation(scope.org, async (tx) => {
    const held = await frozenOf(tx, work, code);
    if (!held.ok) return held;
    const { seq } = held.value;
    const other = 'population' in second ? await frozenOf(tx, work, second.population) : undefined;
    if (other && !other.ok) return other;
    const there = file?.value ?? (other ? await populationRows(tx, scope, other.value.seq) : []);
    const result = reconcile(await populationRows(tx, scope, seq), there);
    const number = ((await reconciliationsOf(tx, scope, [seq])).get(seq)?.length ?? 0) + 1;
    const made = {
      number,
      source: 'source' in second ? second.source : `${other?.value.code ?? ''} ${other?.value.title ?? ''}`,
      artefact: 'artefact' in second ? second.artefact : null,
      other: other?.value.seq ?? null,
      result,
      agrees: agrees(result),
      by: scope.principal.name,
      at: now,
    };
    await insertReconciliation(tx, scope, { seq, made });
    await record(tx, scope, {
      kind: 'population.reconciled',
      subject: held.value.code,
      at: now,
      ...(made.artefact === null ? {} : { artefact: made.artefact }),
      payload: {
        population: held.value.code,
        number,
        source: made.source,
        other: other?.value.code ?? null,
        here: result.here,
        there: result.there,
        matched: result.matched,
        only_here: [...result.onlyHere],
        only_there: [...result.onlyThere],
        other_day: result.otherDay.map((each) => ({ ...each })),
        by: made.by,
      },
    });
    return ok(held.value.code);
  });
}

async function frozenOf(tx: Tx, { scope }: Work, code: string): Promise<Result<PopulationRecord, Refusal>> {
  const held = await findPopulation(tx, scope, code);
  if (!held) return err(noPopulation(code));
  return held.state === 'frozen'
    ? ok(held)
    : err({ code: 'population.not_frozen', detail: `${held.code} is a draft; freeze it first.` });
}

/** Every row of the second source must be readable too, or its count says nothing. */
async function readSecond(
  work: Work,
  held: PopulationRecord,
  second: Extract<SecondSource, { readonly artefact: string }>,
): Promise<Result<Told, Refusal>> {
  const sheet = second.sheet ?? null;
  const table = await readTable(work, { artefact: second.artefact, sheet });
  if (!table.ok) return table;
  const read = readInto(table.value, { kind: held.kind, sheet, asked: second.mapping });
  if (!read.ok) return read;
  const { reading, mapping } = read.value.columns;
  const unread = reading.problems.fatal + reading.problems.error + reading.faults.length;
  if (unread > 0 || mapping.key === null || mapping.day === null)
    return err({
      code: 'population.unreadable',
      detail:
        reading.problems.first.find((each) => each.level !== 'warning')?.message ??
        (reading.faults[0]
          ? `The second source has rows that the mapping cannot read, the first at ${reading.faults[0].first}.`
          : 'Name the columns of the second source that hold the key and the day.'),
    });
  return ok(read.value.mapped.map(({ row }) => row));
}
