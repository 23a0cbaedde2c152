// OCSF findings: Prowler's and everybody's compliance findings (class 2003) and detections (2004).
import type { ObservationStatus } from '@assay/core';
import { jsonItems } from '../stream/items.ts';
import { at, isObject, listAt, numberAt, textAt } from '../read/json.ts';
import { instantOf, observation, severityOf, toolName } from '../read/observe.ts';
import { refused, unknownStatus } from '../read/problem.ts';
import type { Bytes, Head, Reader, Sink } from '../read/reader.ts';

const PROWLER: Readonly<Record<string, ObservationStatus>> = { PASS: 'pass', FAIL: 'fail', MANUAL: 'unknown' };
/** OCSF compliance.status_id: 1 pass, 2 warning, 3 fail, 0 and 99 unknown. */
const BY_ID: Readonly<Record<number, ObservationStatus>> = { 1: 'pass', 2: 'unknown', 3: 'fail', 0: 'unknown', 99: 'unknown' };

export const prowlerOcsf: Reader = {
  id: 'prowler-ocsf', title: 'Prowler (OCSF)', version: 1,
  statusRule: 'status_code PASS is pass, FAIL is fail (muted findings too: muting is a decision, not a pass), MANUAL is unknown.',
  recognise: (head) => (isOcsf(head) && /"event_code"/.test(head.text) && /"prowler"/i.test(head.text) ? 0.98 : 0),
  read: (bytes, sink) => readItems(bytes, sink, prowlerItem),
};

export const ocsf: Reader = {
  id: 'ocsf', title: 'OCSF findings', version: 1,
  statusRule: 'compliance.status_id 1 is pass, 3 is fail; 2 (warning), 0 and 99 are unknown; a finding without compliance is a fail while open and unknown when suppressed or archived.',
  recognise: (head) => (isOcsf(head) ? 0.9 : 0),
  read: (bytes, sink) => readItems(bytes, sink, ocsfItem),
};

function isOcsf(head: Head): boolean {
  return /"class_uid"\s*:\s*200[1-7]\b/.test(head.text) || (/"finding_info"\s*:/.test(head.text) && /"metadata"\s*:/.test(head.text) && /"(?:status_id|status_code|compliance)"\s*:/.test(head.text));
}

async function readItems(bytes: Bytes, sink: Sink, read: (value: unknown, index: number, sink: Sink) => void | Promise<void>): Promise<void> {
  let told = false;
  for await (const item of jsonItems(bytes)) {
    if (!isObject(item.value)) {
      sink.problem(refused('ocsf.not_a_finding', 'An item is not a finding.', { position: `item ${item.index}`, remedy: 'Export again as OCSF JSON.' }));
      continue;
    }
    if (!told) {
      told = true;
      tellSource(item.value, sink);
    }
    const waiting = read(item.value, item.index, sink);
    if (waiting) await waiting;
  }
}

function prowlerItem(value: unknown, index: number, sink: Sink): void | Promise<void> {
  const check = textAt(value, 'metadata', 'event_code');
  const code = textAt(value, 'status_code') ?? '';
  if (check === undefined) return sink.problem(refused('prowler.no_check', 'A finding has no metadata.event_code.', { position: `item ${index}`, remedy: 'Export again with Prowler 4 or newer.' }));
  const status = PROWLER[code.toUpperCase()];
  if (!status) sink.problem(unknownStatus('prowler', code, `item ${index}`));
  const muted = textAt(value, 'status') === 'Suppressed' || at(value, 'unmapped', 'muted') === true;
  const message = textAt(value, 'status_detail') ?? textAt(value, 'message');
  return sink.observation(observation({ tool: 'prowler', check, subject: subjectOf(value), status: status ?? 'unknown', observedAt: timeOf(value), severity: severityOf(textAt(value, 'severity')), message: muted ? `Muted. ${message ?? ''}` : message }));
}

function ocsfItem(value: unknown, index: number, sink: Sink): void | Promise<void> {
  const tool = textAt(value, 'metadata', 'product', 'name') ?? 'ocsf';
  const check = textAt(value, 'compliance', 'control') ?? textAt(value, 'metadata', 'event_code') ?? textAt(value, 'finding_info', 'analytic', 'uid') ?? textAt(value, 'finding_info', 'title') ?? textAt(value, 'finding', 'title');
  if (check === undefined) return sink.problem(refused('ocsf.no_check', 'A finding names neither control, event code nor title.', { position: `item ${index}`, remedy: 'Map the control in the exporting tool.' }));
  return sink.observation(observation({ tool, check, subject: subjectOf(value), status: statusOf(value, index, sink), observedAt: timeOf(value), severity: severityOf(textAt(value, 'severity')), message: textAt(value, 'status_detail') ?? textAt(value, 'message') ?? textAt(value, 'finding_info', 'desc') }));
}

function statusOf(value: unknown, index: number, sink: Sink): ObservationStatus {
  if (at(value, 'compliance') === undefined) {
    // Without a compliance object a finding is a detection: open is a failure, closed tells nothing.
    const state = numberAt(value, 'status_id') ?? 0;
    return state === 1 || state === 2 || state === 0 ? 'fail' : 'unknown';
  }
  const id = numberAt(value, 'compliance', 'status_id');
  const word = textAt(value, 'compliance', 'status')?.toLowerCase();
  const status = id === undefined ? ({ pass: 'pass', fail: 'fail', warning: 'unknown' } as const)[word ?? ''] : BY_ID[id];
  if (status) return status;
  sink.problem(unknownStatus('ocsf', String(id ?? word ?? ''), `item ${index}`));
  return 'unknown';
}

function subjectOf(value: unknown): string | undefined {
  const resource = listAt(value, 'resources')[0] ?? at(value, 'resource');
  const account = textAt(value, 'cloud', 'account', 'uid');
  const name = textAt(resource, 'uid') ?? textAt(resource, 'name');
  if (name === undefined) return account;
  return name.startsWith('arn:') || account === undefined ? name : `${account}/${textAt(value, 'cloud', 'region') ?? textAt(resource, 'region') ?? '-'}/${name}`;
}

function timeOf(value: unknown) {
  return instantOf(at(value, 'finding_info', 'created_time_dt')) ?? instantOf(at(value, 'time_dt')) ?? instantOf(at(value, 'time'));
}

function tellSource(value: unknown, sink: Sink): void {
  const version = textAt(value, 'metadata', 'product', 'version');
  const ranAt = timeOf(value);
  const scope = textAt(value, 'cloud', 'account', 'uid') ?? textAt(value, 'cloud', 'account', 'name');
  sink.source({ tool: toolName(textAt(value, 'metadata', 'product', 'name') ?? 'ocsf'), ...(version ? { toolVersion: version } : {}), ...(ranAt ? { ranAt } : {}), ...(scope ? { scope } : {}) });
}
