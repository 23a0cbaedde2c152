// What Harbourline merged into production since its lists begin: two changes a week, each read by somebody else.
import type { Calendar } from './calendar.ts';
import { PEOPLE } from './people.ts';

const SUBJECTS = [
  'Invoices name the berth',
  'Retry webhooks with a longer pause',
  'Upgrade the TLS library',
  'Export of tide tables as CSV',
  'Limit sign-in attempts by address',
  'Backups are verified after they are written',
] as const;

const ENGINEERS = PEOPLE.filter(({ team }) => team === 'engineering' || team === 'platform');

/** Rows of a table: commit, days, people; from `since` days ago to yesterday. */
export function mergedChanges(on: Calendar, since: number): readonly (readonly string[])[] {
  const header = ['commit', 'merged_on', 'approved_on', 'author', 'approvers', 'pull_request', 'subject'];
  const rows = Array.from({ length: Math.floor((since - 1) / 3.5) }, (_, i) => {
    const ago = since - 1 - Math.floor(i * 3.5);
    const author = ENGINEERS[i % ENGINEERS.length];
    const reader = ENGINEERS[(i * 5 + 3) % ENGINEERS.length];
    const other = reader === author ? ENGINEERS[(i + 1) % ENGINEERS.length] : reader;
    const commit = ((i + 17) * 2_654_435_761).toString(16).padStart(12, '0').slice(-12);
    const named = (person: typeof author): string => (person ? `${person.name} <${person.mail}>` : '');
    const subject = SUBJECTS[i % SUBJECTS.length] ?? '';
    return [commit, on.ago(ago), on.ago(ago), named(author), named(other), `#${410 + i}`, subject];
  });
  return [header, ...rows];
}
