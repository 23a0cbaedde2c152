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
  const first = aligned({ from: month(9), target: month(11), to: month(12) }, reports);
  const second = secondSpan(first, month);
  return [
    mark('surveillance', first, {
      title: 'Surveillance 1',
      latest: month(12),
      because: 'Not more than twelve months after the decision (ISO/IEC 17021-1 9.1.3.3).',
    }),
    mark('surveillance', aligned(second, reports), {
      title: 'Surveillance 2',
      latest: second.year.to,
      because: 'Once in each calendar year without a recertification (ISO/IEC 17021-1 9.1.3.3).',
    }),
    mark('recertification', weekdayAt(month(33)), {
      title: 'Recertification audit',
      latest: expiry,
      because: 'Early enough that nonconformities are corrected before the certificate expires.',
    }),
  ];
}

interface Span {
  readonly from: PlainDate;
  readonly target: PlainDate;
  readonly to: PlainDate;
}

/** In the calendar year after that of the first, so that none is left out, and not so late that it crowds the recertification. */
function secondSpan(
  first: PlainDate,
  month: (months: number) => PlainDate,
): Span & { readonly year: Pick<Span, 'from' | 'to'> } {
  const number = Number(first.slice(0, 4)) + 1;
  const year = {
    from: dateOfDay(daysFromCivil(number, 1, 1)),
    to: dateOfDay(daysFromCivil(number, 12, 31)),
  };
  return {
    from: latest(month(21), year.from),
    target: month(24) <= year.to ? month(24) : monthsAfter(first, 12),
    to: earliest(month(27), year.to),
    year,
  };
}

interface MarkSaid {
  readonly title: string;
  readonly because: string;
  readonly latest?: PlainDate;
}

function mark(kind: AxisKind, on: PlainDate, { title, because, latest: by }: MarkSaid): AxisItem {
  return { id: `${kind}:${on}`, kind, lane: 'iso', title, from: on, to: on, latest: by, because };
}

/** The day of a report that lies in the span, nearest to the target; the target where none does, never on a weekend. */
function aligned(span: Span, reports: readonly PlainDate[]): PlainDate {
  const off = (date: PlainDate): number => Math.abs(dayOfDate(date) - dayOfDate(span.target));
  const inside = reports.filter((date) => date >= span.from && date <= span.to);
  const before = weekdayAt(span.target);
  return inside.toSorted((a, b) => off(a) - off(b))[0] ?? (before < span.from ? addDays(before, 3) : before);
}

function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

function earliest(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}
