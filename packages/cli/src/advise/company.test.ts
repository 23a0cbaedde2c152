// A company in a file gets the same advice every day, or one place where the file is wrong.
import { branded, type PlainDate } from '@assay/core';
import { expect, test } from 'vitest';
import { ganttLines } from '../plan/gantt.ts';
import { adviseCompany } from './company.ts';

const TODAY = branded<PlainDate>('2026-12-01');
const LATER = branded<PlainDate>('2027-06-01');

test.each([
  [{ pepole: 3 }, '/pepole'],
  [{ deals: [{ name: 'a', colour: 'red' }] }, '/deals/0'],
  [{ buyers: [{ region: 'canada', segment: 'saas', percent: 90 }] }, '/buyers'],
  [{ public_proof: 'perhaps' }, '/public_proof'],
  [{ figures: { nothing: { value: 1, because: 'a guess' } } }, '/figures/nothing'],
  [7, '/'],
])('what cannot be advised on is refused with its place: %j', (given, pointer) => {
  const made = adviseCompany(given, TODAY);
  expect('pointer' in made ? made.pointer : '').toContain(pointer);
});

test('a file that says which day is today is answered the same on any other day', () => {
  const file = { today: '2026-12-01', people: 12 };
  const [one, other] = [adviseCompany(file, TODAY), adviseCompany(file, LATER)];
  if ('pointer' in one || 'pointer' in other) throw new Error('the file is refused');
  expect(one.advice.sentence).toBe(other.advice.sentence);
});

test('gaps of a lane are one bar, and what is in hand is a point', () => {
  const task = {
    lane: 'iso',
    kind: 'effort',
    start: '2026-12-01',
    end: '2026-12-05',
    critical: false,
  } as const;
  const lines = ganttLines(
    [
      { ...task, id: 'give_evidence:C-01', title: 'a' },
      { ...task, id: 'give_evidence:C-02', title: 'b' },
      {
        ...task,
        id: 'certificate',
        title: 'Certificate',
        kind: 'milestone',
        start: '2026-12-31',
        end: '2026-12-31',
      },
    ],
    100,
  );
  expect(lines.length).toBe(4);
  expect(lines[1]).toContain('Close gaps, ISO 27001 (2)');
  expect(lines[2]).toContain('◆');
});
