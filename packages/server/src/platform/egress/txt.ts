// TXT records of a name, as the machine's resolver knows them.
import { Resolver } from 'node:dns/promises';

export type TxtRecords = (name: string) => Promise<readonly (readonly string[])[]>;

const WITHIN_MS = 5_000;

/** What cannot be asked is not there: whoever waits for a record asks again. `at`: another resolver, as address:port. */
export function resolverTxt(at?: string): TxtRecords {
  const resolver = new Resolver({ timeout: WITHIN_MS, tries: 2 });
  if (at !== undefined) resolver.setServers([at]);
  return (name) => resolver.resolveTxt(name).catch(() => []);
}
