// OCSF findings: Prowler's, and everybody's compliance findings (class 2003) and detections (2004).
import type { Instant, ObservationStatus } from '@assay/core';
import { placeOf, type Item } from '../stream/items.ts';
import { eachItem, putAll } from '../read/eachItem.ts';
import { at, listAt, numberAt, textAt, type JsonObject } from '../read/json.ts';
import { instantOf, observation, severityOf, toolName } from '../read/observe.ts';
import { refused, unknownStatus } from '../read/problem.ts';
import type { Bytes, Head, Reader, Sink } from '../read/reader.ts';
import { meaningOf } from '../read/words.ts';
import { mutedMessage, PROWLER_STATUS, prowlerCheck, prowlerStatus, prowlerSubject } from './prowler.ts';

/** OCSF 1.x compliance.status_id: 1 pass, 2 warning, 3 fail, 0 unknown, 99 other. */
const BY_ID: Readonly<Record<string, ObservationStatus>> = {
  '0': 'unknown',
  '1': 'pass',
  '2': 'unknown',
  '3': 'fail',
  '99': 'unknown',
};
const BY_WORD: Readonly<Record<string, ObservationStatus>> = {
  pass: 'pass',
  warning: 'unknown',
  fail: 'fail',
  unknown: 'unknown',
  other: 'unknown',
};
/** OCSF finding status_id (the state of the finding): 3 suppressed. */
const SUPPRESSED = 3;

export const prowlerOcsf: Reader = {
  id: 'prowler-ocsf',
  title: 'Prowler (OCSF)',
  version: 1,
  manual: {
    recognised:
      'OCSF findings (class_uid 2001 to 2007, or finding_info beside metadata) with an event_code, written by Prowler',
    reads: 'stream',
    fields: {
      check: 'metadata.event_code',
      subject: 'resources[0].uid, else its name; with account and region unless it is an ARN',
      observedAt: 'finding_info.created_time_dt, else time_dt, else time',
      severity: 'severity',
      message: 'status_detail, else message; muted findings say so',
    },
    words: [{ field: 'status_code', table: PROWLER_STATUS }],
    also: [['fail', 'a muted finding whose status_code is FAIL: muting is a decision, not a repair']],
  },
  recognise: (head) =>
    isOcsf(head) && /"event_code"/.test(head.text) && /"prowler"/i.test(head.text) ? 0.98 : 0,
  read: (bytes, sink) => readItems(bytes, sink, prowlerItem),
};

export const ocsf: Reader = {
  id: 'ocsf',
  title: 'OCSF findings',
  version: 1,
  manual: {
    recognised: 'class_uid 2001 to 2007, or finding_info beside metadata and a status',
    reads: 'stream',
    fields: {
      check:
        'compliance.control, else metadata.event_code, finding_info.analytic.uid or the title, after the product’s name',
      subject:
        'each of resources[], and resource as OCSF wrote it before 1.3; uid, else name; without any, the account',
      observedAt: 'finding_info.created_time_dt, else time_dt, else time',
      severity: 'severity',
      message: 'status_detail, else message, else finding_info.desc',
    },
    words: [
      { field: 'compliance.status_id', table: BY_ID },
      { field: 'compliance.status, without an id', table: BY_WORD },
    ],
    also: [
      ['fail', 'a finding without compliance while it is open, in progress or suppressed'],
      ['unknown', 'a finding without compliance that is resolved or archived'],
    ],
  },
  recognise: (head) => (isOcsf(head) ? 0.9 : 0),
  read: (bytes, sink) => readItems(bytes, sink, ocsfItem),
};

function isOcsf(head: Head): boolean {
  return (
    /"class_uid"\s*:\s*200[1-7]\b/.test(head.text) ||
    (/"finding_info"\s*:/.test(head.text) &&
      /"metadata"\s*:/.test(head.text) &&
      /"(?:status_id|status_code|compliance)"\s*:/.test(head.text))
  );
}

type ReadItem = (value: JsonObject, item: Item, sink: Sink) => void | Promise<void>;

async function readItems(bytes: Bytes, sink: Sink, read: ReadItem): Promise<void> {
  let told = false;
  await eachItem(bytes, { sink }, (value, item) => {
    if (!told) tellSource(value, sink);
    told = true;
    return read(value, item, sink);
  });
}

