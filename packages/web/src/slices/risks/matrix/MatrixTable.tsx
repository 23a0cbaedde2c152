// The matrix's twin: each cell in words, with its level, its risks and those that came from it.
import type { Matrix, Method } from '../risks.ts';
import { IdList } from '../../../ui/IdList.tsx';
import { TableSection, type SmallColumn } from '../../../ui/TableSection.tsx';
import { RiskId } from '../RiskId.tsx';
import { cellKey } from '../search.ts';

interface Props {
  readonly org: string;
  readonly matrix: Matrix;
  readonly method: Method;
  readonly shown: ReadonlySet<string>;
  readonly cell: string | undefined;
  readonly choose: (cell: string | undefined) => void;
}

type Row = Matrix['rows'][number][number] & {
  readonly left: readonly string[];
  readonly aims: readonly string[];
};

export function MatrixTable({ org, matrix, method, shown, cell, choose }: Props) {
  const rows = cellsOf(matrix, shown);
  const ids = (codes: readonly string[]) => (
    <IdList ids={codes} most={6} link={(code) => <RiskId org={org} code={code} />} />
  );
  const columns: readonly SmallColumn<Row>[] = [
    {
      name: 'Likelihood',
      value: (row) => `${row.likelihood} ${method.likelihood[row.likelihood - 1]?.name ?? ''}`,
      show: (row) => `${row.likelihood} ${method.likelihood[row.likelihood - 1]?.name ?? ''}`,
    },
    {
      name: 'Impact',
      value: (row) => `${row.impact} ${method.impact[row.impact - 1]?.name ?? ''}`,
      show: (row) => `${row.impact} ${method.impact[row.impact - 1]?.name ?? ''}`,
    },
    { name: 'Level', value: (row) => row.name, show: (row) => row.name },
    {
      name: 'Risks',
      number: true,
      value: (row) => row.risks.length,
      show: (row) =>
        row.risks.length === 0 ? (
          <span className="faint">0</span>
        ) : (
          <button
            type="button"
            className="plain"
            aria-pressed={cell === cellKey(row)}
            onClick={() => choose(cell === cellKey(row) ? undefined : cellKey(row))}
          >
            {row.risks.length}
            <span className="sr"> in this cell: show only these</span>
          </button>
        ),
    },
    { name: 'Which', grow: true, value: (row) => row.risks.join(' '), show: (row) => ids(row.risks) },
    { name: 'Were here', value: (row) => row.left.join(' '), show: (row) => ids(row.left) },
    { name: 'To come here', value: (row) => row.aims.join(' '), show: (row) => ids(row.aims) },
  ];
  return (
    <TableSection
      title="The matrix, cell by cell"
      file="risk-matrix"
      rows={rows}
      columns={columns}
      keyOf={cellKey}
    />
  );
}

/** Every cell, the worst first, with the risks that are shown. */
export function cellsOf(matrix: Matrix, shown: ReadonlySet<string>): readonly Row[] {
  const at = (of: Matrix['moves'], end: 'from' | 'to', key: string): readonly string[] =>
    of.filter((move) => shown.has(move.risk) && cellKey(move[end]) === key).map(({ risk }) => risk);
  return matrix.rows
    .flat()
    .map((cell) => ({
      ...cell,
      risks: cell.risks.filter((risk) => shown.has(risk)),
      left: at(matrix.moves, 'from', cellKey(cell)),
      aims: at(matrix.aims, 'to', cellKey(cell)),
    }))
    .sort((a, b) => b.level - a.level || b.likelihood - a.likelihood || b.impact - a.impact);
}
