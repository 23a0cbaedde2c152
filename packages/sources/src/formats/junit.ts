// JUnit XML as test runners write it (Surefire, Gradle, pytest, GoogleTest, Jest): one case is one observation.
import type { Instant, Observation, ObservationStatus } from '@assay/core';
import { clean, instantOf, observation } from '../read/observe.ts';
import type { Reader, Sink } from '../read/reader.ts';
import { readXml, type XmlElement, type XmlHandler } from './xml.ts';

export const junit: Reader = {
  id: 'junit',
  title: 'JUnit XML',
  version: 3,
  manual: {
    recognised: 'a root element testsuite or testsuites without a namespace',
    reads: 'stream',
    fields: {
      check: 'testcase/@classname, else the suite’s name',
      subject: 'class and name of the case',
      observedAt: 'testsuite/@timestamp',
      message: '@message or first line of failure or error',
    },
    words: [],
    also: [
      ['pass', 'a case without failure, error or skipped; one that passed only when run again says so'],
      ['fail', 'a case with failure'],
      ['error', 'a case with error; a suite that counts more failures and errors than its cases show'],
      [
        'unknown',
        'a case that was skipped, disabled or not run, or that has an element no runner is known to write',
      ],
    ],
    otherwise: 'A runner cannot say that a case does not apply.',
  },
  recognise: (head) =>
    /^\s*(?:<\?xml[^>]*>)?(?:\s|<!--[^]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>)*<testsuites?[\s>]/.test(
      head.text,
    )
      ? 0.97
      : 0,
  read: async (bytes, sink) => {
    const handler = new Cases(sink);
    await readXml(bytes, handler);
    handler.finish();
  },
};

interface Suite {
  readonly name: string;
  readonly time: Instant | undefined;
  /** Failures and errors that the suite counts, and that its cases showed. */
  readonly counted: number;
  shown: number;
}

interface Case {
  readonly check: string;
  readonly subject: string;
  status: ObservationStatus;
  message: string | undefined;
}

/** GoogleTest and others say in an attribute that a case was not run. */
const NOT_RUN = /^(?:notrun|skipped|disabled|suppressed|ignored)$/i;

/** What a test case may hold that says how it went, and what says nothing about that. */
const MARKS = new Set([
  'failure',
  'error',
  'skipped',
  'flakyFailure',
  'flakyError',
  'rerunFailure',
  'rerunError',
]);
const SILENT = new Set([
  'system-out',
  'system-err',
  'properties',
  'property',
  'attachments',
  'traits',
  'reports',
]);

class Cases implements XmlHandler {
  readonly #sink: Sink;
  readonly #suites: Suite[] = [];
  #waiting: Observation[] = [];
  #case: Case | undefined;
  #count = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  open({ uri, local, attributes, line }: XmlElement, parents: readonly XmlElement[]): void {
    if (uri !== '') return;
    if (local === 'testsuite') this.#openSuite(attributes);
    else if (local === 'testcase') this.#case = this.#opened(attributes);
    else if (this.#case && parents.at(-1)?.local === 'testcase')
      this.#mark(this.#case, { local, line, message: attributes['message'] });
  }

  close({ uri, local }: XmlElement, text: string): void {
    if (uri !== '') return;
    if (this.#case && /^(?:failure|error)$/.test(local)) this.#case.message ??= text.trim().split('\n')[0];
    if (local === 'testcase') this.#finishCase();
    if (local === 'testsuite') this.#finishSuite();
  }

  async flush(): Promise<void> {
    for (const each of this.#waiting.splice(0)) await this.#sink.observation(each);
  }

  finish(): void {
    if (this.#count > 0) return;
    this.#sink.problem({
      code: 'junit.no_cases',
      level: 'warning',
      message: 'The file holds no test case: nothing was tested, so nothing is shown.',
      position: 'whole file',
      remedy: 'Check that the runner found its tests.',
    });
  }

  #openSuite(attributes: Readonly<Record<string, string>>): void {
    const name = attributes['name'] || attributes['package'] || 'suite';
    const time = instantOf(attributes['timestamp']) ?? this.#suites.at(-1)?.time;
    this.#suites.push({
      name,
      time,
      counted: whole(attributes['failures']) + whole(attributes['errors']),
      shown: 0,
    });
    this.#sink.source({ tool: 'junit', scope: name, ...(time ? { ranAt: time } : {}) });
  }

  #opened(attributes: Readonly<Record<string, string>>): Case {
    const check = attributes['classname'] || (this.#suites.at(-1)?.name ?? 'suite');
    const notRun = NOT_RUN.test(attributes['status'] ?? '') || NOT_RUN.test(attributes['result'] ?? '');
    return {
      check,
      subject: `${check}.${attributes['name'] || 'test'}`,
      status: notRun ? 'unknown' : 'pass',
      message: notRun ? 'Not run.' : undefined,
    };
  }

  /** An element that no runner is known to write may say that the case did not pass. */
  #mark(
    test: Case,
    of: { readonly local: string; readonly line: number; readonly message: string | undefined },
  ): void {
    if (MARKS.has(of.local)) marked(test, of.local, of.message);
    else if (!SILENT.has(of.local)) {
      if (test.status === 'pass') test.status = 'unknown';
      this.#sink.problem({
        code: 'junit.element_unknown',
        level: 'warning',
        message: `A test case has the element “${clean(of.local, 60)}”, which no runner is known to write; a pass is kept as unknown.`,
        position: `line ${of.line}`,
        remedy: 'Check the version of the runner; unknown results prove nothing.',
      });
    }
  }

  #finishCase(): void {
    const done = this.#case;
    this.#case = undefined;
    if (!done) return;
    this.#count += 1;
    if (done.status === 'fail' || done.status === 'error') for (const suite of this.#suites) suite.shown += 1;
    this.#waiting.push(observation({ tool: 'junit', ...done, observedAt: this.#suites.at(-1)?.time }));
  }

  /** A suite that broke before its cases (a fixture, a crash) counts what no case shows. */
  #finishSuite(): void {
    const suite = this.#suites.pop();
    if (!suite || suite.counted <= suite.shown) return;
    this.#count += 1;
    for (const outer of this.#suites) outer.shown += suite.counted - suite.shown;
    this.#waiting.push(
      observation({
        tool: 'junit',
        check: suite.name,
        subject: suite.name,
        status: 'error',
        observedAt: suite.time,
        message: `The suite counts ${suite.counted} failures and errors, its cases show ${suite.shown}.`,
      }),
    );
  }
}

/** Worse marks win; a rerun that passed in the end (flakyFailure) stays a pass that says so. */
function marked(test: Case, element: string, message: string | undefined): void {
  if (element === 'failure' && test.status !== 'error')
    [test.status, test.message] = ['fail', message ?? test.message];
  else if (element === 'error') [test.status, test.message] = ['error', message ?? test.message];
  else if (element === 'skipped' && test.status === 'pass')
    [test.status, test.message] = ['unknown', `Skipped. ${message ?? ''}`];
  else if (/^flaky(?:Failure|Error)$/.test(element) && test.status === 'pass')
    test.message ??= `Passed only when run again. ${message ?? ''}`;
}

function whole(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
}
