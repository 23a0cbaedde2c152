// Random reads of somebody of the audit firm: nothing outside of the room's period and controls comes out, by any route.
// `npm run campaign rooms` reads 10,000 times.
import { deskItemOut, deskOut, routes, type Route } from '@assay/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { OWNER, openHouse, send, type House } from '../../testing/house.ts';
import { examiner, roomBody } from '../../testing/rooms.ts';
import { requestFor } from '../../testing/specs.ts';

const READS = Number(process.env['ASSAY_ROOM_READS'] ?? 400);
const BASE = '/v1/orgs/firm';
/** Stands in the title and in the bytes of everything that does not belong into the room. */
const OUTSIDE = 'not-for-auditors';
const CONTROLS = ['C-07', 'C-08', 'C-09', 'C-10'];
const made = z.looseObject({ id: z.string() });

let house: House;
let auditor: Readonly<Record<string, string>>;
let room = '';
let other = '';
/** Codes of evidence that the audit firm may see, as this test knows it. */
const allowed = new Set<string>();
let releases = 0;

let state = Number(process.env['ASSAY_ROOM_SEED'] ?? 7);
function next(below: number): number {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * below);
}

async function post(path: string, body: unknown): Promise<Response> {
  return send(house, 'POST', BASE + path, { headers: OWNER, body });
}

beforeAll(async () => {
  house = await openHouse();
  const scope = await house.organisation('firm');
  const open = async (title: string, controls: readonly string[]): Promise<string> =>
    made.parse(await (await post('/rooms', { ...roomBody(title), controls })).json()).id;
  room = await open('The room', ['C-07', 'C-08']);
  other = await open(`Another ${OUTSIDE}`, ['C-09']);
  for (let i = 0; i < 32; i += 1) await brought(i);
  await post(`/rooms/${room}/comments`, { text: `internal ${OUTSIDE}` });
  await post(`/rooms/${room}/comments`, { text: 'for both', audience: 'shared' });
  // The room is about less than it was: what bears on C-08 alone is not shown any more.
  const narrowed = await send(house, 'PATCH', `${BASE}/rooms/${room}`, {
    headers: { ...OWNER, 'if-match': '"1"' },
    body: { controls: ['C-07'] },
  });
  if (narrowed.status !== 200) throw new Error('the room was not narrowed');
  auditor = await house.person(scope, examiner(room), ['passkey']);
}, 120_000);
afterAll(() => house.close());

/** One piece of evidence, and the try to release it: refused where it does not belong. */
async function brought(i: number): Promise<void> {
  const codes = CONTROLS.filter(() => next(3) === 0);
  const day = ['2025-12-31', '2026-01-01', '2026-03-09', '2026-06-30', '2026-07-01'][next(5)] ?? '2026-01-01';
  const inside = day >= '2026-01-01' && day < '2026-07-01';
  const belongs = inside && codes.some((code) => code === 'C-07' || code === 'C-08');
  const kept = belongs && codes.includes('C-07');
  const title = kept ? `shown ${i}` : `${OUTSIDE} ${i}`;
  const stored = await send(house, 'POST', `${BASE}/artefacts?filename=e${i}.txt`, {
    headers: OWNER,
    bytes: title,
  });
  const { sha256 } = z.looseObject({ sha256: z.string() }).parse(await stored.json());
  const answer = await post('/evidence', { artefact: sha256, title, controls: codes, performed_at: day });
  const { code } = z.looseObject({ code: z.string() }).parse(await answer.json());
  const released = await post(`/rooms/${room}/releases`, { things: [{ kind: 'evidence', id: code }] });
  if (released.status !== (belongs ? 201 : 422))
    throw new Error(`${code} of ${day} for ${codes.join(' ')} was answered ${released.status}`);
  if (belongs) releases += 1;
  if (kept) allowed.add(code);
}

it(`${READS} random reads show nothing outside of the room’s period and controls`, async () => {
  const gets = Object.values<Route>(routes).filter((route) => route.method === 'GET');
  const things = {
    params: { org: 'firm', room, release: 'R-1', evidence: 'E-1', control: 'C-07' },
    bodies: {},
  };
  let answered = 0;
  for (let i = 0; i < READS; i += 1) {
    const desk = `${BASE}/rooms/${next(12) === 0 ? other : room}/desk`;
    const release = `R-${1 + next(releases + 4)}`;
    const any = gets[next(gets.length)];
    const path = [
      desk,
      `${desk}/items/${release}`,
      `${desk}/items/${release}/file`,
      `${desk}/comments`,
      `${desk}/reads`,
      `${BASE}/rooms/${room}/preview/${release}`,
      `${BASE}/evidence/E-${1 + next(32)}/artefact`,
      any ? requestFor(any, 'firm', things).path : desk,
    ][next(8)];
    if (path === undefined) throw new Error('no path was drawn');
    const response = await send(house, 'GET', path, { headers: auditor });
    const text = await response.text();
    expect([path, text.includes(OUTSIDE)]).toEqual([path, false]);
    expect([path, response.status]).toEqual([path, expect.toSatisfy((status: number) => status < 500)]);
    if (response.status !== 200 || !path.startsWith(`${BASE}/rooms/`)) continue;
    answered += 1;
    expect(path.startsWith(`${BASE}/rooms/${room}/desk`)).toBe(true);
    if (path === desk)
      for (const { thing, controls } of deskOut.parse(JSON.parse(text)).items)
        expect([thing, allowed.has(thing), controls]).toEqual([thing, true, ['C-07']]);
    if (path.endsWith(release)) expect(allowed).toContain(deskItemOut.parse(JSON.parse(text)).thing);
  }
  expect(answered).toBeGreaterThan(READS / 8);
  console.log(`rooms: ${READS} random reads, ${answered} answered, 0 outside of period and controls`);
}, 3_600_000);
