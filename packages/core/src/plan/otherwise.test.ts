import { expect, test } from 'vitest';
import { otherwiseSentence } from './otherwise.ts';

test.each([
  [
    'capacity',
    { security_lead: 18, platform_engineer: 9 },
    'Capacity: security lead 18, platform engineer 9.',
  ],
  ['wants_both', true, 'Wants both: yes.'],
  ['option', 'type2_directly', 'Option: type2 directly.'],
  ['deals', [{ name: 'Larkspur Freight', amount: 9 }], 'Deals: Larkspur Freight.'],
  ['buyers', [{ region: 'united_states', segment: 'saas', percent: 80 }], 'Buyers: united states saas 80.'],
  ['leads', { stage1: { min: 1, mode: 2, max: 4 } }, 'Leads: stage1 1 to 2 to 4.'],
  ['holidays', [], 'Holidays: none.'],
  ['budget', null, 'Budget: none.'],
])('%s is told in words', (field, value, sentence) => {
  expect(otherwiseSentence(field, value)).toBe(sentence);
});
