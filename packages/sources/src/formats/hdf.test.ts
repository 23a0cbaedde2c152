import { describe, expect, it } from 'vitest';
import { recordingOf } from '../read/recording.ts';
import { hdf } from './hdf.ts';

function file(profiles: readonly object[]): string {
  return JSON.stringify({
    platform: { name: 'debian', target_id: 'web-1' },
    profiles,
    statistics: {},
    version: '5.22.3',
  });
}

async function control(of: object) {
  const { observations, faults } = await recordingOf(
    hdf,
    file([{ name: 'base', controls: [{ id: 'c1', impact: 0.7, title: 'T', ...of }] }]),
  );
  return { ...observations[0], faults };
}

const result = (status: string, more: object = {}) => ({
  status,
  start_time: '2026-01-01T10:00:00+00:00',
  ...more,
});

describe('InSpec and HDF', () => {
  it.each([
    ['all passed', { results: [result('passed'), result('passed')] }, 'pass'],
    ['one failed', { results: [result('passed'), result('failed')] }, 'fail'],
    ['one skipped', { results: [result('passed'), result('skipped')] }, 'unknown'],
    ['failed and skipped', { results: [result('skipped'), result('failed')] }, 'fail'],
    ['an error', { results: [result('passed'), result('error')] }, 'error'],
    ['a backtrace', { results: [result('failed', { backtrace: ['a.rb:1'] })] }, 'error'],
    ['no result', { results: [] }, 'unknown'],
    ['impact 0', { impact: 0, results: [result('failed')] }, 'not_applicable'],
    ['an error of impact 0', { impact: 0, results: [result('error')] }, 'error'],
    ['a word nobody knows', { results: [result('passed'), result('toString')] }, 'unknown'],
    ['an attestation', { attestation_data: { status: 'passed' }, results: [result('passed')] }, 'unknown'],
    [
      'an attestation over a failure',
      { attestation_data: { status: 'passed' }, results: [result('failed')] },
      'fail',
    ],
  ])('a control with %s', async (_, of, status) => {
    expect((await control(of)).status).toBe(status);
  });

  it('is named by profile, control and target, with the time of its own last result', async () => {
    expect(
      await control({
        results: [result('passed'), result('passed', { start_time: '2026-01-01T11:00:00+00:00' })],
      }),
    ).toMatchObject({
      check: 'inspec:base/c1',
      subject: 'web-1',
      severity: 'high',
      observedAt: '2026-01-01T11:00:00.000Z',
      message: 'T',
    });
  });

  it('tells waivers, skips and attestations', async () => {
    expect(
      (await control({ waiver_data: { justification: 'old host' }, results: [result('failed')] })).message,
    ).toBe('Waived: old host. T');
    expect((await control({ results: [result('skipped', { skip_message: 'by hand' })] })).message).toBe(
      'Skipped: by hand. T',
    );
    expect(
      (
        await control({
          attestation_data: { status: 'passed', updated_by: 'CISO', explanation: 'seen' },
          results: [],
        })
      ).message,
    ).toBe('Attested as passed by CISO: seen. T');
  });

  it('counts a control once when an overlay repeats it, with the impact of the overlay', async () => {
    const { observations } = await recordingOf(
      hdf,
      file([
        { name: 'overlay', controls: [{ id: 'c1', impact: 0.3, results: [] }] },
        {
          name: 'base',
          parent_profile: 'overlay',
          controls: [{ id: 'c1', impact: 0.7, results: [result('failed')] }],
        },
      ]),
    );
    expect(observations).toMatchObject([{ check: 'inspec:overlay/c1', status: 'fail', severity: 'low' }]);
  });
});
