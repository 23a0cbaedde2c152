// Where a framework would stand on a day that need not be today, from what is known now: as its scope is, or as it would be.
import {
  posture,
  systemHistory,
  type FrameworkPosture,
  type PlainDate,
  type Scope,
  type SystemHistory,
} from '@assay/core';
import type { Knowledge } from './posture.readmodel.ts';

export interface StandingOn {
  readonly standing: FrameworkPosture;
  readonly history: SystemHistory;
}

/** Undefined where no scope names systems, or the framework is not in use. Schedules and exclusions are those of the day. */
export function standingOn(
  model: Knowledge,
  { framework, day }: { readonly framework: string; readonly day: PlainDate },
  added: readonly Scope[] = [],
): StandingOn | undefined {
  const { systems, named } = model;
  if (!systems || !named) return undefined;
  const history = systemHistory([...named.written.approved, ...added], day);
  const told = posture({
    ...model,
    today: day,
    categories: model.settings.categories,
    systems: { ...systems, ...named.on(day), history },
  });
  const standing = told.frameworks.find((each) => each.framework.id === framework);
  return standing && { standing, history };
}
