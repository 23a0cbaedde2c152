import { describe, expect, it } from 'vitest';
import { recordingOf } from '../../read/recording.ts';
import { cyclonedx } from './cyclonedx.ts';

const BILL = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: {
    timestamp: '2026-01-02T03:04:05Z',
    component: { name: 'shop', version: '4', 'bom-ref': 'shop' },
  },
  components: [
    {
      type: 'library',
      name: 'left',
      version: '1.0',
      purl: 'pkg:npm/left@1.0',
      'bom-ref': 'l',
      licenses: [{ license: { id: 'MIT' } }],
      components: [{ type: 'library', group: 'org', name: 'inner', version: '2' }],
    },
  ],
  services: [{ name: 'payments', 'bom-ref': 's' }],
};

function read(more: object) {
  return recordingOf(cyclonedx, JSON.stringify({ ...BILL, ...more }));
}

async function one(vulnerability: object) {
  const recording = await read({
    vulnerabilities: [{ id: 'CVE-2026-1', affects: [{ ref: 'l' }], ...vulnerability }],
  });
  return { ...recording.observations[0], faults: recording.faults };
}

describe('a CycloneDX bill', () => {
  it('lists its components, nested ones too, and its services', async () => {
    const { rows, observations, facts } = await read({});
    expect(rows.map((each) => `${each.population} ${each.key}`)).toEqual([
      'components pkg:npm/left@1.0',
      'components org/inner@2',
      'services payments',
    ]);
    expect(rows[0]?.fields).toEqual({ name: 'left', version: '1.0', type: 'library', licence: 'MIT' });
    expect(observations).toEqual([]);
    expect(facts).toEqual({
      tool: 'cyclonedx',
      toolVersion: '1.6',
      ranAt: '2026-01-02T03:04:05.000Z',
      scope: 'shop',
    });
  });

  it('names a vulnerability by what it affects', async () => {
    expect(await one({})).toMatchObject({
      check: 'cyclonedx:vulnerability',
      subject: 'pkg:npm/left@1.0#CVE-2026-1',
      observedAt: '2026-01-02T03:04:05.000Z',
    });
    expect(
      await one({ affects: [{ ref: 'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#app%20one' }] }),
    ).toMatchObject({ subject: 'app one#CVE-2026-1' });
    expect(await one({ affects: [] })).toMatchObject({ subject: 'shop#CVE-2026-1' });
  });

  it.each([
    [undefined, 'fail'],
    [{}, 'unknown'],
    [{ state: 'exploitable' }, 'fail'],
    [{ state: 'in_triage' }, 'unknown'],
    [{ state: 'resolved' }, 'pass'],
    [{ state: 'resolved_with_pedigree' }, 'pass'],
    [{ state: 'false_positive' }, 'not_applicable'],
    [{ state: 'not_affected', justification: 'code_not_present' }, 'not_applicable'],
    [{ state: 'not_affected' }, 'unknown'],
    [{ state: 'not_affected', justification: 'because' }, 'unknown'],
    [{ state: 'fine' }, 'unknown'],
    [{ state: 'toString' }, 'unknown'],
  ])('with the analysis %j, it is %s', async (analysis, status) => {
    expect((await one(analysis ? { analysis } : {})).status).toBe(status);
  });

  it('says why an unjustified or unknown state is not believed', async () => {
    expect((await one({ analysis: { state: 'not_affected' } })).faults).toEqual([
      'warning cyclonedx.unjustified',
    ]);
    expect((await one({ analysis: { state: 'fine' } })).faults).toEqual(['warning cyclonedx.status_unknown']);
  });

  it('does not apply where every listed version is unaffected', async () => {
    const affects = (...statuses: string[]) => ({
      affects: [{ ref: 'l', versions: statuses.map((status) => ({ version: '1', status })) }],
    });
    expect((await one(affects('unaffected'))).status).toBe('not_applicable');
    expect((await one(affects('unaffected', 'affected'))).status).toBe('fail');
    expect((await one(affects('unknown'))).status).toBe('fail');
  });

  it('has the worst severity of its ratings; a score of another method is no CVSS score', async () => {
    expect((await one({ ratings: [{ severity: 'low' }, { score: 9.1, method: 'CVSSv31' }] })).severity).toBe(
      'critical',
    );
    expect((await one({ ratings: [{ score: 9.1, method: 'OWASP' }] })).severity).toBeUndefined();
  });

  it('a vulnerability without id is refused alone', async () => {
    const { faults, observations } = await read({ vulnerabilities: [{}, { id: 'CVE-2026-2' }] });
    expect([faults, observations.length]).toEqual([['error cyclonedx.no_id'], 1]);
  });

  it('an attestation is a claim: unknown, unless it denies conformance itself', async () => {
    const { observations, rows } = await read({
      definitions: { standards: [{ requirements: [{ 'bom-ref': 'r1', identifier: 'V1.2' }] }] },
      declarations: {
        attestations: [
          {
            summary: 'By the maker',
            map: [
              { requirement: 'r1', claims: ['c'], conformance: { score: 1, rationale: 'done' } },
              { requirement: 'r2', conformance: { score: 0 } },
              { requirement: 'r3', counterClaims: ['c'] },
            ],
          },
        ],
        claims: [{ 'bom-ref': 'c', target: 'shop', predicate: 'is signed' }],
      },
    });
    expect(observations.map((each) => [each.check, each.subject, each.status])).toEqual([
      ['cyclonedx:attestation/V1.2', 'shop', 'unknown'],
      ['cyclonedx:attestation/r2', 'shop', 'fail'],
      ['cyclonedx:attestation/r3', 'shop', 'fail'],
    ]);
    expect(rows.at(-1)).toMatchObject({ population: 'claims', key: 'c' });
  });
});
