// What the programme and its audits say in one sentence each.
import {
  auditOverdue,
  auditState,
  lineCounts,
  type Audit,
  type NamedAudit,
  type PlainDate,
} from '@assay/core';
import type { Covered } from './programme.usecases.ts';

/** The clause or theme that a requirement belongs to: 9 of 9.2.1, A.5 of A.5.15. */
export function sectionOf(id: string): string {
  const parts = id.split('.');
  return parts.slice(0, parts[0] === 'A' ? 2 : 1).join('.');
}

/** What three years cover, and where the largest holes are. */
export function programmeSentence({ stands, asked, coverage }: Covered): string {
  const all = `${coverage.length} clauses and applicable controls`;
  if (!stands) return `There is no programme yet: ${all} are to be audited within three years.`;
  const ids = new Map(asked.map(({ ref, id }) => [ref, id]));
  const count = (wanted: string): number => coverage.filter(({ state }) => state === wanted).length;
  const holes = Map.groupBy(
    coverage.filter(({ state }) => state === 'unplanned'),
    ({ requirement }) => sectionOf(ids.get(requirement) ?? ''),
  );
  const largest = [...holes].toSorted(([, one], [, other]) => other.length - one.length).slice(0, 2);
  const head = `Of ${all}, ${count('audited')} are audited in the three years from ${stands.programme.begins}, ${count('planned')} are planned`;
  if (holes.size === 0) return `${head} and none is left out.`;
  const where = largest.map(([section, each]) => `${sectionName(section)} (${each.length})`).join(' and ');
  return `${head} and ${count('unplanned')} are in no audit yet, most of them in ${where}.`;
}

/** How far one audit is. */
export function auditSentence(audit: Audit, today: PlainDate): string {
  const { lines, said, finding, not_audited: left } = lineCounts(audit);
  const findings = audit.lines.reduce((sum, line) => sum + (line.said?.findings.length ?? 0), 0);
  const found = findings === 0 ? 'no finding' : findings === 1 ? '1 finding' : `${findings} findings`;
  const leftOut = left === 0 ? '' : `, ${left} left out with a note`;
  const state = auditState(audit);
  if (state === 'reported')
    return `Reported on ${audit.report?.on ?? ''}: ${lines - left} of ${lines} requirements were audited, ${finding} of them with a finding${leftOut.replace(',', ';')}.`;
  const end = auditOverdue(audit, today) ? `it should have ended on ${audit.to}` : `it ends on ${audit.to}`;
  return state === 'planned'
    ? `Planned from ${audit.from}: ${lines} requirements, none looked at yet; ${end}.`
    : `Under way: ${said} of ${lines} requirements are looked at${leftOut}, ${found}; ${lines - said} wait, and ${end}.`;
}

/** All audits together. */
export function auditsSentence(audits: readonly NamedAudit[], today: PlainDate): string {
  if (audits.length === 0) return 'No audit is planned yet.';
  const of = (wanted: string): readonly NamedAudit[] =>
    audits.filter(({ audit }) => auditState(audit) === wanted);
  const late = audits.filter(({ audit }) => auditOverdue(audit, today)).length;
  const [next] = of('planned').toSorted((one, other) => (one.audit.from < other.audit.from ? -1 : 1));
  const parts = [
    `${of('reported').length} reported`,
    `${of('under_way').length} under way`,
    `${of('planned').length} planned${next ? `, the next from ${next.audit.from}` : ''}`,
    ...(late === 0 ? [] : [`${late} past its last day without a report`]),
  ];
  return `${audits.length === 1 ? 'One internal audit' : `${audits.length} internal audits`}: ${parts.join('; ')}.`;
}

function sectionName(section: string): string {
  return section.startsWith('A.') ? section : `clause ${section}`;
}
