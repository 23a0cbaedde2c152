// Kubescape JSON (format v2): each control on each resource; controls without a resource, on the cluster.
import type { Instant, ObservationStatus, Severity } from '@assay/core';
import { at, isObject, listAt, numberAt, textAt } from '../read/json.ts';
import { instantOf, observation, severityOfScore } from '../read/observe.ts';
import type { Sink, StatusTable } from '../read/reader.ts';
import { documentReader } from './document.ts';
import { row } from './row.ts';
import { hasKeys } from './shape.ts';
import { statusFrom } from './statusTable.ts';

const STATUS: StatusTable = {
  passed: 'pass',
  failed: 'fail',
  skipped: 'unknown',
  excluded: 'fail',
  irrelevant: 'not_applicable',
  error: 'error',
};

/** Details that `passed` may have, and what it then is; an exception stays a failure that somebody accepted. */
const PASSED_AS: StatusTable = { irrelevant: 'not_applicable', 'w/exceptions': 'fail' };

export const kubescape = documentReader({
  id: 'kubescape',
  title: 'Kubescape',
  version: 3,
  manual: {
    recognised: 'summaryDetails at the root (format v2)',
    reads: 'whole',
    fields: {
      check: 'controlID',
      subject: 'the resource, with the file it came from; the cluster when no resource had the control',
      observedAt: 'generationTime',
      severity: 'scoreFactor, as a CVSS score',
      message: 'the control’s name',
      population: 'resources',
    },
    words: [
      { field: 'status.status', table: STATUS },
      { field: 'status.subStatus of passed', table: PASSED_AS },
    ],
    also: [],
  },
  recognise: (head) => (hasKeys(head, 'summaryDetails') ? 0.97 : 0),
  accepts: (document) => isObject(at(document, 'summaryDetails', 'controls')),
  readDocument: read,
});

interface Scan {
  readonly ranAt: Instant | undefined;
  readonly controls: ReadonlyMap<
    string,
    { readonly name: string | undefined; readonly severity: Severity | undefined }
  >;
  readonly sink: Sink;
}

async function read(document: unknown, sink: Sink): Promise<void> {
  // Go writes year 1 for a time that was never set.
  const time = instantOf(at(document, 'generationTime'));
  const ranAt = time !== undefined && time > '1970' ? time : undefined;
  const cluster =
    textAt(document, 'clusterName') ??
    textAt(document, 'metadata', 'targetMetadata', 'clusterContextMetadata', 'contextName') ??
    'cluster';
  const version = textAt(document, 'metadata', 'scanMetadata', 'kubescapeVersion');
  sink.source({
    tool: 'kubescape',
    scope: cluster,
    ...(version ? { toolVersion: version } : {}),
    ...(ranAt ? { ranAt } : {}),
  });
  const summary = Object.entries(at(document, 'summaryDetails', 'controls') ?? {});
  const controls = new Map(
    summary.map(([id, control]) => [
      id,
      { name: textAt(control, 'name'), severity: severityOfScore(numberAt(control, 'scoreFactor')) },
    ]),
  );
  const scan = { ranAt, controls, sink };
  const told = await readResources(document, scan);
  for (const [id, control] of summary) {
    if (told.has(id)) continue;
    await tell(scan, {
      id,
      subject: cluster,
      status: statusOf(control, `/summaryDetails/controls/${id}`, sink),
    });
  }
}

/** Tells each control of each resource; gives the controls that some resource had. */
async function readResources(document: unknown, scan: Scan): Promise<ReadonlySet<string>> {
  const names = new Map<string, string>();
  for (const resource of listAt(document, 'resources')) {
    const id = textAt(resource, 'resourceID');
    if (id === undefined) continue;
    const name = nameOf(id, textAt(resource, 'source', 'relativePath'));
    names.set(id, name);
    await scan.sink.population(
      row('resources', name, {
        kind: textAt(resource, 'object', 'kind'),
        name: textAt(resource, 'object', 'metadata', 'name'),
        namespace: textAt(resource, 'object', 'metadata', 'namespace'),
      }),
    );
  }
  const told = new Set<string>();
  for (const [i, result] of listAt(document, 'results').entries()) {
    const resource = textAt(result, 'resourceID') ?? 'resource';
    for (const control of listAt(result, 'controls')) {
      const id = textAt(control, 'controlID') ?? 'control';
      told.add(id);
      const status = statusOf(control, `/results/${i} (${id})`, scan.sink);
      await tell(scan, { id, subject: names.get(resource) ?? nameOf(resource, undefined), status });
    }
  }
  return told;
}

/** Without the number of the folder that the files happened to lie in. */
function nameOf(resource: string, file: string | undefined): string {
  const bare = resource.replace(/^path=\d+\//, '');
  return file === undefined ? bare : `${file}#${bare}`;
}

function tell(
  scan: Scan,
  of: { readonly id: string; readonly subject: string; readonly status: ObservationStatus },
): void | Promise<void> {
  const control = scan.controls.get(of.id);
  return scan.sink.observation(
    observation({
      tool: 'kubescape',
      check: of.id,
      subject: of.subject,
      status: of.status,
      observedAt: scan.ranAt,
      severity: control?.severity,
      message: control?.name,
    }),
  );
}

function statusOf(control: unknown, position: string, sink: Sink): ObservationStatus {
  const info = at(control, 'statusInfo') ?? at(control, 'status');
  const word = isObject(info) ? textAt(info, 'status') : typeof info === 'string' ? info : undefined;
  const detail = textAt(info, 'subStatus');
  const place = { format: 'kubescape', position, sink };
  const status = statusFrom(STATUS, word, place);
  return status === 'pass' && detail !== undefined ? statusFrom(PASSED_AS, detail, place) : status;
}
