// A sample as files: a workbook with everything, the recipe with its rows, the test sheet as CSV.
import { err, ok, recipeOf, type Recipe, type Result } from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { csvOf, workbookOf } from '../../documents/documents.module.ts';
import type { SampleView } from './samples.presenter.ts';
import { populationSheet, recipeSheet, sampleSheet, testSheet } from './samples.sheets.ts';

export interface SampleDocument {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly file: { readonly filename: string; readonly mediaType: string };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The sample in the wanted form; `rows` are the population's canonical texts in their order. */
export async function documentOf(
  view: SampleView,
  rows: readonly string[],
  as: 'xlsx' | 'json' | 'csv',
): Promise<Result<SampleDocument, Refusal>> {
  const file = (mediaType: string) => ({ filename: `S-${view.sample.seq}.${as}`, mediaType });
  if (as === 'csv')
    return ok({ bytes: whole(csvOf(testSheet(view))), file: file('text/csv; charset=utf-8') });
  if (as === 'json') return ok({ bytes: whole(recipeText(view, rows)), file: file('application/json') });
  const bytes = await workbookOf([
    testSheet(view),
    sampleSheet(view),
    populationSheet(rows),
    recipeSheet(view, withoutItems(recipe(view, rows))),
  ]);
  if (bytes) return ok({ bytes: whole(bytes), file: file(XLSX) });
  return err({
    code: 'sample.too_large_for_workbook',
    detail: `${rows.length} rows, or a row of more than 32,767 characters, do not fit a workbook.`,
  });
}

function recipe({ sample, items }: SampleView, rows: readonly string[]): Recipe {
  const { seed, strata } = sample.definition;
  const { digest } = sample.population;
  const drawn = items.map(({ rank, stratum, step }) => ({ rank, stratum, step }));
  return recipeOf({ rows, digest }, { seed, strata, sizes: sample.sizes }, drawn);
}

/** In a workbook the items have a sheet of their own; a cell would not hold them all. */
function withoutItems({ algorithm, population, seed, strata, sizes }: Recipe): Omit<Recipe, 'items'> {
  return { algorithm, population, seed, strata, sizes };
}

/** The recipe, where it comes from, and the rows in their canonical texts, so that one file is enough. */
function recipeText(view: SampleView, rows: readonly string[]): string {
  const { sample, draws } = view;
  const { population, ...rest } = recipe(view, rows);
  const told = {
    sample: `S-${sample.seq}`,
    control: sample.control,
    draw: sample.draw,
    draws,
    made_by: sample.madeBy,
    made_at: sample.madeAt,
    voided: sample.voided,
    ...rest,
    population: { ...population, id: sample.population.id, title: sample.population.title },
  };
  return `${JSON.stringify(told, null, 1).slice(0, -2)},\n "rows": [\n${rows.join(',\n')}\n ]\n}\n`;
}

async function* whole(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? Buffer.from(content) : content;
}
