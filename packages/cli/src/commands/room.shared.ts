// A room as commands name it: by its id, or by its title.
import type { Output, Routes } from '@assay/contract';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import type { Open } from './shared.ts';

export type Room = Output<Routes['rooms.read']>;

export async function inRoom({ client, org }: Pick<Open, 'client' | 'org'>, name: string): Promise<Room> {
  const { data } = take(await client['rooms.list']({ params: { org } }));
  const named = data.filter(({ id, title }) => id === name || title.toLowerCase() === name.toLowerCase());
  const [only, ...others] = named;
  if (only && others.length === 0) return only;
  throw new CommandEnd(
    EXIT.notFound,
    only ? `${named.length} rooms are called ${name}.` : `There is no room ${name}.`,
    'assay room list shows their ids.',
  );
}
