// Trivy's own JSON: vulnerabilities, misconfigurations, secrets and licences of images, repositories and clusters.
import type { Instant, ObservationStatus } from '@assay/core';
import { at, isObject, listAt, textAt } from '../read/json.ts';
import { instantOf, observation, severityOf } from '../read/observe.ts';
import type { Head, Sink, StatusTable } from '../read/reader.ts';
import { documentReader } from './document.ts';
import { row } from './row.ts';
import { hasKeys, shapeOf } from './shape.ts';
import { statusFrom } from './statusTable.ts';

/** EXCEPTION: an exception applied, so the check was not asked. */
const MISCONFIGURATION: StatusTable = { PASS: 'pass', FAIL: 'fail', EXCEPTION: 'unknown' };
/** Google's licence classes; restricted and reciprocal ones depend on how the code is used. */
const LICENCE: StatusTable = {
  forbidden: 'fail',
  restricted: 'unknown',
  reciprocal: 'unknown',
  notice: 'pass',
  permissive: 'pass',
  unencumbered: 'pass',
  unknown: 'unknown',
};
/** What --show-suppressed lists beside the findings; `not_affected` has to be justified. */
const MODIFIED: StatusTable = {
  ignored: 'fail',
  affected: 'fail',
  fixed: 'pass',
  under_investigation: 'unknown',
  not_affected: 'not_applicable',
};

export const trivy = documentReader({
  id: 'trivy',
  title: 'Trivy',
  version: 2,
  manual: {
    recognised:
      'ArtifactName beside SchemaVersion or Results, ClusterName beside Resources, or the bare list of targets before 0.20',
    reads: 'whole',
    fields: {
      check: 'vulnerability, secret, licence, or the id of the misconfiguration (AVD- before the short form)',
      subject: 'the target, and the package, resource, rule or licence',
      observedAt: 'CreatedAt',
      severity: 'Severity',
      message: 'Title, Message or Description',
      population: 'components',
    },
    words: [
      { field: 'Misconfigurations[].Status', table: MISCONFIGURATION },
      { field: 'Licenses[].Category', table: LICENCE },
      { field: 'ExperimentalModifiedFindings[].Status', table: MODIFIED },
    ],
    also: [
      ['pass', 'trivy:run of a target in which nothing fails'],
      ['fail', 'every vulnerability, whatever its vendor’s status, and every secret'],
      ['unknown', 'not_affected without a statement; trivy:run when no target is listed'],
    ],
  },
  recognise,
  accepts: (document) =>
    Array.isArray(document)
      ? document.some((each) => textAt(each, 'Target') !== undefined)
      : textAt(document, 'ArtifactName') !== undefined || textAt(document, 'ClusterName') !== undefined,
  readDocument,
});

/** Version 2 of the report, the report of a cluster, and the bare list of targets before Trivy 0.20. */
function recognise(head: Head): number {
  const { root, keys } = shapeOf(head);
  if (root === 'array')
    return keys.has('Target') && (keys.has('Vulnerabilities') || keys.has('Type')) ? 0.95 : 0;
  if (hasKeys(head, 'ArtifactName') && (keys.has('SchemaVersion') || keys.has('Results'))) return 0.98;
  return hasKeys(head, 'ClusterName') && (keys.has('Resources') || keys.has('Findings')) ? 0.95 : 0;
}

interface Where {
  readonly artefact: string;
  readonly ranAt: Instant | undefined;
  readonly sink: Sink;
}

async function readDocument(document: unknown, sink: Sink): Promise<void> {
  const ranAt = instantOf(at(document, 'CreatedAt'));
  const artefact = textAt(document, 'ArtifactName') ?? textAt(document, 'ClusterName') ?? 'artefact';
  const toolVersion = textAt(document, 'Trivy', 'Version');
  sink.source({
    tool: 'trivy',
    scope: artefact,
    complete: textAt(document, 'ArtifactName') !== undefined,
    ...(toolVersion ? { toolVersion } : {}),
    ...(ranAt ? { ranAt } : {}),
  });
  let targets = 0;
  for (const part of partsOf(document, artefact)) {
    for (const [i, result] of part.results.entries()) {
      targets += 1;
      await readTarget(result, `${part.position}/${i}`, { artefact: part.artefact, ranAt, sink });
    }
  }
  if (targets === 0)
    await sink.observation(
      observation({
        tool: 'trivy',
        check: 'run',
        subject: artefact,
        status: 'unknown',
        observedAt: ranAt,
        message: 'Trivy lists no target that it looked at.',
      }),
    );
}

interface Part {
  readonly results: readonly unknown[];
  readonly position: string;
  readonly artefact: string;
}

function partsOf(document: unknown, artefact: string): readonly Part[] {
  if (Array.isArray(document)) return [{ results: document, position: '', artefact }];
  const resources = [...listAt(document, 'Resources'), ...listAt(document, 'Findings')];
  const own = { results: listAt(document, 'Results'), position: '/Results', artefact };
  return [
    own,
    ...resources.map((each, i) => ({
      results: listAt(each, 'Results'),
      position: `/Resources/${i}/Results`,
      artefact: resourceName(each),
    })),
  ];
}

