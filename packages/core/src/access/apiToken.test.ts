// A token that was cut, mistyped or is none is refused by its writing alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTokenText, tokenText } from './apiToken.ts';

const SECRET = 'A'.repeat(43);
const letters = fc.constantFrom(
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'),
);

test('the checksum is that of gzip', () => {
  // crc32 of "123456789" is cbf43926 (the check value of CRC-32/ISO-HDLC).
  expect(tokenText('123456789')).toBe('assay_123456789cbf43926');
});

test('one letter changed is seen', () => {
  fc.assert(
    fc.property(fc.nat(42), letters, (at, letter) => {
      const token = tokenText(SECRET);
      const changed = `${token.slice(0, 6 + at)}${letter}${token.slice(7 + at)}`;
      expect(isTokenText(changed)).toBe(letter === 'A');
    }),
  );
});

test('what is cut, longer or empty is none', () => {
  const token = tokenText(SECRET);
  expect([token, token.slice(0, -1), `${token}0`, '', 'assay_'].map(isTokenText)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
