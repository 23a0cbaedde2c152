// What must not be guessed has 256 bits of the machine's own randomness.
import { expect, it } from 'vitest';
import { newSecret, sameSecret } from './crypto.ts';

it('a secret has 256 random bits, and no two are alike', () => {
  const made = Array.from({ length: 2000 }, () => newSecret());
  expect(new Set(made).size).toBe(made.length);
  const bytes = made.map((each) => Buffer.from(each, 'base64url'));
  expect(bytes.every((each) => each.length === 32)).toBe(true);
  const ones = bytes.reduce((sum, each) => sum + each.reduce((bits, byte) => bits + bitsOf(byte), 0), 0);
  // Half of 512,000 bits; six standard deviations are 2,147.
  expect(Math.abs(ones - 256_000)).toBeLessThan(2147);
});

it('secrets are compared whole', () => {
  expect(sameSecret('abc', 'abc')).toBe(true);
  for (const other of ['', 'ab', 'abd', 'abcd', 'ABC']) expect(sameSecret('abc', other)).toBe(false);
});

function bitsOf(byte: number): number {
  return byte.toString(2).replaceAll('0', '').length;
}
