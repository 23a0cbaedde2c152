// A story moved along the calendar, day by day the same.
import {
  dateOfDay,
  dayOfDate,
  daysFromCivil,
  instantOfMillis,
  millisOfInstant,
  type Instant,
  type Period,
  type PlainDate,
} from '../../../kernel/index.ts';
import type { Story } from './timelines.ts';

/** How dates and instants move. */
export interface Move {
  readonly date: (date: PlainDate) => PlainDate;
  readonly instant: (instant: Instant) => Instant;
}

/** So many days on: 146,097 are 400 years, and 10,227 are 28 years between 1901 and 2099. */
export function byDays(days: number): Move {
  return {
    date: (date) => dateOfDay(dayOfDate(date) + days),
    instant: (instant) => instantOfMillis(millisOfInstant(instant) + days * 86_400_000),
  };
}

/** So many years on, to the same day of the same month. Nothing in the story may lie on a 29 February. */
export function byYears(years: number): Move {
  const date = (from: PlainDate): PlainDate => {
    const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
    return dateOfDay(daysFromCivil(year + years, month, day));
  };
  return { date, instant: (instant) => instant };
}

export function moved({ timeline, frame }: Story, { date, instant }: Move): Story {
  const maybe = (day: PlainDate | undefined) => (day === undefined ? undefined : date(day));
  const period = ({ from, until }: Period): Period => ({ from: date(from), until: date(until) });
  const lifetime = (life: Story['timeline']['line'][0]) => ({
    ...life,
    startedOn: date(life.startedOn),
    retiredOn: maybe(life.retiredOn),
    schedule: life.schedule.map((version) => ({ ...version, from: date(version.from) })),
  });
  const [first, ...others] = timeline.line;
  return {
    timeline: {
      line: [lifetime(first), ...others.map(lifetime)],
      scopes: timeline.scopes.map(({ name, from, until }) => ({
        name,
        from: maybe(from),
        until: maybe(until),
      })),
      exclusions: timeline.exclusions.map((each) => ({ ...each, period: period(each.period) })),
      performances: timeline.performances.map((each) => ({
        ...each,
        performedAt: date(each.performedAt),
        capturedAt: date(each.capturedAt),
      })),
      events: timeline.events?.map((each) => ({ ...each, at: date(each.at) })),
      runs: timeline.runs.map((each) => ({ ...each, at: instant(each.at) })),
      outages: timeline.outages.map((each) => ({
        ...each,
        from: instant(each.from),
        until: instant(each.until),
      })),
    },
    frame: {
      ...frame,
      window: period(frame.window),
      today: date(frame.today),
      calendar: { ...frame.calendar, holidays: frame.calendar.holidays.map(date) },
      zone: {
        ...frame.zone,
        offsets: frame.zone.offsets.map((each) => ({ ...each, from: instant(each.from) })),
      },
    },
  };
}
