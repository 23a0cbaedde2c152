// Sizes that an organisation names itself: edited, dropped, made again, and what was drawn by them stays explained.
import { sampleProfilesRoutes, samplesRoutes } from '@assay/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';
import { tellSource } from '../../../testing/leavers.ts';

const detail = samplesRoutes['samples.read'].returns;
const profile = sampleProfilesRoutes['sample_profiles.put'].returns;
const page = sampleProfilesRoutes['sample_profiles.list'].returns;
const refusal = z.looseObject({ code: z.string(), detail: z.string() });

const HOUSE = {
  title: 'Our audit firm',
  rule: {
    kind: 'bands',
    bands: [
      { up_to: 20, size: null },
      { up_to: null, size: 12 },
    ],
  },
  source: 'methodology of the firm, 2026',
};
const ATTRIBUTES = [{ letter: 'A', text: 'Access was removed within a day', method: 'inspection' }];

describe('a sample profile', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await house.organisation('sizes');
    const rows = Array.from(
      { length: 40 },
      (_, i) => `E-${i},2026-0${(i % 4) + 1}-10,2026-0${(i % 4) + 1}-11`,
    );
    const stored = await call('POST', '/artefacts?filename=leavers.csv', {
      bytes: `id,left on,access removed on\n${rows.join('\n')}\n`,
    });
    const { sha256: artefact } = z.object({ sha256: z.string() }).parse(stored.answer);
    await call('POST', '/populations', { body: { artefact, filename: 'leavers.csv', kind: 'leavers' } });
    await tellSource(house, '/v1/orgs/sizes');
    await call('POST', '/populations/P-1/freeze', { body: {} });
  });
  afterAll(() => house.close());

  async function call(
    method: string,
    path: string,
    given: { readonly body?: unknown; readonly bytes?: string; readonly read?: number } = {},
  ): Promise<{ readonly status: number; readonly answer: unknown }> {
    const { read, ...sent } = given;
    const headers = read === undefined ? OWNER : { ...OWNER, 'if-match': `"${read}"` };
    const response = await send(house, method, `/v1/orgs/sizes${path}`, { headers, ...sent });
    const text = await response.text();
    const answer: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, answer };
  }
  const put = (name: string, body: object, read: number) =>
    call('PUT', `/sample-profiles/${name}`, { body, read });
  const code = ({ answer }: { readonly answer: unknown }): string => refusal.parse(answer).code;
  const names = async (query = ''): Promise<readonly string[]> =>
    page.parse((await call('GET', `/sample-profiles${query}`)).answer).data.map(({ name }) => name);
  const draw = () =>
    call('POST', '/samples', {
      body: {
        population: 'P-1',
        control: 'C-30',
        size: { by: 'profile', profile: 'firm' },
        attributes: ATTRIBUTES,
      },
    });

  it('stands beside those that come along, which keep their names', async () => {
    expect(await names()).toEqual([
      'common',
      'banded',
      'ten-percent',
      'attribute-90-10',
      'attribute-95-5',
      'finite-95-5',
    ]);
    const made = await put('firm', HOUSE, 0);
    expect([made.status, profile.parse(made.answer)]).toMatchObject([
      200,
      { ...HOUSE, name: 'firm', built_in: false, revision: 1 },
    ]);
    expect((await names()).at(-1)).toBe('firm');
    for (const name of ['common', 'own']) {
      expect(code(await put(name, HOUSE, 0))).toBe('sample_profile.reserved');
      expect(code(await call('DELETE', `/sample-profiles/${name}`, { read: 0 }))).toBe(
        'sample_profile.reserved',
      );
    }
    const first = page.parse((await call('GET', '/sample-profiles?limit=6')).answer);
    expect([first.has_more, await names(`?limit=6&cursor=${first.next_cursor ?? ''}`)]).toEqual([
      true,
      ['firm'],
    ]);
  });

  it('must give a size for every population, or names the place that does not', async () => {
    const open = { ...HOUSE, rule: { kind: 'bands', bands: [{ up_to: 20, size: 5 }] } };
    const refused = await put('open', open, 0);
    expect([refused.status, refusal.parse(refused.answer).detail]).toEqual([
      422,
      '/body/rule/bands/0/up_to: expected no end, so that every population has a size.',
    ]);
    expect(await names()).not.toContain('open');
  });

  it('explains a draw by the version that it took, whatever becomes of it', async () => {
    const drawn = detail.parse((await draw()).answer);
    expect(drawn).toMatchObject({
      sizes: [12],
      reason: 'Our audit firm: 12 of a population of 21 rows or more (methodology of the firm, 2026).',
      profile: { ...HOUSE, name: 'firm', revision: 1, frequency: null },
    });
    const edited = { ...HOUSE, rule: { kind: 'percent', percent: 50, least: 1, most: 99 } };
    expect(profile.parse((await put('firm', edited, 1)).answer).revision).toBe(2);
    expect(detail.parse((await draw()).answer)).toMatchObject({ sizes: [20], profile: { revision: 2 } });
    const later = detail.parse((await call('GET', '/samples/S-1')).answer);
    expect([later.reason, later.profile]).toEqual([drawn.reason, drawn.profile]);
  });

  it('is edited and dropped only by who saw the version that stands, and comes back', async () => {
    const late = await put('firm', HOUSE, 1);
    expect([late.status, code(late)]).toEqual([412, 'request.conflict']);
    expect(code(await call('DELETE', '/sample-profiles/firm', { read: 1 }))).toBe('request.conflict');
    expect((await call('DELETE', '/sample-profiles/firm', { read: 2 })).status).toBe(204);
    expect(await names()).not.toContain('firm');
    expect(code(await draw())).toBe('sample_profile.not_found');
    expect(code(await call('DELETE', '/sample-profiles/firm', { read: 3 }))).toBe('sample_profile.not_found');
    expect(profile.parse((await put('firm', HOUSE, 0)).answer).revision).toBe(4);
  });
});
