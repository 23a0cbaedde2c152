// Tables of the work slice.
import type { Instant, PlainDate } from '@assay/core';
import type { ColumnType } from 'kysely';

type Json = ColumnType<unknown, string | null, string | null>;

export interface TasksTable {
  org_id: string;
  task_id: string;
  title: string;
  control: string | null;
  owner: string;
  due: PlainDate | null;
  added_by: string;
  added_at: Instant;
  done: Json;
}
export interface TaskMarksTable {
  org_id: string;
  task_id: string;
  snoozed: Json;
  handed_to: string | null;
}
export interface WorkPreferencesTable {
  org_id: string;
  principal_id: string;
  email: string | null;
  digest: string;
  roles: string[];
}
export interface CalendarFeedsTable {
  org_id: string;
  feed_id: string;
  principal_id: string;
  of: string;
  token_hash: string;
  made_by: string;
  created_at: Instant;
}
export interface WorkDigestsTable {
  org_id: string;
  principal_id: string;
  day: PlainDate;
  token_hash: string;
  sent_at: Instant;
}

export interface WorkTables {
  tasks: TasksTable;
  task_marks: TaskMarksTable;
  work_preferences: WorkPreferencesTable;
  calendar_feeds: CalendarFeedsTable;
  work_digests: WorkDigestsTable;
}
