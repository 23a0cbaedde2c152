// Records of the management system as the API shows them.
import { ismsRecordOut, type Output, type Routes } from '@assay/contract';
import {
  companySentence,
  ismsLints,
  nextReview,
  objectiveStanding,
  recordSections,
  recordTitle,
  type PlainDate,
} from '@assay/core';
import type { RecordVersion } from './isms.repository.ts';

export type RecordView = Output<Routes['isms.read']>;

/** A version as of a day; `inForce` is the version of the same record that is in force. */
export function presentRecord(
  version: RecordVersion,
  today: PlainDate,
  inForce: number | undefined,
): RecordView {
  const { id, revision, record, approval, by, from, until } = version;
  const standing = record.kind === 'objective' ? objectiveStanding(record, today) : undefined;
  return {
    id,
    revision,
    title: recordTitle(record),
    record: ismsRecordOut.parse(record),
    sections: recordSections(record).map(({ title, header, rows }) => ({
      title,
      header: [...header],
      rows: rows.map((row) => [...row]),
    })),
    in_force: inForce ?? null,
    approval: approval
      ? { by: approval.by, role: approval.role, at: approval.at, recorded_by: approval.recordedBy }
      : null,
    lints: [...ismsLints(record, today)],
    standing: standing
      ? { state: standing.state, trend: standing.trend, latest: standing.latest?.value ?? null }
      : null,
    by,
    at: from,
    until,
  };
}

export function presentRecords(
  versions: readonly RecordVersion[],
  today: PlainDate,
  inForce: ReadonlyMap<string, number>,
): Output<Routes['isms.list']> {
  const standing = versions.filter(({ until }) => until === null);
  const next = nextReview(standing);
  return {
    sentence: companySentence(
      standing.map(({ id, revision, record, approval }) => ({
        id,
        revision,
        record,
        approved: approval !== undefined,
        inForce: inForce.get(id) ?? null,
      })),
      today,
    ),
    next_review: next ? { id: next.id ?? null, on: next.on } : null,
    data: standing.map((each) => presentRecord(each, today, inForce.get(each.id))),
  };
}
