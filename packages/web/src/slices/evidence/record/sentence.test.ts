// A record's first line answers what it is worth, in both frameworks.
import { expect, it } from 'vitest';
import { record, serving } from '../testing/rows.ts';
import { recordSentence } from './sentence.ts';

const review = (state: 'pending' | 'rejected') => ({ state, by: null, at: null, reason: null });

it.each([
  [record({}), 'It proves its one control in ISO/IEC 27001 and in SOC 2.'],
  [
    record({ controls: [serving('C-1', 'stale')] }),
    'It proves its one control in SOC 2 but not in ISO/IEC 27001.',
  ],
  [
    record({ controls: [serving('C-1', 'supports', 'outside_window')] }),
    'It proves its one control in ISO/IEC 27001 but not in SOC 2.',
  ],
  [
    record({ controls: [serving('C-1', 'stale', 'stale')] }),
    'It proves its one control in neither framework.',
  ],
  [
    record({ controls: [serving('C-1'), serving('C-2', 'stale')] }),
    'Of 2 controls it supports 1 in ISO/IEC 27001 and 2 in SOC 2.',
  ],
  [record({ controls: [] }), 'It serves no control yet, so it proves nothing in either framework.'],
  [
    record({ review: review('pending') }),
    'It would serve its one control in both frameworks once somebody accepts it.',
  ],
  [record({ review: review('rejected') }), 'A reviewer rejected it; it counts for nothing.'],
  [
    record({
      withdrawn: true,
      erased: {
        reason: 'The person asked for it',
        basis: 'GDPR Art. 17(1)(b)',
        by: 'Ines',
        at: '2026-07-01T09:00:00.000Z',
      },
    }),
    'Its bytes were erased on 2026-07-01 by Ines (GDPR Art. 17(1)(b)): The person asked for it. It counts for nothing.',
  ],
  [record({ withdrawn: true }), 'This record is withdrawn; it counts for nothing, and its history stays.'],
])('%#: %s', (row, sentence) => expect(recordSentence(row)).toBe(sentence));
