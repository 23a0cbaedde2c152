// Auditors' rooms: one for each engagement, what is in it, who is in it, until when.
import { Link, useParams, useSearch, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { May } from '../../data/may.tsx';
import { AuditTabs } from '../../ui/AuditTabs.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { OpenRoom } from './OpenRoom.tsx';
import { KINDS, lastDay, useRooms, type Room } from './rooms.ts';

export function RoomsPage() {
  const { org } = useParams({ from: '/o/$org/audits/rooms' });
  const search = useSearch({ from: '/o/$org/audits/rooms' });
  const navigate = useNavigate({ from: '/o/$org/audits/rooms' });
  const [opening, setOpening] = useState(false);
  const found = useRooms(org);
  const words = (search.q ?? '').toLowerCase();
  return (
    <Loaded of={found}>
      {({ data, sentence }) => (
        <div className="page">
          <PageHead title="Audits" name="Rooms" sentence={sentence}>
            <May org={org} needs="rooms.change">
              <button type="button" className="button primary" onClick={() => setOpening(true)}>
                Open a room
              </button>
            </May>
          </PageHead>
          <AuditTabs org={org} />
          <DataTable
            caption="Auditors’ rooms"
            file="rooms"
            rows={data.filter((row) => `${row.title} ${row.firm} ${row.state}`.toLowerCase().includes(words))}
            columns={columnsOf(org)}
            keyOf={(row) => row.id}
            tools={
              <SearchBox
                label="Filter"
                hint="Title, firm"
                value={search.q}
                change={(q) => void navigate({ search: { ...search, q }, replace: true })}
              />
            }
            empty={
              <Empty title="No room here">
                <p>
                  A room belongs to one audit. Somebody of the audit firm sees in it what you release, and
                  nothing else of yours; each of their reads stands here.
                </p>
              </Empty>
            }
          />
          {opening ? <OpenRoom org={org} close={() => setOpening(false)} /> : null}
        </div>
      )}
    </Loaded>
  );
}

function columnsOf(org: string): readonly Column<Room>[] {
  return [
    {
      name: 'Room',
      grow: true,
      value: (row) => row.title,
      show: (row) => (
        <>
          <Link to="/o/$org/audits/rooms/$room" params={{ org, room: row.id }}>
            {row.title}
          </Link>
          <span className="block muted small">{row.sentence}</span>
        </>
      ),
    },
    { name: 'Engagement', value: (row) => KINDS[row.kind], show: (row) => KINDS[row.kind] },
    { name: 'Firm', value: (row) => row.firm, show: (row) => row.firm },
    {
      name: 'Period',
      value: (row) => row.from,
      show: (row) => `${row.from} to ${lastDay(row.until)}`,
    },
    { name: 'State', value: (row) => row.state, show: (row) => <RoomMark room={row} /> },
    { name: 'Shown', number: true, value: (row) => row.counts.shown, show: (row) => row.counts.shown },
    { name: 'Reads', number: true, value: (row) => row.counts.reads, show: (row) => row.counts.reads },
  ];
}

export function RoomMark({ room }: { readonly room: Pick<Room, 'state'> }) {
  return room.state === 'open' ? (
    <StatusMark state="proved">Open</StatusMark>
  ) : (
    <StatusMark state="ended">Ended</StatusMark>
  );
}
