import { expect, test } from 'vitest';
import { numberIn } from './numberIn.ts';

const read = (...texts: readonly string[]): readonly (number | undefined)[] => texts.map(numberIn);

test('a comma before decimals is a decimal point', () => {
  expect(read('0,92', '0,125', '12,5', '1234,5', ',5', '1,20')).toEqual([
    0.92, 0.125, 12.5, 1234.5, 0.5, 1.2,
  ]);
});

test('thousands may be apart by commas, spaces or apostrophes, with decimals behind them', () => {
  expect(read('1,200', '1,200,000', '1 200.5', '1\u202f200', '12’000', '1,200.50', '1.200,50')).toEqual([
    1200, 1_200_000, 1200.5, 1200, 12_000, 1200.5, 1200.5,
  ]);
});

test('one point is a decimal point, as in every number that is shown; two part thousands', () => {
  expect(read('1.085', '0.5', '7.', '1.200.000')).toEqual([1.085, 0.5, 7, 1_200_000]);
});

test('a sign stays', () => {
  expect(read('-3', '−0,5', '+4')).toEqual([-3, -0.5, 4]);
});

test('what is no number is none, and neither is an empty field', () => {
  expect(
    read('', ' ', 'x', '1,2,3', '12,34,567', '1,200,00', '1e6', '0x10', 'Infinity', '--1', ',', '1.2.3'),
  ).toEqual(Array.from({ length: 12 }, () => undefined));
});
