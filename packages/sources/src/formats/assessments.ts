// Results of assessments: InSpec/HDF, OSCAL assessment results, in-toto statements and DSSE envelopes.
import type { ObservationStatus } from '@assay/core';
import { jsonItems } from '../stream/items.ts';
import { at, listAt, numberAt, textAt } from '../read/json.ts';
import { clean, instantOf, observation, severityOfScore } from '../read/observe.ts';
import { refused, unknownStatus } from '../read/problem.ts';
import type { Reader, Sink } from '../read/reader.ts';
import { meaningOf } from '../read/words.ts';
import { documentReader } from './document.ts';

export const hdf = documentReader({
  id: 'hdf',
  title: 'InSpec / HDF',
  version: 1,
  statusRule:
    'A control of impact 0 is not applicable; one with an error or backtrace is an error; one failed result makes it a fail; all passed make it a pass; only skipped, or none, make it unknown.',
  recognise: (head) =>
    /"profiles"\s*:\s*\[/.test(head.text) &&
    (/"platform"\s*:/.test(head.text) || /"controls"\s*:/.test(head.text)) &&
    !/"runs"\s*:/.test(head.text)
      ? 0.95
      : 0,
  accepts: (document) => Array.isArray(at(document, 'profiles')),
  readDocument: async (document, sink) => {
    const target =
      textAt(document, 'platform', 'target_id') ?? textAt(document, 'platform', 'name') ?? 'target';
    const controls = listAt(document, 'profiles').flatMap((profile) =>
      listAt(profile, 'controls').map((control) => ({
        profile: textAt(profile, 'name') ?? 'profile',
        control,
      })),
    );
    const ranAt = controls
      .flatMap(({ control }) => listAt(control, 'results'))
      .map((result) => instantOf(at(result, 'start_time')))
      .find((time) => time !== undefined);
    const version = textAt(document, 'version');
    sink.source({
      tool: 'inspec',
      scope: target,
      ...(version ? { toolVersion: version } : {}),
      ...(ranAt ? { ranAt } : {}),
    });
    for (const { profile, control } of controls) {
      const impact = numberAt(control, 'impact');
      const severity = impact === undefined ? undefined : severityOfScore(impact * 10);
      await sink.observation(
        observation({
          tool: 'inspec',
          check: `${profile}/${textAt(control, 'id') ?? 'control'}`,
          subject: target,
          status: hdfStatus(control, sink),
          observedAt: ranAt,
          severity,
          message: textAt(control, 'title'),
        }),
      );
    }
  },
});

function hdfStatus(control: unknown, sink: Sink): ObservationStatus {
  if (numberAt(control, 'impact') === 0) return 'not_applicable';
  const results = listAt(control, 'results');
  if (
    results.some((result) => textAt(result, 'status') === 'error' || listAt(result, 'backtrace').length > 0)
  )
    return 'error';
  const words = results.map((result) => textAt(result, 'status') ?? '');
  const strange = words.find((word) => !['passed', 'failed', 'skipped'].includes(word));
  if (strange !== undefined) sink.problem(unknownStatus('hdf', strange, textAt(control, 'id') ?? 'control'));
  if (words.includes('failed')) return 'fail';
  return words.length > 0 && words.every((word) => word === 'passed') ? 'pass' : 'unknown';
}

export const oscalResults = documentReader({
  id: 'oscal-ar',
  title: 'OSCAL assessment results',
  version: 1,
  statusRule:
    'A finding’s target status satisfied is pass, not-satisfied is fail, anything else is unknown; observations without a finding become a population.',
  recognise: (head) => (/"assessment-results"\s*:/.test(head.text) ? 0.99 : 0),
  accepts: (document) => at(document, 'assessment-results') !== undefined,
  readDocument: async (document, sink) => {
    const root = at(document, 'assessment-results');
    const scope = textAt(root, 'metadata', 'title');
    for (const result of listAt(root, 'results')) {
      const ranAt = instantOf(at(result, 'end')) ?? instantOf(at(result, 'start'));
      sink.source({ tool: 'oscal', ...(ranAt ? { ranAt } : {}), ...(scope ? { scope } : {}) });
      for (const finding of listAt(result, 'findings')) {
        const state = textAt(finding, 'target', 'status', 'state') ?? '';
        const status = meaningOf({ satisfied: 'pass', 'not-satisfied': 'fail' } as const, state);
        if (!status) sink.problem(unknownStatus('oscal', state, textAt(finding, 'uuid') ?? 'finding'));
        await sink.observation(
          observation({
            tool: 'oscal',
            check: textAt(finding, 'target', 'target-id') ?? 'objective',
            subject: scope,
            status: status ?? 'unknown',
            observedAt: ranAt,
            message: textAt(finding, 'title') ?? textAt(finding, 'description'),
          }),
        );
      }
      for (const each of listAt(result, 'observations')) {
        await sink.population({
          population: 'observations',
          key: textAt(each, 'uuid') ?? 'observation',
          fields: {
            title: clean(textAt(each, 'title') ?? textAt(each, 'description') ?? '', 300),
            collected: textAt(each, 'collected') ?? '',
          },
        });
      }
    }
  },
});

export const intoto: Reader = {
  id: 'in-toto',
  title: 'in-toto attestation',
  version: 1,
  statusRule:
    'Signatures are not verified here, so every statement is unknown, never a pass; its subjects become a population.',
  recognise: (head) =>
    /"payloadType"\s*:\s*"application\/vnd\.in-toto\+json"/.test(head.text) ||
    /"dsseEnvelope"\s*:/.test(head.text)
      ? 0.99
      : /"_type"\s*:\s*"https:\/\/in-toto\.io\/Statement\//.test(head.text)
        ? 0.99
        : 0,
  async read(bytes, sink) {
    let told = false;
    for await (const item of jsonItems(bytes)) {
      const position = `item ${item.index}, byte ${item.offset}`;
      // A Sigstore bundle wraps the envelope once more.
      const envelope = at(item.value, 'dsseEnvelope') ?? item.value;
      const payload = textAt(envelope, 'payload');
      const statement = payload === undefined ? item.value : unwrap(payload);
      const predicate = textAt(statement, 'predicateType');
      if (
        predicate === undefined ||
        !/^https:\/\/in-toto\.io\/Statement\/v(?:0\.1|1)$/.test(textAt(statement, '_type') ?? '')
      ) {
        sink.problem(
          refused('in-toto.statement', 'An item is not an in-toto statement of v0.1 or v1.', {
            position,
            remedy: 'Send DSSE envelopes or statements, one a line.',
          }),
        );
        continue;
      }
      const ranAt =
        instantOf(at(statement, 'predicate', 'metadata', 'buildFinishedOn')) ??
        instantOf(at(statement, 'predicate', 'runDetails', 'metadata', 'finishedOn'));
      if (!told) sink.source({ tool: 'in-toto', ...(ranAt ? { ranAt } : {}) });
      told = true;
      await readSubjects(statement, { predicate, ranAt }, sink);
    }
  },
};

async function readSubjects(
  statement: unknown,
  of: { readonly predicate: string; readonly ranAt: ReturnType<typeof instantOf> },
  sink: Sink,
): Promise<void> {
  const builder =
    textAt(statement, 'predicate', 'builder', 'id') ??
    textAt(statement, 'predicate', 'runDetails', 'builder', 'id') ??
    '';
  for (const subject of listAt(statement, 'subject')) {
    const name = textAt(subject, 'name') ?? 'subject';
    const digest = textAt(subject, 'digest', 'sha256') ?? '';
    await sink.population({
      population: 'attested subjects',
      key: clean(`${name}@${digest}`, 500),
      fields: {
        name: clean(name, 300),
        sha256: digest.slice(0, 64),
        predicate: clean(of.predicate, 200),
        builder: clean(builder, 300),
      },
    });
    await sink.observation(
      observation({
        tool: 'in-toto',
        check: of.predicate,
        subject: `${name}@${digest}`,
        status: 'unknown',
        observedAt: of.ranAt,
        message: `Signature not verified. ${builder}`,
      }),
    );
  }
}

function unwrap(payload: string): unknown {
  try {
    const statement: unknown = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
    return statement;
  } catch {
    return undefined;
  }
}
