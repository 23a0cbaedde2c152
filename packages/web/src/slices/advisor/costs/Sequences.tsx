// What both credentials cost one after the other or together, and what each way costs in three years.
import { CREDENTIAL_SHORT, OPTION_TITLES } from '../../../ui/options.ts';
import { TableSection, type SmallColumn } from '../../../ui/TableSection.tsx';
import type { Advice, Option, Range } from '../advice.ts';
import { Ranged } from './Ranged.tsx';

type Sequence = Advice['sequences'][number];

export function Sequences({ advice }: { readonly advice: Advice }) {
  return (
    <TableSection
      title={`Both, in three orders, ${advice.currency}`}
      file="plan-sequences"
      rows={advice.sequences}
      columns={SEQUENCES}
      keyOf={({ sequence }) => sequence}
    />
  );
}

const SEQUENCES: readonly SmallColumn<Sequence>[] = [
  { name: 'Order', grow: true, value: ({ title }) => title, show: ({ title }) => title },
  ...[0, 1, 2].map((year) => column<Sequence>(`Year ${year + 1}`, ({ totals }) => totals.years[year])),
  column('Three years', ({ totals }) => totals.three_years),
];

export function Ways({ advice }: { readonly advice: Advice }) {
  return (
    <TableSection
      title={`The ways over three years, ${advice.currency}`}
      file="plan-ways"
      rows={advice.options.filter(({ credentials }) => credentials.length > 0)}
      columns={WAYS}
      keyOf={({ option }) => option}
    />
  );
}

const WAYS: readonly SmallColumn<Option>[] = [
  {
    name: 'Way',
    grow: true,
    value: ({ option }) => OPTION_TITLES[option],
    show: ({ option }) => OPTION_TITLES[option],
  },
  {
    name: 'In hand, likely',
    value: ({ credentials }) =>
      credentials.map(({ credential, ready }) => `${CREDENTIAL_SHORT[credential]} ${ready.p50}`).join('; '),
    show: ({ credentials }) =>
      credentials.map(({ credential, ready }) => (
        <span key={credential} className="block">
          <span className="small muted">{CREDENTIAL_SHORT[credential]}</span> {ready.p50}
        </span>
      )),
  },
  column('First year', ({ first_year }) => first_year),
  column('Three years', ({ three_years }) => three_years),
  column('Bought', ({ cost }) => cost.bought.three_years),
  column('Person-days', ({ person_days }) => person_days),
];

function column<T>(name: string, of: (row: T) => Range | undefined): SmallColumn<T> {
  return {
    name,
    number: true,
    value: (row) => of(row)?.p50 ?? '',
    show: (row) => {
      const range = of(row);
      return range ? <Ranged of={range} word={name} /> : null;
    },
  };
}
