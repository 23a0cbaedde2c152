// Records that are kept whole: one row a version, the document in it. Several slices have such a table of their own.
import type { Instant } from '@assay/core';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from './database.ts';
import type { DocumentTable } from './documentTable.ts';
import type { HistoryRow } from './history.ts';
import { versionAfter } from './nextVersion.ts';
import { knownAt } from './versions.ts';

export interface DocumentThing<K extends string> {
  readonly kind: K;
  readonly thing: string;
}

export interface DocumentRecord<K extends string> extends DocumentThing<K> {
  readonly document: unknown;
  readonly revision: number;
  readonly by: string;
  readonly since: Instant;
}

/** Whose rows; a slice hands in the scope that was minted for its caller. */
interface Whose {
  readonly org: string;
  readonly principal: { readonly name: string };
}

type Row = Omit<DocumentTable, 'document'> & { readonly document: unknown };

const json = z.record(z.string(), z.json());

/** Reads and writes of one such table. */
export function documentVersions<K extends string>(table: string, kinds: readonly K[]) {
  const kindIn = z.enum(kinds);
  return {
    async list(tx: Tx, { org }: Whose, at?: Instant): Promise<readonly DocumentRecord<K>[]> {
      const { rows } = await sql<Row>`
        select * from ${sql.table(table)} where org_id = ${org} and ${knownAt(at)}
        order by known_from, kind, thing`.execute(tx);
      return rows.map((row) => ({
        kind: kindIn.parse(row.kind),
        thing: row.thing,
        document: row.document,
        revision: row.revision,
        by: row.changed_by,
        since: row.known_from,
      }));
    },

    /** Writes the next version and returns its number; the caller holds the turn in which the one before was read. */
    async write(
      tx: Tx,
      scope: Whose,
      next: DocumentThing<K> & { readonly document: object },
      now: Instant,
    ): Promise<number> {
      const { kind, thing } = next;
      const version = await versionAfter(tx, scope, { table, key: { kind, thing }, now });
      await sql`
        insert into ${sql.table(table)} (org_id, kind, thing, revision, document, changed_by, known_from, known_until)
        values (${version.org_id}, ${kind}, ${thing}, ${version.revision}, ${JSON.stringify(next.document)},
          ${version.changed_by}, ${version.known_from}, null)`.execute(tx);
      return version.revision;
    },

    /** All versions in the words of the ledger's payloads. */
    async versions(tx: Tx, { org }: Pick<Whose, 'org'>): Promise<readonly HistoryRow[]> {
      const { rows } = await sql<Row>`
        select * from ${sql.table(table)} where org_id = ${org} order by kind, thing, revision`.execute(tx);
      return rows.map(({ kind, thing, document, revision, changed_by: by, ...known }) => ({
        thing: `${kind} ${thing}`,
        document: { ...json.parse(document), kind, thing, revision },
        from: known.known_from,
        until: known.known_until,
        by,
      }));
    },
  };
}
