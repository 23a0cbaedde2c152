// One room: what is in it, what could be, what was said and read, who is in it, and what the audit firm gets.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { useMay } from '../../data/may.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Candidates } from './Candidates.tsx';
import { Comments } from './Comments.tsx';
import { People } from './People.tsx';
import { Preview } from './Preview.tsx';
import { Reads } from './Reads.tsx';
import { Releases } from './Releases.tsx';
import { RoomMark } from './RoomsPage.tsx';
import { KINDS, lastDay, useRoom, type Room } from './rooms.ts';
import './rooms.css';

export function RoomPage() {
  const { org, room } = useParams({ from: '/o/$org/audits/rooms/$room' });
  return <Part org={org} room={room} part="released" />;
}

export function RoomPartPage() {
  const { org, room, part } = useParams({ from: '/o/$org/audits/rooms/$room/$part' });
  return <Part org={org} room={room} part={part} />;
}

function Part({ org, room, part }: { readonly org: string; readonly room: string; readonly part: string }) {
  const found = useRoom(org, room);
  return (
    <Loaded key={room} of={found}>
      {(data) => <One org={org} room={data} part={part} />}
    </Loaded>
  );
}

function One({ org, room, part }: { readonly org: string; readonly room: Room; readonly part: string }) {
  const may = useMay(org);
  const [ending, setEnding] = useState(false);
  const change = useChange(org);
  const base = `/audits/rooms/${room.id}`;
  const end = (because: string): void =>
    change.mutate({
      act: () => api['rooms.end']({ params: { org, room: room.id }, body: { because } }),
      done: `${room.title} has ended; the copy stays.`,
    });
  return (
    <div className="page">
      <PageHead
        title={room.title}
        name={room.title}
        sentence={room.sentence}
        crumbs={
          <Link to="/o/$org/audits/rooms" params={{ org }}>
            Rooms
          </Link>
        }
      >
        {room.ended === null && may('rooms.change') ? (
          <button type="button" className="button" onClick={() => setEnding(true)}>
            End the room
          </button>
        ) : null}
      </PageHead>
      {part === 'preview' ? null : <Facts room={room} />}
      <Tabs
        org={org}
        label={room.title}
        tabs={[
          [base, 'Released'],
          [`${base}/candidates`, 'Not released', 'rooms.change'],
          [`${base}/comments`, 'Comments'],
          [`${base}/reads`, 'Reads'],
          [`${base}/people`, 'People'],
          [`${base}/preview`, 'View as auditor'],
        ]}
      />
      <Shown org={org} room={room} part={part} />
      {ending ? (
        <ReasonDialog
          title={`End ${room.title}`}
          ask="Why does it end? Nobody of the audit firm gets in from then on."
          act="End it for good"
          close={() => setEnding(false)}
          give={end}
        />
      ) : null}
    </div>
  );
}

function Shown({ org, room, part }: { readonly org: string; readonly room: Room; readonly part: string }) {
  switch (part) {
    case 'candidates':
      return <Candidates org={org} room={room} />;
    case 'comments':
      return <Comments org={org} room={room} />;
    case 'reads':
      return <Reads org={org} room={room} />;
    case 'people':
      return <People org={org} room={room} />;
    case 'preview':
      return <Preview org={org} room={room} />;
    default:
      return <Releases org={org} room={room} />;
  }
}

function Facts({ room }: { readonly room: Room }) {
  return (
    <dl className="facts">
      <dt>State</dt>
      <dd>
        <RoomMark room={room} />
        {room.ended ? <span className="muted"> {room.ended.because}</span> : null}
      </dd>
      <dt>Engagement</dt>
      <dd>
        {KINDS[room.kind]} by {room.firm}
      </dd>
      <dt>Period</dt>
      <dd>
        {room.from} to {lastDay(room.until)}
      </dd>
      {room.systems === '' ? null : (
        <>
          <dt>What is looked at</dt>
          <dd className="prose">{room.systems}</dd>
        </>
      )}
      <dt>Controls</dt>
      <dd>
        <details>
          <summary>{room.controls.length} controls</summary>
          <span className="mono small">{room.controls.join(' ')}</span>
        </details>
      </dd>
    </dl>
  );
}
