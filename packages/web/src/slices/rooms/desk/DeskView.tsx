// What is in a room, and one thing of it opened. Preview and the audit firm's own page are this one view.
import type { Failure, Reply } from '@assay/contract';
import type { Result } from '@assay/core';
import { useState } from 'react';
import { useOrg } from '../../../data/api.ts';
import { Empty, Loaded } from '../../../ui/page.tsx';
import { TableSection, type SmallColumn } from '../../../ui/TableSection.tsx';
import { minuteText } from '../../../ui/words.ts';
import { ControlCodes } from '../ControlCodes.tsx';
import { KINDS, lastDay, THINGS, type Desk, type DeskItem } from '../rooms.ts';
import { Item } from './Item.tsx';
import '../rooms.css';

type Line = Desk['items'][number];

interface Props {
  readonly desk: Desk;
  readonly read: (release: string) => Promise<Result<Reply<DeskItem>, Failure>>;
  /** Organisation, room, and from which side it is looked at: where what was read is kept. */
  readonly place: readonly [org: string, room: string, side: string];
  /** Address of a thing's file; undefined where only the audit firm takes it. */
  readonly fileAt: ((release: string) => string) | undefined;
}

export function DeskView({ desk, read, place, fileAt }: Props) {
  const [opened, setOpened] = useState<string>();
  const close = (): void => setOpened(undefined);
  return (
    <>
      <dl className="facts">
        <dt>Organisation</dt>
        <dd>{desk.organisation}</dd>
        <dt>Engagement</dt>
        <dd>
          {KINDS[desk.kind]} by {desk.firm}
        </dd>
        <dt>Period</dt>
        <dd>
          {desk.from} to {lastDay(desk.until)}
        </dd>
        {desk.systems === '' ? null : (
          <>
            <dt>What is looked at</dt>
            <dd className="prose">{desk.systems}</dd>
          </>
        )}
      </dl>
      {opened === undefined ? null : (
        <Opened key={opened} release={opened} read={read} place={place} fileAt={fileAt} close={close} />
      )}
      <TableSection
        title="Released"
        file={`${desk.id}-released`}
        rows={desk.items}
        columns={itemColumns(setOpened)}
        keyOf={(row) => row.id}
        empty={
          <Empty title="Nothing is released yet">
            <p>What the organisation releases stands here.</p>
          </Empty>
        }
      />
      <TableSection
        title="Controls"
        file={`${desk.id}-controls`}
        rows={desk.controls}
        columns={CONTROL_COLUMNS}
        keyOf={(row) => row.code}
        first={20}
      />
    </>
  );
}

function Opened({
  release,
  read,
  place: [org, room, side],
  fileAt,
  close,
}: Omit<Props, 'desk'> & { readonly release: string; readonly close: () => void }) {
  const found = useOrg(org, ['rooms', room, side, release], () => read(release));
  return <Loaded of={found}>{(item) => <Item item={item} file={fileAt?.(release)} close={close} />}</Loaded>;
}

function itemColumns(open: (release: string) => void): readonly SmallColumn<Line>[] {
  return [
    { name: 'Id', value: (row) => row.id, show: (row) => <span className="mono">{row.id}</span> },
    {
      name: 'Thing',
      grow: true,
      value: (row) => row.title,
      show: (row) => (
        <>
          <button type="button" className="plain room-open" onClick={() => open(row.id)}>
            {row.title}
          </button>
          <span className="block muted small mono">{row.thing}</span>
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
    {
      name: 'Released (UTC)',
      value: (row) => row.released_at,
      show: (row) => <time dateTime={row.released_at}>{minuteText(row.released_at)}</time>,
    },
  ];
}

const CONTROL_COLUMNS: readonly SmallColumn<Desk['controls'][number]>[] = [
  { name: 'Control', value: (row) => row.code, show: (row) => <span className="mono">{row.code}</span> },
  { name: 'Name', grow: true, value: (row) => row.name, show: (row) => row.name },
  { name: 'Released', number: true, value: (row) => row.items, show: (row) => row.items },
];
