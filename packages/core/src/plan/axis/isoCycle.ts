// The three years of a certificate (ISO/IEC 17021-1 9.1.3), small until the audit programme has its own.
import { addDays, dateOfDay, dayOfDate, daysFromCivil, type PlainDate } from '../../kernel/index.ts';
import { monthsAfter, weekdayAt, type AxisItem, type AxisKind } from './item.ts';

export interface Certified {
  readonly stage1: PlainDate | undefined;
  readonly stage2: PlainDate | undefined;
  /** The day of the decision: the cycle counts from it. */
  readonly decision: PlainDate;
}

/** Both stages, the decision, the visits after it, and the end; surveillance moves to a report where the rules leave room. */
export function isoCycle(
  { stage1, stage2, decision }: Certified,
  reports: readonly PlainDate[],
): readonly AxisItem[] {
  const expiry = addDays(monthsAfter(decision, 36), -1);
  const stages = [
    ...(stage1
      ? [
          mark('stage1', stage1, {
            title: 'Stage 1',
            because: 'Is the system ready? (ISO/IEC 17021-1 9.3.1.2)',
          }),
        ]
      : []),
    ...(stage2
      ? [mark('stage2', stage2, { title: 'Stage 2', because: 'Does it work? (ISO/IEC 17021-1 9.3.1.3)' })]
      : []),
  ];
  const valid = 'It is valid for three years at most (ISO/IEC 17021-1 9.1.3).';
  return [
    ...stages,
    { ...mark('certificate', decision, { title: 'Certificate', because: valid }), to: expiry },
    mark('decision', decision, {
      title: 'Certification decision',
      because: 'The cycle counts from here (ISO/IEC 17021-1 9.1.3.3).',
    }),
    ...visits(decision, expiry, reports),
    mark('expiry', expiry, {
      title: 'Certificate expires',
      because: 'Three years less a day after the decision.',
    }),
  ];
}

function visits(decision: PlainDate, expiry: PlainDate, reports: readonly PlainDate[]): readonly AxisItem[] {
  const month = (months: number): PlainDate => monthsAfter(decision, months);
  // Once in each calendar year, and not so late that it crowds the recertification.
  const year = month(24).slice(0, 4);
  const [first, last] = [dateOfDay(daysFromCivil(Number(year), 1, 1)), yearEnd(year)];
  const second = { from: latest(month(21), first), target: month(24), to: earliest(month(27), last) };
  return [
    mark('surveillance', aligned({ from: month(9), target: month(11), to: month(12) }, reports), {
      title: 'Surveillance 1',
      latest: month(12),
      because: 'Not more than twelve months after the decision (ISO/IEC 17021-1 9.1.3.3).',
    }),
    mark('surveillance', aligned(second, reports), {
      title: 'Surveillance 2',
      latest: last,
      because: 'Once in each calendar year without a recertification (ISO/IEC 17021-1 9.1.3.3).',
    }),
    mark('recertification', weekdayAt(month(33)), {
      title: 'Recertification audit',
      latest: expiry,
      because: 'Early enough that nonconformities are corrected before the certificate expires.',
    }),
  ];
}

interface MarkSaid {
  readonly title: string;
  readonly because: string;
  readonly latest?: PlainDate;
}

function mark(kind: AxisKind, on: PlainDate, { title, because, latest: by }: MarkSaid): AxisItem {
  return { id: `${kind}:${on}`, kind, lane: 'iso', title, from: on, to: on, latest: by, because };
}

/** The day of a report that lies in the span, nearest to the target; the target where none does. */
function aligned(
  span: { readonly from: PlainDate; readonly target: PlainDate; readonly to: PlainDate },
  reports: readonly PlainDate[],
): PlainDate {
  const off = (date: PlainDate): number => Math.abs(dayOfDate(date) - dayOfDate(span.target));
  const inside = reports.filter((date) => date >= span.from && date <= span.to);
  return inside.toSorted((a, b) => off(a) - off(b))[0] ?? weekdayAt(span.target);
}

function yearEnd(year: string): PlainDate {
  return dateOfDay(daysFromCivil(Number(year), 12, 31));
}

function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

function earliest(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}
