// Semgrep JSON: findings, and whether it could read everything it was given.
import { hash } from 'node:crypto';
import type { ObservationStatus } from '@assay/core';
import { at, isObject, listAt, textAt } from '../read/json.ts';
import { observation, severityOf } from '../read/observe.ts';
import type { Head, Sink } from '../read/reader.ts';
import { documentReader } from './document.ts';
import { row } from './row.ts';
import { shapeOf } from './shape.ts';

export const semgrep = documentReader({
  id: 'semgrep',
  title: 'Semgrep',
  version: 2,
  manual: {
    recognised: 'results beside errors, or results with check_id and extra',
    reads: 'whole',
    fields: {
      check: 'check_id',
      subject: 'path, and the fingerprint, else the matched lines',
      severity: 'extra.severity',
      message: 'extra.message',
      population: 'unanalysed files',
    },
    words: [],
    also: [
      ['pass', 'semgrep:run without errors'],
      ['fail', 'every result, one that nosemgrep ignores too'],
      ['error', 'semgrep:run with an error'],
      ['unknown', 'semgrep:run with warnings only: a part was not analysed'],
    ],
    otherwise: 'There is no word to misread: a result is a failure.',
  },
  recognise,
  accepts: (document) => Array.isArray(at(document, 'results')) && Array.isArray(at(document, 'errors')),
  readDocument: async (document, sink) => {
    const toolVersion = textAt(document, 'version');
    sink.source({ tool: 'semgrep', ...(toolVersion ? { toolVersion } : {}) });
    const names = new Map<string, number>();
    for (const result of listAt(document, 'results').filter(isObject)) await readResult(result, names, sink);
    const errors = listAt(document, 'errors');
    for (const each of errors) {
      const path = textAt(each, 'path') ?? textAt(each, 'location', 'path');
      if (path !== undefined)
        await sink.population(
          row('unanalysed files', path, { level: textAt(each, 'level'), reason: textAt(each, 'message') }),
        );
    }
    await sink.observation(
      observation({ tool: 'semgrep', check: 'run', subject: 'scan', ...outcomeOf(errors) }),
    );
  },
});

/** An empty run has neither check_id nor extra; `errors` beside `results` is Semgrep's alone of ours. */
function recognise(head: Head): number {
  const { root, keys } = shapeOf(head);
  if (root !== 'object' || keys.has('check_type')) return 0;
  if (keys.has('results') && keys.has('errors')) return 0.95;
  return keys.has('results') && /"check_id"\s*:/.test(head.text) && /"extra"\s*:/.test(head.text) ? 0.93 : 0;
}

async function readResult(result: unknown, names: Map<string, number>, sink: Sink): Promise<void> {
  const check = textAt(result, 'check_id') ?? 'rule';
  const ignored = at(result, 'extra', 'is_ignored') === true ? 'Suppressed. ' : '';
  await sink.observation(
    observation({
      tool: 'semgrep',
      check,
      subject: subjectOf(result, check, names),
      status: 'fail',
      severity: severityOf(textAt(result, 'extra', 'severity')),
      message: ignored + (textAt(result, 'extra', 'message') ?? ''),
    }),
  );
}

/**
 * Path and Semgrep's own fingerprint, which survives moved lines; without an account it says `requires
 * login`, then the matched lines stand for it. Lines by number would be another finding with each commit.
 */
function subjectOf(result: unknown, check: string, names: Map<string, number>): string {
  const path = textAt(result, 'path') ?? 'file';
  const print = textAt(result, 'extra', 'fingerprint');
  if (print !== undefined && print !== 'requires login') return `${path}#${print}`;
  const lines = textAt(result, 'extra', 'lines');
  const text =
    lines === undefined || lines === 'requires login' ? (textAt(result, 'extra', 'message') ?? '') : lines;
  const mark = hash('sha256', text.replace(/\s+/g, ' ').trim(), 'hex').slice(0, 16);
  const subject = `${path}#${mark}`;
  const count = (names.get(`${check} ${subject}`) ?? 0) + 1;
  names.set(`${check} ${subject}`, count);
  return count === 1 ? subject : `${subject} ~${count}`;
}

/** semgrep:run, told whatever was found: a later clean run has to overrule an earlier error. */
function outcomeOf(errors: readonly unknown[]): {
  readonly status: ObservationStatus;
  readonly message: string;
} {
  if (errors.length === 0) return { status: 'pass', message: 'The run ended without errors.' };
  const first = textAt(errors[0], 'message') ?? textAt(errors[0], 'type') ?? 'no message';
  const warnings = errors.every(
    (each) => textAt(each, 'level') === 'warn' || textAt(each, 'level') === 'info',
  );
  return { status: warnings ? 'unknown' : 'error', message: `${errors.length} errors, the first: ${first}` };
}
