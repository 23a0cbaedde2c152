// in-toto statements v0.1 and v1, bare, in DSSE envelopes or in Sigstore bundles, one or many in a file.
// Signatures are not verified here: whoever can write the file can write the statement.
import type { Instant, ObservationStatus } from '@assay/core';
import { jsonItems } from '../stream/items.ts';
import { JsonFault } from '../stream/fault.ts';
import { readJsonWhole } from '../stream/whole.ts';
import { at, isObject, listAt, textAt } from '../read/json.ts';
import { instantOf, observation } from '../read/observe.ts';
import { itemFault, refused } from '../read/problem.ts';
import type { Head, Reader, Sink } from '../read/reader.ts';
import { row } from './row.ts';
import { hasKeys, shapeOf } from './shape.ts';

const STATEMENT = /^https:\/\/in-toto\.io\/Statement\/v(?:0\.1|1)$/;

export const intoto: Reader = {
  id: 'in-toto',
  title: 'in-toto attestation',
  version: 2,
  manual: {
    recognised:
      'payloadType application/vnd.in-toto+json, a Sigstore bundle with dsseEnvelope, or a statement of v0.1 or v1',
    reads: 'stream',
    fields: {
      check: 'predicateType',
      subject: 'each subject[].name, else its uri',
      observedAt: 'when the build or the verification ended, else when the build began',
      message: 'whether it is signed, the builder or verifier, the digest',
      population: 'subjects, with digest, builder, source, policy and result',
    },
    words: [],
    also: [
      ['fail', 'a verification or test statement whose result says FAILED'],
      ['unknown', 'every other statement: signatures are not verified here'],
    ],
    otherwise: 'Anything else is refused as an item, with its place.',
  },
  recognise,
  async read(bytes, sink) {
    for await (const item of jsonItems(bytes, { fault: (fault) => sink.problem(itemFault(fault)) }))
      await readItem(item.value, `item ${item.index}, byte ${item.offset}`, sink);
  },
};

function recognise(head: Head): number {
  const { keys } = shapeOf(head);
  if (keys.get('payloadType') === 'application/vnd.in-toto+json' || keys.has('dsseEnvelope')) return 0.99;
  if (STATEMENT.test(keys.get('_type') ?? '')) return 0.99;
  return hasKeys(head, 'payload', 'signatures') && /"application\/vnd\.in-toto\+json"/.test(head.text)
    ? 0.95
    : 0;
}

async function readItem(value: unknown, position: string, sink: Sink): Promise<void> {
  const envelope = at(value, 'dsseEnvelope') ?? value;
  const payload = textAt(envelope, 'payload');
  const statement = payload === undefined ? value : await unwrap(payload);
  const predicateType = textAt(statement, 'predicateType');
  if (predicateType === undefined || !STATEMENT.test(textAt(statement, '_type') ?? '')) {
    sink.problem(
      refused('in-toto.statement', 'An item is not an in-toto statement of v0.1 or v1.', {
        position,
        remedy: 'Send DSSE envelopes, Sigstore bundles or statements, one a line.',
      }),
    );
    return;
  }
  const signatures = payload === undefined ? undefined : listAt(envelope, 'signatures').length;
  await readStatement(statement, { predicateType, signatures }, sink);
}

interface Envelope {
  readonly predicateType: string;
  /** Signatures of the envelope; undefined when the statement came without one. */
  readonly signatures: number | undefined;
}

async function readStatement(statement: unknown, of: Envelope, sink: Sink): Promise<void> {
  const predicate = at(statement, 'predicate');
  const observedAt = timeOf(predicate);
  const said = saidBy(predicate);
  sink.source({
    tool: 'intoto',
    ...(observedAt ? { ranAt: observedAt } : {}),
    ...(said.source ? { scope: said.source } : {}),
  });
  for (const subject of listAt(statement, 'subject')) {
    const name = textAt(subject, 'name') ?? textAt(subject, 'uri') ?? 'subject';
    const digest = digestOf(subject);
    const key = digest === undefined ? name : `${name}@${digest}`;
    await sink.population(row('subjects', key, { name, digest, predicate: of.predicateType, ...said }));
    await sink.observation(
      observation({
        tool: 'intoto',
        check: of.predicateType,
        subject: name,
        status: statusOf(said.result),
        observedAt,
        message: `${signedWords(of.signatures)} ${said.builder ?? said.verifier ?? ''} ${digest ?? ''}`,
      }),
    );
  }
}

/** A statement against its own interest needs no signature to be heeded. */
function statusOf(result: string | undefined): ObservationStatus {
  return result === 'FAILED' ? 'fail' : 'unknown';
}

function signedWords(signatures: number | undefined): string {
  return signatures === undefined || signatures === 0 ? 'Not signed.' : 'Signature not verified.';
}

/** SLSA provenance v0.2 and v1, verification summaries, test results: the fields that an auditor asks for. */
function saidBy(
  predicate: unknown,
): Readonly<
  Record<'builder' | 'buildType' | 'source' | 'verifier' | 'policy' | 'result', string | undefined>
> {
  return {
    builder: textAt(predicate, 'builder', 'id') ?? textAt(predicate, 'runDetails', 'builder', 'id'),
    buildType: textAt(predicate, 'buildType') ?? textAt(predicate, 'buildDefinition', 'buildType'),
    source:
      textAt(predicate, 'invocation', 'configSource', 'uri') ??
      textAt(predicate, 'buildDefinition', 'externalParameters', 'source', 'uri') ??
      textAt(predicate, 'buildDefinition', 'externalParameters', 'workflow', 'repository'),
    verifier: textAt(predicate, 'verifier', 'id'),
    policy: textAt(predicate, 'policy', 'uri'),
    result: textAt(predicate, 'verificationResult') ?? textAt(predicate, 'result'),
  };
}

function timeOf(predicate: unknown): Instant | undefined {
  return (
    instantOf(at(predicate, 'metadata', 'buildFinishedOn')) ??
    instantOf(at(predicate, 'runDetails', 'metadata', 'finishedOn')) ??
    instantOf(at(predicate, 'timeVerified')) ??
    instantOf(at(predicate, 'metadata', 'buildStartedOn')) ??
    instantOf(at(predicate, 'runDetails', 'metadata', 'startedOn'))
  );
}

function digestOf(subject: unknown): string | undefined {
  const digests = at(subject, 'digest');
  if (!isObject(digests)) return undefined;
  const algorithm = ['sha256', 'sha512', ...Object.keys(digests).toSorted()].find(
    (each) => textAt(digests, each) !== undefined,
  );
  return algorithm === undefined ? undefined : `${algorithm}:${textAt(digests, algorithm) ?? ''}`;
}

/** The payload within the same limits as a file; undefined when it is no JSON. */
async function unwrap(payload: string): Promise<unknown> {
  const bytes = Buffer.from(payload, 'base64');
  try {
    return await readJsonWhole(once(bytes));
  } catch (cause) {
    if (cause instanceof JsonFault) return undefined;
    throw cause;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
