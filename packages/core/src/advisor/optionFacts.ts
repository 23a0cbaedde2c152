// Facts of every option in a situation: dates from the plan's network and simulation, money from the cost model. What is
// asked again in the same situation is not computed again: the search for flips asks hundreds of times.
import { daysBetween, err, ok, type Result } from '../kernel/index.ts';
import {
  ADVICE_OPTIONS,
  GROUNDWORK,
  groundOf,
  LEAST_WINDOW_DAYS,
  MOST_WINDOW_DAYS,
  networkOf,
  simulatePlan,
  withoutDone,
  type AdviceOption,
  type Credential,
  type Groundwork,
  type PlanFault,
  type PlanGround,
} from '../plan/index.ts';
import type { AdviceFault } from './check.ts';
import { quickCost } from './cost/cost.ts';
import type { CostGround } from './cost/ground.ts';
import { routeOf, type ReadyMonths } from './cost/path.ts';
import type { OptionFacts } from './facts.ts';
import type { Situation } from './situation.ts';

/** Courses of the grouped plan: enough for one, five and nine of ten, few enough to be asked hundreds of times. */
export const ADVICE_RUNS = 200;
const ADVICE_SEED = 'advice';

/**
 * That a Type II period has to be begun again, because a control was found not to have run in it. Assumptions, until an
 * organisation has periods of its own to count: a Type I finds what is not designed; who has run longer finds less.
 */
export const WINDOW_RISK = { directly: 0.25, afterType1: 0.15, least: 0.05, provenDays: 180 } as const;

/** What a plan knows that a situation does not: what is done, booked or agreed already. */
export interface Circumstances {
  readonly ground: Partial<Pick<PlanGround, 'done' | 'period' | 'dates' | 'leads' | 'holidays'>>;
  /** Tasks that need not be planned any more. */
  readonly gone: readonly string[];
}

export const NO_CIRCUMSTANCES: Circumstances = { ground: {}, gone: [] };

type Found = Result<readonly OptionFacts[], readonly AdviceFault[]>;

/** Facts for any situation, with one memory for all that are asked. */
export function factsFrom(
  ground: CostGround,
  given: Circumstances = NO_CIRCUMSTANCES,
): (situation: Situation) => Found {
  const plans = new Map<string, ReturnType<typeof planned>>();
  const facts = new Map<string, Found>();
  return (situation) => {
    const plan = planGround(situation, given);
    const planKey = keyOf(plan);
    const key = `${planKey} ${keyOf(costInputs(situation))}`;
    const before = facts.get(key);
    if (before) return before;
    const dates = plans.get(planKey) ?? planned(plan, new Set(given.gone));
    plans.set(planKey, dates);
    const made = composed(dates, situation, ground);
    facts.set(key, made);
    return made;
  };
}

/** The ground of the grouped network; a deal that wants to see more days of operation makes the period longer. */
export function planGround(situation: Situation, { ground }: Circumstances = NO_CIRCUMSTANCES): PlanGround {
  const { today, existing, capacity, wantsBoth, deals } = situation;
  const wanted = deals
    .filter(({ needs }) => needs === 'soc2_type2' || needs === 'both')
    .map(({ periodDays }) => periodDays ?? 0);
  return groundOf({
    start: today,
    work: { kind: 'grouped', groups: existing.remaining },
    capacity,
    held: existing.held,
    ...ground,
    done: GROUNDWORK.filter(
      (part) =>
        ground.done?.includes(part) === true || existing.held.some((each) => DONE_WITH[each].includes(part)),
    ),
    evidenceDays: existing.evidenceDays,
    windowDays: ground.period
      ? daysBetween(ground.period.from, ground.period.until)
      : Math.min(MOST_WINDOW_DAYS, Math.max(LEAST_WINDOW_DAYS, ...wanted)),
    wantsBoth,
  });
}

