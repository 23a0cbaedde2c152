// Use cases of samples: draw, extend, void. A draw stands in the ledger with its number before anybody has seen it.
import { err, ok, seedText, type JsonValue, type Result } from '@assay/core';
import { z } from 'zod';
import type { Refusal } from '../../../app/refusal.ts';
import { newId, random } from '../../../platform/crypto.ts';
import { nextNumber } from '../../access/access.module.ts';
import { record } from '../../evidence/evidence.module.ts';
import { drawBy, undrawable, type Population } from './draw.ts';
import type { DrawOrder, Work } from './order.ts';
import { chosenSize } from './size.usecases.ts';
import { changeSample, findSample, insertItems, insertSample } from './samples.repository.ts';
import type { StoredSample } from './stored.ts';

export type { DrawOrder, Work } from './order.ts';

const json = z.json();

/** Draws, and records the draw with its number among those of this population for this control. */
export async function drawFor(
  work: Work,
  population: Population,
  order: DrawOrder,
): Promise<Result<StoredSample, Refusal>> {
  const { tx, scope, now } = work;
  const { confidence, attributes, strata, control } = order;
  const { id, title, digest, rows } = population;
  const chosen = await chosenSize(work, population, order);
  if (!chosen.ok) return chosen;
  const { size, ...why } = chosen.value;
  const seed = order.seed ?? seedText(random(32));
  const sizes = [size];
  const drawn = drawBy(population, { seed, strata, sizes });
  if (!drawn.ok) return drawn;
  const { items, parts } = drawn.value;
  const seedFrom = order.seed === undefined ? 'random' : 'typed';
  const sample: StoredSample = {
    id: newId('sample', now),
    seq: await nextNumber(tx, scope, 'sample'),
    draw: await nextNumber(tx, scope, `draw ${id} ${control}`),
    control,
    population: { id, title, rows: rows.length, digest },
    definition: { seed, seedFrom, strata, ...why, confidence, attributes },
    sizes,
    parts,
    extensions: [],
    voided: null,
    madeBy: scope.principal.name,
    madeAt: now,
  };
  await insertSample(tx, scope, sample);
  await insertItems(tx, scope, { sample: sample.id, from: 1, items, rows });
  await tell(work, sample, 'sample.drawn', {
    draw: sample.draw,
    control,
    population: id,
    digest,
    rows: rows.length,
    definition: json.parse(sample.definition),
    sizes,
    items: items.map(({ rank }) => rank),
  });
  return ok(sample);
}

/** Lets the same draw go on; what was drawn and tested stays. */
export async function extendSample(
  work: Work,
  of: { readonly name: string; readonly to: number; readonly because: string },
  populationOf: (id: string) => Promise<Result<Population, Refusal>>,
): Promise<Result<true, Refusal>> {
  const held = await openSample(work, of.name);
  if (!held.ok) return held;
  const sample = held.value;
  const from = sample.sizes.at(-1) ?? 0;
  const found = await populationOf(sample.population.id);
  if (!found.ok) return found;
  const population = found.value;
  if (from >= population.rows.length) return undrawable('All rows are in the sample already.');
  if (of.to <= from) return undrawable(`The sample has ${from} items already; an extension makes it larger.`);
  const { seed, strata } = sample.definition;
  const sizes = [...sample.sizes, of.to];
  const drawn = drawBy(population, { seed, strata, sizes });
  if (!drawn.ok) return drawn;
  const { tx, scope, now } = work;
  const items = drawn.value.items.filter(({ step }) => step === sizes.length);
  const extension = { from, to: of.to, by: scope.principal.name, at: now, because: of.because };
  await insertItems(tx, scope, { sample: sample.id, from: from + 1, items, rows: population.rows });
  const { parts } = drawn.value;
  await changeSample(tx, scope, { ...sample, sizes, parts, extensions: [...sample.extensions, extension] });
  await tell(work, sample, 'sample.extended', {
    from,
    to: of.to,
    because: of.because,
    items: items.map(({ rank }) => rank),
  });
  return ok(true);
}

/** Voids a sample: it stays, with who said so and why. */
export async function voidSample(work: Work, name: string, because: string): Promise<Result<true, Refusal>> {
  const held = await openSample(work, name);
  if (!held.ok) return held;
  const { scope, now } = work;
  const voided = { by: scope.principal.name, at: now, because };
  await changeSample(work.tx, scope, { ...held.value, voided });
  await tell(work, held.value, 'sample.voided', { because });
  return ok(true);
}

/** A sample that can still be worked on, held until the transaction ends. */
export async function openSample({ tx, scope }: Work, name: string): Promise<Result<StoredSample, Refusal>> {
  const sample = await findSample(tx, scope, name, true);
  if (!sample) return err(noSample(name));
  if (sample.voided)
    return err({ code: 'sample.voided', detail: `S-${sample.seq} was voided by ${sample.voided.by}.` });
  return ok(sample);
}

export function noSample(name: string): Refusal {
  return { code: 'sample.not_found', detail: `There is no sample ${name}.` };
}

/** Writes an entry about a sample, with who did it. */
export async function tell(
  { tx, scope, now }: Work,
  sample: StoredSample,
  kind: string,
  payload: Readonly<Record<string, JsonValue>>,
): Promise<void> {
  await record(tx, scope, {
    kind,
    subject: sample.id,
    at: now,
    payload: { sample: `S-${sample.seq}`, ...payload, by: scope.principal.name },
  });
}
