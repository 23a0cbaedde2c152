// A room from inside, for somebody of the audit firm: what was released, what both sides say, what was read.
import { addressOf } from '@assay/contract';
import { Link, useParams } from '@tanstack/react-router';
import { ApiFailure, api, useOrg, useSession } from '../../../data/api.ts';
import { Loaded, PageHead } from '../../../ui/page.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { ReadsTable } from '../Reads.tsx';
import { SaidList } from '../SaidList.tsx';
import { SayForm } from '../SayForm.tsx';
import type { Desk } from '../rooms.ts';
import { DeskView } from './DeskView.tsx';

/** The rooms that somebody was invited to; a single one is opened at once. */
export function DesksPage() {
  const { org } = useParams({ from: '/o/$org/desk' });
  const session = useSession();
  const own = session.data?.organisations.find(({ slug }) => slug === org);
  const rooms = (own?.narrowed ?? []).flatMap(({ within, permissions }) =>
    within.kind === 'engagement' && within.id !== undefined && permissions.includes('rooms.enter')
      ? [within.id]
      : [],
  );
  const [only, ...others] = [...new Set(rooms)];
  if (only !== undefined && others.length === 0) return <OneDesk org={org} room={only} part="released" />;
  return (
    <div className="page">
      <PageHead
        title="Rooms"
        name="Rooms"
        sentence={only === undefined ? 'You are in no room here.' : 'Choose the engagement that you work on.'}
      />
      <ul className="stack">
        {[...new Set(rooms)].map((room) => (
          <li key={room}>
            <Link to="/o/$org/desk/$room" params={{ org, room }}>
              <RoomName org={org} room={room} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function DeskPage() {
  const { org, room } = useParams({ from: '/o/$org/desk/$room' });
  return <OneDesk org={org} room={room} part="released" />;
}

export function DeskPartPage() {
  const { org, room, part } = useParams({ from: '/o/$org/desk/$room/$part' });
  return <OneDesk org={org} room={room} part={part} />;
}

function useDesk(org: string, room: string) {
  return useOrg(org, ['desk', room], () => api['desk.read']({ params: { org, room } }));
}

/** The title of a room; one that is closed says so. */
function RoomName({ org, room }: { readonly org: string; readonly room: string }) {
  const found = useDesk(org, room);
  return found.data?.title ?? (found.error ? 'A room that is closed' : room);
}

function OneDesk({
  org,
  room,
  part,
}: {
  readonly org: string;
  readonly room: string;
  readonly part: string;
}) {
  const found = useDesk(org, room);
  const failure = found.error instanceof ApiFailure ? found.error.failure : undefined;
  if (failure?.code === 'room.second_factor' || failure?.code === 'room.closed')
    return <Shut org={org} {...failure} />;
  return <Loaded of={found}>{(desk) => <Inside org={org} desk={desk} part={part} />}</Loaded>;
}

/** Why the room is not open to somebody, and what they can do. */
function Shut({
  org,
  code,
  detail,
}: {
  readonly org: string;
  readonly code: string;
  readonly detail: string;
}) {
  const title = code === 'room.closed' ? 'The room is closed' : 'A passkey is needed first';
  return (
    <div className="page">
      <PageHead title={title} name={title} sentence={detail}>
        {code === 'room.closed' ? null : (
          <Link className="button primary" to="/o/$org/account" params={{ org }}>
            Open your account
          </Link>
        )}
      </PageHead>
    </div>
  );
}

function Inside({ org, desk, part }: { readonly org: string; readonly desk: Desk; readonly part: string }) {
  const base = `/desk/${desk.id}`;
  return (
    <div className="page">
      <PageHead title={desk.title} name={desk.title} sentence={desk.sentence} />
      <Tabs
        org={org}
        label={desk.title}
        tabs={[
          [base, 'Released'],
          [`${base}/comments`, 'Comments'],
          [`${base}/reads`, 'Reads'],
        ]}
      />
      {part === 'comments' ? (
        <Comments org={org} room={desk.id} />
      ) : part === 'reads' ? (
        <Reads org={org} room={desk.id} />
      ) : (
        <DeskView
          desk={desk}
          read={(release) => api['desk.item']({ params: { org, room: desk.id, release } })}
          place={[org, desk.id, 'desk']}
          fileAt={(release) => addressOf('desk.file', { params: { org, room: desk.id, release } })}
        />
      )}
    </div>
  );
}

interface Part {
  readonly org: string;
  readonly room: string;
}

function Comments({ org, room }: Part) {
  const found = useOrg(org, ['desk', room, 'comments'], () =>
    api['desk.comments']({ params: { org, room } }),
  );
  return (
    <Loaded of={found}>
      {({ data }) => (
        <section className="section stack">
          <SaidList all={data} />
          <SayForm
            org={org}
            act="Say it to both sides"
            send={(text) => api['desk.comment']({ params: { org, room }, body: { text } })}
          />
        </section>
      )}
    </Loaded>
  );
}

function Reads({ org, room }: Part) {
  const found = useOrg(org, ['desk', room, 'reads'], () => api['desk.reads']({ params: { org, room } }));
  return <Loaded of={found}>{({ data }) => <ReadsTable room={room} reads={data} />}</Loaded>;
}
