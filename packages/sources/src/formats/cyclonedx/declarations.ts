// CycloneDX attestations (since 1.6): who claims to meet which requirement. A claim is not a check,
// and its signature is not verified here, so it never passes; one that denies conformance does fail.
import type { Instant } from '@assay/core';
import { listAt, numberAt, textAt } from '../../read/json.ts';
import { observation } from '../../read/observe.ts';
import type { Sink } from '../../read/reader.ts';
import { row } from '../row.ts';

interface Declared {
  readonly scope: string | undefined;
  readonly ranAt: Instant | undefined;
  readonly sink: Sink;
}

export async function readDeclarations(document: unknown, of: Declared): Promise<void> {
  const requirements = requirementNames(document);
  for (const attestation of listAt(document, 'declarations', 'attestations')) {
    for (const each of listAt(attestation, 'map')) {
      const ref = textAt(each, 'requirement') ?? 'requirement';
      await of.sink.observation(
        observation({
          tool: 'cyclonedx',
          check: `attestation/${requirements.get(ref) ?? ref}`,
          subject: of.scope ?? 'whole bill',
          status: denies(each) ? 'fail' : 'unknown',
          observedAt: of.ranAt,
          message: `Claimed, not checked. ${conformanceOf(each)} ${textAt(attestation, 'summary') ?? ''}`,
        }),
      );
    }
  }
  for (const claim of listAt(document, 'declarations', 'claims')) {
    const key = textAt(claim, 'bom-ref') ?? textAt(claim, 'predicate') ?? 'claim';
    await of.sink.population(
      row('claims', key, {
        target: textAt(claim, 'target'),
        predicate: textAt(claim, 'predicate'),
        reasoning: textAt(claim, 'reasoning'),
      }),
    );
  }
}

/** What each requirement of the declared standards is called there: its own identifier. */
function requirementNames(document: unknown): ReadonlyMap<string, string> {
  const all = listAt(document, 'definitions', 'standards').flatMap((standard) =>
    listAt(standard, 'requirements'),
  );
  return new Map(
    all.flatMap((each) => {
      const ref = textAt(each, 'bom-ref');
      const name = textAt(each, 'identifier') ?? textAt(each, 'title');
      return ref === undefined || name === undefined ? [] : [[ref, name] as const];
    }),
  );
}

function denies(each: unknown): boolean {
  const onlyCounter = listAt(each, 'claims').length === 0 && listAt(each, 'counterClaims').length > 0;
  return numberAt(each, 'conformance', 'score') === 0 || onlyCounter;
}

function conformanceOf(each: unknown): string {
  const score = numberAt(each, 'conformance', 'score');
  const why = textAt(each, 'conformance', 'rationale');
  return `Conformance ${score === undefined ? 'not given' : String(score)}${why === undefined ? '.' : `: ${why}`}`;
}
