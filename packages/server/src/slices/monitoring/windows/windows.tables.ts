// Tables of windows: each row is a version that was known from one instant until the next.
import type { Instant, PlainDate } from '@assay/core';
import type { ColumnType } from 'kysely';

type Json = ColumnType<unknown, string, string>;

interface Versioned {
  org_id: string;
  revision: number;
  changed_by: string;
  known_from: Instant;
  known_until: Instant | null;
}
export interface ControlSchedulesTable extends Versioned {
  code: string;
  schedule: Json;
}
export interface ExclusionVersionsTable extends Versioned {
  exclusion_id: string;
  seq: number;
  code: string;
  scope: string | null;
  reason: string;
  owner: string;
  starts_on: PlainDate;
  ends_on: PlainDate;
  note: string;
}
export interface WindowVersionsTable extends Versioned {
  window_id: string;
  seq: number;
  name: string;
  kind: string;
  starts_on: PlainDate;
  ends_on: PlainDate;
  deleted: boolean;
}
export interface WorkCalendarsTable extends Versioned {
  calendar: Json;
}
export interface EvidenceBearingsTable extends Versioned {
  evidence_id: string;
  code: string;
  bearing: Json;
}

export interface WindowsTables {
  control_schedules: ControlSchedulesTable;
  exclusion_versions: ExclusionVersionsTable;
  window_versions: WindowVersionsTable;
  work_calendars: WorkCalendarsTable;
  evidence_bearings: EvidenceBearingsTable;
}
