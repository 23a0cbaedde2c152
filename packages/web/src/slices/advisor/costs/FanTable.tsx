// The fan's twin: what is spent by the end of each quarter.
import { amountText } from '@assay/core';
import { TableSection, type SmallColumn } from '../../../ui/TableSection.tsx';
import type { Range } from '../advice.ts';
import { quarterName } from './costs.ts';

interface Row extends Range {
  readonly quarter: number;
}

export function FanTable({ fan, currency }: { readonly fan: readonly Range[]; readonly currency: string }) {
  return (
    <TableSection
      title={`Spent by the end of each quarter, ${currency}`}
      file="plan-cost-fan"
      rows={fan.map((range, i) => ({ quarter: i + 1, ...range }))}
      columns={COLUMNS}
      keyOf={({ quarter }) => String(quarter)}
    />
  );
}

const COLUMNS: readonly SmallColumn<Row>[] = [
  {
    name: 'By the end of',
    grow: true,
    value: ({ quarter }) => quarterName(quarter),
    show: ({ quarter }) => quarterName(quarter),
  },
  column('One course in ten below', 'p10'),
  column('Half below', 'p50'),
  column('Nine in ten below', 'p90'),
];

function column(name: string, of: 'p10' | 'p50' | 'p90'): SmallColumn<Row> {
  return {
    name,
    number: true,
    value: (row) => row[of],
    show: (row) => (
      <>
        {amountText(row[of])}
        <span className="only-phone faint"> {name.toLowerCase()}</span>
      </>
    ),
  };
}
