import { expect, test } from 'vitest';
import type { PolicyRow } from './policies.ts';
import { reviewRiver } from './river.ts';

const row = (code: string, review_on: PolicyRow['review_on']): PolicyRow => ({
  code,
  title: code,
  version: 1,
  state: 'published',
  in_force: 1,
  next: null,
  review_on,
  owner: 'founder',
  reviewer: null,
  template: null,
  file: null,
  sameness: null,
  answers: [],
  controls: [],
  missing: [],
  acknowledged: null,
});

test('each dated policy lies in one stretch: due by today, in a month, or later', () => {
  const river = reviewRiver(
    [
      row('A', '2026-11-30'),
      row('B', '2026-12-01'),
      row('C', '2026-11-01'),
      row('D', '2027-10-31'),
      row('E', '2027-11-01'),
      row('F', null),
    ],
    '2026-11-30',
  );
  expect(river.map(({ name, policies }) => [name, policies.map(({ code }) => code).join('')])).toEqual([
    ['Due', 'CA'],
    ['Nov 2026', ''],
    ['Dec', 'B'],
    ['Jan 2027', ''],
    ...['Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep'].map((name) => [name, '']),
    ['Oct', 'D'],
    ['Later', 'E'],
  ]);
});
