// All versions of a record, who wrote and who approved each; and what changed from one to the next.
import { useState } from 'react';
import { api, useOrg } from '../../../data/api.ts';
import { TableSection, type SmallColumn } from '../../../ui/TableSection.tsx';
import { minuteText, said } from '../../../ui/words.ts';
import { useVersions, type IsmsRow } from '../records.ts';

interface Props {
  readonly org: string;
  readonly id: string;
  /** Shows a version on the page above. */
  readonly read: (revision: number) => void;
}

export function History({ org, id, read }: Props) {
  const versions = useVersions(org, id);
  const [shown, setShown] = useState<number>();
  const rows = (versions.data?.data ?? []).toReversed();
  if (rows.length === 0) return null;
  return (
    <>
      <TableSection
        title="Versions"
        file={`${id}-versions`}
        rows={rows}
        columns={columns(shown, { read, show: (next) => setShown(next === shown ? undefined : next) })}
        keyOf={(row) => String(row.revision)}
      />
      {shown === undefined ? null : <Difference org={org} id={id} to={shown} />}
    </>
  );
}

function columns(
  shown: number | undefined,
  { read, show }: { readonly read: (revision: number) => void; readonly show: (revision: number) => void },
): readonly SmallColumn<IsmsRow>[] {
  return [
    {
      name: 'Version',
      value: (row) => row.revision,
      show: (row) => (
        <button type="button" className="plain" onClick={() => read(row.revision)}>
          version {row.revision}
        </button>
      ),
    },
    { name: 'Written', value: (row) => row.at, show: (row) => minuteText(row.at) },
    { name: 'By', value: (row) => row.by, show: (row) => row.by },
    {
      name: 'Approved',
      grow: true,
      value: (row) => row.approval?.by ?? '',
      show: (row) =>
        row.approval ? (
          `${minuteText(row.approval.at)} by ${row.approval.by}, ${said(row.approval.role)}`
        ) : (
          <span className="muted">—</span>
        ),
    },
    {
      name: 'Changes',
      show: (row) =>
        row.revision === 1 ? null : (
          <button
            type="button"
            className="plain"
            aria-expanded={shown === row.revision}
            onClick={() => show(row.revision)}
          >
            {shown === row.revision ? 'hide' : 'what changed'}
            <span className="sr"> in version {row.revision}</span>
          </button>
        ),
    },
  ];
}

function Difference({ org, id, to }: { readonly org: string; readonly id: string; readonly to: number }) {
  const found = useOrg(org, ['isms', id, 'difference', to], () =>
    api['isms.difference']({
      params: { org, record: id },
      query: { from: String(to - 1), to: String(to) },
    }),
  );
  if (!found.data) return null;
  const { data, from } = found.data;
  return (
    <TableSection
      title={`What changed from version ${from} to version ${to}`}
      file={`${id}-difference-${from}-${to}`}
      rows={data}
      keyOf={(row) => `${row.section} ${row.change} ${row.line}`}
      empty={<p className="muted">Nothing: the two say the same.</p>}
      columns={[
        { name: 'Part', value: (row) => row.section, show: (row) => row.section },
        {
          name: 'Change',
          value: (row) => row.change,
          show: (row) => (row.change === 'new' ? '+ new' : '− gone'),
        },
        {
          name: 'Line',
          grow: true,
          value: (row) => row.line,
          show: (row) => (row.change === 'gone' ? <del>{row.line}</del> : row.line),
        },
      ]}
    />
  );
}
