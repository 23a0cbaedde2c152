// Reads and writes of schedules: what people have said of a control's running, version by version.
import { SLOT_FREQUENCIES, type ControlCode, type ControlSchedule, type Instant } from '@assay/core';
import { z } from 'zod';
import type { Tx } from '../../../platform/postgres/database.ts';
import { knownAt } from '../../../platform/postgres/versions.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { storedDay } from './stored.ts';
import { nextVersion } from './versions.repository.ts';

const cadenceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('periodic'),
    frequency: z.enum(SLOT_FREQUENCIES),
    mode: z.enum(['calendar', 'interval']),
    graceDays: z.number(),
  }),
  z.object({ kind: z.literal('event'), withinDays: z.number(), graceDays: z.number() }),
  z.object({
    kind: z.literal('continuous'),
    everyHours: z.number(),
    tolerance: z.number(),
    slaDays: z.number(),
  }),
]);
const maybeDay = storedDay.nullable().transform((day) => day ?? undefined);
const scheduleSchema = z.object({
  startedOn: maybeDay,
  retiredOn: maybeDay,
  replaces: z
    .string()
    .nullable()
    .transform((code) => code ?? undefined),
  versions: z.array(z.object({ from: storedDay, cadence: cadenceSchema })),
  scopes: z.array(z.object({ name: z.string(), from: maybeDay, until: maybeDay })),
});

/** A schedule with who said it and since when it is known. */
export interface SaidSchedule {
  readonly code: ControlCode;
  readonly revision: number;
  readonly schedule: ControlSchedule;
  readonly by: string;
  readonly since: Instant;
}

export async function listSchedules(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<ReadonlyMap<ControlCode, SaidSchedule>> {
  const rows = await tx
    .selectFrom('control_schedules')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .execute();
  return new Map(rows.map((row) => [row.code, saidOf(row)]));
}

export async function writeSchedule(
  tx: Tx,
  scope: OrgScope,
  change: { readonly code: ControlCode; readonly schedule: ControlSchedule; readonly now: Instant },
): Promise<SaidSchedule> {
  const { code, schedule, now } = change;
  const version = await nextVersion(tx, scope, { table: 'control_schedules', key: { code }, now });
  await tx
    .insertInto('control_schedules')
    .values({ ...version, code, schedule: JSON.stringify(storedOf(schedule)) })
    .execute();
  return { code, revision: version.revision, schedule, by: version.changed_by, since: version.known_from };
}

function storedOf(schedule: ControlSchedule): object {
  return {
    startedOn: schedule.startedOn ?? null,
    retiredOn: schedule.retiredOn ?? null,
    replaces: schedule.replaces ?? null,
    versions: schedule.versions,
    scopes: schedule.scopes.map(({ name, from, until }) => ({
      name,
      from: from ?? null,
      until: until ?? null,
    })),
  };
}

function saidOf(row: {
  readonly code: string;
  readonly revision: number;
  readonly schedule: unknown;
  readonly changed_by: string;
  readonly known_from: Instant;
}): SaidSchedule {
  return {
    code: row.code,
    revision: row.revision,
    schedule: scheduleSchema.parse(row.schedule),
    by: row.changed_by,
    since: row.known_from,
  };
}
