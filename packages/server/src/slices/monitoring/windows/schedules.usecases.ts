// Use cases of schedules, exclusions, the calendar and bearings: each leaves a version and a ledger entry.
import {
  addDays,
  dateOfInstant,
  err,
  NO_SCHEDULE,
  ok,
  ONLY_SCOPE,
  type ControlCode,
  type ControlSchedule,
  type JsonValue,
  type PlainDate,
  type Result,
  wordOf,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { controlCodes } from '../../controls/controls.module.ts';
import { systemsApproved } from '../../isms/isms.module.ts';
import { findEvidence, record } from '../../evidence/evidence.module.ts';
import { bearingKey, listBearings, NO_BEARING, writeBearing, type Bearing } from './bearings.repository.ts';
import { findCalendar, writeCalendar, type OrganisationCalendar } from './calendar.repository.ts';
import {
  addExclusion,
  listExclusions,
  writeExclusion,
  type ExclusionDraft,
  type ExclusionRecord,
} from './exclusions.repository.ts';
import { refuseSchedule } from './schedules.refusals.ts';
import { listSchedules, writeSchedule } from './schedules.repository.ts';
import type { Work } from './windows.usecases.ts';

interface Change<T> {
  readonly ifMatch: string | undefined;
  readonly to: Partial<T>;
}

export async function changeSchedule(
  work: Work,
  code: ControlCode,
  change: Change<ControlSchedule>,
): Promise<Result<true, Refusal>> {
  const codes = await codesOf(work);
  if (!codes.has(code)) return err(noControl(code));
  const all = await listSchedules(work.tx, work.scope);
  const held = all.get(code);
  if (change.ifMatch !== `"${held?.revision ?? 0}"`)
    return err({
      code: 'request.conflict',
      detail: 'The schedule was changed meanwhile; look at it again.',
      current: held && { revision: held.revision, ...held.schedule },
    });
  const schedule = { ...(held?.schedule ?? NO_SCHEDULE), ...change.to };
  const others = new Map([...all].filter(([other]) => other !== code));
  const refusal = refuseSchedule({ code, schedule, codes, others });
  if (refusal) return err(refusal);
  const said = await writeSchedule(work.tx, work.scope, { code, schedule, now: work.now });
  await tell(work, 'schedule.changed', code, {
    control: code,
    revision: said.revision,
    started_on: schedule.startedOn ?? null,
    retired_on: schedule.retiredOn ?? null,
    replaces: schedule.replaces ?? null,
    versions: schedule.versions.map(({ from, cadence }) => ({ from, cadence: { ...cadence } })),
    scopes: schedule.scopes.map(({ name, from, until }) => ({
      name,
      from: from ?? null,
      until: until ?? null,
    })),
  });
  return ok(true);
}

export async function excludeDays(
  work: Work,
  draft: ExclusionDraft,
): Promise<Result<ExclusionRecord, Refusal>> {
  if (!(await codesOf(work)).has(draft.control)) return err(noControl(draft.control));
  const refusal = await refuseScope(work, draft.control, draft.scope);
  if (refusal) return err(refusal);
  const made = await addExclusion(work.tx, work.scope, draft, work.now);
  await tellExclusion(work, 'exclusion.added', made);
  return ok(made);
}

/** Ends an exclusion early; its days from then on count again. */
export async function endExclusion(
  work: Work,
  id: string,
  end: { readonly on: PlainDate; readonly note: string },
): Promise<Result<ExclusionRecord, Refusal>> {
  const held = (await listExclusions(work.tx, work.scope)).find(
    (each) => each.id.toLowerCase() === id.toLowerCase(),
  );
  if (!held) return err({ code: 'exclusion.not_found', detail: `There is no exclusion ${id}.` });
  if (held.period.until <= end.on)
    return err({
      code: 'exclusion.ended',
      detail: `${held.id} ends on ${addDays(held.period.until, -1)} by itself.`,
    });
  const until = end.on < held.period.from ? held.period.from : end.on;
  const next = { ...held, period: { from: held.period.from, until }, note: end.note };
  const ended = await writeExclusion(work.tx, work.scope, next, work.now);
  await tellExclusion(work, 'exclusion.ended', ended);
  return ok(ended);
}

export async function changeCalendar(
  work: Work,
  change: Change<OrganisationCalendar>,
): Promise<Result<true, Refusal>> {
  const { revision, ...held } = await findCalendar(work.tx, work.scope);
  if (change.ifMatch !== `"${revision}"`)
    return err({
      code: 'request.conflict',
      detail: 'The calendar was changed meanwhile; look at it again.',
      current: { revision, ...held },
    });
  const next = { ...held, ...change.to };
  const calendar = { ...next, holidays: [...new Set(next.holidays)].sort() };
  await writeCalendar(work.tx, work.scope, calendar, work.now);
  await tell(work, 'calendar.changed', work.scope.org, {
    revision: revision + 1,
    holidays: calendar.holidays,
    fiscal_year_start: calendar.fiscalYearStart,
    reconstructed_after_days: calendar.reconstructedAfterDays,
  });
  return ok(true);
}

/** Says how evidence bears on a control; the reviewer who vouches for its support is named. */
export async function setBearing(
  work: Work,
  of: { readonly evidence: string; readonly control: ControlCode },
  said: {
    readonly scope: string | null;
    readonly events: readonly string[];
    readonly support: string | null;
  },
): Promise<Result<Bearing & { readonly evidence: string }, Refusal>> {
  const held = await findEvidence(work.tx, work.scope, of.evidence, true);
  if (!held) return err({ code: 'evidence.not_found', detail: `There is no evidence ${of.evidence}.` });
  if (!held.controls.includes(of.control))
    return err({ code: 'bearing.not_linked', detail: `${held.code} is not linked to ${of.control}.` });
  const refusal = await refuseScope(work, of.control, said.scope ?? undefined);
  if (refusal) return err(refusal);
  const before = (await listBearings(work.tx, work.scope)).get(bearingKey(held.id, of.control)) ?? NO_BEARING;
  const by = before.support?.note === said.support ? before.support?.by : undefined;
  const bearing: Bearing = {
    scope: said.scope,
    events: [...new Set(said.events)],
    support: said.support === null ? null : { note: said.support, by: by ?? work.scope.principal.name },
  };
  await writeBearing(work.tx, work.scope, { evidence: held.id, control: of.control, bearing }, work.now);
  await tell(work, 'bearing.set', held.id, {
    evidence: held.id,
    control: of.control,
    scope: bearing.scope,
    events: bearing.events,
    support: bearing.support,
  });
  return ok({ ...bearing, evidence: held.code });
}

export function noControl(code: string): Refusal {
  return { code: 'control.not_found', detail: `There is no control ${code} in the set.` };
}

async function codesOf({ tx, scope }: Work): Promise<ReadonlySet<ControlCode>> {
  return await controlCodes(tx, scope);
}

async function refuseScope(
  work: Work,
  control: ControlCode,
  name: string | undefined,
): Promise<Refusal | undefined> {
  if (name === undefined) return undefined;
  const said = (await listSchedules(work.tx, work.scope)).get(control);
  const scopes = said?.schedule.scopes.map((each) => each.name) ?? [];
  if ((scopes.length > 0 ? scopes : [ONLY_SCOPE]).includes(name)) return undefined;
  // Collectors and evidence tell a control apart as well: any system that a scope knows may be named.
  const { known } = await systemsApproved(work.tx, work.scope, dateOfInstant(work.now));
  return known.has(wordOf(name))
    ? undefined
    : {
        code: 'schedule.invalid',
        detail: `${control} has no scope ${name}, and no approved scope names a system so.`,
        errors: [{ pointer: '/body/scope', message: `${control} has no such scope` }],
      };
}

function tellExclusion(work: Work, kind: string, made: ExclusionRecord): Promise<void> {
  return tell(work, kind, made.id, {
    id: made.id,
    revision: made.revision,
    control: made.control,
    scope: made.scope ?? null,
    from: made.period.from,
    until: made.period.until,
    reason: made.reason,
    owner: made.owner,
    note: made.note,
  });
}

async function tell(
  { tx, scope, now }: Work,
  kind: string,
  subject: string,
  payload: Readonly<Record<string, JsonValue>>,
): Promise<void> {
  await record(tx, scope, { kind, subject, at: now, payload: { ...payload, by: scope.principal.name } });
}
