// How a management system's own documents stand on a day, as the first sentence of Company says it.
import { addMonths } from '../monitoring/index.ts';
import { dateOfDay, dayOfDate, type PlainDate } from '../kernel/index.ts';
import { objectiveStanding } from './objective.ts';
import { versionInForce, type IsmsVersion } from './inForce.ts';
import type { IsmsKind, IsmsRecord } from './record.ts';

/** Documents that clauses 4 to 7 ask for; a scope for each framework stands beside these. */
export const COMPANY_DOCUMENTS = [
  { kind: 'context', clause: '4.1', title: 'Context of the organisation' },
  { kind: 'parties', clause: '4.2', title: 'Interested parties' },
  { kind: 'scope', clause: '4.3', title: 'Scope' },
  { kind: 'roles', clause: '5.3', title: 'Roles and authorities' },
  { kind: 'communication', clause: '7.4', title: 'Communication plan' },
] as const satisfies readonly { readonly kind: IsmsKind; readonly clause: string; readonly title: string }[];

/** Months between two management reviews where nobody has planned the next: the yearly rhythm of audits. */
const REVIEW_MONTHS = 12;

/** A record as it stands, and which of its versions is in force. */
export interface RecordStanding {
  readonly id: string;
  readonly revision: number;
  readonly record: IsmsRecord;
  /** Whether somebody approved this version. */
  readonly approved: boolean;
  readonly inForce: number | null;
}

/** The day by which the next management review is due: the one that is planned, or a year after the last. */
export function nextReview(records: readonly Pick<RecordStanding, 'id' | 'record'>[]):
  | {
      readonly id: string | undefined;
      readonly on: PlainDate;
    }
  | undefined {
  const reviews = records.flatMap(({ id, record }) =>
    record.kind === 'review' ? [{ id, review: record }] : [],
  );
  const [planned] = reviews
    .filter(({ review }) => review.closed === null)
    .toSorted((a, b) => (a.review.on < b.review.on ? -1 : 1));
  if (planned) return { id: planned.id, on: planned.review.on };
  const last = reviews
    .map(({ review }) => review.on)
    .toSorted()
    .at(-1);
  return last === undefined
    ? undefined
    : { id: undefined, on: dateOfDay(addMonths(dayOfDate(last), REVIEW_MONTHS)) };
}

/**
 * How the documents of clauses 4 to 7, the objectives and the review stand.
 * @example "5 of 6 documents of clauses 4 to 7 are in force; 1 has a draft that nobody has approved. 2 of 4 objectives are met. The next management review is due on 2026-12-12."
 */
export function companySentence(records: readonly RecordStanding[], today: PlainDate): string {
  const documents = COMPANY_DOCUMENTS.flatMap(({ kind }): readonly (RecordStanding | undefined)[] => {
    const found = records.filter(({ record }) => record.kind === kind);
    return found.length === 0 ? [undefined] : found;
  });
  const held = documents.filter((each) => each !== undefined && each.inForce !== null).length;
  const drafts = documents.filter((each) => each !== undefined && !each.approved).length;
  const objectives = records.flatMap(({ record }) => (record.kind === 'objective' ? [record] : []));
  const met = objectives.filter((each) => objectiveStanding(each, today).state === 'met').length;
  const next = nextReview(records);
  return [
    `${held} of ${documents.length} documents of clauses 4 to 7 ${held === 1 ? 'is' : 'are'} in force${drafts > 0 ? `; ${drafts} ${drafts === 1 ? 'has' : 'have'} a draft that nobody has approved` : ''}.`,
    objectives.length === 0
      ? 'No objective is set.'
      : `${met} of ${objectives.length} objectives ${met === 1 ? 'is' : 'are'} met.`,
    next === undefined
      ? 'No management review was ever planned.'
      : `The next management review ${next.on < today ? 'was' : 'is'} due on ${next.on}.`,
  ].join(' ');
}

/** The version in force of each record, from all versions of all records. */
export function revisionsInForce(
  versions: readonly (IsmsVersion & { readonly id: string })[],
  today: PlainDate,
): ReadonlyMap<string, number> {
  return new Map(
    [...Map.groupBy(versions, ({ id }) => id)].flatMap(([id, own]) => {
      const held = versionInForce(own, today);
      return held ? [[id, held.revision] as const] : [];
    }),
  );
}
