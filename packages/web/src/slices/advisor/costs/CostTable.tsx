// The budget line by line and year by year; a line opens to its formula and figures, each of which can be replaced.
import { DataTable, type Column } from '../../../ui/table.tsx';
import { FrameworkMark } from '../../../ui/marks.tsx';
import type { Advice, CostLine, Option, Range } from '../advice.ts';
import type { AdviceSearch } from '../search.ts';
import { Figures } from './Figures.tsx';
import { Ranged } from './Ranged.tsx';

interface Props {
  readonly org: string;
  readonly advice: Advice;
  readonly option: Option;
  readonly search: AdviceSearch;
  readonly go: (next: AdviceSearch) => void;
}

/** Sums stand among the lines, so that they are in the same columns. */
type Row = Pick<CostLine, 'id' | 'title' | 'years' | 'three_years' | 'group_title'> & {
  readonly line: CostLine | undefined;
};

const TOGETHER = 'Together';

export function CostTable({ org, advice, option, search, go }: Props) {
  const { cost } = option;
  const sum = (title: string, of: Option['cost']['all']): Row => ({
    id: title,
    title,
    ...of,
    group_title: TOGETHER,
    line: undefined,
  });
  const rows: readonly Row[] = [
    ...cost.lines.map((line) => ({ ...line, line })),
    sum('Bought', cost.bought),
    sum('Work of own people', cost.own),
    sum('All', cost.all),
  ];
  return (
    <section className="section" aria-labelledby="lines">
      <h2 id="lines">Line by line, {advice.currency}</h2>
      <DataTable
        rows={rows}
        columns={columnsOf(search, go)}
        keyOf={({ id }) => id}
        groupOf={({ group_title }) => group_title}
        caption="Cost by component and year"
        file="plan-cost-lines"
        below={(row) =>
          row.line && row.id === search.line ? (
            <Figures org={org} advice={advice} option={option} line={row.line} search={search} go={go} />
          ) : undefined
        }
        empty={<p className="muted">This way costs nothing.</p>}
      />
      <p className="small muted">
        Large: half of the simulated courses stay below it. Small: one and nine of ten. The sums are of the
        courses, not of the lines: ten ends do not come together.
      </p>
    </section>
  );
}

function columnsOf(search: AdviceSearch, go: Props['go']): readonly Column<Row>[] {
  return [
    {
      name: 'Component',
      grow: true,
      value: ({ title }) => title,
      show: ({ id, title, line }) =>
        line ? (
          <button
            type="button"
            className="plain cost-line"
            aria-expanded={id === search.line}
            onClick={() => go({ ...search, figure: undefined, line: id === search.line ? undefined : id })}
          >
            {title}
          </button>
        ) : (
          <strong>{title}</strong>
        ),
    },
    {
      name: 'For',
      value: ({ line }) => line?.lane ?? '',
      show: ({ line }) =>
        line === undefined ? null : line.lane === 'shared' ? (
          <span className="muted">both</span>
        ) : (
          <FrameworkMark view={line.lane}>{line.lane === 'iso' ? 'ISO' : 'SOC 2'}</FrameworkMark>
        ),
    },
    money('Year 1', ({ years }) => years[0]),
    money('Year 2', ({ years }) => years[1]),
    money('Year 3', ({ years }) => years[2]),
    money('Three years', ({ three_years }) => three_years),
  ];
}

function money(name: string, of: (row: Row) => Range | undefined): Column<Row> {
  return {
    name,
    number: true,
    value: (row) => of(row)?.p50 ?? 0,
    show: (row) => {
      const range = of(row);
      if (!range || (range.p90 === 0 && range.p10 === 0)) return <span className="faint hide-phone">—</span>;
      return <Ranged of={range} word={name} />;
    },
  };
}
