// Which column is what: guessed from the headers, shown with examples, read again when it is changed.
import { KINDS } from '@assay/core';
import { useState } from 'react';
import { api, useChange } from '../../../data/api.ts';
import type { Population } from './populations.ts';

interface Props {
  readonly org: string;
  readonly row: Population;
}

export function DraftColumns({ org, row }: Props) {
  const [key, setKey] = useState(row.mapping.key ?? '');
  const [day, setDay] = useState(row.mapping.day ?? '');
  const [done, setDone] = useState(row.mapping.done ?? '');
  const change = useChange(org);
  const { dayMeans, doneMeans, one } = KINDS[row.kind];
  const readAgain = (): void =>
    change.mutate({
      act: () =>
        api['populations.change']({
          params: { org, population: row.id },
          ifMatch: row.tag,
          body: { mapping: { key, day, ...(done === '' ? {} : { done }) } },
        }),
      done: `${row.id} is read by these columns.`,
    });
  const readSheet = (sheet: string): void =>
    change.mutate({
      act: () =>
        api['populations.change']({
          params: { org, population: row.id },
          ifMatch: row.tag,
          body: { sheet },
        }),
      done: `${row.id} is read from the sheet ${sheet}.`,
    });
  return (
    <section className="section" aria-labelledby="columns">
      <h2 id="columns">Columns</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          readAgain();
        }}
      >
        <div className="population-fields">
          {row.sheets.length > 1 ? (
            <label className="field">
              <span>Sheet</span>
              <select
                className="input"
                value={row.sheet ?? row.sheets[0] ?? ''}
                onChange={(event) => readSheet(event.target.value)}
              >
                {row.sheets.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
          ) : null}
          <Choice name={`What names the ${one}`} row={row} value={key} choose={setKey} needed />
          <Choice name={`Day: ${dayMeans}`} row={row} value={day} choose={setDay} needed />
          <Choice
            name={`Day: ${doneMeans || 'dealt with on'} (may be missing)`}
            row={row}
            value={done}
            choose={setDone}
          />
        </div>
        <p className="small muted">
          Every other column is kept as it is. Days are read as 2026-06-01, with or without a time, or as
          1.6.2026.
        </p>
        <div>
          <button type="submit" className="button" disabled={key === '' || day === '' || change.isPending}>
            Read by these columns
          </button>
        </div>
      </form>
    </section>
  );
}

function Choice(props: {
  readonly name: string;
  readonly row: Population;
  readonly value: string;
  readonly choose: (column: string) => void;
  readonly needed?: true;
}) {
  const chosen = props.row.columns.find((column) => column.name === props.value);
  return (
    <label className="field">
      <span>{props.name}</span>
      <select
        className="input"
        required={props.needed === true}
        value={props.value}
        onChange={(event) => props.choose(event.target.value)}
      >
        <option value="">no column</option>
        {props.row.columns.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <span className="small muted">
        {chosen ? `for example ${chosen.examples.join(', ') || 'nothing'}` : 'not chosen'}
      </span>
    </label>
  );
}
