import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listAt } from '../read/json.ts';
import { recordingOf } from '../read/recording.ts';
import { asff } from './asff.ts';

const text = readFileSync(new URL('../../fixtures/securityhub.json', import.meta.url), 'utf8');
const hub = await recordingOf(asff, text);

describe('AWS Security Hub findings', () => {
  test('are named by their control where Security Hub names it, else by what generated them', () => {
    expect(hub.observations.slice(0, 3).map((each) => each.check)).toEqual([
      'securityhub:S3.2',
      'securityhub:cis-aws-foundations-benchmark/v/1.2.0/1.1',
      'securityhub:security-control/S3.5',
    ]);
  });

  test('pass, fail and are unknown by Compliance.Status', () => {
    expect(hub.observations.map((each) => each.status)).toEqual([
      'pass',
      'fail',
      'unknown',
      'not_applicable',
      'unknown',
      'fail',
      'fail',
      'unknown',
      'unknown',
      'fail',
      'fail',
    ]);
    expect(hub.faults).toEqual(['warning asff.status_unknown']);
  });

  test('tell the reasons in their message', () => {
    expect(hub.observations[1]?.message).toBe('Finding 2 · No trail.');
  });

  test('that are suppressed keep their failure', () => {
    expect(hub.observations[5]).toMatchObject({ status: 'fail', message: 'Muted. Finding 6' });
  });

  test('about vulnerabilities have one subject each, or they would hide each other', () => {
    expect(hub.observations.slice(6, 8).map((each) => each.subject)).toEqual([
      'arn:aws:s3:::b7#CVE-2026-0001',
      'arn:aws:s3:::b8#CVE-2026-0002',
    ]);
  });

  test('of several resources are one observation for each', () => {
    expect(hub.observations.slice(9).map((each) => each.subject)).toEqual([
      'arn:aws:iam::1:user/a',
      'arn:aws:iam::1:user/b',
    ]);
  });

  test('are the same from an envelope, an array, lines and single objects', async () => {
    const list = listAt(JSON.parse(text), 'Findings');
    const spellings = [
      JSON.stringify(list),
      list.map((each) => JSON.stringify(each)).join('\n'),
      list.map((each) => JSON.stringify(each, null, 2)).join('\n'),
      JSON.stringify({ Findings: list }),
    ];
    for (const each of spellings)
      expect((await recordingOf(asff, each)).observations).toEqual(hub.observations);
    expect((await recordingOf(asff, JSON.stringify(list[0]))).observations).toEqual(
      hub.observations.slice(0, 1),
    );
  });

  test('without a generator are refused at their place', async () => {
    const recording = await recordingOf(asff, '[{"SchemaVersion":"2018-10-08"},{"GeneratorId":"g"}]');
    expect(recording.problems).toMatchObject([
      { level: 'error', code: 'asff.no_generator', position: 'item 0, byte 1' },
    ]);
    expect(recording.observations).toHaveLength(1);
  });
});
