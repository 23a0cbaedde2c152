// A population as the web has it, and the words for its doubts.
import type { PopulationWarningCode, RuleReason } from '@assay/core';
import type { Output, Routes } from '@assay/contract';

export type Population = Output<Routes['populations.read']>;
export type PopulationWarning = Population['warnings'][number];
export type PopulationRow = Output<Routes['populations.rows']>['data'][number];
export type PopulationTest = Output<Routes['populations.test']>['data'][number];

const DOUBTS: Readonly<Record<PopulationWarningCode, (count: number) => string>> = {
  empty: () => 'The list is empty: nothing happened, or nothing was found.',
  not_production: () => 'It does not say that it comes from production.',
  pages_not_confirmed: () => 'Nobody has said that every page was fetched.',
  round_count: () => 'Its count is that of one page: is this the first page only?',
  gap_in_sequence: (n) => `${n} ${n === 1 ? 'number is' : 'numbers are'} missing in the series of its keys.`,
  duplicate_key: (n) => `${n} ${n === 1 ? 'key stands' : 'keys stand'} more than once.`,
  outside_range: (n) => `${n} ${n === 1 ? 'row lies' : 'rows lie'} outside the days that it should hold.`,
  generated_before_end: () => 'It was made before its last day had ended.',
  done_before_event: (n) => `${n} ${n === 1 ? 'row was' : 'rows were'} dealt with before the event.`,
  no_second_source: () => 'No second source has been asked.',
  differs_from_second_source: (n) => `The second source tells ${n} ${n === 1 ? 'row' : 'rows'} otherwise.`,
};

/** A doubt in one sentence. */
export function doubtOf({ code, count }: Pick<PopulationWarning, 'code' | 'count'>): string {
  return DOUBTS[code](count);
}

const REASONS: Readonly<Record<RuleReason, string>> = {
  approved_only_by_author: 'approved only by its author',
  nobody_approved: 'nobody approved it',
  author_not_known: 'its author is not known',
  done_too_late: 'done too late',
  not_done: 'not done',
  not_due_yet: 'still in time',
};

export function reasonOf(reason: RuleReason, days: number | null): string {
  return days === null ? REASONS[reason] : `${REASONS[reason]}, ${days} ${days === 1 ? 'day' : 'days'}`;
}

export function stateOf(row: Pick<Population, 'state' | 'superseded_by'>): string {
  if (row.superseded_by !== null) return `superseded by ${row.superseded_by}`;
  return row.state;
}

/** The first sentence of a population's page. */
export function sentenceOf(row: Population): string {
  const days = row.first_event === null ? '' : `, ${row.first_event} to ${row.last_event ?? row.first_event}`;
  const rows = `${row.rows} ${row.rows === 1 ? 'row' : 'rows'}${days}`;
  if (row.superseded_by !== null) return `${rows}; ${row.superseded_by} has taken its place.`;
  if (row.state === 'frozen') return `${rows}; frozen by ${row.frozen_by ?? ''}, and never changed since.`;
  const missing = row.missing.length;
  return missing === 0
    ? `${rows}; everything is told, so it can be frozen.`
    : `${rows}; ${missing} ${missing === 1 ? 'thing' : 'things'} to say before it can be frozen.`;
}
