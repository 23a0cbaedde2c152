import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Finding } from './finding.ts';
import { junitOf } from './junit.ts';
import { sarifOf } from './sarif.ts';

const finding = (more: Partial<Finding>): Finding => ({
  check: 'prowler:mfa',
  title: 'Second factor',
  subject: 'root',
  status: 'fail',
  observed_at: '2026-05-04T08:00:00.000Z',
  severity: 'critical',
  message: null,
  controls: ['C-43'],
  ...more,
});
const findings = [
  finding({}),
  finding({ subject: 'ada', status: 'pass' }),
  finding({ check: 'codeql:xss', subject: 'a.js', status: 'unknown', severity: null, title: null }),
  finding({ check: 'codeql:xss', subject: 'b.js', status: 'error', message: 'stopped' }),
  finding({ check: 'codeql:sql', subject: 'c.js', status: 'not_applicable' }),
];
const document = z.object({
  version: z.literal('2.1.0'),
  runs: z.array(
    z.object({
      tool: z.object({
        driver: z.object({ name: z.string(), rules: z.array(z.object({ id: z.string() })) }),
      }),
      results: z.array(
        z.object({ ruleId: z.string(), ruleIndex: z.number(), kind: z.string(), level: z.string() }),
      ),
    }),
  ),
});

test('SARIF has a run for each scanner, and only what fails has a level', () => {
  const { runs } = document.parse(JSON.parse(sarifOf(findings)));
  expect(runs.map(({ tool }) => [tool.driver.name, tool.driver.rules.map(({ id }) => id)])).toEqual([
    ['prowler', ['mfa']],
    ['codeql', ['xss', 'sql']],
  ]);
  expect(runs.flatMap(({ results }) => results.map(({ kind, level }) => `${kind} ${level}`))).toEqual([
    'fail error',
    'pass none',
    'review none',
    'open none',
    'notApplicable none',
  ]);
  for (const { tool, results } of runs)
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
});

test('JUnit counts what nobody knows as an error, never as a pass', () => {
  const xml = junitOf(findings);
  expect(xml).toContain('<testsuites tests="5" failures="1" errors="2" skipped="1">');
  expect(xml).toContain('<testcase classname="prowler:mfa" name="ada"/>');
  expect(xml).toContain('<error type="unknown" message="codeql:xss: unknown"/>');
});

test('what a stranger wrote stays text', () => {
  const xml = junitOf([finding({ subject: '"/><x>&\u0000\n\ud800', message: ']]>' })]);
  expect(xml).toContain('name="&quot;/&gt;&lt;x&gt;&amp; \ufffd"');
  expect(JSON.parse(sarifOf([finding({ subject: '"\u2028' })]))).toMatchObject({ version: '2.1.0' });
});

test('nothing found is a file all the same', () => {
  expect(junitOf([])).toContain('tests="0"');
  expect(JSON.parse(sarifOf([]))).toMatchObject({ runs: [] });
});
