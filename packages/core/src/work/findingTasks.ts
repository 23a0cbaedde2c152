// What findings and internal audits ask for: the next step that is owed, by the clock that waits for it; lines of a
// checklist that nobody has looked at.
import { auditState, sameName, type NamedAudit } from '../audits/index.ts';
import type { OwnerRole } from '../controls/index.ts';
import {
  clocksOf,
  missingToClose,
  nextStep,
  owesResponse,
  type FindingStep,
  type NamedFinding,
} from '../findings/index.ts';
import { addDays, type ControlCode, type PlainDate } from '../kernel/index.ts';
import { plain } from './shape.ts';
import type { WorkState } from './state.ts';
import type { Task } from './task.ts';

/** Days before an audit begins in which its checklist is a task. */
const AUDIT_AHEAD_DAYS = 30;

/** Letters of a statement that a task repeats. */
const LONGEST = 160;

/** What is to be done until a step stands, to be read before the id; and what then says so. */
const STEPS: Readonly<Record<FindingStep, readonly [title: string, closes: string]>> = {
  contained: ['Correct at once', 'says what was done at once'],
  cause_known: ['Find the cause of', 'says why it happened'],
  action_planned: ['Plan the action of', 'has an action with an owner and a day'],
  action_done: ['Do the action of', 'says on which day the action was done'],
  verified: ['See whether the action helped:', 'says whether the action was effective'],
};

/** One task for each open finding of which something is owed. */
export function findingTasks(state: WorkState): readonly Task[] {
  return state.findings.flatMap((each) => {
    const asked = askedOf(each, state.today);
    if (!asked) return [];
    const { id, finding } = each;
    const person = (asked.of === 'action_done' ? finding.action?.owner : undefined) ?? finding.owner;
    return [
      {
        ...plain('respond', `${id}:${asked.of}`, roleOf(state, person, finding.controls)),
        title: asked.title,
        why: `${asked.why} Found on ${finding.found_on}${finding.where === '' ? '' : ` in ${finding.where}`}: ${shortened(finding.statement)}`,
        closes: asked.closes,
        person: person ?? undefined,
        until: asked.until,
        place: { at: 'finding', finding: id },
      },
    ];
  });
}

/** The lines of an audit for its auditor, then its report. */
export function auditTasks(state: WorkState): readonly Task[] {
  const near = addDays(state.today, AUDIT_AHEAD_DAYS);
  return state.audits.flatMap(({ id, audit }: NamedAudit): readonly Task[] => {
    if (auditState(audit) === 'reported' || audit.from > near) return [];
    const open = audit.lines.filter(({ said }) => said === null).length;
    const lines = open === 1 ? '1 line' : `${open} lines`;
    return [
      {
        ...plain('audit', `${id}:${open === 0 ? 'report' : 'lines'}`, roleOf(state, audit.auditor, [])),
        title: open === 0 ? `Report ${id}` : `Audit ${lines} of ${id}: ${audit.title}`,
        why:
          open === 0
            ? `Every line of ${audit.title} says something; management has no report of it yet (9.2.2 c).`
            : `${open} of ${audit.lines.length} lines say nothing yet; the audit ends on ${audit.to}.`,
        closes: open === 0 ? `Closes when ${id} is reported.` : 'Closes when every line says something.',
        person: audit.auditor,
        until: audit.to,
        place: { at: 'audit', audit: id },
      },
    ];
  });
}

interface AskedOf {
  readonly of: FindingStep | 'record' | 'close';
  readonly title: string;
  readonly why: string;
  readonly closes: string;
  readonly until: PlainDate | undefined;
}

function askedOf(each: NamedFinding, today: PlainDate): AskedOf | undefined {
  const { id, finding } = each;
  if (finding.closed) return undefined;
  const waiting = clocksOf(finding, today).filter(({ state }) => state !== 'met' && state !== 'met_late');
  const [first] = waiting.toSorted((one, other) => (one.until < other.until ? -1 : 1));
  const until = first?.until;
  const clock = first === undefined ? '' : `${CLOCKS[first.name] ?? first.name} until ${first.until}.`;
  const step = owesResponse(finding.kind)
    ? nextStep(finding)
    : first && (first.name === 'action' ? 'action_done' : 'verified');
  if (step) {
    const [title, closes] = STEPS[step];
    return { of: step, title: `${title} ${id}`, why: clock, closes: `Closes when ${id} ${closes}.`, until };
  }
  if (!owesResponse(finding.kind)) return undefined;
  const missing = missingToClose(finding);
  return missing === undefined
    ? {
        of: 'close',
        title: `Close ${id}`,
        why: 'Its action was found effective and its record lacks nothing.',
        closes: `Closes when ${id} is closed.`,
        until,
      }
    : {
        of: 'record',
        title: `Complete the record of ${id}`,
        why: `It lacks ${missing}.`,
        closes: `Closes when ${id} says so.`,
        until,
      };
}

const CLOCKS: Readonly<Record<string, string>> = {
  plan: 'The plan is owed',
  evidence: 'Evidence of the action is owed',
  next_audit: 'The next audit wants it verified',
  second_stage2: 'Without verification there is another stage 2; it is owed',
  action: 'The action is owed',
  effectiveness: 'Its effect is to be reviewed',
};

/** The role of whoever is named: that of the controls they own, else of the finding's first control. */
function roleOf(state: WorkState, person: string | null, codes: readonly ControlCode[]): OwnerRole {
  const owned = state.controls.find(({ code }) => {
    const held = state.states.get(code);
    return (
      person !== null && held?.state === 'adopted' && held.owner !== undefined && sameName(held.owner, person)
    );
  });
  const named = owned ?? state.controls.find(({ code }) => code === codes[0]);
  return named?.ownerRole ?? 'security_lead';
}

function shortened(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}
