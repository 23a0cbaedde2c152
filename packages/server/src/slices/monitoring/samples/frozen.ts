// The frozen population that a sample is drawn from, as the draw sees it.
import { err, ok, orderTexts, type Result } from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { sha256 } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { bodiesOf, findPopulation } from '../populations/populations.module.ts';
import type { Population } from './draw.ts';

/** Its rows in their order. A digest that is not the frozen one means that rows were changed by hand: nothing is drawn. */
export async function frozenPopulation(
  tx: Tx,
  scope: OrgScope,
  code: string,
): Promise<Result<Population, Refusal>> {
  const held = await findPopulation(tx, scope, code);
  if (!held) return err({ code: 'population.not_found', detail: `There is no population ${code}.` });
  if (held.state !== 'frozen')
    return err({ code: 'population.not_frozen', detail: `${held.code} is a draft; freeze it first.` });
  const ordered = orderTexts(await bodiesOf(tx, scope, held.seq), sha256);
  if (ordered.digest !== held.digest)
    return err({
      code: 'sample.not_drawable',
      detail: `The rows of ${held.code} are no longer those that were frozen. Run assay verify.`,
    });
  return ok({ ...ordered, id: held.code, title: held.title, range: held.provenance.range });
}
