import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordingOf } from '../read/recording.ts';
import { suggestColumns } from './columns.ts';
import { csv } from './csv.ts';

const text = readFileSync(new URL('../../fixtures/checks.csv', import.meta.url), 'utf8');
const head = (content: string, whole = true) => ({ bytes: Buffer.from(content), text: content, whole });
const columns = {
  check: 'Control',
  subject: 'Asset',
  status: 'Result',
  observedAt: 'Last checked',
  message: 'Note',
};

test('the columns of a table are guessed from their names', () => {
  expect(suggestColumns(head(text))).toEqual(columns);
  expect(suggestColumns(head('Rule;Host;Verdict;Risk\r\nr;h;ok;high\r\n'))).toEqual({
    check: 'Rule',
    subject: 'Host',
    status: 'Verdict',
    severity: 'Risk',
  });
});

test('the status column is also found by what stands in it', () => {
  expect(suggestColumns(head('Control,Host,Phase one\na,b,passed\nc,d,failed\n'))?.status).toBe('Phase one');
});

test('nothing is guessed for prose, code, binary and a head that is cut in its first row', () => {
  expect(
    suggestColumns(head('Dear Sir, we have, as agreed,\nlooked at everything, twice, and well.\n')),
  ).toBeUndefined();
  expect(suggestColumns(head('{"a":1,"b":2,"c":3}\n{"a":1,"b":2,"c":3}\n'))).toBeUndefined();
  expect(suggestColumns(head('\u0000\u0001,status,check,host\n1,2,3,4\n'))).toBeUndefined();
  expect(suggestColumns(head('check,host,status,and so', false))).toBeUndefined();
  expect(suggestColumns(head('"check,host,status\n'))).toBeUndefined();
});

test('a table is read as its mapping says; words that nobody listed are unknown with a warning', async () => {
  const recording = await recordingOf(csv, text, { columns });
  expect(
    recording.observations.map((each) => [each.check, each.subject, each.status, each.observedAt]),
  ).toEqual([
    ['csv:disk-encryption', 'laptop-01', 'pass', '2026-02-01T00:00:00.000Z'],
    ['csv:disk-encryption', 'laptop-02', 'fail', '2026-02-01T00:00:00.000Z'],
    ['csv:screen-lock', 'laptop-01', 'not_applicable', '2026-02-01T00:00:00.000Z'],
    ['csv:screen-lock', 'laptop-02', 'unknown', '2026-02-01T00:00:00.000Z'],
    ['csv:screen-lock', 'laptop-03', 'unknown', undefined],
  ]);
  expect(recording.observations[2]?.message).toBe('shared kiosk');
  expect(recording.problems.map((problem) => `${problem.code} ${problem.position}`)).toEqual([
    'csv.status_unknown line 6',
    'csv.status_unknown line 7',
    'csv.time_unread line 7',
  ]);
});

test('with words of its own a mapping is the whole truth', async () => {
  const recording = await recordingOf(csv, text, {
    columns: { ...columns, statuses: { WAITING: 'fail', pass: 'pass' } },
  });
  expect(recording.observations.map((each) => each.status)).toEqual([
    'pass',
    'unknown',
    'unknown',
    'fail',
    'unknown',
  ]);
});

test('a table without mapping, without a mapped column, with one of them twice or without a header is refused', async () => {
  expect((await recordingOf(csv, text)).faults).toEqual(['fatal csv.no_mapping']);
  expect((await recordingOf(csv, text, { columns: { ...columns, status: 'State' } })).faults).toEqual([
    'fatal csv.no_column',
  ]);
  expect(
    (await recordingOf(csv, `Control,Asset,Result,Result,Last checked,Note\n`, { columns })).faults,
  ).toEqual(['fatal csv.column_twice']);
  expect((await recordingOf(csv, '', { columns })).faults).toEqual(['fatal csv.empty']);
});
