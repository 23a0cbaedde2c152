// Durable pushes beside raw fsync on the same disk; a whole import through the server.
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { serve, stop, temporary, fieldOf, type Served } from '../e2e/server.ts';
import { copyRate } from './measure.ts';
import type { Figure } from './figure.ts';

const PUSHES = 400;
const RESULTS = 50_000;

export async function apiBench(): Promise<readonly Figure[]> {
  const place = temporary();
  const served = await serve(join(place.path, 'data'), { demo: false });
  await served.ask('POST', '/v1/orgs', { name: 'Bench' });
  const synced = rawSyncs(place.path);
  const few = await pushRate(served, 4);
  const many = await pushRate(served, 32);
  const lines = Array.from({ length: RESULTS }, (_, i) =>
    JSON.stringify({
      SchemaVersion: '2018-10-08',
      Id: `f-${i}`,
      GeneratorId: `g/${i % 50}`,
      AwsAccountId: '1',
      UpdatedAt: '2026-06-01T05:00:00Z',
      Resources: [{ Id: `arn:${i}` }],
      Compliance: { Status: 'PASSED' },
    }),
  ).join('\n');
  const artefact = await served.ask('POST', '/v1/orgs/bench/artefacts?filename=f.ndjson', lines);
  const importing = performance.now();
  const started = await served.ask('POST', '/v1/orgs/bench/imports', {
    artefact: String(fieldOf(artefact.body, 'sha256')),
    filename: 'f.ndjson',
  });
  const waited = `/v1/orgs/bench/imports/${String(fieldOf(started.body, 'id'))}?wait=20`;
  while (fieldOf((await served.ask('GET', waited)).body, 'state') === 'reading');
  const read = performance.now() - importing;
  const committing = performance.now();
  await served.ask('POST', `/v1/orgs/bench/imports/${String(fieldOf(started.body, 'id'))}/commit`);
  const commit = performance.now() - committing;
  await stop(served);
  const copied = await copyRate();
  place.remove();
  return [
    pushFigure('4', few, synced),
    pushFigure('32', many, synced),
    {
      name: `dry run of ${RESULTS} results`,
      value: `${(RESULTS / (read / 1000) / 1000).toFixed(0)} k/s`,
      limit: `COPY ${(copied / 1000).toFixed(0)} k rows/s`,
      ratio: (RESULTS / (read / 1000) / copied).toFixed(2),
      goal: 'printed',
      met: true,
    },
    {
      name: `commit of ${RESULTS} results`,
      value: `${(RESULTS / (commit / 1000) / 1000).toFixed(0)} k/s`,
      limit: `COPY ${(copied / 1000).toFixed(0)} k rows/s`,
      ratio: (RESULTS / (commit / 1000) / copied).toFixed(2),
      goal: 'printed',
      met: true,
    },
  ];
}

/** Pushes a second, each acknowledged after bytes and record are on the disk. */
async function pushRate(served: Served, writers: number): Promise<number> {
  const each = Math.ceil(PUSHES / writers);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let i = 0; i < each; i += 1) {
        const path = `/v1/orgs/bench/evidence/push?filename=n.txt&title=note&performed_at=2026-01-05&controls=C-07`;
        const answer = await served.ask('POST', path, `of ${writers}: writer ${writer} item ${i}`);
        if (answer.status !== 201) throw new Error(`a push was answered ${answer.status}`);
      }
    }),
  );
  return (each * writers) / ((performance.now() - began) / 1000);
}

function pushFigure(writers: string, rate: number, synced: number): Figure {
  return {
    name: `durable pushes, ${writers} writers`,
    value: `${rate.toFixed(0)}/s`,
    limit: `${synced.toFixed(0)} fsync/s`,
    ratio: (rate / synced).toFixed(2),
    goal: 'printed',
    met: true,
  };
}

/** Small writes with fsync that the disk does in a second. */
function rawSyncs(place: string): number {
  mkdirSync(join(place, 'raw'));
  const file = openSync(join(place, 'raw', 'file'), 'w');
  const began = performance.now();
  for (let i = 0; i < 200; i += 1) {
    writeSync(file, 'x'.repeat(4096));
    fsyncSync(file);
  }
  closeSync(file);
  return 200 / ((performance.now() - began) / 1000);
}