function resourceName(resource: unknown): string {
  return [textAt(resource, 'Namespace'), textAt(resource, 'Kind'), textAt(resource, 'Name')]
    .filter((each) => each !== undefined)
    .join('/');
}

async function readTarget(result: unknown, position: string, where: Where): Promise<void> {
  const target = textAt(result, 'Target') ?? where.artefact;
  const found = [
    ...listAt(result, 'Vulnerabilities').map((each) => vulnerability(each, target)),
    ...listAt(result, 'Misconfigurations').map((each, i) =>
      misconfiguration(each, { target, position: `${position}/Misconfigurations/${i}`, sink: where.sink }),
    ),
    ...listAt(result, 'Secrets').map((each) => secret(each, target)),
    ...listAt(result, 'Licenses').map((each, i) =>
      licence(each, { target, position: `${position}/Licenses/${i}`, sink: where.sink }),
    ),
    ...listAt(result, 'ExperimentalModifiedFindings').flatMap((each, i) =>
      modified(each, {
        target,
        position: `${position}/ExperimentalModifiedFindings/${i}`,
        sink: where.sink,
      }),
    ),
  ];
  for (const each of found)
    await where.sink.observation(observation({ tool: 'trivy', observedAt: where.ranAt, ...each }));
  for (const each of listAt(result, 'Packages').filter(isObject)) {
    const key =
      textAt(each, 'Identifier', 'PURL') ??
      `${textAt(each, 'Name') ?? 'package'}@${textAt(each, 'Version') ?? ''}`;
    await where.sink.population(
      row('components', key, { name: textAt(each, 'Name'), version: textAt(each, 'Version'), target }),
    );
  }
  if (!found.some((each) => each.status !== 'pass' && each.status !== 'not_applicable'))
    await where.sink.observation(
      observation({
        tool: 'trivy',
        check: 'run',
        subject: target,
        status: 'pass',
        observedAt: where.ranAt,
        message: 'The target was scanned and nothing was found.',
      }),
    );
}

interface Item {
  readonly check: string;
  readonly subject: string;
  readonly status: ObservationStatus;
  readonly severity: ReturnType<typeof severityOf>;
  readonly message: string | undefined;
}

interface Spot {
  readonly target: string;
  readonly position: string;
  readonly sink: Sink;
}

/** Status `fixed` means that a fixed version exists, not that it is installed. */
function vulnerability(each: unknown, target: string): Item {
  const path = textAt(each, 'PkgPath');
  const place = path === undefined ? target : `${target}:${path}`;
  return {
    check: 'vulnerability',
    subject: `${place}#${textAt(each, 'PkgName') ?? 'package'}@${textAt(each, 'InstalledVersion') ?? ''}#${textAt(each, 'VulnerabilityID') ?? 'vulnerability'}`,
    status: 'fail',
    severity: severityOf(textAt(each, 'Severity')),
    message: textAt(each, 'Title') ?? textAt(each, 'Description'),
  };
}

function misconfiguration(each: unknown, spot: Spot): Item {
  const resource = textAt(each, 'CauseMetadata', 'Resource');
  return {
    check: ruleId(each),
    subject: resource === undefined ? spot.target : `${spot.target}#${resource}`,
    status: statusFrom(MISCONFIGURATION, textAt(each, 'Status'), { format: 'trivy', ...spot }),
    severity: severityOf(textAt(each, 'Severity')),
    message: textAt(each, 'Message') ?? textAt(each, 'Title'),
  };
}

/** Newer versions write DS-0002 where older ones wrote AVD-DS-0002: one check, one key. */
function ruleId(each: unknown): string {
  const id = textAt(each, 'AVDID') ?? textAt(each, 'ID') ?? 'misconfiguration';
  return /^[A-Z]+-\d{4}$/.test(id) ? `AVD-${id}` : id;
}

function secret(each: unknown, target: string): Item {
  return {
    check: 'secret',
    subject: `${target}#${textAt(each, 'RuleID') ?? 'secret'}`,
    status: 'fail',
    severity: severityOf(textAt(each, 'Severity')),
    message: textAt(each, 'Title'),
  };
}

function licence(each: unknown, spot: Spot): Item {
  const name = textAt(each, 'Name') ?? 'licence';
  return {
    check: 'licence',
    subject: `${spot.target}#${textAt(each, 'PkgName') ?? textAt(each, 'FilePath') ?? ''}#${name}`,
    status: statusFrom(LICENCE, textAt(each, 'Category')?.toLowerCase(), { format: 'trivy', ...spot }),
    severity: severityOf(textAt(each, 'Severity')),
    message: `${name}: ${textAt(each, 'Category') ?? 'no class'}`,
  };
}

/** A finding that an ignore file or a VEX statement took out: an exception stays a failure. */
function modified(each: unknown, spot: Spot): readonly Item[] {
  if (textAt(each, 'Type') !== 'vulnerability') return [];
  const word = textAt(each, 'Status');
  const reason = textAt(each, 'Statement');
  const status = statusFrom(MODIFIED, word, { format: 'trivy', ...spot });
  const bare = status === 'not_applicable' && reason === undefined;
  return [
    {
      ...vulnerability(at(each, 'Finding'), spot.target),
      status: bare ? 'unknown' : status,
      message: `Suppressed as ${word ?? 'nothing'}: ${reason ?? 'no reason given'}`,
    },
  ];
}
