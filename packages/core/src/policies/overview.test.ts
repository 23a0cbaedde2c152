// What is said of all policies and of one: every number with its whole, nobody named is not everybody.
import { expect, test } from 'vitest';
import { parsePlainDate, type PlainDate } from '../kernel/index.ts';
import { acknowledged } from './acknowledgement.ts';
import { policiesSentence, policyCounts, policySentence, type PolicyFacts } from './overview.ts';

const day = (text: string): PlainDate => {
  const found = parsePlainDate(text);
  if (!found) throw new Error(text);
  return found;
};
const held: PolicyFacts = {
  standing: { state: 'published', inForce: 2, next: undefined, reviewOn: day('2027-01-01') },
  acknowledged: acknowledged(['Ines', 'Tom'], ['Ines', 'Tom']),
  sameness: { verdict: 'own' },
};
const draft: PolicyFacts = {
  standing: { state: 'draft', inForce: undefined, next: 1, reviewOn: undefined },
  acknowledged: undefined,
  sameness: { verdict: 'unmodified' },
};
const retired: PolicyFacts = {
  standing: { state: 'retired', inForce: undefined, next: undefined, reviewOn: undefined },
  acknowledged: undefined,
  sameness: undefined,
};

test('policies are counted of those that are not retired; a policy that names nobody is not confirmed', () => {
  const nobody = { ...held, acknowledged: acknowledged([], []) };
  const due: PolicyFacts = { ...held, standing: { ...held.standing, state: 'review_due' } };
  const counts = policyCounts([held, nobody, due, draft, retired]);
  expect(counts).toEqual({
    policies: 4,
    in_force: 3,
    review_due: 1,
    waiting: 1,
    unconfirmed: 1,
    unmodified: 1,
    retired: 1,
  });
  expect(policiesSentence(counts)).toBe(
    '3 of 4 policies are in force; 1 is due for review, 1 has a version that is not published, 1 of those in force is not confirmed by everybody named and 1 is still the template word for word.',
  );
  expect(policiesSentence(policyCounts([held]))).toBe('1 of 1 policy is in force.');
  expect(policiesSentence(policyCounts([]))).toContain('no policy yet');
});

test('one policy says what is in force, what is due, who confirmed it and what is written beside it', () => {
  expect(policySentence(held, day('2026-01-01'), [])).toBe(
    'Version 2 is in force since 2026-01-01, due for review on 2027-01-01; 2 of 2 people named have confirmed it.',
  );
  expect(policySentence(draft, undefined, ['company', 'team'])).toBe(
    'Version 1 is a draft that nobody has approved, with 2 places to fill. Its text is the template’s, word for word.',
  );
  expect(
    policySentence({ ...held, standing: { ...held.standing, state: 'review_due', next: 3 } }, undefined, []),
  ).toBe(
    'Version 2 is in force, and has been due for review since 2027-01-01; 2 of 2 people named have confirmed it. Version 3 is being written.',
  );
  expect(policySentence(retired, undefined, [])).toContain('retired');
});
