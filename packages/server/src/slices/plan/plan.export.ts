// The plan as a file: tasks as CSV, and what custom names as a calendar (RFC 5545).
import { addDays, dateOfInstant, PLAN_COLUMNS, planMilestones, planRows, type Instant } from '@assay/core';
import ical, { ICalEventTransparency } from 'ical-generator';
import { attachmentOf } from '../../app/attachment.ts';
import type { OrgScope } from '../access/access.module.ts';
import { csvText } from '../documents/documents.module.ts';
import type { Planned } from './plan.readmodel.ts';

export function exportPlan(
  { scope, now }: { readonly scope: OrgScope; readonly now: Instant },
  planned: Planned,
  as: 'csv' | 'ics',
): Response {
  const filename = `${scope.slug}-plan-${dateOfInstant(now)}.${as}`;
  return as === 'csv'
    ? attachmentOf(tasksCsv(planned), { filename, mediaType: 'text/csv' })
    : attachmentOf(calendar(planned, { org: scope.org, now }), {
        filename,
        mediaType: 'text/calendar; charset=utf-8',
      });
}

function tasksCsv({ network, schedule, simulation }: Planned): string {
  const rows = planRows({ network, schedule }, simulation);
  return csvText(
    PLAN_COLUMNS,
    rows.map((row) => PLAN_COLUMNS.map((column) => row[column])),
  );
}

function calendar(
  { given, network, schedule, simulation }: Planned,
  { org, now }: { readonly org: string; readonly now: Instant },
): string {
  const made = ical({
    name: 'Assay plan',
    prodId: { company: 'Assay', product: 'Assay plan', language: 'EN' },
  });
  for (const { id, summary, day } of planMilestones({ network, schedule }, simulation, given.ground.period))
    made.createEvent({
      id: `${id}@${org}.assay`,
      summary,
      allDay: true,
      start: `${day}T00:00:00.000Z`,
      end: `${addDays(day, 1)}T00:00:00.000Z`,
      timezone: 'UTC',
      stamp: now,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return made.toString();
}
