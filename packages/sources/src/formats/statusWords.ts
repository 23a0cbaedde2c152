// The words that people write into a status column, and what each means.
import type { ObservationStatus } from '@assay/core';
import type { StatusTable } from '../read/reader.ts';
import { meaningOf } from '../read/words.ts';

export const STATUS_WORDS: StatusTable = {
  pass: 'pass',
  passed: 'pass',
  ok: 'pass',
  compliant: 'pass',
  success: 'pass',
  fail: 'fail',
  failed: 'fail',
  failure: 'fail',
  noncompliant: 'fail',
  'non-compliant': 'fail',
  non_compliant: 'fail',
  'not compliant': 'fail',
  error: 'error',
  'not applicable': 'not_applicable',
  not_applicable: 'not_applicable',
  'n/a': 'not_applicable',
  unknown: 'unknown',
  manual: 'unknown',
};

/** The status that a word means, without regard to case; undefined when it is none of the list. */
export function statusOfWord(word: string): ObservationStatus | undefined {
  return meaningOf(STATUS_WORDS, word.trim().toLowerCase());
}
