// What SOC 2 examines, and whether evidence falls into it: said on receipt, before anyone reviews it.
import { addDays, assertNever, dayOfDate, type Period, type PlainDate } from '../kernel/index.ts';
import type { EvidenceTimes } from './evidence.ts';
import { daySpan, distance, evidenceDays, firstDay, type Distance } from './freshness.ts';

/** What SOC 2 examines: nothing yet, design at a date (Type I), operation over a period (Type II). */
export type Examination =
  | { readonly type: 'none' }
  | { readonly type: 'type1'; readonly on: PlainDate }
  | { readonly type: 'type2'; readonly period: Period };

/** Where evidence lies with regard to one window; `distance` is undefined when it falls inside. */
export interface WindowFit {
  readonly examination: Examination;
  readonly distance: Distance | undefined;
}

/** Where evidence lies with regard to all windows. */
export interface WindowFits {
  readonly fits: readonly WindowFit[];
  /** True when there is a window and evidence falls into none. */
  readonly outsideEvery: boolean;
}

/** Says at once which windows evidence falls into; a Type I date is met by what was true on or before it. */
export function windowsFor(times: EvidenceTimes, windows: readonly Examination[]): WindowFits {
  const fits = windows
    .filter((examination) => examination.type !== 'none')
    .map((examination) => ({ examination, distance: distanceTo(times, examination) }));
  return { fits, outsideEvery: fits.length > 0 && fits.every((fit) => fit.distance !== undefined) };
}

/** Whether evidence lies outside the examined time, whatever its review says. */
export function outsideExamination(times: EvidenceTimes, examination: Examination): boolean {
  return windowsFor(times, [examination]).outsideEvery;
}

/**
 * The day on which the examined state is read: the Type I date or the last day of a Type II period once
 * it has passed, until then `today`. Observations for the SOC 2 view are those known and true by then.
 */
export function examinedDay(examination: Examination, today: PlainDate): PlainDate {
  const last = lastExamined(examination);
  return last === undefined || today < last ? today : last;
}

function lastExamined(examination: Examination): PlainDate | undefined {
  switch (examination.type) {
    case 'none':
      return undefined;
    case 'type1':
      return examination.on;
    case 'type2':
      return addDays(examination.period.until, -1);
    default:
      return assertNever(examination);
  }
}

function distanceTo(times: EvidenceTimes, examination: Examination): Distance | undefined {
  const days = evidenceDays(times);
  switch (examination.type) {
    case 'none':
      return undefined;
    case 'type1': {
      const after = firstDay(days) - dayOfDate(examination.on);
      return after > 0 ? { side: 'after', days: after } : undefined;
    }
    case 'type2':
      return distance(days, daySpan(examination.period));
    default:
      return assertNever(examination);
  }
}
