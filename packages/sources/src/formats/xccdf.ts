// XCCDF 1.1 and 1.2 results, also inside an ARF report: one rule result is one observation.
import type { Observation, ObservationStatus } from '@assay/core';
import { instantOf, observation, severityOf } from '../read/observe.ts';
import { unknownStatus } from '../read/problem.ts';
import type { Reader, Sink } from '../read/reader.ts';
import { meaningOf } from '../read/words.ts';
import { readXml, type XmlHandler } from './xml.ts';

/** XCCDF 1.2 section 6.6.4.2; notselected is left out: nobody asked. */
const RESULT: Readonly<Record<string, ObservationStatus | undefined>> = {
  pass: 'pass',
  fixed: 'pass',
  fail: 'fail',
  error: 'error',
  unknown: 'unknown',
  notapplicable: 'not_applicable',
  notchecked: 'unknown',
  informational: 'not_applicable',
};

export const xccdf: Reader = {
  id: 'xccdf',
  title: 'XCCDF results',
  version: 1,
  statusRule:
    'pass and fixed are pass (fixed: the tool repaired and tested again), fail is fail, error is error, notapplicable and informational are not applicable, notchecked and unknown are unknown, notselected is left out.',
  recognise: (head) =>
    /<(?:\w+:)?(?:TestResult|Benchmark|asset-report-collection)\b/.test(head.text) &&
    /xccdf|asset-reporting-format/i.test(head.text)
      ? 0.97
      : 0,
  read: async (bytes, sink) => {
    const handler = new Results(sink);
    await readXml(bytes, handler, () => handler.flush());
  },
};

class Results implements XmlHandler {
  readonly #sink: Sink;
  #waiting: Observation[] = [];
  #target = 'target';
  #ended: ReturnType<typeof instantOf>;
  #rule:
    | {
        id: string;
        time: ReturnType<typeof instantOf>;
        severity: string | undefined;
        result: string;
        message: string | undefined;
      }
    | undefined;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'TestResult') {
      this.#ended = instantOf(attributes['end-time']) ?? instantOf(attributes['start-time']);
      this.#target = 'target';
    }
    if (name === 'rule-result')
      this.#rule = {
        id: attributes['idref'] ?? 'rule',
        time: instantOf(attributes['time']),
        severity: attributes['severity'],
        result: '',
        message: undefined,
      };
  }

  close(name: string, text: string, path: readonly string[]): void {
    if (name === 'target' && path.at(-1) === 'TestResult') {
      this.#target = text.trim() || this.#target;
      this.#sink.source({
        tool: 'xccdf',
        scope: this.#target,
        ...(this.#ended ? { ranAt: this.#ended } : {}),
      });
    }
    if (this.#rule && name === 'result' && path.at(-1) === 'rule-result') this.#rule.result = text.trim();
    if (this.#rule && name === 'message') this.#rule.message ??= text.trim();
    if (name === 'rule-result') this.#finish();
  }

  async flush(): Promise<void> {
    for (const each of this.#waiting.splice(0)) await this.#sink.observation(each);
  }

  #finish(): void {
    const rule = this.#rule;
    this.#rule = undefined;
    if (!rule || rule.result === 'notselected') return;
    const status = meaningOf(RESULT, rule.result);
    if (!status) this.#sink.problem(unknownStatus('xccdf', rule.result, rule.id));
    this.#waiting.push(
      observation({
        tool: 'xccdf',
        check: rule.id,
        subject: this.#target,
        status: status ?? 'unknown',
        observedAt: rule.time ?? this.#ended,
        severity: severityOf(rule.severity),
        message: rule.message,
      }),
    );
  }
}
