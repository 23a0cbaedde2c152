// Frozen populations, each with the digest that its rows have now, in the words of the ledger's payloads.
import { agrees, populationDigest, readRow } from '@assay/core';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { sha256 } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { Document, HistoryRow } from '../../../platform/postgres/history.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { codeOf, seqOf } from './population.ts';
import type { PopulationEventsTable, PopulationsTable } from './populations.tables.ts';
import { bodiesOf } from './rows.repository.ts';
import { storedReconciliation } from './stored.ts';

// What was rewritten may hold anything; only its being JSON is sure.
const json = z.json();
const fields = z.record(z.string(), z.json()).catch({});

export async function frozenRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const found: HistoryRow[] = [];
  for (const row of await frozen(tx, scope))
    found.push({
      thing: codeOf(row.seq),
      document: documentOf(row, await digestNow(tx, scope, row)),
      from: row.frozen_at ?? undefined,
      until: null,
    });
  return found;
}

export async function supersededRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  return (await frozen(tx, scope)).flatMap(({ seq, superseded_by: by, superseded_at: at }) =>
    by === null && at === null
      ? []
      : [
          {
            thing: codeOf(seq),
            document: { by: by === null ? null : codeOf(by) },
            from: at ?? undefined,
            until: null,
          },
        ],
  );
}

export async function reconciliationRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('population_reconciliations')
    .selectAll()
    .where('org_id', '=', scope.org)
    .execute();
  return rows.map((row) => {
    const code = codeOf(row.population);
    const result = storedReconciliation.safeParse(row.result).data;
    return {
      thing: `${code} number ${row.number}`,
      document: {
        population: code,
        number: row.number,
        source: row.source,
        other: row.other === null ? null : codeOf(row.other),
        here: result?.here ?? null,
        there: result?.there ?? null,
        matched: result?.matched ?? null,
        only_here: result?.onlyHere ?? null,
        only_there: result?.onlyThere ?? null,
        other_day: result?.otherDay ?? null,
        by: row.made_by,
        // The entry does not repeat what follows from its lists; where it does not follow, the row was rewritten.
        ...(result && agrees(result) === row.agrees ? {} : { agrees: row.agrees }),
      },
      from: row.made_at,
      until: null,
    };
  });
}

function frozen(tx: Tx, scope: OrgScope): Promise<Selectable<PopulationsTable>[]> {
  return tx
    .selectFrom('populations')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('state', '=', 'frozen')
    .orderBy('seq')
    .execute();
}

/** Digest of the rows as they are stored now; null where it is not the kept one or a row says two things. */
async function digestNow(tx: Tx, scope: OrgScope, { seq, digest }: PopulationsTable): Promise<string | null> {
  const rows = await tx
    .selectFrom('population_events')
    .select(['body', 'key', 'day', 'done'])
    .where('org_id', '=', scope.org)
    .where('population', '=', seq)
    .execute();
  const now = populationDigest(
    rows.map(({ body }) => body),
    sha256,
  );
  return now !== undefined && now === digest && rows.every(agreesWithBody) ? now : null;
}

/** Windows read key and days from their own columns: these must be those of the row that the digest holds. */
function agreesWithBody(stored: Pick<PopulationEventsTable, 'body' | 'key' | 'day' | 'done'>): boolean {
  const row = readRow(stored.body);
  return row?.key === stored.key && row.day === stored.day && (row.done ?? null) === stored.done;
}

function documentOf(row: PopulationsTable, digest: string | null): Document {
  const said = fields.parse(row.provenance);
  return {
    population: codeOf(row.seq),
    kind: row.kind,
    title: row.title,
    scope: row.scope,
    controls: row.controls,
    filename: row.filename,
    reader: fields.parse(row.reading)['reader'] ?? null,
    sheet: fields.parse(row.reading)['sheet'] ?? null,
    mapping: json.parse(row.mapping),
    rows: row.rows,
    first_event: row.first_day,
    last_event: row.last_day,
    source: said['source'] ?? null,
    environment: said['environment'] ?? null,
    query: said['query'] ?? null,
    filters: said['filters'] ?? '',
    range: said['range'] ?? null,
    generator: said['generator'] ?? null,
    generated_at: said['generatedAt'] ?? null,
    every_page: said['everyPage'] ?? null,
    days_written_by: said['daysWrittenBy'] ?? null,
    digest,
    warnings: json.parse(row.warnings),
    supersedes: row.supersedes === null ? null : codeOf(row.supersedes),
    by: row.frozen_by,
  };
}

/** Title and canonical rows of a population as they are stored now, whatever state they are in. */
export async function asStored(
  tx: Tx,
  scope: OrgScope,
  code: string,
): Promise<{ readonly title: string | undefined; readonly bodies: readonly string[] }> {
  const seq = seqOf(code) ?? 0;
  const row = await tx
    .selectFrom('populations')
    .select('title')
    .where('org_id', '=', scope.org)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return { title: row?.title, bodies: await bodiesOf(tx, scope, seq) };
}
