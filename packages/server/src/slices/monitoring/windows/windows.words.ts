// Days, cadences and deviations in words: the pieces that every sentence about windows is made of.
import {
  dateOfDay,
  dayOfDate,
  shortMonth,
  type Cadence,
  type ControlCode,
  type Occurrence,
  type PlainDate,
  type SlotFrequency,
  type Spell,
  type Timeline,
} from '@assay/core';

const EVERY: Readonly<Record<SlotFrequency, string>> = {
  daily: 'daily',
  business_daily: 'every business day',
  weekly: 'weekly',
  monthly: 'monthly',
  quarterly: 'quarterly',
  semi_annual: 'half-yearly',
  annual: 'yearly',
};
const RUN: Readonly<Record<SlotFrequency, string>> = { ...EVERY, business_daily: 'daily' };

/** `30 Sep 2026` */
export function dayText(date: PlainDate): string {
  return `${Number(date.slice(8, 10))} ${shortMonth(date)} ${date.slice(0, 4)}`;
}

/** `12 to 14 Sep 2026`, `30 Sep to 2 Oct 2026`, or one day; both ends belong to it. */
function daysText(first: PlainDate, last: PlainDate): string {
  if (first === last) return dayText(first);
  const whole = dayText(first);
  const same = first.slice(0, 4) === last.slice(0, 4);
  const from = !same
    ? whole
    : first.slice(0, 7) === last.slice(0, 7)
      ? whole.split(' ')[0]
      : whole.slice(0, -5);
  return `${from} to ${dayText(last)}`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A list as one says it: `a, b and c`; a long one is cut. */
export function listText(items: readonly string[], shown = 3): string {
  const rest = items.length - shown;
  const named = rest > 0 ? [...items.slice(0, shown), `${rest} more`] : items;
  return named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

/** How often, in words. */
export function cadenceText(cadence: Cadence | undefined): string {
  switch (cadence?.kind) {
    case undefined:
      return 'once, so that nothing of it recurs';
    case 'periodic': {
      const mode = cadence.mode === 'interval' ? ', counted from the last run' : '';
      return `${EVERY[cadence.frequency]}${mode}${graceText(cadence.graceDays)}`;
    }
    case 'event': {
      const within =
        cadence.withinDays === 0 ? 'on the same day' : `within ${plural(cadence.withinDays, 'day')}`;
      return `at each event, ${within}${graceText(cadence.graceDays)}`;
    }
    case 'continuous': {
      const gap = cadence.everyHours * cadence.tolerance;
      const sla = cadence.slaDays > 0 ? `, failures mended within ${plural(cadence.slaDays, 'day')}` : '';
      return `every ${hours(cadence.everyHours)}, silent for at most ${hours(gap)}${sla}`;
    }
    default:
      return cadence satisfies never;
  }
}

/** What is known of one spell, without the control's name: `missed the quarterly run due 30 Sep 2026`. */
export function spellText({ occurrence, last, count }: Spell, cadence: Cadence | undefined): string {
  const { state, item, exclusion } = occurrence;
  const due = dateOfDay(occurrence.last);
  const days = daysText(dateOfDay(occurrence.first), dateOfDay(last));
  const daily = cadence?.kind === 'continuous';
  const run = count > 1 ? `the daily runs of ${days}` : runText(occurrence, cadence);
  switch (state) {
    case 'on_time':
      return daily ? `ran on ${days}` : `ran for ${run}${filledText(occurrence)}`;
    case 'late':
      return daily
        ? `was failing on ${days}, within the days allowed to mend it`
        : `ran late for ${run}${filledText(occurrence)}`;
    case 'missed':
      if (daily) return `was failing on ${days}, longer than allowed`;
      return item === undefined
        ? `missed ${run}${caughtUpText(occurrence)}`
        : `did not run in time for ${run}${caughtUpText(occurrence)}`;
    case 'pending':
      return daily ? `must keep running on ${days}` : `must run for ${run}`;
    case 'not_operating':
      return daily || count > 1 ? `was not running on ${days}` : `was not running when ${run} came`;
    case 'excluded':
      return `is left out ${daily ? `on ${days}` : `for ${run}`}: ${exclusion?.reason ?? ''} (${exclusion?.owner ?? ''})`;
    case 'not_due':
      return `is not due before ${dayText(due)}`;
    case 'no_data':
      return `has no data for ${plural(count, 'day')}, ${days}`;
    default:
      return state satisfies never;
  }
}

/** The cadence by which the member of a line that answers was to run on a day. */
export function cadenceOn(
  timeline: Timeline | undefined,
  control: ControlCode,
  day: number,
): Cadence | undefined {
  const life = timeline?.line.find(({ code }) => code === control) ?? timeline?.line.at(-1);
  return (life?.schedule.findLast(({ from }) => dayOfDate(from) <= day) ?? life?.schedule[0])?.cadence;
}

function runText({ item, first, last }: Occurrence, cadence: Cadence | undefined): string {
  const due = dayText(dateOfDay(last));
  if (item !== undefined) return `${item} of ${dayText(dateOfDay(first))}, due ${due}`;
  return cadence?.kind === 'periodic' ? `the ${RUN[cadence.frequency]} run due ${due}` : `the run due ${due}`;
}

function filledText({ filledBy }: Occurrence): string {
  return filledBy ? `, on ${dayText(dateOfDay(filledBy.day))}` : '';
}

function caughtUpText({ caughtUpBy, last }: Occurrence): string {
  return caughtUpBy ? `, caught up ${plural(caughtUpBy.day - last, 'day')} later` : ', not caught up';
}

function graceText(days: number): string {
  return days > 0 ? `, ${plural(days, 'day')} of grace` : '';
}

function hours(count: number): string {
  return count % 24 === 0 ? plural(count / 24, 'day') : plural(count, 'hour');
}
