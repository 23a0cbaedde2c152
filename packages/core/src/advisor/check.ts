// What a situation may not say: each fault names its field and says in one sentence what is wrong.
import { roleWords, type OwnerRole } from '../controls/index.ts';
import { err, ok, type PlainDate, type Result } from '../kernel/index.ts';
import { MOST_WINDOW_DAYS } from '../plan/index.ts';
import { ANCHOR_CURRENCY, isCurrency, rateOf } from './currency.ts';
import type { Situation } from './situation.ts';

export interface AdviceFault {
  /** JSON Pointer into the answers. */
  readonly pointer: string;
  readonly message: string;
}

/** Shares are typed by people: a third is 33.3. */
export const SHARE_TOLERANCE = 0.5;
/** Beyond this a date, a count or an amount is a slip of the hand. */
const MOST = {
  people: 1_000_000,
  sites: 10_000,
  systems: 100_000,
  money: 1e12,
  count: 1_000_000,
  months: 600,
};
/** Working days of a month; nobody has more. */
const MOST_DAYS_A_MONTH = 23;

type Faults = readonly AdviceFault[];

/** All that is wrong with a situation, in the order of its fields. */
export function checkSituation(situation: Situation): Result<Situation, Faults> {
  const faults = [
    ...moneyFaults(situation),
    ...buyerFaults(situation),
    ...askedFaults(situation),
    ...promiseFaults(situation),
    ...sizeFaults(situation),
    ...existingFaults(situation),
    ...capacityFaults(situation),
  ];
  return faults.length === 0 ? ok(situation) : err(faults);
}

function moneyFaults({ currency, rates, budget, runwayMonths }: Situation): Faults {
  const unknown = (pointer: string, code: string): Faults =>
    isCurrency(code) ? [] : [{ pointer, message: `“${code}” is no currency of ISO 4217.` }];
  return [
    ...unknown('/currency', currency),
    ...Object.entries(rates).flatMap(([code, rate]) => [
      ...unknown(`/rates/${code}`, code),
      ...(Number.isFinite(rate) && rate > 0
        ? []
        : [{ pointer: `/rates/${code}`, message: `A rate is a number above 0, not ${rate}.` }]),
    ]),
    ...(isCurrency(currency) && rateOf({ currency, rates }, ANCHOR_CURRENCY) === undefined
      ? [missingRate(ANCHOR_CURRENCY, currency, 'the published cost ranges are in it')]
      : []),
    ...(budget === undefined
      ? []
      : between('/budget', 'The budget', { value: budget, least: 0, most: MOST.money })),
    ...(runwayMonths === undefined
      ? []
      : between('/runway_months', 'The runway in months', {
          value: runwayMonths,
          least: 0,
          most: MOST.months,
        })),
  ];
}

function buyerFaults({ buyers }: Situation): Faults {
  if (buyers.length === 0) return [];
  const each = buyers.flatMap(({ percent }, i) =>
    between(`/buyers/${i}/percent`, 'A share of the pipeline', { value: percent, least: 0, most: 100 }),
  );
  if (each.length > 0) return each;
  const sum = Math.round(buyers.reduce((total, { percent }) => total + percent, 0) * 1000) / 1000;
  return [
    ...twice(
      buyers.map(({ region, segment }) => `${region}, ${segment}`),
      (i, name) => ({ pointer: `/buyers/${i}`, message: `The share of ${name} is given twice.` }),
    ),
    ...(Math.abs(sum - 100) <= SHARE_TOLERANCE
      ? []
      : [{ pointer: '/buyers', message: `The shares of the pipeline sum to ${sum}, not to 100.` }]),
  ];
}

function askedFaults({ asked }: Situation): Faults {
  return [
    ...asked.flatMap(({ count }, i) =>
      whole(`/asked/${i}/count`, 'A count of requests', { value: count, least: 0, most: MOST.count }),
    ),
    ...twice(
      asked.map(({ need }) => need),
      (i, need) => ({ pointer: `/asked/${i}`, message: `Requests for ${need} are counted twice.` }),
    ),
  ];
}

