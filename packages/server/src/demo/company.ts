// The demo company: Harbourline, forty people who sell scheduling software to freight forwarders.
// It is invented, mid-flight, and dated relative to today.
import type { Settings } from '../slices/access/access.module.ts';
import { addDays, type PlainDate } from '@assay/core';

export const DEMO_SLUG = 'harbourline';

/** Days before today on which the SOC 2 period began, and after today on which it ends: day 96 of 180. */
const WINDOW_BEGAN = 96;
const WINDOW_LEFT = 84;
/** Days before today on which the programme began. */
export const PROGRAMME_BEGAN = 210;

export function demoSettings(today: PlainDate): Settings {
  return {
    name: 'Harbourline',
    time_zone: 'Europe/Amsterdam',
    headcount: 41,
    scope_statement:
      'The Harbourline scheduling service and the people, processes and cloud accounts that build, run and support it, from the Rotterdam office and remote workplaces.',
    frameworks: ['iso27001:2022', 'soc2:2017'],
    categories: ['security', 'availability', 'confidentiality'],
    examination: { type: 'type2', from: addDays(today, -WINDOW_BEGAN), until: addDays(today, WINDOW_LEFT) },
    runs_on: ['AWS', 'GitHub', 'Google Workspace'],
    asked_by: 'both',
    deadline: addDays(today, 120),
    has_already: [],
  };
}

/** Controls that are not simply implemented: planned, refused with a reason, or not looked at. */
export const PLANNED: readonly string[] = [
  'Data leakage prevention',
  'Fraud risk assessment',
  'Web filtering and mail protection',
  'Evidence preservation',
  'Competence of control owners',
  'Privileged utility programs',
];
export const UNDECIDED: readonly string[] = [
  'Data masking and test data',
  'Physical monitoring and secure areas',
  'Contact with authorities and groups',
  'Insurance against disruption',
];
export const REFUSED: Readonly<Record<string, string>> = {
  'Outsourced development': 'All code is written by employees; there is no outsourced development to direct.',
};

/** Annex A controls that do not apply, with the justification, and those that nobody has decided yet. */
export const EXCLUDED: Readonly<Record<string, string>> = {
  'A.8.30':
    'No development is outsourced; the statement will be revisited before any contractor writes code.',
  'A.7.12':
    'The office has no cabling of its own that carries production data; staff use the building’s wireless network and encrypted connections.',
};
export const OPEN: readonly string[] = [
  'A.5.6',
  'A.5.28',
  'A.7.4',
  'A.7.6',
  'A.8.11',
  'A.8.12',
  'A.8.18',
  'A.8.23',
  'A.8.33',
  'A.8.34',
];

/** What went differently for single controls; everything else has fresh, accepted evidence. */
export interface Story {
  /** Days before today on which it was performed. */
  readonly daysAgo?: number;
  readonly review?: 'accepted' | 'pending' | 'rejected';
  readonly reason?: string;
  readonly none?: true;
}

export const STORIES: Readonly<Record<string, Story>> = {
  'Penetration test': { daysAgo: 430 },
  'Key management': { daysAgo: 416 },
  'Access reviews': { daysAgo: 103 },
  'Board or adviser oversight': { daysAgo: 131 },
  'Leaver process': {
    review: 'rejected',
    reason:
      'One of four leavers kept access for six days after the last day; the list must show when each account was disabled.',
  },
  'Management review': { review: 'pending' },
  'Supplier monitoring': { review: 'pending' },
  'Security awareness training': { review: 'pending' },
  'Incident exercise': { none: true },
  'Restore tests': { daysAgo: 58 },
  'Business continuity and disaster recovery plan': { none: true },
  'Performance and accountability reviews': { none: true },
  'Clear desk and clear screen': { none: true },
  'Internal audit': { daysAgo: 34 },
};
