import { describe, expect, it } from 'vitest';
import { recordingOf } from '../read/recording.ts';
import { oscalResults } from './oscalResults.ts';

function read(result: object, root: object = {}) {
  return recordingOf(
    oscalResults,
    JSON.stringify({
      'assessment-results': {
        metadata: { title: 'March', 'oscal-version': '1.1.2' },
        'import-ap': { href: './plan.json' },
        ...root,
        results: [{ start: '2026-03-01T00:00:00Z', end: '2026-03-02T00:00:00Z', ...result }],
      },
    }),
  );
}

const finding = (state: string, more: object = {}) => ({
  title: 'F',
  target: { 'target-id': 'ac-6_obj', status: { state } },
  ...more,
});

describe('OSCAL assessment results', () => {
  it.each([
    ['satisfied', 'pass', []],
    ['not-satisfied', 'fail', []],
    ['other', 'unknown', ['warning oscal.status_unknown']],
    ['hasOwnProperty', 'unknown', ['warning oscal.status_unknown']],
  ])('a finding that is %s', async (state, status, problems) => {
    const { observations, faults } = await read({ findings: [finding(state)] });
    expect(observations).toMatchObject([
      {
        check: 'oscal:ac-6_obj',
        subject: './plan.json',
        status,
        observedAt: '2026-03-02T00:00:00.000Z',
        message: 'F',
      },
    ]);
    expect(faults).toEqual(problems);
  });

  it('a finding is told for each subject that its observations looked at, by title where there is one', async () => {
    const { observations } = await read({
      'local-definitions': { components: [{ uuid: 'u1', title: 'Web server' }] },
      observations: [{ uuid: 'o1', subjects: [{ 'subject-uuid': 'u1' }, { 'subject-uuid': 'u2' }] }],
      findings: [finding('not-satisfied', { 'related-observations': [{ 'observation-uuid': 'o1' }] })],
    });
    expect(observations.map((each) => each.subject)).toEqual(['Web server', 'u2']);
  });

  it('observations and risks are lists, not verdicts; a result property is one', async () => {
    const { observations, rows } = await read({
      observations: [
        {
          uuid: 'o1',
          title: 'rule_1',
          methods: ['TEST', 5],
          collected: '2026-03-01T12:00:00Z',
          subjects: [
            { 'subject-uuid': 's', title: 'host', props: [{ name: 'result', value: 'pass' }] },
            { 'subject-uuid': 't', props: [{ name: 'result', value: 'maybe' }] },
            { 'subject-uuid': 'v' },
          ],
        },
      ],
      risks: [{ uuid: 'r1', title: 'R', status: 'open' }],
    });
    expect(observations).toMatchObject([
      { check: 'oscal:rule_1', subject: 'host', status: 'pass', observedAt: '2026-03-01T12:00:00.000Z' },
      { check: 'oscal:rule_1', subject: 't', status: 'unknown' },
    ]);
    expect(rows.map((each) => [each.population, each.fields])).toEqual([
      ['observations', { title: 'rule_1', methods: 'TEST', collected: '2026-03-01T12:00:00Z' }],
      ['risks', { title: 'R', status: 'open' }],
    ]);
  });
});
