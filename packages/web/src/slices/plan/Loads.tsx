// Who has how much to do, with what they can give.
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import { countText, said } from '../../ui/words.ts';
import type { Plan } from './plan.ts';

type Load = Plan['loads'][number];

export function Loads({ plan }: { readonly plan: Plan }) {
  return (
    <TableSection
      title="Who has how much to do"
      file="plan-loads"
      rows={plan.loads}
      columns={COLUMNS}
      keyOf={({ role }) => role}
      empty={<p className="muted">Nobody has work left in this plan.</p>}
      note={
        <p className="small muted">
          {plan.simulation.runs.toLocaleString('en')} simulated courses, seed {plan.simulation.seed}. Nobody
          works on Saturdays and Sundays
          {plan.settings.holidays.length === 0
            ? ', and no holidays were named'
            : ` and on ${countText(plan.settings.holidays.length, 'holiday')}`}
          .
        </p>
      }
    />
  );
}

const COLUMNS: readonly SmallColumn<Load>[] = [
  { name: 'Role', grow: true, value: ({ role }) => said(role), show: ({ role }) => said(role) },
  {
    name: 'Work, person-days',
    number: true,
    value: ({ person_days }) => person_days,
    show: ({ person_days }) => (
      <>
        {tenth(person_days)}
        <span className="only-phone faint"> person-days</span>
      </>
    ),
  },
  {
    name: 'Gives, days a month',
    number: true,
    value: ({ capacity }) => capacity,
    show: ({ capacity }) => (
      <>
        {tenth(capacity)}
        <span className="only-phone faint"> a month</span>
      </>
    ),
  },
  { name: 'Done by', value: ({ until }) => until, show: ({ until }) => until },
];

function tenth(number: number): string {
  return (Math.round(number * 10) / 10).toFixed(1);
}
