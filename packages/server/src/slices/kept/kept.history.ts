// How imports that were committed and the ledger speak of the same thing.
import type { JsonValue } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import { wholeVersion, type History, type HistoryRow } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { listKept, type KeptRecord } from './kept.repository.ts';
import { countsOf } from './shown.ts';
import type { Outcome } from './stored.ts';

export const keptHistory: History<OrgScope> = {
  title: 'import of a kept table',
  founded: false,
  rows: committedRows,
  kinds: ['kept.committed'],
  told: (_, payload, subject) => wholeVersion(payload, subject),
};

/** What an entry says of a commit: which bytes, how many rows, and what became of each. */
export function keptDocument(
  of: Pick<KeptRecord, 'id' | 'kind' | 'filename' | 'artefact' | 'reading'>,
  outcome: readonly Outcome[],
): Readonly<Record<string, JsonValue>> {
  return {
    id: of.id,
    kind: of.kind,
    filename: of.filename,
    artefact: of.artefact,
    edition: of.reading.kind === 'statement' ? of.reading.edition : null,
    counts: { ...countsOf(outcome) },
    written: outcome
      .filter((row) => row.outcome === 'new' || row.outcome === 'changed')
      .map(({ row, subject }) => `${row}: ${subject ?? ''}`),
  };
}

async function committedRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const all = await listKept(tx, scope);
  return all.flatMap((each) =>
    each.committedAt === null
      ? []
      : [
          {
            thing: each.id,
            document: keptDocument(each, each.outcome ?? []),
            from: each.committedAt,
            until: null,
          },
        ],
  );
}
