// What stands where nobody said anything: each value is shown with why it is that one, and every field may be answered.
import type { OwnerRole } from '../controls/index.ts';
import type { Capacity, RemainingWork, Situation, SituationField } from './situation.ts';

/**
 * The work of a company that has nothing: first effort of the shipped controls that answer ISO/IEC 27001:2022 or the
 * security criteria with more than support, by who owns them. A test holds it to content/controls.
 */
export const FROM_NOTHING: readonly RemainingWork[] = [
  work('founder', [8.5, 0, 1]),
  work('security_lead', [43.25, 3.75, 0]),
  work('engineering_lead', [11.75, 1.5, 0]),
  work('platform_engineer', [21.25, 1.75, 0.5]),
  work('people_lead', [8, 0, 0]),
  work('it_admin', [10.5, 0.75, 0]),
  work('product_lead', [3, 3, 0]),
  work('finance_lead', [0, 0, 1.5]),
  work('legal_counsel', [4, 3, 0]),
].flat();

/** Person-days a month of a company that gives one person two thirds of its time and of the others a few days. */
const USUAL_CAPACITY: Capacity = {
  founder: 3,
  security_lead: 14,
  engineering_lead: 4,
  platform_engineer: 7,
  people_lead: 3,
  it_admin: 4,
  product_lead: 2,
  finance_lead: 1,
  legal_counsel: 2,
};

/** A field with what is taken where nobody answered it, and why that. */
export type Defaults = {
  readonly [F in SituationField]: { readonly value: Situation[F]; readonly why: string };
};

export const DEFAULTS: Defaults = {
  currency: { value: 'USD', why: 'The published ranges are in US dollars, so no rate is needed.' },
  rates: {
    value: {},
    why: 'A rate is entered, never fetched: the same answers give the same advice on any day.',
  },
  buyers: {
    value: [],
    why: 'Where buyers are is not guessed: it decides too much. Until somebody says, it speaks for nothing.',
  },
  asked: { value: [], why: 'No questionnaire or request that names a credential was counted or entered.' },
  deals: { value: [], why: 'No sale is known to wait for a credential.' },
  clauses: { value: [], why: 'No contract or tender is known to name a credential.' },
  publicProof: { value: 'not_needed', why: 'A need to show a proof in public is one that somebody states.' },
  data: {
    value: ['business', 'personal'],
    why: 'Nearly every service holds the data of its customers’ business and the names of their people.',
  },
  people: {
    value: 20,
    why: 'The size at which a first credential is most often asked for; change it first.',
  },
  sites: { value: 1, why: 'One office, or none: people who work from home are no further site.' },
  systems: {
    value: 5,
    why: 'Cloud account, code, identity, tickets and personnel: the fewest that are looked at.',
  },
  existing: {
    value: { remaining: FROM_NOTHING, evidenceDays: 0, held: [], others: [] },
    why: 'Nothing is taken to be there: the first effort of every control that either framework asks for remains.',
  },
  budget: { value: undefined, why: 'No ceiling was named, so none shuts an option out.' },
  capacity: {
    value: USUAL_CAPACITY,
    why: 'One person for security at two thirds of its time and a few days a month of the others; an assumption that is worth replacing.',
  },
  runwayMonths: { value: undefined, why: 'How long the money lasts was not made a question.' },
  wantsBoth: { value: false, why: 'The second credential is a wish that somebody states.' },
};

/** Person-days for both frameworks, for ISO alone, for SOC 2 alone. */
function work(
  role: OwnerRole,
  [shared, iso, soc2]: readonly [number, number, number],
): readonly RemainingWork[] {
  const all: readonly RemainingWork[] = [
    { role, serves: 'shared', days: shared },
    { role, serves: 'iso', days: iso },
    { role, serves: 'soc2', days: soc2 },
  ];
  return all.filter(({ days }) => days > 0);
}
