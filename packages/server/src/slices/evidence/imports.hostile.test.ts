// Half a file is never half imported unless a person asks for the part that could be read; a hostile one never is.
// Reading happens in another process, so the server answers while it goes on.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import { importFile } from '../../testing/imports.ts';
import type { OrgScope } from '../access/access.module.ts';
import { storedObservations } from '../monitoring/monitoring.module.ts';

const answerSchema = z.object({
  id: z.string(),
  state: z.string(),
  reader: z.string(),
  total: z.number(),
  problems: z.object({
    first: z.array(
      z.object({ code: z.string(), level: z.string(), position: z.string(), remedy: z.string() }),
    ),
  }),
});
type Answer = z.infer<typeof answerSchema>;

let house: House;
let scope: OrgScope;
const base = '/v1/orgs/hostile';
const findings = readFileSync(
  new URL('../../../../sources/fixtures/prowler.ocsf.json', import.meta.url),
  'utf8',
).trim();
const half = findings.slice(0, Math.floor(findings.length / 2));

beforeAll(async () => {
  house = await openHouse();
  scope = await house.organisation('hostile');
}, 120_000);
afterAll(() => house.close());

it('refuses half a file with its place and a remedy, and nothing of it can be committed', async () => {
  const refused = await started(half, false);
  expect([refused.state, refused.reader]).toEqual(['refused', 'prowler-ocsf']);
  const fatal = refused.problems.first.filter((each) => each.level === 'fatal');
  expect(fatal.map(({ code, remedy }) => [code, remedy])).toEqual([
    ['json.truncated', 'Send the file again; it was cut off on the way.'],
  ]);
  expect(fatal[0]?.position).toMatch(/^item \d+, byte \d+$/);
  expect((await commit(refused)).status).toBe(422);
  expect(await kept(refused)).toEqual([]);
});

it('takes what came before the cut when asked for the part, and says that it was cut', async () => {
  const part = await started(half, true);
  expect(part.state).toBe('pending');
  expect(part.total).toBeGreaterThan(0);
  expect(part.total).toBeLessThan(7);
  expect(await kept(part)).toHaveLength(part.total);
  expect(part.problems.first.map((each) => each.code)).toContain('json.truncated');
  expect((await commit(part)).status).toBe(200);
});

it.each([
  ['nesting without end', `${findings.slice(0, -1)},{"a":${'['.repeat(200)}`, 'json.depth'],
  ['a DOCTYPE', '<!DOCTYPE x [<!ENTITY a "aa">]><testsuite name="&a;"/>', 'xml.doctype'],
])('refuses %s even when asked for the part', async (_, bytes, code) => {
  const answer = await started(bytes, true);
  expect(answer.state).toBe('refused');
  expect(answer.problems.first.map((each) => each.code)).toContain(code);
  expect((await commit(answer)).status).toBe(422);
});

it('goes on answering while a large file is read', async () => {
  const one = findings.slice(1, findings.indexOf('\n  },') + 4);
  const large = `${JSON.stringify(JSON.parse(one))}\n`.repeat(12_000);
  const state = { reading: true };
  const importing = started(large, false).finally(() => {
    state.reading = false;
  });
  let answered = 0;
  while (state.reading) {
    expect((await send(house, 'GET', '/v1/health')).status).toBe(200);
    answered += 1;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect((await importing).total).toBe(12_000);
  expect(answered).toBeGreaterThan(3);
});

async function started(bytes: string, partial: boolean): Promise<Answer> {
  const stored = await send(house, 'POST', `${base}/artefacts?filename=f`, { headers: OWNER, bytes });
  const artefact = z.object({ sha256: z.string() }).parse(await stored.json()).sha256;
  const body = { artefact, filename: 'f', partial };
  const answer = await importFile(house, base, body);
  return answerSchema.parse(await answer.json());
}

/** What is stored of an import, true or not. */
function kept(answer: Answer): Promise<readonly string[]> {
  const run = { importId: answer.id, from: 0, count: 1000 };
  return house.deps.db.inOrganisation(scope.org, (tx) => storedObservations(tx, scope, run));
}

function commit(answer: Answer): Promise<Response> {
  return send(house, 'POST', `${base}/imports/${answer.id}/commit`, { headers: OWNER });
}
