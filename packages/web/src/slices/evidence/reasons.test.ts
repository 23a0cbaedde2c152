// The inbox names every reason, and lists nothing that is in order.
import { expect, it } from 'vitest';
import { inbox, reasonLine, reasonsOf } from './reasons.ts';
import { record, serving } from './testing/rows.ts';

const today = '2026-06-12';
const pending = { state: 'pending', by: null, at: null, reason: null } as const;

it('has no reason for a record that is in order, withdrawn or rejected', () => {
  expect(reasonsOf(record({}), today)).toEqual([]);
  expect(reasonsOf(record({ withdrawn: true, review: pending }), today)).toEqual([]);
  const rejected = { state: 'rejected', by: 'x', at: null, reason: 'no' } as const;
  expect(reasonsOf(record({ review: rejected, controls: [] }), today)).toEqual([]);
});

it('names several reasons at once, the review first, with the days in words', () => {
  const row = record({
    review: pending,
    outside_every_window: true,
    controls: [serving('C-43', 'supports', 'outside_window')],
  });
  expect(reasonsOf(row, today).map(({ text }) => text)).toEqual([
    'Waits for a reviewer for 10 days; brought by Ines',
    'Outside the SOC 2 period: 40 days before the period begins',
  ]);
});

it('says all reasons in one line', () => {
  expect(reasonLine(record({ review: pending, controls: [] }), today)).toBe(
    'Waits for a reviewer for 10 days; brought by Ines; no control leans on it, so it proves nothing yet',
  );
});

it('counts by reason and leaves out what is only captured late', () => {
  const { waiting, counts } = inbox(
    [
      record({ code: 'E-1', reconstructed: true }),
      record({ code: 'E-2', controls: [] }),
      record({ code: 'E-3', review: pending, controls: [] }),
    ],
    today,
  );
  expect(waiting.map((row) => row.code)).toEqual(['E-2', 'E-3']);
  expect(counts).toEqual({ pending: 1, outside_window: 0, unmapped: 2, late: 1 });
});
