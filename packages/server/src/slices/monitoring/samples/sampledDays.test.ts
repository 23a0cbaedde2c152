// Items of samples on the days of their events: as the sheet says now, and as it said before.
import { samplesRoutes } from '@assay/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';
import { tellSource } from '../../../testing/leavers.ts';

const answer = samplesRoutes['samples.days'].returns;
const WINDOW = 'from=2026-01-01&until=2026-05-01';

describe('days of samples', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await house.organisation('pins');
    const rows = [1, 2, 3, 4].map((month) => `E-${month},2026-0${month}-10,2026-0${month}-11`);
    const stored = await send(house, 'POST', '/v1/orgs/pins/artefacts?filename=leavers.csv', {
      headers: OWNER,
      bytes: `id,left on,access removed on\n${rows.join('\n')}\n`,
    });
    const { sha256: artefact } = z.object({ sha256: z.string() }).parse(await stored.json());
    await write('POST', '/populations', { artefact, filename: 'leavers.csv', kind: 'leavers' });
    await tellSource(house, '/v1/orgs/pins');
    await write('POST', '/populations/P-1/freeze', {});
  });
  afterAll(() => house.close());

  async function write(method: string, path: string, body: unknown): Promise<void> {
    const response = await send(house, method, `/v1/orgs/pins${path}`, { headers: OWNER, body });
    expect(response.ok).toBe(true);
  }
  const draw = (control: string, size: number) =>
    write('POST', '/samples', {
      population: 'P-1',
      control,
      size: { by: 'own', size, because: 'of this test' },
      attributes: [
        { letter: 'A', text: 'Access was removed', method: 'inspection' },
        { letter: 'B', text: 'The ticket says who', method: 'inspection' },
      ],
    });
  const test = (revision: number, results: object) =>
    write('PUT', '/samples/S-1/results', {
      items: [{ number: 1, revision, results, tested_on: '2026-05-02' }],
    });
  async function days(query: string) {
    const response = await send(house, 'GET', `/v1/orgs/pins/sampled-days?${query}`, { headers: OWNER });
    expect(response.status).toBe(200);
    return answer.parse(await response.json()).data;
  }
  const first = async (query: string) => (await days(query)).find(({ number }) => number === 1)?.result;
  /** An instant between two writes. */
  async function between(): Promise<string> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const now = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    return now;
  }

  it('tells each item on the day of its event, not tested until all attributes are, within the days asked', async () => {
    await draw('C-30', 4);
    expect(await days(WINDOW)).toMatchObject(
      [1, 2, 3, 4].map((month) => ({
        control: 'C-30',
        sample: 'S-1',
        day: `2026-0${month}-10`,
        key: `E-${month}`,
        result: 'not_tested',
      })),
    );
    expect(await days('from=2026-02-10&until=2026-03-10')).toHaveLength(1);
    expect(await days(`${WINDOW}&control=C-07`)).toEqual([]);
    await test(0, { A: 'pass' });
    expect(await first(WINDOW)).toBe('not_tested');
  });

  it('stands in the table of a window, the worst of each day', async () => {
    await write('PUT', '/controls/C-30/state', { state: 'adopted', implementation: 'implemented' });
    const saved = await send(house, 'POST', '/v1/orgs/pins/windows', {
      headers: OWNER,
      body: { name: 'Spring', from: '2026-01-01', until: '2026-05-01' },
    });
    const { id } = z.object({ id: z.string() }).parse(await saved.json());
    const strip = await send(house, 'GET', `/v1/orgs/pins/windows/${id}/strip.csv`, { headers: OWNER });
    const lines = (await strip.text()).split('\r\n').map((line) => line.split(','));
    expect(lines[0]?.[5]).toBe('sampled');
    const own = lines.find(([control]) => control?.endsWith('C-30'));
    expect(own?.[5]).toBe([1, 2, 3, 4].map((month) => `2026-0${month}-10 not tested`).join('; '));
  });

  it('comes in pages that leave nothing out and say nothing twice; a cursor that somebody made up begins again', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = `${WINDOW}&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const response = await send(house, 'GET', `/v1/orgs/pins/sampled-days?${query}`, { headers: OWNER });
      const page = answer.parse(await response.json());
      seen.push(...page.data.map(({ key }) => key));
      cursor = page.next_cursor;
    }
    expect(seen).toEqual(['E-1', 'E-2', 'E-3', 'E-4']);
    const madeUp = Buffer.from(JSON.stringify('["2026-01-01"]')).toString('base64url');
    expect(await days(`${WINDOW}&cursor=${madeUp}`)).toHaveLength(4);
  });

  it('answers from what was recorded by then: results, extensions, draws and voids that came later are left out', async () => {
    const half = await between();
    await test(1, { B: 'pass' });
    const whole = await between();
    await test(2, { A: 'deviation' });
    expect(await first(WINDOW)).toBe('deviation');
    expect(await first(`${WINDOW}&at=${whole}`)).toBe('pass');
    expect(await first(`${WINDOW}&at=${half}`)).toBe('not_tested');
    expect(await days(`${WINDOW}&at=2026-01-01T00:00:00Z`)).toEqual([]);

    await draw('C-07', 1);
    const small = await between();
    await write('POST', '/samples/S-2/extend', { to: 3, because: 'one more look' });
    const large = await between();
    await write('POST', '/samples/S-2/void', { because: 'the wrong control' });
    const ofSecond = async (at: string) => (await days(`${WINDOW}&control=C-07${at}`)).length;
    expect([await ofSecond(`&at=${half}`), await ofSecond(`&at=${small}`)]).toEqual([0, 1]);
    expect([await ofSecond(`&at=${large}`), await ofSecond('')]).toEqual([3, 0]);
  });

  it('refuses days that are none', async () => {
    const path = '/v1/orgs/pins/sampled-days?from=2026-05-01&until=2026-01-01';
    const response = await send(house, 'GET', path, { headers: OWNER });
    expect(await response.json()).toMatchObject({ code: 'window.period' });
  });
});
