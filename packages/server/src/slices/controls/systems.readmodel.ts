// What is known of systems: the scopes that name them, and what evidence, collectors and schedules call them.
import {
  namedObservations,
  ONLY_SCOPE,
  systemHistory,
  type CheckKey,
  type ControlCode,
  type Instant,
  type LatestObservation,
  type PlainDate,
  type SystemHistory,
  type SystemsKnown,
} from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import type { SystemOf } from '../evidence/evidence.module.ts';
import { scopesWritten, type ScopesWritten } from '../isms/isms.module.ts';
import {
  bearingKey,
  listBearings,
  listExclusions,
  listSchedules,
  systemsOfImports,
  type SystemsOfImports,
} from '../monitoring/monitoring.module.ts';

/** What names systems; only read where some scope does, be it a draft. */
export interface NamedSystems {
  readonly written: ScopesWritten;
  readonly history: SystemHistory;
  readonly imports: SystemsOfImports;
  readonly systemOf: SystemOf;
  /** What schedules and exclusions say of a day. */
  readonly on: (day: PlainDate) => Pick<SystemsKnown, 'scheduled' | 'excused'>;
}

export async function namedSystems(
  tx: Tx,
  scope: OrgScope,
  { today, at }: { readonly today: PlainDate; readonly at: Instant | undefined },
): Promise<NamedSystems | undefined> {
  const written = await scopesWritten(tx, scope, at);
  if ([...written.approved, ...written.drafts.values()].every(({ systems }) => systems.length === 0))
    return undefined;
  const imports = await systemsOfImports(tx, scope, at);
  const bearings = await listBearings(tx, scope, at);
  const schedules = await listSchedules(tx, scope, at);
  const exclusions = await listExclusions(tx, scope, at);
  return {
    written,
    history: systemHistory(written.approved, today),
    imports,
    systemOf: ({ evidence, importId }, control) =>
      named(bearings.get(bearingKey(evidence, control))?.scope) ??
      (importId === null ? undefined : imports.get(importId)),
    on: (day) => ({
      scheduled: new Map(
        [...schedules].map(([control, { schedule }]) => [
          control,
          schedule.scopes
            .filter(({ from, until }) => (from ?? day) <= day && (until === undefined || day < until))
            .flatMap(({ name }) => named(name) ?? []),
        ]),
      ),
      excused: new Map(
        [...Map.groupBy(exclusions, ({ control }) => control)].map(([control, own]) => [
          control,
          own
            .filter(({ period }) => period.from <= day && day < period.until)
            .flatMap((each) => named(each.scope) ?? []),
        ]),
      ),
    }),
  };
}

/** The same as posture asks for it on a day, with what checks said last. */
export function systemsKnown(
  known: Pick<NamedSystems, 'history' | 'on'> & { readonly today: PlainDate },
  latest: readonly LatestObservation[],
  controlsOf: (check: CheckKey) => readonly ControlCode[],
): SystemsKnown {
  const { history, on, today } = known;
  return { history, ...on(today), observations: namedObservations(latest, controlsOf) };
}

/** The only scope of a control that runs in one place names no system. */
function named(scope: string | null | undefined): string | undefined {
  return scope === null || scope === ONLY_SCOPE ? undefined : scope;
}
