// XCCDF 1.1 and 1.2 results, alone, inside their benchmark or inside an ARF report.
import type { Instant, Observation } from '@assay/core';
import { instantOf, observation, severityOf } from '../read/observe.ts';
import type { Reader, Sink, StatusTable } from '../read/reader.ts';
import { statusFrom } from './statusTable.ts';
import { readXml, type XmlElement, type XmlHandler } from './xml.ts';

const NAMESPACE = /^http:\/\/checklists\.nist\.gov\/xccdf\/1\.[0-2]$/;

/**
 * XCCDF 1.2 section 6.6.4.2. `fixed`: it had failed and the tool repaired and asked again, so it is well
 * at this instant; the message keeps that it was not before. `notselected` is left out: nobody asked.
 */
const RESULT: StatusTable = {
  pass: 'pass',
  fixed: 'pass',
  fail: 'fail',
  error: 'error',
  unknown: 'unknown',
  notapplicable: 'not_applicable',
  notchecked: 'unknown',
  informational: 'unknown',
};

export const xccdf: Reader = {
  id: 'xccdf',
  title: 'XCCDF results and ARF',
  version: 3,
  manual: {
    recognised: 'a TestResult, Benchmark or ARF asset-report-collection in its namespace (XCCDF 1.0 to 1.2)',
    reads: 'stream',
    fields: {
      check: 'rule-result/@idref',
      subject: 'TestResult/target, with each instance',
      observedAt: 'rule-result/@time, else the end of the test',
      severity: '@severity of the rule-result, else of the Rule',
      message: 'message, else the Rule’s title',
    },
    words: [{ field: 'rule-result/result', table: RESULT }],
    also: [
      [
        'unknown',
        'whatever a person has overridden; a rule-result with an element that XCCDF does not define',
      ],
    ],
    otherwise:
      'notselected is left out: nobody asked. Any other word becomes unknown, with the problem xccdf.status_unknown at its line.',
  },
  recognise: (head) =>
    /<(?:[\w.-]+:)?(?:TestResult|Benchmark|asset-report-collection)[\s>]/.test(head.text) &&
    /http:\/\/(?:checklists\.nist\.gov\/xccdf\/1\.|scap\.nist\.gov\/schema\/asset-reporting-format\/)/.test(
      head.text,
    )
      ? 0.97
      : 0,
  read: async (bytes, sink) => {
    const handler = new Results(sink);
    await readXml(bytes, handler);
    handler.finish();
  },
};

/** Children of a rule result (XCCDF 1.2 section 6.6.4.1); another one may mean that a pass is none. */
const PARTS = new Set([
  'result',
  'override',
  'ident',
  'metadata',
  'message',
  'instance',
  'fix',
  'check',
  'complex-check',
]);

interface RuleResult {
  readonly id: string;
  readonly line: number;
  strange: string | undefined;
  readonly time: Instant | undefined;
  readonly severity: string | undefined;
  result: string;
  message: string | undefined;
  instance: string[];
  override: { authority: string; old: string; remark: string } | undefined;
}

class Results implements XmlHandler {
  readonly #sink: Sink;
  readonly #rules = new Map<string, { title: string | undefined; readonly severity: string | undefined }>();
  #waiting: Observation[] = [];
  #count = 0;
  #target: string | undefined;
  #ended: Instant | undefined;
  #system: string | undefined;
  #rule: RuleResult | undefined;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  open(element: XmlElement, parents: readonly XmlElement[]): void {
    if (!isXccdf(element.uri)) return;
    const { local, attributes } = element;
    if (this.#rule && parents.at(-1)?.local === 'rule-result' && !PARTS.has(local))
      this.#rule.strange ??= local;
    if (local === 'Rule')
      this.#rules.set(attributes['id'] ?? '', { title: undefined, severity: attributes['severity'] });
    else if (local === 'TestResult') {
      this.#ended = instantOf(attributes['end-time']) ?? instantOf(attributes['start-time']);
      this.#system = attributes['test-system'];
      this.#target = undefined;
    } else if (local === 'rule-result') {
      const time = instantOf(attributes['time']);
      this.#rule = {
        id: attributes['idref'] || 'rule',
        line: element.line,
        strange: undefined,
        time,
        severity: attributes['severity'],
        result: '',
        message: undefined,
        instance: [],
        override: undefined,
      };
    } else if (local === 'override' && this.#rule)
      this.#rule.override = { authority: attributes['authority'] ?? 'somebody', old: '', remark: '' };
  }

