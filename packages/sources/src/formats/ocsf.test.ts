import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordingOf } from '../read/recording.ts';
import { ocsf } from './ocsf.ts';

const text = readFileSync(new URL('../../fixtures/compliance.ocsf.ndjson', import.meta.url), 'utf8');
const found = await recordingOf(ocsf, text);

test('status_id 1 passes, 3 fails, 2, 0 and 99 are unknown, any other is unknown with a warning', () => {
  expect(found.observations.slice(0, 8).map((each) => each.status)).toEqual([
    'pass',
    'unknown',
    'fail',
    'unknown',
    'unknown',
    'unknown',
    'pass',
    'unknown',
  ]);
  expect(found.problems.map((problem) => `${problem.code} ${problem.position.split(',')[0]}`)).toEqual([
    'ocsf.status_unknown item 5',
    'ocsf.status_unknown item 7',
  ]);
});

test('a detection is a fail while it is open and unknown once it is resolved', () => {
  expect(found.observations.slice(8, 10).map((each) => each.status)).toEqual(['fail', 'unknown']);
});

test('a suppressed failure stays a failure', () => {
  expect(found.observations[10]).toMatchObject({ status: 'fail', message: 'Muted. '.trim() });
});

test('each resource of a finding is one observation, named by product and control', () => {
  expect(found.observations.slice(11)).toMatchObject([
    { check: 'ocsf:cloud-guard/CG.12', subject: 'a' },
    { check: 'ocsf:cloud-guard/CG.12', subject: 'b' },
  ]);
});

test('times in milliseconds since 1970 are read', () => {
  expect(found.observations[0]?.observedAt).toBe('2026-02-03T04:05:06.000Z');
});

test('one broken line is an error at its place and the others are read', async () => {
  const lines = text.trim().split('\n');
  const broken = [...lines.slice(0, 2), lines[2]?.slice(0, 40), ...lines.slice(3)].join('\n');
  const recording = await recordingOf(ocsf, broken);
  expect(recording.observations).toHaveLength(found.observations.length - 1);
  expect(recording.problems[0]).toMatchObject({ level: 'error', code: 'json.syntax' });
  expect(recording.problems[0]?.position).toMatch(/^item 2, byte \d+$/);
});
