// What belongs into the room and is not in it: chosen one by one, released together.
import { useState } from 'react';
import { api, useChange, useOrg } from '../../data/api.ts';
import { Empty, Loaded } from '../../ui/page.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { countText } from '../../ui/words.ts';
import { ControlCodes } from './ControlCodes.tsx';
import { THINGS, type Candidate, type Room } from './rooms.ts';

/** As many as one request may release. */
const MOST = 200;

export function Candidates({ org, room }: { readonly org: string; readonly room: Room }) {
  const found = useOrg(org, ['rooms', room.id, 'candidates'], () =>
    api['rooms.candidates']({ params: { org, room: room.id } }),
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const change = useChange(org);
  const turn = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <Loaded of={found}>
      {({ data }) => {
        const things = data.filter(({ id }) => chosen.has(id)).slice(0, MOST);
        const release = (): void => {
          change.mutate({
            act: () =>
              api['rooms.release']({
                params: { org, room: room.id },
                body: { things: things.map(({ kind, id }) => ({ kind, id })) },
              }),
            done: `${countText(things.length, 'thing')} released; each can be taken back until it is opened.`,
          });
          setChosen(new Set());
        };
        const closed = room.state === 'ended' ? 'The room has ended' : undefined;
        return (
          <DataTable
            caption="Not released"
            file={`${room.id}-not-released`}
            rows={data}
            columns={columnsOf(chosen, turn)}
            keyOf={(row) => row.id}
            tools={
              <>
                <button
                  type="button"
                  className="button primary"
                  disabled={things.length === 0 || closed !== undefined || change.isPending}
                  title={closed ?? (things.length === 0 ? 'Choose what is released first' : undefined)}
                  onClick={release}
                >
                  Release {things.length === 0 ? '' : countText(things.length, 'thing')}
                </button>
                <button
                  type="button"
                  className="button quiet"
                  onClick={() =>
                    setChosen(new Set(data.filter(({ note }) => note === '').map(({ id }) => id)))
                  }
                >
                  Choose all without a remark
                </button>
              </>
            }
            empty={
              <Empty title="Nothing is left">
                <p>Everything of the room’s period and controls is in it as it stands.</p>
              </Empty>
            }
          />
        );
      }}
    </Loaded>
  );
}

function columnsOf(chosen: ReadonlySet<string>, turn: (id: string) => void): readonly Column<Candidate>[] {
  return [
    {
      name: 'Choose',
      value: (row) => (chosen.has(row.id) ? 1 : 0),
      show: (row) => (
        <input
          type="checkbox"
          aria-label={`Choose ${row.id}`}
          checked={chosen.has(row.id)}
          onChange={() => turn(row.id)}
        />
      ),
    },
    {
      name: 'Thing',
      grow: true,
      value: (row) => row.title,
      show: (row) => (
        <>
          <span className="mono">{row.id}</span> {row.title}
          {row.note === '' ? null : <span className="block small note">{row.note}</span>}
        </>
      ),
    },
    { name: 'Kind', value: (row) => THINGS[row.kind], show: (row) => THINGS[row.kind] },
    {
      name: 'Controls',
      wide: true,
      value: (row) => row.controls.join(' '),
      show: (row) => <ControlCodes codes={row.controls} />,
    },
    { name: 'From', value: (row) => row.from, show: (row) => <time dateTime={row.from}>{row.from}</time> },
  ];
}
