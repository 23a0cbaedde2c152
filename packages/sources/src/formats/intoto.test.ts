import { describe, expect, it } from 'vitest';
import { recordingOf } from '../read/recording.ts';
import { intoto } from './intoto.ts';

const STATEMENT = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'app.tar', digest: { sha1: 'bb', sha256: 'aa' } }],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: {
    runDetails: {
      builder: { id: 'https://build.example' },
      metadata: { finishedOn: '2026-01-01T00:00:00Z' },
    },
    buildDefinition: {
      buildType: 'https://type.example',
      externalParameters: { workflow: { repository: 'https://git.example/app' } },
    },
  },
};

function envelope(statement: unknown, signatures: readonly object[] = [{ keyid: '', sig: 'AA==' }]) {
  const text = typeof statement === 'string' ? statement : JSON.stringify(statement);
  return {
    payloadType: 'application/vnd.in-toto+json',
    payload: Buffer.from(text).toString('base64'),
    signatures,
  };
}

function read(...items: unknown[]) {
  return recordingOf(intoto, items.map((item) => JSON.stringify(item)).join('\n'));
}

describe('in-toto attestations', () => {
  it('in an envelope are unknown, because nobody verified the signature here', async () => {
    const { observations, rows, facts } = await read(envelope(STATEMENT));
    expect(observations).toEqual([
      {
        check: 'intoto:https://slsa.dev/provenance/v1',
        subject: 'app.tar',
        status: 'unknown',
        observedAt: '2026-01-01T00:00:00.000Z',
        message: 'Signature not verified. https://build.example sha256:aa',
      },
    ]);
    expect(rows).toEqual([
      {
        population: 'subjects',
        key: 'app.tar@sha256:aa',
        fields: {
          name: 'app.tar',
          digest: 'sha256:aa',
          predicate: 'https://slsa.dev/provenance/v1',
          builder: 'https://build.example',
          buildType: 'https://type.example',
          source: 'https://git.example/app',
        },
      },
    ]);
    expect(facts).toMatchObject({ tool: 'intoto', scope: 'https://git.example/app' });
  });

  it('are read bare, in an envelope, in a Sigstore bundle, of v0.1 and v1, many in a file', async () => {
    const old = { ...STATEMENT, _type: 'https://in-toto.io/Statement/v0.1' };
    const { observations } = await read(STATEMENT, envelope(old), {
      mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.3',
      dsseEnvelope: envelope(STATEMENT),
    });
    expect(observations.map((each) => each.message?.split('.')[0])).toEqual([
      'Not signed',
      'Signature not verified',
      'Signature not verified',
    ]);
  });

  it('an envelope without a signature is said to be unsigned', async () => {
    expect((await read(envelope(STATEMENT, []))).observations[0]?.message).toMatch(/^Not signed\./);
  });

  it('a verification summary never passes; its own FAILED is heeded', async () => {
    const summary = (verificationResult: string) =>
      envelope({
        ...STATEMENT,
        predicateType: 'https://slsa.dev/verification_summary/v1',
        predicate: { verifier: { id: 'v' }, verificationResult, timeVerified: '2026-01-01T00:00:00Z' },
      });
    expect(
      (await read(summary('PASSED'), summary('FAILED'))).observations.map((each) => each.status),
    ).toEqual(['unknown', 'fail']);
  });

  it('what is no statement is refused alone; the lines around it are read', async () => {
    const { faults, counts } = await read(
      envelope(STATEMENT),
      envelope('not json'),
      envelope({ _type: 'https://in-toto.io/Statement/v9', predicateType: 'x' }),
      { payload: 7 },
      STATEMENT,
    );
    expect(faults).toEqual(['error in-toto.statement', 'error in-toto.statement', 'error in-toto.statement']);
    expect(counts).toEqual({ unknown: 2 });
  });

  it('a payload that nests beyond 64 levels is refused like a file', async () => {
    const { faults } = await read(envelope('['.repeat(65) + ']'.repeat(65)));
    expect(faults).toEqual(['error in-toto.statement']);
  });
});
