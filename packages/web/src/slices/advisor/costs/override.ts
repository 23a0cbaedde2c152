// A figure's value while it is typed: one number, three, or two. Pure.
import type { Figure } from '../advice.ts';

type Value = Figure['value'];

export interface Part {
  readonly name: string;
  readonly text: string;
}

export function partsOf(value: Value): readonly Part[] {
  if (typeof value === 'number') return [part('Value,', value)];
  if ('at10' in value) return [part('For 10 people,', value.at10), part('For 1,000 people,', value.at1000)];
  return [part('Least,', value.min), part('Most likely,', value.mode), part('Most,', value.max)];
}

/** The value that was typed, of the same kind as before; undefined as long as it is none. */
export function readParts(before: Value, parts: readonly Part[]): Value | undefined {
  const numbers = parts.map(({ text }) => numberIn(text));
  if (numbers.some((each) => !Number.isFinite(each))) return undefined;
  const [first = 0, second = 0, third = 0] = numbers;
  if (typeof before === 'number') return first;
  if ('at10' in before) return { at10: first, at1000: second };
  return { min: first, mode: second, max: third };
}

export function keptValue(value: Value): Value {
  return value;
}

function part(name: string, value: number): Part {
  return { name, text: String(Math.round(value * 10_000) / 10_000) };
}

function numberIn(text: string): number {
  const bare = text.replace(/[\s,]/g, '');
  return bare === '' ? Number.NaN : Number(bare);
}
