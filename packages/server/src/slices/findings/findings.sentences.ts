// What findings say in one sentence: how many are open and what they wait for.
import {
  clocksOf,
  FINDING_KIND_WORDS,
  isNonconformity,
  isOverdue,
  missingToClose,
  owesResponse,
  type Finding,
  type FindingClock,
  type NamedFinding,
  type PlainDate,
} from '@assay/core';

export function findingsSentence(findings: readonly NamedFinding[], today: PlainDate): string {
  if (findings.length === 0) return 'Nothing was found yet.';
  const open = findings.filter(({ finding }) => finding.closed === null);
  const closed = findings.length - open.length;
  if (open.length === 0) return `All ${findings.length} findings are closed.`;
  const bad = open.filter(({ finding }) => isNonconformity(finding.kind)).length;
  const late = open.filter(({ finding }) => isOverdue(finding, today));
  const parts = [
    `${open.length} of ${findings.length} findings ${open.length === 1 ? 'is' : 'are'} open, ${bad} of them ${bad === 1 ? 'a nonconformity' : 'nonconformities'}`,
    late.length === 0
      ? 'no clock has run out'
      : `the clock of ${late.map(({ id }) => id).join(', ')} has run out`,
    `${closed} ${closed === 1 ? 'is' : 'are'} closed`,
  ];
  return `${parts.join('; ')}.`;
}

/** What one finding is, and what it waits for. */
export function findingSentence(finding: Finding, today: PlainDate): string {
  const kind = FINDING_KIND_WORDS[finding.kind];
  const where = finding.where === '' ? '' : ` in ${finding.where}`;
  const what = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} found on ${finding.found_on}${where}`;
  if (finding.closed) return `${what}; closed on ${finding.closed.on} by ${finding.closed.by}.`;
  const clock = clockWords(clocksOf(finding, today));
  if (!owesResponse(finding.kind))
    return `${what}: no response is owed${clock === '' ? '' : `; what was promised is due${clock}`}.`;
  const missing = missingToClose(finding);
  return missing === undefined
    ? `${what}: its record is whole, and it can be closed.`
    : `${what}: it waits for ${missing}${clock}.`;
}

function clockWords(clocks: readonly FindingClock[]): string {
  const [first] = clocks
    .filter(({ state }) => state !== 'met' && state !== 'met_late')
    .toSorted((one, other) => (one.until < other.until ? -1 : 1));
  if (!first) return '';
  if (first.state !== 'overdue') return `, by ${first.until} at the latest`;
  const days = -first.daysLeft;
  return `, overdue since ${first.until} (${days} ${days === 1 ? 'day' : 'days'})`;
}
