// All versions of what windows are made of, in the words of the ledger's payloads.
import type { JsonValue } from '@assay/core';
import { z } from 'zod';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { HistoryRow } from '../../../platform/postgres/history.ts';
import type { OrgScope } from '../../access/access.module.ts';

const json = z.record(z.string(), z.json());

export async function scheduleRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('control_schedules')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('revision')
    .execute();
  return rows.map((row) => {
    const { startedOn, retiredOn, ...rest } = json.parse(row.schedule);
    const document = {
      ...rest,
      control: row.code,
      revision: row.revision,
      started_on: startedOn ?? null,
      retired_on: retiredOn ?? null,
    };
    return { thing: row.code, document, from: row.known_from, until: row.known_until };
  });
}

export async function exclusionRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('exclusion_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({
    thing: row.exclusion_id,
    document: {
      id: row.exclusion_id,
      revision: row.revision,
      control: row.code,
      scope: row.scope,
      from: row.starts_on,
      until: row.ends_on,
      reason: row.reason,
      owner: row.owner,
      note: row.note,
    },
    from: row.known_from,
    until: row.known_until,
  }));
}

export async function windowRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('window_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({
    thing: row.window_id,
    document: {
      id: row.window_id,
      revision: row.revision,
      name: row.name,
      kind: row.kind,
      from: row.starts_on,
      until: row.ends_on,
      deleted: row.deleted,
    },
    from: row.known_from,
    until: row.known_until,
  }));
}

export async function calendarRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('work_calendars')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('revision')
    .execute();
  return rows.map((row) => {
    const calendar = json.parse(row.calendar);
    return {
      thing: scope.org,
      document: {
        revision: row.revision,
        holidays: calendar['holidays'] ?? null,
        fiscal_year_start: calendar['fiscalYearStart'] ?? null,
        reconstructed_after_days: calendar['reconstructedAfterDays'] ?? null,
      },
      from: row.known_from,
      until: row.known_until,
    };
  });
}

export async function bearingRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('evidence_bearings')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('revision')
    .execute();
  return rows.map((row) => {
    const said: Readonly<Record<string, JsonValue>> = json.parse(row.bearing);
    return {
      thing: `${row.evidence_id} for ${row.code}`,
      document: { ...said, evidence: row.evidence_id, control: row.code },
      from: row.known_from,
      until: row.known_until,
    };
  });
}
