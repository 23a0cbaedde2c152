// A figure's value while it is typed: one number, three, or two. Pure.
import { numberIn } from '../../../ui/numberIn.ts';
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
  const held = numbersOf(before);
  const numbers = parts.map(({ text }, i) => {
    const was = held[i];
    return was !== undefined && text === textOf(was) ? was : numberIn(text);
  });
  const [first, second = 0, third = 0] = numbers;
  if (first === undefined || numbers.includes(undefined)) return undefined;
  if (typeof before === 'number') return first;
  if ('at10' in before) return { at10: first, at1000: second };
  return { min: first, mode: second, max: third };
}

function part(name: string, value: number): Part {
  return { name, text: textOf(value) };
}

function numbersOf(value: Value): readonly number[] {
  if (typeof value === 'number') return [value];
  return 'at10' in value ? [value.at10, value.at1000] : [value.min, value.mode, value.max];
}

/** To four places; what nobody types over keeps all of its own. */
function textOf(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
