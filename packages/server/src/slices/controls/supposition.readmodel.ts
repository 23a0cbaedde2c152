// What if: the posture as it would be with an import's observations and evidence added. Nothing is written.
import {
  countByControl,
  posture,
  type EvidenceFact,
  type LatestObservation,
  type Posture,
} from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { controlsOfCheck, latestObservations } from '../monitoring/monitoring.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import type { Knowledge } from './posture.readmodel.ts';

export interface Supposed {
  /** What is known now. */
  readonly known: Knowledge;
  readonly catalogue: Catalogue;
  readonly observations: readonly LatestObservation[];
  readonly facts: readonly EvidenceFact[];
}

/** Posture of what is known and what is supposed besides. */
export async function supposing(tx: Tx, scope: OrgScope, supposed: Supposed): Promise<Posture> {
  const { known, catalogue } = supposed;
  const freshness = new Map(known.controls.map((control) => [control.code, control.freshnessDays]));
  const latest = newer(await latestObservations(tx, scope), supposed.observations);
  const checks = countByControl(latest, {
    today: known.today,
    controlsOf: (check) => controlsOfCheck(check, known.overrides, catalogue),
    freshnessOf: (code) => freshness.get(code) ?? 365,
  });
  return posture({
    ...known,
    categories: known.settings.categories,
    checks,
    facts: [...known.facts, ...supposed.facts],
  });
}

/** Per check and subject the later word; the incoming one where both are of one instant, as a commit does. */
function newer(
  held: readonly LatestObservation[],
  incoming: readonly LatestObservation[],
): readonly LatestObservation[] {
  const latest = new Map(held.map((each) => [`${each.check}\n${each.subject}`, each]));
  for (const each of incoming) {
    const key = `${each.check}\n${each.subject}`;
    const there = latest.get(key);
    if (!there || each.observedAt >= there.observedAt) latest.set(key, each);
  }
  return [...latest.values()];
}
