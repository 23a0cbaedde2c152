// Checkov JSON: one report, or one for each kind of file that it looked at.
import type { ObservationStatus } from '@assay/core';
import { listAt, numberAt, textAt } from '../read/json.ts';
import { observation, severityOf } from '../read/observe.ts';
import type { Head, Sink, StatusTable } from '../read/reader.ts';
import { documentReader } from './document.ts';
import { row } from './row.ts';
import { hasKeys } from './shape.ts';
import { statusFrom } from './statusTable.ts';

/** A skip is a decision of its writer, and the check was not asked: its reason is kept. */
const RESULT: StatusTable = { PASSED: 'pass', FAILED: 'fail', SKIPPED: 'unknown', UNKNOWN: 'unknown' };
const LISTS = [
  ['passed_checks', 'PASSED'],
  ['failed_checks', 'FAILED'],
  ['skipped_checks', 'SKIPPED'],
] as const;

export const checkov = documentReader({
  id: 'checkov',
  title: 'Checkov',
  version: 2,
  manual: {
    recognised: 'check_type, or checkov_version beside resource_count; one report or a list',
    reads: 'whole',
    fields: {
      check: 'check_id; vulnerability for packages',
      subject: 'repo_file_path, else file_path, and the resource',
      severity: 'severity',
      message: 'check_name, after the reason of a skip',
      population: 'unparsed files',
    },
    words: [{ field: 'check_result.result, else the list’s own', table: RESULT }],
    also: [
      ['pass', 'checkov:run when every file could be parsed'],
      ['error', 'checkov:run when a file could not be parsed'],
      ['unknown', 'a result that contradicts the list it stands in; checkov:run when nothing was looked at'],
    ],
  },
  recognise: (head: Head) =>
    hasKeys(head, 'check_type') || hasKeys(head, 'checkov_version', 'resource_count') ? 0.97 : 0,
  accepts: (document) =>
    reportsOf(document).some(
      (report) =>
        textAt(report, 'check_type') !== undefined || textAt(report, 'checkov_version') !== undefined,
    ),
  readDocument: async (document, sink) => {
    const reports = reportsOf(document);
    const toolVersion = reports.flatMap(
      (each) => textAt(each, 'summary', 'checkov_version') ?? textAt(each, 'checkov_version') ?? [],
    )[0];
    sink.source({ tool: 'checkov', ...(toolVersion ? { toolVersion } : {}) });
    for (const [i, report] of reports.entries()) await readReport(report, i, sink);
  },
});

function reportsOf(document: unknown): readonly unknown[] {
  return Array.isArray(document) ? document : [document];
}

async function readReport(report: unknown, index: number, sink: Sink): Promise<void> {
  let count = 0;
  for (const [list, word] of LISTS) {
    for (const [i, check] of listAt(report, 'results', list).entries()) {
      count += 1;
      await readCheck(check, { word, position: `/${index}/results/${list}/${i}` }, sink);
    }
  }
  const broken = listAt(report, 'results', 'parsing_errors').flatMap((file) =>
    typeof file === 'string' ? [file] : [],
  );
  for (const file of broken) await sink.population(row('unparsed files', file, { file }));
  const outcome = outcomeOf({ count, broken, said: numberAt(report, 'summary', 'parsing_errors') ?? 0 });
  await sink.observation(
    observation({
      tool: 'checkov',
      check: 'run',
      subject: textAt(report, 'check_type') ?? 'all files',
      ...outcome,
    }),
  );
}

async function readCheck(
  check: unknown,
  of: { readonly word: string; readonly position: string },
  sink: Sink,
): Promise<void> {
  const said = textAt(check, 'check_result', 'result') ?? of.word;
  const status = statusFrom(RESULT, said, { format: 'checkov', position: of.position, sink });
  const reason = textAt(check, 'check_result', 'suppress_comment');
  const skipped = said === 'SKIPPED' ? `Skipped: ${reason ?? 'no reason given'}. ` : '';
  const known = textAt(check, 'vulnerability_details', 'id');
  const place = `${textAt(check, 'repo_file_path') ?? textAt(check, 'file_path') ?? 'file'}#${textAt(check, 'resource') ?? ''}`;
  await sink.observation(
    observation({
      tool: 'checkov',
      check: known === undefined ? (textAt(check, 'check_id') ?? 'check') : 'vulnerability',
      subject: known === undefined ? place : `${place}#${known}`,
      status: said === of.word ? status : 'unknown',
      severity: severityOf(textAt(check, 'severity')),
      message: skipped + (textAt(check, 'check_name') ?? ''),
    }),
  );
}

/** checkov:run, one for each kind of file: a later run that parses everything overrules the error. */
function outcomeOf(of: {
  readonly count: number;
  readonly broken: readonly string[];
  readonly said: number;
}): { readonly status: ObservationStatus; readonly message: string } {
  const broken = Math.max(of.broken.length, of.said);
  if (broken > 0)
    return {
      status: 'error',
      message: `${broken} files could not be parsed: ${of.broken.slice(0, 5).join(', ')}`,
    };
  if (of.count === 0) return { status: 'unknown', message: 'Checkov found nothing to look at.' };
  return { status: 'pass', message: `Checkov parsed every file and asked ${of.count} checks.` };
}
