// The axis of three years as the API shows it.
import type { Output, Routes } from '@assay/contract';
import { axisOfPlan } from '@assay/core';
import type { Planned } from './plan.readmodel.ts';

export function presentAxis({ given, network, schedule }: Planned): Output<Routes['plan.read']>['axis'] {
  const { ground, known } = given;
  const axis = axisOfPlan(
    { network, schedule },
    { today: known.today, period: ground.period, windowDays: ground.windowDays },
  );
  if (!axis) return { from: network.start, to: schedule.end, items: [] };
  return {
    from: axis.from,
    to: axis.to,
    items: axis.items.map(({ latest, ...item }) => ({ ...item, latest: latest ?? null })),
  };
}
