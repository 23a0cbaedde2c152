// What interested parties told Harbourline: one entry was answered, one still waits; days are counted back from today.
import type { IsmsRecord } from '@assay/core';
import type { Calendar } from './calendar.ts';
import { OWNERS } from './people.ts';

type Feedback = Extract<IsmsRecord, { kind: 'feedback' }>;

interface Heard {
  /** Days before today on which it was written down, a day after it was said. */
  readonly daysAgo: number;
  readonly feedback: Feedback;
}

export function heardOf(on: Calendar): readonly Heard[] {
  return [
    {
      daysAgo: 63,
      feedback: {
        kind: 'feedback',
        party: 'Customers',
        on: on.ago(64),
        said: 'Two of the five largest ask where copies of their bookings lie, and whether the second region is in Europe.',
        source: 'Calls about the renewal',
        answer: {
          said: 'The list of regions is part of the contract; nothing leaves Europe, and a change is told 60 days before.',
          by: OWNERS.legal_counsel,
          on: on.ago(63),
        },
        withdrawn: null,
      },
    },
    {
      daysAgo: 38,
      feedback: {
        kind: 'feedback',
        party: 'Staff',
        on: on.ago(39),
        said: 'People at home lose half a morning when a laptop is exchanged: access comes back tool by tool.',
        source: 'Yearly survey, question 9',
        answer: null,
        withdrawn: null,
      },
    },
  ];
}
