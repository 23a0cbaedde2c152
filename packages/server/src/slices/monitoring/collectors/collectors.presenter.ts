// How collectors, their runs and outages look in an answer.
import { isVouchable, type JudgedRun } from '@assay/core';
import type { CollectorView } from './condition.readmodel.ts';
import type { OutageOf } from './outages.ts';
import type { StoredRun } from './runs.repository.ts';

/** Runs that a list shows of each collector. */
const RECENT = 14;

export function presentCollector(view: CollectorView) {
  const { collector, condition } = view;
  const { definition } = collector;
  return {
    name: collector.name,
    title: definition.title,
    kind: collector.kind,
    covers: definition.covers,
    controls: view.controls === 'all' ? view.controls : [...view.controls],
    scope: definition.scope,
    every_hours: definition.everyHours,
    tolerance: definition.tolerance,
    lists: definition.lists,
    formats: definition.formats,
    reads: definition.reads,
    started_at: collector.life.startedAt,
    retired_at: definition.retiredAt,
    state: condition.state,
    next_due: condition.nextDue ?? null,
    outage_since: condition.outageSince ?? null,
    last_complete_at: condition.lastComplete?.endedAt ?? null,
    recent: presentRuns(view, condition.runs.slice(-RECENT)),
    revision: collector.revision,
  };
}

export function presentRuns({ runs }: CollectorView, judged: readonly JudgedRun[]) {
  return judged.flatMap((each) => {
    const stored = runs.get(each.run.id);
    return stored ? [presentRun(stored, each)] : [];
  });
}

function presentRun(stored: StoredRun, judged: JudgedRun) {
  const { verdict } = judged;
  return {
    id: stored.id,
    run: stored.key,
    started_at: stored.startedAt,
    ended_at: stored.endedAt,
    recorded_at: stored.recordedAt,
    rows: stored.rows,
    partial: stored.partial,
    error: stored.error ?? null,
    message: stored.message,
    formats: [...stored.formats],
    checks: stored.checks.length,
    complete: verdict.complete,
    because: verdict.complete ? [] : [...verdict.because],
    vouchable: isVouchable(judged),
    vouched: stored.vouch,
    imports: [...stored.imports],
    by: stored.madeBy,
  };
}

export function presentOutage(outage: OutageOf) {
  return {
    collector: outage.collector,
    scope: outage.scope ?? null,
    controls: outage.controls === 'all' ? outage.controls : [...outage.controls],
    from: outage.from,
    until: outage.until ?? null,
    unknown: outage.unknown.map(({ run, because }) => ({ run, because: [...because] })),
  };
}
