// Lists of people as tables: who left and when the accounts closed, and who keeps which access.
import { addDays, type PlainDate } from '@assay/core';
import type { ColumnMapping } from '@assay/sources';
import { PEOPLE } from '../people.ts';
import { csvLines } from './scan.ts';

/** A leaver: name, days before today of the last day, days until the last account was closed. */
export type Leaver = readonly [string, number, number];

/** Days within which the accounts of a leaver are closed. */
const PROMISED = 1;

export const LEAVER_COLUMNS: ColumnMapping = {
  check: 'Check',
  subject: 'Person',
  status: 'Result',
  observedAt: 'Last account closed',
  message: 'Note',
  statuses: { 'in time': 'pass', late: 'fail' },
};

export function leaversText(today: PlainDate, leavers: readonly Leaver[]): string {
  return csvLines([
    ['Check', 'Person', 'Team', 'Last day', 'Last account closed', 'Result', 'Note'],
    ...leavers.map(([name, daysAgo, took], i) => [
      'leaver_access_closed',
      name,
      i % 2 === 0 ? 'support' : 'sales',
      addDays(today, -daysAgo),
      addDays(today, -daysAgo + took),
      took > PROMISED ? 'late' : 'in time',
      took > PROMISED
        ? `Closed after ${took} days against ${PROMISED}; the support desk account was not in the checklist.`
        : 'Laptop and badge returned on the last day.',
    ]),
  ]);
}

export const REVIEW_COLUMNS: ColumnMapping = {
  check: 'Check',
  subject: 'Grant',
  status: 'Decision',
  observedAt: 'Decided on',
  message: 'Decided by',
  statuses: { keep: 'pass', removed: 'pass', 'not answered': 'unknown' },
};

/** Which teams use which system, and who decides about it. */
const SYSTEMS: readonly (readonly [string, readonly string[], string])[] = [
  ['production', ['platform'], 'Adaeze Romano'],
  ['source code', ['engineering', 'platform'], 'Marek Dubois'],
  ['support desk', ['support', 'product'], 'Noor Haddad'],
  ['billing', ['office'], 'Elif Brandt'],
];

/** `odd` names grants that were not simply kept: `person system` and the decision. */
export function accessReviewText(day: PlainDate, odd: Readonly<Record<string, string>>): string {
  return csvLines([
    ['Check', 'Grant', 'System', 'Decision', 'Decided on', 'Decided by'],
    ...SYSTEMS.flatMap(([system, teams, by]) =>
      PEOPLE.filter((person) => teams.includes(person.team)).map((person) => {
        const grant = `${person.mail} ${system}`;
        return ['access_review', grant, system, odd[`${person.name} ${system}`] ?? 'keep', day, by];
      }),
    ),
  ]);
}
