// What windows ask of populations: the frozen lists that stand, from which core tells the events of any period.
import type { Instant, StandingPopulation } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { standingPopulations } from './populations.repository.ts';
import { provenanceOf } from './population.ts';
import { reconciliationsOf } from './reconciliations.repository.ts';
import { eventRows } from './rows.repository.ts';

/**
 * Frozen populations that nothing had superseded at an instant, with what a window needs of their rows. Core's
 * `knownEvents` answers from them for one control and one period: undefined where some day is in no list.
 */
export async function populationsStanding(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<readonly StandingPopulation[]> {
  const held = await standingPopulations(tx, scope, at);
  const seqs = held.map((each) => each.seq);
  const rows = await eventRows(tx, scope, seqs);
  const told = await reconciliationsOf(tx, scope, seqs, at);
  return held.flatMap((each) => {
    const { whole } = provenanceOf(each.provenance);
    if (!whole) return [];
    return [
      {
        code: each.code,
        kind: each.kind,
        controls: each.controls,
        scope: each.scope ?? undefined,
        range: whole.range,
        generatedAt: whole.generatedAt,
        daysWrittenBy: whole.daysWrittenBy,
        reconciled: told.get(each.seq)?.at(-1)?.agrees ?? false,
        rows: rows.get(each.seq) ?? [],
      },
    ];
  });
}
