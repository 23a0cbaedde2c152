// Everything that a way to credentials costs, component by component.
import { compareText } from '../../kernel/index.ts';
import type { CostComponent } from './component.ts';
import { auditComponents } from './auditComponents.ts';
import type { Book } from './book.ts';
import { groundworkComponents, groundworkOf } from './groundwork.ts';
import { effortComponents, upkeepComponents } from './ownComponents.ts';
import { isSecond, type AsPlanned, type CostRoute, type CostStep } from './path.ts';
import { evenly, once, running, yearly } from './quarters.ts';

/** A way in its steps, with what a plan knows of it. */
interface Way {
  readonly route: CostRoute;
  readonly steps: readonly CostStep[];
  readonly planned: AsPlanned;
}

/** In the order of their ids, so that sums come out the same to the last bit. */
export function componentsOf({ route, steps, planned }: Way, book: Book): readonly CostComponent[] {
  const [first] = steps;
  if (!first) return [];
  const all = [
    ...groundworkComponents(steps, groundworkOf(route, planned)),
    ...effortComponents(steps, book),
    ...upkeepComponents(steps, planned),
    ...steps
      .map((step, place) => readiness(step, place > 0 || isSecond(step.credential, book.situation)))
      .filter(({ lane }, i, list) => list.findIndex((one) => one.lane === lane) === i),
    ...steps
      .flatMap((step) => ownReadiness(step, book))
      .filter(({ lane }, i, list) => list.findIndex((one) => one.lane === lane) === i),
    ...toolingComponents(first, book),
    testing(first),
    ...trainingComponents(steps, book),
    ...auditComponents(route, steps),
  ];
  return all.toSorted((a, b) => compareText(a.id, b.id));
}

function laneOf({ credential }: CostStep): 'iso' | 'soc2' {
  return credential === 'iso27001' ? 'iso' : 'soc2';
}

function readiness(step: CostStep, second: boolean): CostComponent {
  const lane = laneOf(step);
  return {
    id: `readiness.${lane}`,
    label: `Outside help to be ready for ${lane === 'iso' ? 'ISO/IEC 27001' : 'SOC 2'}`,
    group: 'readiness',
    lane,
    paid: 'bought',
    figures: [
      `readiness.${lane}.days`,
      ...(second ? (['readiness.second'] as const) : []),
      'spread.bought',
      'rate.consultant',
    ],
    by: undefined,
    schedule: evenly(step.begins, step.prepared),
  };
}

/** What is not bought is done by own people; nothing where it is. */
function ownReadiness(step: CostStep, book: Book): readonly CostComponent[] {
  const lane = laneOf(step);
  const days = `readiness.own.${lane}.days` as const;
  if (book.number(days) === 0) return [];
  return [
    {
      id: `readiness.own.${lane}`,
      label: `Own work to be ready for ${lane === 'iso' ? 'ISO/IEC 27001' : 'SOC 2'}, instead of outside help`,
      group: 'effort',
      lane,
      paid: 'own',
      figures: [days, 'rate.security_lead'],
      by: undefined,
      schedule: evenly(step.begins, step.prepared),
    },
  ];
}

function toolingComponents(first: CostStep, { situation }: Book): readonly CostComponent[] {
  const common = {
    group: 'tooling',
    lane: 'shared',
    paid: 'bought',
    schedule: running(first.begins),
  } as const;
  return [
    {
      ...common,
      id: 'tooling.platform',
      label: 'Compliance platform',
      figures: ['tooling.platform'],
      by: undefined,
    },
    {
      ...common,
      id: 'tooling.base',
      label: 'Scanning, logs and backups',
      figures: ['tooling.base'],
      by: undefined,
    },
    {
      ...common,
      id: 'tooling.person',
      label: 'Device management and sign-on',
      figures: ['tooling.person'],
      by: { times: situation.people, words: `${situation.people} people` },
    },
  ];
}

/** The test lies before the first audit, so that what it finds can be mended. */
function testing(first: CostStep): CostComponent {
  return {
    id: 'pentest',
    label: 'Penetration test, each year',
    group: 'testing',
    lane: 'shared',
    paid: 'bought',
    figures: ['pentest.days', 'rate.tester'],
    by: undefined,
    schedule: yearly(first.prepared - 2),
  };
}

function trainingComponents(steps: readonly CostStep[], { situation }: Book): readonly CostComponent[] {
  const iso = steps.find(({ credential }) => credential === 'iso27001');
  const begins = steps[0]?.begins ?? 0;
  const common = { group: 'training', paid: 'bought' } as const;
  const course: CostComponent = {
    ...common,
    id: 'training.course',
    label: 'Course for implementers',
    lane: 'iso',
    figures: ['training.courses', 'training.course'],
    by: undefined,
    schedule: once(iso?.begins ?? 0),
  };
  const awareness: CostComponent = {
    ...common,
    id: 'training.awareness',
    label: 'Awareness training of everybody, each year',
    lane: 'shared',
    figures: ['training.person'],
    by: { times: situation.people, words: `${situation.people} people` },
    schedule: yearly(begins + 1),
  };
  return iso ? [course, awareness] : [awareness];
}
