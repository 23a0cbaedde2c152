// Days of the demo, counted back from the day on which it is made, so that it never grows old.
import { addDays, monthName, parseInstant, type Instant, type PlainDate } from '@assay/core';

/** A day so many days before today; negative for days to come. */
export interface Calendar {
  readonly today: PlainDate;
  ago(days: number): PlainDate;
  /** Month and year of that day, as a title says it. */
  month(days: number): string;
  year(days: number): string;
}

export function calendarOf(today: PlainDate): Calendar {
  const ago = (days: number): PlainDate => addDays(today, -days);
  const year = (days: number): string => ago(days).slice(0, 4);
  return {
    today,
    ago,
    month: (days) => `${monthName(ago(days))} ${year(days)}`,
    year,
  };
}

/** An instant of a day; the demo's own times are ours, so a wrong one is a bug. */
export function at(day: PlainDate, time: string): Instant {
  const instant = parseInstant(`${day}T${time}:00Z`);
  if (!instant) throw new Error(`demo: no such time: ${day} ${time}`);
  return instant;
}
