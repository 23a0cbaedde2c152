// The history of one check: every committed word on each subject, newest first, with what brought it.
import {
  OBSERVATION_STATUSES,
  SEVERITIES,
  type CheckKey,
  type Instant,
  type ObservationStatus,
  type Severity,
} from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';

export interface Sighting {
  /** How many come before it, itself included. */
  readonly place: number;
  readonly subject: string;
  readonly status: ObservationStatus;
  readonly observedAt: Instant;
  readonly receivedAt: Instant;
  readonly severity: Severity | null;
  readonly message: string | null;
  readonly importId: string;
  readonly filename: string;
  readonly evidence: string | null;
  readonly latest: boolean;
}

interface Row {
  readonly subject: string;
  readonly status: string;
  readonly observed_at: Instant;
  readonly received_at: Instant;
  readonly severity: string | null;
  readonly message: string | null;
  readonly import_id: string;
  readonly filename: string;
  readonly evidence_id: string | null;
  readonly latest: boolean;
}

/** A page of sightings of standing imports; `skip` of them come before it. */
export async function listSightings(
  tx: Tx,
  scope: OrgScope,
  wanted: {
    readonly check: CheckKey;
    readonly subject?: string | undefined;
    readonly skip: number;
    readonly limit: number;
  },
): Promise<readonly Sighting[]> {
  const subject = wanted.subject === undefined ? sql`` : sql`and o.subject = ${wanted.subject}`;
  const { rows } = await sql<Row>`
    select o.subject, o.status, o.observed_at, i.committed_at as received_at, o.severity, o.message, o.import_id, i.filename, i.evidence_id,
      l.seq is not null as latest
    from observations o
    join imports i on i.org_id = o.org_id and i.import_id = o.import_id and i.state = 'committed'
    left join latest_observations l on l.org_id = o.org_id and l.check_key = o.check_key and l.subject = o.subject and l.import_id = o.import_id and l.seq = o.seq
    where o.org_id = ${scope.org} and o.check_key = ${wanted.check} ${subject}
    order by o.observed_at desc, i.committed_at desc, o.seq desc offset ${wanted.skip} limit ${wanted.limit}`.execute(
    tx,
  );
  return rows.map((row, i) => ({
    place: wanted.skip + i + 1,
    subject: row.subject,
    status: OBSERVATION_STATUSES.find((each) => each === row.status) ?? 'unknown',
    observedAt: row.observed_at,
    receivedAt: row.received_at,
    severity: SEVERITIES.find((each) => each === row.severity) ?? null,
    message: row.message,
    importId: row.import_id,
    filename: row.filename,
    evidence: row.evidence_id,
    latest: row.latest,
  }));
}
