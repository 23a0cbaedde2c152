// The outages of all collectors, as the window engine asks for them.
import type { CollectorOutage, Instant } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import type { StoredCollector } from './collectors.repository.ts';
import { viewCollectors, type Asked, type Covered } from './condition.readmodel.ts';
import { systemsOfImports } from './systems.repository.ts';

export interface OutageOf extends CollectorOutage {
  readonly collector: string;
  /** Scope of the controls that the collector had then; undefined: all of their scopes. */
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
 * They are told whole, not cut to the stretch; one that goes on has no end. Where the collector was pointed at another
 * scope meanwhile, each has its part. With `at`, as it was known then.
 */
export async function outagesOf(
  tx: Tx,
  scope: OrgScope,
  asked: Asked & Stretch,
): Promise<readonly OutageOf[]> {
  const views = await viewCollectors(tx, scope, asked);
  return views
    .flatMap(({ collector, condition, controls }) =>
      condition.outages
        .flatMap((outage) => inScopes(collector, outage))
        .map((outage) => ({ ...outage, collector: collector.name, controls })),
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
    scopes: await systemsOfImports(tx, scope, asked.at),
  };
}

/** The parts of an outage, each with the scope that the collector had; before its first version, that one's. */
function inScopes({ scopes }: StoredCollector, outage: CollectorOutage) {
  return scopes.flatMap(({ scope, from }, i) => {
    const next = scopes[i + 1]?.from;
    const begins = i === 0 || from < outage.from ? outage.from : from;
    const ends =
      next === undefined || (outage.until !== undefined && outage.until < next) ? outage.until : next;
    return ends !== undefined && ends <= begins ? [] : [{ ...outage, from: begins, until: ends, scope }];
  });
}
