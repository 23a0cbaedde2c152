// Sizes and times as people read them.
import { expect, it } from 'vitest';
import { bytesText, secondsText } from './bytes.ts';

it.each([
  [0, '0 bytes'],
  [616, '616 bytes'],
  [1000, '1.0 kB'],
  [54_715, '54.7 kB'],
  [1_536_000, '1.5 MB'],
  [412_000_000, '412 MB'],
])('%d is %s', (bytes, text) => expect(bytesText(bytes)).toBe(text));

it.each([
  [0.2, '1 s'],
  [59.1, '60 s'],
  [61, '2 min'],
  [3900, '1 h 5 min'],
  [Infinity, ''],
])('%d seconds are %s', (seconds, text) => expect(secondsText(seconds)).toBe(text));