function prowlerItem(value: JsonObject, item: Item, sink: Sink): void | Promise<void> {
  const check = textAt(value, 'metadata', 'event_code');
  const code = textAt(value, 'status_code') ?? '';
  if (check === undefined)
    return sink.problem(
      refused('prowler.no_check', 'A finding has no metadata.event_code.', {
        position: placeOf(item),
        remedy: 'Export again with Prowler 4 or newer.',
      }),
    );
  const status = prowlerStatus(code);
  if (!status) sink.problem(unknownStatus('prowler', code, placeOf(item)));
  const resource = listAt(value, 'resources')[0];
  const namespace = textAt(resource, 'namespace');
  const region = textAt(value, 'cloud', 'region') ?? textAt(resource, 'region');
  const subject = prowlerSubject({
    uid: textAt(resource, 'uid') ?? textAt(resource, 'name'),
    account: textAt(value, 'cloud', 'account', 'uid'),
    region: namespace === undefined ? region : `namespace: ${namespace}`,
  });
  const message = textAt(value, 'status_detail') ?? textAt(value, 'message');
  const muted =
    numberAt(value, 'status_id') === SUPPRESSED ||
    textAt(value, 'status') === 'Suppressed' ||
    at(value, 'unmapped', 'muted') === true;
  return sink.observation(
    observation({
      tool: 'prowler',
      check: prowlerCheck(check),
      subject,
      status: status ?? 'unknown',
      observedAt: timeOf(value),
      severity: severityOf(textAt(value, 'severity')),
      message: mutedMessage(muted, message),
    }),
  );
}

function ocsfItem(value: JsonObject, item: Item, sink: Sink): void | Promise<void> {
  const check =
    textAt(value, 'compliance', 'control') ??
    textAt(value, 'metadata', 'event_code') ??
    textAt(value, 'finding_info', 'analytic', 'uid') ??
    textAt(value, 'finding_info', 'title') ??
    textAt(value, 'finding', 'title');
  if (check === undefined)
    return sink.problem(
      refused('ocsf.no_check', 'A finding names neither control, event code nor title.', {
        position: placeOf(item),
        remedy: 'Map the control in the exporting tool.',
      }),
    );
  const message =
    textAt(value, 'status_detail') ?? textAt(value, 'message') ?? textAt(value, 'finding_info', 'desc');
  const found = {
    tool: 'ocsf',
    check: `${toolName(textAt(value, 'metadata', 'product', 'name') ?? 'unnamed')}/${check}`,
    status: statusOf(value, item, sink),
    observedAt: timeOf(value),
    severity: severityOf(textAt(value, 'severity')),
    message: mutedMessage(numberAt(value, 'status_id') === SUPPRESSED, message),
  };
  return putAll(
    subjectsOf(value).map((subject) => observation({ ...found, subject })),
    sink,
  );
}

function statusOf(value: JsonObject, item: Item, sink: Sink): ObservationStatus {
  if (at(value, 'compliance') === undefined) {
    // Without a compliance object a finding is a detection: open is a failure, closed tells nothing.
    const state = numberAt(value, 'status_id') ?? 0;
    return state <= SUPPRESSED ? 'fail' : 'unknown';
  }
  const id = numberAt(value, 'compliance', 'status_id');
  const word = textAt(value, 'compliance', 'status')?.toLowerCase();
  const status = id === undefined ? meaningOf(BY_WORD, word) : meaningOf(BY_ID, String(id));
  if (status) return status;
  sink.problem(unknownStatus('ocsf', String(id ?? word ?? ''), placeOf(item)));
  return 'unknown';
}

/** One name for each resource; since OCSF 1.3 a finding may have several, before that one. */
function subjectsOf(value: unknown): readonly (string | undefined)[] {
  const account = textAt(value, 'cloud', 'account', 'uid');
  const resources = [...listAt(value, 'resources'), at(value, 'resource')].filter(
    (each) => each !== undefined,
  );
  if (resources.length === 0) return [account];
  return resources.map((resource) => {
    const name = textAt(resource, 'uid') ?? textAt(resource, 'name');
    return prowlerSubject({
      uid: name,
      account,
      region: textAt(value, 'cloud', 'region') ?? textAt(resource, 'region'),
    });
  });
}

function timeOf(value: unknown): Instant | undefined {
  return (
    instantOf(at(value, 'finding_info', 'created_time_dt')) ??
    instantOf(at(value, 'time_dt')) ??
    instantOf(at(value, 'time'))
  );
}

function tellSource(value: unknown, sink: Sink): void {
  const version = textAt(value, 'metadata', 'product', 'version');
  const ranAt = timeOf(value);
  const scope = textAt(value, 'cloud', 'account', 'uid') ?? textAt(value, 'cloud', 'account', 'name');
  sink.source({
    tool: toolName(textAt(value, 'metadata', 'product', 'name') ?? 'ocsf'),
    ...(version ? { toolVersion: version } : {}),
    ...(ranAt ? { ranAt } : {}),
    ...(scope ? { scope } : {}),
  });
}
