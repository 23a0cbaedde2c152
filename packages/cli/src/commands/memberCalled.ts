// The one member whom somebody means, by id, name or address.
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import type { Open } from './shared.ts';

export async function memberCalled({ client, org }: Open, who: string) {
  const { data } = take(await client['members.list']({ params: { org } }));
  const named = data.filter(
    (each) =>
      each.state === 'active' &&
      [each.id, each.name, each.email].some((text) => text?.toLowerCase() === who.toLowerCase()),
  );
  const [only, ...others] = named;
  if (only && others.length === 0) return only;
  throw new CommandEnd(
    EXIT.notFound,
    only ? `${named.length} members are called ${who}.` : `Nobody who belongs here is called ${who}.`,
    'assay member list shows their ids.',
  );
}
