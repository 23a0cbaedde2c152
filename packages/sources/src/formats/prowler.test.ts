import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordingOf } from '../read/recording.ts';
import { asff } from './asff.ts';
import { prowlerOcsf } from './ocsf.ts';
import { prowlerCsv } from './prowlerCsv.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));

const ocsf = await recordingOf(prowlerOcsf, fixture('prowler.ocsf.json'));
const csv = await recordingOf(prowlerCsv, fixture('prowler.csv'));
const hub = await recordingOf(asff, fixture('prowler.asff.ndjson'));

test('OCSF and CSV of one run give the same observations, to the letter', () => {
  expect(ocsf.observations).toHaveLength(7);
  expect(csv.observations).toEqual(ocsf.observations);
});

test('ASFF of the same run names the same checks and subjects; it leaves out MANUAL and hides muted results', () => {
  expect(hub.observations).toHaveLength(4);
  for (const { check, subject, status, message } of hub.observations) {
    const twin = ocsf.observations.find((each) => each.check === check && each.subject === subject);
    expect(twin?.message).toBe(message);
    expect(status).toBe(message?.startsWith('Muted.') ? 'unknown' : twin?.status);
  }
});

test('PASS passes, FAIL fails, MANUAL is unknown', () => {
  expect(ocsf.counts).toEqual({ pass: 1, fail: 4, unknown: 2 });
});

test('a muted failure stays a failure and says that it is muted', () => {
  expect(ocsf.observations[2]).toMatchObject({
    check: 'prowler:s3_bucket_object_lock',
    status: 'fail',
    severity: 'low',
    message: 'Muted. Bucket harbour-logs has no object lock.',
  });
});

test('a status that Prowler does not have is unknown, with a warning at its place', () => {
  expect(ocsf.observations[5]).toMatchObject({ check: 'prowler:vpc_flow_logs_enabled', status: 'unknown' });
  expect(ocsf.faults).toEqual(['warning prowler.status_unknown']);
  expect(csv.problems).toMatchObject([{ code: 'prowler.status_unknown', position: 'line 7' }]);
});

test('a subject is an ARN, or an id within account and region, or a pod within its namespace', () => {
  expect(ocsf.observations.map((each) => each.subject).slice(3)).toEqual([
    'arn:aws:iam::210987654321:root',
    '210987654321/eu-west-1/detector-7',
    '210987654321/eu-central-1/vpc-0a1',
    'shop/6f9c-pod',
  ]);
});

test('the file says tool, version, time and account', () => {
  const facts = {
    tool: 'prowler',
    toolVersion: '5.9.0',
    ranAt: '2026-02-03T04:05:06.000Z',
    scope: '210987654321',
  };
  expect(ocsf.facts).toEqual(facts);
  expect(csv.facts).toEqual(facts);
  expect(hub.facts).toEqual(facts);
});

test('a row with a cell too few or too many is refused, because a shifted cell could turn a failure into a pass', async () => {
  const text = fixture('prowler.csv').toString().split('\r\n');
  const broken = [text[0], text[1]?.replace(';aws;', ';'), text[2]?.replace(';aws;', ';aws;;'), text[3]].join(
    '\r\n',
  );
  const recording = await recordingOf(prowlerCsv, broken);
  expect(recording.observations).toHaveLength(1);
  expect(recording.problems).toMatchObject([
    { level: 'error', code: 'csv.cells', position: 'line 2' },
    { level: 'error', code: 'csv.cells', position: 'line 3' },
  ]);
});

test('words that every object has, such as constructor, are no status and no severity', async () => {
  const text = fixture('prowler.ocsf.json').toString();
  for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    const recording = await recordingOf(
      prowlerOcsf,
      text
        .replaceAll(/"(?:FAIL|PASS)"/g, `"${word}"`)
        .replaceAll(/"severity": "\w+"/g, `"severity": "${word}"`),
    );
    expect(recording.counts).toEqual({ unknown: 7 });
    expect(recording.observations.every((each) => each.severity === undefined)).toBe(true);
  }
});
