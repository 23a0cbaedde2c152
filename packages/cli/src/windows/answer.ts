// The answer to a window case in the words of the API: days as dates, states by stretches of days.
import {
  addDays,
  dateOfDay,
  dayStates,
  startConditions,
  type ControlAnswer,
  type CriterionResult,
  type DayState,
  type Need,
  type Occurrence,
  type Period,
  type PlainDate,
  type WindowAnswer,
  type WindowFrame,
  type WindowQuestion,
  type WindowRemark,
} from '@assay/core';

/** The whole answer, ready for JSON. */
export function presentAnswer(
  { frame, timelines, context }: WindowQuestion,
  answer: WindowAnswer,
  start: Period | undefined,
): object {
  return {
    window: frame.window,
    today: frame.today,
    remarks: answer.remarks.map(remark),
    earliest_clean_start: answer.earliestCleanStart ?? null,
    latest_clean_end: answer.latestCleanEnd ?? null,
    controls: answer.controls.map((each) => control(each, frame)),
    criteria: answer.criteria.map(criterion),
    start:
      start === undefined ? null : started(startConditions(timelines, { ...frame, window: start }, context)),
  };
}

function control(each: ControlAnswer, { window }: WindowFrame): object {
  const scopes = [...new Set(each.occurrences.map(({ scope }) => scope))].sort();
  return {
    control: each.control,
    standing: each.standing,
    counts: each.counts,
    coverage: each.coverage,
    longest_gap_days: each.longestGapDays,
    earliest_clean_start: each.earliestCleanStart ?? null,
    latest_clean_end: each.latestCleanEnd ?? null,
    population_missing: each.populationMissing,
    reconstructed: each.reconstructed,
    deviations: each.deviations.map(occurrence),
    occurrences: each.occurrences.map(occurrence),
    days: stretches(each.days, window.from),
    scopes:
      scopes.length < 2
        ? []
        : scopes.map((scope) => ({
            scope,
            days: stretches(dayStates(each.occurrences, window, scope), window.from),
          })),
  };
}

/** Fields that say nothing are left out, so that a year of days stays readable. */
function occurrence({ filledBy, caughtUpBy, exclusion, priorRun, ...each }: Occurrence): object {
  const act = (name: string, done: Occurrence['filledBy']): object =>
    done ? { [name]: { evidence: done.evidence, performed_on: dateOfDay(done.day) } } : {};
  return {
    scope: each.scope,
    control: each.control,
    ...(each.item === undefined ? {} : { item: each.item }),
    first: dateOfDay(each.first),
    due: dateOfDay(each.last),
    grace_until: dateOfDay(each.graceUntil),
    state: each.state,
    ...act('filled_by', filledBy),
    ...act('caught_up_by', caughtUpBy),
    ...act('prior_run', priorRun),
    ...(exclusion
      ? { excluded: { reason: exclusion.reason, owner: exclusion.owner, until: exclusion.period.until } }
      : {}),
  };
}

/** Days that follow on one another in the same state, told once. */
function stretches(states: readonly DayState[], from: PlainDate): readonly object[] {
  const found: { from: PlainDate; days: number; state: DayState }[] = [];
  for (const [at, state] of states.entries()) {
    const open = found.at(-1);
    if (open?.state === state) open.days += 1;
    else found.push({ from: addDays(from, at), days: 1, state });
  }
  return found;
}

function criterion({ criterion: name, status, because, compensated }: CriterionResult): object {
  return { criterion: name, status, because, compensated };
}

function remark({ code, severity, days }: WindowRemark): object {
  return { code, severity, ...(days === undefined ? {} : { days }) };
}

function started(conditions: ReturnType<typeof startConditions>): object {
  const need = ({ control: code, occurrence: each }: Need): object => ({
    control: code,
    ...occurrence(each),
  });
  return {
    window: conditions.window,
    remarks: conditions.remarks.map(remark),
    blockers: conditions.blockers.map(need),
    needs: conditions.needs.map(need),
    populations: conditions.populations,
  };
}
