// What an import would do is what it then does, and the history of a check names what each word came from.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import { importFile } from '../../testing/imports.ts';

let house: House;
const base = '/v1/orgs/effect';
const CHECK = 'prowler:iam_root_mfa_enabled';

beforeAll(async () => {
  house = await openHouse();
  await house.organisation('effect');
}, 120_000);
afterAll(() => house.close());

it('says how both views would change, and the commit then makes exactly that true', async () => {
  const id = await dryRun('fail.json', [['FAIL', 'root-a', '2026-01-05T09:00:00Z']]);
  const effect = await get(`${base}/imports/${id}/effect`);
  const touched = list(effect, 'controls');
  expect(touched.length).toBeGreaterThan(0);
  for (const control of touched) {
    expect(at(control, 'iso', 'committed')).toBe('failing');
    expect(at(control, 'soc2', 'committed')).toBe('failing');
  }
  const requirements = list(effect, 'requirements');
  expect(new Set(requirements.map((each) => at(each, 'view')))).toEqual(new Set(['iso', 'soc2']));
  await ask('POST', `${base}/imports/${id}/commit`);
  for (const control of touched) {
    const now = await get(`${base}/controls/${String(at(control, 'code'))}`);
    expect(at(now, 'iso', 'state')).toBe(at(control, 'iso', 'committed'));
    expect(at(now, 'soc2', 'state')).toBe(at(control, 'soc2', 'committed'));
  }
});

it('keeps every word on a check with the record that brought it, newest first, and one that counts', async () => {
  const id = await dryRun('pass.json', [['PASS', 'root-a', '2026-01-06T09:00:00Z']]);
  const path = `${base}/checks/${encodeURIComponent(CHECK)}/history`;
  expect(list(await get(path), 'data')).toHaveLength(1);
  const done = await ask('POST', `${base}/imports/${id}/commit`);
  const words = list(await get(path), 'data');
  expect(words.map((each) => [at(each, 'status'), at(each, 'latest')])).toEqual([
    ['pass', true],
    ['fail', false],
  ]);
  expect(at(words[0], 'evidence')).toBe(at(done, 'evidence'));
  const first = await get(`${path}?limit=1`);
  const second = await get(`${path}?limit=1&cursor=${String(at(first, 'next_cursor'))}`);
  expect([...list(first, 'data'), ...list(second, 'data')]).toEqual(words);
  expect(list(await get(`${path}?subject=nobody`), 'data')).toEqual([]);
});

it('lays every revision open, field by field', async () => {
  const made = list(await get(`${base}/evidence`), 'data')[0];
  const path = `${base}/evidence/${String(at(made, 'code'))}`;
  await ask('POST', `${path}/review`, { decision: 'reject', reason: 'not of this account' });
  const revisions = list(await get(`${path}/revisions`), 'data');
  expect(revisions.map((each) => [at(each, 'review'), at(each, 'reason')])).toEqual([
    ['pending', null],
    ['rejected', 'not of this account'],
  ]);
});

async function dryRun(
  name: string,
  findings: readonly (readonly [string, string, string])[],
): Promise<string> {
  const bytes = JSON.stringify(
    findings.map(([status, subject, at]) => ({
      metadata: { event_code: 'iam_root_mfa_enabled', product: { name: 'Prowler', version: '5.14.0' } },
      class_uid: 2004,
      severity: 'Critical',
      status_code: status,
      finding_info: { title: 'root' },
      resources: [{ uid: `arn:aws:iam::1:${subject}` }],
      cloud: { account: { uid: '1' } },
      time_dt: at,
    })),
  );
  const artefact = await send(house, 'POST', `${base}/artefacts?filename=${name}`, {
    headers: OWNER,
    bytes,
  });
  const stored: unknown = await artefact.json();
  const read = await importFile(house, base, { artefact: String(at(stored, 'sha256')), filename: name });
  const answer: unknown = await read.json();
  return String(at(answer, 'id'));
}

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await send(house, method, path, { headers: OWNER, body });
  const answer: unknown = await response.json();
  expect(response.ok ? 200 : answer).toBe(200);
  return answer;
}

function get(path: string): Promise<unknown> {
  return ask('GET', path);
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (here, name) =>
      typeof here === 'object' && here !== null
        ? Object.getOwnPropertyDescriptor(here, name)?.value
        : undefined,
    value,
  );
}

function list(value: unknown, name: string): readonly unknown[] {
  const found = at(value, name);
  return Array.isArray(found) ? found : [];
}
