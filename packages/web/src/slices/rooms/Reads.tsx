// Every read of the audit firm; the firm sees the same list.
import { api, useOrg } from '../../data/api.ts';
import { Empty, Loaded } from '../../ui/page.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { minuteText } from '../../ui/words.ts';
import { READS, type Read, type Room } from './rooms.ts';

export function Reads({ org, room }: { readonly org: string; readonly room: Pick<Room, 'id'> }) {
  const found = useOrg(org, ['rooms', room.id, 'reads'], () =>
    api['rooms.reads']({ params: { org, room: room.id } }),
  );
  return <Loaded of={found}>{({ data }) => <ReadsTable room={room.id} reads={data} />}</Loaded>;
}

export function ReadsTable({ room, reads }: { readonly room: string; readonly reads: readonly Read[] }) {
  return (
    <DataTable
      caption="Reads of the audit firm"
      file={`${room}-reads`}
      rows={reads}
      columns={COLUMNS}
      keyOf={(row) => row.id}
      empty={
        <Empty title="Nobody has read anything">
          <p>
            Each time somebody of the audit firm opens the room, a thing in it, its file or the comments, it
            is noted here.
          </p>
        </Empty>
      }
    />
  );
}

const COLUMNS: readonly Column<Read>[] = [
  {
    name: 'At (UTC)',
    value: (row) => row.at,
    show: (row) => <time dateTime={row.at}>{minuteText(row.at)}</time>,
  },
  { name: 'By', value: (row) => row.by, show: (row) => row.by },
  { name: 'Read', value: (row) => READS[row.what], show: (row) => READS[row.what] },
  {
    name: 'Of',
    grow: true,
    value: (row) => row.title,
    show: (row) => (
      <>
        {row.release === null ? null : <span className="mono">{row.release} </span>}
        {row.title}
      </>
    ),
  },
];
