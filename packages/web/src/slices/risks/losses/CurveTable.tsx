// The curve's twin: the same points in numbers.
import { amountText, bandText, percentText, type LossAnswer, type LossPoint } from '@assay/core';
import { StatusMark } from '../../../ui/marks.tsx';
import { DataTable, type Column } from '../../../ui/table.tsx';

interface Props {
  readonly answer: LossAnswer;
  readonly currency: string;
}

export function CurveTable({ answer, currency }: Props) {
  return (
    <DataTable
      rows={answer.curve}
      columns={columnsOf(currency, answer.tolerance !== null)}
      keyOf={({ loss }) => String(loss)}
      caption="In which share of years a loss is reached"
      file="loss-exceedance"
      empty={<p className="muted">No risk is estimated in money yet.</p>}
    />
  );
}

function columnsOf(currency: string, tolerance: boolean): readonly Column<LossPoint>[] {
  const share = (name: string, of: 'inherent' | 'residual'): readonly Column<LossPoint>[] => [
    {
      name,
      number: true,
      value: (row) => row[of].share,
      show: (row) => <Percent of={row[of].share} word={of === 'inherent' ? 'before' : 'after'} />,
    },
    {
      name: `90 % band ${of === 'inherent' ? 'before' : 'after'}`,
      number: true,
      wide: true,
      value: (row) => bandText(row[of]),
      show: (row) => <span className="muted">{bandText(row[of])}</span>,
    },
  ];
  return [
    {
      name: `Loss of a year, ${currency} or more`,
      number: true,
      value: ({ loss }) => loss,
      show: ({ loss }) => amountText(loss),
    },
    ...share('Years before treatment', 'inherent'),
    ...share('Years after treatment', 'residual'),
    ...(tolerance
      ? [
          {
            name: 'Tolerated',
            number: true as const,
            value: (row: LossPoint) => row.tolerated ?? '',
            show: (row: LossPoint) =>
              row.tolerated === null ? '' : <Percent of={row.tolerated} word="tolerated" />,
          },
          {
            name: 'Standing',
            value: (row: LossPoint) => (row.beyond ? 'beyond' : 'within'),
            show: (row: LossPoint) => <StatusMark state={row.beyond ? 'loss_beyond' : 'loss_within'} />,
          },
        ]
      : []),
  ];
}

/** A share; on a phone, where no head stands above it, with what it is of. */
function Percent({ of, word }: { readonly of: number; readonly word: string }) {
  return (
    <>
      {percentText(of)}
      <span className="only-phone faint"> {word}</span>
    </>
  );
}
