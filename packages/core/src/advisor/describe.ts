// From answers to a situation: what a person said goes before what was counted, and that before what is assumed.
import { compareText, type PlainDate } from '../kernel/index.ts';
import { DEFAULTS } from './defaults.ts';
import type { Answers, Described, FieldOrigin, Situation, SituationField } from './situation.ts';

/** All fields, in the order in which they are asked. */
export const SITUATION_FIELDS = [
  'buyers',
  'asked',
  'deals',
  'clauses',
  'publicProof',
  'wantsBoth',
  'people',
  'sites',
  'systems',
  'data',
  'existing',
  'capacity',
  'budget',
  'runwayMonths',
  'currency',
  'rates',
] as const satisfies readonly SituationField[];

/** `counted`: what the organisation's own records say, such as what questionnaires asked and what is in place. */
export function describe(answers: Answers, counted: Answers, today: PlainDate): Described {
  const value = <F extends SituationField>(field: F): Situation[F] => {
    const [answer, count]: readonly (Situation[F] | undefined)[] = [answers[field], counted[field]];
    return answer ?? count ?? DEFAULTS[field].value;
  };
  const origin = (field: SituationField): FieldOrigin =>
    answers[field] !== undefined ? 'entered' : counted[field] !== undefined ? 'counted' : 'assumed';
  return {
    situation: {
      today,
      currency: value('currency'),
      rates: value('rates'),
      buyers: value('buyers'),
      asked: value('asked'),
      deals: value('deals'),
      clauses: value('clauses'),
      publicProof: value('publicProof'),
      data: value('data'),
      people: value('people'),
      sites: value('sites'),
      systems: value('systems'),
      existing: value('existing'),
      budget: value('budget'),
      capacity: value('capacity'),
      runwayMonths: value('runwayMonths'),
      wantsBoth: value('wantsBoth'),
    },
    origins: {
      currency: origin('currency'),
      rates: origin('rates'),
      buyers: origin('buyers'),
      asked: origin('asked'),
      deals: origin('deals'),
      clauses: origin('clauses'),
      publicProof: origin('publicProof'),
      data: origin('data'),
      people: origin('people'),
      sites: origin('sites'),
      systems: origin('systems'),
      existing: origin('existing'),
      budget: origin('budget'),
      capacity: origin('capacity'),
      runwayMonths: origin('runwayMonths'),
      wantsBoth: origin('wantsBoth'),
    },
  };
}

/** The same situation with its lists in one order: an answer does not depend on the order in which things were typed. */
export function ordered(situation: Situation): Situation {
  return {
    ...situation,
    buyers: situation.buyers.toSorted((a, b) =>
      compareText(`${a.region} ${a.segment}`, `${b.region} ${b.segment}`),
    ),
    asked: situation.asked.toSorted((a, b) => compareText(a.need, b.need)),
    deals: situation.deals.toSorted((a, b) => compareText(a.due, b.due) || compareText(a.name, b.name)),
    clauses: situation.clauses.toSorted((a, b) => compareText(a.due, b.due) || compareText(a.name, b.name)),
    data: situation.data.toSorted(compareText),
    existing: {
      ...situation.existing,
      remaining: situation.existing.remaining.toSorted((a, b) =>
        compareText(`${a.role} ${a.serves}`, `${b.role} ${b.serves}`),
      ),
      held: situation.existing.held.toSorted(compareText),
      others: situation.existing.others.toSorted(compareText),
    },
  };
}
