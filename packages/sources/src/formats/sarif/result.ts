// One SARIF result becomes one observation.
import type { Instant, Observation, ObservationStatus } from '@assay/core';
import { listAt, textAt } from '../../read/json.ts';
import { observation } from '../../read/observe.ts';
import type { Sink, StatusTable } from '../../read/reader.ts';
import { statusFrom } from '../statusTable.ts';
import { isVulnerabilityId } from '../vulnerability.ts';
import { messageOf, severityOfResult, type Rule } from './rules.ts';
import { subjectOf, type Places } from './subject.ts';

/** Section 3.27.9. Review and open ask a person; informational says nothing about right or wrong. */
export const KIND: StatusTable = {
  pass: 'pass',
  fail: 'fail',
  open: 'unknown',
  review: 'unknown',
  informational: 'unknown',
  notApplicable: 'not_applicable',
};

export interface RunContext {
  readonly tool: string;
  readonly ended: Instant | undefined;
  readonly places: Places;
  readonly ruleOf: (result: unknown) => Rule;
  /** How often a name was given in this run, to tell apart what nothing else does. */
  readonly names: Map<string, number>;
  readonly sink: Sink;
}

export function observationOf(result: unknown, position: string, run: RunContext): Observation {
  const rule = run.ruleOf(result);
  const known = rule.id !== undefined && isVulnerabilityId(rule.id);
  const check = known ? 'vulnerability' : (rule.id ?? 'no-rule');
  const { name, sure } = subjectOf(result, run.places);
  const subject = known ? `${name ?? run.tool}#${rule.id}` : (name ?? run.tool);
  const status = statusOf(result, position, run);
  return observation({
    tool: run.tool,
    check,
    subject: sure ? subject : numbered(`${check} ${subject}`, subject, run.names),
    status,
    observedAt: run.ended,
    severity: severityOfResult(result, rule),
    message: remarkOf(result, status) + (messageOf(result, rule) ?? ''),
  });
}

/** A result that the tool compared with a baseline and no longer finds is mended (section 3.27.24). */
function statusOf(result: unknown, position: string, run: RunContext): ObservationStatus {
  const status = statusFrom(KIND, textAt(result, 'kind') ?? 'fail', {
    format: 'sarif',
    position,
    sink: run.sink,
  });
  return status === 'fail' && textAt(result, 'baselineState') === 'absent' ? 'pass' : status;
}

/** A suppression is an exception that somebody accepted: the finding stands, and the exception is told. */
function remarkOf(result: unknown, status: ObservationStatus): string {
  if (textAt(result, 'baselineState') === 'absent' && status === 'pass') return 'No longer found. ';
  const all = listAt(result, 'suppressions');
  if (all.length === 0 || !all.every((each) => (textAt(each, 'status') ?? 'accepted') === 'accepted'))
    return '';
  const reason = all.map((each) => textAt(each, 'justification')).find((each) => each !== undefined);
  return reason === undefined ? 'Suppressed. ' : `Suppressed: ${reason}. `;
}

function numbered(key: string, subject: string, names: Map<string, number>): string {
  const count = (names.get(key) ?? 0) + 1;
  names.set(key, count);
  return count === 1 ? subject : `${subject} ~${count}`;
}