/** What a company that holds a credential has done of the groundwork. */
const DONE_WITH: Readonly<Record<Credential, readonly Groundwork[]>> = {
  iso27001: ['scope', 'risk_assessment', 'statement'],
  soc2_type1: ['scope', 'risk_assessment', 'description'],
  soc2_type2: ['scope', 'risk_assessment', 'description'],
};

type Dates = ReadonlyMap<AdviceOption, OptionFacts['credentials']>;

function planned(ground: PlanGround, gone: ReadonlySet<string>): Result<Dates, PlanFault> {
  const dates = new Map<AdviceOption, OptionFacts['credentials']>();
  for (const option of ADVICE_OPTIONS) {
    if (option === 'nothing_yet') {
      dates.set(option, []);
      continue;
    }
    const network = withoutDone(networkOf(option, ground), gone);
    const simulated = simulatePlan(network, { seed: ADVICE_SEED, runs: ADVICE_RUNS });
    if (!simulated.ok) return err(simulated.error);
    dates.set(
      option,
      simulated.value.credentials
        .map(({ credential, ready }) => ({ credential, ready }))
        .toSorted((a, b) => (a.ready.p50 < b.ready.p50 ? -1 : 1)),
    );
  }
  return ok(dates);
}

function composed(dates: Result<Dates, PlanFault>, situation: Situation, ground: CostGround): Found {
  if (!dates.ok) return err([planFault(dates.error)]);
  const all: OptionFacts[] = [];
  for (const [option, credentials] of dates.value) {
    const ready: ReadyMonths = Object.fromEntries(
      credentials.map((each) => [each.credential, daysBetween(situation.today, each.ready.p50) / 30.4375]),
    );
    const cost = quickCost({ route: routeOf(option, situation), ready }, situation, ground);
    if (!cost.ok) return err([{ pointer: cost.error.pointer, message: cost.error.detail }]);
    all.push({
      option,
      credentials,
      ...cost.value,
      windowRisk: windowRisk(credentials, situation),
      reuse: reuseOf(credentials, situation),
    });
  }
  return ok(all);
}

function windowRisk(credentials: OptionFacts['credentials'], { existing }: Situation): number {
  const brings = credentials.map(({ credential }) => credential);
  if (!brings.includes('soc2_type2')) return 0;
  const start = brings.includes('soc2_type1') ? WINDOW_RISK.afterType1 : WINDOW_RISK.directly;
  const left = Math.max(0, 1 - existing.evidenceDays / WINDOW_RISK.provenDays);
  return WINDOW_RISK.least + (start - WINDOW_RISK.least) * left;
}

/** Of the work that an option needs, the share that serves both frameworks. */
function reuseOf(credentials: OptionFacts['credentials'], { existing }: Situation): number {
  const brings = credentials.map(({ credential }) => credential);
  if (brings.length === 0) return 0;
  const iso = brings.includes('iso27001');
  const soc2 = brings.some((each) => each !== 'iso27001');
  const days = (serves: 'iso' | 'soc2' | 'shared'): number =>
    existing.remaining.reduce((sum, each) => sum + (each.serves === serves ? each.days : 0), 0);
  const shared = days('shared');
  const whole = shared + (iso ? days('iso') : 0) + (soc2 ? days('soc2') : 0);
  return whole === 0 ? 0 : shared / whole;
}

function planFault(fault: PlanFault): AdviceFault {
  switch (fault.code) {
    case 'plan.no_capacity':
      return {
        pointer: `/capacity/${fault.role}`,
        message: `There is work for the ${fault.role.replaceAll('_', ' ')}, who has no person-days a month to give.`,
      };
    default:
      return {
        pointer: '/capacity',
        message: 'With this capacity the work would not be done within the years that a plan looks ahead.',
      };
  }
}

/** What the cost depends on, besides dates; who asks for what, by when and with which ceiling changes no figure. */
function costInputs(situation: Situation): Partial<Situation> {
  const { currency, rates, data, people, sites, systems, existing, capacity, wantsBoth } = situation;
  return { currency, rates, data, people, sites, systems, existing, capacity, wantsBoth };
}

function keyOf(value: unknown): string {
  return JSON.stringify(value);
}
