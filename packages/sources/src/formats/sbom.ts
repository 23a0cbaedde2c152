// Software bills of materials: CycloneDX (with VEX and vulnerabilities) and SPDX 2.x.
import type { ObservationStatus } from '@assay/core';
import { at, isObject, listAt, numberAt, textAt } from '../read/json.ts';
import { clean, instantOf, observation, severityOf, severityOfScore } from '../read/observe.ts';
import { refused, unknownStatus } from '../read/problem.ts';
import type { Sink } from '../read/reader.ts';
import { meaningOf } from '../read/words.ts';
import { documentReader } from './document.ts';

/** CycloneDX vulnerability analysis state; a `not_affected` must be justified. */
const ANALYSIS: Readonly<Record<string, ObservationStatus>> = {
  resolved: 'pass',
  resolved_with_pedigree: 'pass',
  exploitable: 'fail',
  in_triage: 'unknown',
  false_positive: 'not_applicable',
  not_affected: 'not_applicable',
};

export const cyclonedx = documentReader({
  id: 'cyclonedx',
  title: 'CycloneDX',
  version: 1,
  statusRule:
    'A vulnerability without analysis is a fail; exploitable is a fail; resolved is a pass; false_positive, and not_affected with its justification, are not applicable; not_affected without one and in_triage are unknown; attestation claims are unknown, because a claim is not a check.',
  recognise: (head) =>
    /"bomFormat"\s*:\s*"CycloneDX"/.test(head.text)
      ? 0.99
      : /"\$schema"\s*:\s*"http:\/\/cyclonedx\.org/.test(head.text)
        ? 0.95
        : 0,
  accepts: (document) =>
    textAt(document, 'bomFormat') === 'CycloneDX' ||
    Array.isArray(at(document, 'components')) ||
    Array.isArray(at(document, 'vulnerabilities')),
  readDocument: readCyclonedx,
});

async function readCyclonedx(document: unknown, sink: Sink): Promise<void> {
  const ranAt = instantOf(at(document, 'metadata', 'timestamp'));
  const scope = textAt(document, 'metadata', 'component', 'name');
  const version = textAt(document, 'specVersion');
  sink.source({
    tool: 'cyclonedx',
    ...(version ? { toolVersion: version } : {}),
    ...(ranAt ? { ranAt } : {}),
    ...(scope ? { scope } : {}),
  });
  const names = new Map<string, string>();
  for (const component of components(document)) {
    const name = textAt(component, 'name') ?? 'unnamed';
    const own = textAt(component, 'version') ?? '';
    const key = textAt(component, 'purl') ?? `${name}@${own}`;
    names.set(textAt(component, 'bom-ref') ?? key, key);
    await sink.population({
      population: 'components',
      key: clean(key, 500),
      fields: {
        name: clean(name, 300),
        version: clean(own, 100),
        type: textAt(component, 'type') ?? '',
        licence: licencesOf(component),
      },
    });
  }
  for (const [i, vulnerability] of listAt(document, 'vulnerabilities').entries())
    await readVulnerability(vulnerability, { position: `vulnerabilities/${i}`, names, ranAt }, sink);
}

function* components(of: unknown): Generator<unknown> {
  for (const component of listAt(of, 'components')) {
    yield component;
    yield* components(component);
  }
}

async function readVulnerability(
  value: unknown,
  where: {
    readonly position: string;
    readonly names: ReadonlyMap<string, string>;
    readonly ranAt: ReturnType<typeof instantOf>;
  },
  sink: Sink,
): Promise<void> {
  const id = textAt(value, 'id');
  if (id === undefined)
    return sink.problem(
      refused('cyclonedx.no_id', 'A vulnerability has no id.', {
        position: where.position,
        remedy: 'Give it one, such as its CVE.',
      }),
    );
  const status = analysisOf(value, where.position, sink);
  const rating = listAt(value, 'ratings')[0];
  const affects = listAt(value, 'affects')
    .map((each) => textAt(each, 'ref') ?? '')
    .filter((ref) => ref !== '');
  for (const ref of affects.length > 0 ? affects : ['']) {
    const subject = `${where.names.get(ref) ?? (ref === '' ? 'whole bill' : ref)}#${id}`;
    await sink.observation(
      observation({
        tool: 'cyclonedx',
        check: 'vulnerability',
        subject,
        status,
        observedAt: where.ranAt,
        severity: severityOf(textAt(rating, 'severity')) ?? severityOfScore(numberAt(rating, 'score')),
        message: textAt(value, 'analysis', 'detail') ?? textAt(value, 'description'),
      }),
    );
  }
}

function analysisOf(value: unknown, position: string, sink: Sink): ObservationStatus {
  const state = textAt(value, 'analysis', 'state');
  if (state === undefined) return 'fail';
  if (state === 'not_affected' && textAt(value, 'analysis', 'justification') === undefined) {
    sink.problem({
      code: 'cyclonedx.unjustified',
      level: 'warning',
      message: 'A vulnerability is said not to affect, without a justification; it is kept as unknown.',
      position,
      remedy: 'Add analysis.justification to the VEX statement.',
    });
    return 'unknown';
  }
  const status = meaningOf(ANALYSIS, state);
  if (status) return status;
  sink.problem(unknownStatus('cyclonedx', state, position));
  return 'unknown';
}

function licencesOf(component: unknown): string {
  return listAt(component, 'licenses')
    .map(
      (each) =>
        textAt(each, 'license', 'id') ?? textAt(each, 'license', 'name') ?? textAt(each, 'expression') ?? '',
    )
    .filter((text) => text !== '')
    .join(', ')
    .slice(0, 300);
}

export const spdx = documentReader({
  id: 'spdx',
  title: 'SPDX 2.x',
  version: 1,
  statusRule:
    'A bill of materials says what is there, not whether it is well: packages become a population, nothing passes or fails.',
  recognise: (head) => (/"spdxVersion"\s*:\s*"SPDX-/.test(head.text) ? 0.99 : 0),
  accepts: (document) => textAt(document, 'spdxVersion') !== undefined,
  readDocument: async (document, sink) => {
    const ranAt = instantOf(at(document, 'creationInfo', 'created'));
    const scope = textAt(document, 'name');
    sink.source({
      tool: 'spdx',
      toolVersion: textAt(document, 'spdxVersion') ?? '',
      ...(ranAt ? { ranAt } : {}),
      ...(scope ? { scope } : {}),
    });
    for (const one of listAt(document, 'packages').filter(isObject)) {
      const purl = listAt(one, 'externalRefs').find((ref) => textAt(ref, 'referenceType') === 'purl');
      const name = textAt(one, 'name') ?? 'unnamed';
      const version = textAt(one, 'versionInfo') ?? '';
      await sink.population({
        population: 'components',
        key: clean(textAt(purl, 'referenceLocator') ?? textAt(one, 'SPDXID') ?? `${name}@${version}`, 500),
        fields: {
          name: clean(name, 300),
          version: clean(version, 100),
          type: 'package',
          licence: clean(textAt(one, 'licenseConcluded') ?? '', 300),
        },
      });
    }
  },
});
