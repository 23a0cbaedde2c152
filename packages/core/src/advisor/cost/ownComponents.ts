// Work of own people: what remains to be done, the months of a Type II period, and keeping it up afterwards.
import { OWNER_ROLES, roleWords, type OwnerRole } from '../../controls/index.ts';
import type { Lane } from '../../plan/index.ts';
import type { Book } from './book.ts';
import type { CostComponent } from './component.ts';
import type { AsPlanned, CostStep } from './path.ts';
import { add, evenly, NEVER, running, times, type Schedule } from './quarters.ts';
import { numberText } from './words.ts';

/** A lane's work is done before the step that needs it first; what serves both, before the very first. */
export type LaneTimes = Readonly<Partial<Record<Lane, Schedule>>>;

const LANE_NAMES: Readonly<Record<Lane, string>> = {
  shared: 'for both',
  iso: 'for ISO/IEC 27001',
  soc2: 'for SOC 2',
};

export function effortComponents(steps: readonly CostStep[], book: Book): readonly CostComponent[] {
  const lanes = laneTimes(steps);
  return OWNER_ROLES.flatMap((role) => {
    const days = daysByLane(role, lanes, book);
    const sum = days.reduce((total, each) => total + each.days, 0);
    if (sum === 0) return [];
    book.derive(
      `effort.days.${role}`,
      sum,
      days.map((each) => `${numberText(each.days)} ${LANE_NAMES[each.lane]}`).join(' + '),
    );
    return [
      {
        id: `effort.${role}`,
        label: `Work that remains: ${roleWords(role)}`,
        group: 'effort',
        lane: days.length === 1 ? (days[0]?.lane ?? 'shared') : 'shared',
        paid: 'own',
        figures: [`effort.days.${role}`, 'effort.spread', `rate.${role}`],
        by: undefined,
        schedule: days.reduce((all, each) => add(all, times(each.when, each.days / sum)), NEVER),
      } satisfies CostComponent,
    ];
  });
}

/** Who keeps it up is reckoned with the day rate of the security lead. */
export function upkeepComponents(
  steps: readonly CostStep[],
  { windowMonths }: AsPlanned,
): readonly CostComponent[] {
  const common = { group: 'upkeep', paid: 'own', by: undefined } as const;
  const [iso, soc2] = [firstOf(steps, true), firstOf(steps, false)];
  const first = Math.min(...steps.map(({ ready }) => ready));
  const upkeep = (lane: Lane, from: number): CostComponent => ({
    ...common,
    id: `upkeep.${lane}`,
    label: `Yearly upkeep ${LANE_NAMES[lane]}`,
    lane,
    figures: [`upkeep.${lane}.days`, 'effort.spread', 'rate.security_lead'],
    schedule: running(from),
  });
  const window = steps.find((step) => step.window > 0);
  return [
    upkeep('shared', first),
    ...(iso ? [upkeep('iso', iso.ready)] : []),
    ...(soc2 ? [upkeep('soc2', soc2.ready)] : []),
    ...(window ? [operation(window, windowMonths)] : []),
  ];
}

/** A plan says how many months are ahead; where there is none, the figure does. */
function operation({ prepared, window }: CostStep, planned: number | undefined): CostComponent {
  return {
    id: 'soc2.operation',
    label: 'Evidence during the first Type II period',
    group: 'upkeep',
    lane: 'soc2',
    paid: 'own',
    figures: [
      'soc2.operation.days',
      ...(planned === undefined ? (['soc2.window.months'] as const) : []),
      'effort.spread',
      'rate.security_lead',
    ],
    by:
      planned === undefined
        ? undefined
        : { times: planned, words: `${numberText(planned)} months of the period that are ahead` },
    schedule: evenly(prepared, prepared + window),
  };
}

export function laneTimes(steps: readonly CostStep[]): LaneTimes {
  const when = (step: CostStep | undefined): Schedule | undefined =>
    step && evenly(step.begins, step.prepared);
  const [shared, iso, soc2] = [when(steps[0]), when(firstOf(steps, true)), when(firstOf(steps, false))];
  return { ...(shared ? { shared } : {}), ...(iso ? { iso } : {}), ...(soc2 ? { soc2 } : {}) };
}

function firstOf(steps: readonly CostStep[], iso: boolean): CostStep | undefined {
  return steps.find(({ credential }) => (credential === 'iso27001') === iso);
}

function daysByLane(
  role: OwnerRole,
  lanes: LaneTimes,
  { situation }: Book,
): readonly { readonly lane: Lane; readonly days: number; readonly when: Schedule }[] {
  return (['shared', 'iso', 'soc2'] as const).flatMap((lane) => {
    const when = lanes[lane];
    const days = situation.existing.remaining
      .filter((work) => work.role === role && work.serves === lane)
      .reduce((sum, work) => sum + work.days, 0);
    return when && days > 0 ? [{ lane, days, when }] : [];
  });
}
