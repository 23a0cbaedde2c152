// The demo keeps its word over HTTP as a stranger sees it first, and a second start leaves it as it was.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Case } from '../case.ts';
import { fieldOf, serve, stop, temporary, type Served } from '../server.ts';

const ORG = '/v1/orgs/harbourline';

export const demoCases: readonly Case[] = [
  {
    name: 'the demo stands half-way in both views, tells its story, and is not made twice',
    run: async () => {
      const place = temporary();
      const data = join(place.path, 'data');
      const first = await serve(data, { demo: 'seeded' });
      const proved = await shares(first);
      assert.ok((proved[0] ?? 0) > 0.58 && (proved[0] ?? 0) < 0.72, `ISO is proved in ${proved[0] ?? 0}`);
      assert.ok((proved[1] ?? 0) > 0.28 && (proved[1] ?? 0) < 0.42, `SOC 2 is proved in ${proved[1] ?? 0}`);
      const late = await first.ask('GET', `${ORG}/controls/C-30`);
      assert.match(JSON.stringify(late.body), /csv:leaver_access_closed/);
      const id = fieldOf((await first.ask('GET', ORG)).body, 'id');
      await stop(first);
      const second = await serve(data, { demo: 'seeded' });
      assert.equal(fieldOf((await second.ask('GET', ORG)).body, 'id'), id);
      assert.deepEqual(await shares(second), proved);
      await stop(second);
      place.remove();
    },
  },
];

/** Proved of those that apply, for ISO and SOC 2. */
async function shares(served: Served): Promise<readonly number[]> {
  const { body } = await served.ask('GET', `${ORG}/posture`);
  return [0, 1].map(
    (i) =>
      Number(fieldOf(body, 'data', i, 'proved', 'numerator')) /
      Number(fieldOf(body, 'data', i, 'proved', 'denominator')),
  );
}
