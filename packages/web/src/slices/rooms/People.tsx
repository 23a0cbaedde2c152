// Who of the audit firm is in the room: invited by a business address, outside again at once.
import type { Output, Routes } from '@assay/contract';
import { useRef, useState } from 'react';
import { api, useChange, useOrg } from '../../data/api.ts';
import { useMay } from '../../data/may.tsx';
import { Copy } from '../../ui/Copy.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { Loaded } from '../../ui/page.tsx';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import type { Auditor, Room } from './rooms.ts';

const MARKS: Readonly<Record<Auditor['state'], readonly [string, string]>> = {
  in: ['proved', 'In the room'],
  invited: ['pending', 'Invited'],
  expired: ['ended', 'Invitation expired'],
};

export function People({ org, room }: { readonly org: string; readonly room: Room }) {
  const found = useOrg(org, ['rooms', room.id, 'auditors'], () =>
    api['rooms.auditors']({ params: { org, room: room.id } }),
  );
  const may = useMay(org);
  const change = useChange(org);
  const [inviting, setInviting] = useState(false);
  const dismiss = (auditor: Auditor): void =>
    change.mutate({
      act: () => api['rooms.dismiss']({ params: { org, room: room.id, auditor: auditor.id } }),
      done: `${auditor.name ?? auditor.email ?? auditor.id} is outside.`,
    });
  return (
    <Loaded of={found}>
      {({ data }) => (
        <>
          <TableSection
            title="Of the audit firm"
            file={`${room.id}-people`}
            rows={data}
            columns={columnsOf(may('rooms.change') ? dismiss : undefined)}
            keyOf={(row) => row.id}
            acts={
              room.state === 'open' && may('rooms.change') ? (
                <button type="button" className="button primary" onClick={() => setInviting(true)}>
                  Invite somebody
                </button>
              ) : null
            }
            empty={<p className="muted">Nobody is in the room, and nobody is invited.</p>}
          />
          <p className="muted prose">
            They get in with a passkey, or with a password and a one-time code, see this room and nothing
            else, and are outside from the next request on when you take it away or when the room ends.
          </p>
          {inviting ? <Invite org={org} room={room} close={() => setInviting(false)} /> : null}
        </>
      )}
    </Loaded>
  );
}

function columnsOf(dismiss: ((row: Auditor) => void) | undefined): readonly SmallColumn<Auditor>[] {
  const all: SmallColumn<Auditor>[] = [
    {
      name: 'Who',
      grow: true,
      value: (row) => row.name ?? row.email ?? '',
      show: (row) => (
        <>
          {row.name ?? row.email}
          <span className="block muted small">
            {row.name === null ? '' : row.email}
            {row.because === null ? '' : ` ${row.because}`}
          </span>
        </>
      ),
    },
    { name: 'Role', value: (row) => row.role, show: (row) => row.role },
    {
      name: 'State',
      value: (row) => MARKS[row.state][1],
      show: (row) => <StatusMark state={MARKS[row.state][0]}>{MARKS[row.state][1]}</StatusMark>,
    },
  ];
  if (dismiss)
    all.push({
      name: 'End',
      show: (row) => (
        <button
          type="button"
          className="button quiet"
          aria-label={`${row.state === 'in' ? 'Take the room away' : 'Withdraw'}: ${row.name ?? row.email ?? row.id}`}
          onClick={() => dismiss(row)}
        >
          {row.state === 'in' ? 'Take the room away' : 'Withdraw'}
        </button>
      ),
    });
  return all;
}

type Invited = Output<Routes['rooms.invite']>;

function Invite({
  org,
  room,
  close,
}: {
  readonly org: string;
  readonly room: Room;
  readonly close: () => void;
}) {
  const [email, setEmail] = useState('');
  const [because, setBecause] = useState('');
  const [made, setMade] = useState<Invited>();
  const sent = useRef(false);
  if (made)
    return (
      <Dialog
        title={`${made.email ?? ''} is ${made.state === 'in' ? 'in the room' : 'invited'}`}
        close={close}
      >
        {made.state === 'in' ? (
          <p className="prose">They have an account from an engagement before, and find this room in it.</p>
        ) : (
          <>
            <p className="prose">
              {made.mailed ? 'The link was mailed.' : 'No letter could be sent: hand the link over yourself.'}{' '}
              It works once, for seven days, and is not shown again.
            </p>
            <p>
              <Copy text={made.link} what="the link" />
            </p>
          </>
        )}
        <button type="button" className="button primary" onClick={close}>
          Done
        </button>
      </Dialog>
    );
  return (
    <FormDialog
      org={org}
      title={`Invite into ${room.title}`}
      act="Invite"
      done={`${email} is invited.`}
      send={async () => {
        const answer = await api['rooms.invite']({
          params: { org, room: room.id },
          body: { email, ...(because.trim() === '' ? {} : { because }) },
        });
        if (answer.ok) {
          sent.current = true;
          setMade(answer.value.data);
        }
        return answer;
      }}
      close={() => {
        if (!sent.current) close();
      }}
    >
      <label className="field">
        <span>Their business address</span>
        <input
          className="input"
          type="email"
          autoFocus
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </label>
      <label className="field">
        <span>Only for an address of a free provider: how do you know that it is theirs?</span>
        <input
          className="input"
          maxLength={500}
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
      </label>
    </FormDialog>
  );
}
