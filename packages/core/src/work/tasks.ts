// Every task that the state of data asks for. A task is here because its reason is; it goes when that does.
import type { Control } from '../controls/index.ts';
import { addDays, dateOfInstant, type ControlCode } from '../kernel/index.ts';
import { auditTasks, findingTasks } from './findingTasks.ts';
import { policyTasks } from './policyTasks.ts';
import { ismsTasks } from './ismsTasks.ts';
import { proofTasks } from './proofTasks.ts';
import { examplesOf, named, ofControl, plain } from './shape.ts';
import type { WorkState } from './state.ts';
import type { Task } from './task.ts';
import { closingOf, typedTask } from './typed.ts';

/** Days within which evidence is to be reviewed, and a dry run committed or thrown away. */
const REVIEW_DAYS = 7;

/** Days before something ends in which that is a task. */
const EXPIRY_DAYS = 30;

/** All open tasks, in no order yet. */
export function openTasks(state: WorkState): readonly Task[] {
  const controls = new Map(state.controls.map((control) => [control.code, control]));
  const asked = occurrences(state, controls);
  // Whoever performs it brings the evidence that is missing or old: it is asked for once.
  const performing = new Set(asked.map((task) => task.control));
  return [
    ...asked,
    ...proofTasks(state).filter(({ kind, control }) => kind === 'fix_failing' || !performing.has(control)),
    ...reviews(state, controls),
    ...imports(state),
    ...state.unmapped.map(mapping),
    ...expiries(state, controls),
    ...plans(state, controls),
    ...findingTasks(state),
    ...auditTasks(state),
    ...policyTasks(state),
    ...ismsTasks(state),
    ...state.typed
      .filter((task) => closingOf(task, state.facts) === undefined)
      .map((task) => typedTask(task, task.control === undefined ? undefined : controls.get(task.control))),
  ];
}

type Controls = ReadonlyMap<ControlCode, Control>;

function occurrences(state: WorkState, controls: Controls): readonly Task[] {
  return state.occurrences.flatMap((each) => {
    const control = controls.get(each.control);
    if (!control) return [];
    const where = each.scope === '' ? '' : ` on ${each.scope}`;
    const missed = each.state === 'missed';
    return [
      {
        ...ofControl(missed ? 'make_up' : 'perform', control, `${each.scope}@${each.due}`),
        title: `${missed ? 'Make up' : 'Perform'} ${control.name}${where}`,
        why: missed
          ? `${control.code}${where} was due on ${each.due} and nothing shows that it was done; a catch-up leaves the deviation and shows that the work was done.`
          : `${control.code}${where} is due on ${each.due} in the window; after ${each.graceUntil} it counts as missed.`,
        closes: `Closes when accepted evidence of ${control.code} speaks for it.`,
        until: missed ? each.due : each.graceUntil,
        place: { at: 'window', control: control.code },
      },
    ];
  });
}

function reviews(state: WorkState, controls: Controls): readonly Task[] {
  return state.toReview.map((each) => {
    const received = dateOfInstant(each.receivedAt);
    const serves = each.controls.length === 0 ? 'no control yet' : named(each.controls);
    const control = each.controls[0] === undefined ? undefined : controls.get(each.controls[0]);
    return {
      ...plain('review_evidence', each.code, control?.ownerRole ?? 'security_lead'),
      title: `Review ${each.code}: ${each.title}`,
      why: `It came on ${received} for ${serves} and counts for nothing until somebody has accepted it.`,
      closes: `Closes when ${each.code} is accepted, rejected or withdrawn.`,
      example: control && examplesOf(control),
      control: control?.code,
      until: addDays(received, REVIEW_DAYS),
      place: { at: 'evidence', evidence: each.code },
    };
  });
}

function imports(state: WorkState): readonly Task[] {
  return state.imports.map((each) => {
    const made = dateOfInstant(each.createdAt);
    const cut = each.state === 'interrupted';
    return {
      ...plain('commit_import', each.id, 'security_lead'),
      title: `${cut ? 'Read again' : 'Commit'} or throw away ${each.filename}`,
      why: cut
        ? `Its reading was cut off on ${made}; nothing of it counts.`
        : `It was read on ${made} with ${each.results} results and counts for nothing until it is committed.`,
      closes: 'Closes when the import is committed or thrown away.',
      until: addDays(made, REVIEW_DAYS),
      place: { at: 'import', id: each.id },
    };
  });
}

function mapping(each: WorkState['unmapped'][number]): Task {
  const checks = each.checks === 1 ? '1 check' : `${each.checks} checks`;
  return {
    ...plain('map_checks', each.scanner, 'security_lead'),
    title: `Give ${checks} of ${each.scanner} a control`,
    why: `${each.results} results of ${checks} count for nothing, because no control claims ${each.checks === 1 ? 'it' : 'them'}.`,
    closes: `Closes when every check of ${each.scanner} that was seen has a control.`,
    place: { at: 'checks', scanner: each.scanner },
  };
}

function expiries(state: WorkState, controls: Controls): readonly Task[] {
  const near = addDays(state.today, EXPIRY_DAYS);
  return state.expiring.flatMap((each) => {
    const control = controls.get(each.control);
    if (!control || each.until > near) return [];
    const ended = each.until <= state.today;
    return [
      {
        ...ofControl('expiring', control, each.id),
        title: `Decide again about the ${each.what} of ${control.code}`,
        why: `It ${ended ? 'ended' : 'ends'} on ${each.until}: ${each.reason}`,
        closes: `Closes when the ${each.what} is renewed or ended on purpose.`,
        until: addDays(each.until, -1),
        place: { at: 'window', control: control.code },
      },
    ];
  });
}

function plans(state: WorkState, controls: Controls): readonly Task[] {
  return state.planned.flatMap((each) => {
    const control = controls.get(each.control);
    if (!control) return [];
    return [
      {
        ...ofControl('planned', control, `${each.plan}@${each.by}`),
        title: `${each.act}: ${control.name}`,
        why: `The plan ${each.plan} needs it by ${each.by}, or the window does not start clean.`,
        closes: `Closes when accepted evidence of ${control.code} speaks for it, or the plan is dropped.`,
        until: each.by,
        place: { at: 'window', control: control.code },
      },
    ];
  });
}
