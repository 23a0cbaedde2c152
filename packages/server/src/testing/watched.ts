// A house whose database tells when it is read beside a write, and when the transaction of a write begins.
import { httpApp } from '../app/http.ts';
import { Database, type Tx } from '../platform/postgres/database.ts';
import type { House } from './house.ts';

type Seen = 'read' | 'begun';

class WatchedDatabase extends Database {
  readonly seen: Seen[] = [];
  /** Called once the next read beside a write is over. */
  afterRead: () => void = () => undefined;

  override async inOrganisation<T>(
    org: Parameters<Database['inOrganisation']>[0],
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const found = await super.inOrganisation(org, work);
    this.seen.push('read');
    this.afterRead();
    return found;
  }

  override begin(): ReturnType<Database['begin']> {
    this.seen.push('begun');
    return super.begin();
  }
}

/** The same house over a database that is watched; closing it closes only the watching connections. */
export function watchedHouse(house: House): House & { readonly watched: WatchedDatabase } {
  const watched = new WatchedDatabase(house.place);
  const deps = { ...house.deps, db: watched, pool: watched };
  const app = httpApp(deps, { hosts: ['test'], web: '/nowhere', requestsPerMinute: 1_000_000 });
  return { ...house, deps, app, watched, close: () => watched.close() };
}
