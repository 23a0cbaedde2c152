// Did you mean: near words are named, far ones are not.
import { expect, it } from 'vitest';
import { didYouMean } from './words.ts';

it('names the word that a slip of the finger left', () => {
  expect(didYouMean('pendng', ['pending', 'accepted'])).toBe('Did you mean pending?');
  expect(didYouMean('C-70', ['C-07', 'C-08'])).toBe('Did you mean C-07?');
});

it('names a word by its beginning', () => {
  expect(didYouMean('avail', ['security', 'availability'])).toBe('Did you mean availability?');
});

it('says nothing when nothing is near', () => {
  expect(didYouMean('zebra', ['pending', 'accepted'])).toBeUndefined();
});
