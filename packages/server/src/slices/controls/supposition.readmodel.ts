// What if: the posture as it would be with an import's observations and evidence added. Nothing is written.
import {
  countByControl,
  latestAt,
  posture,
  type CheckKey,
  type EvidenceFact,
  type Instant,
  type LatestObservation,
  type Posture,
} from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { controlsOfCheck, latestWithout, type ImportRun } from '../monitoring/monitoring.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import type { Knowledge } from './posture.readmodel.ts';
import { systemsKnown } from './systems.readmodel.ts';

export interface Supposed {
  /** What is known now. */
  readonly known: Knowledge;
  readonly catalogue: Catalogue;
  readonly observations: readonly LatestObservation[];
  /** The import that brings them, which may take the place of an earlier list. */
  readonly by: ImportRun;
  readonly now: Instant;
  readonly facts: readonly EvidenceFact[];
}

/** Posture of what is known and what is supposed besides. */
export async function supposing(tx: Tx, scope: OrgScope, supposed: Supposed): Promise<Posture> {
  const { known, catalogue } = supposed;
  const freshness = new Map(known.controls.map((control) => [control.code, control.freshnessDays]));
  const held = await latestWithout(tx, scope, supposed.by);
  const controlsOf = (check: CheckKey) => controlsOfCheck(check, known.overrides, catalogue);
  const latest = latestAt(
    [...held, ...supposed.observations].map((each) => ({ ...each, receivedAt: supposed.now })),
    supposed.now,
  );
  const checks = countByControl(latest, {
    today: known.today,
    controlsOf,
    freshnessOf: (code) => freshness.get(code) ?? 365,
  });
  return posture({
    ...known,
    categories: known.settings.categories,
    checks,
    systems: known.named && systemsKnown({ ...known.named, today: known.today }, latest, controlsOf),
    facts: [...known.facts, ...supposed.facts],
  });
}
