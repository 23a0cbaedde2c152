// Canaries in artefacts and secrets, and a search for them in everything that is kept.
import { Client } from 'pg';
import { newSecret } from '../../../platform/crypto.ts';
import { ownerConnection } from '../../../platform/postgres/database.ts';
import { searchEverywhere, type Searched } from '../../../testing/everywhere.ts';
import { OWNER, send, type House } from '../../../testing/house.ts';

/** Plants as many artefacts and as many secrets; all canaries begin alike, so that one search is for all of them. */
export async function searchForCanaries(
  house: House,
  count: number,
): Promise<Searched & { readonly control: Searched }> {
  const scope = await house.organisation(`canaries-${count}`);
  const word = `canary${newSecret().replace(/[^a-z]/gi, '')}`;
  const sealed: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const answer = await send(house, 'POST', `/v1/orgs/${scope.slug}/artefacts?filename=${i}.txt`, {
      headers: OWNER,
      bytes: `${i} ${word} ${i}\n`.repeat(1 + (i % 7)),
    });
    await answer.arrayBuffer();
    if (answer.status !== 201) throw new Error(`an artefact was answered ${answer.status}`);
    const place = { realm: scope.org, kind: 'ledger-signing-key', item: `canary-${i}`, version: 1 } as const;
    sealed.push(house.deps.secrets.seal(place, Buffer.from(`${word} ${i}`)));
  }
  // A table of secrets, as any slice may keep them.
  const client = new Client(ownerConnection(house.place));
  await client.connect();
  await client.query('create table planted_secrets (sealed text not null)');
  await client.query('insert into planted_secrets select unnest($1::text[])', [sealed]);
  const found = await searchEverywhere(house, word);
  // The search itself is put to the test: one canary that is not sealed must be found.
  await client.query('insert into planted_secrets values ($1)', [
    Buffer.from(`xx ${word}`).toString('base64'),
  ]);
  const control = await searchEverywhere(house, word);
  await client.query('drop table planted_secrets');
  await client.end();
  return { ...found, control };
}
