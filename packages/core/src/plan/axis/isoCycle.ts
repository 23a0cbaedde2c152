// The three years of a certificate.
import { addDays, dateOfDay, dayOfDate, daysFromCivil, type PlainDate } from '../../kernel/index.ts';
import { monthsAfter, type AxisItem, type AxisKind } from './item.ts';

export interface Certified {
  readonly stage1: PlainDate | undefined;
  readonly stage2: PlainDate | undefined;
  /** The day of the decision: the cycle counts from it. */
  readonly decision: PlainDate;
}

/** The three-year cycle of ISO/IEC 17021-1 9.1.3; surveillance is moved to the report where the rules leave room. */
export function isoCycle(
  { stage1, stage2, decision }: Certified,
  reports: readonly PlainDate[],
): readonly AxisItem[] {
  const month = (months: number): PlainDate => monthsAfter(decision, months);
  const first = aligned({ from: month(9), target: month(11), to: month(12) }, reports);
  // Once in each calendar year, and not so late that it crowds the recertification.
  const year = month(24).slice(0, 4);
  const second = aligned(
    { from: later(month(21), year), target: month(24), to: earlier(month(27), year) },
    reports,
  );
  const expiry = addDays(month(36), -1);
  const mark = (
    kind: AxisKind,
    on: PlainDate,
    said: Pick<AxisItem, 'title' | 'because' | 'latest'>,
  ): AxisItem => ({
    id: `${kind}:${on}`,
    kind,
    lane: 'iso',
    from: on,
    to: on,
    ...said,
  });
  return [
    ...(stage1
      ? [mark('stage1', stage1, { title: 'Stage 1', latest: undefined, because: 'ISO/IEC 17021-1 9.3.1.2' })]
      : []),
    ...(stage2
      ? [mark('stage2', stage2, { title: 'Stage 2', latest: undefined, because: 'ISO/IEC 17021-1 9.3.1.3' })]
      : []),
    {
      ...mark('certificate', decision, {
        title: 'Certificate',
        latest: undefined,
        because: 'It is valid for three years at most (ISO/IEC 17021-1 9.1.3).',
      }),
      to: expiry,
    },
    mark('decision', decision, {
      title: 'Certification decision',
      latest: undefined,
      because: 'The cycle counts from here (ISO/IEC 17021-1 9.1.3.3).',
    }),
    mark('surveillance', first, {
      title: 'Surveillance 1',
      latest: month(12),
      because: 'Not more than twelve months after the decision (ISO/IEC 17021-1 9.1.3.3).',
    }),
    mark('surveillance', second, {
      title: 'Surveillance 2',
      latest: dateOfYearEnd(year),
      because: 'Once in each calendar year without a recertification (ISO/IEC 17021-1 9.1.3.3).',
    }),
    mark('recertification', month(33), {
      title: 'Recertification audit',
      latest: expiry,
      because: 'Early enough that nonconformities are corrected before the certificate expires.',
    }),
    mark('expiry', expiry, {
      title: 'Certificate expires',
      latest: undefined,
      because: 'Three years less a day after the decision.',
    }),
  ];
}

/** The day of a report that lies in the span, nearest to the target; the target where none does. */
function aligned(
  span: { readonly from: PlainDate; readonly target: PlainDate; readonly to: PlainDate },
  reports: readonly PlainDate[],
): PlainDate {
  const off = (date: PlainDate): number => Math.abs(dayOfDate(date) - dayOfDate(span.target));
  const inside = reports.filter((date) => date >= span.from && date <= span.to);
  return inside.toSorted((a, b) => off(a) - off(b))[0] ?? span.target;
}

function later(date: PlainDate, year: string): PlainDate {
  return date.startsWith(year) ? date : yearStart(year);
}

function earlier(date: PlainDate, year: string): PlainDate {
  return date.startsWith(year) ? date : dateOfYearEnd(year);
}

function yearStart(year: string): PlainDate {
  return addDays(dateOfYearEnd(String(Number(year) - 1)), 1);
}

function dateOfYearEnd(year: string): PlainDate {
  return dateOfDay(daysFromCivil(Number(year), 12, 31));
}
