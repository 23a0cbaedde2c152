// The sheets of a sample's workbook. The population's rows and the recipe stand in canonical JSON, so that they read back.
import { itemResult, type Recipe } from '@assay/core';
import type { Sheet } from '../../documents/documents.module.ts';
import { answerOf, type SampleView } from './samples.presenter.ts';
import { resultsOf } from './stored.ts';

/** What was tested of each item. */
export function testSheet({ sample, items }: SampleView): Sheet {
  const attributes = sample.definition.attributes.map(({ letter, text }) => `${letter}: ${text}`);
  return {
    name: 'Test sheet',
    header: ['item', 'key', 'day', ...attributes, 'result', 'evidence', 'note', 'tester', 'tested_on'],
    rows: items.map((item) => {
      const results = resultsOf(sample, item);
      return [
        String(item.number),
        fieldOf(item.text, 'key'),
        fieldOf(item.text, 'day'),
        ...results,
        itemResult(results),
        item.evidence.join(' '),
        item.note,
        item.tester ?? '',
        item.testedOn ?? '',
      ];
    }),
  };
}

/** The items as they were drawn; `item` is what the recipe says of each. */
export function sampleSheet({ items }: SampleView): Sheet {
  return {
    name: 'Sample',
    header: ['number', 'rank', 'stratum', 'step', 'row', 'item'],
    rows: items.map(({ number, rank, stratum, step, text }) => [
      String(number),
      String(rank),
      stratum,
      String(step),
      text,
      JSON.stringify({ rank, stratum, step }),
    ]),
  };
}

export function populationSheet(rows: readonly string[]): Sheet {
  return { name: 'Population', header: ['rank', 'row'], rows: rows.map((row, rank) => [String(rank), row]) };
}

/** Seed, digest and rule for people, and the recipe (without its items) for programs. */
export function recipeSheet(view: SampleView, recipe: Omit<Recipe, 'items'>): Sheet {
  const { sample, draws } = view;
  const { definition } = sample;
  const extended = sample.extensions.map((each) => [
    'extended',
    `${each.from} to ${each.to} by ${each.by} at ${each.at}: ${each.because}`,
  ]);
  return {
    name: 'Recipe',
    header: ['what', 'value'],
    rows: [
      ['sample', `S-${sample.seq}: draw ${sample.draw} of ${draws} of this population for ${sample.control}`],
      ['population', `${sample.population.title}, ${sample.population.rows} rows`],
      ['digest', sample.population.digest],
      ['seed', definition.seed],
      ['seed from', definition.seedFrom],
      ['strata', JSON.stringify(definition.strata)],
      ['sizes', sample.sizes.join(', ')],
      ['size because', definition.reason],
      ...(definition.profile ? [['profile', JSON.stringify(definition.profile)]] : []),
      ...extended,
      ...(sample.voided ? [['voided', `by ${sample.voided.by}: ${sample.voided.because}`]] : []),
      ['drawn', `by ${sample.madeBy} at ${sample.madeAt}`],
      ['result', answerOf(view).sentence],
      ['redraw', 'python3 assay_resample.py verify THIS-FILE.xlsx (docs/reference/sampling.md)'],
      ['recipe', JSON.stringify(recipe)],
    ],
  };
}

function fieldOf(text: string, name: string): string {
  const value: unknown = JSON.parse(text);
  const found: unknown =
    typeof value === 'object' && value !== null
      ? Object.getOwnPropertyDescriptor(value, name)?.value
      : undefined;
  return typeof found === 'string' ? found : '';
}
