// The organisation's calendar: days on which nobody works, the fiscal year, when evidence counts as reconstructed.
import { RECONSTRUCTED_AFTER_DAYS, type Instant, type PlainDate } from '@assay/core';
import { z } from 'zod';
import type { Tx } from '../../../platform/postgres/database.ts';
import { knownAt } from '../../../platform/postgres/versions.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { storedDay } from './stored.ts';
import { nextVersion } from './versions.repository.ts';

export interface OrganisationCalendar {
  readonly holidays: readonly PlainDate[];
  /** Month, 1 to 12. */
  readonly fiscalYearStart: number;
  readonly reconstructedAfterDays: number;
}

/** What holds until somebody says otherwise, as for a record by itself. */
const UNSAID: OrganisationCalendar = {
  holidays: [],
  fiscalYearStart: 1,
  reconstructedAfterDays: RECONSTRUCTED_AFTER_DAYS,
};

const calendarSchema = z.object({
  holidays: z.array(storedDay),
  fiscalYearStart: z.number(),
  reconstructedAfterDays: z.number(),
});

/** The calendar and its revision, 0 where nothing was said yet. */
export async function findCalendar(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<OrganisationCalendar & { readonly revision: number }> {
  const row = await tx
    .selectFrom('work_calendars')
    .select(['revision', 'calendar'])
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .executeTakeFirst();
  return row ? { ...calendarSchema.parse(row.calendar), revision: row.revision } : { ...UNSAID, revision: 0 };
}

export async function writeCalendar(
  tx: Tx,
  scope: OrgScope,
  calendar: OrganisationCalendar,
  now: Instant,
): Promise<void> {
  const version = await nextVersion(tx, scope, { table: 'work_calendars', key: {}, now });
  await tx
    .insertInto('work_calendars')
    .values({ ...version, calendar: JSON.stringify(calendar) })
    .execute();
}
