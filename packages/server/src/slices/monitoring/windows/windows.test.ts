// Windows over a real engine: what was said of schedules, exclusions and evidence changes what a window answers.
import { windowAnswerOut, windowControlDetailOut, windowDayOut } from '@assay/contract';
import { addDays, dateOfInstant, type PlainDate } from '@assay/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OWNER, openHouse, send, type House } from '../../../testing/house.ts';

const BASE = '/v1/orgs/harbour';
const CONTROL = 'C-43';

let house: House;
let today: PlainDate;

beforeAll(async () => {
  house = await openHouse();
  await house.organisation('harbour');
  today = dateOfInstant(house.deps.clock.now());
  await ask('PUT', `/controls/${CONTROL}/state`, { state: 'adopted', implementation: 'implemented' });
  await ask('PATCH', '', {
    examination: { type: 'type2', from: addDays(today, -90), until: addDays(today, 90) },
  });
  await ask('PATCH', `/controls/${CONTROL}/schedule`, {
    started_on: addDays(today, -300),
    versions: [
      {
        from: addDays(today, -300),
        cadence: { kind: 'periodic', frequency: 'daily', mode: 'calendar', grace_days: 0 },
      },
    ],
  });
}, 60_000);
afterAll(() => house.close());

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const held = await etagOf(path, method);
  const response = await send(house, method, `${BASE}${path}`, {
    headers: { ...OWNER, ...(held === undefined ? {} : { 'if-match': held }) },
    ...(body === undefined ? {} : { body }),
  });
  const answer: unknown = response.status === 204 ? undefined : await response.json();
  expect([response.ok, answer]).toEqual([true, answer]);
  return answer;
}

async function etagOf(path: string, method: string): Promise<string | undefined> {
  if (method !== 'PATCH') return undefined;
  return (await send(house, 'GET', `${BASE}${path}`, { headers: OWNER })).headers.get('etag') ?? undefined;
}

async function window(id = 'current', at?: string) {
  const query = at === undefined ? '' : `?at=${at}`;
  return windowAnswerOut.parse(await ask('GET', `/windows/${id}${query}`));
}

async function detail() {
  return windowControlDetailOut.parse(await ask('GET', `/windows/current/controls/${CONTROL}`));
}

async function perform(on: PlainDate): Promise<string> {
  const made = await send(
    house,
    'POST',
    `${BASE}/evidence/push?filename=a.txt&performed_at=${on}&controls=${CONTROL}`,
    {
      headers: OWNER,
      bytes: `review of ${on}`,
    },
  );
  const { code } = z.looseObject({ code: z.string() }).parse(await made.json());
  await ask('POST', `/evidence/${code}/review`, { decision: 'accept' });
  return code;
}

