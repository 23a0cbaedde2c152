// Reading speed beside JSON.parse or plain iteration over the same bytes, in one process.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS, readFile } from '@assay/sources';
import { mbs } from './measure.ts';
import type { Figure } from './figure.ts';

const ITEMS = 30_000;

export async function readersBench(): Promise<readonly Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  try {
    const figures: Figure[] = [];
    for (const [name, text] of files()) figures.push(await figure(directory, name, text));
    return figures;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function figure(directory: string, name: string, text: string): Promise<Figure> {
  const path = join(directory, name);
  writeFileSync(path, text);
  const read = async (): Promise<number> => {
    let count = 0;
    await readFile({ path, options: {}, limits: DEFAULT_LIMITS }, (batch) => {
      count += batch.observations.length;
      return Promise.resolve();
    });
    return count;
  };
  await read();
  const began = performance.now();
  const count = await read();
  const own = performance.now() - began;
  const raw = performance.now();
  if (name.endsWith('.ndjson')) for (const line of text.split('\n')) if (line !== '') JSON.parse(line);
  if (name.endsWith('.json')) JSON.parse(text);
  const parse = performance.now() - raw;
  const ratio = parse / own;
  return {
    name: `read ${name}, ${count} results`,
    value: mbs(text.length, own),
    limit: `JSON.parse ${mbs(text.length, parse)}`,
    ratio: ratio.toFixed(2),
    goal: '0.5 of JSON.parse',
    met: ratio >= 0.5,
  };
}

function files(): readonly (readonly [string, string])[] {
  const prowler = Array.from({ length: ITEMS }, (_, i) =>
    JSON.stringify({
      metadata: { event_code: `check_${i % 300}`, product: { name: 'Prowler', version: '5' } },
      class_uid: 2004,
      severity: 'High',
      status_code: i % 9 === 0 ? 'FAIL' : 'PASS',
      status_detail: `subject ${i} was looked at and described in one sentence of usual length`,
      finding_info: { created_time_dt: '2026-06-01T05:00:00', title: 'a title', uid: `prowler-${i}` },
      resources: [
        {
          uid: `arn:aws:s3:::bucket-${i}`,
          name: `bucket-${i}`,
          region: 'eu-west-1',
          data: { details: '', metadata: { tags: [] } },
        },
      ],
      cloud: { account: { uid: '1' }, provider: 'aws' },
      time_dt: '2026-06-01T05:00:00',
      risk_details: 'x'.repeat(400),
    }),
  );
  const asff = Array.from({ length: ITEMS }, (_, i) =>
    JSON.stringify({
      SchemaVersion: '2018-10-08',
      Id: `f-${i}`,
      GeneratorId: `aws-foundational/v/1.0.0/S3.${i % 20}`,
      AwsAccountId: '1',
      UpdatedAt: '2026-06-01T05:00:00Z',
      Severity: { Label: 'HIGH' },
      Title: 'a title',
      Description: 'y'.repeat(300),
      Resources: [{ Type: 'AwsS3Bucket', Id: `arn:aws:s3:::bucket-${i}` }],
      Compliance: { Status: 'PASSED' },
    }),
  );
  const sarif = JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'CodeQL', rules: [] } },
        results: Array.from({ length: ITEMS }, (_, i) => ({
          ruleId: `r${i % 50}`,
          message: { text: 'a message of usual length about what was found here' },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: `src/file${i % 900}.ts` },
                region: { startLine: i },
              },
            },
          ],
        })),
      },
    ],
  });
  return [
    ['prowler.json', `[${prowler.join(',')}]`],
    ['prowler.ndjson', prowler.join('\n')],
    ['asff.ndjson', asff.join('\n')],
    ['sarif.json', sarif],
  ];
}
