// CycloneDX JSON: components as a population, vulnerabilities with their VEX analysis, attestations.
import { at, listAt, textAt } from '../../read/json.ts';
import { instantOf } from '../../read/observe.ts';
import type { Head, Sink } from '../../read/reader.ts';
import { documentReader } from '../document.ts';
import { row } from '../row.ts';
import { shapeOf } from '../shape.ts';
import { readDeclarations } from './declarations.ts';
import { readVulnerability, STATE } from './vulnerabilities.ts';

export const cyclonedx = documentReader({
  id: 'cyclonedx',
  title: 'CycloneDX',
  version: 2,
  manual: {
    recognised: 'bomFormat CycloneDX, its $schema, or components with a bom-ref',
    reads: 'whole',
    fields: {
      check: 'vulnerability, or attestation/ and the requirement’s own identifier',
      subject: 'what affects[].ref is called (purl, else name and version), and the vulnerability’s id',
      observedAt: 'metadata.timestamp',
      severity: 'the worst of ratings[]',
      message: 'analysis.justification and detail, else description',
      population: 'components (nested ones too), services, claims',
    },
    words: [{ field: 'vulnerabilities[].analysis.state', table: STATE }],
    also: [
      [
        'fail',
        'a vulnerability without an analysis; an attestation with conformance 0 or with counter-claims only',
      ],
      ['not_applicable', 'a place of which every listed version is unaffected'],
      [
        'unknown',
        'not_affected without one of the listed justifications; an analysis without a state; every other attestation: a claim is not a check',
      ],
    ],
  },
  recognise,
  accepts: (document) =>
    textAt(document, 'bomFormat') === 'CycloneDX' || schemaNames(textAt(document, '$schema')),
  readDocument: read,
});

/** Some writers put bomFormat after ten thousand components; then the other names have to do. */
function recognise(head: Head): number {
  const { keys, root } = shapeOf(head);
  if (root !== 'object') return 0;
  if (keys.get('bomFormat') === 'CycloneDX' || schemaNames(keys.get('$schema'))) return 0.99;
  return /"bomFormat"\s*:\s*"CycloneDX"/.test(head.text) ||
    (keys.has('components') && /"bom-ref"\s*:/.test(head.text))
    ? 0.9
    : 0;
}

function schemaNames(schema: string | undefined): boolean {
  return schema !== undefined && /cyclonedx\.org\/schema\/bom/.test(schema);
}

async function read(document: unknown, sink: Sink): Promise<void> {
  const ranAt = instantOf(at(document, 'metadata', 'timestamp'));
  const product = at(document, 'metadata', 'component');
  const scope = textAt(product, 'name');
  const specVersion = textAt(document, 'specVersion');
  sink.source({
    tool: 'cyclonedx',
    ...(specVersion ? { toolVersion: specVersion } : {}),
    ...(ranAt ? { ranAt } : {}),
    ...(scope ? { scope } : {}),
  });
  const names = new Map<string, string>();
  if (product !== undefined) names.set(textAt(product, 'bom-ref') ?? '', keyOf(product));
  for (const component of componentsOf(document)) {
    const key = keyOf(component);
    names.set(textAt(component, 'bom-ref') ?? key, key);
    await sink.population(row('components', key, fieldsOf(component)));
  }
  for (const service of listAt(document, 'services')) {
    names.set(textAt(service, 'bom-ref') ?? '', keyOf(service));
    await sink.population(
      row('services', keyOf(service), { name: textAt(service, 'name'), version: textAt(service, 'version') }),
    );
  }
  for (const [i, each] of listAt(document, 'vulnerabilities').entries())
    await readVulnerability(each, { position: `/vulnerabilities/${i}`, names, product: scope, ranAt, sink });
  await readDeclarations(document, { scope, ranAt, sink });
}

/** All components, those inside others too; a stack of its own, not the call stack. */
function* componentsOf(document: unknown): Generator<unknown> {
  const waiting = [...listAt(document, 'components')].toReversed();
  for (let component = waiting.pop(); component !== undefined; component = waiting.pop()) {
    yield component;
    waiting.push(...[...listAt(component, 'components')].toReversed());
  }
}

function keyOf(of: unknown): string {
  const version = textAt(of, 'version');
  const group = textAt(of, 'group');
  const name = `${group === undefined ? '' : `${group}/`}${textAt(of, 'name') ?? 'unnamed'}`;
  return textAt(of, 'purl') ?? (version === undefined ? name : `${name}@${version}`);
}

function fieldsOf(component: unknown): Readonly<Record<string, string | undefined>> {
  const licences = listAt(component, 'licenses').flatMap(
    (each) =>
      textAt(each, 'license', 'id') ?? textAt(each, 'license', 'name') ?? textAt(each, 'expression') ?? [],
  );
  return {
    name: textAt(component, 'name') ?? 'unnamed',
    version: textAt(component, 'version'),
    type: textAt(component, 'type'),
    scope: textAt(component, 'scope'),
    supplier: textAt(component, 'supplier', 'name') ?? textAt(component, 'publisher'),
    licence: licences.join(', '),
  };
}
