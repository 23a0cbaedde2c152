// Samples in the words of the API.
import { sizeRuleText, type Output, type Routes } from '@assay/contract';
import { itemResult, SAMPLE_ALGORITHM, sheetAnswer, type SheetAnswer } from '@assay/core';
import type { ItemOfDay } from './sampledDays.repository.ts';
import { resultsOf, type StoredItem, type StoredSample } from './stored.ts';

export interface SampleView {
  readonly sample: StoredSample;
  readonly items: readonly StoredItem[];
  /** Draws of this population for this control so far. */
  readonly draws: number;
}

/** What the sheet says, as core counts it. */
export function answerOf({ sample, items }: Pick<SampleView, 'sample' | 'items'>): SheetAnswer {
  return sheetAnswer({
    results: items.map((item) => itemResult(resultsOf(sample, item))),
    population: sample.population.rows,
    confidence: sample.definition.confidence,
  });
}

export function presentSample(view: SampleView): Output<Routes['samples.list']>['data'][number] {
  const { sample, draws } = view;
  const sheet = answerOf(view);
  return {
    id: sample.id,
    code: `S-${sample.seq}`,
    draw: sample.draw,
    draws,
    control: sample.control,
    population: sample.population,
    sizes: [...sample.sizes],
    seed: sample.definition.seed,
    seed_from: sample.definition.seedFrom,
    made_by: sample.madeBy,
    made_at: sample.madeAt,
    voided: sample.voided,
    sheet: {
      items: sheet.items,
      tested: sheet.tested,
      deviations: sheet.deviations,
      untested: sheet.untested,
      population: sheet.population,
      confidence: sheet.confidence,
      upper_rate: sheet.upperRate,
      upper_count: sheet.upperCount,
      outcome: sheet.outcome,
      sentence: sheet.sentence,
    },
  };
}

export function presentDetail(view: SampleView): Output<Routes['samples.read']> {
  const { sample } = view;
  const { strata, reason, attributes, profile } = sample.definition;
  return {
    ...presentSample(view),
    algorithm: SAMPLE_ALGORITHM,
    strata,
    parts: sample.parts,
    reason,
    profile: profile ? { ...profile, rule: sizeRuleText(profile.rule) } : null,
    attributes,
    extensions: sample.extensions.map(({ from, to, by, at, because }) => ({ from, to, by, at, because })),
    items: view.items.map((item) => presentItem(sample, item)),
  };
}

/** An item on the day of its event. */
export function presentDay(item: ItemOfDay): Output<Routes['samples.days']>['data'][number] {
  const { control, day, seq, number, key, definition } = item;
  return {
    control,
    day,
    sample: `S-${seq}`,
    number,
    key,
    result: itemResult(resultsOf({ definition }, item)),
  };
}

function presentItem(sample: StoredSample, item: StoredItem) {
  const results = resultsOf(sample, item);
  const letters = sample.definition.attributes.map(({ letter }) => letter);
  return {
    number: item.number,
    rank: item.rank,
    stratum: item.stratum,
    step: item.step,
    row: rowOf(item.text),
    result: itemResult(results),
    results: Object.fromEntries(letters.map((letter, at) => [letter, results[at] ?? 'not_tested'])),
    evidence: [...item.evidence],
    note: item.note,
    tester: item.tester,
    tested_on: item.testedOn,
    revision: item.revision,
  };
}

function rowOf(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : { value };
}
