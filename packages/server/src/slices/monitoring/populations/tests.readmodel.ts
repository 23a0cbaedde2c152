// Every row of a population tested by rule: what the columns allow, and a time within which when it is asked for.
import { dateOfInstant, testRows, usualRules, type PopulationRule, type RuleResult } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import type { PopulationRecord } from './population.ts';
import { populationRows } from './rows.repository.ts';

/** Results of the rules that fit; of a draft too, but only a frozen list's count. */
export async function testsOf(
  tx: Tx,
  scope: OrgScope,
  { held, withinDays }: { readonly held: PopulationRecord; readonly withinDays: number | undefined },
): Promise<readonly RuleResult[]> {
  const rows = await populationRows(tx, scope, held.seq);
  const usual = usualRules(held.kind, new Set(held.mapping.fields));
  const asked: readonly PopulationRule[] =
    withinDays === undefined
      ? usual
      : [...usual.filter(({ rule }) => rule !== 'done_within'), { rule: 'done_within', days: withinDays }];
  // The list can speak of nothing later than its own making.
  const known = dateOfInstant(held.provenance.generatedAt ?? held.createdAt);
  return asked.map((rule) => testRows(rows, rule, known));
}
