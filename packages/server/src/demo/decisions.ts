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
/** Nobody has decided these; for A.7.4 the working copy says “n/a” without a reason, which is no decision. */
export const OPEN: readonly string[] = ['A.5.6', 'A.7.4', 'A.8.11', 'A.8.12', 'A.8.23', 'A.8.33'];

/** Days before today on which a theme of Annex A was decided, by the first part of its ids. */
export const DECIDED: Readonly<Record<string, number>> = { 'A.5': 262, 'A.6': 262, 'A.7': 247, 'A.8': 233 };

/** Why a control applies where a law, a contract or a risk says so; the others are baseline. */
export const BECAUSE: Readonly<Record<string, string>> = {
  'A.5.7': 'Risk R-6: a package carries hostile code.',
  'A.5.14': 'Contracts with nine terminals ask for signed messages.',
  'A.5.18': 'Risk R-2: a leaver keeps access.',
  'A.5.19': 'Contracts with customers: suppliers with data are told 30 days before.',
  'A.5.29': 'Risk R-4: the region is down for a day.',
  'A.5.30': 'Contracts with customers: back within four hours.',
  'A.5.31': 'Law: data protection, transport documents kept for seven years.',
  'A.5.34': 'Law: names of drivers stand in manifests (GDPR).',
  'A.6.5': 'Risk R-2: a leaver keeps access.',
  'A.8.7': 'Risk R-3: ransom on laptops.',
  'A.8.8': 'Risk R-6: a package carries hostile code.',
  'A.8.9': 'Risk R-9: a public bucket shows customers’ files.',
  'A.8.13': 'Contracts with customers: at most fifteen minutes are lost.',
  'A.8.14': 'Risk R-4: the region is down for a day.',
  'A.8.22': 'Risk R-1: a forwarder sees another forwarder’s bookings.',
  'A.8.28': 'Risk R-1: a forwarder sees another forwarder’s bookings.',
};

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
