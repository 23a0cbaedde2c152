// Scanners of code, dependencies and clusters in their own JSON: Checkov, Semgrep, OSV, kube-bench, Kubescape.
import type { ObservationStatus } from '@assay/core';
import { at, isObject, listAt, numberAt, textAt } from '../read/json.ts';
import { instantOf, observation, severityOf, severityOfScore } from '../read/observe.ts';
import { unknownStatus } from '../read/problem.ts';
import type { Sink } from '../read/reader.ts';
import { meaningOf } from '../read/words.ts';
import { documentReader } from './document.ts';

export const checkov = documentReader({
  id: 'checkov',
  title: 'Checkov',
  version: 1,
  statusRule:
    'check_result PASSED is pass, FAILED is fail, SKIPPED is unknown (a skip is a decision of its writer, its reason is kept), UNKNOWN is unknown; a file that could not be parsed is an error.',
  recognise: (head) =>
    /"check_type"\s*:/.test(head.text) &&
    /"(?:passed_checks|failed_checks|results|summary)"\s*:/.test(head.text)
      ? 0.97
      : 0,
  accepts: (document) => reportsOf(document).some((report) => textAt(report, 'check_type') !== undefined),
  readDocument: async (document, sink) => {
    const [first] = reportsOf(document);
    const version = textAt(first, 'summary', 'checkov_version');
    sink.source({ tool: 'checkov', ...(version ? { toolVersion: version } : {}) });
    for (const report of reportsOf(document)) {
      for (const [list, status] of [
        ['passed_checks', 'pass'],
        ['failed_checks', 'fail'],
        ['skipped_checks', 'unknown'],
      ] as const) {
        for (const check of listAt(report, 'results', list)) await checkovCheck(check, status, sink);
      }
      for (const file of listAt(report, 'results', 'parsing_errors'))
        await sink.observation(
          observation({
            tool: 'checkov',
            check: 'parse',
            subject: typeof file === 'string' ? file : undefined,
            status: 'error',
            message: 'Checkov could not parse the file.',
          }),
        );
    }
  },
});

function reportsOf(document: unknown): readonly unknown[] {
  return Array.isArray(document) ? document : [document];
}

function checkovCheck(check: unknown, status: ObservationStatus, sink: Sink): void | Promise<void> {
  const reason = textAt(check, 'check_result', 'suppress_comment');
  return sink.observation(
    observation({
      tool: 'checkov',
      check: textAt(check, 'check_id') ?? 'check',
      subject: `${textAt(check, 'file_path') ?? ''}#${textAt(check, 'resource') ?? ''}`,
      status,
      severity: severityOf(textAt(check, 'severity')),
      message: reason === undefined ? textAt(check, 'check_name') : `Skipped: ${reason}`,
    }),
  );
}

export const semgrep = documentReader({
  id: 'semgrep',
  title: 'Semgrep',
  version: 1,
  statusRule:
    'Every result is a fail; every error of the tool is an error; a run with neither is one pass of the run.',
  recognise: (head) =>
    /"check_id"\s*:/.test(head.text) && /"extra"\s*:/.test(head.text) && !/"check_type"/.test(head.text)
      ? 0.93
      : 0,
  accepts: (document) => Array.isArray(at(document, 'results')),
  readDocument: async (document, sink) => {
    const version = textAt(document, 'version');
    sink.source({ tool: 'semgrep', ...(version ? { toolVersion: version } : {}) });
    for (const result of listAt(document, 'results')) {
      const print = textAt(result, 'extra', 'fingerprint');
      await sink.observation(
        observation({
          tool: 'semgrep',
          check: textAt(result, 'check_id') ?? 'rule',
          subject: `${textAt(result, 'path') ?? ''}#${print && print !== 'requires login' ? print : String(numberAt(result, 'start', 'line') ?? 0)}`,
          status: 'fail',
          severity: severityOf(textAt(result, 'extra', 'severity')),
          message: textAt(result, 'extra', 'message'),
        }),
      );
    }
    for (const fault of listAt(document, 'errors'))
      await sink.observation(
        observation({
          tool: 'semgrep',
          check: 'run',
          subject: textAt(fault, 'path') ?? 'run',
          status: 'error',
          message: textAt(fault, 'message') ?? textAt(fault, 'type'),
        }),
      );
    if (listAt(document, 'results').length + listAt(document, 'errors').length === 0)
      await sink.observation(observation({ tool: 'semgrep', check: 'run', subject: 'run', status: 'pass' }));
  },
});

