// What was released: to whom it is shown, when it was first opened, and the way back until then.
import { useState } from 'react';
import { api, useChange, useOrg } from '../../data/api.ts';
import { useMay } from '../../data/may.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded } from '../../ui/page.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { minuteText } from '../../ui/words.ts';
import { THINGS, type Release, type Room } from './rooms.ts';

const MARKS: Readonly<Record<Release['state'], readonly [string, string]>> = {
  shown: ['proved', 'Shown'],
  outside: ['outside_window', 'Not shown: outside the room'],
  withdrawn: ['ended', 'Taken back'],
};

export function Releases({ org, room }: { readonly org: string; readonly room: Room }) {
  const found = useOrg(org, ['rooms', room.id, 'releases'], () =>
    api['rooms.releases']({ params: { org, room: room.id } }),
  );
  const may = useMay(org);
  const change = useChange(org);
  const [taking, setTaking] = useState<Release>();
  const open = room.state === 'open' && may('rooms.change');
  const withdraw = (release: Release, because: string): void =>
    change.mutate({
      act: () =>
        api['rooms.withdraw']({ params: { org, room: room.id, release: release.id }, body: { because } }),
      done: `${release.id} is taken back.`,
    });
  return (
    <Loaded of={found}>
      {({ data }) => (
        <>
          <DataTable
            caption="Released into the room"
            file={`${room.id}-releases`}
            rows={data}
            columns={columnsOf(open ? setTaking : undefined)}
            keyOf={(row) => row.id}
            empty={
              <Empty title="Nothing is released">
                <p>The audit firm sees an empty room. Under “Not released” stands what belongs into it.</p>
              </Empty>
            }
          />
          {taking ? (
            <ReasonDialog
              title={`Take ${taking.id} back`}
              ask={`Why is ${taking.title} taken back? Nobody of the audit firm has opened it.`}
              act="Take it back"
              close={() => setTaking(undefined)}
              give={(because) => withdraw(taking, because)}
            />
          ) : null}
        </>
      )}
    </Loaded>
  );
}

function columnsOf(take: ((row: Release) => void) | undefined): readonly Column<Release>[] {
  return [
    {
      name: 'Id',
      value: (row) => Number(row.id.slice(2)),
      show: (row) => <span className="mono">{row.id}</span>,
    },
    {
      name: 'Thing',
      grow: true,
      value: (row) => row.title,
      show: (row) => (
        <>
          <span className="mono">{row.thing}</span> {row.title}
          <span className="block muted small">
            {THINGS[row.kind]}
            {row.file ? `, ${row.file.filename}` : ''}
            {row.withdrawn ? `. ${row.withdrawn.because}` : ''}
          </span>
        </>
      ),
    },
    {
      name: 'State',
      value: (row) => MARKS[row.state][1],
      show: (row) => <StatusMark state={MARKS[row.state][0]}>{MARKS[row.state][1]}</StatusMark>,
    },
    {
      name: 'Released (UTC)',
      value: (row) => row.released_at,
      show: (row) => (
        <>
          <time dateTime={row.released_at}>{minuteText(row.released_at)}</time>
          <span className="block muted small">{row.released_by}</span>
        </>
      ),
    },
    {
      name: 'First opened (UTC)',
      value: (row) => row.first_viewed ?? '',
      show: (row) => {
        if (row.first_viewed !== null)
          return <time dateTime={row.first_viewed}>{minuteText(row.first_viewed)}</time>;
        if (row.state === 'withdrawn' || !take) return <span className="faint">never</span>;
        return (
          <button
            type="button"
            className="button quiet"
            aria-label={`Take back ${row.id}`}
            onClick={() => take(row)}
          >
            Take back
          </button>
        );
      },
    },
  ];
}
