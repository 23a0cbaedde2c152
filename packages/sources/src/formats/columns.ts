// Guesses which column of a table holds what, for a person to confirm; a guess is never used by itself.
import { rowsOf } from '../stream/csv.ts';
import type { ColumnMapping, Head } from '../read/reader.ts';
import { statusOfWord } from './statusWords.ts';

/** Words that headers use, the surest first. */
const NAMES: Readonly<
  Record<'check' | 'subject' | 'status' | 'observedAt' | 'severity' | 'message', readonly string[]>
> = {
  check: [
    'check',
    'check id',
    'checkid',
    'control id',
    'control',
    'rule id',
    'rule',
    'policy',
    'test',
    'test id',
    'benchmark id',
    'plugin id',
    'title',
    'name',
  ],
  subject: [
    'resource',
    'resource id',
    'resource uid',
    'resource arn',
    'arn',
    'subject',
    'asset',
    'asset id',
    'host',
    'hostname',
    'instance',
    'target',
    'device',
    'user',
    'email',
    'account',
    'file',
    'url',
    'ip',
  ],
  status: ['status', 'result', 'outcome', 'state', 'compliance', 'compliance status', 'verdict', 'pass fail'],
  observedAt: [
    'timestamp',
    'observed at',
    'checked at',
    'scanned at',
    'scan date',
    'last seen',
    'last checked',
    'time',
    'date',
    'created at',
    'updated at',
  ],
  severity: ['severity', 'risk', 'criticality', 'priority', 'level'],
  message: [
    'message',
    'description',
    'details',
    'status extended',
    'reason',
    'comment',
    'remediation',
    'note',
    'notes',
  ],
};

/** A mapping for a table that has columns for check, subject and status; undefined when it has not. */
export function suggestColumns(head: Head): ColumnMapping | undefined {
  const [header, ...rows] = rowsOf(head.whole ? `${head.text}\n` : head.text).filter(
    (row) => row.cells.length > 1,
  );
  if (!header || header.cells.length < 3 || rows.length === 0 || /[\u0000{}<>]/.test(header.cells.join('')))
    return undefined;
  const taken = new Set<number>();
  const find = (role: keyof typeof NAMES): string | undefined => {
    const place = placeOf(header.cells, NAMES[role], taken);
    if (place !== undefined) taken.add(place);
    return place === undefined ? undefined : header.cells[place]?.trim();
  };
  const status =
    find('status') ??
    statusByWords(
      header.cells,
      rows.map((row) => row.cells),
      taken,
    );
  const check = find('check');
  const subject = find('subject');
  if (check === undefined || subject === undefined || status === undefined) return undefined;
  const observedAt = find('observedAt');
  const severity = find('severity');
  const message = find('message');
  return {
    check,
    subject,
    status,
    ...(observedAt ? { observedAt } : {}),
    ...(severity ? { severity } : {}),
    ...(message ? { message } : {}),
  };
}

function placeOf(
  cells: readonly string[],
  names: readonly string[],
  taken: ReadonlySet<number>,
): number | undefined {
  const plain = cells.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s_/.-]+/g, ' '),
  );
  for (const name of names) {
    const place = plain.findIndex((cell, i) => cell === name && !taken.has(i));
    if (place >= 0) return place;
  }
  return undefined;
}

/** A column without a telling name whose cells nearly all say pass or fail. */
function statusByWords(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  taken: Set<number>,
): string | undefined {
  const place = header.findIndex(
    (_, i) => rows.filter((cells) => statusOfWord(cells[i] ?? '') !== undefined).length > rows.length * 0.9,
  );
  if (place >= 0) taken.add(place);
  return place < 0 ? undefined : header[place]?.trim();
}