export const osv = documentReader({
  id: 'osv',
  title: 'OSV-Scanner',
  version: 1,
  statusRule:
    'Every vulnerability of a package is a fail; a source whose packages have none is one pass of the run.',
  recognise: (head) =>
    /"source"\s*:\s*\{\s*"path"/.test(head.text) && /"packages"\s*:/.test(head.text) ? 0.93 : 0,
  accepts: (document) => Array.isArray(at(document, 'results')),
  readDocument: async (document, sink) => {
    sink.source({ tool: 'osv' });
    for (const result of listAt(document, 'results')) {
      const path = textAt(result, 'source', 'path') ?? 'source';
      let found = 0;
      for (const each of listAt(result, 'packages')) {
        const name = `${textAt(each, 'package', 'ecosystem') ?? ''}/${textAt(each, 'package', 'name') ?? ''}@${textAt(each, 'package', 'version') ?? ''}`;
        for (const vulnerability of listAt(each, 'vulnerabilities')) {
          found += 1;
          await sink.observation(
            observation({
              tool: 'osv',
              check: 'vulnerability',
              subject: `${path}#${name}#${textAt(vulnerability, 'id') ?? ''}`,
              status: 'fail',
              severity: severityOf(textAt(vulnerability, 'database_specific', 'severity')),
              message: textAt(vulnerability, 'summary'),
            }),
          );
        }
      }
      if (found === 0)
        await sink.observation(observation({ tool: 'osv', check: 'run', subject: path, status: 'pass' }));
    }
  },
});

/** kube-bench: WARN asks a person to look, INFO tells nothing. */
const KUBE_BENCH: Readonly<Record<string, ObservationStatus>> = {
  PASS: 'pass',
  FAIL: 'fail',
  WARN: 'unknown',
  INFO: 'not_applicable',
};

export const kubeBench = documentReader({
  id: 'kube-bench',
  title: 'kube-bench',
  version: 1,
  statusRule:
    'status PASS is pass, FAIL is fail, WARN is unknown (a person must look), INFO is not applicable.',
  recognise: (head) =>
    /"test_number"\s*:/.test(head.text) ||
    (/"node_type"\s*:/.test(head.text) && /"tests"\s*:/.test(head.text))
      ? 0.97
      : 0,
  accepts: (document) => kubeSections(document).length > 0,
  readDocument: async (document, sink) => {
    sink.source({ tool: 'kube-bench' });
    for (const section of kubeSections(document)) {
      for (const result of listAt(section, 'tests').flatMap((test) => listAt(test, 'results'))) {
        const word = textAt(result, 'status') ?? '';
        const number = textAt(result, 'test_number') ?? 'test';
        if (!meaningOf(KUBE_BENCH, word)) sink.problem(unknownStatus('kube-bench', word, number));
        await sink.observation(
          observation({
            tool: 'kube-bench',
            check: number,
            subject: textAt(section, 'node_type') ?? 'cluster',
            status: meaningOf(KUBE_BENCH, word) ?? 'unknown',
            message: textAt(result, 'test_desc'),
          }),
        );
      }
    }
  },
});

function kubeSections(document: unknown): readonly unknown[] {
  const list = Array.isArray(document) ? document : listAt(document, 'Controls');
  return list.filter((section) => Array.isArray(at(section, 'tests')));
}

const KUBESCAPE: Readonly<Record<string, ObservationStatus>> = {
  passed: 'pass',
  failed: 'fail',
  skipped: 'unknown',
  excluded: 'fail',
  irrelevant: 'not_applicable',
  error: 'error',
};

export const kubescape = documentReader({
  id: 'kubescape',
  title: 'Kubescape',
  version: 1,
  statusRule:
    'A control’s status passed is pass (not applicable when its subStatus is irrelevant), failed and excluded are fail, skipped is unknown.',
  recognise: (head) =>
    /"summaryDetails"\s*:/.test(head.text) && /"(?:clusterName|controlID|customerGUID)"\s*:/.test(head.text)
      ? 0.97
      : 0,
  accepts: (document) => isObject(at(document, 'summaryDetails', 'controls')),
  readDocument: async (document, sink) => {
    const time = instantOf(at(document, 'generationTime'));
    const ranAt = time !== undefined && time > '1970' ? time : undefined;
    const cluster = textAt(document, 'clusterName') ?? 'cluster';
    sink.source({ tool: 'kubescape', scope: cluster, ...(ranAt ? { ranAt } : {}) });
    for (const [id, control] of Object.entries(at(document, 'summaryDetails', 'controls') ?? {})) {
      const word = textAt(control, 'statusInfo', 'status') ?? textAt(control, 'status') ?? '';
      const irrelevant = textAt(control, 'statusInfo', 'subStatus') === 'irrelevant';
      if (!meaningOf(KUBESCAPE, word)) sink.problem(unknownStatus('kubescape', word, id));
      await sink.observation(
        observation({
          tool: 'kubescape',
          check: id,
          subject: cluster,
          status: irrelevant ? 'not_applicable' : (meaningOf(KUBESCAPE, word) ?? 'unknown'),
          observedAt: ranAt,
          severity: severityOfScore(numberAt(control, 'scoreFactor')),
          message: textAt(control, 'name'),
        }),
      );
    }
  },
});
