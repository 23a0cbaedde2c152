// SPDX JSON, 2.x and 3.0: packages as a population. A bill says what is there, not whether it is well.
import { at, listAt, textAt } from '../read/json.ts';
import { instantOf } from '../read/observe.ts';
import type { Head, Sink } from '../read/reader.ts';
import { documentReader } from './document.ts';
import { row } from './row.ts';
import { shapeOf } from './shape.ts';

export const spdx = documentReader({
  id: 'spdx',
  title: 'SPDX',
  version: 2,
  manual: {
    recognised: 'spdxVersion SPDX-2.x, or an @context of SPDX 3',
    reads: 'whole',
    fields: {
      observedAt: 'creationInfo.created',
      population: 'components: purl, else name and version; version, kind, supplier, licence',
    },
    words: [],
    also: [],
    otherwise: 'Nothing passes or fails: a bill of materials says what is there, not whether it is well.',
  },
  recognise,
  accepts: (document) =>
    textAt(document, 'spdxVersion') !== undefined || isThree(textAt(document, '@context')),
  readDocument: (document, sink) =>
    textAt(document, 'spdxVersion') === undefined ? readThree(document, sink) : readTwo(document, sink),
});

function recognise(head: Head): number {
  const { keys } = shapeOf(head);
  if (keys.get('spdxVersion')?.startsWith('SPDX-') || isThree(keys.get('@context'))) return 0.99;
  return /"spdxVersion"\s*:\s*"SPDX-/.test(head.text) ||
    (keys.has('packages') && /"SPDXID"\s*:/.test(head.text))
    ? 0.9
    : 0;
}

function isThree(context: string | undefined): boolean {
  return context?.startsWith('https://spdx.org/rdf/3.') === true;
}

async function readTwo(document: unknown, sink: Sink): Promise<void> {
  const ranAt = instantOf(at(document, 'creationInfo', 'created'));
  const scope = textAt(document, 'name');
  const version = textAt(document, 'spdxVersion');
  sink.source({
    tool: 'spdx',
    ...(version ? { toolVersion: version } : {}),
    ...(ranAt ? { ranAt } : {}),
    ...(scope ? { scope } : {}),
  });
  for (const each of listAt(document, 'packages')) {
    const purl = listAt(each, 'externalRefs').find((ref) =>
      /^purl$/i.test(textAt(ref, 'referenceType') ?? ''),
    );
    const name = textAt(each, 'name') ?? 'unnamed';
    const own = textAt(each, 'versionInfo');
    await sink.population(
      row('components', textAt(purl, 'referenceLocator') ?? (own === undefined ? name : `${name}@${own}`), {
        name,
        version: own,
        type: textAt(each, 'primaryPackagePurpose')?.toLowerCase() ?? 'package',
        supplier: asserted(textAt(each, 'supplier')),
        licence: asserted(textAt(each, 'licenseConcluded')) ?? asserted(textAt(each, 'licenseDeclared')),
      }),
    );
  }
}

/** NOASSERTION says that nothing is said (SPDX 2.3 section 7). */
function asserted(text: string | undefined): string | undefined {
  return text === 'NOASSERTION' ? undefined : text;
}

async function readThree(document: unknown, sink: Sink): Promise<void> {
  const graph = listAt(document, '@graph');
  const ranAt = graph.flatMap((each) => instantOf(at(each, 'created')) ?? [])[0];
  const version = graph.flatMap((each) => textAt(each, 'specVersion') ?? [])[0];
  const bill = graph.find((each) => textAt(each, 'type') === 'SpdxDocument');
  const scope = textAt(bill, 'name');
  sink.source({
    tool: 'spdx',
    ...(version ? { toolVersion: `SPDX-${version}` } : {}),
    ...(ranAt ? { ranAt } : {}),
    ...(scope ? { scope } : {}),
  });
  for (const each of graph.filter((one) => textAt(one, 'type') === 'software_Package')) {
    const name = textAt(each, 'name') ?? 'unnamed';
    const own = textAt(each, 'software_packageVersion');
    const key = textAt(each, 'software_packageUrl') ?? (own === undefined ? name : `${name}@${own}`);
    await sink.population(
      row('components', key, {
        name,
        version: own,
        type: textAt(each, 'software_primaryPurpose') ?? 'package',
      }),
    );
  }
}
