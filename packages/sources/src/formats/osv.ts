// OSV-Scanner JSON: known vulnerabilities of the packages of lock files, images and bills.
import { SEVERITIES, type ObservationStatus, type Severity } from '@assay/core/observation';
import { at, isObject, listAt, textAt } from '../read/json.ts';
import { observation, severityOf, severityOfScore } from '../read/observe.ts';
import type { Head, Sink } from '../read/reader.ts';
import { documentReader } from './document.ts';
import { row } from './row.ts';
import { shapeOf } from './shape.ts';

export const osv = documentReader({
  id: 'osv',
  title: 'OSV-Scanner',
  version: 2,
  manual: {
    recognised: 'results with source.path and without errors',
    reads: 'whole',
    fields: {
      check: 'vulnerability or licence',
      subject: 'source.path, the package and the id',
      severity: 'the worse of database_specific.severity and max_severity',
      message: 'summary, else details',
      population: 'components',
    },
    words: [],
    also: [
      ['pass', 'osv:run of a source that is listed and has nothing'],
      ['fail', 'every vulnerability, called or not, and every licence violation'],
      ['unknown', 'osv:run when no source is listed'],
    ],
    otherwise: 'There is no word to misread: what is listed is a failure.',
  },
  recognise,
  accepts: (document) => Array.isArray(at(document, 'results')),
  readDocument: async (document, sink) => {
    sink.source({ tool: 'osv' });
    const results = listAt(document, 'results').filter(isObject);
    for (const result of results) await readSource(result, sink);
    if (results.length === 0)
      await sink.observation(
        observation({
          tool: 'osv',
          check: 'run',
          subject: 'scan',
          status: 'unknown',
          message: 'No source is listed, so the file does not say what was looked at.',
        }),
      );
  },
});

function recognise(head: Head): number {
  const { root, keys } = shapeOf(head);
  if (root !== 'object' || !keys.has('results') || keys.has('errors')) return 0;
  return keys.has('experimental_config') || /"source"\s*:\s*\{\s*"path"/.test(head.text) ? 0.93 : 0;
}

async function readSource(result: unknown, sink: Sink): Promise<void> {
  const path = textAt(result, 'source', 'path') ?? 'source';
  let found = 0;
  for (const each of listAt(result, 'packages')) {
    const ecosystem = textAt(each, 'package', 'ecosystem') ?? 'package';
    const name = textAt(each, 'package', 'name') ?? textAt(each, 'package', 'commit') ?? 'unnamed';
    const version = textAt(each, 'package', 'version');
    const key = `${ecosystem}/${name}${version === undefined ? '' : `@${version}`}`;
    await sink.population(row('components', key, { name, version, ecosystem, source: path }));
    const items = [...vulnerabilitiesOf(each), ...violationsOf(each)];
    found += items.length;
    for (const item of items)
      await sink.observation(
        observation({
          tool: 'osv',
          check: item.check,
          subject: `${path}#${key}#${item.id}`,
          status: 'fail',
          severity: item.severity,
          message: item.message,
        }),
      );
  }
  if (found === 0)
    await sink.observation(observation({ tool: 'osv', check: 'run', subject: path, ...CLEAN }));
}

const CLEAN: { readonly status: ObservationStatus; readonly message: string } = {
  status: 'pass',
  message: 'The source was scanned and nothing was found.',
};

interface Item {
  readonly check: string;
  readonly id: string;
  readonly severity: Severity | undefined;
  readonly message: string | undefined;
}

function vulnerabilitiesOf(each: unknown): readonly Item[] {
  const groups = listAt(each, 'groups');
  return listAt(each, 'vulnerabilities')
    .filter(isObject)
    .map((vulnerability) => {
      const id = textAt(vulnerability, 'id') ?? 'vulnerability';
      const group = groups.find((one) => listAt(one, 'ids').includes(id));
      return {
        check: 'vulnerability',
        id,
        severity: worst(vulnerability, group),
        message: textAt(vulnerability, 'summary') ?? textAt(vulnerability, 'details'),
      };
    });
}

/** The advisory's own word and the score that the scanner worked out: the worse of the two. */
function worst(vulnerability: unknown, group: unknown): Severity | undefined {
  const score = textAt(group, 'max_severity');
  const found = [
    severityOf(textAt(vulnerability, 'database_specific', 'severity')),
    severityOfScore(score === undefined ? undefined : Number(score)),
  ];
  return SEVERITIES.find((severity) => found.includes(severity));
}

function violationsOf(each: unknown): readonly Item[] {
  return listAt(each, 'license_violations').flatMap((licence) =>
    typeof licence === 'string'
      ? [
          {
            check: 'licence',
            id: licence,
            severity: undefined,
            message: `The licence ${licence} is not on the list of those allowed.`,
          },
        ]
      : [],
  );
}
