// kube-bench JSON: tests of the CIS benchmarks for Kubernetes on one kind of node.
import { at, listAt, textAt } from '../read/json.ts';
import { observation } from '../read/observe.ts';
import type { Head, Sink, StatusTable } from '../read/reader.ts';
import { documentReader } from './document.ts';
import { shapeOf } from './shape.ts';
import { statusFrom } from './statusTable.ts';

/** WARN asks a person to look, or could not be run; INFO marks a test that was told to be skipped. */
const STATUS: StatusTable = { PASS: 'pass', FAIL: 'fail', WARN: 'unknown', INFO: 'unknown' };

export const kubeBench = documentReader({
  id: 'kube-bench',
  title: 'kube-bench',
  version: 2,
  manual: {
    recognised: 'node_type beside tests, or Controls with test_number',
    reads: 'whole',
    fields: {
      check: 'version of the benchmark and test_number',
      subject: 'node_type',
      message: 'test_desc and reason',
    },
    words: [{ field: 'results[].status', table: STATUS }],
    also: [['fail', 'FAIL that is not scored, too']],
  },
  recognise,
  accepts: (document) => sectionsOf(document).length > 0,
  readDocument: async (document, sink) => {
    sink.source({ tool: 'kube-bench' });
    for (const [i, section] of sectionsOf(document).entries()) await readSection(section, i, sink);
  },
});

function recognise(head: Head): number {
  const { keys } = shapeOf(head);
  const section = keys.has('node_type') && keys.has('tests');
  return section || (keys.has('Controls') && /"test_number"\s*:|"node_type"\s*:/.test(head.text)) ? 0.97 : 0;
}

function sectionsOf(document: unknown): readonly unknown[] {
  const list = Array.isArray(document)
    ? document
    : at(document, 'tests') === undefined
      ? listAt(document, 'Controls')
      : [document];
  return list.filter((section) => Array.isArray(at(section, 'tests')));
}

/** The same number means another test in another version of the benchmark, so the version is in the key. */
async function readSection(section: unknown, index: number, sink: Sink): Promise<void> {
  const version = textAt(section, 'version');
  const results = listAt(section, 'tests').flatMap((test) => listAt(test, 'results'));
  for (const [i, result] of results.entries()) {
    const number = textAt(result, 'test_number') ?? 'test';
    const reason = textAt(result, 'reason');
    await sink.observation(
      observation({
        tool: 'kube-bench',
        check: version === undefined ? number : `${version}/${number}`,
        subject: textAt(section, 'node_type') ?? 'node',
        status: statusFrom(STATUS, textAt(result, 'status'), {
          format: 'kube-bench',
          position: `section ${index}, result ${i} (${number})`,
          sink,
        }),
        message: `${textAt(result, 'test_desc') ?? ''}${reason === undefined ? '' : ` ${reason}`}`,
      }),
    );
  }
}
