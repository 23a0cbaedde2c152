import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { Observation } from '@assay/core';
import { zipOf } from './zipOf.testing.ts';
import { readFile } from './readFile.ts';
import { detect } from './registry.ts';
import type { ReadOptions } from './reader.ts';
import { DEFAULT_LIMITS, type Progress, type Summary } from './summary.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-sources-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));

interface Reading {
  readonly summary: Summary;
  readonly observations: readonly Observation[];
  readonly faults: readonly string[];
}

async function reading(
  data: string | Uint8Array,
  options: ReadOptions = {},
  limits: Partial<typeof DEFAULT_LIMITS> = {},
): Promise<Reading> {
  const path = join(folder, 'upload');
  writeFileSync(path, data);
  const observations: Observation[] = [];
  const summary = await readFile(
    { path, options, limits: { ...DEFAULT_LIMITS, ...limits } },
    async (batch) => {
      observations.push(...batch.observations);
    },
  );
  return {
    summary,
    observations,
    faults: summary.problems.map((problem) => `${problem.level} ${problem.code}`),
  };
}

describe('a file is read by the reader it is for', () => {
  const own: readonly (readonly [string, string, number])[] = [
    ['prowler.ocsf.json', 'prowler-ocsf', 7],
    ['prowler.csv', 'prowler-csv', 7],
    ['prowler.asff.ndjson', 'asff', 4],
    ['securityhub.json', 'asff', 11],
    ['compliance.ocsf.ndjson', 'ocsf', 13],
  ];
  test.each(own)('%s by %s, found from its content alone, plain or as gzip', async (name, reader, count) => {
    for (const data of [fixture(name), gzipSync(fixture(name))]) {
      const { summary } = await reading(data);
      expect([summary.reader, summary.observations]).toEqual([reader, count]);
    }
  });

  test('the candidates come with their confidence, the surest first', () => {
    const text = fixture('prowler.ocsf.json').toString();
    const found = detect({ bytes: Buffer.from(text), text, whole: true });
    expect(found.slice(0, 2).map((each) => each.reader.id)).toEqual(['prowler-ocsf', 'ocsf']);
    expect(found.map((each) => each.confidence)).toEqual(
      found.map((each) => each.confidence).toSorted((a, b) => b - a),
    );
  });

  test('a table is read when its columns are named, and hinted at when not', async () => {
    const columns = { check: 'Control', subject: 'Asset', status: 'Result' };
    expect((await reading(fixture('checks.csv'), { columns })).summary).toMatchObject({
      reader: 'csv',
      observations: 5,
    });
    expect(await reading(fixture('checks.csv'))).toMatchObject({
      summary: { reader: 'artefact', observations: 0 },
      faults: ['warning csv.mapping_possible'],
    });
  });

  test.each([
    ['empty', Buffer.alloc(0)],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['prose', Buffer.from('Minutes of the meeting\n')],
    ['JSON of nobody', Buffer.from('{"hello":[1,2,3]}')],
    ['NUL bytes', Buffer.alloc(100_000)],
    ['noise', Buffer.from(Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7919) % 251))],
  ])('a file that is %s stays an artefact without a problem', async (_, data) => {
    expect(await reading(data)).toMatchObject({
      summary: { reader: 'artefact', observations: 0 },
      faults: [],
    });
  });
});

describe('hostile files', () => {
  const finding = fixture('prowler.ocsf.json').toString();

  test('cut anywhere are refused, never half taken for whole', async () => {
    for (let cut = 2000; cut < finding.length - 1; cut += 431) {
      const { summary } = await reading(finding.slice(0, cut));
      expect(summary.counts.fatal, `cut at ${cut}`).toBe(1);
      expect(summary.problems.at(-1)).toMatchObject({ code: 'json.truncated' });
    }
  });

  test('that nest without end are refused', async () => {
    const bomb = finding.replace('"message": "Pod', `"bomb":${'['.repeat(500_000)},"message": "Pod`);
    expect((await reading(bomb)).faults.at(-1)).toBe('fatal json.depth');
  });

  test('with a gzip bomb are refused by ratio, by size, and when they are damaged', async () => {
    const bomb = gzipSync(
      Buffer.concat([Buffer.from(finding.slice(0, -2)), Buffer.alloc(40_000_000, 32), Buffer.from(']')]),
    );
    expect((await reading(bomb)).faults.at(-1)).toBe('fatal gzip.ratio');
    expect((await reading(bomb, {}, { maxRatio: 1e9, maxBytes: 1_000_000 })).faults.at(-1)).toBe(
      'fatal file.too_large',
    );
    expect((await reading(bomb, {}, { maxRatio: 1e9 })).faults).not.toContain('fatal gzip.ratio');
    const zipped = gzipSync(
      Buffer.from(
        `[${Array.from({ length: 4000 }, (_, i) => finding.slice(2, -2).replaceAll('harbour', `h${i * 7919}`)).join(',')}]`,
      ),
    );
    expect((await reading(zipped.subarray(0, zipped.length - 4000))).faults.at(-1)).toBe(
      'fatal gzip.damaged',
    );
    expect((await reading(zipped)).summary).toMatchObject({ observations: 28_000, counts: { fatal: 0 } });
  });

  test('that are larger than the limit are refused', async () => {
    expect((await reading(finding, {}, { maxBytes: 1000 })).faults).toEqual(['fatal file.too_large']);
  });

  test('with huge texts give short messages and subjects in one line', async () => {
    const text = finding
      .replaceAll('Bucket harbour-uploads', `Bucket\u2028${'x'.repeat(1_000_000)}\\u0000\\n`)
      .replaceAll('arn:aws:s3:::harbour-uploads', `arn:aws:${'y'.repeat(1_000_000)}`);
    const { observations } = await reading(text);
    expect(observations[1]?.message).toHaveLength(500);
    expect(observations[1]?.message).not.toMatch(/[\u0000\n\u2028]/);
    expect(observations[1]?.subject).toHaveLength(1000);
  });
});

