// What a finding may not say, and what it may not do: every fault of a record with its place, one reason for a closing.
import { err, ok, type PlainDate, type Result } from '../kernel/index.ts';
import { isNonconformity, owesResponse, type Finding } from './finding.ts';
import { hasFailed, nextStep, type FindingStep } from './state.ts';

export interface FindingFault {
  readonly pointer: string;
  readonly message: string;
}

export type FindingRefusal =
  | { readonly code: 'finding.invalid'; readonly faults: readonly FindingFault[] }
  | { readonly code: 'finding.not_verified'; readonly missing: string }
  | { readonly code: 'finding.closed' }
  | { readonly code: 'finding.not_closed' };

/** All that is wrong with a record on a day, with the place of each. */
export function findingFaults(finding: Finding, today: PlainDate): readonly FindingFault[] {
  return [
    ...natureFaults(finding),
    ...dayFaults(finding, today),
    ...actionFaults(finding),
    ...verdictFaults(finding),
  ];
}

/** The record after a change; a new action takes the verdict on the one before it with it into history. */
export function changeFinding(
  held: Finding,
  to: Partial<Finding>,
  today: PlainDate,
): Result<Finding, FindingRefusal> {
  if (held.closed) return err({ code: 'finding.closed' });
  const another = to.action && held.action !== null && to.action.what !== held.action.what;
  const next: Finding = { ...held, ...to };
  const finding = another && to.effectiveness === undefined ? { ...next, effectiveness: null } : next;
  const faults = [...kindFaults(held, finding), ...findingFaults(finding, today)];
  return faults.length === 0 ? ok(planned(finding, today)) : err({ code: 'finding.invalid', faults });
}

/** A record as it is first put down. */
export function newFinding(finding: Finding, today: PlainDate): Result<Finding, FindingRefusal> {
  const faults = findingFaults(finding, today);
  return faults.length === 0 ? ok(planned(finding, today)) : err({ code: 'finding.invalid', faults });
}

/** Closes a finding; where a response is owed, only when its effectiveness was found and all of 10.2 is on record. */
export function closeFinding(
  finding: Finding,
  word: { readonly on: PlainDate; readonly by: string; readonly because: string },
): Result<Finding, FindingRefusal> {
  if (finding.closed) return err({ code: 'finding.closed' });
  const missing = missingToClose(finding);
  return missing === undefined
    ? ok({ ...finding, closed: word })
    : err({ code: 'finding.not_verified', missing });
}

/** Opens a closed finding again: its effectiveness has to be found anew; what was said stays in its history. */
export function reopenFinding(
  finding: Finding,
  word: { readonly on: PlainDate; readonly by: string; readonly because: string },
): Result<Finding, FindingRefusal> {
  if (!finding.closed) return err({ code: 'finding.not_closed' });
  return ok({ ...finding, closed: null, effectiveness: null, reopened: [...finding.reopened, word] });
}

const MISSING: Readonly<Record<FindingStep, string>> = {
  contained: 'what was done at once to correct it',
  cause_known: 'its cause',
  action_planned: 'an action with owner and date',
  action_done: 'the day on which the action was done',
  verified: 'a review that found the action effective',
};

/** The first thing that a closing still waits for; undefined where it waits for nothing. */
export function missingToClose(finding: Finding): string | undefined {
  if (!owesResponse(finding.kind)) return undefined;
  if (hasFailed(finding)) return 'another action, since the last was found not effective';
  const step = nextStep(finding);
  if (step) return MISSING[step];
  if (finding.kind === 'exception')
    return finding.exception?.response ? undefined : 'the response of management';
  if (finding.consequences === null) return 'how its consequences were dealt with';
  if (finding.similar === null) return 'where similar cases were looked for';
  if (finding.system_change === null) return 'the change to the management system, or why none is needed';
  return undefined;
}

/** An action that has owner and date is planned; the day is noted where nobody says it. */
function planned(finding: Finding, today: PlainDate): Finding {
  const { action } = finding;
  if (action === null || action.planned !== null || action.owner === null || action.due === null)
    return finding;
  return { ...finding, action: { ...action, planned: today } };
}

function natureFaults(finding: Finding): readonly FindingFault[] {
  const { kind, exception, requirements, controls } = finding;
  const faults: FindingFault[] = [];
  if (isNonconformity(kind) && requirements.length + controls.length === 0)
    faults.push({ pointer: '/requirements', message: 'names no requirement or control that is not met' });
  if (kind === 'exception' && controls.length === 0)
    faults.push({ pointer: '/controls', message: 'an exception is one of a control: name it' });
  if (kind === 'exception' && exception === null)
    faults.push({ pointer: '/exception', message: 'deviations and sample size are needed' });
  if (kind !== 'exception' && exception !== null)
    faults.push({ pointer: '/exception', message: `a finding of kind ${kind} has no sample` });
  return exception === null ? faults : [...faults, ...sampleFaults(exception)];
}

function sampleFaults({
  deviations,
  sample,
  population,
}: NonNullable<Finding['exception']>): readonly FindingFault[] {
  return [
    ...(deviations < 1
      ? [{ pointer: '/exception/deviations', message: 'without a deviation there is no exception' }]
      : []),
    ...(deviations > sample
      ? [{ pointer: '/exception/deviations', message: `${deviations} of ${sample} cannot be` }]
      : []),
    ...(population !== null && population < sample
      ? [{ pointer: '/exception/population', message: `is smaller than the sample of ${sample}` }]
      : []),
  ];
}

/** A record tells of what happened: none of its days lies ahead, save those that are plans. */
function dayFaults(finding: Finding, today: PlainDate): readonly FindingFault[] {
  const happened: readonly (readonly [string, PlainDate | null | undefined])[] = [
    ['/found_on', finding.found_on],
    ['/correction/on', finding.correction?.on],
    ['/action/planned', finding.action?.planned],
    ['/action/done', finding.action?.done],
    ['/effectiveness/said/on', finding.effectiveness?.said?.on],
  ];
  return happened.flatMap(([pointer, day]) =>
    day && day > today ? [{ pointer, message: `${day} is still to come; today is ${today}` }] : [],
  );
}

function actionFaults({ action, found_on }: Finding): readonly FindingFault[] {
  if (action === null) return [];
  return [
    ...(action.due !== null && action.due < found_on
      ? [{ pointer: '/action/due', message: `lies before it was found on ${found_on}` }]
      : []),
    ...(action.done !== null && action.done < found_on
      ? [{ pointer: '/action/done', message: `lies before it was found on ${found_on}` }]
      : []),
  ];
}

function verdictFaults({ action, effectiveness }: Finding): readonly FindingFault[] {
  const said = effectiveness?.said;
  if (!said) return [];
  const done = action?.done;
  if (!done)
    return [{ pointer: '/effectiveness/said', message: 'the action is not done: nothing can be reviewed' }];
  return said.on < done
    ? [{ pointer: '/effectiveness/said/on', message: `lies before the action was done on ${done}` }]
    : [];
}

/** A minor may turn out major, and the other way; to any other kind its id would lie. */
function kindFaults(held: Finding, next: Finding): readonly FindingFault[] {
  const may = held.kind === next.kind || (isNonconformity(held.kind) && isNonconformity(next.kind));
  return may
    ? []
    : [{ pointer: '/kind', message: `a finding of kind ${held.kind} does not become ${next.kind}` }];
}
