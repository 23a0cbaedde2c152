// Records of the management system as the API shows them.
import { ismsRecordOut, type Output, type Routes } from '@assay/contract';
import { ismsLints, objectiveStanding, type PlainDate } from '@assay/core';
import type { RecordVersion } from './isms.repository.ts';

export type RecordView = Output<Routes['isms.read']>;

export function presentRecord(version: RecordVersion, today: PlainDate): RecordView {
  const { id, revision, record, approval, by, from, until } = version;
  const standing = record.kind === 'objective' ? objectiveStanding(record, today) : undefined;
  return {
    id,
    revision,
    record: ismsRecordOut.parse(record),
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
