// Where one kept table is dropped or chosen. A file in which no table was found can be tried again with what a person says.
import { useRef, useState, type FormEvent } from 'react';
import type { KeptKind } from './kept.ts';
import type { Bring } from './useBringKept.ts';

export function KeptDrop({ kind, bring }: { readonly kind: KeptKind; readonly bring: Bring }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined): void => {
    if (file) void bring.send(file, {});
  };
  return (
    <>
      <div
        className={`drop ${over ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <span className="drop-word">
          {bring.busy
            ? 'Reading …'
            : kind === 'statement'
              ? 'Drop the statement here, or'
              : 'Drop the register here, or'}
        </span>
        <span className="toolbar">
          <button
            type="button"
            className="button primary"
            disabled={bring.busy}
            onClick={() => input.current?.click()}
          >
            Choose a file
          </button>
        </span>
        <input
          ref={input}
          className="sr"
          tabIndex={-1}
          type="file"
          accept=".xlsx,.csv,.txt"
          aria-label={kind === 'statement' ? 'Statement of applicability' : 'Risk register'}
          onChange={(event) => {
            take(event.target.files?.[0]);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
        <span className="small muted">
          .xlsx, or CSV with comma, semicolon or tab. Titles above the table, merged cells and two rows of
          headings are understood. Nothing changes until you commit.
        </span>
      </div>
      {bring.failed ? <NotFound bring={bring} failed={bring.failed} /> : null}
    </>
  );
}

/** What is wrong with a file, and where to look for its table. */
function NotFound({
  bring,
  failed,
}: {
  readonly bring: Bring;
  readonly failed: NonNullable<Bring['failed']>;
}) {
  const [sheet, setSheet] = useState('');
  const [row, setRow] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void bring.send(failed.file, {
      ...(sheet === '' ? {} : { sheet }),
      ...(row === '' ? {} : { head_row: Number(row) }),
    });
  };
  return (
    <div className="note" role="alert">
      <p>{failed.detail}</p>
      {failed.mayBeFound ? (
        <form className="kept-fields" onSubmit={submit}>
          <label className="field">
            <span>Sheet</span>
            <input className="input" value={sheet} onChange={(event) => setSheet(event.target.value)} />
          </label>
          <label className="field">
            <span>Row of the headings</span>
            <input
              className="input"
              inputMode="numeric"
              pattern="[0-9]*"
              value={row}
              onChange={(event) => setRow(event.target.value)}
            />
          </label>
          <button type="submit" className="button" disabled={bring.busy || (sheet === '' && row === '')}>
            Look there
          </button>
        </form>
      ) : null}
    </div>
  );
}
