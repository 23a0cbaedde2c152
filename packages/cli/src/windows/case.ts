// A window case as the engine takes it.
import {
  dayOfDate,
  localDay,
  type Lifetime,
  type Period,
  type PlainDate,
  type Timeline,
  type WindowQuestion,
  type Zone,
} from '@assay/core';
import { firstFault } from './names.ts';
import {
  caseSchema,
  type CaseControl,
  type CaseMember,
  type DayOrInstant,
  type WindowCase,
} from './schema.ts';
import { zoneOf } from '@assay/server/place';

/** A case read: what to evaluate, and another window to look at beside it. */
export interface ReadCase {
  readonly question: WindowQuestion;
  readonly start: Period | undefined;
}

/** What is wrong with a case, and where: a JSON pointer (RFC 6901). */
export interface CaseFault {
  readonly pointer: string;
  readonly message: string;
}

/** Reads a case, strictly: an unknown word is a fault, since it would be silently without effect. */
export function readCase(json: unknown): ReadCase | CaseFault {
  const parsed = caseSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return faultAt(issue?.path ?? [], issue?.message ?? 'is no window case');
  }
  const fault = firstFault(parsed.data);
  return fault ? faultAt(fault.path, fault.message) : questionOf(parsed.data);
}

function faultAt(path: readonly PropertyKey[], message: string): CaseFault {
  const steps = path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return { pointer: steps.join(''), message };
}

function questionOf(given: WindowCase): ReadCase {
  const zone = zoneIn(given);
  return {
    question: {
      frame: {
        window: given.window,
        today: given.today,
        zone,
        calendar: { fiscalYearStart: given.fiscal_year_start, holidays: given.holidays },
        reconstructedAfterDays: given.reconstructed_after_days,
      },
      timelines: given.controls.map((control) => timelineOf(control, zone)),
      criteria: given.criteria.map(({ criterion, key_controls }) => ({
        criterion,
        keyControls: key_controls.map(({ control, compensated_by }) => ({
          control,
          compensatedBy: compensated_by,
        })),
      })),
      context: { previous: given.previous_window },
    },
    start: given.start,
  };
}

/** The offsets from a year and more before the window to a year after it: what evidence and grace can touch. */
function zoneIn({ time_zone, window }: WindowCase): Zone {
  if (typeof time_zone !== 'string') {
    const { name, standard_minutes, offsets } = time_zone;
    return {
      name,
      standardMinutes: standard_minutes,
      offsets: offsets.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    };
  }
  const day = 86_400_000;
  return zoneOf(time_zone, (dayOfDate(window.from) - 800) * day, (dayOfDate(window.until) + 400) * day);
}

function timelineOf(control: CaseControl, zone: Zone): Timeline {
  const dateOf = (given: DayOrInstant): PlainDate => given.day ?? localDay(zone, given.at);
  const [first, ...others] = [...control.predecessors, control].map(lifetimeOf);
  return {
    line: [first ?? lifetimeOf(control), ...others],
    scopes: control.scopes.map(({ name, from, until }) => ({ name, from, until })),
    exclusions: control.exclusions.map(({ scope, from, until, reason, owner }) => ({
      scope,
      period: { from, until },
      reason,
      owner,
    })),
    performances: control.evidence.map((each) => ({
      evidence: each.id,
      scope: each.scope,
      performedAt: dateOf(each.performed_on),
      capturedAt: dateOf(each.captured_on ?? each.performed_on),
      review: each.review,
      supported: each.supported,
      event: each.event,
    })),
    events: control.events?.map(({ id, on, scope }) => ({ id, at: dateOf(on), scope })),
    runs: control.runs.map(({ at, result, scope }) => ({ at, result, scope })),
    outages: control.outages.map(({ from, until, scope }) => ({ from, until, scope })),
  };
}

function lifetimeOf({ code, started_on, retired_on, schedule }: CaseMember): Lifetime {
  return {
    code,
    startedOn: started_on,
    retiredOn: retired_on,
    schedule: schedule
      .map((version) => ({ from: version.from ?? started_on, cadence: cadenceOf(version) }))
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  };
}

function cadenceOf(version: CaseMember['schedule'][number]): Lifetime['schedule'][number]['cadence'] {
  switch (version.kind) {
    case 'periodic': {
      const { kind, frequency, mode, grace_days } = version;
      return { kind, frequency, mode, graceDays: grace_days };
    }
    case 'event':
      return { kind: version.kind, withinDays: version.within_days, graceDays: version.grace_days };
    case 'continuous': {
      const { kind, every_hours, tolerance, sla_days } = version;
      return { kind, everyHours: every_hours, tolerance, slaDays: sla_days };
    }
    default:
      return version satisfies never;
  }
}
