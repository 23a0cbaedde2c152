// Type II periods one after the other.
import { addDays, type Period, type PlainDate } from '../../kernel/index.ts';
import { monthsAfter, type AxisItem } from './item.ts';

export interface Attested {
  readonly type1: PlainDate | undefined;
  /** The first Type II period. */
  readonly first: Period;
  /** Days from the end of a period to its report. */
  readonly reportDays: number;
}

/** Periods one after the other without a hole, each of twelve months after the first, until a day. */
export function soc2Periods({ type1, first, reportDays }: Attested, until: PlainDate): readonly AxisItem[] {
  const items: AxisItem[] = [];
  if (type1)
    items.push({
      id: `type1:${type1}`,
      kind: 'type1',
      lane: 'soc2',
      title: 'Type I report',
      from: type1,
      to: type1,
      latest: undefined,
      because: 'Design at a date.',
    });
  for (let period = first, count = 1; goesOn(period, count, until); count += 1) {
    const last = addDays(period.until, -1);
    const report = addDays(last, reportDays);
    items.push(
      {
        id: `period:${period.from}`,
        kind: 'period',
        lane: 'soc2',
        title: count === 1 ? 'First Type II period' : `Type II period ${count}`,
        from: period.from,
        to: last,
        latest: undefined,
        because:
          count === 1
            ? 'Type II speaks of operation over a period.'
            : 'It begins on the day after the one before: a hole would need an explanation or a bridge letter.',
      },
      {
        id: `report:${report}`,
        kind: 'report',
        lane: 'soc2',
        title: count === 1 ? 'First Type II report' : `Type II report ${count}`,
        from: report,
        to: report,
        latest: monthsAfter(last, 12),
        because: 'Twelve months after the end of its period a report is treated as stale.',
      },
    );
    period = { from: period.until, until: monthsAfter(period.until, 12) };
  }
  return items;
}

/** No period is begun in the last half year before the end: it would say more of what comes after. */
function goesOn({ from }: Period, count: number, until: PlainDate): boolean {
  return count === 1 || (from <= monthsAfter(until, -6) && count <= MOST_PERIODS);
}

const MOST_PERIODS = 12;
