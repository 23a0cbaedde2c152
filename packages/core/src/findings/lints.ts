// What a reader of the findings should be told before an auditor says it.
import { groupBy, type PlainDate } from '../kernel/index.ts';
import type { RequirementRef } from '../frameworks/index.ts';
import { clocksOf } from './clocks.ts';
import type { Finding, NamedFinding } from './finding.ts';
import { hasFailed, stateOf } from './state.ts';

export const FINDING_LINTS = [
  'finding.major_without_cause',
  'finding.action_incomplete',
  'finding.effectiveness_overdue',
  'finding.clock_overdue',
  'finding.not_effective',
  'finding.exception_without_response',
  'finding.minors_add_up',
] as const;
export type FindingLintCode = (typeof FINDING_LINTS)[number];

export interface FindingLint {
  readonly code: FindingLintCode;
  /** The findings that it speaks of. */
  readonly findings: readonly string[];
  readonly detail: string;
  readonly remedy: string;
}

/** So many open minors on one requirement may be a breakdown, which is major (ISO/IEC 17021-1 3.12, note). */
export const SEVERAL_MINORS = 3;

/** All remarks on open findings, those on single ones first. */
export function findingLints(findings: readonly NamedFinding[], today: PlainDate): readonly FindingLint[] {
  const open = findings.filter(({ finding }) => finding.closed === null);
  return [...open.flatMap((each) => lintsOf(each, today)), ...minorsThatAddUp(open)];
}

/** The remarks on one finding; none where it is closed. */
export function lintsOf({ id, finding }: NamedFinding, today: PlainDate): readonly FindingLint[] {
  if (finding.closed) return [];
  return RULES.flatMap(({ code, applies, remedy }) => {
    const detail = applies(finding, today);
    return detail === undefined ? [] : [{ code, findings: [id], detail: `${id} ${detail}`, remedy }];
  });
}

interface Rule {
  readonly code: FindingLintCode;
  /** What is wrong, to be read after the id; undefined where nothing is. */
  readonly applies: (finding: Finding, today: PlainDate) => string | undefined;
  readonly remedy: string;
}

const RULES: readonly Rule[] = [
  {
    code: 'finding.major_without_cause',
    applies: ({ kind, cause }) =>
      kind === 'major' && cause === null ? 'is major, and its cause is not known.' : undefined,
    remedy: 'Ask why until the answer is something that can be changed, and record it.',
  },
  {
    code: 'finding.action_incomplete',
    applies: ({ action }) => {
      if (action === null || action.done !== null) return undefined;
      const lacks = [...(action.owner === null ? ['owner'] : []), ...(action.due === null ? ['date'] : [])];
      return lacks.length === 0 ? undefined : `has an action without ${lacks.join(' and ')}.`;
    },
    remedy: 'Name one person, and the day by which it is done.',
  },
  {
    code: 'finding.effectiveness_overdue',
    applies: (finding, today) => overdue(finding, today, ['effectiveness']),
    remedy: 'Look whether the action keeps it from happening again, and record the verdict.',
  },
  {
    code: 'finding.clock_overdue',
    applies: (finding, today) =>
      overdue(finding, today, ['plan', 'evidence', 'next_audit', 'second_stage2', 'action']),
    remedy: 'Do what the clock waits for, or agree on another day and record it in the terms.',
  },
  {
    code: 'finding.not_effective',
    applies: (finding) =>
      hasFailed(finding) ? 'has an action that was found not effective, and no other.' : undefined,
    remedy: 'Look at the cause again and plan another action; the first stays in the history.',
  },
  {
    code: 'finding.exception_without_response',
    applies: ({ kind, exception }) =>
      kind === 'exception' && !exception?.response
        ? 'has no response of management, which the report is to carry.'
        : undefined,
    remedy: 'Write what management answers in the section that the auditor has not examined.',
  },
];

const WAITS: Readonly<Record<string, string>> = {
  plan: 'the plan of the action',
  evidence: 'evidence of the action',
  next_audit: 'verification before the next audit',
  second_stage2: 'verification, or another stage 2',
  action: 'the action',
  effectiveness: 'the review of its effectiveness',
};

function overdue(finding: Finding, today: PlainDate, names: readonly string[]): string | undefined {
  const late = clocksOf(finding, today).filter(
    ({ name, state }) => state === 'overdue' && names.includes(name),
  );
  return late.length === 0
    ? undefined
    : `waits for ${late.map(({ name, until }) => `${WAITS[name] ?? name} since ${until}`).join(' and ')}.`;
}

function minorsThatAddUp(open: readonly NamedFinding[]): readonly FindingLint[] {
  const minors = open
    .filter(({ finding }) => finding.kind === 'minor' && stateOf(finding) !== 'verified')
    .flatMap(({ id, finding }) => finding.requirements.map((requirement) => ({ id, requirement })));
  const groups = groupBy(minors, ({ requirement }): RequirementRef => requirement);
  return [...groups]
    .filter(([, each]) => each.length >= SEVERAL_MINORS)
    .map(([requirement, each]) => ({
      code: 'finding.minors_add_up',
      findings: each.map(({ id }) => id),
      detail: `${each.length} open minors stand against ${requirement}: together they may be major.`,
      remedy: 'Look for one cause behind them; raise one of them to major if there is.',
    }));
}
