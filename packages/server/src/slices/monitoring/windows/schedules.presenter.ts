// Schedules, exclusions and the calendar as the API shows them.
import {
  controlLines,
  lifetimeOf,
  NO_SCHEDULE,
  type Cadence,
  type Control,
  type ControlCode,
  type PlainDate,
} from '@assay/core';
import { cadenceToday, linesOf } from './cadence.ts';
import type { OrganisationCalendar } from './calendar.repository.ts';
import type { ExclusionRecord } from './exclusions.repository.ts';
import type { Material } from './material.readmodel.ts';
import { cadenceText } from './windows.words.ts';

/** Schedules of the controls in force and of those that they replaced. */
export function presentSchedules(known: Material) {
  const codes = new Set(
    controlLines({ ...linesOf(known), controls: known.known.controls }).flatMap(({ line }) =>
      line.map(({ code }) => code),
    ),
  );
  return known.known.controls
    .filter(({ code }) => codes.has(code))
    .map((each) => presentSchedule(known, each));
}

export function presentSchedule(known: Material, control: Control) {
  const said = known.said.get(control.code);
  const { schedule } = said ?? { schedule: NO_SCHEDULE };
  const life = lifetimeOf(control, linesOf(known));
  const now = cadenceToday(known, control);
  return {
    control: control.code,
    name: control.name,
    cadence: now ? presentCadence(now) : null,
    sentence: cadenceText(now),
    versions: life.schedule.map((version) => ({
      from: version.from,
      cadence: presentCadence(version.cadence),
      sentence: cadenceText(version.cadence),
      said: schedule.versions.some(({ from }) => from === version.from),
    })),
    started_on: life.startedOn,
    started_on_said: schedule.startedOn !== undefined,
    retired_on: life.retiredOn ?? null,
    replaces: schedule.replaces ?? null,
    replaced_by: successorOf(known, control.code) ?? null,
    scopes: schedule.scopes.map(({ name, from, until }) => ({
      name,
      from: from ?? null,
      until: until ?? null,
    })),
    revision: said?.revision ?? 0,
    changed_by: said?.by ?? null,
    changed_at: said?.since ?? null,
  };
}

function successorOf(known: Material, code: ControlCode): ControlCode | undefined {
  return [...known.said].find(([, { schedule }]) => schedule.replaces === code)?.[0];
}

function presentCadence(cadence: Cadence) {
  switch (cadence.kind) {
    case 'periodic': {
      const { kind, frequency, mode, graceDays } = cadence;
      return { kind, frequency, mode, grace_days: graceDays };
    }
    case 'event':
      return { kind: cadence.kind, within_days: cadence.withinDays, grace_days: cadence.graceDays };
    case 'continuous': {
      const { kind, everyHours, tolerance, slaDays } = cadence;
      return { kind, every_hours: everyHours, tolerance, sla_days: slaDays };
    }
    default:
      return cadence satisfies never;
  }
}

/** By the clock: nothing has to run for an exclusion to end. */
export function presentExclusion(each: ExclusionRecord, today: PlainDate) {
  const { from, until } = each.period;
  return {
    id: each.id,
    control: each.control,
    scope: each.scope ?? null,
    from,
    until,
    reason: each.reason,
    owner: each.owner,
    state: until <= today ? ('ended' as const) : today < from ? ('to_come' as const) : ('in_force' as const),
    note: each.note,
    revision: each.revision,
    by: each.by,
    at: each.since,
  };
}

export function presentCalendar(
  calendar: OrganisationCalendar & { readonly revision: number },
  zone: string,
) {
  return {
    time_zone: zone,
    holidays: [...calendar.holidays],
    fiscal_year_start: calendar.fiscalYearStart,
    reconstructed_after_days: calendar.reconstructedAfterDays,
    revision: calendar.revision,
  };
}