describe('archives', () => {
  test('with scans are read as one file; the rest is named and ignored', async () => {
    const zip = zipOf([
      ['out/', ''],
      ['out/a.json', fixture('prowler.ocsf.json')],
      ['out/b.json', fixture('securityhub.json')],
      ['__MACOSX/out/._a.json', 'x'],
      ['readme.txt', 'hello'],
    ]);
    const { summary } = await reading(zip);
    expect(summary).toMatchObject({ reader: 'zip', observations: 18, source: { tool: 'prowler' } });
    expect(summary.problems.map((problem) => `${problem.code} ${problem.position.split(',')[0]}`)).toEqual([
      'prowler.status_unknown entry out/a.json',
      'asff.status_unknown entry out/b.json',
      'zip.entry_ignored entry readme.txt',
    ]);
  });

  test('of one kind of scan are that kind', async () => {
    expect((await reading(zipOf([['a.csv', fixture('prowler.csv')]]))).summary).toMatchObject({
      reader: 'prowler-csv',
      readerVersion: 1,
      observations: 7,
    });
  });

  test('that are office documents, or hold no scan, are artefacts', async () => {
    expect(
      await reading(
        zipOf([
          ['[Content_Types].xml', '<Types/>'],
          ['xl/workbook.xml', '<testsuite/>'],
        ]),
      ),
    ).toMatchObject({ summary: { reader: 'artefact' }, faults: [] });
    expect(await reading(zipOf([['photo.png', 'x']]))).toMatchObject({
      summary: { reader: 'artefact' },
      faults: [],
    });
  });

  test('inside archives, with paths that lead out, damaged, cut, or growing without measure are refused', async () => {
    const inner = zipOf([['a.json', fixture('prowler.ocsf.json')]]);
    expect((await reading(zipOf([['inner.zip', inner]]))).faults).toEqual(['fatal zip.nested']);
    expect((await reading(zipOf([['../../etc/passwd', 'x']]))).faults).toEqual(['fatal zip.path']);
    expect((await reading(zipOf([['/etc/passwd', 'x']]))).faults).toEqual(['fatal zip.path']);
    expect((await reading(inner.subarray(0, inner.length - 30))).faults).toEqual(['fatal zip.damaged']);
    expect((await reading(zipOf([['a.json', fixture('prowler.ocsf.json')]], { crc: 7 }))).faults.at(-1)).toBe(
      'fatal zip.damaged',
    );
    expect((await reading(zipOf([['zero', Buffer.alloc(20_000_000)]]))).faults).toEqual(['fatal zip.ratio']);
    expect(
      (await reading(zipOf([['a.json', fixture('prowler.ocsf.json')]]), {}, { maxBytes: 1000 })).faults,
    ).toEqual(['fatal file.too_large']);
    expect((await reading(zipOf(Array.from({ length: 10_001 }, (_, i) => [`f${i}`, ''])))).faults).toEqual([
      'fatal zip.entries',
    ]);
  });

  test('with one broken scan are refused, with the place inside', async () => {
    const { summary } = await reading(
      zipOf([
        ['ok.csv', fixture('prowler.csv')],
        ['cut.json', fixture('prowler.ocsf.json').subarray(0, 3000)],
      ]),
    );
    expect(summary.problems.at(-1)).toMatchObject({ level: 'fatal', code: 'json.truncated' });
    expect(summary.problems.at(-1)?.position).toMatch(/^entry cut\.json, item \d+, byte \d+$/);
  });
});

test('progress counts the bytes of the file up to its size', async () => {
  const path = join(folder, 'progress');
  const data = fixture('prowler.ocsf.json');
  writeFileSync(path, data);
  const told: Progress[] = [];
  await readFile(
    { path, options: {}, limits: DEFAULT_LIMITS },
    async () => {},
    (progress) => told.push(progress),
  );
  expect(told.at(-1)).toEqual({ read: data.length, total: data.length });
});

test('a batch that could not be taken is thrown, not blamed on the file', async () => {
  const path = join(folder, 'taken');
  writeFileSync(path, fixture('prowler.ocsf.json'));
  await expect(
    readFile({ path, options: {}, limits: DEFAULT_LIMITS }, () => Promise.reject(new Error('disk full'))),
  ).rejects.toThrow('disk full');
});

test('a file that is not there is a problem, not an exception', async () => {
  const summary = await readFile(
    { path: join(folder, 'nowhere'), options: {}, limits: DEFAULT_LIMITS },
    async () => {},
  );
  expect(summary.problems).toMatchObject([{ level: 'fatal', code: 'file.unreadable' }]);
});
