// A company to reckon with: forty-five people, one site, two systems, ninety-seven days of work.
import type { PlainDate } from '../../../kernel/index.ts';
import { parsePlainDate } from '../../../kernel/index.ts';
import type { Situation } from '../../situation.ts';

export function situationOf(given: Partial<Situation>): Situation {
  return {
    today: dayOf('2026-03-02'),
    currency: 'USD',
    rates: {},
    buyers: [],
    asked: [],
    deals: [],
    clauses: [],
    publicProof: 'useful',
    data: ['business'],
    people: 45,
    sites: 1,
    systems: 2,
    existing: {
      remaining: [
        { role: 'security_lead', serves: 'shared', days: 30 },
        { role: 'engineering_lead', serves: 'shared', days: 20 },
        { role: 'platform_engineer', serves: 'shared', days: 15 },
        { role: 'security_lead', serves: 'iso', days: 18 },
        { role: 'founder', serves: 'iso', days: 4 },
        { role: 'security_lead', serves: 'soc2', days: 10 },
      ],
      evidenceDays: 0,
      held: [],
      others: [],
    },
    budget: undefined,
    capacity: {},
    runwayMonths: undefined,
    wantsBoth: false,
    ...given,
  };
}

export function dayOf(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (!day) throw new Error(`no day: ${text}`);
  return day;
}
