// When each deal can be signed on: the day of half and of nine of ten courses beside the day on which it is needed.
import { amountText, NEED_WORDS, percentText } from '@assay/core';
import { StatusMark } from '../../ui/marks.tsx';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import type { PlanDeal } from './plan.ts';

export function DealTable({ deals }: { readonly deals: readonly PlanDeal[] }) {
  return (
    <TableSection
      title="Can be signed on"
      file="plan-deals"
      rows={deals}
      columns={COLUMNS}
      keyOf={({ name }) => name}
      empty={
        <p className="muted">No deal, contract or tender waits for a credential. The advice asks for them.</p>
      }
    />
  );
}

/** How each verdict is marked. */
const STANDINGS: Readonly<Record<PlanDeal['verdict'], string>> = {
  sure: 'plan_in_time',
  likely: 'plan_tight',
  unlikely: 'plan_late',
  never: 'plan_late',
};

const COLUMNS: readonly SmallColumn<PlanDeal>[] = [
  {
    name: 'Deal',
    grow: true,
    value: ({ name }) => name,
    show: ({ name, sentence, late_days }) => (
      <>
        {name}
        {late_days === 0 ? null : <span className="block small muted">{sentence}</span>}
      </>
    ),
  },
  { name: 'Waits for', value: ({ needs }) => needs, show: ({ needs }) => NEED_WORDS[needs] },
  {
    name: 'Worth',
    number: true,
    value: ({ amount }) => amount ?? '',
    show: ({ amount, currency }) => (amount === null ? '' : `${currency ?? ''} ${amountText(amount)}`),
  },
  { name: 'Needed by', value: ({ due }) => due, show: ({ due }) => due },
  {
    name: 'Likely, 50 %',
    value: ({ ready }) => ready?.p50 ?? 'never',
    show: ({ ready }) => ready?.p50 ?? 'never this way',
  },
  { name: 'Safe, 90 %', value: ({ ready }) => ready?.p90 ?? 'never', show: ({ ready }) => ready?.p90 ?? '' },
  {
    name: 'In time',
    value: ({ chance }) => percentText(chance),
    show: (deal) => <StatusMark state={STANDINGS[deal.verdict]}>{percentText(deal.chance)}</StatusMark>,
  },
];
