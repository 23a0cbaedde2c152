// What each column is taken for, to be corrected while it is a dry run; what is nothing known is kept under its heading.
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { FIELDS, fieldWord, type Kept, type KeptColumn } from './kept.ts';

const KEEP = '';

export function KeptColumns({ org, kept }: { readonly org: string; readonly kept: Kept }) {
  const [table] = kept.tables;
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map());
  const change = useChange(org);
  if (!table) return null;
  const pending = kept.state === 'pending';
  const read = (sheet: string, columns: ReadonlyMap<string, string>): void =>
    change.mutate({
      act: () =>
        api['kept.map']({
          params: { org, kept: kept.id },
          body: {
            sheet,
            columns: table.columns
              .filter(
                ({ column }) => sheet === table.sheet && (columns.has(column) || kept.kind === 'register'),
              )
              .map(({ column, field }) => ({
                column,
                field: fieldOf(columns.get(column) ?? field ?? KEEP, kept),
              })),
          },
        }),
      done: `${kept.filename} is read by these columns.`,
    });
  return (
    <section className="section" aria-labelledby="kept-columns">
      <h2 id="kept-columns">Columns</h2>
      <p className="muted">
        {table.columns.filter(({ field }) => field !== null).length} of {table.columns.length} columns of the
        sheet {table.sheet}, below row {table.head_row}, are understood; the others are kept under their
        headings.
      </p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          read(table.sheet, said);
        }}
      >
        <div className="kept-fields">
          {pending && kept.sheets.length > 1 ? (
            <label className="field">
              <span>Sheet</span>
              <select
                className="input"
                value={table.sheet}
                onChange={(event) => read(event.target.value, new Map())}
              >
                {kept.sheets.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
          ) : null}
          {table.columns.map((column) => (
            <Choice
              key={column.column}
              kept={kept}
              column={column}
              value={said.get(column.column) ?? column.field ?? KEEP}
              choose={(field) => setSaid(new Map([...said, [column.column, field]]))}
            />
          ))}
        </div>
        {pending ? (
          <div>
            <button type="submit" className="button" disabled={said.size === 0 || change.isPending}>
              Read by these columns
            </button>
          </div>
        ) : null}
      </form>
    </section>
  );
}

type Field = Parameters<(typeof api)['kept.map']>[0]['body']['columns'];
type One = NonNullable<Field>[number]['field'];

function fieldOf(text: string, kept: Kept): One {
  const found = FIELDS[kept.kind].find((each) => each === text);
  return isField(found) ? found : null;
}

function isField(text: string | undefined): text is NonNullable<One> {
  return text !== undefined;
}

function Choice(props: {
  readonly kept: Kept;
  readonly column: KeptColumn;
  readonly value: string;
  readonly choose: (field: string) => void;
}) {
  const { kept, column, value } = props;
  return (
    <label className="field">
      <span>
        <span className="id">{column.column}</span> {column.heading || 'without a heading'}
      </span>
      <select
        className="input"
        value={value}
        disabled={kept.state !== 'pending'}
        onChange={(event) => props.choose(event.target.value)}
      >
        <option value={KEEP}>Keep as it is</option>
        {FIELDS[kept.kind].map((field) => (
          <option key={field} value={field}>
            {fieldWord(field)}
          </option>
        ))}
      </select>
      <span className="small muted">
        {column.examples.length > 0 ? `for example ${column.examples.join(', ')}` : 'empty below'}
      </span>
    </label>
  );
}
