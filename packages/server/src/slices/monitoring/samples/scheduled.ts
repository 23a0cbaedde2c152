// How often a control runs by its schedule, for a table of sizes when nobody says it.
import {
  classInPopulation,
  daysBetween,
  type ControlCode,
  type FrequencyClass,
  type Instant,
} from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { cadenceToday } from '../windows/cadence.ts';
import { material } from '../windows/material.readmodel.ts';
import type { Population } from './draw.ts';

/** Class by the cadence of today; a control that runs at events is classed by the population itself. */
export async function scheduledClass(
  { deps, scope, now }: { readonly deps: Deps; readonly scope: OrgScope; readonly now: Instant },
  tx: Tx,
  of: { readonly control: ControlCode; readonly population: Population },
): Promise<FrequencyClass | undefined> {
  const model = await material(tx, scope, { catalogue: deps.catalogue, now });
  const control = model.known.controls.find(({ code }) => code === of.control);
  const { rows, range } = of.population;
  return classInPopulation(control && cadenceToday(model, control), {
    rows: rows.length,
    days: range === null ? undefined : daysBetween(range.from, range.until),
  });
}
