// What Harbourline has decided: which controls it took up and when, and what of Annex A applies.
import type { Control } from '@assay/core';

/** Taken up, not yet running. */
export const PLANNED: readonly string[] = ['C-20', 'C-27', 'C-55', 'C-75'];
/** Nobody has decided. */
export const UNDECIDED: readonly string[] = ['C-12', 'C-22', 'C-38', 'C-39', 'C-96'];
/** Refused, with the reason. */
export const REFUSED: Readonly<Record<string, string>> = {
  'C-84': 'All code is written by employees; there is no outsourced development to direct.',
};

/** Days before today on which controls of a kind were put in place. */
export const IN_PLACE: Readonly<Record<Control['kind'], number>> = {
  policy: 284,
  manual: 268,
  event: 214,
  automated: 126,
};
/** Days before today on which the plans for the rest were made. */
export const PLANS_MADE = 66;

/** Annex A controls that do not apply, with the justification. */
export const EXCLUDED: Readonly<Record<string, string>> = {
  'A.8.30':
    'No development is outsourced; the statement will be revisited before any contractor writes code.',
  'A.7.12':
    'The office has no cabling of its own that carries production data; staff use the building’s wireless network and encrypted connections.',
};
/** Nobody has decided these as they stand today; A.7.4 is marked “n/a” without a reason, which is no decision. */
export const OPEN: readonly string[] = ['A.5.6', 'A.7.4', 'A.8.11', 'A.8.12', 'A.8.23', 'A.8.33'];

/** The company's own word on what a check speaks for, and days before today on which it was given. */
export const CHECKS_MAPPED: readonly (readonly [string, string, number])[] = [
  ['csv:access_review', 'C-43', 193],
  ['csv:leaver_access_closed', 'C-30', 111],
  ['csv:repository_access', 'C-47', 91],
  ['csv:clock_drift', 'C-61', 91],
  ['csv:branch_protection', 'C-78', 91],
  ['junit:restore.schedule', 'C-91', 100],
  ['junit:restore.billing', 'C-91', 100],
  ['junit:restore.documents', 'C-91', 100],
  ['junit:restore.keys', 'C-91', 100],
  ['osquery-report:disk-encryption', 'C-57', 74],
  ['osquery-report:screen-lock', 'C-57', 74],
  ['securityhub:CloudTrail.1', 'C-67', 60],
  ['securityhub:GuardDuty.1', 'C-68', 60],
  ['securityhub:RDS.3', 'C-50', 60],
];
