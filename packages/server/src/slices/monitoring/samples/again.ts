// A stored sample drawn again from the population's rows: the ledger holds its ranks, the draw itself all the rest.
import { drawSample, orderTexts } from '@assay/core';
import { sha256 } from '../../../platform/crypto.ts';
import type { SampleItemsTable, SamplesTable } from './samples.tables.ts';
import { definitionSchema, extensionsSchema, partsSchema, sizesSchema } from './stored.ts';

interface Stored {
  readonly title: string | undefined;
  readonly bodies: readonly string[];
}

/** What of a stored sample is not what its draw gives. Where the population's rows changed, they are the fault. */
export function differences(
  row: SamplesTable,
  items: readonly SampleItemsTable[],
  { title, bodies }: Stored,
): string[] {
  const population = orderTexts(bodies, sha256);
  if (population.digest !== row.digest) return [];
  const definition = definitionSchema.safeParse(row.definition).data;
  const sizes = sizesSchema.safeParse(row.sizes).data;
  if (!definition || !sizes) return ['definition'];
  const drawn = drawSample(population, { ...definition, sizes }, sha256);
  if (!drawn.ok) return ['sizes'];
  const texts = drawn.value.items.map(({ rank, stratum, step }, i) =>
    JSON.stringify([i + 1, rank, stratum, step, population.rows[rank]]),
  );
  const stored = items.map((item) =>
    JSON.stringify([item.number, item.rank, item.stratum, item.step, item.row_text]),
  );
  const extended = extensionsSchema.safeParse(row.extensions).data?.map(({ to }) => to);
  const parts = partsSchema.safeParse(row.parts).data ?? [];
  const differs = {
    title: title !== row.population_title,
    items: texts.length !== stored.length || texts.some((text, i) => text !== stored[i]),
    sizes: JSON.stringify(extended) !== JSON.stringify(sizes.slice(1)),
    parts: partsText(parts) !== partsText(drawn.value.strata),
  };
  return Object.entries(differs).flatMap(([name, differing]) => (differing ? [name] : []));
}

function partsText(
  parts: readonly { readonly name: string; readonly size: number; readonly taken: readonly number[] }[],
): string {
  return JSON.stringify(parts.map(({ name, size, taken }) => [name, size, taken]));
}