  close(element: XmlElement, text: string, parents: readonly XmlElement[]): void {
    if (!isXccdf(element.uri)) return;
    const parent = parents.at(-1);
    const words = text.trim();
    if (element.local === 'title' && parent?.local === 'Rule')
      this.#titled(parent.attributes['id'] ?? '', words);
    else if (element.local === 'target' && parent?.local === 'TestResult')
      this.#target ??= words || undefined;
    else if (element.local === 'rule-result') this.#finishRule();
    else if (this.#rule && parent) inRule(this.#rule, { element, parent: parent.local, words });
  }

  async flush(): Promise<void> {
    for (const each of this.#waiting.splice(0)) await this.#sink.observation(each);
  }

  /** A benchmark that was never run is no evidence that anything was looked at. */
  finish(): void {
    if (this.#count > 0) return;
    this.#sink.problem({
      code: 'xccdf.no_results',
      level: 'warning',
      message: 'The file holds no rule result: it is a benchmark, or a scan that selected nothing.',
      position: 'whole file',
      remedy: 'Export the results of a scan (oscap: --results or --results-arf).',
    });
  }

  #titled(id: string, title: string): void {
    const rule = this.#rules.get(id);
    if (rule) rule.title ??= title;
  }

  #finishRule(): void {
    const rule = this.#rule;
    this.#rule = undefined;
    if (!rule) return;
    this.#count += 1;
    const target = this.#target ?? 'target';
    this.#sink.source({
      tool: 'xccdf',
      scope: target,
      ...(this.#system ? { toolVersion: this.#system } : {}),
      ...(this.#ended ? { ranAt: this.#ended } : {}),
    });
    if (rule.result === 'notselected') return;
    const known = this.#rules.get(rule.id);
    const position = `line ${rule.line} (${rule.id})`;
    const place = { format: 'xccdf', position, sink: this.#sink };
    const word = rule.strange === undefined ? rule.result : `${rule.result}, ${rule.strange}`;
    const status = statusFrom(RESULT, word, place);
    this.#waiting.push(
      observation({
        tool: 'xccdf',
        check: rule.id,
        subject: [target, ...rule.instance].join('#'),
        status: rule.override ? 'unknown' : status,
        observedAt: rule.time ?? this.#ended,
        severity: severityOf(rule.severity) ?? severityOf(known?.severity),
        message: remarkOf(rule) + (rule.message ?? known?.title ?? ''),
      }),
    );
  }
}

function inRule(
  rule: RuleResult,
  of: { readonly element: XmlElement; readonly parent: string; readonly words: string },
): void {
  const { local } = of.element;
  if (of.parent === 'override' && rule.override) {
    if (local === 'old-result') rule.override.old = of.words;
    if (local === 'remark') rule.override.remark = of.words;
  } else if (of.parent === 'rule-result') {
    if (local === 'result') rule.result = of.words;
    if (local === 'message') rule.message ??= of.words;
    if (local === 'instance') rule.instance.push(of.words);
  }
}

/** The namespace asked last, for it is nearly always asked again. */
let last = '';

function isXccdf(uri: string): boolean {
  if (uri === last) return true;
  if (!NAMESPACE.test(uri)) return false;
  last = uri;
  return true;
}

/** A person's word in place of the tool's (section 6.6.4.3) is no result of a check. */
function remarkOf(rule: RuleResult): string {
  if (rule.override)
    return `Overridden from ${rule.override.old} to ${rule.result} by ${rule.override.authority}: ${rule.override.remark} `;
  return rule.result === 'fixed' ? 'It had failed and was repaired during the scan. ' : '';
}
