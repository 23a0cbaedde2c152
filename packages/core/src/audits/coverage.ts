// What the programme covers: every clause and every applicable control within its three years, audited, planned or
// neither.
import { inPeriod, addDays } from '../kernel/index.ts';
import type { RequirementRef } from '../frameworks/index.ts';
import { programmeEnds, type AuditProgramme, type NamedAudit } from './audit.ts';

export const COVERAGE_STATES = ['audited', 'planned', 'unplanned'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

export interface CoveredRequirement {
  readonly requirement: RequirementRef;
  readonly state: CoverageState;
  /** Audits of the programme that have it in their scope. */
  readonly audits: readonly string[];
}

/** Each requirement that is to be audited, with its state in the programme; an audit outside its days does not count. */
export function auditCoverage(
  asked: readonly RequirementRef[],
  programme: AuditProgramme,
  audits: readonly NamedAudit[],
): readonly CoveredRequirement[] {
  const period = { from: programme.begins, until: addDays(programmeEnds(programme), 1) };
  const counted = audits.filter(({ audit }) => inPeriod(period, audit.from));
  return asked.map((requirement) => {
    const lines = counted.flatMap(({ id, audit }) =>
      audit.lines.filter((line) => line.requirement === requirement).map(({ said }) => ({ id, said })),
    );
    // A line that was left out is planned for nothing any more.
    const seen = lines.filter(({ said }) => said && said.result !== 'not_audited');
    const waits = lines.filter(({ said }) => said === null);
    return {
      requirement,
      state: seen.length > 0 ? 'audited' : waits.length > 0 ? 'planned' : 'unplanned',
      audits: lines.map(({ id }) => id),
    };
  });
}
