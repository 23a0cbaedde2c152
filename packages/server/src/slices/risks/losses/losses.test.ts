// Risk in money over HTTP: what is said stays, what makes no sense changes nothing, the same seed gives the same bytes.
import { lossCaseOf, lossesOut } from '@assay/contract';
import { answerLosses, marksOf, MOST_YEARS, simulateLosses } from '@assay/core';
import { serve } from '@hono/node-server';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';
import { simulateApart } from './simulate.ts';

const problemOut = z.object({
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string() })).optional(),
});
const BEFORE = {
  frequency: { kind: 'poisson', per_year: 0.4 },
  loss: { kind: 'lognormal', low: 20_000, high: 400_000 },
  justification: 'Peers report two in five years',
};
const AFTER = { ...BEFORE, frequency: { kind: 'poisson', per_year: 0.1 } };

describe('risk in money', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await house.organisation('alpha');
    for (const title of ['Data is copied', 'Service is down']) await write(`POST /risks`, { ...RISK, title });
    await write('POST /risks/R-1/assessments', {
      of: 'inherent',
      likelihood: 4,
      impact: 4,
      justification: 'seen',
    });
    await write('PUT /risks/R-1/treatment', { option: 'modify', controls: ['C-45', 'C-07'] });
  });
  afterAll(() => house.close());
  const RISK = {
    scenario: { view: 'event', event: 'It happens', consequence: 'It hurts' },
    properties: ['availability'],
  };

  async function ask(what: string, body?: object, ifMatch = '"0"') {
    const [method = '', path = ''] = what.split(' ');
    const answer = await send(house, method, `/v1/orgs/alpha${path}`, {
      headers: { ...OWNER, ...(body === undefined ? {} : { 'if-match': ifMatch }) },
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, text: await answer.text(), etag: answer.headers.get('etag') };
  }
  async function write(what: string, body: object, ifMatch?: string) {
    const answer = await ask(what, body, ifMatch);
    expect([answer.status < 300, answer.text]).toEqual([true, expect.any(String)]);
    return answer;
  }
  const refusal = async (what: string, body: object, ifMatch?: string) => {
    const { status, text } = await ask(what, body, ifMatch);
    const { code, detail, errors } = problemOut.parse(JSON.parse(text));
    return { status, code, detail, at: errors?.[0]?.pointer };
  };
  const losses = async () => lossesOut.parse(JSON.parse((await ask('GET /losses')).text));

  it('keeps estimates, tolerance and costs as versions that the ledger holds', async () => {
    const first = await write('PUT /risks/R-1/loss-estimate', { inherent: BEFORE });
    expect(first.etag).toBe('"1"');
    await write('PUT /risks/R-1/loss-estimate', { inherent: BEFORE, residual: AFTER }, '"1"');
    await write('PUT /controls/C-45/cost', { cost: 9000, note: 'licences' });
    await write('PUT /loss-tolerance', {
      currency: 'EUR',
      line: { often: { loss: 50_000, share: 0.1 }, rare: { loss: 500_000, share: 0.01 } },
      justification: 'What the owners said in March',
    });
    const { risks, controls, tolerance } = await losses();
    expect(risks.map(({ code, revision, residual }) => [code, revision, residual?.frequency])).toEqual([
      ['R-1', 2, { kind: 'poisson', per_year: 0.1 }],
      ['R-2', 0, undefined],
    ]);
    expect(controls.map(({ control, cost }) => [control, cost])).toEqual([
      ['C-07', null],
      ['C-45', 9000],
    ]);
    expect(tolerance.justification).toBe('What the owners said in March');
    const verified = await ask('POST /ledger/verify', {});
    expect(JSON.parse(verified.text)).toMatchObject({ ok: true });
  });

  it('refuses what makes no sense by one sentence and its place, and changes nothing', async () => {
    const before = (await ask('GET /losses')).text;
    const reversed = { ...BEFORE, loss: { kind: 'lognormal', low: 400_000, high: 20_000 } };
    expect(await refusal('PUT /risks/R-1/loss-estimate', { inherent: reversed }, '"2"')).toEqual({
      status: 422,
      code: 'losses.refused',
      at: '/body/inherent/loss',
      detail: 'The low end of the interval, 400,000, has to be below its high end, 20,000.',
    });
    expect(
      await refusal('PUT /risks/R-2/loss-estimate', { inherent: BEFORE, residual: AFTER }),
    ).toMatchObject({ code: 'losses.refused', at: '/body/residual' });
    const rising = { often: { loss: 9, share: 0.1 }, rare: { loss: 5, share: 0.01 } };
    expect(
      await refusal('PUT /loss-tolerance', { currency: 'EUR', line: rising, justification: 'so' }, '"1"'),
    ).toMatchObject({ code: 'request.invalid' });
    expect(
      await refusal(
        'PUT /loss-tolerance',
        { currency: 'EUR', line: rising, justification: 'because' },
        '"1"',
      ),
    ).toMatchObject({ code: 'losses.refused', at: '/body/line/rare/loss' });
    expect(await refusal('PUT /controls/C-999/cost', { cost: 1 })).toMatchObject({ status: 404 });
    expect(await refusal('PUT /controls/C-45/cost', { cost: -1 }, '"1"')).toMatchObject({
      code: 'request.invalid',
    });
    expect(await refusal('PUT /risks/R-99/loss-estimate', { inherent: BEFORE })).toMatchObject({
      code: 'risk.not_found',
    });
    expect(await refusal('PUT /risks/R-1/loss-estimate', { inherent: BEFORE })).toMatchObject({
      status: 412,
    });
    expect((await ask('GET /losses')).text).toBe(before);
  });

  it('gives the same bytes for the same seed, and those that core gives on one thread', async () => {
    const path = 'GET /loss-simulation?seed=2026&years=5000';
    const [one, other] = [await ask(path), await ask(path)];
    expect([one.status, one.text === other.text]).toEqual([200, true]);
    const given = lossCaseOf(await losses(), { seed: '2026', years: 5000 });
    const { scenarios, whole } = simulateLosses(given, marksOf(given.tolerance));
    const { sentence, currency, open, ...answer } = z
      .looseObject({ sentence: z.string(), currency: z.string(), open: z.number() })
      .parse(JSON.parse(one.text));
    expect(answer).toEqual(JSON.parse(JSON.stringify(answerLosses(given, scenarios, whole))));
    expect([currency, open, sentence.startsWith('1 of 2 open risks is estimated: ')]).toEqual([
      'EUR',
      2,
      true,
    ]);
    expect((await ask('GET /loss-simulation?seed=7&years=5000')).text).not.toBe(one.text);
  });

  it('prints the figures that it answers, and what they were made from', async () => {
    const { status, text } = await ask('GET /documents/loss-report?format=md');
    const { sentence } = z
      .looseObject({ sentence: z.string() })
      .parse(JSON.parse((await ask('GET /loss-simulation')).text));
    expect([status, text.includes(sentence), text.includes(BEFORE.justification)]).toEqual([200, true, true]);
    expect(text).toContain('Not estimated, and so in no figure: R-2 Service is down');
  });

  it('stops for a client that hangs up, and then answers the next at once', async () => {
    const server = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const url = (years: number) => `http://127.0.0.1:${port}/v1/orgs/alpha/loss-simulation?years=${years}`;
    const startedAt = performance.now();
    await (await fetch(url(MOST_YEARS), { headers: OWNER })).arrayBuffer();
    const whole = performance.now() - startedAt;
    // Simulations come one after the other: as long as those ran on, this one would wait behind them.
    const gone = new AbortController();
    const left = [1, 2, 3].map((seed) =>
      fetch(`${url(MOST_YEARS)}&seed=${seed}`, { headers: OWNER, signal: gone.signal }).catch(() => 'gone'),
    );
    await new Promise((resolve) => setTimeout(resolve, whole / 4));
    gone.abort();
    expect(await Promise.all(left)).toEqual(['gone', 'gone', 'gone']);
    const from = performance.now();
    expect((await fetch(url(100), { headers: OWNER })).status).toBe(200);
    expect(performance.now() - from).toBeLessThan(whole * 1.5);
    server.close();
  });

  it('takes an estimate back, and then knows nothing', async () => {
    await write('PUT /risks/R-1/loss-estimate', { inherent: null }, '"2"');
    const { text } = await ask('GET /loss-simulation?years=1000');
    expect(JSON.parse(text)).toMatchObject({
      scenarios: [],
      curve: [],
      portfolio: { inherent: { mean: 0 } },
    });
    expect(text).toContain('None of 2 open risks is estimated');
  });
});

