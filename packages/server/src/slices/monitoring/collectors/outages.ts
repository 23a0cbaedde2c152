// The outages of all collectors, as the window engine asks for them.
import type { Instant } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { viewCollectors, type Asked, type Covered } from './condition.readmodel.ts';
import type { CollectorOutage } from '@assay/core';

export interface OutageOf extends CollectorOutage {
  readonly collector: string;
  /** Scope of the controls; undefined: all of their scopes. */
  readonly scope: string | undefined;
  readonly controls: Covered;
}

/** A half-open stretch of time; an end that is not given is open. */
interface Stretch {
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

/**
 * Times in which collectors were silent for longer than they may, that touch the stretch, in order of their start.
 * They are told whole, not cut to the stretch; one that goes on has no end. With `at`, as it was known then.
 */
export async function outagesOf(
  tx: Tx,
  scope: OrgScope,
  asked: Asked & Stretch,
): Promise<readonly OutageOf[]> {
  const views = await viewCollectors(tx, scope, asked);
  return views
    .flatMap(({ collector, condition, controls }) =>
      condition.outages.map((outage) => ({
        ...outage,
        collector: collector.name,
        scope: collector.definition.scope ?? undefined,
        controls,
      })),
    )
    .filter(
      ({ from, until }) =>
        (asked.until === undefined || from < asked.until) &&
        (asked.from === undefined || until === undefined || until > asked.from),
    )
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.collector < b.collector ? -1 : 1));
}

/** What collectors say of the imports that their runs brought. */
export interface BroughtByRuns {
  /** Brought by unknown runs: what they say is evidence, but no complete look at anything. */
  readonly unknown: ReadonlySet<string>;
  /** Scope of controls for which an import speaks; those that are not named speak for no scope by name. */
  readonly scopes: ReadonlyMap<string, string>;
}

export async function importsOfRuns(tx: Tx, scope: OrgScope, asked: Asked): Promise<BroughtByRuns> {
  const views = await viewCollectors(tx, scope, asked);
  return {
    unknown: new Set(
      views.flatMap(({ condition, runs }) =>
        condition.runs
          .filter(({ verdict }) => !verdict.complete)
          .flatMap(({ run }) => runs.get(run.id)?.imports ?? []),
      ),
    ),
    scopes: new Map(
      views.flatMap(({ collector: { definition }, runs }) => {
        const named = definition.scope;
        if (named === null) return [];
        return [...runs.values()].flatMap(({ imports }) =>
          imports.map((id): [string, string] => [id, named]),
        );
      }),
    ),
  };
}
