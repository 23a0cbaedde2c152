import { describe, expect, it } from 'vitest';
import { recordingOf } from '../read/recording.ts';
import { checkov } from './checkov.ts';

const check = (result: string | undefined, more: object = {}) => ({
  check_id: 'CKV_AWS_1',
  check_name: 'N',
  file_path: '/a.tf',
  resource: 'aws_x.y',
  severity: 'HIGH',
  check_result: result === undefined ? {} : { result },
  ...more,
});

function report(results: object, type = 'terraform') {
  return { check_type: type, results, summary: { checkov_version: '3.2.500' } };
}

function read(document: unknown) {
  return recordingOf(checkov, JSON.stringify(document));
}

describe('Checkov', () => {
  it('maps its three lists, and keeps the reason of a skip', async () => {
    const { observations, facts } = await read(
      report({
        passed_checks: [check('PASSED')],
        failed_checks: [check('FAILED')],
        skipped_checks: [check('SKIPPED', { check_result: { result: 'SKIPPED', suppress_comment: 'test' } })],
        parsing_errors: [],
      }),
    );
    expect(observations.map((each) => [each.check, each.subject, each.status, each.message])).toEqual([
      ['checkov:CKV_AWS_1', '/a.tf#aws_x.y', 'pass', 'N'],
      ['checkov:CKV_AWS_1', '/a.tf#aws_x.y', 'fail', 'N'],
      ['checkov:CKV_AWS_1', '/a.tf#aws_x.y', 'unknown', 'Skipped: test. N'],
      ['checkov:run', 'terraform', 'pass', 'Checkov parsed every file and asked 3 checks.'],
    ]);
    expect(facts).toEqual({ tool: 'checkov', toolVersion: '3.2.500' });
  });

  it('a result that contradicts its list is unknown, and so is a word of nobody', async () => {
    const { observations, faults } = await read(
      report({ passed_checks: [check('FAILED'), check('OK'), check('__proto__'), check(undefined)] }),
    );
    expect(observations.slice(0, 4).map((each) => each.status)).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'pass',
    ]);
    expect(faults).toEqual(['warning checkov.status_unknown', 'warning checkov.status_unknown']);
  });

  it('files that could not be parsed make the run an error, and are listed', async () => {
    const { observations, rows } = await read([
      report({ passed_checks: [check('PASSED')], parsing_errors: ['/b.tf'] }),
      report({ passed_checks: [check('PASSED')] }, 'dockerfile'),
    ]);
    expect(
      observations
        .filter((each) => each.check === 'checkov:run')
        .map((each) => `${each.subject} ${each.status}`),
    ).toEqual(['terraform error', 'dockerfile pass']);
    expect(rows).toMatchObject([{ population: 'unparsed files', key: '/b.tf' }]);
  });

  it('a run that looked at nothing is unknown', async () => {
    const { observations, facts } = await read({
      passed: 0,
      failed: 0,
      skipped: 0,
      parsing_errors: 0,
      resource_count: 0,
      checkov_version: '3.2.500',
    });
    expect(observations).toMatchObject([{ check: 'checkov:run', subject: 'all files', status: 'unknown' }]);
    expect(facts?.toolVersion).toBe('3.2.500');
  });

  it('a vulnerable package is a subject of one check', async () => {
    const { observations } = await read(
      report(
        {
          failed_checks: [
            check('FAILED', { check_id: 'CKV_CVE_2026_1', vulnerability_details: { id: 'CVE-2026-1' } }),
          ],
        },
        'sca_package',
      ),
    );
    expect(observations[0]).toMatchObject({
      check: 'checkov:vulnerability',
      subject: '/a.tf#aws_x.y#CVE-2026-1',
      status: 'fail',
    });
  });
});
