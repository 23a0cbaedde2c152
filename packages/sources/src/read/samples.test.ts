// Real files that strangers' tools wrote; they stay outside of the repository.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Observation, ObservationStatus } from '@assay/core';
import { readFile } from './readFile.ts';
import { DEFAULT_LIMITS } from './summary.ts';

const samples = fileURLToPath(new URL('../../../../../shared/data/samples/', import.meta.url));
const there = existsSync(samples);

const expected: readonly (readonly [string, string, Partial<Record<ObservationStatus, number>>])[] = [
  ['prowler/aws.ocsf.json', 'prowler-ocsf', { fail: 2, unknown: 3 }],
  ['prowler/gcp.ocsf.json', 'prowler-ocsf', { pass: 3, fail: 2 }],
  ['prowler/aws.csv', 'prowler-csv', { fail: 2, unknown: 2 }],
  ['prowler/gcp.csv', 'prowler-csv', { pass: 3, fail: 1 }],
  ['asff/many.json', 'asff', { fail: 5 }],
  ['asff/one.json', 'asff', { fail: 1 }],
  ['asff/sample.json', 'asff', { pass: 1, fail: 17 }],
  ['asff/prowler.asff-json', 'asff', { fail: 10 }],
];

async function observationsOf(name: string): Promise<{
  readonly reader: string;
  readonly problems: number;
  readonly observations: readonly Observation[];
}> {
  const observations: Observation[] = [];
  const summary = await readFile(
    { path: `${samples}${name}`, options: {}, limits: DEFAULT_LIMITS },
    async (batch) => {
      observations.push(...batch.observations);
    },
  );
  return { reader: summary.reader, problems: summary.problems.length, observations };
}

if (!there) console.log('skipped: no ../shared');

describe('files of strangers', () => {
  test.skipIf(!there).each(expected)('%s is read by %s', async (name, reader, counts) => {
    const found = await observationsOf(name);
    const byStatus = Object.groupBy(found.observations, (each) => each.status);
    expect(found.reader).toBe(reader);
    expect(found.problems).toBe(0);
    expect(
      Object.fromEntries(Object.entries(byStatus).map(([status, list]) => [status, list.length])),
    ).toEqual(counts);
  });

  test.skipIf(!there)('checks of Prowler have the same key in OCSF and CSV', async () => {
    for (const provider of ['aws', 'gcp']) {
      const [ocsf, csv] = [
        await observationsOf(`prowler/${provider}.ocsf.json`),
        await observationsOf(`prowler/${provider}.csv`),
      ];
      const keys = new Set(ocsf.observations.map((each) => each.check));
      expect(csv.observations.every((each) => keys.has(each.check))).toBe(true);
    }
  });

  test.skipIf(!there)('every check of Prowler 2 in ASFF is named without its prefix', async () => {
    const { observations } = await observationsOf('asff/prowler.asff-json');
    expect(new Set(observations.map((each) => each.check))).toEqual(
      new Set(['prowler:check11', 'prowler:check12']),
    );
  });
});
