// A year of two hundred controls from millions of observations: every window from days, beside the same answer from
// the observations themselves, which must be equal; and what keeping days costs when data come in.
import { isDeepStrictEqual } from 'node:util';
import { serve } from '@hono/node-server';
import { countYear, foldYear, startOfDay, UTC, type ControlCode, type Run } from '@assay/core';
import { z } from 'zod';
import { record } from '../packages/server/src/slices/evidence/ledger/record.ts';
import { rebuildDays, daysDiffer } from '../packages/server/src/slices/monitoring/days/days.repository.ts';
import { rawFailuresOf, rawLooksOf } from '../packages/server/src/slices/monitoring/days/raw.repository.ts';
import { answered, windowsOf } from '../packages/server/src/slices/monitoring/windows/answers.readmodel.ts';
import { material } from '../packages/server/src/slices/monitoring/windows/material.readmodel.ts';
import { runsOf, seenOf } from '../packages/server/src/slices/monitoring/windows/runs.repository.ts';
import type { Figure } from './figure.ts';
import { ms, percentile } from './measure.ts';
import { codeOf, CONTROLS, DAYS, openEstate, sizesOf, type Estate } from './scale/estate.ts';
import { loadDays } from './scale/loads.ts';

const ASKED = 1000;
/** Observations when nobody says how many. */
const USUAL = 1_000_000;
const WARM = 200;

type Runs = ReadonlyMap<ControlCode, readonly Run[]>;

export async function scaleBench(wanted = USUAL): Promise<readonly Figure[]> {
  const estate = await openEstate(wanted);
  try {
    const figures = [
      await rebuilt(estate),
      ...(await windows(estate)),
      await asked(estate),
      await loaded(estate),
    ];
    const differing = await estate.house.deps.db.inOrganisation(estate.scope.org, (tx) =>
      daysDiffer(tx, estate.scope),
    );
    if (differing.length > 0)
      throw new Error(`days differ from what the imports give: ${differing[0] ?? ''}`);
    return figures;
  } finally {
    await estate.close();
  }
}

async function rebuilt({ house, scope, observations }: Estate): Promise<Figure> {
  const began = performance.now();
  const { rollups, spans } = await house.deps.db.inOrganisation(scope.org, (tx) => rebuildDays(tx, scope));
  const took = performance.now() - began;
  // Rows came past the ledger: an entry makes everything that was kept in memory be read again.
  await house.deps.db.inOrganisation(scope.org, (tx) =>
    record(tx, scope, {
      kind: 'bench',
      subject: 'scale',
      at: house.deps.clock.now(),
      payload: { observations },
    }),
  );
  return {
    name: `rebuild of ${millions(observations)}`,
    value: `${(observations / took / 1000).toFixed(2)} M/s, ${(took / 1000).toFixed(1)} s`,
    limit: `${rollups} days, ${spans} failures`,
    ratio: '',
    goal: 'printed',
    met: true,
  };
}

async function windows(estate: Estate): Promise<readonly Figure[]> {
  const { house, scope, now, window, observations } = estate;
  const { catalogue } = house.deps;
  const told = (): Promise<{ readonly runs: Runs; readonly controls: number }> =>
    house.deps.db.inOrganisation(scope.org, async (tx) => {
      const model = await material(tx, scope, { catalogue, now });
      const all = windowsOf(model).map((each) => answered(model, each));
      return { runs: model.runs, controls: all.reduce((sum, { answer }) => sum + answer.controls.length, 0) };
    });
  const before = process.memoryUsage().rss;
  const cold = await timed(told);
  if (cold.value.controls !== CONTROLS) throw new Error(`${cold.value.controls} controls were told`);
  const kept = process.memoryUsage().rss - before;
  const warm: number[] = [];
  for (let i = 0; i < WARM; i += 1) warm.push((await timed(told)).millis);
  const raw = await timed(() => rawRuns(estate));
  for (const [code, runs] of raw.value)
    if (!isDeepStrictEqual(runs, cold.value.runs.get(code))) throw new Error(`runs of ${code} differ`);
  const years = [...cold.value.runs.values()].map((runs) =>
    foldYear({ period: window, zone: UTC, runs, expected: [window] }),
  );
  const counts = years.map((year) => countYear(year));
  const folded: number[] = [];
  for (let i = 0; i < WARM; i += 1)
    folded.push((await timed(() => Promise.resolve(years.map((year) => countYear(year))))).millis);
  const days = await timed(() => seenDays(estate));
  if (counts.reduce((sum, { seen }) => sum + seen, 0) !== days.value) throw new Error('days seen differ');
  const sizes = await sizesOf(estate);
  const mib = (bytes: number): string => `${(bytes / 1048576).toFixed(0)} MiB`;
  return [
    figure(`${CONTROLS} x ${DAYS} days, warm`, percentile(warm.sort(ascending), 0.5), {
      raw: raw.millis,
      goal: 5,
    }),
    figure('  cold: read, folded, evaluated', cold.millis, { raw: raw.millis }),
    figure('  in bits, counted', percentile(folded.sort(ascending), 0.5), { raw: days.millis, goal: 5 }),
    {
      name: '  memory',
      value: `${mib(kept)} resident more, days ${mib(sizes.days)}`,
      limit: `observations ${mib(sizes.observations)}`,
      ratio: (sizes.days / sizes.observations).toFixed(3),
      goal: 'printed',
      met: observations > 0,
    },
  ];
}

