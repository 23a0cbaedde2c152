// What the programme covers: every clause and every applicable control within its three years, audited, planned or
// neither; and the same year by year, as the picture shows it.
import { addDays, dateOfDay, dayOfDate, inPeriod, type PlainDate } from '../kernel/index.ts';
import type { RequirementRef } from '../frameworks/index.ts';
import { addMonths } from '../monitoring/index.ts';
import { PROGRAMME_YEARS, programmeEnds, type AuditProgramme, type NamedAudit } from './audit.ts';

export const COVERAGE_STATES = ['audited', 'planned', 'unplanned'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

export interface CoveredRequirement {
  readonly requirement: RequirementRef;
  readonly state: CoverageState;
  /** Audits of the programme that have it in their scope. */
  readonly audits: readonly string[];
  /** One for each year of the programme. */
  readonly years: readonly YearCell[];
}

/** One year of a programme, with the audits that begin in it. */
export interface ProgrammeYear {
  readonly year: number;
  readonly from: PlainDate;
  /** Last day. */
  readonly to: PlainDate;
  readonly audits: readonly string[];
}

/** What a year does with a requirement; where several audits have it, the first of these that holds. */
export const YEAR_STATES = ['finding', 'audited', 'planned', 'left_out', 'none'] as const;
export type YearState = (typeof YEAR_STATES)[number];

export interface YearCell {
  readonly state: YearState;
  readonly audits: readonly string[];
  readonly findings: readonly string[];
}

/** Each requirement that is to be audited, with its state in the programme; an audit outside its days does not count. */
export function auditCoverage(
  asked: readonly RequirementRef[],
  programme: AuditProgramme,
  audits: readonly NamedAudit[],
): readonly CoveredRequirement[] {
  const period = { from: programme.begins, until: addDays(programmeEnds(programme), 1) };
  const lines = linesOf(audits.filter(({ audit }) => inPeriod(period, audit.from)));
  const years = programmeYears(programme, audits);
  return asked.map((requirement) => {
    const own = lines.get(requirement) ?? [];
    // A line that was left out is planned for nothing any more.
    const seen = own.filter(({ state }) => state === 'audited' || state === 'finding');
    const waits = own.filter(({ state }) => state === 'planned');
    return {
      requirement,
      state: seen.length > 0 ? 'audited' : waits.length > 0 ? 'planned' : 'unplanned',
      audits: own.map(({ id }) => id),
      years: years.map((year) => cellOf(own.filter(({ id }) => year.audits.includes(id)))),
    };
  });
}

/** The years of a programme, each with the audits that begin in it. */
export function programmeYears(
  { begins }: AuditProgramme,
  audits: readonly NamedAudit[],
): readonly ProgrammeYear[] {
  const starts = (year: number): PlainDate => dateOfDay(addMonths(dayOfDate(begins), 12 * year));
  return Array.from({ length: PROGRAMME_YEARS }, (_, i) => {
    const period = { from: starts(i), until: starts(i + 1) };
    return {
      year: i + 1,
      from: period.from,
      to: addDays(period.until, -1),
      audits: audits.filter(({ audit }) => inPeriod(period, audit.from)).map(({ id }) => id),
    };
  });
}

interface Line {
  readonly id: string;
  readonly state: YearState;
  readonly findings: readonly string[];
}

function linesOf(audits: readonly NamedAudit[]): ReadonlyMap<RequirementRef, readonly Line[]> {
  const lines = new Map<RequirementRef, Line[]>();
  for (const { id, audit } of audits)
    for (const { requirement, said } of audit.lines) {
      const state: YearState = said === null ? 'planned' : STATE_OF[said.result];
      const line: Line = { id, state, findings: said?.findings ?? [] };
      lines.set(requirement, [...(lines.get(requirement) ?? []), line]);
    }
  return lines;
}

const STATE_OF = { conforms: 'audited', finding: 'finding', not_audited: 'left_out' } as const;

function cellOf(lines: readonly Line[]): YearCell {
  return {
    state: YEAR_STATES.find((state) => lines.some((line) => line.state === state)) ?? 'none',
    audits: lines.map(({ id }) => id),
    findings: lines.flatMap(({ findings }) => findings),
  };
}
