// Until when something is owed. Deadlines of findings are contractual: the table holds defaults and where they come
// from, and each finding may say otherwise.
import { addDays, dateOfDay, dayOfDate, daysBetween, type PlainDate } from '../kernel/index.ts';
import { addMonths } from '../monitoring/index.ts';
import { owesResponse, type Finding, type FindingKind } from './finding.ts';
import { stepDone, type FindingStep } from './state.ts';

export const FINDING_CLOCKS = [
  'plan',
  'evidence',
  'next_audit',
  'second_stage2',
  'action',
  'effectiveness',
] as const;
export type FindingClockName = (typeof FINDING_CLOCKS)[number];

export interface ClockRule {
  readonly name: FindingClockName;
  readonly kinds: readonly FindingKind[];
  /** What has to be done for the clock to stop. */
  readonly stops: FindingStep;
  /** Last day in time; undefined where nothing sets the clock. */
  readonly until: (finding: Finding) => PlainDate | undefined;
  readonly source: string;
}

export const PLAN_DAYS = 30;
export const EVIDENCE_DAYS = 90;

const OWED: readonly FindingKind[] = ['major', 'minor', 'exception'];

/** In the order in which they run out where nobody says otherwise. */
export const CLOCK_RULES: readonly ClockRule[] = [
  {
    name: 'plan',
    kinds: ['major', 'minor'],
    stops: 'action_planned',
    until: ({ found_on, terms }) => addDays(found_on, terms.plan_days ?? PLAN_DAYS),
    source: 'Contract with the certification body; commonly 14 to 30 days from the audit, 30 by default.',
  },
  {
    name: 'evidence',
    kinds: ['major'],
    stops: 'action_done',
    until: ({ found_on, terms }) => addDays(found_on, terms.evidence_days ?? EVIDENCE_DAYS),
    source: 'Contract with the certification body; commonly 60 to 90 days from the audit, 90 by default.',
  },
  {
    name: 'next_audit',
    kinds: ['minor'],
    stops: 'verified',
    until: ({ terms }) => terms.next_audit ?? undefined,
    source: 'Contract with the certification body; a minor is verified at the next audit, whose day is said.',
  },
  {
    name: 'second_stage2',
    kinds: ['major'],
    stops: 'verified',
    until: ({ source, terms }) =>
      source === 'certification_body' && terms.stage2_ended !== null
        ? dateOfDay(addMonths(dayOfDate(terms.stage2_ended), 6))
        : undefined,
    source:
      'ISO/IEC 17021-1 9.5.3.2: a major not verified within six months after the last day of stage 2 means another stage 2.',
  },
  {
    name: 'action',
    kinds: [...OWED, 'observation', 'opportunity'],
    stops: 'action_done',
    until: (finding) => finding.action?.due ?? undefined,
    source: 'The action’s own date.',
  },
  {
    name: 'effectiveness',
    kinds: [...OWED, 'observation', 'opportunity'],
    stops: 'verified',
    until: ({ effectiveness }) => effectiveness?.due,
    source: 'ISO/IEC 27001 10.2 d; the day is chosen with the action.',
  },
];

/** Days before the end in which a clock is due rather than running. */
export const DUE_WITHIN_DAYS = 7;

export type ClockState = 'running' | 'due' | 'overdue' | 'met' | 'met_late';

export interface FindingClock {
  readonly name: FindingClockName;
  readonly until: PlainDate;
  readonly state: ClockState;
  /** Days from today to the end: negative when it is past; 0 on the last day in time. */
  readonly daysLeft: number;
  readonly source: string;
}

/** The clocks that are set for a finding, as they stand on a day. A closed finding keeps those that it met. */
export function clocksOf(finding: Finding, today: PlainDate): readonly FindingClock[] {
  return CLOCK_RULES.filter((rule) => rule.kinds.includes(finding.kind)).flatMap((rule) => {
    const until = rule.until(finding);
    const state = until && stateAt(finding, { rule, until, today });
    if (until === undefined || state === undefined) return [];
    return [{ name: rule.name, until, state, daysLeft: daysBetween(today, until), source: rule.source }];
  });
}

/** Whether a clock of a finding has run out and still waits. */
export function isOverdue(finding: Finding, today: PlainDate): boolean {
  return clocksOf(finding, today).some(({ state }) => state === 'overdue');
}

function stateAt(
  finding: Finding,
  of: { readonly rule: ClockRule; readonly until: PlainDate; readonly today: PlainDate },
): ClockState | undefined {
  const done = stepDone(finding, of.rule.stops);
  if (done !== undefined) return done !== true && done > of.until ? 'met_late' : 'met';
  // Closed without the step, which only an observation can be: nothing is waited for any more.
  if (finding.closed && !owesResponse(finding.kind)) return undefined;
  const left = daysBetween(of.today, of.until);
  return left < 0 ? 'overdue' : left <= DUE_WITHIN_DAYS ? 'due' : 'running';
}
