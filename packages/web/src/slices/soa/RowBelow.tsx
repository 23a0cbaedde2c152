// What an opened row shows below itself: its trace, how it is implemented, what a statement that was
// brought along says besides, and what is weak about it.
import { Broken } from './statement.columns.tsx';
import type { SoaLint, SoaRow } from './soa.ts';
import { TraceRow } from './TraceRow.tsx';

interface Props {
  readonly org: string;
  readonly row: SoaRow;
  readonly lints: readonly SoaLint[];
  readonly decide?: () => void;
}

export function RowBelow({ org, row, lints, decide }: Props) {
  const weak = lints.filter((lint) => lint.row === row.id && !lint.blocks);
  return (
    <div className="row-below">
      <TraceRow org={org} row={row} decide={decide} />
      {row.how === '' ? null : (
        <p className="small prose">
          <span className="muted">How: </span>
          {row.how}
        </p>
      )}
      {Object.entries(row.custom).map(([heading, text]) => (
        <p key={heading} className="small prose">
          <span className="muted">{heading}: </span>
          {text}
        </p>
      ))}
      {row.decision === 'out' ? <p className="small muted">It is out; nothing leads anywhere.</p> : null}
      {weak.map((lint) => (
        <p key={`${lint.code} ${lint.detail}`}>
          <Broken lint={lint} />
        </p>
      ))}
    </div>
  );
}
