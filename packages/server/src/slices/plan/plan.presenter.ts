// The plan as the API shows it.
import { promiseSaid, type Routes, type Output } from '@assay/contract';
import {
  compareWithBaseline,
  criticalSentence,
  differenceSentence,
  lateSentence,
  loadsOf,
  moveReason,
  moveSentence,
  movedIn,
  OPTION_WORDS,
  planNotes,
  planSentence,
  type Range,
  type SimulatedTask,
} from '@assay/core';
import { plainJson } from '../../platform/plainJson.ts';
import type { Baseline } from './baselines.repository.ts';
import { frozenOf, frozenText, type Frozen } from './frozen.ts';
import type { Planned } from './plan.readmodel.ts';
import type { PlanRecord } from './plan.repository.ts';
import type { PlanGiven } from './ground.readmodel.ts';
import { presentAxis } from './axis.ts';
import { variantOf } from './plan.stored.ts';

type Said = Output<Routes['plan.read']>;
type Task = Said['tasks'][number];

export function presentPlan(planned: Planned, baseline: Baseline | undefined): Said {
  const { given, network, schedule, simulation, option } = planned;
  const { situation } = given.known.described;
  return {
    sentence: planSentence(simulation),
    today: given.known.today,
    start: network.start,
    digest: frozenText(planned).digest,
    option,
    title: OPTION_WORDS[option],
    advised: planned.advised,
    finish: { ...simulation.end },
    person_days: personDays(simulation.personDays),
    tasks: presentTasks(planned),
    critical_path: [...schedule.critical],
    critical_sentence: criticalSentence(network, schedule),
    credentials: simulation.credentials.map(({ credential, ready }) => ({ credential, ready: { ...ready } })),
    promises: planned.promises.map((meeting) => promiseSaid(meeting, situation)),
    conflicts: schedule.late.map((late) => ({
      task: late.task,
      constraint: late.constraint,
      wanted: late.wanted,
      found: late.found,
      days: late.by,
      sentence: lateSentence(network, late),
    })),
    notes: planNotes(schedule, given.ground.period).map((note) => ({ ...note })),
    loads: loadsOf(planned).map(({ personDays: days, ...load }) => ({ ...load, person_days: days })),
    axis: presentAxis(planned),
    difference: baseline ? presentDifference(baseline, planned) : null,
    simulation: { runs: simulation.runs, seed: simulation.seed },
    settings: presentSettings(given),
    variant: given.variant?.id ?? null,
  };
}

function presentTasks({ network, schedule, simulation, given }: Planned): Task[] {
  const scheduled = new Map(schedule.tasks.map((each) => [each.id, each]));
  const simulated = new Map<string, SimulatedTask>(simulation.tasks.map((each) => [each.id, each]));
  const late = new Map(schedule.late.map(({ task, by }) => [task, by]));
  return network.tasks
    .flatMap((task): Task[] => {
      const [when, course] = [scheduled.get(task.id), simulated.get(task.id)];
      if (!when || !course) return [];
      const { work } = task;
      return [
        {
          id: task.id,
          title: task.title,
          lane: task.lane,
          kind: work.kind,
          role: work.kind === 'effort' ? work.role : null,
          days: work.kind === 'milestone' ? null : { ...work.days },
          after: [...task.after],
          start: when.start,
          end: when.finish,
          done: { ...course.finish },
          slack: when.slack,
          critical: when.critical,
          criticality: Math.round(course.criticality * 1000) / 1000,
          fixed: task.fixed ?? null,
          not_before: task.notBefore ?? null,
          due: task.due ?? null,
          late_days: late.get(task.id) ?? 0,
          in_time: course.inTime ?? null,
          follows: when.follows ?? null,
          moved: movedIn(given.settings, task.id) ?? null,
          gives: task.gives ?? null,
          because: task.because,
        },
      ];
    })
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.end < b.end ? -1 : 1));
}

/** Of all roles together, course by course: least estimates do not all come true at once. */
function personDays({ p10, p50, p90 }: Range): Range {
  return { p10: Math.round(p10), p50: Math.round(p50), p90: Math.round(p90) };
}

export function presentDifference(baseline: Baseline, planned: Planned): NonNullable<Said['difference']> {
  const frozen = frozenOf(baseline);
  const now = { network: planned.network, schedule: planned.schedule };
  const difference = compareWithBaseline(frozen, now);
  return {
    baseline: baseline.id,
    approved_at: baseline.approvedAt,
    sentence: differenceSentence(difference, now),
    end: { ...difference.end },
    added: difference.added.map((each) => ({ ...each })),
    gone: difference.gone.map((each) => ({ ...each })),
    moved: difference.moved.map((moved) => ({
      id: moved.id,
      title: moved.title,
      from: moved.from,
      to: moved.to,
      days: moved.days,
      sentence: moveSentence(moved, difference, now),
      because: moveReason(moved, difference, now),
      chain: [...moved.chain],
      gives: moved.gives ?? null,
    })),
    unmoved: difference.unmoved,
  };
}

export function presentSettings({ said, record }: Pick<PlanGiven, 'said' | 'record'>): Said['settings'] {
  return {
    ...said,
    revision: record?.revision ?? 0,
    changed_by: record?.by ?? null,
    changed_at: record?.since ?? null,
  };
}

export function presentBaseline(baseline: Baseline): Output<Routes['plan_baselines.approve']> {
  const { id, option, digest, approver, role, note, approvedAt, recordedBy, entry } = baseline;
  return {
    id,
    option,
    digest,
    approver,
    role,
    note,
    approved_at: approvedAt,
    recorded_by: recordedBy,
    entry,
  };
}

export function presentVariant(record: PlanRecord): Output<Routes['plan_variants.add']> {
  const { name, note, answers, settings } = variantOf(record.document);
  return {
    id: record.thing,
    name,
    note,
    answers: plainJson(answers),
    settings: plainJson(settings),
    revision: record.revision,
    changed_by: record.by,
    changed_at: record.since,
  };
}

export function presentFrozen({
  today,
  network,
  schedule,
  credentials,
}: Frozen): Output<Routes['plan_baselines.read']>['frozen'] {
  const dates = new Map(schedule.tasks.map((each) => [each.id, each]));
  return {
    today,
    end: schedule.end,
    credentials: credentials.map(({ credential, ready }) => ({ credential, ready: { ...ready } })),
    tasks: network.tasks.map(({ id, title, lane }) => {
      const at = dates.get(id);
      return { id, title, lane, start: at?.start ?? network.start, end: at?.finish ?? network.start };
    }),
  };
}
