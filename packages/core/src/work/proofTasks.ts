// Tasks that follow from proof: results that fail, evidence that grows old, controls that nothing shows.
import { lackingIn, type Control, type ControlProof } from '../controls/index.ts';
import type { EvidenceFact } from '../evidence/index.ts';
import { addDays, groupBy, type PlainDate } from '../kernel/index.ts';
import { NEAR_DAYS } from './mine.ts';
import type { WorkState } from './state.ts';
import type { Task } from './task.ts';
import { named, ofControl } from './shape.ts';

/** One task at most for each control in place: what is worst about it, in both views at once. */
export function proofTasks(state: WorkState): readonly Task[] {
  const accepted = groupBy(
    state.facts.filter((fact) => fact.review === 'accepted' && fact.times.performedAt <= state.today),
    (fact) => fact.control,
  );
  return state.controls.flatMap((control) => {
    const held = state.states.get(control.code);
    const proof = state.posture.controls.get(control.code);
    if (!proof || held?.state !== 'adopted' || held.implementation !== 'implemented') return [];
    const task = proofTask({ control, facts: accepted.get(control.code) ?? [] }, proof, state);
    return task ? [task] : [];
  });
}

interface Subject {
  readonly control: Control;
  /** Its accepted evidence, nothing of days to come. */
  readonly facts: readonly EvidenceFact[];
}

interface Both {
  readonly iso: ControlProof;
  readonly soc2: ControlProof;
}

function proofTask(subject: Subject, { iso, soc2 }: Both, state: WorkState): Task | undefined {
  const { control } = subject;
  if (iso.state === 'failing' && soc2.state === 'failing') return fix(control, iso, 'both frameworks');
  if (iso.state === 'failing') return fix(control, iso, 'the ISO view');
  if (soc2.state === 'failing') return fix(control, soc2, 'the SOC 2 view');
  const renewal = renewalOf(subject, iso, state);
  if (renewal) return renewal;
  // What waits for a reviewer is a task of its record.
  if (iso.state === 'unknown') return give(control, missing(iso, 'the ISMS'));
  if (soc2.state === 'unknown' && lackingIn(soc2).length > 0)
    return give(control, missing(soc2, 'the system that SOC 2 describes'));
  const { examination } = state.posture;
  if (soc2.state === 'outside_window' && examination.type === 'type2' && hasBegun(examination.period, state))
    return give(
      control,
      `Nothing shows it within the SOC 2 period from ${examination.period.from}; what there is lies outside.`,
    );
  return undefined;
}

/** Where a control is told apart by systems, the ones for which nothing shows it. */
function missing(proof: ControlProof, where: string): string {
  const lacking = lackingIn(proof);
  return lacking.length === 0
    ? 'No accepted evidence shows that it is done.'
    : `No accepted evidence shows that it is done for ${lacking.join(', ')}, which belongs to ${where}.`;
}

function hasBegun(
  period: { readonly from: PlainDate; readonly until: PlainDate },
  state: WorkState,
): boolean {
  return period.from <= state.today && state.today < period.until;
}

function fix(control: Control, { checks }: ControlProof, where: string): Task {
  const results = checks.fail === 1 ? '1 result fails' : `${checks.fail} results fail`;
  return {
    ...ofControl('fix_failing', control),
    title: `Mend what fails: ${control.name}`,
    why: `${results} (${named(checks.failing)}), so ${control.code} fails in ${where}.`,
    closes: 'Closes when the checks pass in a newer run, or are mapped elsewhere with a reason.',
  };
}

/** Evidence that is too old, or will be within a fortnight: its last fresh day is the day to renew it by. */
function renewalOf(subject: Subject, iso: ControlProof, state: WorkState): Task | undefined {
  const { control } = subject;
  if (iso.state !== 'stale' && iso.state !== 'proved') return undefined;
  const last = freshUntil(subject, state.today);
  if (iso.state === 'proved' && (last === undefined || last > addDays(state.today, NEAR_DAYS)))
    return undefined;
  const codes = iso.evidence.length > 0 ? ` (${named(iso.evidence)})` : '';
  return {
    ...ofControl('renew_evidence', control),
    title: `Renew the evidence of ${control.name}`,
    why:
      last === undefined
        ? `Its checks last spoke on ${iso.checks.quietest ?? 'no day that is known'}, which is too long ago for ${control.code}.`
        : `The newest evidence of ${control.code}${codes} ${last < state.today ? 'was' : 'is'} fresh until ${last}.`,
    closes: `Closes when newer evidence of ${control.code} is accepted.`,
    until: last,
  };
}

/** Last day on which a control's evidence is fresh, each piece by its own rule where it has one. */
function freshUntil({ control, facts }: Subject, today: PlainDate): PlainDate | undefined {
  const days = facts.map(({ times, freshnessDays }) => {
    const covered = times.covers && addDays(times.covers.until, -1);
    const spoken = covered !== undefined && covered > times.performedAt ? covered : times.performedAt;
    return addDays(spoken < today ? spoken : today, freshnessDays ?? control.freshnessDays);
  });
  return days.reduce<PlainDate | undefined>(
    (last, day) => (last === undefined || day > last ? day : last),
    undefined,
  );
}

function give(control: Control, why: string): Task {
  return {
    ...ofControl('give_evidence', control),
    title: `Show ${control.name}`,
    why: `${control.code} is in place. ${why}`,
    closes: `Closes when evidence of ${control.code} is accepted and lies in the time that counts.`,
  };
}
