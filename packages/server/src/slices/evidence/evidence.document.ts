// One version of a record as a document: what the ledger commits to and what an export holds are the same text, so
// that whoever has both can compare them without knowing the tables.
import type { JsonValue } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import type { EvidenceRecord } from './evidence.repository.ts';
import { storedVersions } from './stored.repository.ts';

/** Every version of every record, withdrawn ones too, in order of their numbers. */
export async function evidenceDocuments(tx: Tx, scope: OrgScope): Promise<readonly JsonValue[]> {
  const documents: JsonValue[] = [];
  for (let after = -1; ;) {
    const versions = await storedVersions(tx, scope, after, 500);
    const last = versions.at(-1);
    if (!last) return documents;
    // A row that cannot be read is left out, and an export without it does not verify.
    for (const { record } of versions) if (record) documents.push(evidenceDocument(record));
    after = last.seq;
  }
}

/** Everything that the rows of a version say, in the words of the API. */
export function evidenceDocument(record: EvidenceRecord): { readonly [key: string]: JsonValue } {
  const { times, artefact } = record;
  return {
    id: record.id,
    code: record.code,
    revision: record.revision,
    title: record.title,
    kind: record.kind,
    controls: [...record.controls],
    artefact: {
      sha256: artefact.sha256,
      size: artefact.size,
      media_type: artefact.mediaType,
      filename: artefact.filename,
      revision: artefact.revision,
    },
    performed_at: times.performedAt,
    covers: times.covers ? { from: times.covers.from, until: times.covers.until } : null,
    captured_at: times.capturedAt ?? null,
    received_at: times.receivedAt,
    // Said only where there is one: what was committed to before there could be one stays as it was.
    ...(record.freshnessDays === null ? {} : { freshness_days: record.freshnessDays }),
    import: record.importId,
    collected_by: record.collectedBy,
    method: record.method,
    source: record.source,
    review: reviewOf(record.review),
    withdrawn: record.withdrawn,
    ...(record.hold && { hold: { ...record.hold } }),
    ...(record.erased && { erased: { ...record.erased, artefacts: [...record.erased.artefacts] } }),
    note: record.note,
    changed_by: record.changedBy,
    known_from: record.knownFrom,
  };
}

function reviewOf(review: EvidenceRecord['review']): JsonValue {
  switch (review.state) {
    case 'pending':
      return { state: review.state };
    case 'accepted':
      return { state: review.state, by: review.by, at: review.at, note: review.note ?? null };
    case 'rejected':
      return { state: review.state, by: review.by, at: review.at, reason: review.reason };
    default:
      return review satisfies never;
  }
}
