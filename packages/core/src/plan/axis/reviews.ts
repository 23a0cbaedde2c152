// Internal audit and management review before each visit of the certification body, inside a Type II period, so that
// one of each serves both frameworks.
import { addDays, type PlainDate } from '../../kernel/index.ts';
import { weekdayAt, type AxisItem, type AxisKind } from './item.ts';

/** Days before the visit: time to correct what the audit finds, and to review the correction. */
const AUDIT_BEFORE = 60;
const REVIEW_BEFORE = 30;
/** Days between the two at least. */
const APART = 14;

export function sharedReviews(cycle: readonly AxisItem[], periods: readonly AxisItem[]): readonly AxisItem[] {
  return cycle
    .filter(({ kind }) => kind === 'surveillance' || kind === 'recertification')
    .flatMap((visit) => {
      const wanted = addDays(visit.from, -AUDIT_BEFORE);
      const period = periods.find(
        ({ kind, from, to }) => kind === 'period' && from <= wanted && wanted <= to,
      );
      const review = weekdayAt(least(addDays(visit.from, -REVIEW_BEFORE), period?.to));
      const audit = weekdayAt(least(wanted, addDays(review, -APART)));
      const inside = period && period.from <= audit ? ` and inside ${lower(period.title)} (CC4.1)` : '';
      return [
        mark('internal_audit', audit, {
          title: 'Internal audit',
          because: `ISO/IEC 27001 9.2, before ${lower(visit.title)}${inside}.`,
        }),
        mark('management_review', review, {
          title: 'Management review',
          because: `ISO/IEC 27001 9.3, with the results of the audit, before ${lower(visit.title)}${inside}.`,
        }),
      ];
    });
}

/** The first round, before stage 1, on the days on which a plan has them. */
export function firstReviews(planned: FirstReviews): readonly AxisItem[] {
  const { audit, review } = planned;
  const before = 'a full round before stage 1 (ISO/IEC 17021-1 9.3.1.2)';
  return [
    ...(audit
      ? [mark('internal_audit', audit, { title: 'Internal audit', because: `ISO/IEC 27001 9.2: ${before}.` })]
      : []),
    ...(review
      ? [
          mark('management_review', review, {
            title: 'Management review',
            because: `ISO/IEC 27001 9.3: ${before}.`,
          }),
        ]
      : []),
  ];
}

/** The last days of both, where they are to be done. */
export interface FirstReviews {
  readonly audit: PlainDate | undefined;
  readonly review: PlainDate | undefined;
}

function mark(kind: AxisKind, on: PlainDate, said: Pick<AxisItem, 'title' | 'because'>): AxisItem {
  return { id: `${kind}:${on}`, kind, lane: 'shared', from: on, to: on, latest: undefined, ...said };
}

function least(date: PlainDate, most: PlainDate | undefined): PlainDate {
  return most !== undefined && most < date ? most : date;
}

function lower(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
