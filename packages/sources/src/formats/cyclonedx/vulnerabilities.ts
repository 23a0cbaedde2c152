// Vulnerabilities of a CycloneDX bill and what was decided about each (VEX).
import type { Instant } from '@assay/core/kernel';
import { SEVERITIES, type ObservationStatus, type Severity } from '@assay/core/observation';
import { at, listAt, numberAt, textAt } from '../../read/json.ts';
import { observation, severityOf, severityOfScore } from '../../read/observe.ts';
import { refused } from '../../read/problem.ts';
import type { Sink, StatusTable } from '../../read/reader.ts';
import { statusFrom } from '../statusTable.ts';

/** vulnerability.analysis.state of CycloneDX 1.4 to 1.6. */
export const STATE: StatusTable = {
  resolved: 'pass',
  resolved_with_pedigree: 'pass',
  exploitable: 'fail',
  in_triage: 'unknown',
  false_positive: 'not_applicable',
  not_affected: 'not_applicable',
};

const JUSTIFICATIONS: ReadonlySet<string> = new Set([
  'code_not_present',
  'code_not_reachable',
  'requires_configuration',
  'requires_dependency',
  'requires_environment',
  'protected_by_compiler',
  'protected_at_runtime',
  'protected_at_perimeter',
  'protected_by_mitigating_control',
]);

export interface BillContext {
  readonly position: string;
  /** What each bom-ref is called. */
  readonly names: ReadonlyMap<string, string>;
  readonly product: string | undefined;
  readonly ranAt: Instant | undefined;
  readonly sink: Sink;
}

export async function readVulnerability(value: unknown, bill: BillContext): Promise<void> {
  const id = textAt(value, 'id');
  if (id === undefined) {
    bill.sink.problem(
      refused('cyclonedx.no_id', 'A vulnerability has no id, so no later bill can be compared with it.', {
        position: bill.position,
        remedy: 'Give it one, such as its CVE.',
      }),
    );
    return;
  }
  const decided = stateOf(value, bill);
  const places = placesOf(value);
  for (const [ref, untouched] of places.size > 0 ? places : new Map([['', false]])) {
    const place = ref === '' ? (bill.product ?? 'whole bill') : (bill.names.get(ref) ?? nameInLink(ref));
    await bill.sink.observation(
      observation({
        tool: 'cyclonedx',
        check: 'vulnerability',
        subject: `${place}#${id}`,
        status: decided ?? (untouched ? 'not_applicable' : 'fail'),
        observedAt: bill.ranAt,
        severity: worstOf(value),
        message: messageOf(value),
      }),
    );
  }
}

/** What the analysis decided; undefined when there is none. */
function stateOf(value: unknown, bill: BillContext): ObservationStatus | undefined {
  if (at(value, 'analysis') === undefined) return undefined;
  const state = textAt(value, 'analysis', 'state');
  // An analysis that reached no state has decided nothing.
  if (state === undefined) return 'unknown';
  const status = statusFrom(STATE, state, {
    format: 'cyclonedx',
    position: `${bill.position}/analysis/state`,
    sink: bill.sink,
  });
  if (state !== 'not_affected' || JUSTIFICATIONS.has(textAt(value, 'analysis', 'justification') ?? ''))
    return status;
  bill.sink.problem({
    code: 'cyclonedx.unjustified',
    level: 'warning',
    message:
      'A vulnerability is said not to affect, without one of the justifications that CycloneDX lists; it is kept as unknown.',
    position: `${bill.position}/analysis`,
    remedy: 'Add analysis.justification to the VEX statement.',
  });
  return 'unknown';
}

/** Each bom-ref once, and whether every version listed for it is said to be unaffected. */
function placesOf(value: unknown): ReadonlyMap<string, boolean> {
  const places = new Map<string, boolean>();
  for (const each of listAt(value, 'affects')) {
    const ref = textAt(each, 'ref');
    const versions = listAt(each, 'versions').map((version) => textAt(version, 'status') ?? 'affected');
    const untouched = versions.length > 0 && versions.every((status) => status === 'unaffected');
    if (ref !== undefined) places.set(ref, untouched && (places.get(ref) ?? true));
  }
  return places;
}

/** A BOM-Link `urn:cdx:serial/version#ref` names something in another bill: its ref says what. */
function nameInLink(ref: string): string {
  const name = /^urn:cdx:[^#]*#(.+)$/.exec(ref)?.[1];
  if (name === undefined) return ref;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The worst of all ratings: several sources rate the same vulnerability. */
function worstOf(value: unknown): Severity | undefined {
  const found = listAt(value, 'ratings').flatMap((rating) => {
    const scored = (textAt(rating, 'method') ?? 'CVSS').startsWith('CVSS')
      ? severityOfScore(numberAt(rating, 'score'))
      : undefined;
    return severityOf(textAt(rating, 'severity')) ?? scored ?? [];
  });
  return SEVERITIES.find((severity) => found.includes(severity));
}

function messageOf(value: unknown): string | undefined {
  const why = textAt(value, 'analysis', 'justification');
  const detail = textAt(value, 'analysis', 'detail') ?? textAt(value, 'description');
  return why === undefined ? detail : `${why}: ${detail ?? 'no detail given'}`;
}
