// Why a record asks for attention: nobody has reviewed it, it lies outside what is examined, no control leans on it.
import type { EvidenceRow } from './records.ts';

export const WHYS = ['pending', 'outside_window', 'unmapped', 'late'] as const;
export type Why = (typeof WHYS)[number];

export interface Reason {
  readonly why: Why;
  readonly text: string;
}

/** Every reason, in the order in which they are dealt with; none for a record that is in order. */
export function reasonsOf(row: EvidenceRow, today: string): readonly Reason[] {
  if (row.withdrawn || row.review.state === 'rejected') return [];
  const reasons: Reason[] = [];
  if (row.review.state === 'pending')
    reasons.push({ why: 'pending', text: `${waited(row, today)}; brought by ${row.collected_by}` });
  if (row.outside_every_window) reasons.push({ why: 'outside_window', text: outside(row) });
  if (row.controls.length === 0)
    reasons.push({ why: 'unmapped', text: 'No control leans on it, so it proves nothing yet' });
  if (row.reconstructed)
    reasons.push({ why: 'late', text: 'Captured long after it was performed: needs independent support' });
  return reasons;
}

/** Records that ask for attention, with how many for each reason. */
export function inbox(
  rows: readonly EvidenceRow[],
  today: string,
): {
  readonly waiting: readonly EvidenceRow[];
  readonly counts: Readonly<Record<Why, number>>;
} {
  const counts = { pending: 0, outside_window: 0, unmapped: 0, late: 0 };
  const waiting = rows.filter((row) => {
    const reasons = reasonsOf(row, today);
    for (const { why } of reasons) counts[why] += 1;
    // A late capture alone was a reviewer's to judge; it is listed while something else is open.
    return reasons.some(({ why }) => why !== 'late');
  });
  return { waiting, counts };
}

function waited(row: EvidenceRow, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(row.received_at.slice(0, 10))) / 86_400_000);
  if (days <= 0) return 'Came today, waits for a reviewer';
  return days === 1 ? 'Waits for a reviewer since yesterday' : `Waits for a reviewer for ${days} days`;
}

function outside(row: EvidenceRow): string {
  const said = row.controls.find((control) => control.soc2.state === 'outside_window')?.soc2.reason;
  return said === undefined ? 'Outside the examined SOC 2 time' : `Outside the SOC 2 period: ${lower(said)}`;
}

/** All reasons as one line. */
export function reasonLine(row: EvidenceRow, today: string): string {
  const [first = '', ...rest] = reasonsOf(row, today).map(({ text }) => text);
  return [first, ...rest.map(lower)].join('; ');
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
