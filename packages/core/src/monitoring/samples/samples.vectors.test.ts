// The vectors of samples, run: whoever draws again in another language runs the same files.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex, type JsonValue } from '../../evidence/index.ts';
import { casesIn, type Fields } from '../../kernel/testing/fields.ts';
import {
  allocate,
  drawSample,
  FREQUENCY_CLASSES,
  orderRows,
  sampleSize,
  seedBytes,
  upperCount,
  upperRate,
  type FrequencyClass,
  type OrderedRows,
  type SizeRule,
  type StrataRule,
} from './index.ts';
import { below, hmacSha256, streamBlock, streamWords } from './stream.ts';
import { madeRows, strataIn } from './testing/rows.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');
const bytes = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array(0);

function cases(file: string): readonly (readonly [string, Fields])[] {
  const url = new URL(`../../../../../vectors/sampling/${file}`, import.meta.url);
  return casesIn(readFileSync(url, 'utf8')).map((each) => [each.text('title'), each]);
}

const numbers = (given: Fields, key: string): readonly number[] => given.texts(key).map(Number);

test.each(cases('hmac.json'))('HMAC: %s', (_, given) => {
  const made = hmacSha256(bytes(given.text('key')), bytes(given.text('message')), sha256);
  expect(toHex(made)).toBe(given.text('expect'));
});

test.each(cases('seeds.json'))('seed: %s', (_, given) => {
  const made = seedBytes(given.text('seed'));
  expect(made && toHex(made)).toBe(given.maybe('expect'));
});

test.each(cases('rows.json'))('rows: %s', (_, given) => {
  const values = given.texts('json').map((text): JsonValue => JSON.parse(text));
  const made = orderRows(values, sha256);
  expect(made.ok ? made.value : null).toEqual(given.value('expect'));
});

test.each(cases('blocks.json'))('stream: %s', (_, given) => {
  const of = {
    seed: seedBytes(given.text('seed')) ?? bytes(''),
    digest: bytes(given.text('digest')),
    stratum: given.text('stratum'),
  };
  const counter = given.number('counter');
  expect(toHex(streamBlock(of, BigInt(counter), sha256))).toBe(given.text('expect'));
  if (counter > 1) return;
  const words = streamWords(of, sha256);
  const read = Array.from({ length: 4 + 4 * counter }, () =>
    words.next().value.toString(16).padStart(16, '0'),
  );
  expect(read.slice(-4)).toEqual(given.texts('words'));
});

test.each(cases('below.json'))('numbers below a bound: %s', (_, given) => {
  const words = given.texts('words').map((word) => BigInt(`0x${word}`));
  const stream = replay(words);
  expect(numbers(given, 'bounds').map((bound) => below(bound, stream))).toEqual(given.value('expect'));
  expect(words.length).toBe(given.number('left'));
});

/** The words one after the other, taken from the list; more than there are is a fault of the case. */
function* replay(words: bigint[]): Generator<bigint, never> {
  for (;;) {
    const word = words.shift();
    if (word === undefined) throw new Error('the words are used up');
    yield word;
  }
}

test.each(cases('allocation.json'))('allocation: %s', (_, given) => {
  expect(allocate(given.number('n'), numbers(given, 'sizes'))).toEqual(given.value('expect'));
});

describe('draws', () => {
  const made = new Map<number, OrderedRows>();

  function populationOf(given: Fields): OrderedRows {
    if (!given.has('count')) {
      const rows: readonly JsonValue[] = JSON.parse(JSON.stringify(given.value('rows')));
      return ordered(rows);
    }
    const count = given.number('count');
    const held = made.get(count) ?? ordered(madeRows(count));
    made.set(count, held);
    return held;
  }

  test.each(cases('draws.json'))('%s', (_, given) => {
    const population = populationOf(given);
    expect(population.digest).toBe(given.text('digest'));
    const strata: StrataRule = strataIn(given.object('strata'));
    const rule = { seed: given.text('seed'), strata, sizes: numbers(given, 'sizes') };
    const drawn = drawSample(population, rule, sha256);
    expect(drawn.ok ? drawn.value.items : null).toEqual(given.value('items'));
  });
});

function ordered(rows: readonly JsonValue[]): OrderedRows {
  const population = orderRows(rows, sha256);
  if (!population.ok) throw new Error(population.error.code);
  return population.value;
}

test.each(cases('sizes.json'))('size, %s', (title, given) => {
  const profile = { name: 'case', title, source: 'vectors', rule: ruleIn(given.object('rule')) };
  const frequency = FREQUENCY_CLASSES.find((each) => each === given.maybe('frequency'));
  const configurations = given.number('configurations', 1);
  const population = given.number('population');
  const answer = sampleSize(profile, { population, frequency, configurations });
  expect(answer.ok && answer.value.size).toBe(given.number('expect'));
});

function ruleIn(given: Fields): SizeRule {
  switch (given.one('kind', ['table', 'bands', 'percent', 'attribute'])) {
    case 'table': {
      const of = given.object('sizes');
      const sizes: Record<FrequencyClass, number> = {
        annual: of.number('annual'),
        semi_annual: of.number('semi_annual'),
        quarterly: of.number('quarterly'),
        monthly: of.number('monthly'),
        weekly: of.number('weekly'),
        daily: of.number('daily'),
        many_a_day: of.number('many_a_day'),
        automated: of.number('automated'),
      };
      return { kind: 'table', sizes };
    }
    case 'bands': {
      const nullable = (each: Fields, key: string): number | null =>
        each.value(key) === null ? null : each.number(key);
      const bands = given
        .list('bands')
        .map((each) => ({ upTo: nullable(each, 'up_to'), size: nullable(each, 'size') }));
      return { kind: 'bands', bands };
    }
    case 'percent': {
      const percent = given.number('percent');
      return { kind: 'percent', percent, least: given.number('least'), most: given.number('most') };
    }
    case 'attribute':
      return {
        kind: 'attribute',
        confidence: given.number('confidence'),
        tolerableRate: given.number('tolerable_rate'),
        expectedDeviations: given.number('expected_deviations'),
        finite: given.flag('finite', false),
      };
  }
}

test.each(cases('bounds.json'))('upper bound: %s', (_, given) => {
  const [deviations, tested] = [given.number('deviations'), given.number('tested')];
  const confidence = given.number('confidence');
  const expected = given.number('upper_rate');
  expect(Math.abs(upperRate(deviations, tested, confidence) / expected - 1)).toBeLessThan(1e-9);
  for (const each of given.list('upper_counts'))
    expect(upperCount({ deviations, tested, population: each.number('population') }, confidence)).toBe(
      each.number('expect'),
    );
});
