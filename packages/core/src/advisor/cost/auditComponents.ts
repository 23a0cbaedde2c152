// What auditors cost: certification body, CPA firm, internal audit, travel, and what one firm for both saves.
import type { CostComponent } from './component.ts';
import type { CostRoute, CostStep } from './path.ts';
import { each, once, yearly } from './quarters.ts';

/** Months after the certificate's day: audits lie before what they are due by. */
const SURVEILLANCE = [11, 23] as const;
const RECERTIFICATION = 33;

const SAVING = { times: -1, words: 'a saving' } as const;

export function auditComponents(route: CostRoute, steps: readonly CostStep[]): readonly CostComponent[] {
  const components = steps.flatMap((step) => {
    if (step.credential === 'iso27001') return isoAudits(step);
    return step.credential === 'soc2_type1'
      ? [typeOne(step), ...visits(step)]
      : [...typeTwo(step), ...visits(step)];
  });
  return route.together ? [...components, ...savings(components)] : components;
}

function isoAudits(step: CostStep): readonly CostComponent[] {
  const common = { group: 'audit', lane: 'iso', paid: 'bought', by: undefined } as const;
  const audit = step.ready - 1;
  return [
    {
      ...common,
      id: 'iso.initial',
      label: 'Certification audit, stage 1 and 2',
      figures: ['iso.days.initial', 'rate.auditor'],
      schedule: once(audit),
    },
    {
      ...common,
      id: 'iso.surveillance',
      label: 'Surveillance audits',
      figures: ['iso.days.surveillance', 'rate.auditor'],
      schedule: each(SURVEILLANCE.map((month) => step.ready + month)),
    },
    {
      ...common,
      id: 'iso.recertification',
      label: 'Recertification audit',
      figures: ['iso.days.recertification', 'rate.auditor'],
      schedule: once(step.ready + RECERTIFICATION),
    },
    {
      ...common,
      id: 'iso.certificate',
      label: 'Application and certificate',
      figures: ['iso.fee'],
      schedule: once(step.ready),
    },
    {
      ...common,
      id: 'iso.internal_audit',
      label: 'Internal audit by somebody from outside',
      figures: ['iso.internal_audit.days', 'spread.bought', 'rate.consultant'],
      schedule: yearly(audit - 1),
    },
    ...isoTravel(step),
  ];
}

function isoTravel(step: CostStep): readonly CostComponent[] {
  const common = { group: 'travel', lane: 'iso', paid: 'bought', by: undefined } as const;
  return [
    {
      ...common,
      id: 'travel.initial',
      label: 'Travel to the certification audit',
      figures: ['iso.visits.initial', 'travel.visit'],
      schedule: once(step.ready - 1),
    },
    {
      ...common,
      id: 'travel.surveillance',
      label: 'Travel to surveillance audits',
      figures: ['iso.visits.surveillance', 'travel.visit'],
      schedule: each(SURVEILLANCE.map((month) => step.ready + month)),
    },
  ];
}

const FEE = { group: 'audit', lane: 'soc2', paid: 'bought', by: undefined } as const;

function typeOne(step: CostStep): CostComponent {
  return {
    ...FEE,
    id: 'soc2.type1',
    label: 'CPA firm, Type I',
    figures: ['soc2.type1.fee', 'soc2.scope', 'soc2.fee.spread'],
    schedule: once(step.ready),
  };
}

/** The first report, then one for each year after it. */
function typeTwo(step: CostStep): readonly CostComponent[] {
  return [
    {
      ...FEE,
      id: 'soc2.type2',
      label: 'CPA firm, first Type II',
      figures: ['soc2.type2.fee', 'soc2.scope', 'soc2.fee.spread'],
      schedule: once(step.ready),
    },
    {
      ...FEE,
      id: 'soc2.type2_following',
      label: 'CPA firm, following Type II reports',
      figures: ['soc2.type2.fee', 'soc2.scope', 'soc2.fee.spread', 'soc2.renewal'],
      schedule: yearly(step.ready + 12),
    },
  ];
}

function visits(step: CostStep): readonly CostComponent[] {
  return [
    {
      id: `travel.${step.credential}`,
      label: `Travel of the CPA firm, Type ${step.credential === 'soc2_type1' ? 'I' : 'II'}`,
      group: 'travel',
      lane: 'soc2',
      paid: 'bought',
      figures: ['travel.soc2.visits', 'travel.visit'],
      by: undefined,
      schedule: step.credential === 'soc2_type1' ? once(step.ready) : yearly(step.ready),
    },
  ];
}

/** What is audited for both at once costs less by the share that the firm gives. */
function savings(components: readonly CostComponent[]): readonly CostComponent[] {
  return components
    .filter(({ id }) => ['iso.initial', 'soc2.type2'].includes(id))
    .map((audit) => ({
      ...audit,
      id: `saving.${audit.id}`,
      label: `Saving of one firm for both: ${audit.label}`,
      group: 'saving',
      figures: [...audit.figures, 'bundle.saving'],
      by: SAVING,
    }));
}
