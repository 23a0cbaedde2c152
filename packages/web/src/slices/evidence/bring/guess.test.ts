// Guesses come from the name first and the text second, and never lie in the future.
import { expect, it } from 'vitest';
import { guess, titleOf } from './guess.ts';

const today = '2026-11-24';

it('reads control, day and title from a name', () => {
  expect(guess('C-48_2026-09-14_service-accounts.md', '', today)).toMatchObject({
    title: 'Service accounts',
    performed: '2026-09-14',
    controls: ['C-48'],
    from: { title: 'the name', performed: 'the name', controls: 'the name', kind: 'the name' },
  });
});

it('takes a heading before the name, and a day of the text where the name has none', () => {
  expect(guess('notes.md', '# Management review\n\nHeld on 2026-06-30 in Rotterdam.', today)).toMatchObject({
    title: 'Management review',
    performed: '2026-06-30',
    from: { title: 'the text', performed: 'the text' },
  });
});

it.each([
  ['access-review-2026-Q3.pdf', '2026-07-01', '2026-09-30', '2026-09-30'],
  ['Q4 2025 backups.xlsx', '2025-10-01', '2025-12-31', '2025-12-31'],
  ['log_2026-02.csv', '2026-02-01', '2026-02-28', '2026-02-28'],
  ['access-review-2026-Q4.pdf', '2026-10-01', '2026-12-31', today],
])('reads the period of %s', (...[name, first, last, performed]) => {
  expect(guess(name, '', today)).toMatchObject({ first, last, performed });
});

it.each(['2027-01-01 plan.pdf', 'version-20269914.pdf', 'report 1.2.3.pdf'])(
  'guesses no day from %s and says so',
  (name) => {
    const guessed = guess(name, '', today);
    expect(guessed.performed).toBe(today);
    expect(guessed.from.performed).toBeUndefined();
  },
);

it.each([
  ['a.PNG', 'screenshot'],
  ['tabletop-minutes.pdf', 'record'],
  ['leavers.csv', 'population'],
  ['invoice.csv', 'export'],
  ['main.tf', 'configuration'],
  ['handbook.pdf', 'document'],
  ['blob', 'document'],
])('%s is a %s', (name, kind) => expect(guess(name, '', today).kind).toBe(kind));

it.each([
  ['backup/restore_test-2026-05-01.pdf', 'Restore test'],
  ['prowler.ocsf.json', 'Prowler'],
  ['2026-05-01.pdf', '2026-05-01.pdf'],
])('%s is called %s', (name, title) => expect(titleOf(name)).toBe(title));
