// The strip of a control: what each day of the window shows. Carried-over green does not exist: a day is
// operated when something was done on it, covered when it lies in a slot that was filled.
import { dayOfDate, type Period } from '../../kernel/index.ts';
import type { Occurrence, OccurrenceState } from './occurrence.ts';

/** Least telling first: a day that several occurrences touch shows the last of their words in this list. */
export const DAY_STATES = [
  'not_scheduled',
  'excluded',
  'covered',
  'operated',
  'pending',
  'late',
  'no_data',
  'not_operating',
  'missed',
] as const;
export type DayState = (typeof DAY_STATES)[number];

const RANK = new Map<DayState, number>(DAY_STATES.map((state, at) => [state, at]));

const OF_SLOT: Readonly<Record<OccurrenceState, DayState>> = {
  on_time: 'covered',
  late: 'late',
  missed: 'missed',
  pending: 'pending',
  not_operating: 'not_operating',
  excluded: 'excluded',
  not_due: 'not_scheduled',
  no_data: 'no_data',
};

/** One state for each day of the window, first to last, for one scope or for all of them together. */
export function dayStates(
  occurrences: readonly Occurrence[],
  window: Period,
  scope?: string,
): readonly DayState[] {
  const from = dayOfDate(window.from);
  const days = Array.from({ length: dayOfDate(window.until) - from }, (): DayState => 'not_scheduled');
  const show = (day: number, state: DayState): void => {
    const held = days[day - from];
    if (held !== undefined && (RANK.get(state) ?? 0) > (RANK.get(held) ?? 0)) days[day - from] = state;
  };
  for (const each of occurrences) {
    if (scope !== undefined && each.scope !== scope) continue;
    // A day of a continuous control is a slot of its own: it stood on that day.
    const whole: DayState =
      each.state === 'on_time' && each.first === each.last && !each.filledBy
        ? 'operated'
        : OF_SLOT[each.state];
    for (let day = each.first; day <= each.last; day += 1) show(day, whole);
    for (const act of [each.filledBy, each.caughtUpBy]) if (act) show(act.day, 'operated');
  }
  return days;
}