function promiseFaults(situation: Situation): Faults {
  const { deals, clauses, today, currency } = situation;
  const names = [...deals, ...clauses].map(({ name }) => name.trim());
  const pointerOf = (i: number): string =>
    i < deals.length ? `/deals/${i}` : `/clauses/${i - deals.length}`;
  return [
    ...names.flatMap((name, i) =>
      name === '' ? [{ pointer: `${pointerOf(i)}/name`, message: 'A deal or a clause needs a name.' }] : [],
    ),
    ...twice(names, (i, name) => ({
      pointer: `${pointerOf(i)}/name`,
      message: `“${name}” is the name of another deal or clause already.`,
    })),
    ...[...deals, ...clauses].flatMap(({ due }, i) => past(`${pointerOf(i)}/due`, due, today)),
    ...deals.flatMap(({ amount, currency: in_, periodDays }, i) => [
      ...between(`/deals/${i}/amount`, 'The amount of a deal', { value: amount, least: 0, most: MOST.money }),
      ...(isCurrency(in_)
        ? rateOf(situation, in_) === undefined && in_ !== ANCHOR_CURRENCY
          ? [missingRate(in_, currency, `the deal “${deals[i]?.name ?? ''}” is in it`)]
          : []
        : [{ pointer: `/deals/${i}/currency`, message: `“${in_}” is no currency of ISO 4217.` }]),
      ...(periodDays === undefined
        ? []
        : whole(`/deals/${i}/period_days`, 'The days of operation that a buyer wants to see', {
            value: periodDays,
            least: 1,
            most: MOST_WINDOW_DAYS,
          })),
    ]),
  ];
}

function sizeFaults({ people, sites, systems }: Situation): Faults {
  return [
    ...whole('/people', 'The number of people', { value: people, least: 1, most: MOST.people }),
    ...whole('/sites', 'The number of sites', { value: sites, least: 0, most: MOST.sites }),
    ...whole('/systems', 'The number of systems', { value: systems, least: 0, most: MOST.systems }),
  ];
}

function existingFaults({ existing: { remaining, evidenceDays } }: Situation): Faults {
  return [
    ...remaining.flatMap(({ days }, i) =>
      between(`/existing/remaining/${i}/days`, 'Remaining work in person-days', {
        value: days,
        least: 0,
        most: 100_000,
      }),
    ),
    ...twice(
      remaining.map(({ role, serves }) => `${role}, ${serves}`),
      (i, name) => ({
        pointer: `/existing/remaining/${i}`,
        message: `The remaining work of ${name} is given twice.`,
      }),
    ),
    ...whole('/existing/evidence_days', 'The days of accepted evidence', {
      value: evidenceDays,
      least: 0,
      most: 3660,
    }),
  ];
}

function capacityFaults({ capacity, existing, people }: Situation): Faults {
  const given = Object.entries(capacity);
  const wrong = given.flatMap(([role, days]) =>
    between(`/capacity/${role}`, 'Person-days a month', {
      value: days,
      least: 0,
      most: MOST_DAYS_A_MONTH * Math.max(1, people),
    }),
  );
  const waiting = new Set<OwnerRole>(
    existing.remaining.filter(({ days }) => days > 0).map(({ role }) => role),
  );
  const idle = [...waiting].filter((role) => !((capacity[role] ?? 0) > 0));
  const none = wrong.length === 0 && given.every(([, days]) => days === 0);
  if (none)
    return [
      {
        pointer: '/capacity',
        message: 'Nobody has a person-day a month to give: nothing would ever be done.',
      },
    ];
  return [
    ...wrong,
    ...idle.map((role) => ({
      pointer: `/capacity/${role}`,
      message: `There is work for the ${roleWords(role)}, who has no person-days a month to give: it would never be done.`,
    })),
  ];
}

interface Bounds {
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

function between(pointer: string, what: string, { value, least, most }: Bounds): Faults {
  if (Number.isFinite(value) && value >= least && value <= most) return [];
  return [{ pointer, message: `${what} must lie between ${least} and ${most}, not at ${value}.` }];
}

function whole(pointer: string, what: string, bounds: Bounds): Faults {
  if (Number.isFinite(bounds.value) && !Number.isInteger(bounds.value))
    return [{ pointer, message: `${what} must be a whole number, not ${bounds.value}.` }];
  return between(pointer, what, bounds);
}

function past(pointer: string, due: PlainDate, today: PlainDate): Faults {
  return due >= today ? [] : [{ pointer, message: `${due} lies in the past; today is ${today}.` }];
}

function missingRate(from: string, to: string, because: string): AdviceFault {
  return { pointer: `/rates/${from}`, message: `Enter what one ${from} is worth in ${to}: ${because}.` };
}

function twice(names: readonly string[], fault: (i: number, name: string) => AdviceFault): Faults {
  return names.flatMap((name, i) => (name !== '' && names.indexOf(name) < i ? [fault(i, name)] : []));
}
