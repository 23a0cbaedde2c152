// The rows themselves, as many as the reader asks for; whole as CSV, or canonical for whoever checks the digest.
import { addressOf } from '@assay/contract';
import { api } from '../../../data/api.ts';
import { VirtualTable, type WideColumn } from '../../../ui/VirtualTable.tsx';
import { usePages } from '../usePages.ts';
import type { Population, PopulationRow } from './populations.ts';

const FIELDS_SHOWN = 4;

export function RowsTable({ org, row }: { readonly org: string; readonly row: Population }) {
  const params = { org, population: row.id };
  const mapping = JSON.stringify(row.mapping);
  const found = usePages<PopulationRow>(org, ['populations', row.id, 'rows', mapping], (cursor) =>
    api['populations.rows']({ params, query: { limit: '200', cursor } }),
  );
  return (
    <section className="section" aria-labelledby="rows">
      <h2 id="rows">Rows</h2>
      <div className="toolbar">
        <span className="count">
          {found.rows.length} of {row.rows} rows
        </span>
        <a className="button quiet" href={addressOf('populations.csv', { params })} download>
          CSV
        </a>
        <a
          className="button quiet"
          href={addressOf('populations.export', { params })}
          download={`${row.id}.ndjson`}
        >
          Canonical rows
        </a>
      </div>
      {found.loaded && found.rows.length === 0 ? (
        <p className="muted">No row.</p>
      ) : (
        <VirtualTable
          caption={`Rows of ${row.id}`}
          rows={found.rows}
          columns={columnsOf(row)}
          keyOf={(each) => `${each.key} ${each.day}`}
          nameOf={(each) => each.key}
        />
      )}
      {found.more ? (
        <div>
          <button type="button" className="button" onClick={found.more}>
            Read more rows
          </button>
        </div>
      ) : null}
    </section>
  );
}

function columnsOf({ mapping }: Population): readonly WideColumn<PopulationRow>[] {
  return [
    {
      name: 'Key',
      width: 180,
      value: (row) => row.key,
      show: (row) => (
        <span className="mono small" title={row.key}>
          {row.key.length > 20 ? `${row.key.slice(0, 19)}…` : row.key}
        </span>
      ),
    },
    { name: 'Day', width: 108, value: (row) => row.day, show: (row) => row.day },
    { name: 'Done', width: 108, value: (row) => row.done ?? '', show: (row) => row.done ?? '—' },
    ...mapping.fields.slice(0, FIELDS_SHOWN).map((name): WideColumn<PopulationRow> => ({
      name,
      value: (row) => row.fields[name] ?? '',
      show: (row) => row.fields[name] ?? '',
    })),
  ];
}