describe('a window', () => {
  it('asks every day of a daily control, and says what deviates', async () => {
    const { controls, sentence, earliest_clean_start } = await window();
    const [found] = controls;
    expect(found).toMatchObject({
      code: CONTROL,
      standing: 'failed',
      coverage: { numerator: 0, denominator: 90 },
    });
    expect(found?.days).toEqual([
      { state: 'missed', days: 90 },
      { state: 'pending', days: 90 },
    ]);
    expect(sentence).toContain('Day 90 of 180: 0 of 1 control clear');
    expect(earliest_clean_start).toBe(today);
  });

  it('is filled by evidence that a person accepted, and shows its proof on its day', async () => {
    const yesterday = addDays(today, -1);
    const code = await perform(yesterday);
    const answer = windowDayOut.parse(
      await ask('GET', `/windows/current/controls/${CONTROL}/days/${yesterday}`),
    );
    expect(answer.state).toBe('operated');
    expect(answer.evidence.map((each) => [each.code, each.ledger_index !== null])).toEqual([[code, true]]);
    expect((await detail()).control.coverage).toEqual({ numerator: 1, denominator: 90 });
  });

  it('does not count what was put on record long after, until a reviewer vouches for it', async () => {
    const long = addDays(today, -30);
    const code = await perform(long);
    const before = await detail();
    expect(before.control.reconstructed).toEqual([code]);
    await ask('PUT', `/evidence/${code}/bearings/${CONTROL}`, { support: 'the mail of that very day' });
    const after = await detail();
    expect(after.control.reconstructed).toEqual([]);
    expect(after.control.coverage.numerator).toBe(before.control.coverage.numerator + 1);
  });

  it('leaves excluded days out, and counts them again when the exclusion has ended', async () => {
    const { control: before } = await detail();
    const made = z.looseObject({ id: z.string(), state: z.string() }).parse(
      await ask('POST', '/exclusions', {
        control: CONTROL,
        from: addDays(today, -20),
        until: addDays(today, -10),
        reason: 'the tool was moved',
        owner: 'Ada',
      }),
    );
    expect(made.state).toBe('ended');
    const during = await detail();
    expect(during.control.counts.excluded).toBe(10);
    expect(during.control.counts.expected).toBe(before.counts.expected - 10);
    expect(during.exclusions.map(({ id }) => id)).toEqual([made.id]);
  });

  it('answers for an earlier instant with what was known then', async () => {
    const then = house.deps.clock.now();
    const { control: before } = await detail();
    await perform(addDays(today, -2));
    expect((await window('current', then)).controls[0]?.coverage).toEqual(before.coverage);
    expect((await window()).controls[0]?.coverage.numerator).toBe(before.coverage.numerator + 1);
  });

  it('says what another start would take, and keeps it as a plan whose tasks follow the data', async () => {
    const days = { from: addDays(today, -1), until: addDays(today, 100) };
    const supposed = z
      .looseObject({ clean: z.looseObject({ numerator: z.number() }), needs: z.array(z.unknown()) })
      .parse(await ask('GET', `/window-starts?from=${days.from}&until=${days.until}`));
    expect([supposed.clean.numerator, supposed.needs.length]).toEqual([1, 1]);
    const plan = z
      .looseObject({ id: z.string(), kind: z.string() })
      .parse(await ask('POST', '/windows', { name: 'First report', ...days }));
    expect(plan).toMatchObject({ id: 'W-1', kind: 'plan' });
    const { data } = z
      .object({ data: z.array(z.looseObject({ task: z.string() })) })
      .parse(await ask('GET', '/windows/w-1/tasks?task=done'));
    expect(data).toHaveLength(1);
    const listed = z.object({
      data: z.array(z.looseObject({ id: z.string() })),
      next_cursor: z.string().nullable(),
    });
    const one = listed.parse(await ask('GET', '/windows?limit=1'));
    const two = listed.parse(await ask('GET', `/windows?limit=1&cursor=${one.next_cursor ?? ''}`));
    expect([...one.data, ...two.data].map(({ id }) => id)).toEqual(['current', 'W-1']);
    expect(two.next_cursor).toBeNull();
    await ask('DELETE', '/windows/W-1');
    expect((await send(house, 'GET', `${BASE}/windows/W-1`, { headers: OWNER })).status).toBe(404);
  });

  it('tells each scope by itself, and evidence that names none then speaks for none', async () => {
    await ask('PATCH', `/controls/${CONTROL}/schedule`, { scopes: [{ name: 'eu' }, { name: 'us' }] });
    const found = await detail();
    expect(found.scopes.map(({ name }) => name)).toEqual(['eu', 'us']);
    expect(found.control.coverage.numerator).toBe(0);
  });
});

describe('what cannot be said', () => {
  it.each([
    [
      'two cadences of one day',
      { versions: [1, 2].map(() => version('2026-01-01')) },
      '/body/versions/1/from',
    ],
    ['a life that ends before it begins', { retired_on: '2001-01-01' }, '/body/retired_on'],
    ['a control in its own place', { replaces: CONTROL }, '/body/replaces'],
  ])('%s', async (_, body, pointer) => {
    const etag = await etagOf(`/controls/${CONTROL}/schedule`, 'PATCH');
    const response = await send(house, 'PATCH', `${BASE}/controls/${CONTROL}/schedule`, {
      headers: { ...OWNER, 'if-match': etag ?? '' },
      body,
    });
    const text = await response.text();
    expect([response.status, text.includes('schedule.invalid'), text.includes(pointer)]).toEqual([
      422,
      true,
      true,
    ]);
  });

  it('a window that runs for less than three months', async () => {
    const body = { name: 'short', kind: 'open', from: '2026-01-01', until: '2026-02-01' };
    const response = await send(house, 'POST', `${BASE}/windows`, { headers: OWNER, body });
    expect([response.status, (await response.text()).includes('window.period')]).toEqual([422, true]);
  });
});

function version(from: string) {
  return { from, cadence: { kind: 'event', within_days: 1 } };
}