describe('a simulation apart', () => {
  const scenarios = Array.from({ length: 6 }, (_, i) => ({
    id: `R-${i + 1}`,
    name: '',
    controls: [],
    cost: undefined,
    inherent: {
      frequency: { kind: 'poisson' as const, perYear: 3 },
      loss: { kind: 'lognormal' as const, low: 10, high: 1000 },
    },
    residual: undefined,
  }));
  const given = { seed: '1', years: 2000, scenarios, tolerance: undefined, costs: new Map<string, number>() };

  it('says how far it is, scenario by scenario', async () => {
    const seen: number[] = [];
    const answer = await simulateApart(given, { progress: (done, of) => seen.push(done / of) });
    expect(seen.map((each) => Math.round(each * 6))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(answer?.scenarios.map(({ id }) => id)).toEqual(scenarios.map(({ id }) => id));
  });

  it('stops when it is told to, and when it takes too long', async () => {
    const cancel = new AbortController();
    const long = { ...given, years: 1_000_000 };
    const stopped = simulateApart(long, { cancel: cancel.signal, progress: () => cancel.abort() });
    expect(await stopped).toBeUndefined();
    expect(await simulateApart(long, { longestMs: 30 })).toBeUndefined();
    expect(await simulateApart(given, { cancel: AbortSignal.abort() })).toBeUndefined();
    expect(await simulateApart(given)).toBeDefined();
  });
});
