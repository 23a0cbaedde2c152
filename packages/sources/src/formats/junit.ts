// JUnit XML as test runners write it (Surefire, pytest, Jest): one test case is one observation.
import type { Observation, ObservationStatus } from '@assay/core';
import { instantOf, observation } from '../read/observe.ts';
import type { Reader, Sink } from '../read/reader.ts';
import { readXml, type XmlHandler } from './xml.ts';

export const junit: Reader = {
  id: 'junit',
  title: 'JUnit XML',
  version: 1,
  statusRule:
    'A test case without failure, error or skipped is pass; failure is fail; error is error; skipped is unknown, because what was skipped was not shown.',
  recognise: (head) => (/<testsuites?\b/.test(head.text) ? 0.96 : 0),
  read: async (bytes, sink) => {
    const handler = new Cases(sink);
    await readXml(bytes, handler, () => handler.flush());
  },
};

class Cases implements XmlHandler {
  readonly #sink: Sink;
  readonly #suites: { name: string; time: ReturnType<typeof instantOf> }[] = [];
  #waiting: Observation[] = [];
  #told = false;
  #case: { name: string; suite: string; status: ObservationStatus; message: string | undefined } | undefined;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'testsuite') this.#openSuite(attributes);
    else if (name === 'testcase')
      this.#case = {
        name: attributes['name'] ?? 'test',
        suite: attributes['classname'] ?? this.#suites.at(-1)?.name ?? 'suite',
        status: 'pass',
        message: undefined,
      };
    else if (this.#case && (name === 'failure' || name === 'error' || name === 'skipped')) {
      this.#case.status = name === 'failure' ? 'fail' : name === 'error' ? 'error' : 'unknown';
      this.#case.message = attributes['message'];
    }
  }

  close(name: string, text: string): void {
    if (this.#case && (name === 'failure' || name === 'error') && this.#case.message === undefined)
      this.#case.message = text.trim().split('\n')[0];
    if (name === 'testsuite') this.#suites.pop();
    if (name !== 'testcase' || !this.#case) return;
    const { suite, status, message } = this.#case;
    this.#waiting.push(
      observation({
        tool: 'junit',
        check: suite,
        subject: `${suite}.${this.#case.name}`,
        status,
        observedAt: this.#suites.at(-1)?.time,
        message,
      }),
    );
    this.#case = undefined;
  }

  async flush(): Promise<void> {
    for (const each of this.#waiting.splice(0)) await this.#sink.observation(each);
  }

  #openSuite(attributes: Readonly<Record<string, string>>): void {
    const time = instantOf(attributes['timestamp']) ?? this.#suites.at(-1)?.time;
    this.#suites.push({ name: attributes['name'] ?? 'suite', time });
    if (this.#told) return;
    this.#told = true;
    this.#sink.source({
      tool: 'junit',
      scope: attributes['name'] ?? 'suite',
      ...(time ? { ranAt: time } : {}),
    });
  }
}
