// Days that courses of a plan ended on, counted: percentiles and shares without sorting.

/** Counts of days from `least` on. */
export interface DayCounts {
  readonly courses: number;
  readonly least: number;
  readonly counts: Uint32Array;
}

export function countDays(lists: readonly Uint16Array[]): DayCounts {
  let least = 65_535;
  let most = 0;
  let courses = 0;
  for (const list of lists) {
    courses += list.length;
    for (let i = 0; i < list.length; i += 1) {
      const day = list[i] ?? 0;
      if (day < least) least = day;
      if (day > most) most = day;
    }
  }
  const counts = new Uint32Array(Math.max(0, most - least + 1));
  for (const list of lists)
    for (let i = 0; i < list.length; i += 1) {
      const at = (list[i] ?? 0) - least;
      counts[at] = (counts[at] ?? 0) + 1;
    }
  return { courses, least, counts };
}

/** The day of the course at rank ceil(p · courses), the earliest being first. */
export function dayAt({ courses, least, counts }: DayCounts, p: number): number {
  const rank = Math.min(courses, Math.max(1, Math.ceil(p * courses)));
  let sum = 0;
  for (let i = 0; i < counts.length; i += 1) {
    sum += counts[i] ?? 0;
    if (sum >= rank) return least + i;
  }
  return least;
}

/** Share of courses that came there by this day. */
export function shareBy({ courses, least, counts }: DayCounts, day: number): number {
  let sum = 0;
  for (let i = 0; i < counts.length && least + i <= day; i += 1) sum += counts[i] ?? 0;
  return courses === 0 ? 0 : sum / courses;
}