/** The same runs from the observations. */
function rawRuns({ house, scope, window }: Estate): Promise<Runs> {
  const sourcesOf = (check: string) => [{ control: codeOf(Number(check.split('-')[1])), source: check }];
  const span = { from: startOfDay(window.from), until: startOfDay(window.until) };
  const by = { looksOf: rawLooksOf, failuresOf: rawFailuresOf };
  return house.deps.db.inOrganisation(scope.org, async (tx) =>
    runsOf(await seenOf(tx, scope, { ...span, sourcesOf, incomplete: new Set() }, by)),
  );
}

/** Days on which a control was seen, counted by the database from the observations, all controls together. */
async function seenDays({ owner, scope, window }: Estate): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    "select count(*)::int as n from (select distinct check_key, (observed_at at time zone 'UTC')::date from observations where org_id = $1 and observed_at >= $2 and observed_at < $3) d",
    [scope.org, startOfDay(window.from), startOfDay(window.until)],
  );
  return rows[0]?.n ?? 0;
}

/** One control’s year after the other, over HTTP. */
async function asked({ house }: Estate): Promise<Figure> {
  const server = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const answer = z.object({ control: z.object({ counts: z.object({ expected: z.number() }) }) });
  const times: number[] = [];
  let bytes = 0;
  for (let i = 0; i < ASKED + 50; i += 1) {
    const { value, millis } = await timed(async () => {
      const path = `/v1/orgs/scale/windows/W-1/controls/${codeOf(i % CONTROLS)}`;
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        headers: { authorization: 'Bearer test-token' },
      });
      return response.text();
    });
    bytes = value.length;
    if (i < 50) {
      const { expected } = answer.parse(JSON.parse(value)).control.counts;
      if (expected !== DAYS) throw new Error(`${expected} days were told`);
    } else times.push(millis);
  }
  server.close();
  times.sort(ascending);
  const p99 = percentile(times, 0.99);
  return {
    name: 'one control’s year over HTTP',
    value: `p99 ${ms(p99)}, p50 ${ms(percentile(times, 0.5))}`,
    limit: `${(bytes / 1024).toFixed(0)} KiB of JSON`,
    ratio: '',
    goal: 'p99 10 ms',
    met: p99 <= 10,
  };
}

async function loaded(estate: Estate): Promise<Figure> {
  const { rows, ingest, days, copy } = await loadDays(estate, 10);
  const ratio = copy / ingest;
  return {
    name: 'ingest with days',
    value: `${(rows / ingest).toFixed(0)} k/s, days ${((100 * days) / ingest).toFixed(0)} %`,
    limit: `COPY alone ${(rows / copy).toFixed(0)} k/s`,
    ratio: ratio.toFixed(2),
    goal: '0.5 of COPY',
    met: ratio >= 0.5,
  };
}

function figure(
  name: string,
  millis: number,
  against: { readonly raw: number; readonly goal?: number },
): Figure {
  const { raw, goal } = against;
  return {
    name,
    value: ms(millis),
    limit: `observations ${ms(raw)}, equal`,
    ratio: `${(raw / millis).toFixed(0)} x`,
    goal: goal === undefined ? 'printed' : `${goal} ms`,
    met: goal === undefined || millis <= goal,
  };
}

async function timed<T>(act: () => Promise<T>): Promise<{ readonly value: T; readonly millis: number }> {
  const began = performance.now();
  const value = await act();
  return { value, millis: performance.now() - began };
}

function ascending(a: number, b: number): number {
  return a - b;
}

function millions(count: number): string {
  return `${(count / 1e6).toFixed(1)} M observations`;
}
