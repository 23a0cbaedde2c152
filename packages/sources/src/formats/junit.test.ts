// Written by us after what Surefire 3 and pytest 8 make; no report of a stranger was at hand.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordingOf } from '../read/recording.ts';
import { junit } from './junit.ts';

function fixture(name: string): Buffer {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));
}

describe('JUnit XML', () => {
  it('as Surefire writes it', async () => {
    const { observations, faults, facts } = await recordingOf(junit, fixture('junit-surefire.xml'));
    expect(
      observations.map((each) => [each.subject.replace(/^.*\./, ''), each.status, each.message]),
    ).toEqual([
      ['roundsToCents', 'pass', undefined],
      ['refusesNegativeAmounts', 'fail', 'expected: <true> but was: <false>'],
      ['writesToArchive', 'error', 'java.io.IOException: no space left on device'],
      ['mailsTheInvoice', 'unknown', 'Skipped. needs a mail server'],
      ['locksTheNumber', 'pass', 'Passed only when run again. timed out'],
      ['printsTwice', 'pass', undefined],
    ]);
    expect(new Set(observations.map((each) => each.check))).toEqual(
      new Set(['junit:org.example.billing.InvoiceTest']),
    );
    expect(facts).toEqual({
      tool: 'junit',
      scope: 'org.example.billing.InvoiceTest',
      ranAt: '2026-03-02T08:15:30.000Z',
    });
    expect(faults).toEqual([]);
  });

  it('as pytest writes it, with parameters in the name and a time zone', async () => {
    const { observations, counts } = await recordingOf(junit, fixture('junit-pytest.xml'));
    expect(counts).toEqual({ pass: 2, fail: 1, unknown: 2, error: 1 });
    expect(observations[2]).toMatchObject({
      subject: 'tests.test_access.test_sso[okta]',
      observedAt: '2026-03-02T08:20:11.123Z',
    });
    expect(observations[5]).toMatchObject({ subject: 'pytest.tests.test_backup', status: 'error' });
  });

  it('a suite that counts failures which no case shows is an error', async () => {
    const text =
      '<testsuites><testsuite name="all" failures="2" errors="0"><testcase name="a"/><testsuite name="inner" errors="1"/></testsuite></testsuites>';
    const { observations } = await recordingOf(junit, text);
    expect(observations.map((each) => `${each.subject} ${each.status}`)).toEqual([
      'all.a pass',
      'inner error',
      'all error',
    ]);
  });

  it.each(['status="notrun"', 'status="run" result="suppressed"', 'status="disabled"'])(
    'a case with %s was not run: unknown',
    async (attributes) => {
      expect(
        (await recordingOf(junit, `<testsuite name="g"><testcase name="a" ${attributes}/></testsuite>`))
          .counts,
      ).toEqual({ unknown: 1 });
    },
  );

  it('an error outweighs a failure, and neither is undone by skipped', async () => {
    const text = (inner: string) =>
      `<testsuite name="s" errors="1"><testcase name="a">${inner}</testcase></testsuite>`;
    expect((await recordingOf(junit, text('<error/><failure/><skipped/>'))).counts).toEqual({ error: 1 });
    expect((await recordingOf(junit, text('<failure/><skipped/>'))).counts).toEqual({ fail: 1 });
  });

  it('a report without a case shows nothing, and says so', async () => {
    expect((await recordingOf(junit, '<testsuites/>')).faults).toEqual(['warning junit.no_cases']);
  });
});
