// A row of the strip: one control, or one scope of it, in stretches of days that show the same.
import type { ControlCode } from '../../kernel/index.ts';
import type { Coverage, DayState, Standing } from '../windows/index.ts';
import type { StripColumns } from './columns.ts';
import type { StripPin } from './pins.ts';

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
  /** Days on which samples have items. */
  readonly pins: readonly StripPin[];
  /** Requirements that the control answers, such as `soc2:2017/CC6.1`. */
  readonly answers: readonly string[];
  /** Days of one scope alone: standing and counts are the whole control's, and are told in its own row. */
  readonly part?: true;
}

/** Stretches as a window tells them, one behind the other from its first day on; what lies behind it is cut off. */
export function stretchesIn(
  { count }: Pick<StripColumns, 'count'>,
  told: readonly { readonly state: DayState; readonly days: number }[],
): readonly Stretch[] {
  let column = 0;
  return told.flatMap(({ state, days }) => {
    const from = column;
    column = Math.min(count, from + days);
    return column > from ? [{ column: from, days: column - from, state }] : [];
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
