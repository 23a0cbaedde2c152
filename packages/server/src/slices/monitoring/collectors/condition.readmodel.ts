// What follows from promises and runs: the state of each collector and the times in which nobody was looking.
import {
  collectorCondition,
  type CheckKey,
  type CollectorCondition,
  type ControlCode,
  type Instant,
} from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import type { Catalogue } from '../../frameworks/frameworks.module.ts';
import { checkOverrides, controlsOfCheck } from '../monitoring.module.ts';
import { listCollectors, type StoredCollector } from './collectors.repository.ts';
import { listRuns, type StoredRun } from './runs.repository.ts';

/** Whose silence is a gap of what. */
export type Covered = 'all' | readonly ControlCode[];

export interface CollectorView {
  readonly collector: StoredCollector;
  readonly condition: CollectorCondition;
  readonly runs: ReadonlyMap<string, StoredRun>;
  readonly controls: Covered;
}

export interface Asked {
  readonly catalogue: Catalogue;
  readonly now: Instant;
  /** Answer from what was known at this instant. */
  readonly at?: Instant | undefined;
  readonly name?: string | undefined;
}

/** Collectors with everything that follows, in order of their names. */
export async function viewCollectors(
  tx: Tx,
  scope: OrgScope,
  asked: Asked,
): Promise<readonly CollectorView[]> {
  const { at, name } = asked;
  const collectors = await listCollectors(tx, scope, { at, name });
  if (collectors.length === 0) return [];
  const runs = await listRuns(tx, scope, { at, collector: name });
  const overrides = await checkOverrides(tx, scope, at);
  return collectors.map((collector) => {
    const own = runs.get(collector.name) ?? [];
    return {
      collector,
      condition: collectorCondition(collector.life, own, at ?? asked.now),
      runs: new Map(own.map((run) => [run.id, run])),
      controls: coveredBy(collector, overrides, asked.catalogue),
    };
  });
}

/** The controls that are named, and those for which the named checks speak. */
function coveredBy(
  { definition: { covers } }: StoredCollector,
  overrides: ReadonlyMap<CheckKey, readonly ControlCode[]>,
  catalogue: Catalogue,
): Covered {
  if (covers.all) return 'all';
  const spoken = covers.checks.flatMap((name) => {
    const [scanner, check] = split(name);
    if (check !== '*') return controlsOfCheck(`${scanner}:${check}`, overrides, catalogue);
    const known = [...catalogue.checks.keys(), ...overrides.keys()].filter((key) =>
      key.startsWith(`${scanner}:`),
    );
    return known.flatMap((key) => controlsOfCheck(key, overrides, catalogue));
  });
  return [...new Set([...covers.controls, ...spoken])].sort();
}

function split(name: string): readonly [string, string] {
  const cut = name.indexOf(':');
  return [name.slice(0, cut), name.slice(cut + 1)];
}
