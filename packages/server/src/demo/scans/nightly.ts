// What the nightly audit found: three checks over the code host and the fleet, a file for each week, and three nights
// on which nothing ran.
import type { ColumnMapping } from '@assay/sources';
import type { Calendar } from '../calendar.ts';
import { CODE_REVIEWER, csvLines, type ScanFile } from './scan.ts';

/** Days before today on which the first night was, and on which no night ran because the runner's token had expired. */
const FIRST_NIGHT = 98;
const SILENT = [41, 40, 39];

/** Nights on which the audit ran, by days before today, eldest first. */
export const NIGHTS: readonly number[] = Array.from(
  { length: FIRST_NIGHT },
  (_, at) => FIRST_NIGHT - at,
).filter((daysAgo) => !SILENT.includes(daysAgo));

/** Check, the control that it speaks for, and what it looks at. */
export const AUDIT_CHECKS = [
  ['repository_access', 'C-47', ['booking', 'customs', 'billing-export', 'infrastructure']],
  ['clock_drift', 'C-61', ['web-1', 'web-2', 'worker-1', 'database-1']],
  ['branch_protection', 'C-78', ['booking', 'customs', 'billing-export', 'infrastructure']],
] as const;

/** Results of one night. */
export const AUDIT_ROWS = AUDIT_CHECKS.reduce((sum, [, , subjects]) => sum + subjects.length, 0);

/** Nights on which a repository stood without protection after it was renamed: found and mended within the week. */
const UNPROTECTED = [55, 54, 53];

const COLUMNS: ColumnMapping = {
  check: 'Check',
  subject: 'Subject',
  status: 'Result',
  observedAt: 'Seen at',
  statuses: { ok: 'pass', wrong: 'fail' },
};

export function nightly(on: Calendar): readonly ScanFile[] {
  const weeks = Map.groupBy(NIGHTS, (daysAgo) => Math.floor((daysAgo - 1) / 7));
  return [...weeks].map(([week, nights]): ScanFile => {
    const daysAgo = week * 7 + 1;
    return {
      filename: `nightly-audit-${on.ago(daysAgo)}.csv`,
      daysAgo,
      arrived: '05:20',
      text: csvLines([
        ['Check', 'Subject', 'Result', 'Seen at'],
        ...nights.flatMap((night) => rowsOf(on, night)),
      ]),
      method: 'ci',
      columns: COLUMNS,
      called: { title: `Nightly audit, week to ${on.ago(daysAgo)}`, kind: 'scan' },
      acceptedBy: CODE_REVIEWER,
    };
  });
}

function rowsOf(on: Calendar, night: number): readonly (readonly string[])[] {
  return AUDIT_CHECKS.flatMap(([check, , subjects]) =>
    subjects.map((subject) => {
      const wrong =
        check === 'branch_protection' && subject === 'billing-export' && UNPROTECTED.includes(night);
      return [check, subject, wrong ? 'wrong' : 'ok', `${on.ago(night)}T02:00:00Z`];
    }),
  );
}
