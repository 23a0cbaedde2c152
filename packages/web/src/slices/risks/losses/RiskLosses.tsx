// What each risk costs in simulated years: mean, percentiles, the worst hundredth; and all together, year by year.
import { amountText, estimateText, type LossAnswer, type YearlyLoss } from '@assay/core';
import { Link } from '@tanstack/react-router';
import { RiskId } from '../RiskId.tsx';
import { Term } from '../../../ui/Term.tsx';
import { TableSection, type SmallColumn } from '../../../ui/TableSection.tsx';
import { modelWords, type Losses, type LossRisk } from './losses.ts';
import type { LossSearch } from './search.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  /** Undefined for all together. */
  readonly risk: LossRisk | undefined;
  /** Undefined where nothing is estimated. */
  readonly inherent: YearlyLoss | undefined;
  readonly residual: YearlyLoss | undefined;
}

interface Props {
  readonly org: string;
  readonly losses: Losses;
  readonly answer: LossAnswer;
  readonly search: LossSearch;
  readonly edit: (what: string) => void;
}

const FIGURES = ['p50', 'p90', 'p95', 'p99', 'shortfall'] as const;
/** A phone has room for these beside the means. */
const ON_PHONES: ReadonlySet<string> = new Set(['p95', 'shortfall']);
const NAMES: Readonly<Record<(typeof FIGURES)[number], string>> = {
  p50: 'P50',
  p90: 'P90',
  p95: 'P95',
  p99: 'P99',
  shortfall: 'Worst 1 %',
};

export function RiskLosses({ org, losses, answer, search, edit }: Props) {
  const of = search.of === 'inherent' ? 'inherent' : 'residual';
  return (
    <TableSection
      title="Risk by risk"
      file="losses"
      rows={rowsOf(losses, answer)}
      columns={columnsOf({ org, of, edit, currency: losses.currency })}
      more={[
        ...FIGURES.map((figure) => ({
          name: `${NAMES[figure]} ${of === 'inherent' ? 'after' : 'before'} treatment`,
          value: (row: Row) => row[of === 'inherent' ? 'residual' : 'inherent']?.[figure] ?? '',
        })),
        { name: 'Estimate before', value: ({ risk }) => modelWords(risk?.inherent ?? null, amountText) },
        { name: 'Estimate after', value: ({ risk }) => modelWords(risk?.residual ?? null, amountText) },
      ]}
      keyOf={({ id }) => id}
      acts={
        <Link
          className="button quiet"
          to="/o/$org/risks/losses"
          params={{ org }}
          search={{ ...search, of: of === 'inherent' ? undefined : 'inherent' }}
          replace
        >
          {of === 'inherent' ? 'Show after treatment' : 'Show before treatment'}
        </Link>
      }
      note={
        <p className="small muted">
          Whole {losses.currency} of a year, three figures at most.{' '}
          <Term of="annual loss expectancy">Mean</Term> is the annual loss expectancy; P95 is not exceeded in
          95 years of 100; the worst 1 % is the <Term>expected shortfall</Term>. Percentiles are shown{' '}
          {of === 'inherent' ? 'before' : 'after'} treatment; they are never added: all together is simulated
          year by year.
        </p>
      }
    />
  );
}

function rowsOf(losses: Losses, { scenarios, portfolio }: LossAnswer): readonly Row[] {
  const rows = losses.risks.map((risk): Row => {
    const line = scenarios.find(({ id }) => id === risk.code);
    return {
      id: risk.code,
      name: risk.title,
      risk,
      inherent: line?.inherent,
      residual: line?.residual,
    };
  });
  const together: Row = {
    id: 'all',
    name: 'All together',
    risk: undefined,
    inherent: portfolio.inherent,
    residual: portfolio.residual,
  };
  const sorted = rows.toSorted((a, b) => (b.residual?.mean ?? -1) - (a.residual?.mean ?? -1));
  return scenarios.length === 0 ? sorted : [...sorted, together];
}

function columnsOf(by: {
  readonly org: string;
  readonly of: 'inherent' | 'residual';
  readonly edit: (what: string) => void;
  readonly currency: string;
}): readonly SmallColumn<Row>[] {
  return [
    {
      name: 'Risk',
      grow: true,
      value: ({ id, name }) => `${id} ${name}`,
      show: ({ risk, name }) =>
        risk ? (
          <>
            <RiskId org={by.org} code={risk.code} /> {name}
          </>
        ) : (
          <strong>{name}</strong>
        ),
    },
    money('Mean before', (row) => row.inherent?.mean),
    money('Mean after', (row) => row.residual?.mean),
    ...FIGURES.map((figure) => ({
      ...money(NAMES[figure], (row) => row[by.of]?.[figure]),
      ...(ON_PHONES.has(figure) ? {} : { wide: true as const }),
    })),
    {
      name: 'Estimate',
      show: ({ risk }) =>
        risk ? (
          <button type="button" className="plain" onClick={() => by.edit(risk.code)}>
            {risk.inherent ? 'change' : 'estimate'}
            <span className="sr"> {risk.code}</span>
          </button>
        ) : null,
    },
  ];
}

function money(name: string, of: (row: Row) => number | undefined): SmallColumn<Row> {
  return {
    name,
    number: true,
    value: (row) => of(row) ?? '',
    show: (row) => {
      const amount = of(row);
      return amount === undefined ? (
        <span className="faint hide-phone" title="not estimated">
          –
        </span>
      ) : (
        <>
          {estimateText(amount)}
          <span className="only-phone faint"> {name.toLowerCase()}</span>
        </>
      );
    },
  };
}
