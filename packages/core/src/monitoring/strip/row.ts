// A row of the strip: one control, or one scope of it, in stretches of days that show the same.
import { dayOfDate, type ControlCode, type PlainDate } from '../../kernel/index.ts';
import type { Coverage, DayState, Standing } from '../windows/index.ts';
import type { StripColumns } from './columns.ts';

/** Days in a row that show the same, from a column on. */
export interface Stretch {
  readonly column: number;
  readonly days: number;
  readonly state: DayState;
}

export interface StripRow {
  readonly control: ControlCode;
  readonly name: string;
  readonly owner: string | undefined;
  readonly standing: Standing;
  readonly coverage: Coverage;
  readonly longestGapDays: number;
  readonly deviations: number;
  readonly stretches: readonly Stretch[];
  /** Requirements that the control answers, such as `soc2:2017/CC6.1`. */
  readonly answers: readonly string[];
}

/** Stretches as the window tells them, in columns; days outside the window are cut off. */
export function stretchesIn(
  columns: StripColumns,
  told: readonly { readonly from: PlainDate; readonly days: number; readonly state: DayState }[],
): readonly Stretch[] {
  return told.flatMap(({ from, days, state }) => {
    const column = Math.max(0, dayOfDate(from) - columns.first);
    const end = Math.min(columns.count, dayOfDate(from) - columns.first + days);
    return end > column ? [{ column, days: end - column, state }] : [];
  });
}

/** Stretches of a state for each day. */
export function stretchesOf(days: readonly DayState[]): readonly Stretch[] {
  const found: { column: number; days: number; state: DayState }[] = [];
  for (const [column, state] of days.entries()) {
    const last = found.at(-1);
    if (last?.state === state) last.days += 1;
    else found.push({ column, days: 1, state });
  }
  return found;
}

/** Whether its days are what an auditor calls a deviation. */
export function isHole({ state }: Pick<Stretch, 'state'>): boolean {
  return state === 'missed' || state === 'not_operating' || state === 'no_data';
}

/** The stretch in which a column lies. */
export function stretchAt(stretches: readonly Stretch[], column: number): Stretch | undefined {
  return stretches.find((each) => each.column <= column && column < each.column + each.days);
}

/** What a row shows on a day; a day that nothing tells is not scheduled. */
export function stateAt(stretches: readonly Stretch[], column: number): DayState {
  return stretchAt(stretches, column)?.state ?? 'not_scheduled';
}

/** Days of each state. */
export function daysByState(stretches: readonly Stretch[]): ReadonlyMap<DayState, number> {
  const days = new Map<DayState, number>();
  for (const each of stretches) days.set(each.state, (days.get(each.state) ?? 0) + each.days);
  return days;
}
