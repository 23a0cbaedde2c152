// Facts of every option in a situation: dates from the plan's network and simulation, money from the cost model. What is
// asked again in the same situation is not computed again: the search for flips asks hundreds of times.
import { roleWords } from '../controls/index.ts';
import { compareText, daysBetween, err, ok, type Period, type Result } from '../kernel/index.ts';
import {
  ADVICE_OPTIONS,
  GROUNDWORK,
  groundOf,
  LEADS,
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
import { asPlanned, routeOf } from './cost/path.ts';
import type { OptionFacts } from './facts.ts';
import type { Situation } from './situation.ts';
import { windowRisk } from './windowRisk.ts';

/** Courses of the grouped plan: enough for one, five and nine of ten, few enough to be asked hundreds of times. */
export const ADVICE_RUNS = 200;
const ADVICE_SEED = 'advice';

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

/** Days of the first Type II period: those of the one that is set, else as many as the deals that need one ask for. */
export function windowDaysFor({ deals }: Pick<Situation, 'deals'>, period: Period | undefined): number {
  if (period) return daysBetween(period.from, period.until);
  const wanted = deals
    .filter(({ needs }) => needs === 'soc2_type2' || needs === 'both')
    .map(({ periodDays }) => periodDays ?? 0);
  return Math.min(MOST_WINDOW_DAYS, Math.max(LEAST_WINDOW_DAYS, ...wanted));
}

/** The ground of the grouped network. */
export function planGround(situation: Situation, { ground }: Circumstances = NO_CIRCUMSTANCES): PlanGround {
  const { today, existing, capacity, wantsBoth } = situation;
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
    windowDays: windowDaysFor(situation, ground.period),
    wantsBoth,
  });
}

/** What a company that holds a credential has done of the groundwork. */
const DONE_WITH: Readonly<Record<Credential, readonly Groundwork[]>> = {
  iso27001: ['scope', 'risk_assessment', 'statement'],
  soc2_type1: ['scope', 'risk_assessment', 'description'],
  soc2_type2: ['scope', 'risk_assessment', 'description'],
};

/** What the network of an option and its simulation say. */
type Dated = Pick<OptionFacts, 'credentials' | 'windowDays' | 'windowAhead' | 'groundwork'>;
type Dates = ReadonlyMap<AdviceOption, Dated>;

const NOTHING: Dated = { credentials: [], windowDays: 0, windowAhead: 0, groundwork: [] };

function planned(ground: PlanGround, gone: ReadonlySet<string>): Result<Dates, PlanFault> {
  const dates = new Map<AdviceOption, Dated>();
  for (const option of ADVICE_OPTIONS) {
    if (option === 'nothing_yet') {
      dates.set(option, NOTHING);
      continue;
    }
    const network = withoutDone(networkOf(option, ground), gone);
    const simulated = simulatePlan(network, { seed: ADVICE_SEED, runs: ADVICE_RUNS });
    if (!simulated.ok) return err(simulated.error);
    const credentials = simulated.value.credentials
      .map(({ credential, ready }) => ({ credential, ready }))
      .toSorted((a, b) => compareText(a.ready.p50, b.ready.p50));
    const window = network.tasks.find(({ id }) => id === 'window');
    dates.set(option, {
      credentials,
      windowDays: credentials.some(({ credential }) => credential === 'soc2_type2') ? ground.windowDays : 0,
      windowAhead: window?.work.kind === 'wait' ? window.work.days.mode : 0,
      groundwork: LEADS.filter((lead) => network.tasks.some(({ id }) => id === lead)),
    });
  }
  return ok(dates);
}

function composed(dates: Result<Dates, PlanFault>, situation: Situation, ground: CostGround): Found {
  if (!dates.ok) return err([planFault(dates.error)]);
  const all: OptionFacts[] = [];
  for (const [option, dated] of dates.value) {
    const { credentials } = dated;
    const asked = { ...asPlanned(situation.today, dated), route: routeOf(option, situation) };
    const cost = quickCost(asked, situation, ground);
    if (!cost.ok) return err([{ pointer: cost.error.pointer, message: cost.error.detail }]);
    all.push({
      option,
      ...dated,
      ...cost.value,
      windowRisk: windowRisk(credentials, situation),
      reuse: reuseOf(credentials, situation),
    });
  }
  return ok(all);
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
        message: `There is work for the ${roleWords(fault.role)}, who has no person-days a month to give.`,
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
